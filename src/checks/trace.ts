import { scatter } from '../evidence/locate.ts';
import {
  passagesOf,
  sectionOf,
  standsAt,
  traceableFigures,
  type TraceableFigure,
} from '../evidence/trace.ts';
import type { Review } from '../model/review.ts';
import type { IndexedSection, Passage } from '../model/source.ts';
import type { Statement, Synthesis } from '../model/synthesis.ts';
import type { Trial } from '../model/trial.ts';
import type { SourceFile } from '../reading/corpus.ts';
import type { Check, Fault } from './check.ts';
import type { CheckContext, Indexes } from './context.ts';
import { idOf } from './context/ids.ts';
import { mapPart, wholePart } from './context/part.ts';
import { allOf, hasData, type Extractor } from './context/extracts.ts';
import type { PlacedFact } from './facts.ts';
import { itemIn, need } from '../model/need.ts';

/**
 * The report that states a fact: for a claim, the review itself; for a pooled result, the work that publishes
 * it.
 */
export function reportOf({ source, fact }: { source: SourceFile<unknown>; fact: Statement }): string {
  if (fact.kind === 'pooled') return (source.data as Synthesis).reference;
  return 'report' in fact ? fact.report : itemIn(source.entry.split('/'), 1);
}

/**
 * The section of a figure index in which a fact should stand; `undefined` where its document is not indexed
 * there.
 */
export function sectionFor(placed: PlacedFact, indexes: Indexes): IndexedSection | undefined {
  return sectionOf(indexes.get(reportOf(placed)) ?? [], placed.fact.locator);
}

const reviewsWhole = allOf('reviews');
/** Reviews that could be read, by their id. */
const reviews = mapPart(
  'reviews',
  [reviewsWhole],
  (collect) =>
    new Map(collect(reviewsWhole).flatMap((one) => (hasData(one.source) ? [[idOf(one), one.source]] : []))),
  ({ digest, data }) => digest ?? data,
);

/** What the text of a review calls a work: its key and its number in the bibliography. */
const namesIn =
  ({ bibliography }: Review) =>
  (key: string): (number | string)[] => [
    key,
    ...bibliography.filter((own) => own.key === key).map(({ number }) => number),
  ];

/**
 * The passages of a section in which a fact may stand. In a review, they speak of each work that the fact
 * cites; where an outcome cites none, of one of the references of its trial.
 */
export function passagesFor(
  placed: PlacedFact,
  section: IndexedSection,
  { of }: Pick<CheckContext, 'of'>,
): Passage[] {
  const review = need(of(reviews)).get(reportOf(placed))?.data;
  if (!review) return section.passages;
  const namesOf = namesIn(review as Review);
  const { fact, source } = placed;
  if ('cites' in fact && fact.cites?.length) return passagesOf(section, fact.cites.map(namesOf));
  const { reports = [] } = (source.data ?? {}) as Partial<Trial>;
  const own = reports.flatMap(({ reference }) => (reference === undefined ? [] : namesOf(reference)));
  return passagesOf(section, own.length > 0 ? [own] : []);
}

const readIndexes: Extractor<boolean> = {
  name: 'whether the index could be read',
  of: ['index'],
  extract: ({ source }) => hasData(source),
  isPlain: true,
};
const hasUnreadIndex = wholePart('an index that could not be read', [readIndexes], (collect) =>
  collect(readIndexes).some(({ value }) => !value),
);

const figure: Check<'fact'> = {
  code: 'trace/figure',
  scope: 'fact',
  run(placed, ask, context) {
    const { fact } = placed;
    if (!fact.trace) return;
    const section = sectionFor(placed, context.indexes);
    // It may be in an index that could not be read.
    if (!section && context.of(hasUnreadIndex)) {
      ask.skip();
      return;
    }
    const figures = new Map(traceableFigures(fact).map((own) => [own.key, own]));
    const scattered = section && scatter(fact.trace, passagesFor(placed, section, context));
    for (const [key, place] of Object.entries(fact.trace)) {
      const own = figures.get(key);
      const stands = own !== undefined && standsAt(own, section?.numbers, place);
      const found = scattered?.key === key ? scattered : undefined;
      if (stands && found)
        ask.fault({
          where: ['trace', key],
          message: `${key} is traced to number ${place} of ${fact.locator}, but ${found.fault}`,
          actual: `number ${place}`,
          expected: found.expected,
          help: 'run almanac trace locate --write, or set the place by hand',
        });
      else
        ask.expect(stands, () => misplaced(fact, { key, place, own, printed: section?.numbers[place - 1] }));
    }
  },
};

