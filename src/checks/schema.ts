import { requiredFiles } from '../model/collections.ts';
import type { Code } from '../model/finding.ts';
import { allFiles, type Corpus, type Entry } from '../reading/corpus.ts';
import { once } from '../reading/once.ts';
import type { Path } from '../reading/yaml.ts';
import type { Check } from './check.ts';
import { indistinct } from './distinct.ts';
import { valueIn } from '../model/need.ts';

/** Reading a file asks these of it; the answers are already in the corpus. */
const whileReading: Code[] = [
  'schema/content',
  'schema/missing-file',
  'schema/file',
  'schema/encoding',
  'schema/empty',
  'schema/filename',
  'schema/yaml',
  'schema/unknown-key',
  'schema/shape',
  'mdx/syntax',
];

const readingChecks = whileReading.map((code): Check<'corpus'> => ({
  code,
  scope: 'corpus',
  run(_, ask, { corpus }) {
    const asked = { 'schema/content': 1, 'schema/missing-file': requiredFiles.length }[code as string] ?? allFiles(corpus).length;
    const found = corpus.findings.filter((finding) => finding.code === code);
    // Each file is one question; one with several faults is as many that were not passed.
    ask.found(Math.max(asked - new Set(found.map(({ file }) => file)).size, 0) + found.length, found);
  },
}));

interface Named {
  /** Within it ids must differ. */
  space: string;
  id: string;
  path: Path;
}

/**
 * Every id that a file defines. Each list is a space of its own; outcomes, planned endpoints and appraisals share one, as
 * their anchors stand on one page, and so do references and their former keys.
 */
function* named(value: unknown, path: Path = []): Generator<Named> {
  if (typeof value !== 'object' || value === null) return;
  const aliases = path.at(-1) === 'aliases';
  for (const [key, item] of Object.entries(value)) {
    // Nearly every value is a single one, which defines nothing.
    if (!aliases && (typeof item !== 'object' || item === null)) continue;
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (aliases) yield { space: '', id: item as string, path: here };
    else if (Array.isArray(value) && typeof (item as { id?: unknown } | null)?.id === 'string')
      yield {
        space: path.join('.').replace(/^(?:planned|appraisals)$/, 'outcomes'),
        id: (item as { id: string }).id,
        path: [...here, 'id'],
      };
    yield* named(item, here);
  }
}

const duplicateId: Check<'file'> = {
  code: 'schema/duplicate-id',
  scope: 'file',
  run({ source, data }, ask) {
    const first = new Map<string, Path>();
    for (const { space, id, path } of named(data)) {
      const name = `${space}/${id.toLowerCase()}`;
      const earlier = first.get(name);
      ask.expectNone(earlier, (twin) => ({
        where: path,
        message: `the id ${id} is used twice; first on line ${source.at(twin).line}`,
        actual: id,
        expected: 'an id used once in this list',
        help: 'give one of the two another id (the newer one: published ids are permanent)',
      }));
      first.set(name, earlier ?? path);
    }
  },
};

/** The first entry of each id. A fact is named TRIAL/OUTCOME, REVIEW/CLAIM or SYNTHESIS/RESULT, so these share their ids. */
const spaceOf = ({ entry }: Entry) => entry.replace(/\/.*/, '').replace(/^(?:reviews|syntheses)$/, 'trials');
const firstEntries = once(({ entries }: Corpus) => {
  const { trials, reviews, syntheses, ...others } = entries;
  const all: Entry[] = [...trials, ...reviews, ...syntheses, ...Object.values(others).flat()];
  return new Map(all.toReversed().map((entry) => [`${spaceOf(entry)}/${entry.id}`, entry]));
});

const duplicateEntry: Check<'entry'> = {
  code: 'schema/duplicate-id',
  scope: 'entry',
  run({ source }, ask, { corpus }) {
    const other = valueIn(firstEntries(corpus), `${spaceOf(source)}/${source.id}`);
    ask.expect(other === source, () => ({
      where: { line: 1, column: 1 },
      message: `the entry ${source.id} exists twice; also in ${other.file}`,
      actual: source.id,
      expected: 'one file for an id',
      help: 'delete or rename one of the two files',
    }));
  },
};

export const schemaChecks: Check[] = [...readingChecks, duplicateId, duplicateEntry, indistinct];
