import { lastIn } from '../model/need.ts';
import { linear, logarithmic, roundTicks } from './scale.ts';

/** Places values on a strip, in its own units. */
export interface Axis {
  place(value: number): number;
  ticks: { at: number; label: string }[];
  /** The place of no difference, on a ratio axis. */
  neutral: number | undefined;
}

/** An axis wide enough for all values: 0 to 100 for percentages, from 0 for times, logarithmic for ratios. */
export function axisFor(
  kind: 'percent' | 'ratio' | 'time',
  values: readonly number[],
  range: [number, number],
): Axis {
  if (kind === 'ratio') {
    const positive = values.filter((value) => value > 0);
    const domain: [number, number] = [least(0.25, positive) * 0.9, largest(2, positive) * 1.1];
    const scale = logarithmic(domain, range);
    const ticks = [0.01, 0.1, 0.25, 0.5, 1, 2, 4, 10, 100].filter(
      (tick) => tick >= domain[0] && tick <= domain[1],
    );
    // A limit of 0 lies beyond every such axis: it is drawn to its end.
    const place = (value: number) => (value > 0 ? scale(value) : range[0]);
    return {
      place,
      ticks: ticks.map((tick) => ({ at: scale(tick), label: String(tick) })),
      neutral: scale(1),
    };
  }
  const ticks = kind === 'percent' ? [0, 25, 50, 75, 100] : roundTicks(largest(1, values));
  const scale = linear([0, lastIn(ticks)], range);
  return {
    place: scale,
    ticks: ticks.map((tick) => ({ at: scale(tick), label: String(tick) })),
    neutral: undefined,
  };
}

// Of any number of values: a function takes only so many.
const least = (first: number, values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), first);
const largest = (first: number, values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), first);