interface TracedFigure {
  key: string;
  /** The number of the source that it is traced to, from 1, and what is printed there. */
  place: number;
  printed: string | undefined;
  /** What the fact records; undefined where it has no such figure. */
  own: TraceableFigure | undefined;
}

/** A figure that is not what the source prints at the place that it is traced to. */
const misplaced = (
  { id, locator }: PlacedFact['fact'],
  { key, place, printed, own }: TracedFigure,
): Fault => ({
  where: own === undefined ? ['trace', key] : key.split('.'),
  message:
    own === undefined
      ? `the trace names ${key}, which ${id} does not have`
      : `${key} is ${own.digits}, but number ${place} of ${locator} in the source is ${printed ?? 'not there'}`,
  actual: own?.digits ?? key,
  expected: printed ?? 'a figure that the source prints there',
  help: 'compare with the source; after a right correction run almanac trace locate --write',
});

const untraced: Check<'fact'> = {
  code: 'trace/untraced',
  scope: 'fact',
  run(placed, ask, { indexes }) {
    const { fact } = placed;
    if (!sectionFor(placed, indexes)) return;
    const left = traceableFigures(fact).filter(({ key }) => fact.trace?.[key] === undefined);
    ask.expect(left.length === 0, () => ({
      where: [],
      message: `${left.map(({ key, digits }) => `${key} ${digits}`).join(', ')} of ${fact.id} is not traced to a number of ${fact.locator}`,
      actual: left.map(({ digits }) => digits).join(', '),
      expected: 'a place among the numbers of the source',
      help: 'run almanac trace locate --write; where the source prints it elsewhere or not at all, the note stands',
    }));
  },
};

const locator: Check<'fact'> = {
  code: 'trace/locator',
  scope: 'fact',
  run(placed, ask, { indexes }) {
    const { fact } = placed;
    const own = indexes.get(reportOf(placed));
    // Only a locator by section number claims to lead into an index.
    if (!own || !/§/.test(fact.locator)) return;
    ask.expect(sectionFor(placed, indexes) !== undefined, () => ({
      where: ['locator'],
      message: `${fact.locator} is not a section of the indexed source`,
      actual: fact.locator,
      expected: own.flatMap((index) => index.sections.map(({ id }) => id)).join(', '),
      help: 'compare the section number with the source',
    }));
  },
};

/** The numbers of studies and patients of a whole synthesis, which are no result of it. */
const size: Check<'file'> = {
  code: 'trace/figure',
  scope: 'file',
  run({ kind, data }, ask, { indexes }) {
    if (kind !== 'syntheses' || !data.size?.trace) return;
    const { locator, trace } = data.size;
    const numbers = sectionOf(indexes.get(data.reference) ?? [], locator)?.numbers;
    for (const [key, place] of Object.entries(trace)) {
      const own = key === 'studies' || key === 'patients' ? data.size[key] : undefined;
      const digits = own?.printed ?? '';
      ask.expect(own !== undefined && standsAt({ key, digits }, numbers, place), () => ({
        where: ['size', ...(own ? [key] : ['trace', key])],
        message: `${key} is ${digits || 'not stated'}, but number ${place} of ${locator} in the source is ${numbers?.[place - 1] ?? 'not there'}`,
        actual: digits || key,
        expected: numbers?.[place - 1] ?? 'a figure that the source prints there',
        help: 'compare with the source, and set the place by hand',
      }));
    }
  },
};

export const traceChecks: Check[] = [figure, size, untraced, locator];
