import type { CutAxis } from './forest-axis.ts';
import type { Line } from '../synthesis/lines.ts';
import { dashed, type Paint } from './paint.ts';
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
  const { low, high } = line.interval;
  const [from, to] = [axis.place(low), axis.place(high)];
  const caps = [axis.beyond(low) === 0, axis.beyond(high) === 0] as const;
  const arrows = markup`${arrow(from, axis.beyond(low), y)}${arrow(to, axis.beyond(high), y)}`;
  const cap = (x: number, reach: number) =>
    markup`<line x1="${x}" x2="${x}" y1="${y - reach}" y2="${y + reach}"/>`;
  if (line.kind === 'prediction') {
    return markup`<g fill="${paint.prediction}" stroke="${paint.prediction}"><rect x="${from}" y="${y - 2}" width="${round(to - from)}" height="4"/>${arrows}<g stroke-width="2">${caps[0] && cap(from, 6)}${caps[1] && cap(to, 6)}</g></g>`;
  }
  const at = axis.place(line.point);
  if (line.kind === 'effect') {
    const points = `${from},${y} ${at},${y - 8} ${to},${y} ${at},${y + 8}`;
    return markup`<g fill="${line.of === 'group' ? paint.paper : paint.effect}" stroke="${paint.effect}" stroke-width="1.5"><polygon points="${points}"/>${arrows}</g>`;
  }
  const side = round(largest > 0 ? Math.max(3, 14 * Math.sqrt((line.weight ?? 0) / largest)) : 8);
  return markup`<g stroke="${paint.study}" fill="${paint.study}" stroke-width="1.75"><line x1="${from}" x2="${to}" y1="${y}" y2="${y}"${dashed(line.computed)}/>${caps[0] && cap(from, 4)}${caps[1] && cap(to, 4)}${arrows}<rect x="${round(at - side / 2)}" y="${round(y - side / 2)}" width="${side}" height="${side}" stroke="none"/></g>`;
}

/** Where an interval runs on beyond the strip. */
const arrow = (at: number, beyond: -1 | 0 | 1, y: number): Markup | false =>
  beyond !== 0 &&
  markup`<polygon points="${at + 6 * beyond},${y} ${at - beyond},${y - 5} ${at - beyond},${y + 5}"/>`;
