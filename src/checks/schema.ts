import { requiredFiles } from '../model/collections.ts';
import type { Code } from '../model/check-table.ts';
import { need, valueIn } from '../model/need.ts';
import { allFiles, type Entry } from '../reading/corpus.ts';
import type { Path } from '../reading/yaml.ts';
import type { Check } from './check.ts';
import { mapPart } from './context/part.ts';
import { namesOf, type KindFile } from './context/extracts.ts';
import { indistinct } from './distinct.ts';

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
    const asked =
      { 'schema/content': 1, 'schema/missing-file': requiredFiles.length }[code as string] ??
      allFiles(corpus).length;
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
 * Every id that a file defines. Each list is a space of its own; outcomes, planned endpoints and appraisals
 * share one, as their anchors stand on one page, and so do references and their former keys.
 */
function named(value: object, found: Named[] = [], path: PropertyKey[] = []): Named[] {
  if (Array.isArray(value)) {
    const aliases = path.at(-1) === 'aliases';
    const space = aliases ? '' : path.join('.').replace(/^(?:planned|appraisals)$/, 'outcomes');
    value.forEach((item: unknown, i) => {
      if (aliases) found.push({ space, id: item as string, path: [...path, i] });
      // Nearly every value is a single one, which defines nothing.
      if (typeof item !== 'object' || item === null) return;
      path.push(i);
      const { id } = item as { id?: unknown };
      if (!aliases && typeof id === 'string') found.push({ space, id, path: [...path, 'id'] });
      named(item, found, path);
      path.pop();
    });
    return found;
  }
  for (const key in value) {
    const item = (value as Record<string, unknown>)[key];
    if (typeof item !== 'object' || item === null) continue;
    path.push(key);
    named(item, found, path);
    path.pop();
  }
  return found;
}

const duplicateId: Check<'file'> = {
  code: 'schema/duplicate-id',
  scope: 'file',
  run({ source, data }, ask) {
    const first = new Map<string, Path>();
    for (const { space, id, path } of typeof data === 'object' ? named(data) : []) {
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

/**
 * The first entry of each id. A fact is named TRIAL/OUTCOME, REVIEW/CLAIM or SYNTHESIS/RESULT, so these share
 * their ids.
 */
const spaceOf = ({ entry }: Entry) => entry.replace(/\/.*/, '').replace(/^(?:reviews|syntheses)$/, 'trials');
const all = namesOf('trials', 'reviews', 'syntheses', 'therapies', 'topics', 'pages');
const firstEntries = mapPart(
  'first entries',
  [all],
  (heard) => {
    const rank = ({ kind }: KindFile) => all.of.indexOf(kind);
    const entries = heard(all).sort((a, b) => rank(a) - rank(b));
    return new Map(
      entries
        .toReversed()
        .map(({ source }) => [`${spaceOf(source as Entry)}/${(source as Entry).id}`, source]),
    );
  },
  ({ file }) => file,
);

const duplicateEntry: Check<'entry'> = {
  code: 'schema/duplicate-id',
  scope: 'entry',
  run({ source }, ask, { of }) {
    const other = valueIn(need(of(firstEntries)), `${spaceOf(source)}/${source.id}`);
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
