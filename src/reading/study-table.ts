import fs from 'node:fs';
import { shown, UnreadableContent } from './corpus.ts';
import { CsvFault, readCsv, type Cell } from './csv.ts';
import { nearest } from './shape.ts';
import { positionOf, readText } from './text.ts';

/** One study of a table of counts. */
export interface CountedStudy {
  study: string;
  /** whole numbers with 0 ≤ events ≤ total, total ≥ 1 */
  events: number;
  total: number;
}

/** One study of a table of ratios: 0 < low ≤ estimate ≤ high, low < high, level in percent. */
export interface RatioStudy {
  study: string;
  estimate: number;
  low: number;
  high: number;
  level: number;
}

/**
 * Reads a CSV file with the columns `study, events, total`, in any order, among others.
 *
 * @throws UnreadableContent with file:line:column, what is wrong and the mend
 */
export function readCounts(file: string): CountedStudy[] {
  return readRows(file, ['study', 'events', 'total'], (row) => {
    const [events, total] = [row.count('events'), row.count('total')];
    if (total < 1) row.refuse('total', 'the total is 0; expected at least 1 patient');
    if (events > total) row.refuse('events', `${events} events of ${total} are impossible; expected at most ${total}`);
    return { study: row.name('study'), events, total };
  });
}

/**
 * Reads a CSV file with the columns `study, estimate, low, high, level`, in any order, among others.
 *
 * @throws UnreadableContent with file:line:column, what is wrong and the mend
 */
export function readRatios(file: string): RatioStudy[] {
  return readRows(file, ['study', 'estimate', 'low', 'high', 'level'], (row) => {
    const [estimate, low, high] = [row.positive('estimate'), row.positive('low'), row.positive('high')];
    const level = row.number('level');
    if (low >= high) row.refuse('low', `the interval ${low} to ${high} is empty; expected low below high`);
    if (estimate < low || estimate > high)
      row.refuse('estimate', `the estimate ${estimate} lies outside its interval ${low} to ${high}; expected it inside`);
    const fault = faultOfLevel(level);
    if (fault) row.refuse('level', fault);
    return { study: row.name('study'), estimate, low, high, level };
  });
}

/** Why a confidence level in percent cannot be; undefined where it can. A level below 1 is taken for a proportion. */
export function faultOfLevel(level: number): string | undefined {
  if (level > 0 && level < 1) return `the level ${level} looks like a proportion; expected a percentage, such as ${level * 100}`;
  return level >= 1 && level < 100
    ? undefined
    : `the level ${level} is out of range; expected a percentage such as 95, below 100`;
}

function readRows<T>(file: string, columns: string[], read: (row: Row) => T): T[] {
  const text = textOf(file);
  const refuse = (offset: number, what: string): never => {
    const { line, column } = positionOf(
      text.replace(/\r\n?/g, (end) => (end === '\r' ? '\n' : ' \n')),
      offset,
    );
    throw new UnreadableContent(`${shown(file)}:${line}:${column}: ${what}`);
  };
  const [header, ...rows] = rowsOf(text, refuse);
  if (!header) return refuse(0, `the file is empty; expected the columns ${columns.join(', ')} and a row for each study`);
  const places = placesOf(header, columns, refuse);
  if (rows.length === 0) refuse(header[0]!.offset, 'there is no study below these columns; add a row for each');
  return rows.map((cells) => {
    if (cells.length !== header.length)
      refuse(
        cells[0]!.offset,
        `${cells.length} cells under ${header.length} columns; write one for each, and quote cells that hold a comma`,
      );
    return read(new Row(cells, places, refuse));
  });
}

function rowsOf(text: string, refuse: Refuse): Cell[][] {
  try {
    return readCsv(text);
  } catch (error) {
    if (error instanceof CsvFault) return refuse(error.offset, error.message);
    throw error;
  }
}

/** Where each column stands, whatever its case. */
function placesOf(header: Cell[], columns: string[], refuse: Refuse): Map<string, number> {
  const names = header.map(({ text }) => text.trim().toLowerCase());
  const found = names.map((name) => quoted(name)).join(', ');
  return new Map(
    columns.map((column) => {
      const place = names.indexOf(column);
      if (place >= 0 && names.lastIndexOf(column) > place)
        refuse(header[names.lastIndexOf(column)]!.offset, `the column ${column} stands here a second time; keep one`);
      if (place >= 0) return [column, place];
      if (/[;\t]/.test(header[0]!.text)) refuse(0, 'the columns are not separated by commas; save the table as CSV with commas');
      const near = nearest(
        column,
        names.filter((name) => !columns.includes(name)),
      );
      return refuse(
        near === undefined ? 0 : header[names.indexOf(near)]!.offset,
        `the column ${column} is missing; expected ${columns.join(', ')}, found ${found}. ${near ? `Rename ${near}` : 'Add it'}`,
      );
    }),
  );
}

function textOf(file: string): string {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat) throw new UnreadableContent(`${shown(file)}: no such file; expected a CSV file`);
  if (stat.isDirectory()) throw new UnreadableContent(`${shown(file)}: this is a folder; expected a CSV file`);
  const read = readText(file);
  if ('text' in read) return read.text;
  const { line, column } = read.invalid;
  throw new UnreadableContent(`${shown(file)}:${line}:${column}: ${read.byte} is not UTF-8; save the table as CSV in UTF-8`);
}

type Refuse = (offset: number, what: string) => never;

/** The cells of a study by column; what they cannot be is refused at their place. */
class Row {
  readonly #cells: Cell[];
  readonly #places: Map<string, number>;
  readonly #refuse: Refuse;

  constructor(cells: Cell[], places: Map<string, number>, refuse: Refuse) {
    this.#cells = cells;
    this.#places = places;
    this.#refuse = refuse;
  }

  name(column: string): string {
    return this.#text(column) || this.refuse(column, `the ${column} is empty; give each study a name`);
  }

  number(column: string): number {
    const text = this.#text(column);
    if (text === '') this.refuse(column, `the ${column} is empty; write a number, or remove the study`);
    if (/^[+-]?\d+,\d+$/.test(text)) this.refuse(column, `${quoted(text)} is no number here; write a point, and no comma`);
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text))
      this.refuse(column, `${quoted(text)} is no number; expected a plain number for the ${column}`);
    const value = Number(text);
    return Number.isFinite(value) ? value : this.refuse(column, `${text} is too large; check the ${column}`);
  }

  positive(column: string): number {
    const value = this.number(column);
    return value > 0 ? value : this.refuse(column, `the ${column} of a ratio cannot be ${value}; expected a number above 0`);
  }

  count(column: string): number {
    const value = this.number(column);
    if (value < 0) this.refuse(column, `the ${column} cannot be negative, found ${value}; expected a count of patients`);
    if (!Number.isInteger(value)) this.refuse(column, `${value} is no count; expected a whole number for the ${column}`);
    return Number.isSafeInteger(value) ? value : this.refuse(column, `${value} is too large a count; check the ${column}`);
  }

  refuse(column: string, what: string): never {
    return this.#refuse(this.#cells[this.#places.get(column)!]!.offset, what);
  }

  #text(column: string): string {
    return this.#cells[this.#places.get(column)!]!.text.trim();
  }
}

/** Text of a cell for a message of one line. */
function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
}
