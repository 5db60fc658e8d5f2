import { isNumber } from '../model/spreadsheet.ts';

/**
 * What a column holds, in the words of Table Schema: https://datapackage.org/standard/table-schema/
 *
 * The same description types the CSV, the Parquet file and the sheets of the workbook.
 */
export interface Field {
  type: 'string' | 'integer' | 'number' | 'boolean';
  constraints?: Constraints;
  /** A figure as printed: files that hold numbers keep its characters (`80.0`, `not-reached`) beside it. */
  printed?: true;
  /** The column that says `computed` of a row in which this figure was never printed. */
  originIn?: string;
  /** What a row says, and not what it is about: its figures, and what stands in their place. */
  says?: true;
  /** Several values, joined by a semicolon and a space. */
  list?: true;
}

interface Constraints {
  required?: true;
  unique?: true;
  minimum?: number;
  maximum?: number;
  enum?: readonly string[];
  pattern?: string;
}

const bound = <F extends Field>(field: F, constraints: Constraints): F => ({
  ...field,
  constraints: { ...field.constraints, ...constraints },
});

export const text: Field = { type: 'string' };
export const list: Field = { type: 'string', list: true };
export const flag: Field = { type: 'boolean' };
/** A whole number of patients, events or anything else that is counted. */
export const count: Field = bound({ type: 'integer' }, { minimum: 0 });
/** A number that the build makes. */
export const number: Field = { type: 'number' };
/** A number as printed, without its inequality sign. */
export const figure: Field = { type: 'number', printed: true };
/** A limit as printed: a number, or the word that stands in its place. */
export const limit: Field = bound(
  { type: 'string', printed: true },
  { pattern: '([<>≤≥]?\\s*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?|not-reached|not-estimable)' },
);
/** A figure that is printed or computed, as another column of its row says. */
export const withOriginIn = (originIn: string, field: Field): Field => ({ ...field, originIn });
/** The permanent id of a row. */
export const key: Field = bound(text, { required: true, unique: true });

/** One of the words listed. */
export const oneOf = (words: readonly string[]): Field => bound(text, { enum: words });
/** A field of what a row says. */
export const saying = (field: Field): Field => ({ ...field, says: true });
/** A field that no row leaves empty. */
export const required = (field: Field): Field => bound(field, { required: true });
/** A field that holds numbers within limits, both included. */
export const within = (field: Field, minimum: number, maximum: number): Field =>
  bound(field, { minimum, maximum });

/**
 * The value of a cell in files that have types; null where it is empty, or holds a word in the place of a
 * figure.
 */
export function valueOf(field: Field, cell: string): string | number | boolean | null {
  if (cell === '') return null;
  if (field.printed || field.type === 'number' || field.type === 'integer')
    return isNumber(cell) ? Number(cell) : null;
  return field.type === 'boolean' ? cell === 'true' : cell;
}
