import { lastIn } from '../model/need.ts';
import type { Mark } from './marks.ts';
import { linear, logarithmic, ratioTicks, roundTicks, type Ends } from './scale.ts';

/** Places values across a drawing, in its own units. */
export interface Axis {
  place(value: number): number;
  ticks: { at: number; label: string }[];
  /** The place of no difference, on a ratio axis. */
  neutral: number | undefined;
}

export type AxisKind = 'percent' | 'ratio' | 'time';

/** An axis wide enough for all values: 0 to 100 for percentages, from 0 for times, logarithmic for ratios. */
export function axisFor(kind: AxisKind, values: readonly number[], range: Ends): Axis {
  if (kind === 'ratio') {
    const positive = values.filter((value) => value > 0);
    const domain = [least(0.5, positive) * 0.9, largest(2, positive) * 1.1] as const;
    const scale = logarithmic(domain, range);
    // A limit of 0 lies beyond every such axis: it is drawn to its end.
    const place = (value: number) => (value > 0 ? scale(value) : range[0]);
    return { place, ticks: ticksAt(ratioTicks(domain), place), neutral: place(1) };
  }
  const ticks = kind === 'percent' ? [0, 25, 50, 75, 100] : roundTicks(largest(1, values));
  const place = linear([0, lastIn(ticks)], range);
  return { place, ticks: ticksAt(ticks, place), neutral: undefined };
}

/**
 * An axis whose places are percent of the width, with room for marks at its ends: a strip is as wide as its
 * cell.
 */
export const fluidAxis = (kind: AxisKind, marks: readonly (Mark | undefined)[]): Axis =>
  axisFor(kind, valuesOf(marks), [2, 98]);

/** Everything that has a place on the axis of some marks. */
export const valuesOf = (marks: readonly (Mark | undefined)[]): number[] =>
  marks.flatMap((mark) => [mark?.point, mark?.low, mark?.high]).filter((value) => value !== undefined);

/** Months in steps of years, or of parts of one. */
export function monthsAxis(times: readonly number[], range: Ends): Axis {
  const last = largest(1, times);
  const step = [1, 2, 3, 6, 12, 24, 36, 60, 120].find((months) => last / months <= 7) ?? Math.ceil(last / 7);
  const end = Math.ceil(last / step) * step;
  const place = linear([0, end], range);
  const ticks = Array.from({ length: end / step + 1 }, (_, i) => i * step);
  return { place, ticks: ticksAt(ticks, place), neutral: undefined };
}

/** The same axis with its unit behind the last number. */
export const withUnit = (axis: Axis, unit: string): Axis => ({
  ...axis,
  ticks: axis.ticks.map((tick, i) =>
    i === axis.ticks.length - 1 ? { ...tick, label: tick.label + unit } : tick,
  ),
});

const ticksAt = (values: readonly number[], place: (value: number) => number) =>
  values.map((value) => ({ at: place(value), label: String(value) }));

// Of any number of values: a function takes only so many.
const least = (first: number, values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), first);
const largest = (first: number, values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), first);
