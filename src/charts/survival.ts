import { plots } from '../i18n/plots.ts';
import { axisFor, withUnit } from './axis.ts';
import { halo, point as pointOf, type Look } from './marks.ts';
import { onPage } from './paint.ts';
import { round } from './scale.ts';
import { markup, type Markup } from '../wording/markup.ts';

/**
 * One figure on a time axis: a share still free of the event at a time, or the time by which half are not.
 */
export interface SurvivalPoint {
  months: number;
  percent: number;
  /** Of a median in months, of a rate in percent. */
  low: number | undefined;
  high: number | undefined;
  kind: 'median' | 'rate';
  label: string;
  isPlain: boolean;
}

export interface SurvivalArm {
  label: string;
  look: Look;
  points: SurvivalPoint[];
}

/** Height of the field from 100% to 0%, and the room above and below it, in pixels. */
const [field, above, below] = [132, 8, 22];
const height = above + field + below;
/** The field ends before the edge, so that the last figures have room. */
const [left, right] = [0, 94];
const y = (percent: number) => round(above + (field * (100 - percent)) / 100);

/**
 * Medians and rates of the arms of one population, on one axis of time. Across, places are in percent of the
 * picture, so that it is as wide as its page; down, they are in pixels, so that letters keep their size.
 * Dotted lines join the figures of one arm.
 */
export function survivalChart(arms: readonly SurvivalArm[]): Markup {
  const all = arms.flatMap(({ points }) => points);
  const times = all.flatMap(({ months, kind, high }) =>
    kind === 'median' && high !== undefined ? [months, high] : [months],
  );
  const axis = withUnit(axisFor('time', times, [left, right]), plots.wholeMonths);
  const x = (months: number) => `${round(axis.place(months))}%`;
  const labels = labelled(arms, (months) => axis.place(months));
  const { font, muted, grid, rule } = onPage;
  const levels = [100, 50, 0].map(
    (percent) =>
      markup`<line x1="0" x2="${right}%" y1="${y(percent)}" y2="${y(percent)}" stroke="${percent === 0 ? rule : grid}"/>`,
  );
  const steps = axis.ticks.map(
    ({ at }) =>
      markup`<line x1="${round(at)}%" x2="${round(at)}%" y1="${above}" y2="${y(0)}" stroke="${grid}"/>`,
  );
  const numbers = [
    ...[100, 50, 0].map(
      (percent) => markup`<text x="100%" y="${y(percent) + 4}" text-anchor="end">${percent}%</text>`,
    ),
    ...axis.ticks.map(
      ({ at, label }, i) =>
        markup`<text x="${round(at)}%" y="${height - 6}" text-anchor="${i === 0 ? 'start' : 'middle'}">${label}</text>`,
    ),
  ];
  return markup`<svg class="survival-chart" height="${height}" font-family="${font}" font-size="13" aria-hidden="true">${levels}${steps}<g font-size="12" fill="${muted}">${numbers}</g>${arms.map(
    ({ look, points }) => {
      const colour = onPage[look.colour];
      const names = points.map((point) => {
        const shift = labels.get(point);
        return (
          shift !== undefined &&
          markup`<text dx="9" x="${x(point.months)}" y="${y(point.percent) + shift}">${point.label}</text>`
        );
      });
      return markup`<g stroke="${colour}">${guides(points, x)}${points.map((point) => whisker(point, x))}</g>${points.map((point) => pointOf(look, axis.place(point.months), { y: y(point.percent), unit: '%', paint: onPage }))}<g fill="${colour}" ${halo(onPage, 4)}>${names}</g>`;
    },
  )}</svg>`;
}

/** From all at the start through each figure of an arm in the order of time. */
function guides(points: readonly SurvivalPoint[], x: (months: number) => string): Markup[] {
  const inTime = points.toSorted((a, b) => a.months - b.months);
  return inTime.map(({ months, percent }, i) => {
    const from = inTime[i - 1] ?? { months: 0, percent: 100 };
    return markup`<line x1="${x(from.months)}" y1="${y(from.percent)}" x2="${x(months)}" y2="${y(percent)}" stroke-width="1.25" stroke-dasharray="1 4" stroke-linecap="round"/>`;
  });
}

function whisker(
  { months, percent, low, high, kind, isPlain }: SurvivalPoint,
  x: (months: number) => string,
): Markup | undefined {
  if (low === undefined && high === undefined) return undefined;
  const wide = isPlain ? 2 : 1;
  if (kind === 'median') {
    const to = high === undefined ? `${right}%` : x(high);
    return markup`<line stroke-width="${wide}" x1="${x(low ?? 0)}" x2="${to}" y1="${y(percent)}" y2="${y(percent)}"/>`;
  }
  return markup`<line stroke-width="${wide}" x1="${x(months)}" x2="${x(months)}" y1="${y(low ?? 0)}" y2="${y(high ?? 100)}"/>`;
}

/** How wide a label may be, in percent of the picture, and how high with its room, in pixels. */
const [labelWidth, labelHeight] = [9, 15];

/**
 * How far below its point the line of each label stands; a label that would lie on another or a point is left
 * to the table.
 */
function labelled(
  arms: readonly SurvivalArm[],
  place: (months: number) => number,
): Map<SurvivalPoint, number> {
  const found = new Map<SurvivalPoint, number>();
  const points = arms.flatMap(({ points: own }) => own);
  const at = (point: SurvivalPoint, shift: number) => ({
    x: place(point.months) + 1,
    y: y(point.percent) + shift - 4,
  });
  const isFree = (point: SurvivalPoint, shift: number) => {
    const own = at(point, shift);
    const isOff = ({ x: left, y: line }: { x: number; y: number }, width: number) =>
      left > own.x + labelWidth || left + width < own.x || Math.abs(line - own.y) >= labelHeight;
    const others = points.filter((other) => other !== point);
    return (
      others.every((other) => isOff({ x: place(other.months) - 0.5, y: y(other.percent) }, 1)) &&
      [...found].every(([other, down]) => isOff(at(other, down), labelWidth))
    );
  };
  for (const point of points) {
    const shift = [4, -9, 19].find((down) => isFree(point, down));
    if (shift !== undefined) found.set(point, shift);
  }
  return found;
}
