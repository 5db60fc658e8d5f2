const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A cell by RFC 4180, guarded against formulas as exports/csv.ts does, which needs a library that browsers do without. */
export function csvCell(value: string | number | undefined): string {
  const text = String(value ?? '');
  const guarded = formula.test(text) && !number.test(text) && text !== '=' ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** CSV with LF at the end of each row. */
export function csvText(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}
