import type { Measure } from '../stats/effect-sizes.ts';
import type { Line } from '../synthesis/lines.ts';
import type { Axis } from './axis.ts';
import { linear, logarithmic, ratioTicks, round, type Ends } from './scale.ts';

/** An axis that ends before some intervals do, which have their places at its ends. */
export interface CutAxis extends Axis {
  /** At which end a value lies beyond it; 0 for one that does not. */
  beyond(value: number): -1 | 0 | 1;
}

/** Proportions from 0 to 100%; ratios on a logarithmic scale around the points, with 1 on it. */
export function forestAxis(measure: Measure, lines: readonly Line[], [left, right]: Ends): CutAxis {
  const isRatio = measure === 'GEN';
  const marks = lines.filter((line) => 'interval' in line);
  const points = marks.flatMap((line) => ('point' in line ? line.point : []));
  const [low, high] = [Math.min(1, ...points), Math.max(1, ...points)];
  const ends = marks.flatMap(({ interval }) => [interval.low, interval.high]);
  const from = isRatio ? Math.min(0.5, Math.max(Math.min(...ends), low / 8)) * 0.9 : 0;
  const to = isRatio ? Math.max(2, Math.min(Math.max(...ends), high * 8)) * 1.1 : 1;
  const [first, last] = [left + 6, right - 6];
  const scale = (isRatio ? logarithmic : linear)([from, to], [first, last]);
  const place = (value: number) => round(Math.min(last, Math.max(first, scale(value))));
  return {
    place,
    beyond: (value) => (value < from ? -1 : value > to ? 1 : 0),
    ticks: (isRatio ? ratioTicks([from, to]) : [0, 0.25, 0.5, 0.75, 1]).map((tick) => ({
      at: place(tick),
      label: isRatio ? String(tick) : `${100 * tick}%`,
    })),
    neutral: isRatio ? place(1) : undefined,
  };
}
