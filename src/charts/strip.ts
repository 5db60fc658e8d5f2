import { lastIn } from '../model/need.ts';
import { markup, type Markup } from '../wording/markup.ts';
import { withUnit, type Axis } from './axis.ts';
import { figure, looks, type LookName, type Mark } from './marks.ts';
import { onPage } from './paint.ts';
import { round } from './scale.ts';

/** One figure on a strip. */
export interface StripMark {
  /** undefined where there is a figure and nothing to draw, such as a median that was not reached. */
  mark: Mark | undefined;
  look: LookName;
}

const step = 10;
const percent = (value: number) => `${round(value)}%`;

/**
 * Figures on one axis, under each other where there are several. The picture stretches with its cell and its
 * marks do not; what it shows stands beside it in words.
 *
 * @param grid id of the lines that `axisNumbers` has drawn for all strips of the axis; without it a strip
 *   draws its own
 */
export function strip(marks: readonly StripMark[], axis: Axis, height: number, grid?: string): Markup {
  const first = height / 2 - ((marks.length - 1) * step) / 2;
  const drawn = marks.map(
    ({ mark, look }, i) =>
      mark &&
      figure(mark, looks[look], { axis, edges: [0, 100], y: first + i * step, unit: '%', paint: onPage }),
  );
  const lines = grid === undefined ? gridLines(axis) : markup`<use href="#${grid}"/>`;
  return markup`<svg class="strip" height="${height}" aria-hidden="true">${lines}${drawn}</svg>`;
}

function gridLines({ ticks, neutral }: Axis): Markup {
  const line = (at: number, colour: string) =>
    markup`<line x1="${percent(at)}" x2="${percent(at)}" y2="100%" stroke="${colour}"/>`;
  return markup`${ticks.map(({ at }) => line(at, onPage.grid))}${neutral !== undefined && line(neutral, onPage.rule)}`;
}

/**
 * The numbers of an axis, above its strips, the last with the unit; a number for which that leaves no room is
 * not written.
 *
 * @param width what the strips have at least, in pixels
 * @param grid id under which the lines of the axis are drawn once, for all of its strips
 */
export function axisNumbers(
  axis: Axis,
  unit: string,
  { width = 320, grid }: { width?: number; grid?: string | undefined } = {},
): Markup {
  const { ticks } = withUnit(axis, unit);
  const letter = 100 * (6 / width);
  const last = lastIn(ticks);
  const lastStart = last.at - letter * last.label.length;
  const labels = ticks
    .filter(({ at, label }) => at === last.at || at + (letter * label.length) / 2 < lastStart)
    .map(({ at, label }) => {
      const anchor = at < 6 ? 'start' : at > 94 ? 'end' : 'middle';
      return markup`<text x="${percent(at)}" y="12" text-anchor="${anchor}">${label}</text>`;
    });
  const shared = grid !== undefined && markup`<symbol id="${grid}">${gridLines(axis)}</symbol>`;
  return markup`<svg width="100%" height="16" font-size="12.5" font-family="${onPage.font}" font-weight="400" fill="${onPage.muted}" aria-hidden="true">${shared}${labels}</svg>`;
}
