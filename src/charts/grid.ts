import { markup, type Markup } from '../wording/markup.ts';
import type { Axis } from './axis.ts';
import type { Paint } from './paint.ts';
import { round } from './scale.ts';

/** Upright lines at the ticks, with their numbers below. */
export function grid(
  { ticks, neutral }: Pick<Axis, 'ticks' | 'neutral'>,
  top: number,
  bottom: number,
  paint: Paint,
): Markup {
  const line = (at: number, colour: string) =>
    markup`<line x1="${round(at)}" x2="${round(at)}" y1="${top}" y2="${bottom}" stroke="${colour}"/>`;
  return markup`${ticks.map(
    ({ at, label }) =>
      markup`${line(at, paint.grid)}<text x="${round(at)}" y="${bottom + 16}" text-anchor="middle" font-size="12" fill="${paint.muted}">${label}</text>`,
  )}${neutral !== undefined && line(neutral, paint.rule)}`;
}
