import type { CutAxis } from './axis.ts';
import type { Line } from '../synthesis/lines.ts';
import { span } from './marks.ts';
import type { Paint } from './paint.ts';
import { round } from './scale.ts';
import { markup, type Markup } from '../wording/markup.ts';

/** What marks are drawn on. */
export interface Strip {
  axis: CutAxis;
  paint: Paint;
  /** The largest weight of a study; 0 where nothing is pooled. */
  largest: number;
}

/** The drawing of a line on the strip, around a height. */
export function mark(
  line: Exclude<Line, { kind: 'heading' | 'note' }>,
  y: number,
  { axis, paint, largest }: Strip,
): Markup {
  const ends = [line.interval.low, line.interval.high];
  const [from, to] = [axis.place(line.interval.low), axis.place(line.interval.high)];
  const caps = ends.filter((end) => axis.beyond(end) === 0).map((end) => axis.place(end));
  const arrows = ends.map((end) => arrow(axis.place(end), axis.beyond(end), y));
  if (line.kind === 'prediction') {
    return markup`<g fill="${paint.prediction}" stroke="${paint.prediction}"><rect x="${from}" y="${y - 2}" width="${round(to - from)}" height="4"/>${caps.map(
      (at) => markup`<line x1="${at}" x2="${at}" y1="${y - 6}" y2="${y + 6}" stroke-width="2"/>`,
    )}${arrows}</g>`;
  }
  const at = axis.place(line.point);
  if (line.kind === 'effect') {
    const points = `${from},${y} ${at},${y - 8} ${to},${y} ${at},${y + 8}`;
    return markup`<g fill="${line.of === 'group' ? paint.paper : paint.effect}" stroke="${paint.effect}" stroke-width="1.5"><polygon points="${points}"/>${arrows}</g>`;
  }
  const side = round(largest > 0 ? Math.max(3, 14 * Math.sqrt((line.weight ?? 0) / largest)) : 8);
  return markup`<g stroke="${paint.study}" fill="${paint.study}" stroke-width="1.75">${span({ from, to, caps, computed: line.computed }, y)}${arrows}<rect x="${round(at - side / 2)}" y="${round(y - side / 2)}" width="${side}" height="${side}" stroke="none"/></g>`;
}

/** Where an interval runs on beyond the strip. */
const arrow = (at: number, beyond: -1 | 0 | 1, y: number): Markup | false =>
  beyond !== 0 &&
  markup`<polygon points="${at + 6 * beyond},${y} ${at - beyond},${y - 5} ${at - beyond},${y + 5}"/>`;
