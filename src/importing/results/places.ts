import { standsAt, traceableKey } from '../../evidence/trace.ts';
import { itemIn } from '../../model/need.ts';
import { placedNumbers, type PlacedNumber } from '../../reading/numbers.ts';
import { indexSection, type SectionNumbers } from '../../reading/passages.ts';
import type { Printed, Result } from './result.ts';

/** The figure index of a text as one section, and the places of the figures of results in it. */
interface TextIndex {
  section: SectionNumbers;
  /** The places of the figures of a result, from 1; a figure that the index does not hold has none. */
  placesOf: (result: Result) => Record<string, number>;
}

/** Indexes a text from which results were read. Their places are known, and need not be looked for. */
export function indexOf(text: string, id: string): TextIndex {
  const section = indexSection(id, text);
  const numbers = section.passages.flatMap((passage) => passage.numbers);
  const placed = placedNumbers(text);
  const isWhole = placed.length === numbers.length && placed.every((own, i) => own.text === numbers[i]);
  return {
    section,
    placesOf({ figures }) {
      if (!isWhole) return {};
      const found = Object.entries(figures).flatMap(([key, figure]) => {
        const at = placeOf(figure, placed);
        const own = traceableKey(key, figure.text, figures.total?.text);
        return at >= 0 && standsAt(own, numbers, at + 1) ? [[key, at + 1] as const] : [];
      });
      return Object.fromEntries(found.toSorted(([a], [b]) => rank(a) - rank(b)));
    },
  };
}

/**
 * Which of the numbers of a text, in their order, a figure shares a character with; -1 where there is none.
 */
function placeOf({ from, to }: Printed, placed: readonly PlacedNumber[]): number {
  let [low, high] = [0, placed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemIn(placed, middle).to > from) high = middle;
    else low = middle + 1;
  }
  return (placed[low]?.from ?? Infinity) < to ? low : -1;
}

const order = [
  'events',
  'total',
  'percent',
  'value',
  'estimate',
  'low',
  'high',
  'interval.level',
  'interval.low',
  'interval.high',
  'p',
  'at.from',
  'at',
  'spread',
  'grade.min',
  'grade.max',
];
const rank = (key: string) => order.indexOf(key);
