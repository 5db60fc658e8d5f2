import { proportionMethods } from '../stats/proportion.ts';
import type { Check } from './check.ts';
import {
  canBeAtMost,
  endsOf,
  estimateOf,
  exact,
  halfUnit,
  isFraction,
  type Fraction,
  type PlacedFact,
} from './facts.ts';
import { partOf } from '../model/outcome.ts';

const order: Check<'fact'> = {
  code: 'intervals/order',
  scope: 'fact',
  run({ fact }, ask) {
    const ends = endsOf(partOf(fact, 'interval'));
    if (!ends) return;
    const { low, high } = ends;
    const middle = isSpread(fact) ? undefined : exact(estimateOf(fact)?.figure);
    const within =
      !middle ||
      (middle.value + halfUnit(middle) >= low.value - halfUnit(low) &&
        middle.value - halfUnit(middle) <= high.value + halfUnit(high));
    const forwards = canBeAtMost(low, high);
    ask.expect(forwards && within, () => ({
      where: ['interval'],
      message:
        forwards && middle
          ? `the figure ${middle.printed} lies outside its interval ${low.printed}–${high.printed}`
          : `the interval begins at ${low.printed} and ends at ${high.printed}`,
      actual: `${middle?.printed ?? ''} (${low.printed}–${high.printed})`,
      expected: 'low ≤ figure ≤ high',
      help: 'compare the figure and both limits with the source',
    }));
  },
};

/** Quartiles and extremes hold the median; a mean may lie outside the quartiles. */
const isSpread = (fact: PlacedFact['fact']) =>
  partOf(fact, 'interval')?.kind === 'iqr' && partOf(fact, 'statistic') !== 'median';

const bounds: Check<'fact'> = {
  code: 'intervals/bounds',
  scope: 'fact',
  run({ fact }, ask) {
    const ends = isFraction(fact) || fact.kind === 'landmark' ? endsOf(fact.interval) : undefined;
    if (!ends) return;
    ask.expect(ends.low.value >= 0 && ends.high.value <= 100, () => ({
      where: ['interval'],
      message: `a percentage cannot lie between ${ends.low.printed} and ${ends.high.printed}`,
      actual: `${ends.low.printed}–${ends.high.printed}`,
      expected: 'limits between 0 and 100',
      help: 'compare both limits with the source; if it prints them so, waive the check with the reason',
    }));
  },
};

const method: Check<'fact'> = {
  code: 'intervals/method',
  scope: 'fact',
  run({ fact }, ask) {
    if (!isFraction(fact)) return;
    const ends = endsOf(fact.interval);
    const total = exact(fact.total);
    const level = fact.interval?.level?.value;
    if (!ends || !total || !level || fact.interval?.kind !== 'confidence') return;
    const events = possibleEvents(fact, total.value);
    // What cannot be counted is a fault for the family arithmetic.
    if (events.length === 0) return;
    ask.expect(methodsThatFit(events, total.value, ends, level).length > 0, () => ({
      where: ['interval'],
      message: `none of ${proportionMethods.map(({ name }) => name).join(', ')} gives ${ends.low.printed}–${ends.high.printed} for these counts`,
      actual: `${ends.low.printed}–${ends.high.printed}`,
      expected: events.map((x) => `${x}/${total.value}`).join(', '),
      help: 'compare counts and limits with the source; a stratified or other method may have been used',
    }));
  },
};

/** The numbers of patients that a proportion can stand for: none where its counts cannot be. */
function possibleEvents(fact: Fraction, total: number): number[] {
  if (total < 1) return [];
  const [events, percent] = [exact(fact.events), exact(fact.percent)];
  if (events) return events.value <= total ? [events.value] : [];
  if (fact.events || !percent) return [];
  const nearest = Math.round((percent.value * total) / 100);
  return [nearest - 1, nearest, nearest + 1].filter(
    (x) => x >= 0 && x <= total && Math.abs((100 * x) / total - percent.value) <= 10 ** -percent.decimals,
  );
}

/** The methods that reproduce a printed interval of a proportion, within half a printed unit. */
export function methodsThatFit(
  events: readonly number[],
  total: number,
  { low, high }: { low: { value: number; decimals: number }; high: { value: number; decimals: number } },
  level: number,
): string[] {
  const near = (computed: number, printed: { value: number; decimals: number }) =>
    Math.abs(100 * computed - printed.value) <= 0.5 * 10 ** -printed.decimals + 1e-6;
  return proportionMethods
    .filter(({ compute }) =>
      events.some((x) => {
        const interval = compute(x, total, level / 100);
        return near(interval.low, low) && near(interval.high, high);
      }),
    )
    .map(({ name }) => name);
}

export const intervalChecks: Check[] = [order, bounds, method];
