import type { ForestAxis } from './forest-axis.ts';
import type { Line } from '../synthesis/lines.ts';
import type { Paint } from './paint.ts';
import { markup, type Markup } from '../wording/markup.ts';

/** What marks are drawn on. */
export interface Strip {
  axis: ForestAxis;
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
  const [low, high] = [axis.place(line.interval.low), axis.place(line.interval.high)];
  const ends = [low, high];
  if (line.kind === 'prediction') {
    return markup`<g fill="${paint.prediction}" stroke="${paint.prediction}"><rect x="${low.at}" y="${y - 2}" width="${round(high.at - low.at)}" height="4"/>${ends.map(
      (end) =>
        end.beyond === 0
          ? markup`<line x1="${end.at}" x2="${end.at}" y1="${y - 6}" y2="${y + 6}" stroke-width="2"/>`
          : arrow(end, y),
    )}</g>`;
  }
  const { at } = axis.place(line.point);
  if (line.kind === 'effect') {
    const points = `${low.at},${y} ${at},${y - 8} ${high.at},${y} ${at},${y + 8}`;
    return markup`<g fill="${line.of === 'group' ? paint.paper : paint.effect}" stroke="${paint.effect}" stroke-width="1.5"><polygon points="${points}"/>${ends.map((end) => end.beyond !== 0 && arrow(end, y))}</g>`;
  }
  const side = round(largest > 0 ? Math.max(3, 14 * Math.sqrt((line.weight ?? 0) / largest)) : 8);
  return markup`<g stroke="${paint.study}" fill="${paint.study}"><line x1="${low.at}" x2="${high.at}" y1="${y}" y2="${y}" stroke-width="1.75"${
    line.computed && markup` stroke-dasharray="5 3"`
  }/>${ends.map((end) =>
    end.beyond === 0
      ? markup`<line x1="${end.at}" x2="${end.at}" y1="${y - 4}" y2="${y + 4}" stroke-width="1.75"/>`
      : arrow(end, y),
  )}<rect x="${round(at - side / 2)}" y="${round(y - side / 2)}" width="${side}" height="${side}" stroke="none"/></g>`;
}

/** Where an interval runs on beyond the strip. */
function arrow({ at, beyond }: { at: number; beyond: -1 | 0 | 1 }, y: number): Markup {
  return markup`<polygon points="${at + 6 * beyond},${y} ${at - beyond},${y - 5} ${at - beyond},${y + 5}"/>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
