import fs from 'node:fs';
import { UnreadableContent } from './corpus.ts';
import { shown } from './shown.ts';
import { CsvFault, readCsv, separatorIn, type Cell, type Separator } from './csv.ts';
import { nearest } from './shape.ts';
import { decode } from './decode.ts';
import { positionOf, readBytes } from './text.ts';
import { firstIn, itemIn, need, valueIn } from '../model/need.ts';

/** A column that is looked for, by any of its names. */
export interface StudyColumn {
  name: string;
  also?: string;
  /** The heading of a table that calls it otherwise. */
  heading?: string;
  optional?: true;
}

export type Refuse = (offset: number, what: string) => never;

/**
 * The rows of a CSV file with a row of names above them. Cells are separated by commas, semicolons or tabs; a
 * comma may be the decimal point, and a point may part the thousands of a count, where semicolons part the
 * cells.
 *
 * @param columns those that are looked for; others are kept under their own names
 * @throws UnreadableContent with file:line:column, what is wrong and the fix
 */
export function readStudyRows(
  file: string,
  columns: readonly StudyColumn[],
): { rows: StudyRow[]; refuse: Refuse } {
  const text = textOf(file);
  const refuse: Refuse = (offset, what) => {
    const { line, column } = positionOf(
      text.replace(/\r\n?/g, (end) => (end === '\r' ? '\n' : ' \n')),
      offset,
    );
    throw new UnreadableContent(`${shown(file)}:${line}:${column}: ${what}`);
  };
  const separator = separatorOf(text);
  const [header, ...rows] = cellsOf(text, separator, refuse);
  if (!header)
    return refuse(0, `the file is empty; expected the columns ${list(columns)} and a row for each study`);
  const places = placesOf(header, columns, refuse);
  if (rows.length === 0)
    refuse(firstIn(header).offset, 'there is no study below these columns; add a row for each');
  return {
    refuse,
    rows: rows.map((cells) => {
      if (cells.length !== header.length)
        refuse(
          firstIn(cells).offset,
          `${cells.length} cells under ${header.length} columns; write one for each, and quote cells that hold ${named[separator]}`,
        );
      return new StudyRow(cells, places, refuse, separator === ';');
    }),
  };
}

const named: Record<Separator, string> = { ',': 'a comma', ';': 'a semicolon', '\t': 'a tab' };

/** A head may have line breaks within its quotes. */
function separatorOf(text: string): Separator {
  const [names = ''] = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .trimStart()
    .split(/[\r\n]/);
  return separatorIn(names);
}

function cellsOf(text: string, separator: Separator, refuse: Refuse): Cell[][] {
  try {
    return readCsv(text, separator);
  } catch (error) {
    if (error instanceof CsvFault) return refuse(error.offset, error.message);
    throw error;
  }
}

const list = (columns: readonly StudyColumn[]) =>
  columns
    .flatMap(({ name, also, optional }) => (optional ? [] : [also ? `${name} (or ${also})` : name]))
    .join(', ');

/** Where each column stands, whatever its case. */
function placesOf(header: Cell[], columns: readonly StudyColumn[], refuse: Refuse): Map<string, number> {
  const names = header.map(({ text }) => text.trim().toLowerCase());
  const found = names.map((name) => quoted(name)).join(', ');
  const places = new Map(names.map((name, place) => [name, place]));
  for (const { name, also, heading, optional } of columns) {
    const wanted = heading === undefined ? [name, also] : [heading.trim().toLowerCase()];
    const own = names.flatMap((one, place) => (wanted.includes(one) ? [place] : []));
    const [first, second] = own;
    if (second !== undefined)
      refuse(itemIn(header, second).offset, `the column ${name} stands here a second time; keep one`);
    if (first !== undefined) places.set(name, first);
    if (first !== undefined) continue;
    if (heading !== undefined) refuse(0, `there is no column ${quoted(heading)}; found ${found}`);
    if (optional) continue;
    const others = names.filter(
      (one) => !columns.some((column) => column.name === one || column.also === one),
    );
    const near = nearest(name, others);
    refuse(
      near === undefined ? 0 : itemIn(header, names.indexOf(near)).offset,
      `the column ${name} is missing; expected ${list(columns)}, found ${found}. ${near ? `Rename ${near}` : 'Add it'}`,
    );
  }
  return places;
}

