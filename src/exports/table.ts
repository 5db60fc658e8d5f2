import type { Library } from '../evidence/library.ts';

/** What a cell may need beside its row. */
export interface Context {
  /** Full address of a path of the site. */
  address(path: string): string;
  /** Codes of the findings on a fact or claim, by its path. */
  findings(path: string): readonly string[];
  /** Every finding of the run that made the files. */
  allFindings: readonly FindingRow[];
}

/** A finding as the files tell it. */
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
/** A column is one line: its name, what it holds, and how a row fills it; `undefined` is an empty cell. */
export type Column<Row> = readonly [name: string, description: string, value: (row: Row, context: Context) => Cell];

/** A table of the data dictionary, which knows how to fill itself. */
export interface Table {
  name: string;
  /** Where the build puts it, below the output folder. */
  file: string;
  description: string;
  columns: { name: string; description: string }[];
  /** All rows as text, unguarded, sorted by the first column and then the next. */
  rows(library: Library, context: Context): string[][];
}

/** Makes a table from its columns and from where its rows come from. */
export function table<Row>(spec: {
  name: string;
  description: string;
  columns: readonly Column<Row>[];
  rows: (library: Library, context: Context) => readonly Row[];
}): Table {
  return {
    name: spec.name,
    file: `data/${spec.name}.csv`,
    description: spec.description,
    columns: spec.columns.map(([name, description]) => ({ name, description })),
    rows: (library, context) =>
      spec
        .rows(library, context)
        .map((row) => spec.columns.map(([, , value]) => String(value(row, context) ?? '')))
        .sort(byCells),
  };
}

/** Several values in one cell, each once, in the order given. */
export function joined(values: readonly (string | undefined)[]): string {
  return [...new Set(values.filter((value) => value !== undefined))].join('; ');
}

/** By code unit, so that the order depends on no locale. */
function byCells(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((cell, i) => cell !== b[i]);
  return at === -1 ? 0 : a[at]! < b[at]! ? -1 : 1;
}
