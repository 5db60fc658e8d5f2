import type { Passage } from '../model/source.ts';
import { standsAt, type Trace, type TraceableFigure } from './trace.ts';
import { firstIn } from '../model/need.ts';

/**
 * In the order in which figures lead to each other: what is printed rarely first, what a sentence shares
 * last.
 */
const order = [
  'interval.low',
  'interval.high',
  'prediction.low',
  'prediction.high',
  'i2',
  'estimate',
  'percent',
  'events',
  'value',
  'low',
  'high',
  'p',
  'spread',
];
/** What a source may print once for several figures, and further from them. */
const shared = new Set([
  'total',
  'at',
  'interval.level',
  'prediction.level',
  'threshold',
  'grade.min',
  'grade.max',
]);
export const isShared = (key: string): boolean => shared.has(key);
/** Pairs that a source prints in this order. */
const before: readonly (readonly [string, string])[] = [
  ['interval.low', 'interval.high'],
  ['low', 'high'],
  ['grade.min', 'grade.max'],
  ['events', 'percent'],
  ['percent', 'spread'],
  ['estimate', 'interval.low'],
  ['percent', 'interval.low'],
  ['value', 'interval.low'],
  ['interval.high', 'p'],
  ['interval.high', 'prediction.low'],
  ['interval.high', 'i2'],
  ['i2', 'heterogeneity'],
  ['estimate', 'p'],
];
/**
 * The two ends of a span: one after the other, and side by side where no list of values can stand between
 * them.
 */
const spans = [
  { low: 'interval.low', high: 'interval.high', adjacent: true },
  { low: 'prediction.low', high: 'prediction.high', adjacent: true },
  { low: 'grade.min', high: 'grade.max', adjacent: true },
  { low: 'low', high: 'high', adjacent: false },
] as const;

/**
 * The figure of a trace that does not stand with the others: outside the passages in which the fact may
 * stand, in another of them, or not beside the other end of its span. `undefined` where all stand together.
 */
export function scatter(
  trace: Trace,
  passages: readonly Passage[],
): { key: string; fault: string; expected: string } | undefined {
  const holds = ({ first, last }: Passage, place: number) => first <= place && place <= last;
  const allowed = passages.map(({ first, last }) => `${first} to ${last}`).join(', ');
  let home: Passage | undefined;
  for (const [key, place] of Object.entries(trace)) {
    const own = passages.find((passage) => holds(passage, place));
    if (!own)
      return {
        key,
        fault: 'that passage is not about it',
        expected: allowed || 'a passage that cites the work',
      };
    home ??= own;
    if (own !== home)
      return { key, fault: 'that is another passage', expected: `${home.first} to ${home.last}` };
  }
  for (const { low, high, adjacent } of spans) {
    const [from, to] = [trace[low], trace[high]];
    if (from === undefined || to === undefined || to === from + 1 || (!adjacent && to > from)) continue;
    return {
      key: high,
      fault: `${low} is number ${from}`,
      expected: adjacent ? `number ${from + 1}` : 'a number after it',
    };
  }
  return undefined;
}

/** A number of ways to place a few figures, and what each costs: less is more likely. */
interface Way {
  trace: Trace;
  cost: number;
}

/**
 * Finds the figures of a fact among the numbers of a passage: as many as there are, close together, in the
 * order in which sources print them.
 *
 * @param strange what it costs to take a place, from what is known of its neighbours
 * @param placed figures whose places are known
 */
export function locate(
  figures: readonly TraceableFigure[],
  numbers: readonly string[],
  { first, last }: Passage = { cites: [], first: 1, last: numbers.length },
  strange: (key: string, place: number) => number = () => 0,
  placed: Trace = {},
): Way {
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const wanted = figures
    .filter(({ key }) => placed[key] === undefined)
    .map((own) => ({ ...own, places: places.filter((place) => standsAt(own, numbers, place)) }))
    .filter((own) => own.places.length > 0)
    .toSorted((a, b) => rank(a.key) - rank(b.key));
  let ways: Way[] = [{ trace: placed, cost: 0 }];
  for (const { key, places } of wanted) {
    ways = ways
      .flatMap(({ trace, cost }) =>
        places.map((place) => ({
          trace,
          place,
          cost: cost + costOf(key, place, trace) + strange(key, place),
        })),
      )
      .toSorted((a, b) => a.cost - b.cost)
      .slice(0, 200)
      .map(({ trace, place, cost }) => ({ trace: { ...trace, [key]: place }, cost }));
  }
  const { trace, cost } = firstIn(ways);
  const own = figures.flatMap(({ key }) => (trace[key] === undefined ? [] : [[key, trace[key]] as const]));
  return { trace: Object.fromEntries(own), cost };
}

const rank = (key: string) => (shared.has(key) ? order.length : order.indexOf(key));

/** What it costs to put one more figure at a place, beside those that are placed. */
function costOf(key: string, place: number, trace: Trace): number {
  const { 'interval.low': low, 'interval.high': high } = trace;
  if (key === 'interval.level' && low !== undefined)
    return place < low ? low - 1 - place : Math.abs(place - 1 - (high ?? low)) + 1;
  const others = Object.values(trace);
  const distances = others.map((other) => Math.abs(other - place));
  const after = isShared(key) && others.some((other) => other < place);
  let cost =
    (others.length === 0 ? 0 : Math.min(...distances)) * (key === 'total' ? 0.05 : 1) + (after ? 1 : 0);
  if (distances.includes(0)) cost += 5;
  for (const [earlier, later] of before) {
    const from = earlier === key ? place : trace[earlier];
    const to = later === key ? place : trace[later];
    if (from !== undefined && to !== undefined && (key === earlier || key === later) && from > to) cost += 4;
  }
  for (const { low, high, adjacent } of spans) {
    if (adjacent && high === key && trace[low] !== undefined && place !== trace[low] + 1) cost += 50;
  }
  return cost;
}
