import type { Figure } from '../model/figure.ts';
import { meaningOf } from '../model/number-words.ts';
import type { IndexedSection, Passage, SourceIndex } from '../model/source.ts';
import type { Statement } from '../model/synthesis.ts';

/** One figure of a fact, under the key by which its trace names it, as the digits a document would print. */
export interface TraceableFigure {
  key: string;
  digits: string;
  /** It is all of those counted: a source may write "all" instead. */
  whole?: true;
}

/** The digits of a printed figure, without bound and sign; `.0105` and `0.0105` are the same figure. */
export function digitsOf(printed: string): string {
  return plain.test(printed) ? printed : withoutSigns(printed);
}

/** Nearly all numbers of an index; a long one is asked for thousands of times. */
const plain = /^\d[\d.]*$/;

function withoutSigns(printed: string): string {
  return printed
    .replace(/^[<>≤≥=Pp\s]+/, '')
    .replace(/^[+-]/, '')
    .replace(/^\./, '0.');
}

const plainKeys = [
  ...(['events', 'total', 'percent', 'value', 'estimate', 'low', 'high', 'threshold'] as const),
  ...(['studies', 'patients', 'i2', 'tau2'] as const),
];

/** Every figure of a fact that its document prints as a number. */
export function traceableFigures(fact: Statement): TraceableFigure[] {
  const loose = fact as unknown as Record<string, unknown>;
  const figures: TraceableFigure[] = [];
  const add = (key: string, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'printed' in value)
      figures.push({ key, digits: digitsOf((value as Figure).printed) });
  };
  for (const key of plainKeys) add(key, loose[key]);
  if ('interval' in fact && fact.interval)
    for (const key of ['level', 'low', 'high'] as const) add(`interval.${key}`, fact.interval[key]);
  if (fact.kind === 'pooled') {
    for (const key of ['level', 'low', 'high'] as const) add(`prediction.${key}`, fact.prediction?.[key]);
    if (fact.heterogeneity?.value !== undefined) add('heterogeneity', fact.heterogeneity);
    if (fact.differs?.p.value !== undefined) add('differs.p', fact.differs.p);
  }
  if ('p' in fact && fact.p?.value !== undefined) add('p', fact.p);
  if ('at' in fact && fact.at) {
    add('at.from', fact.at.from);
    add('at', fact.at.value);
  }
  if ('spread' in fact && fact.spread) add('spread', fact.spread.value);
  if ('grade' in fact && fact.grade?.min !== undefined) {
    const [from, to] = fact.grade.printed.match(/\d/g) ?? [];
    if (from) figures.push({ key: 'grade.min', digits: from });
    if (to) figures.push({ key: 'grade.max', digits: to });
  }
  if (fact.kind === 'date')
    fact.date
      .split('-')
      .forEach((part, i) =>
        figures.push({ key: `date.${['year', 'month', 'day'][i]}`, digits: String(Number(part)) }),
      );
  const total = figures.find(({ key }) => key === 'total')?.digits;
  return figures.map(({ key, digits }) => traceableKey(key, digits, total));
}

/**
 * A figure under its key; of the counted it is the whole where it is all of them, which a source may write as
 * a word.
 */
export function traceableKey(key: string, printed: string, total: string | undefined): TraceableFigure {
  const digits = digitsOf(printed);
  const isWhole = (key === 'percent' && digits === '100') || (key === 'events' && digits === total);
  return { key, digits, ...(isWhole ? { whole: true } : {}) };
}

/**
 * Whether the figures of a fact are matched to their places in an index of its source; `no-figure` where it
 * states none.
 */
export function tracedOf(fact: Statement): 'traced' | 'partly' | 'not-indexed' | 'no-figure' {
  const figures = traceableFigures(fact);
  const matched = figures.filter(({ key }) => fact.trace?.[key] !== undefined).length;
  if (matched < figures.length) return matched > 0 ? 'partly' : 'not-indexed';
  return figures.length > 0 ? 'traced' : 'no-figure';
}

/**
 * The section of a report's indexes that a locator points into: `§2.1.1`, `abstract`; the one that is named
 * most fully. `table 10` is not in `table 1`. The section `whole` holds every locator.
 */
export function sectionOf(indexes: readonly SourceIndex[], locator: string): IndexedSection | undefined {
  const numbered = /§\s*([\d.]*\d)/.exec(locator)?.[1];
  const wanted = numbered ?? locator.trim().toLowerCase();
  const leadsInto = ({ id }: IndexedSection) =>
    id === wanted ||
    (!numbered && wanted.startsWith(id) && !/^[\p{L}\d]|^\.\d/u.test(wanted.slice(id.length)));
  const sections = indexes.flatMap((index) => index.sections);
  const named = sections.filter(leadsInto).toSorted((a, b) => b.id.length - a.id.length)[0];
  return named ?? sections.find(({ id }) => id === 'whole');
}

/**
 * The passages of a section that a fact may stand in: where a review says whose work it speaks of, those of
 * all its works.
 */
export function passagesOf(section: IndexedSection, works: readonly (number | string)[][]): Passage[] {
  return section.passages.filter(({ cites }) =>
    works.every((names) => names.some((name) => cites.includes(name))),
  );
}

/**
 * Whether a number of a source is the figure. A span prints its power of ten once, behind its high end:
 * `1.701` is `1.701e6` where the number that follows is `5.100e6`. A power that the source prints may stand
 * in the unit instead.
 *
 * @param following the number that comes after it in the source
 */
export function sameDigits(figure: string, number: string | undefined, following?: string): boolean {
  if (number === undefined) return false;
  const digits = digitsOf(number);
  if (digits === figure) return true;
  if (!figure.includes('e') && !digits.includes('e')) return false;
  const [[own, power], [printed, printedPower]] = [figure.split('e'), digits.split('e')];
  if (own !== printed) return false;
  return power === undefined || (printedPower === undefined && following?.split('e')[1] === power);
}

/** Whether the number, or number word, at a place (from 1) of a section is the figure. */
export function standsAt(
  { key, digits, whole }: TraceableFigure,
  numbers: readonly string[] | undefined,
  place: number,
): boolean {
  const number = numbers?.[place - 1];
  const meaning = number === undefined ? undefined : meaningOf(number);
  if (meaning === undefined) return sameDigits(digits, number, numbers?.[place]);
  if (meaning === 'half') return key === 'percent' && digits === '50';
  return meaning === 'all' ? whole === true : meaning === digits;
}

/** Key of a figure → its place (from 1) among the numbers of its section. */
export type Trace = Record<string, number>;
