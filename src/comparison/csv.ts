import { guarded } from '../model/spreadsheet.ts';

/** A cell by RFC 4180, guarded against formulas; exports/csv.ts has a library for it that browsers do without. */
function csvCell(value: string | number | undefined): string {
  const text = guarded(String(value ?? ''));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** CSV with LF at the end of each row. */
export function csvText(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}
