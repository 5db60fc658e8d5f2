import { plots } from '../i18n/plots.ts';
import { numberOf, type Cell } from '../compare/arrange.ts';
import { shortText, textOf } from '../compare/cell-text.ts';
import type { Panel, PanelCell } from '../compare/panels.ts';
import { markup, type Markup } from '../wording/markup.ts';
import { valuesOf } from './axis.ts';
import { grid } from './grid.ts';
import {
  axisOf,
  drawing,
  inLines,
  linesHeight,
  mark,
  notesOf,
  pad,
  size,
  small,
  textLines,
  type Canvas,
} from './plot-parts.ts';

interface Line {
  cell: Cell;
  name: string[];
  figure: string[];
  top: number;
  height: number;
}

interface Layout {
  left: number;
  right: number;
  title: string[];
  lines: Line[];
  top: number;
  bottom: number;
  notes: string[];
}

const narrow = 560;
/** Room for a mark between names that stand above it. */
const strip = 20;

/**
 * Where everything stands: names before the marks and figures behind them, or both above where there is
 * little room.
 */
function layoutOf({ title, cells }: Panel, canvas: Canvas): Layout {
  const { width, paint } = canvas;
  const isStacked = width < narrow;
  const [left, right] = isStacked ? [pad, width - pad] : [Math.round(width * 0.34), Math.round(width * 0.7)];
  const titled = wrapTitle(title, canvas);
  const top = 14 + titled.length * 18;
  let next = top + 6;
  const lines = cells
    .filter(({ cell: { fact } }) => fact !== undefined)
    .map((own): Line => {
      const { cell } = own;
      const name = inLines(cell.column.name, isStacked ? width - 2 * pad : left - 12 - pad, small, paint);
      const figure = figureLines(own, isStacked ? width - 2 * pad : width - right - 20, canvas);
      const height = isStacked
        ? linesHeight(name.length + figure.length) + strip
        : Math.max(26, linesHeight(Math.max(name.length, figure.length)) + 10);
      const line = { cell, name, figure, top: next, height };
      next += height;
      return line;
    });
  const notes = notesOf(
    lines.map(({ cell }) => cell),
    canvas,
  );
  return {
    left,
    right,
    title: titled,
    lines,
    top,
    bottom: next,
    notes,
  };
}

const wrapTitle = (title: string, { width, paint }: Canvas) =>
  inLines(title, width - 2 * pad, size * 1.08, paint);

/** The figure with its interval; where that does not fit on one line, the interval begins the next. */
function figureLines({ cell, rowLabel }: PanelCell, width: number, { paint }: Canvas): string[] {
  const fit = (words: string) => inLines(words, width, small, paint);
  const whole = fit(shortText(cell));
  const figure =
    whole.length > 1
      ? shortText(cell)
          .split(/ (?=\()/)
          .flatMap(fit)
      : whole;
  return rowLabel === undefined ? figure : [...figure, ...fit(rowLabel)];
}

/**
 * The figures of a panel with their intervals, one line an arm, in the order of the table. Intervals that
 * were computed are dashed, those that are no confidence intervals have no caps; comparators are hollow
 * squares, all else is filled.
 */
export function panelPlot(panel: Panel, canvas: Canvas): Markup {
  const { paint, width } = canvas;
  const { left, right, title, lines, top, bottom, notes } = layoutOf(panel, canvas);
  const isStacked = width < narrow;
  const values = valuesOf(lines.map(({ cell }) => numberOf(cell)));
  const axis = axisOf(panel.axis, values, [left + 6, right - 6]);
  const drawn = lines.map(({ cell, name, figure, top: at, height }) => {
    const y = at + (isStacked ? height - strip / 2 : height / 2);
    const first = (count: number) => (isStacked ? at + small : y + 4 - linesHeight(count - 1) / 2);
    const ink = textOf(cell).absent ? paint.muted : paint.ink;
    const words = isStacked
      ? markup`${textLines(name, left, first(0), paint.ink)}${textLines(figure, left, first(0) + linesHeight(name.length), ink)}`
      : markup`${textLines(name, left - 12, first(name.length), paint.ink, 'end')}${textLines(figure, right + 10, first(figure.length), ink)}`;
    return markup`<g>${words}${mark(cell, axis, Math.round(y), paint, [left, right])}</g>`;
  });
  const spoken = plots.figures(
    panel.title,
    lines.map(({ cell }) => `${cell.column.name} ${textOf(cell).value}`),
  );
  return drawing(
    canvas,
    bottom + 22,
    notes,
    plots.sentences([spoken, ...notes]),
    markup`${title.map((line, i) => markup`<text x="${pad}" y="${16 + i * 18}" font-weight="600" fill="${paint.ink}">${line}</text>`)}${grid(axis, top, bottom, paint)}${drawn}`,
  );
}
