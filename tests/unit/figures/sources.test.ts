import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/checks/facts.ts';
import { indexesOf } from '../../../src/checks/context.ts';
import { sectionFor } from '../../../src/checks/trace.ts';
import { traceableFigures } from '../../../src/evidence/trace.ts';
import { meaningOf } from '../../../src/model/number-words.ts';
import { documentHash } from '../../../src/reading/numbers.ts';
import { projectCorpus } from '../../support/project.ts';
import { indexNumbers, indexSection } from '../../../src/reading/passages.ts';

const here = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const corpus = projectCorpus();
const indexes = corpus.sources.map(({ entry, data }) => ({ entry, ...data! }));

/** The documents are read beside the project and never kept in it. */
const folder = here('../../../../shared/sources');
const documents = fs.existsSync(folder)
  ? fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => ({ name, bytes: fs.readFileSync(path.join(folder, name)) }))
  : [];

describe.skipIf(documents.length === 0)(
  'the indexes of the documents in ../shared/sources (skipped where they are not at hand)',
  () => {
    it.each(documents.map(({ name, bytes }) => [name, bytes] as const))(
      '%s has one, and it equals a rebuild',
      (_, bytes) => {
        const own = indexes.filter(({ sha256 }) => sha256 === documentHash(bytes));
        expect(own.map(({ entry }) => entry)).toHaveLength(1);
        const text = bytes.toString('utf8');
        const [{ sections }] = own as [(typeof own)[number]];
        const whole = sections.length === 1 && sections[0]!.id === 'whole';
        const rebuilt = whole ? [indexSection('whole', text)] : indexNumbers(text);
        const numbersOf = (passages: { numbers: string[] }[]) => passages.flatMap(({ numbers }) => numbers);
        expect(sections.map(({ id, numbers }) => ({ id, numbers }))).toEqual(
          rebuilt.map(({ id, passages }) => ({ id, numbers: numbersOf(passages) })),
        );
        // A sentence may lead into the work that the next one names; its numbers were moved there by hand.
        const moved = sections.flatMap(({ id, passages, numbers }) => {
          const proposed = rebuilt
            .find((section) => section.id === id)!
            .passages.filter((own) => own.numbers.length > 0);
          const kept = passages.map(({ cites, first, last }) => ({
            cites,
            numbers: numbers.slice(first - 1, last),
          }));
          return JSON.stringify(proposed) === JSON.stringify(kept.filter((own) => own.numbers.length > 0))
            ? []
            : [id];
        });
        expect(moved).toEqual(own[0]!.of === 'wei-2023' ? ['1', '3.4'] : []);
      },
    );
  },
);

describe('the committed indexes', () => {
  it('say what was read: a document by its hash, or an address with its day', () => {
    expect(indexes.length).toBeGreaterThanOrEqual(5);
    const unknown = indexes.filter(
      ({ sha256, url, read }) => sha256 === undefined && (url === undefined || read === undefined),
    );
    expect(unknown.map(({ entry }) => entry)).toEqual([]);
  });

  it('hold numbers and number words only, no other word of a source', () => {
    const numbers = indexes.flatMap(({ sections }) => sections.flatMap((section) => section.numbers));
    expect(numbers.length).toBeGreaterThan(500);
    expect(numbers.filter((n) => !/^\d*\.?\d+(e\d+)?$/.test(n) && meaningOf(n) === undefined)).toEqual([]);
  });

  it('trace the figures of the facts whose passage they hold, nearly all', () => {
    const byReport = indexesOf(corpus);
    const figures = factsOf(corpus)
      .filter((placed) => sectionFor(placed, byReport))
      .flatMap(({ fact }) => traceableFigures(fact).map(({ key }) => fact.trace?.[key] !== undefined));
    expect(figures.length).toBeGreaterThan(500);
    expect(figures.filter(Boolean).length / figures.length).toBeGreaterThan(0.95);
  });
});
