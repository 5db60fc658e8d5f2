import { isComparator } from '../model/roles.ts';
import { numberOf, type Cell, type Row } from '../compare/arrange.ts';
import type { DatasetFact } from '../compare/dataset.ts';
import { axisFor, type Axis } from './axis.ts';
import { textOf } from '../compare/cell-text.ts';
import { markup, type Markup } from '../wording/markup.ts';
import { onPaper, type Paint } from './paint.ts';
import { clipped, wrapped } from './text.ts';
import { rowName } from '../compare/export.ts';
import { capitalised, itemIn } from '../model/need.ts';

/** Where a plot is drawn: its width in pixels, and its paint. */
export interface Canvas {
  width: number;
  paint: Paint;
}

const narrow = 560;
const pad = 10;
/** Size of letters. */
const size = 13.5;

/** The strip of a plot: its left and right end, and whether names stand above the marks instead of beside them. */
function layout({ width }: Canvas): { left: number; right: number; stacked: boolean; step: number } {
  const stacked = width < narrow;
  return stacked
    ? { left: pad, right: width - pad, stacked, step: 44 }
    : { left: Math.round(width * 0.36), right: Math.round(width * 0.76), stacked, step: 26 };
}

/** The axis with its unit behind the last tick. */
function axisOf(kind: 'percent' | 'ratio' | 'time', values: readonly number[], range: [number, number]): Axis {
  const axis = axisFor(kind, values, range);
  const unit = { percent: '%', ratio: '', time: ' mo' }[kind];
  const ticks = axis.ticks.map((tick, i) => (i === axis.ticks.length - 1 ? { ...tick, label: tick.label + unit } : tick));
  return { ...axis, ticks };
}

/**
 * Whether a row has an interval plot of its own. Times stand on the time axis of their endpoint, and so does the rate of
 * one arm alone.
 */
export function hasIntervalPlot({ cells }: Row): boolean {
  const drawn = cells.filter(
    (cell) => cell.fact?.axis !== undefined && cell.fact.axis !== 'time' && numberOf(cell) !== undefined,
  );
  return drawn.length > (drawn.some(({ fact }) => isLandmark(fact)) ? 1 : 0);
}

/** The cells that a plot gives a line: those with a figure, or with a word of the report for why there is none. */
const linesOf = (cells: readonly Cell[]): Cell[] => cells.filter(({ fact }) => fact !== undefined);

/** Height of the interval plot of a row. */
export function plotHeight({ cells }: Row, canvas: Canvas): number {
  const lines = linesOf(cells);
  return 30 + lines.length * layout(canvas).step + 22 + notesHeight(notesOf(lines), canvas);
}

const noteHeight = 16;
const notesHeight = (notes: readonly string[], canvas: Canvas): number =>
  notes.length === 0 ? 0 : inLines(notes, canvas).length * noteHeight + 6;

const inLines = (notes: readonly string[], { width, paint }: Canvas): string[] =>
  notes.flatMap((note) => wrapped(note, width - 2 * pad, paint.letter * 12));

/** Which figures were read elsewhere than in their report: lines that stand below a plot. */
function notesOf(cells: readonly Cell[]): string[] {
  const read = Map.groupBy(cells, ({ fact }) => fact?.readElsewhere);
  return [...read].flatMap(([words, own]) => {
    if (words === undefined) return [];
    const names = [...new Set(own.map(({ column }) => column.name))];
    return [`${capitalised(words)}: ${names.join(', ')}`];
  });
}

/**
 * The figures of one row with their intervals, one line an arm, in the order of the table. Intervals that were computed
 * are dashed, those that are no confidence intervals have no caps; comparators are hollow squares, all else filled circles.
 */
