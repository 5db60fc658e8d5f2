import fs from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReferenceImport, UnreadableFile } from '../../../../src/importing/references/import.ts';
import { references } from '../../../../src/model/reference.ts';
import { readYaml } from '../../../../src/reading/yaml.ts';
import { some } from '../../../support/sweep.ts';

const folder = new URL('../../../fixtures/import/', import.meta.url);
const files = fs
  .readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?!csv)\w+$/.test(name))
  .sort()
  .map((name) => fs.readFileSync(new URL(name, folder)));
const all = Buffer.concat(files);

/** A file that was damaged: a part left out, doubled, replaced by one of another, or bytes changed. */
const damaged = fc
  .tuple(
    fc.integer({ min: 0, max: files.length - 1 }),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.integer({ min: 0, max: 60 }),
        by: fc.oneof(
          fc.constant(''),
          fc.string({ maxLength: 12 }),
          fc.string({ unit: 'binary', maxLength: 8 }),
          fc.constantFrom(
            '{',
            '}',
            '"',
            '@',
            '\\',
            '\n',
            '$',
            '<',
            '>',
            '&',
            '%',
            '- ',
            'ER  - \n',
            '@article{',
            '<record>',
            '{{{{{{',
            '\\"',
            '￿',
          ),
          fc
            .integer({ min: 0, max: all.length - 60 })
            .map((from) => all.subarray(from, from + 60).toString('latin1')),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([which, edits]) => {
    let bytes = files[which] ?? Buffer.alloc(0);
    for (const { at, length, by } of edits) {
      const from = Math.floor(at * bytes.length);
      bytes = Buffer.concat([bytes.subarray(0, from), Buffer.from(by), bytes.subarray(from + length)]);
    }
    return bytes;
  });

/** Reads a file as the command does; what it writes must be a library that reads it back. */
function run(bytes: Buffer): void {
  const library = new ReferenceImport([], [], () => false);
  try {
    const { outcomes } = library.read('the file', bytes);
    const { text } = library.textOf('');
    const added = outcomes.flatMap((outcome) => ('added' in outcome ? [outcome.added.id] : []));
    const found = text === undefined ? [] : references.parse(readYaml(text).data);
    expect(found.map(({ id }) => id)).toEqual(added);
    if (text === undefined) return;
    const again = new ReferenceImport(found, [], () => false);
    again.read('the file', bytes);
    expect(again.textOf(text).text).toBeUndefined();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    expect(error.message).toMatch(/^[^\n]{10,}$/);
  }
}

test('a damaged file is read as far as it goes, or refused in a line; a second time nothing is new', () => {
  fc.assert(
    fc.property(damaged, (bytes) => run(bytes)),
    {
      numRuns: some(2_000, 80),
      seed: 20261129,
      interruptAfterTimeLimit: 500_000,
      markInterruptAsFailure: true,
    },
  );
});

test.each([
  ['braces that never close', '@article{a, title = {'.repeat(20_000)],
  ['quotes that never close', '@article{a, title = "'.repeat(20_000)],
  ['braces within braces', `@article{a, title = ${'{'.repeat(100_000)}x${'}'.repeat(100_000)}}`],
  ['accents within accents', `@article{a, title = {${'\\"{'.repeat(20_000)}x${'}'.repeat(20_000)}}}`],
  [
    'strings of strings',
    `${Array.from({ length: 400 }, (_, i) => `@string{s${i} = s${i + 1} # s${i + 1}}`).join('\n')}@article{a, title = s0}`,
  ],
  ['a crossref to itself', '@article{a, crossref = {a}, title = {x y z}}'],
  ['a long name', `TY  - JOUR\nTI  - x y\nAU  - ${'a '.repeat(50_000)}\nER  - \n`],
  [
    'a long line of dashes',
    `TY  - JOUR\nTI  - ${'-'.repeat(200_000)}x\nSP  - ${'1-'.repeat(50_000)}\nER  - \n`,
  ],
  [
    'spaces',
    `TY  - JOUR\nTI  - a${' '.repeat(300_000)}b\nAU  - ${' '.repeat(100_000)},\nDO  - 10.5555/${'('.repeat(20_000)}\nER  - \n`,
  ],
  [
    'tags within tags',
    `<PubmedArticleSet><PubmedArticle><MedlineCitation><Article><ArticleTitle>${'<i>'.repeat(20_000)}</ArticleTitle></Article>`,
  ],
  [
    'entities of entities',
    '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY b "&a;&a;">]><xml><records><record><titles><title>&b;&b;</title></titles></record></records></xml>',
  ],
  ['lists within lists', `[${'['.repeat(50_000)}`],
  ['one line', '@'.repeat(200_000)],
  [
    'a title of signs alone',
    '@article{a, title = {\\}}}\n@article{b, title = {?!}}\n@article{c, title = {x y z}}',
  ],
  [
    'rows of a table that are none',
    `"Title","Author Names","DOI"\n${'}\n'.repeat(2_000)}"A title","B C",""\n`,
  ],
  ['quotes of a table that never close', `Title,Source title,EID\n${'"a,b\n'.repeat(5_000)}`],
  ['faults of YAML at each sign', `- id: a\n  type: book\n  title: x\n${'[]'.repeat(50_000)}`],
])('%s end neither in an exception nor in a wait', (_, text) => {
  const before = performance.now();
  run(Buffer.from(text));
  // Each takes some tenths of a second at most; what grows with the square of its length would take minutes.
  expect(performance.now() - before).toBeLessThan(60_000);
});
