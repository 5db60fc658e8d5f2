/** One cell, unquoted, and the offset in the text where it begins. */
export interface Cell {
  text: string;
  offset: number;
}

/** What stands between two cells. */
export type Separator = ',' | ';' | '\t';

/**
 * What parts the cells of a line: the mark that stands there most often outside of quotes, commas before
 * others.
 */
export function separatorIn(line: string): Separator {
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const times = (mark: Separator) => bare.split(mark).length;
  return ([',', ';', '\t'] as const).reduce((a, b) => (times(b) > times(a) ? b : a));
}

/** What is no CSV, and the offset in the text where it is not. */
export class CsvFault extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/**
 * The rows of a CSV text (RFC 4180), without those that are blank or have only empty cells.
 *
 * Lines may end in CR LF, LF or CR, the last in none. Rows may differ in their number of cells.
 *
 * @throws CsvFault where a quote does not close, or stands where none may
 */
export function readCsv(text: string, separator: Separator = ','): Cell[][] {
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r\\n|\\n|\\r|$)`,
    'y',
  );
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  for (let end: string = separator; end !== '';) {
    const offset = cell.lastIndex;
    const match = cell.exec(text);
    if (!match) throw misquoted(text, offset);
    const [, quoted, bare = '', after = ''] = match;
    row.push({ text: quoted?.replaceAll('""', '"') ?? bare, offset });
    end = after;
    if (end === separator) continue;
    if (row.some((one) => one.text.trim() !== '')) rows.push(row);
    row = [];
  }
  return rows;
}

function misquoted(text: string, offset: number): CsvFault {
  if (text[offset] !== '"') {
    return new CsvFault(
      'a quote inside a cell; put the whole cell in quotes and double those inside',
      text.indexOf('"', offset),
    );
  }
  const closed = /"(?:[^"]|"")*"/y;
  closed.lastIndex = offset;
  return closed.test(text)
    ? new CsvFault('text after the closing quote; double the quotes inside a quoted cell', closed.lastIndex)
    : new CsvFault('a quote that never closes; close it, or remove it', offset);
}
