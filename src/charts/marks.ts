import { itemIn } from '../model/need.ts';
import type { Interval } from '../model/figure.ts';
import { markup, type Markup } from '../wording/markup.ts';
import { onPage, type Paint } from './paint.ts';
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

/** A place across a drawing: in its units, or in percent of its width. */
type Place = number | string;

/** What is dashed was computed. */
export const dashed = (computed: boolean): Markup | false => computed && markup` stroke-dasharray="4 3"`;

/** Half the height of a cap. */
const reach = 3;

/** A line from one place to another, with caps. */
export const span = (
  { from, to, caps, computed }: { from: Place; to: Place; caps: readonly Place[]; computed: boolean },
  y: number,
): Markup =>
  markup`<line x1="${from}" x2="${to}" y1="${y}" y2="${y}"${dashed(computed)}/>${caps.map(
    (at) => markup`<line x1="${at}" x2="${at}" y1="${y - reach}" y2="${y + reach}"/>`,
  )}`;

/** Radius of a point, which its stroke makes larger by 1. */
const radius = 4;

const painted = ({ hollow, colour }: Look, paint: Paint): Markup =>
  markup`stroke="${paint[colour]}" fill="${hollow ? paint.paper : paint[colour]}" stroke-width="2"`;

// A picture within a picture, for in percent no path can be moved.
const pointAt = ({ shape }: Look, x: Place, y: number): Markup =>
  markup`<svg x="${x}" y="${y}" overflow="visible"><path d="${outline(shape, radius)}"/></svg>`;

/** A point alone. */
export const point = (look: Look, x: Place, y: number, paint: Paint): Markup =>
  markup`<g ${painted(look, paint)}>${pointAt(look, x, y)}</g>`;

/** Attributes of letters that stand on lines: an edge of paper around each. */
export const halo = (paint: Paint, width: number): Markup =>
  markup`stroke="${paint.paper}" stroke-width="${width}" stroke-linejoin="round" paint-order="stroke"`;

/**
 * A figure with its interval. An open end of an interval runs to the edge, without a cap there; what is no
 * confidence interval has no caps.
 */
export function figure(
  { point: value, low, high, computed, kind }: Mark,
  look: Look,
  {
    place,
    edges: [left, right],
    y,
    paint,
  }: { place: (value: number) => Place; edges: readonly [Place, Place]; y: number; paint: Paint },
): Markup {
  const ends = [low, high].filter((end) => end !== undefined);
  const interval = {
    from: low === undefined ? left : place(low),
    to: high === undefined ? right : place(high),
    caps: kind === undefined ? ends.map(place) : [],
    computed,
  };
  return markup`<g ${painted(look, paint)}>${ends.length > 0 && span(interval, y)}${
    value !== undefined && pointAt(look, place(value), y)
  }</g>`;
}

/** A point in a picture of its own: for legends, and for tables whose cells hold marks. */
export function sign(
  look: Look,
  { r = radius, size = 14, paint = onPage }: { r?: number; size?: number; paint?: Paint } = {},
): Markup {
  return markup`<svg class="sign" width="${size}" height="${size}" viewBox="${-size / 2} ${-size / 2} ${size} ${size}" overflow="visible" aria-hidden="true"><path d="${outline(look.shape, r)}" ${painted(look, paint)}/></svg>`;
}
