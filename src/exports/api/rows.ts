import { valueOf } from '../field.ts';
import { itemIn } from '../../model/need.ts';
import { object, list, type Schema } from '../json-schema.ts';
import type { ColumnEntry, FilledTable } from '../table.ts';
import { printedReader, withPrinted } from '../wide.ts';

/** A row by the names of its columns. */
export type Row = Record<string, unknown>;

/**
 * Rows of a table as JSON has them: numbers and lists as such, beside a figure its printed characters where
 * the number alone would lose something (`value_printed`; none of a computed figure), and no word of what is
 * empty.
 */
export function rowReader({ columns }: Pick<FilledTable, 'columns'>): (cells: readonly string[]) => Row {
  const printed = columns.map((_, i) => printedReader(columns, i));
  return (cells) => {
    const row: Row = {};
    columns.forEach((column, i) => {
      const cell = cells[i] ?? '';
      if (cell === '') return;
      const value = column.list ? cell.split('; ') : valueOf(column, cell);
      if (value !== null) row[column.name] = value;
      const characters = column.printed ? itemIn(printed, i)(cells) : '';
      if (characters !== '' && String(value) !== characters) row[`${column.name}_printed`] = characters;
    });
    return row;
  };
}

/** The schema of such a row. */
export function rowSchema(columns: readonly ColumnEntry[]): Schema {
  const all = withPrinted(columns);
  const needed = columns
    .filter(({ constraints, printed }) => constraints?.required && !printed)
    .map(({ name }) => name);
  return object(Object.fromEntries(all.map((column) => [column.name, cellSchema(column)])), needed);
}

function cellSchema({ type, description, constraints = {}, list: isList }: ColumnEntry): Schema {
  if (isList) return { ...list({ type: 'string' }), description };
  const { minimum, maximum, enum: words } = constraints;
  return {
    type,
    description,
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(words ? { enum: words } : {}),
  };
}