export function intervalPlot(row: Row, canvas: Canvas): Markup {
  const { paint, width } = canvas;
  const { left, right, stacked, step } = layout(canvas);
  const letter = paint.letter * size;
  const kind = row.cells.find(({ fact }) => fact?.axis)?.fact?.axis ?? 'percent';
  const cells = linesOf(row.cells);
  const numbers = cells.map((cell) => numberOf(cell));
  const values = numbers.flatMap((number) => [number?.point, number?.low, number?.high]).filter((value) => value !== undefined);
  const axis = axisOf(kind, values, [left + 6, right - 6]);
  const bottom = 30 + cells.length * step;
  const lines = cells.map((cell, i) => {
    const top = 30 + i * step;
    const y = top + (stacked ? 32 : step / 2);
    const { absent } = textOf(cell);
    const text = shortText(cell);
    return markup`<g>${
      stacked
        ? markup`<text x="${left}" y="${top + 14}" fill="${paint.ink}">${clipped(
            cell.column.name,
            width - 40 - letter * Math.min(text.length, 34),
            letter,
          )}</text><text x="${right}" y="${top + 14}" text-anchor="end" fill="${
            absent ? paint.muted : paint.ink
          }">${clipped(text, 34 * letter, letter)}</text>`
        : markup`${named(cell, [left - 12, y + 4], paint)}${fitted(
            text.split(/ (?=\()/),
            { x: right + 10, y: y + 4, room: width - right - 10, anchor: 'start', fill: absent ? paint.muted : paint.ink },
            paint,
          )}`
    }${mark(cell, axis, y, paint, [left, right])}</g>`;
  });
  return svg(
    canvas,
    bottom + 22,
    notesOf(cells),
    `${rowName(row)}: ${cells.map((cell) => `${cell.column.name} ${textOf(cell).value}`).join('; ')}`,
    markup`<text x="${stacked ? left : pad}" y="16" font-weight="600" fill="${paint.ink}">${rowName(row)}</text>${grid(
      axis,
      26,
      bottom,
      paint,
    )}${lines}`,
  );
}

/** Where words stand: their base line, the width they may take, and their colour. */
interface Place {
  x: number;
  y: number;
  room: number;
  anchor: 'start' | 'end';
  fill: string;
}

/** Words on one line or, where it has no room for them, on two smaller ones: the first of `lines`, and the others. */
function fitted(lines: readonly string[], { x, y, room, anchor, fill }: Place, { letter }: Paint): Markup {
  const line = (words: string, at: number, points: number) =>
    markup`<text x="${x}" y="${at}" font-size="${points}" text-anchor="${anchor}" fill="${fill}">${clipped(
      words,
      room,
      letter * points,
    )}</text>`;
  const [first = '', ...others] = lines;
  const whole = lines.join(' ');
  if (others.length === 0 || whole.length * letter * size <= room) return line(whole, y, size);
  return markup`${line(first, y - 10, 12)}${line(others.join(' '), y + 3, 12)}`;
}

/** The name of an arm before its line. */
const named = ({ column: { name } }: Cell, [x, y]: [number, number], paint: Paint): Markup =>
  fitted(wrapped(name, x - 4, paint.letter * 12), { x, y, room: x - 4, anchor: 'end', fill: paint.ink }, paint);

/** The figure with its interval, as briefly as can be. */
function shortText(cell: Cell): string {
  const { value, interval, absent } = textOf(cell);
  if (cell.rebased && 'missing' in cell.rebased) return 'not re-based';
  return interval && !absent ? `${value} (${bare(interval)})` : value;
}

/** The usual interval without its level and letters: `48.2–82.0` for `95% CI 48.2–82.0`; every other says what it is. */
const bare = (interval: string) => interval.replace(/^95% CI /, '');

function grid({ ticks, neutral }: Axis, top: number, bottom: number, paint: Paint): Markup {
  const lines = ticks.map(
    ({ at, label }) =>
      markup`<line x1="${round(at)}" x2="${round(at)}" y1="${top}" y2="${bottom}" stroke="${paint.grid}"/><text x="${round(at)}" y="${bottom + 16}" text-anchor="middle" font-size="12" fill="${paint.muted}">${label}</text>`,
  );
  const none =
    neutral !== undefined &&
    markup`<line x1="${round(neutral)}" x2="${round(neutral)}" y1="${top}" y2="${bottom}" stroke="${paint.muted}"/>`;
  return markup`${lines}${none}`;
}

const round = (value: number) => Math.round(value * 10) / 10;

function mark(cell: Cell, axis: Axis, y: number, paint: Paint, [left, right]: [number, number]): Markup | undefined {
  const number = numberOf(cell);
  if (!number) return undefined;
  const hollow = isComparator(cell.column.arm.role);
  const color = hollow ? paint.effect : paint.study;
  const at = round(axis.place(number.point));
  const [low, high] = [number.low, number.high].map((end) => (end === undefined ? undefined : round(axis.place(end))));
  const open = low !== undefined || high !== undefined;
  const dash = number.computed && markup` stroke-dasharray="5 3"`;
  const cap = (x: number) => number.kind === undefined && markup`<line x1="${x}" x2="${x}" y1="${y - 4}" y2="${y + 4}"/>`;
  return markup`<g stroke="${color}" stroke-width="2" fill="${hollow ? paint.paper : color}">${
    open && markup`<line x1="${low ?? left}" x2="${high ?? right}" y1="${y}" y2="${y}"${dash}/>`
  }${low !== undefined && cap(low)}${high !== undefined && cap(high)}${
    hollow
      ? markup`<rect x="${at - 4}" y="${y - 4}" width="8" height="8"/>`
      : markup`<circle cx="${at}" cy="${y}" r="4.5" stroke="none"/>`
  }</g>`;
}

/** Medians and landmark rates of one endpoint, for each arm. */
export interface TimeRow {
  title: string;
  arms: { cell: Cell; median?: Cell; landmarks: { months: number; cell: Cell; fact: DatasetFact }[] }[];
}

/** Gathers the rows of a survival endpoint that stand on a time axis; undefined where none does. */
export function timeRow(rows: readonly Row[]): TimeRow | undefined {
  const own = rows.filter(({ cells }) => cells.some(({ fact }) => fact?.axis === 'time' || isLandmark(fact)));
  const [first] = own;
  if (!first) return undefined;
  const places = first.cells.flatMap((_, i) => (own.some(({ cells }) => itemIn(cells, i).fact) ? [i] : []));
  return {
    title: first.endpoint.label,
    arms: places.map((i) => {
      const cell = itemIn(first.cells, i);
      const mine = own.map((row) => itemIn(row.cells, i));
      const median = mine.find((one) => one.fact && !isLandmark(one.fact));
      return {
        cell,
        ...(median ? { median } : {}),
        landmarks: mine.flatMap((one) => landmarkOf(one)),
      };
    }),
  };
}

const landmarkOf = (cell: Cell) => {
  const { fact } = cell;
  return fact?.months !== undefined && isLandmark(fact) ? [{ months: fact.months, cell, fact }] : [];
};

const isLandmark = (fact: Cell['fact']) => fact?.kind === 'landmark';

const timeStep = (canvas: Canvas): number => (layout(canvas).stacked ? 62 : 46);

/** Height of a time plot. */
export const timePlotHeight = (row: TimeRow, canvas: Canvas): number =>
  34 + row.arms.length * timeStep(canvas) + 22 + notesHeight(notesOf(cellsOf(row)), canvas);

const cellsOf = ({ arms }: TimeRow): Cell[] =>
  arms.flatMap(({ median, landmarks }) => [...(median ? [median] : []), ...landmarks.map(({ cell }) => cell)]);

/**
 * Survival on one time axis, one line an arm: the median with its interval along the axis, and each landmark rate as a
 * column at its time, filled as far as the rate, with the rate beside it.
 */
export function timePlot(row: TimeRow, canvas: Canvas): Markup {
  const { title, arms } = row;
  const { paint, width } = canvas;
  const { stacked } = layout(canvas);
  const letter = paint.letter * size;
  const [left, right] = stacked ? [pad, width - pad] : [Math.round(width * 0.36), width - pad];
  const times = arms.flatMap(({ median, landmarks }) => {
    const number = median && numberOf(median);
    return [...landmarks.map(({ months }) => months * 1.08), number?.point, number?.high].filter((time) => time !== undefined);
  });
  const step = timeStep(canvas);
  const axis = axisOf('time', times, [left + 6, right - 30]);
  const bottom = 34 + arms.length * step;
  const lines = arms.map(({ cell, median, landmarks }, i) => {
    const top = 34 + i * step;
    const base = top + step - 8;
    const y = base - 14;
    const text = median && `median ${shortText(median)}`;
    return markup`<g>${
      stacked
        ? markup`<text x="${left}" y="${top + 12}" fill="${paint.ink}">${clipped(
            cell.column.name,
            width - 40 - letter * (text?.length ?? 0),
            letter,
          )}</text><text x="${right}" y="${top + 12}" text-anchor="end" fill="${paint.muted}">${text}</text>`
        : markup`${named(cell, [left - 12, y - 2], paint)}<text x="${left - 12}" y="${y + 13}" text-anchor="end" font-size="12" fill="${paint.muted}">${text ?? 'no median'}</text>`
    }<line x1="${left}" x2="${right}" y1="${base}" y2="${base}" stroke="${paint.grid}"/>${landmarks.map((landmark, j) => {
      const next = landmarks[j + 1];
      const room = next ? axis.place(next.months) - axis.place(landmark.months) : width;
      return column(landmark.cell, round(axis.place(landmark.months)), base, paint, room < 44);
    })}${median && mark(median, axis, y, paint, [left, right])}</g>`;
  });
  const spoken = arms.map(({ cell, median, landmarks }) =>
    [
      `${cell.column.name}:`,
      median && `median ${textOf(median).value}`,
      ...landmarks.map(({ fact }) => `${fact.rowLabel} ${fact.value}`),
    ]
      .filter(Boolean)
      .join(' '),
  );
  return svg(
    canvas,
    bottom + 22,
    notesOf(cellsOf(row)),
    `${title} on one time axis: ${spoken.join('; ')}`,
    markup`<text x="${stacked ? left : pad}" y="16" font-weight="600" fill="${paint.ink}">${title}: median, and rates at times</text>${grid(
      axis,
      28,
      bottom,
      paint,
    )}${lines}`,
  );
}

/** A rate at a time: a column as high as all patients, filled to the rate, which stands before it where the next is near. */
function column(cell: Cell, x: number, base: number, paint: Paint, crowded: boolean): Markup | undefined {
  const number = numberOf(cell);
  if (!number) return undefined;
  const full = 30;
  const filled = round((number.point / 100) * full);
  const color = isComparator(cell.column.arm.role) ? paint.effect : paint.study;
  return markup`<rect x="${x - 4}" y="${base - full}" width="8" height="${full}" fill="${paint.paper}" stroke="${color}"/><rect x="${x - 4}" y="${base - filled}" width="8" height="${filled}" fill="${color}"/><text x="${crowded ? x - 7 : x + 7}" y="${base - full + 10}" text-anchor="${
    crowded ? 'end' : 'start'
  }" font-size="12" fill="${paint.ink}">${textOf(cell).value}</text>`;
}

function svg(canvas: Canvas, drawn: number, notes: readonly string[], label: string, content: Markup): Markup {
  const { width, paint } = canvas;
  const height = drawn + notesHeight(notes, canvas);
  const below = inLines(notes, canvas).map(
    (note, i) => markup`<text x="${pad}" y="${drawn + 12 + i * noteHeight}" font-size="12" fill="${paint.muted}">${note}</text>`,
  );
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${[
    label,
    ...notes,
  ].join('. ')}" font-family="${paint.font}" font-size="${size}">${content}${below}</svg>`;
}

/** A file that stands alone: a plot on paper, under its title and over where it comes from. */
export function standalone(plot: Markup): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${plot.text.replace(
    /(<svg[^>]*>)/,
    `$1<rect width="100%" height="100%" fill="${onPaper.paper}"/>`,
  )}\n`;
}
