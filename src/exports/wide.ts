import { valueOf, type Field } from './field.ts';
import { outcomes } from './outcomes.ts';
import { trials } from './trials.ts';
import { tableNamed, type ColumnEntry, type FilledTable } from './table.ts';
import { firstIn, itemIn, valueIn } from '../model/need.ts';

/** A column of the outcomes joined to their trials, with the cells of all rows. */
export interface WideColumn extends ColumnEntry {
  cells: readonly string[];
}

const ofTrial = (name: string) => `trial_${name}`;
const own = trials.columns.filter(({ name }) => name !== 'trial_id');

/**
 * The columns of evidence.parquet, for the data dictionary: those of outcomes.csv, printed forms, and those
 * of trials.csv.
 */
export const wideColumns: readonly ColumnEntry[] = [
  ...withPrinted(outcomes.columns),
  ...own.map((column) => ({ ...column, name: ofTrial(column.name) })),
];

/**
 * The columns of a file that has types: each figure is a number, and beside it the characters that are
 * printed.
 */
export function withPrinted(columns: readonly ColumnEntry[]): ColumnEntry[] {
  return columns.flatMap((column) => [typed(column), ...(column.printed ? [printedOf(column)] : [])]);
}

/** A limit that is text in CSV is a number here, and empty where no number is printed. */
function typed(column: ColumnEntry): ColumnEntry {
  return column.printed ? { ...column, type: 'number' } : column;
}

function printedOf({ name, originIn }: ColumnEntry): ColumnEntry {
  const description = `${name} character by character, as in outcomes.csv${originIn ? '; empty where it is computed' : ''}`;
  return { name: `${name}_printed`, type: 'string', description };
}

/** The printed characters of the cells of a column, row by row; empty where the figure is computed. */
export function printedReader(
  columns: readonly ColumnEntry[],
  i: number,
): (cells: readonly string[]) => string {
  const { originIn } = itemIn(columns, i);
  const at = columns.findIndex(({ name }) => name === originIn);
  return (cells) => (cells[at] === 'computed' ? '' : itemIn(cells, i));
}

/** The same columns with their cells, a row for each outcome. */
export function wideTable(tables: readonly FilledTable[]): WideColumn[] {
  const cellsOf = ({ name }: { name: string }) => tableNamed(tables, name).cells;
  const trialOf = new Map(cellsOf(trials).map((row) => [firstIn(row), row]));
  return joinedToTrials(cellsOf(outcomes), (id) => valueIn(trialOf, id));
}

/**
 * Rows of outcomes.csv with the rows of trials.csv that they belong to, column by column.
 *
 * @param trialOf the row of a trial, by its id
 */
export function joinedToTrials(
  rows: readonly (readonly string[])[],
  trialOf: (id: string) => readonly string[],
): WideColumn[] {
  const at = outcomes.columns.findIndex(({ name }) => name === 'trial_id');
  const owners = rows.map((row) => trialOf(itemIn(row, at)));
  const read = new Map<string, readonly string[]>([
    ...outcomes.columns.flatMap(({ name }, i) => {
      const printed = rows.map(printedReader(outcomes.columns, i));
      return [[name, rows.map((row) => itemIn(row, i))] as const, [`${name}_printed`, printed] as const];
    }),
    ...own.map(({ name }, i) => [ofTrial(name), owners.map((row) => itemIn(row, i + 1))] as const),
  ]);
  return wideColumns.map((column) => ({ ...column, cells: valueIn(read, column.name) }));
}

/** The values of a column in a file that has types. */
export function valuesOf({ cells, ...field }: Field & { cells: readonly string[] }) {
  return cells.map((cell) => valueOf(field, cell));
}
