import { sectionOf, standsAt, traceableFigures } from '../evidence/trace.ts';
import type { Claim, Outcome } from '../model/outcome.ts';
import type { Corpus, SourceFile } from '../reading/corpus.ts';
import type { SourceIndex } from '../model/source.ts';
import type { Check } from './check.ts';
import { factsOf, type PlacedFact } from './facts.ts';

/** The report that states a fact: for a claim, the review itself. */
export function reportOf({ source, fact }: { source: SourceFile<unknown>; fact: Outcome | Claim }): string {
  return 'report' in fact ? fact.report : source.entry.split('/')[1]!;
}

/** The indexes of each report. */
export function indexesOf(corpus: Corpus): Map<string, SourceIndex[]> {
  return Map.groupBy(
    corpus.sources.flatMap(({ data }) => data ?? []),
    (index) => index.of,
  );
}

/** The section of a figure index in which a fact should stand; `undefined` where its document is not indexed there. */
export function sectionFor(placed: PlacedFact, indexes: Map<string, SourceIndex[]>): SourceIndex['sections'][number] | undefined {
  for (const index of indexes.get(reportOf(placed)) ?? []) {
    const section = sectionOf(index, placed.fact.locator);
    if (section) return section;
  }
  return undefined;
}

const figure: Check = {
  code: 'trace/figure',
  run({ corpus }, tally) {
    const indexes = indexesOf(corpus);
    for (const placed of factsOf(corpus)) {
      const { source, path, fact } = placed;
      if (!fact.trace) continue;
      const section = sectionFor(placed, indexes);
      const figures = new Map(traceableFigures(fact).map(({ key, digits }) => [key, digits]));
      for (const [key, place] of Object.entries(fact.trace)) {
        const printed = section?.numbers[place - 1];
        const own = figures.get(key);
        tally.expect(
          source,
          own !== undefined && standsAt(own, section?.numbers, place),
          () => ({
            where: own === undefined ? [...path, 'trace', key] : [...path, ...key.split('.')],
            message:
              own === undefined
                ? `the trace names ${key}, which ${fact.id} does not have`
                : `${key} is ${own}, but number ${place} of ${fact.locator} in the source is ${printed ?? 'not there'}`,
            actual: own ?? key,
            expected: printed ?? 'a figure that the source prints there',
            help: 'compare with the source; after a right correction run almanac trace locate --write',
          }),
          fact,
        );
      }
    }
  },
};

const untraced: Check = {
  code: 'trace/untraced',
  run({ corpus }, tally) {
    const indexes = indexesOf(corpus);
    for (const placed of factsOf(corpus)) {
      const { source, path, fact } = placed;
      const section = sectionFor(placed, indexes);
      if (!section) continue;
      const left = traceableFigures(fact).filter(({ key }) => fact.trace?.[key] === undefined);
      tally.expect(
        source,
        left.length === 0,
        () => ({
          where: path,
          message: `${left.map(({ key, digits }) => `${key} ${digits}`).join(', ')} of ${fact.id} is not traced to a number of ${fact.locator}`,
          actual: left.map(({ digits }) => digits).join(', '),
          expected: 'a place among the numbers of the source',
          help: 'run almanac trace locate --write; where the source writes the number as a word, the note stands',
        }),
        fact,
      );
    }
  },
};

const locator: Check = {
  code: 'trace/locator',
  run({ corpus }, tally) {
    const indexes = indexesOf(corpus);
    for (const placed of factsOf(corpus)) {
      const { source, path, fact } = placed;
      const own = indexes.get(reportOf(placed));
      // Only a locator by section number claims to lead into an index.
      if (!own || !/§/.test(fact.locator)) continue;
      tally.expect(
        source,
        sectionFor(placed, indexes) !== undefined,
        () => ({
          where: [...path, 'locator'],
          message: `${fact.locator} is not a section of the indexed source`,
          actual: fact.locator,
          expected: own.flatMap((index) => index.sections.map(({ id }) => id)).join(', '),
          help: 'compare the section number with the source',
        }),
        fact,
      );
    }
  },
};

export const traceChecks: Check[] = [figure, untraced, locator];
