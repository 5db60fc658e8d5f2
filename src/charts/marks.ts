import { itemIn } from '../model/need.ts';
import type { Interval } from '../model/figure.ts';
import { markup, type Markup } from '../wording/markup.ts';
import type { Axis } from './axis.ts';
import { dashed, onPage, type Paint } from './paint.ts';
import { round, type Ends } from './scale.ts';
import { outline, type Shape } from './shapes.ts';

/** What is drawn of one figure, in the units of its axis. */
export interface Mark {
  point?: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
  /** The interval was computed by the build. */
  computed: boolean;
  /** What the interval is, where it is no confidence interval. */
  kind?: Interval['kind'];
}

/** How the point of a figure looks, told apart without its colour. */
export interface Look {
  shape: Shape;
  hollow: boolean;
  colour: 'study' | 'effect' | 'prediction' | 'ink';
}

/**
 * Of what is asked about, by the side it belongs to; of the same by another definition; of a comparator; of a
 * pooled effect.
 */
export const looks = {
  main: { shape: 'circle', hollow: false, colour: 'study' },
  second: { shape: 'diamond', hollow: false, colour: 'prediction' },
  third: { shape: 'triangle', hollow: false, colour: 'ink' },
  other: { shape: 'circle', hollow: true, colour: 'study' },
  comparator: { shape: 'square', hollow: true, colour: 'effect' },
  pooled: { shape: 'diamond', hollow: false, colour: 'ink' },
} as const satisfies Record<string, Look>;
export type LookName = keyof typeof looks;

const sides = ['main', 'second', 'third'] as const;

/** The look of an arm. */
export const lookOf = (isComparator: boolean, side = 0): LookName =>
  isComparator ? 'comparator' : itemIn(sides, Math.min(side, sides.length - 1));

/** Radius of a point, which its stroke makes larger by 1. */
const radius = 4.5;

const painted = ({ hollow, colour }: Look, paint: Paint): Markup =>
  markup`stroke="${paint[colour]}" fill="${hollow ? paint.paper : paint[colour]}" stroke-width="2"`;

/** Where a figure is drawn; places across are in the units of the drawing, or in percent of its width. */
interface Place {
  y: number;
  unit: '' | '%';
  paint: Paint;
}

/** What is drawn around a place. */
const moved = (x: number, y: number, content: Markup): Markup =>
  markup`<g transform="translate(${x} ${y})">${content}</g>`;

/**
 * A picture within a picture, for no group can be moved by percent; one without a width is not shown. Files
 * have none, for not every program shows it.
 */
const pictured = (x: number, y: number, content: Markup, width?: number): Markup =>
  markup`<svg x="${x}%" y="${y}"${width !== undefined && markup` width="${Math.max(0.1, width)}%"`}>${content}</svg>`;

function pointAt({ shape }: Look, x: number, { y, unit }: Place): Markup {
  const path = markup`<path d="${outline(shape, radius)}"/>`;
  return (unit === '%' ? pictured : moved)(round(x), round(y), path);
}

/** A point alone. */
export const point = (look: Look, x: number, place: Place): Markup =>
  markup`<g ${painted(look, place.paint)}>${pointAt(look, x, place)}</g>`;

/** An interval from its lower end on. */
interface Span {
  width: number | string;
  /** Which of its ends are closed by a cap. */
  caps: readonly [low: boolean, high: boolean];
  computed: boolean;
  thin?: boolean;
}

/** The line of an interval with its caps. */
const span = ({ width, caps: [low, high], computed, thin }: Span): Markup =>
  markup`<line x2="${width}"${thin && markup` stroke-width="1"`}${dashed(computed)}/>${
    low && markup`<line y1="-3" y2="3"/>`
  }${high && markup`<line x1="${width}" x2="${width}" y1="-3" y2="3"/>`}`;

/** Attributes of letters that stand on lines: an edge of paper around each. */
export const halo = (paint: Paint, width: number): Markup =>
  markup`stroke="${paint.paper}" stroke-width="${width}" stroke-linejoin="round" paint-order="stroke"`;

/**
 * A figure with its interval. An open end of an interval runs to the edge, without a cap there; what is no
 * confidence interval is thin and has no caps.
 */
export function figure(
  { point: value, low, high, computed, kind }: Mark,
  look: Look,
  { axis, edges, ...place }: Place & { axis: Axis; edges: Ends },
): Markup {
  const at = (end: number | undefined, edge: number) => (end === undefined ? edge : round(axis.place(end)));
  const [from, to] = [at(low, edges[0]), at(high, edges[1])];
  const [isLow, isHigh, isSure] = [low !== undefined, high !== undefined, kind === undefined];
  const width = round(to - from);
  const line = (wide: number | string) =>
    span({ width: wide, caps: [isSure && isLow, isSure && isHigh], computed, thin: !isSure });
  const interval =
    place.unit === '%' ? pictured(from, place.y, line('100%'), width) : moved(from, place.y, line(width));
  return markup`<g ${painted(look, place.paint)}>${(isLow || isHigh) && interval}${
    value !== undefined && pointAt(look, axis.place(value), place)
  }</g>`;
}

/** A point in a picture of its own: for legends, and for tables whose cells hold marks. */
export function sign(
  look: Look,
  { r = radius, size = 14, paint = onPage }: { r?: number; size?: number; paint?: Paint } = {},
): Markup {
  return markup`<svg class="sign" width="${size}" height="${size}" viewBox="${-size / 2} ${-size / 2} ${size} ${size}" overflow="visible" aria-hidden="true"><path d="${outline(look.shape, r)}" ${painted(look, paint)}/></svg>`;
}
