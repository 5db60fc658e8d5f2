import type { Measure } from '../stats/effect-sizes.ts';
import type { Line } from '../synthesis/lines.ts';
import { linear, logarithmic } from './scale.ts';

/** The strip on which a forest plot is drawn. */
export interface ForestAxis {
  /** A value's place on the strip, at its end where the value lies beyond. */
  place(value: number): { at: number; beyond: -1 | 0 | 1 };
  ticks: { at: number; label: string }[];
  neutral: number | undefined;
}

/** Proportions from 0 to 100%; ratios on a logarithmic scale around the points, with 1 on it. */
export function forestAxis(
  measure: Measure,
  lines: readonly Line[],
  [left, right]: readonly [number, number],
): ForestAxis {
  const isRatio = measure === 'GEN';
  const marks = lines.flatMap((line) => ('interval' in line ? [line] : []));
  const points = marks.flatMap((line) => ('point' in line ? [line.point] : []));
  const [low, high] = [Math.min(1, ...points), Math.max(1, ...points)];
  const ends = marks.flatMap(({ interval }) => [interval.low, interval.high]);
  const from = isRatio ? Math.min(0.5, Math.max(Math.min(...ends), low / 8)) * 0.9 : 0;
  const to = isRatio ? Math.max(2, Math.min(Math.max(...ends), high * 8)) * 1.1 : 1;
  const [first, last] = [left + 6, right - 6];
  const scale = (isRatio ? logarithmic : linear)([from, to], [first, last]);
  const place = (value: number) => {
    const beyond = value < from ? -1 : value > to ? 1 : 0;
    return { at: rounded(Math.min(last, Math.max(first, scale(value)))), beyond } as const;
  };
  const ticks = isRatio ? ratioTicks(from, to) : [0, 0.25, 0.5, 0.75, 1];
  return {
    place,
    ticks: ticks.map((tick) => ({ at: place(tick).at, label: isRatio ? String(tick) : `${100 * tick}%` })),
    neutral: isRatio ? place(1).at : undefined,
  };
}

/** Powers of ten with 2 and 5 between them; powers alone, ever fewer of them, where the scale is long. */
function ratioTicks(from: number, to: number): number[] {
  const decades = Math.log10(to / from);
  const powers = Array.from({ length: 2 * 320 }, (_, i) => i - 320).filter(
    (power) => power % Math.ceil(decades / 6) === 0,
  );
  const steps = decades < 2 ? [1, 2, 5] : [1];
  return powers
    .flatMap((power) => steps.map((step) => Number(`${step}e${power}`)))
    .filter((tick) => tick >= from && tick <= to);
}

const rounded = (value: number) => Math.round(value * 10) / 10;
