/**
 * A parser of RFC 4180 that forgives nothing: every row ends in LF and has as many cells as the first,
 * a cell with a quote, comma or line break is quoted, and nothing stands beside the quotes.
 */
export function parseCsv(text: string): string[][] {
  const cell = /"((?:[^"]|"")*)"(,|\n)|([^",\r\n]*)(,|\n)/y;
  const rows: string[][] = [];
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (!match) throw new Error(`no cell of RFC 4180 at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
    const [, quoted, afterQuoted, bare, afterBare] = match;
    row.push(quoted?.replaceAll('""', '"') ?? bare!);
    if ((afterQuoted ?? afterBare) === ',') continue;
    if (row.length !== (rows[0] ?? row).length)
      throw new Error(`row ${rows.length + 1} has ${row.length} cells`);
    rows.push(row);
    row = [];
  }
  if (row.length > 0) throw new Error('the last row does not end');
  return rows;
}

/** The rows below the header, by column name. */
export function recordsOf(text: string): Record<string, string>[] {
  const [header, ...rows] = parseCsv(text);
  return rows.map((row) => Object.fromEntries(row.map((value, i) => [header![i]!, value])));
}
