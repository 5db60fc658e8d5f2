import type { Figure } from '../model/figure.ts';
import type { Claim, Outcome } from '../model/outcome.ts';
import type { SourceIndex } from '../model/source.ts';

/** One figure of a fact, under the key by which its trace names it, as the digits a document would print. */
export interface TraceableFigure {
  key: string;
  digits: string;
}

/** The digits of a printed figure, without bound and sign; `.0105` and `0.0105` are the same figure. */
export function digitsOf(printed: string): string {
  return printed
    .replace(/^[<>≤≥=Pp\s]+/, '')
    .replace(/^[+-]/, '')
    .replace(/^\./, '0.');
}

const plainKeys = ['events', 'total', 'percent', 'value', 'estimate', 'low', 'high', 'threshold'] as const;

/** Every figure of a fact that its document prints as a number. */
export function traceableFigures(fact: Outcome | Claim): TraceableFigure[] {
  const loose = fact as unknown as Record<string, unknown>;
  const figures: TraceableFigure[] = [];
  const add = (key: string, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'printed' in value)
      figures.push({ key, digits: digitsOf((value as Figure).printed) });
  };
  for (const key of plainKeys) add(key, loose[key]);
  if ('interval' in fact && fact.interval)
    for (const key of ['level', 'low', 'high'] as const) add(`interval.${key}`, fact.interval[key]);
  if ('p' in fact && fact.p?.value !== undefined) add('p', fact.p);
  if ('at' in fact && fact.at) add('at', fact.at.value);
  if (fact.kind === 'landmark' && fact.spread) add('spread', fact.spread.value);
  if ('grade' in fact && fact.grade?.min !== undefined) {
    const [from, to] = fact.grade.printed.match(/\d/g) ?? [];
    if (from) figures.push({ key: 'grade.min', digits: from });
    if (to) figures.push({ key: 'grade.max', digits: to });
  }
  if (fact.kind === 'date')
    fact.date
      .split('-')
      .forEach((part, i) => figures.push({ key: `date.${['year', 'month', 'day'][i]}`, digits: String(Number(part)) }));
  return figures;
}

/** The section of an index that a locator points into: `§2.1.1`, `abstract`. The section `whole` holds every locator. */
export function sectionOf(index: SourceIndex, locator: string): SourceIndex['sections'][number] | undefined {
  const numbered = /§\s*([\d.]*\d)/.exec(locator)?.[1];
  const wanted = numbered ?? locator.trim().toLowerCase();
  const named =
    index.sections.find(({ id }) => id === wanted) ?? index.sections.find(({ id }) => !numbered && wanted.startsWith(id));
  return named ?? index.sections.find(({ id }) => id === 'whole');
}

/**
 * Whether a number of a source is the figure. A span prints its power of ten once, behind its high end: `1.701` is
 * `1.701e6` where the number that follows is `5.100e6`. A power that the source prints may stand in the unit instead.
 *
 * @param following the number that comes after it in the source
 */
export function sameDigits(figure: string, number: string | undefined, following?: string): boolean {
  if (number === undefined) return false;
  const digits = digitsOf(number);
  if (digits === figure) return true;
  const [[own, power], [printed, printedPower]] = [figure.split('e'), digits.split('e')];
  if (own !== printed) return false;
  return power === undefined || (printedPower === undefined && following?.split('e')[1] === power);
}

/** Whether the number at a place (from 1) of a section is the figure. */
export const standsAt = (figure: string, numbers: readonly string[] | undefined, place: number): boolean =>
  sameDigits(figure, numbers?.[place - 1], numbers?.[place]);

/** Key of a figure → its place (from 1) among the numbers of its section. */
export type Trace = Record<string, number>;

/**
 * Finds the figures of a fact among the numbers of a section: the places that lie closest together. Figures that the
 * section does not print as a number are left out.
 */
export function locate(fact: Outcome | Claim, numbers: readonly string[]): Trace {
  const wanted = traceableFigures(fact)
    .map(({ key, digits }) => ({ key, places: numbers.flatMap((_, i) => (standsAt(digits, numbers, i + 1) ? [i + 1] : [])) }))
    .filter(({ places }) => places.length > 0);
  let best: { trace: Trace; cost: number } | undefined;
  const anchor = [...wanted].sort((a, b) => a.places.length - b.places.length)[0];
  for (const start of anchor?.places ?? []) {
    const taken = new Set<number>();
    const trace: Trace = {};
    let cost = 0;
    for (const { key, places } of wanted) {
      const free = places.filter((place) => !taken.has(place));
      const place = (free.length > 0 ? free : places).reduce((near, p) =>
        Math.abs(p - start) < Math.abs(near - start) ? p : near,
      );
      taken.add(place);
      trace[key] = place;
      cost += Math.abs(place - start) + (free.length > 0 ? 0 : 5);
    }
    if (!best || cost < best.cost) best = { trace, cost };
  }
  return best?.trace ?? {};
}
