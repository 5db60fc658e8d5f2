import { guarded } from './spreadsheet.ts';

/** A cell by RFC 4180, guarded against formulas. */
function csvCell(value: string | number | undefined): string {
  const text = guarded(String(value ?? ''));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * CSV by RFC 4180, in UTF-8 with LF at the end of each row; the one writer of the build and of the browser.
 */
export function csvText(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}
