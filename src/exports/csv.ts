import { stringify } from 'csv-stringify/sync';
import { isNumber } from './field.ts';

const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * Keeps a spreadsheet from taking a text cell for a formula: one that begins with `= + - @`, their full-width forms,
 * a tab or a line break gets an apostrophe in front. Numbers (`-1.5`) and a lone `=` (the sign of a P value) cannot be
 * formulas and stay as they are. Text that begins with apostrophes before such a sign gets one more, so that dropping
 * the first one always restores the text.
 *
 * OWASP, CSV Injection: https://owasp.org/www-community/attacks/CSV_Injection
 */
export function guarded(cell: string): string {
  return formula.test(cell) && !isNumber(cell) && cell !== '=' ? `'${cell}` : cell;
}

/** CSV by RFC 4180, in UTF-8 with LF: a header row, then the rows as given, every cell guarded against formulas. */
export function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([header, ...rows.map((row) => row.map(guarded))], {
    record_delimiter: '\n',
    // RFC 4180 quotes a lone CR too, which is no delimiter here.
    quoted_match: /\r/,
  });
}
