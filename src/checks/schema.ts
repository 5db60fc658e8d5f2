import type { Code } from '../model/finding.ts';
import { allFiles } from '../reading/corpus.ts';
import type { SourceFile } from '../reading/corpus.ts';
import type { Check } from './check.ts';

/** Reading a file asks these of it; the answers are already in the corpus. */
const whileReading: Code[] = [
  'schema/content',
  'schema/encoding',
  'schema/empty',
  'schema/filename',
  'schema/yaml',
  'schema/unknown-key',
  'schema/shape',
  'mdx/syntax',
];

const readingChecks = whileReading.map((code): Check => ({
  code,
  run({ corpus }, tally) {
    tally.run = code === 'schema/content' ? 1 : allFiles(corpus).length;
    tally.findings.push(...corpus.findings.filter((finding) => finding.code === code));
  },
}));

/** Ids that must differ within one list of one file. */
function lists(source: SourceFile<unknown>): [path: string, items: { id: string }[]][] {
  if (Array.isArray(source.data)) return [['', source.data as { id: string }[]]];
  return Object.entries(source.data ?? {}).filter(
    (pair): pair is [string, { id: string }[]] =>
      Array.isArray(pair[1]) && pair[1].every((item) => typeof (item as { id?: unknown }).id === 'string'),
  );
}

const duplicateId: Check = {
  code: 'schema/duplicate-id',
  run({ corpus }, tally) {
    for (const source of allFiles(corpus)) {
      for (const [key, items] of lists(source)) {
        const first = new Map<string, number>();
        items.forEach(({ id }, index) => {
          const name = id.toLowerCase();
          const earlier = first.get(name);
          const path = (at: number) => (key ? [key, at, 'id'] : [at, 'id']);
          tally.expect(source, earlier === undefined, () => ({
            where: path(index),
            message: `the id ${id} is used twice; first on line ${source.at(path(earlier!)).line}`,
            actual: id,
            expected: 'an id used once in this list',
            help: 'give one of the two another id (the newer one: published ids are permanent)',
          }));
          first.set(name, earlier ?? index);
        });
      }
    }
    for (const entries of Object.values(corpus.entries)) {
      const first = new Map<string, string>();
      for (const entry of entries) {
        const other = first.get(entry.id);
        tally.expect(entry, other === undefined, () => ({
          where: { line: 1, column: 1 },
          message: `the entry ${entry.id} exists twice; also in ${other}`,
          actual: entry.id,
          expected: 'one file for an id',
          help: 'delete or rename one of the two files',
        }));
        first.set(entry.id, entry.file);
      }
    }
  },
};

export const schemaChecks: Check[] = [...readingChecks, duplicateId];
