/** How spreadsheets take the text of a cell. */

const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Whether a cell holds nothing but a number: no sign of inequality, no word. */
export const isNumber = (cell: string): boolean => number.test(cell);

/**
 * Keeps a spreadsheet from taking a text cell for a formula: one that begins with `= + - @`, their full-width
 * forms, a tab or a line break gets an apostrophe in front. Numbers (`-1.5`) and a lone `=` (the sign of a P
 * value) cannot be formulas and stay as they are. Text that begins with apostrophes before such a sign gets
 * one more, so that dropping the first one always restores the text.
 *
 * OWASP, CSV Injection: https://owasp.org/www-community/attacks/CSV_Injection
 */
export function guarded(cell: string): string {
  return formula.test(cell) && !isNumber(cell) && cell !== '=' ? `'${cell}` : cell;
}
