import { plots } from '../i18n/plots.ts';
import { numberOf, type Cell } from '../compare/arrange.ts';
import { isComparator } from '../model/roles.ts';
import { markup, type Markup } from '../wording/markup.ts';
import { axisFor, withUnit, type Axis, type AxisKind } from './axis.ts';
import { figure, lookOf, looks, type Look } from './marks.ts';
import { onPaper, type Paint } from './paint.ts';
import { round, type Ends } from './scale.ts';
import { wrapped } from './text.ts';

/** Where a plot is drawn: its width in pixels, and its paint. */
export interface Canvas {
  width: number;
  paint: Paint;
}

export const pad = 10;
/** Size of letters, and of small ones. */
export const size = 13.5;
export const small = 12;
const lineHeight = 16;

const units = { percent: '%', ratio: '', time: plots.months };

/** An axis with its unit behind the last tick. */
export const axisOf = (kind: AxisKind, values: readonly number[], range: Ends): Axis =>
  withUnit(axisFor(kind, values, range), units[kind]);

/** Words in as many lines as they need. */
export const inLines = (words: string, width: number, points: number, { letter }: Paint): string[] =>
  wrapped(words, width, letter * points);

/** Lines of text under each other, the first with its base line at `y`. */
export function textLines(
  lines: readonly string[],
  x: number,
  y: number,
  fill: string,
  anchor: 'start' | 'end' = 'start',
): Markup {
  return markup`${lines.map(
    (line, i) =>
      markup`<text x="${round(x)}" y="${round(y + i * lineHeight)}" text-anchor="${anchor}" font-size="${small}" fill="${fill}">${line}</text>`,
  )}`;
}

export const linesHeight = (lines: number) => lines * lineHeight;

export const cellLook = ({ column }: Cell): Look => looks[lookOf(isComparator(column.arm.role), column.side)];

/** A figure with its interval along an axis; what is open goes on to the end of the axis. */
export function mark(
  cell: Cell,
  axis: Axis,
  y: number,
  paint: Paint,
  edges: [number, number],
): Markup | undefined {
  const number = numberOf(cell);
  return number && figure(number, cellLook(cell), { axis, edges, y, unit: '', paint });
}

/** Which figures were read elsewhere than in their report: lines that stand below a plot. */
export function notesOf(cells: readonly Cell[], { width, paint }: Canvas): string[] {
  const read = Map.groupBy(cells, ({ fact }) => fact?.readElsewhere);
  return [...read].flatMap(([words, own]) => {
    if (words === undefined) return [];
    const names = [...new Set(own.map(({ column }) => column.name))];
    return inLines(plots.readIn(words, names), width - 2 * pad, small, paint);
  });
}

/** The whole drawing: what is drawn down to a height, and lines below it. */
export function drawing(
  canvas: Canvas,
  drawn: number,
  below: readonly string[],
  label: string,
  content: Markup,
): Markup {
  const { width, paint } = canvas;
  const height = heightWith(drawn, below);
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}" font-family="${paint.font}" font-size="${size}">${content}${textLines(below, pad, drawn + small, paint.muted)}</svg>`;
}

const heightWith = (drawn: number, below: readonly string[]): number =>
  Math.ceil(drawn + (below.length > 0 ? linesHeight(below.length) + 6 : 0));

/** A file that stands alone: a plot on paper. */
export function standalone(plot: Markup): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${plot.text.replace(/(<svg[^>]*>)/, `$1<rect width="100%" height="100%" fill="${onPaper.paper}"/>`)}\n`;
}
