import { scaleLinear, scaleLog } from 'd3-scale';
import type { Fact } from '../evidence/library.ts';
import type { Figure, Interval } from '../model/figure.ts';

/** What one row of a plot shows, in the units of its axis. */
export interface Mark {
  point: number | undefined;
  low: number | undefined;
  high: number | undefined;
  /** The interval was computed by the build. */
  computed: boolean;
}

export type AxisKind = 'percent' | 'ratio' | 'time' | 'none';

/** Places values and ticks on a strip `width` units wide. */
export interface Axis {
  kind: Exclude<AxisKind, 'none'>;
  place(value: number): number;
  ticks: { at: number; label: string }[];
  /** The value of no difference, on a ratio axis. */
  neutral: number | undefined;
}

export const stripWidth = 240;
const margin = 8;

/** The axis on which a fact can be drawn. */
export function axisKindOf({ outcome }: Fact): AxisKind {
  switch (outcome.kind) {
    case 'proportion':
    case 'landmark':
    case 'adverse-event':
      return 'percent';
    case 'contrast':
    case 'association':
      return 'ratio';
    case 'median':
      return /^(days|weeks|months|years)$/.test(outcome.unit) ? 'time' : 'none';
    default:
      return 'none';
  }
}

/** The mark of a fact; `undefined` where there is nothing to draw. */
export function markOf({ outcome, derived }: Fact): Mark | undefined {
  switch (outcome.kind) {
    case 'proportion':
    case 'landmark':
    case 'adverse-event': {
      const point = outcome.percent?.value ?? derived.percent;
      if (point === undefined) return undefined;
      return { point, ...ends(outcome.interval, derived.interval), computed: derived.interval !== undefined };
    }
    case 'contrast':
    case 'association':
      if (!outcome.estimate || !/^(HR|OR|RR)$/.test(outcome.measure)) return undefined;
      return { point: outcome.estimate.value, ...ends(outcome.interval), computed: false };
    case 'median':
      return outcome.value && { point: outcome.value.value, ...ends(outcome.interval), computed: false };
    default:
      return undefined;
  }
}

function ends(printed: Interval | undefined, computed?: { low: number; high: number }): Pick<Mark, 'low' | 'high'> {
  if (!printed) return { low: computed?.low, high: computed?.high };
  const limit = (end: Figure | string) => (typeof end === 'string' ? undefined : end.value);
  return { low: limit(printed.low), high: limit(printed.high) };
}

/** An axis wide enough for all marks. */
export function axisFor(kind: Axis['kind'], marks: Mark[]): Axis {
  const values = marks.flatMap(({ point, low, high }) => [point, low, high]).filter((value) => value !== undefined);
  const range: [number, number] = [margin, stripWidth - margin];
  if (kind === 'ratio') {
    const positive = values.filter((value) => value > 0);
    const domain: [number, number] = [least(0.25, positive) * 0.9, largest(2, positive) * 1.1];
    const scale = scaleLog(domain, range);
    const ticks = [0.01, 0.1, 0.25, 0.5, 1, 2, 4, 10, 100].filter((tick) => tick >= domain[0] && tick <= domain[1]);
    return { kind, place: scale, ticks: ticks.map((tick) => ({ at: scale(tick), label: String(tick) })), neutral: scale(1) };
  }
  const scale = kind === 'percent' ? scaleLinear([0, 100], range) : scaleLinear([0, largest(1, values)], range).nice(4);
  const ticks = kind === 'percent' ? [0, 25, 50, 75, 100] : scale.ticks(4);
  return { kind, place: scale, ticks: ticks.map((tick) => ({ at: scale(tick), label: `${tick}` })), neutral: undefined };
}

// Of any number of values: a function takes only so many.
const least = (first: number, values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), first);
const largest = (first: number, values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), first);
