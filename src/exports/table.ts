import type { Library } from '../evidence/library.ts';
import { csvText } from '../model/csv.ts';
import type { Figure } from '../model/figure.ts';
import type { Field } from './field.ts';
import { itemIn, need } from '../model/need.ts';

/** What a cell may need beside its row. */
export interface Context {
  /** Full address of a path of the site. */
  address: (path: string) => string;
  /** Codes of the findings on a fact or claim, by its path. */
  findings: (path: string) => readonly string[];
  /** Every finding of the run that made the files. */
  allFindings: readonly FindingRow[];
}

/** A finding as files have it. */
export interface FindingRow {
  code: string;
  severity: string;
  message: string;
  file: string;
  line?: number | undefined;
  entry?: string | undefined;
  fact?: string | undefined;
  actual?: string | undefined;
  expected?: string | undefined;
  waived?: string | undefined;
}

type Cell = string | number | undefined;
/**
 * A column is one line: its name, its type, what it holds, and how a row fills it; `undefined` is an empty
 * cell.
 */
export type Column<Row> = readonly [
  name: string,
  field: Field,
  description: string,
  value: (row: Row, context: Context) => Cell,
];

/** A column of the data dictionary. */
export interface ColumnEntry extends Field {
  name: string;
  description: string;
}

/** Columns whose values are those of columns of another table. */
interface ForeignKey {
  fields: string;
  table: string;
  reference: string;
}

/** A table of the data dictionary. */
export interface TableEntry {
  name: string;
  /** Where the build puts it, below the output folder. */
  file: string;
  description: string;
  columns: readonly ColumnEntry[];
  /** Columns that together are different in each row; none where rows may repeat. */
  primaryKey: readonly string[];
  foreignKeys: readonly ForeignKey[];
}

/** A table that knows how to fill itself. */
export interface Table extends TableEntry {
  /** All rows as text, unguarded, sorted by the first column and then the next. */
  rows(library: Library, context: Context): string[][];
}

/** A table with its rows. */
export interface FilledTable extends TableEntry {
  cells: readonly (readonly string[])[];
  csv: string;
}

/** A table that can also be filled with some of its rows. */
export interface TableOf<Row> extends Table {
  cellsOf(rows: readonly Row[], context: Context): string[][];
}

/** Makes a table from its columns and from where its rows come from. */
export function table<Row>(spec: {
  name: string;
  /** Where the build puts it: `data/NAME.csv` where nothing is said. */
  file?: string;
  description: string;
  columns: readonly Column<Row>[];
  primaryKey?: readonly string[];
  foreignKeys?: readonly ForeignKey[];
  rows: (library: Library, context: Context) => readonly Row[];
}): TableOf<Row> {
  const cellsOf = (rows: readonly Row[], context: Context) =>
    rows.map((row) => spec.columns.map(([, , , value]) => String(value(row, context) ?? ''))).sort(byCells);
  return {
    name: spec.name,
    file: spec.file ?? `data/${spec.name}.csv`,
    description: spec.description,
    columns: spec.columns.map(([name, field, description]) => ({ name, description, ...field })),
    primaryKey: spec.primaryKey ?? [],
    foreignKeys: spec.foreignKeys ?? [],
    cellsOf,
    rows: (library, context) => cellsOf(spec.rows(library, context), context),
  };
}

/** A table filled from a library. */
export function filled(table: Table, library: Library, context: Context): FilledTable {
  const cells = table.rows(library, context);
  const header = table.columns.map(({ name }) => name);
  return { ...table, cells, csv: csvText([header, ...cells]) };
}

/** The filled table of a name; the build fills all of them. */
export function tableNamed(tables: readonly FilledTable[], name: string): FilledTable {
  return need(
    tables.find((table) => table.name === name),
    `the table ${name}`,
  );
}

/** Several values in one cell, each once, in the order given. */
export function joined(values: readonly (string | undefined)[]): string {
  return [...new Set(values.filter((value) => value !== undefined))].join('; ');
}

/** A whole number in digits; empty where an inequality sign stands before it. */
export function whole(figure: Figure | undefined): string | undefined {
  return figure === undefined || figure.bound ? undefined : String(figure.value);
}

/** By code unit, so that the order depends on no locale. */
function byCells(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return itemIn(a, i) < itemIn(b, i) ? -1 : 1;
  return 0;
}
