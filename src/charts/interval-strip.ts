import { markup, type Markup } from '../wording/markup.ts';
import { axisFor, type Axis } from './axis.ts';
import { onPage, type Paint } from './paint.ts';
import { outline, type Shape } from './shapes.ts';
import type { Mark } from './strip.ts';

/** One figure on a strip. */
export interface StripMark {
  /** undefined where there is a figure and nothing to draw, such as a median that was not reached. */
  mark: Mark | undefined;
  look: Look;
}

/**
 * What marks look like: of what is asked about, of the same by another definition, of a comparator, of a
 * pooled effect.
 */
type Look = keyof typeof looks;
const looks = {
  main: { shape: 'circle', hollow: false, colour: 'study' },
  other: { shape: 'circle', hollow: true, colour: 'study' },
  comparator: { shape: 'square', hollow: true, colour: 'effect' },
  pooled: { shape: 'diamond', hollow: false, colour: 'ink' },
} as const satisfies Record<string, { shape: Shape; hollow: boolean; colour: keyof Paint }>;

export type StripKind = 'percent' | 'ratio' | 'time';

/**
 * An axis whose places are percent of the width, with room for marks at its ends: a strip is as wide as its
 * cell.
 */
export function fluidAxis(kind: StripKind, marks: readonly (Mark | undefined)[]): Axis {
  const values = marks
    .flatMap((mark) => [mark?.point, mark?.low, mark?.high])
    .filter((value) => value !== undefined);
  return axisFor(kind, values, [2, 98]);
}

const step = 10;

/**
 * Figures on one axis, under each other where there are several. The picture stretches with its cell and its
 * marks do not; what it shows stands beside it in words.
 */
export function intervalStrip(
  marks: readonly StripMark[],
  axis: Axis,
  height: number,
  paint: Paint = onPage,
): Markup {
  const first = height / 2 - ((marks.length - 1) * step) / 2;
  const lines = axis.ticks.map(({ at }) => rule(at, height, paint.grid));
  const neutral = axis.neutral !== undefined && rule(axis.neutral, height, paint.rule);
  const drawn = marks.map(({ mark, look }, i) => mark && figure(mark, look, first + i * step, axis, paint));
  return markup`<svg class="interval-strip" width="100%" height="${height}" overflow="visible" aria-hidden="true">${lines}${neutral}${drawn}</svg>`;
}

const rule = (at: number, height: number, colour: string) =>
  markup`<line x1="${percent(at)}" x2="${percent(at)}" y1="0" y2="${height}" stroke="${colour}"/>`;

function figure(
  { point, low, high, computed, kind }: Mark,
  look: Look,
  y: number,
  axis: Axis,
  paint: Paint,
): Markup {
  const { shape, hollow, colour } = looks[look];
  // An interval with one open end runs to the edge of the strip, without a cap there.
  const isDrawn = low !== undefined || high !== undefined;
  const from = low === undefined ? 0 : axis.place(low);
  const to = high === undefined ? 100 : axis.place(high);
  // What is no confidence interval has no caps.
  const caps =
    kind === undefined ? [low, high].filter((end) => end !== undefined).map((end) => axis.place(end)) : [];
  return markup`<g stroke="${paint[colour]}" fill="${hollow ? paint.paper : paint[colour]}" stroke-width="2">${
    isDrawn &&
    markup`<line x1="${percent(from)}" x2="${percent(to)}" y1="${y}" y2="${y}"${computed && markup` stroke-dasharray="4 3"`}/>`
  }${caps.map((at) => markup`<line x1="${percent(at)}" x2="${percent(at)}" y1="${y - 3}" y2="${y + 3}"/>`)}${
    point !== undefined &&
    markup`<svg x="${percent(axis.place(point))}" y="${y}" overflow="visible"><path d="${outline(shape, 4)}"/></svg>`
  }</g>`;
}

/** The numbers of an axis, for the head of a column of strips. */
export function axisNumbers(axis: Axis, unit: string, paint: Paint = onPage): Markup {
  const last = axis.ticks.length - 1;
  const labels = axis.ticks.map(({ at, label }, i) => {
    const anchor = at < 6 ? 'start' : at > 94 ? 'end' : 'middle';
    return markup`<text x="${percent(at)}" y="12" text-anchor="${anchor}">${label}${i === last && unit}</text>`;
  });
  return markup`<svg width="100%" height="16" font-size="12.5" font-family="${paint.font}" fill="${paint.muted}" aria-hidden="true">${labels}</svg>`;
}

/** A mark in a picture of its own, for legends. */
export function lookSign(look: Look, paint: Paint = onPage): Markup {
  const { shape, hollow, colour } = looks[look];
  return markup`<svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true"><path d="${outline(shape, 4)}" stroke="${paint[colour]}" fill="${hollow ? paint.paper : paint[colour]}" stroke-width="2"/></svg>`;
}

const percent = (value: number) => `${Math.round(value * 10) / 10}%`;