function textOf(file: string): string {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat) throw new UnreadableContent(`${shown(file)}: no such file; expected a CSV file`);
  if (stat.isDirectory())
    throw new UnreadableContent(`${shown(file)}: this is a folder; expected a CSV file`);
  return decode(readBytes(file)).text;
}

/** What tables say where there is nothing. */
const nothing = /^(?:n\.?\s?[/.]?\s?[ard]\.?|nan|null|k\.\s?a\.|[-–—.])$/i;

/** The cells of a study by column; what they cannot be is refused at their place. */
export class StudyRow {
  readonly #cells: Cell[];
  readonly #places: Map<string, number>;
  readonly #refuse: Refuse;
  readonly #decimalComma: boolean;

  constructor(cells: Cell[], places: Map<string, number>, refuse: Refuse, decimalComma: boolean) {
    this.#cells = cells;
    this.#places = places;
    this.#refuse = refuse;
    this.#decimalComma = decimalComma;
  }

  /** The text of a column; undefined where the file has no such column. */
  text(column: string): string | undefined {
    const place = this.#places.get(column);
    return place === undefined ? undefined : itemIn(this.#cells, place).text.trim();
  }

  /** The same of a column that was found. */
  needed(column: string): string {
    return need(this.text(column), `the column ${column}`);
  }

  /** Whether a row says in some of these columns that there is nothing, and no figure in any. */
  saysNothing(columns: readonly string[]): boolean {
    const texts = columns.map((column) => this.needed(column));
    return (
      texts.some((text) => nothing.test(text)) && texts.every((text) => text === '' || nothing.test(text))
    );
  }

  name(column: string): string {
    return this.text(column) || this.refuse(column, `the ${column} is empty; give each study a name`);
  }

  number(column: string): number {
    const text = this.needed(column);
    if (text === '') this.refuse(column, `the ${column} is empty; write a number, or remove the study`);
    const written = this.#decimalComma ? text.replace(',', '.') : text;
    if (/^[+-]?\d{1,3}(,\d{3})+$/.test(written))
      this.refuse(column, `${quoted(text)} is no number here; write it without commas`);
    if (/^[+-]?\d+,\d+$/.test(written))
      this.refuse(column, `${quoted(text)} is no number here; write a point, and no comma`);
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(written))
      this.refuse(column, `${quoted(text)} is no number; expected a plain number for the ${column}`);
    const value = Number(written);
    return Number.isFinite(value) ? value : this.refuse(column, `${text} is too large; check the ${column}`);
  }

  positive(column: string): number {
    const value = this.number(column);
    return value > 0
      ? value
      : this.refuse(column, `the ${column} of a ratio cannot be ${value}; expected a number above 0`);
  }

  count(column: string): number {
    const value = this.#thousands(column) ?? this.number(column);
    if (value < 0)
      this.refuse(column, `the ${column} cannot be negative, found ${value}; expected a count of patients`);
    if (!Number.isInteger(value))
      this.refuse(column, `${value} is no count; expected a whole number for the ${column}`);
    return Number.isSafeInteger(value)
      ? value
      : this.refuse(column, `${value} is too large a count; check the ${column}`);
  }

  /**
   * `1.204` where a comma is the decimal point: no count has a fraction, so that the point can part thousands
   * alone.
   */
  #thousands(column: string): number | undefined {
    const text = this.needed(column);
    return this.#decimalComma && /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(text)
      ? Number(text.replaceAll('.', ''))
      : undefined;
  }

  refuse(column: string, what: string): never {
    return this.#refuse(itemIn(this.#cells, valueIn(this.#places, column)).offset, what);
  }
}

/** Text of a cell for a message of one line. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
}
