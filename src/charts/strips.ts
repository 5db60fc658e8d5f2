import { markup, type Markup } from '../wording/markup.ts';
import type { Axis } from './axis.ts';
import { outline, type Shape } from './shapes.ts';
import { itemIn, need } from '../model/need.ts';

/**
 * How the marks of an arm look: hollow squares for comparators; filled ones for all else, by the side they
 * belong to.
 */
export interface Look {
  shape: Shape;
  hollow: boolean;
  /** Class of its colour: `a` to `c` for sides, `control` for comparators. */
  colour: string;
}

const sides = [
  ['circle', 'a'],
  ['diamond', 'b'],
  ['triangle', 'c'],
] as const;

export function lookOf(side: number | undefined, isControl: boolean): Look {
  if (isControl) return { shape: 'square', hollow: true, colour: 'control' };
  const [shape, colour] = itemIn(sides, Math.min(side ?? 0, sides.length - 1));
  return { shape, hollow: false, colour };
}

interface Interval {
  point: number;
  low?: number;
  high?: number;
  computed: boolean;
  /** What the interval is, where it is no confidence interval: it has no caps. */
  kind?: string;
}

/** The mark of an arm beside its name. */
export const key = ({ shape, hollow, colour }: Look): Markup =>
  markup`<svg class="key ${colour}" viewBox="-8 -8 16 16" aria-hidden="true"><path class="${hollow ? 'hollow' : 'solid'}" d="${outline(shape, 5)}"/></svg>`;

/**
 * One figure on its axis, as wide as its place: positions in per cent, so that it needs no script and its
 * letters never stretch.
 *
 * @param axis with a range from 0 to 100
 */
export function strip(number: Interval | undefined, axis: Axis, { shape, hollow, colour }: Look): Markup {
  const lines = axis.ticks.map(
    ({ at }) => markup`<line class="grid" x1="${at}%" x2="${at}%" y1="0" y2="100%"/>`,
  );
  const none =
    axis.neutral !== undefined &&
    markup`<line class="neutral" x1="${axis.neutral}%" x2="${axis.neutral}%" y1="0" y2="100%"/>`;
  return markup`<svg class="strip ${colour}" aria-hidden="true">${lines}${none}${number && marks(number, axis, shape, hollow)}</svg>`;
}

function marks(
  { point, low, high, computed, kind }: Interval,
  axis: Axis,
  shape: Shape,
  hollow: boolean,
): Markup {
  const at = (value: number) => Math.round(axis.place(value) * 100) / 100;
  const [left, right] = [low === undefined ? 0 : at(low), high === undefined ? 100 : at(high)];
  const isOpen = low !== undefined || high !== undefined;
  const caps = [low, high].filter((end) => end !== undefined && kind === undefined);
  return markup`${isOpen && markup`<line class="line${computed && ' dashed'}" x1="${left}%" x2="${right}%" y1="50%" y2="50%"/>`}${caps.map(
    (end) => markup`<line class="line" x1="${at(need(end))}%" x2="${at(need(end))}%" y1="25%" y2="75%"/>`,
  )}<svg x="${at(point)}%" y="50%" overflow="visible"><path class="${hollow ? 'hollow' : 'solid'}" d="${outline(shape, 5)}"/></svg>`;
}

/** The ticks of an axis above its strips, the last with its unit. */
export function axisSvg({ ticks }: Axis, unit: string): Markup {
  const last = ticks.length - 1;
  return markup`<svg class="axis" aria-hidden="true">${ticks.map(
    ({ at, label }, i) =>
      markup`<text x="${at}%" y="1em" text-anchor="${at < 4 ? 'start' : at > 96 ? 'end' : 'middle'}">${label}${i === last && unit}</text>`,
  )}</svg>`;
}
