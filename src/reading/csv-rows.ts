import type { Separator } from './csv.ts';

/** A row, or why there is none at a line; lines count from 1. */
export type CsvRow = { line: number; cells: string[] } | { line: number; fault: string };

/** Longer than any row; a quote that is not closed by then never is. */
const longest = 1_000_000;

/**
 * The rows of a CSV text (RFC 4180) that comes in pieces, of which no more is kept than one row. Blank rows,
 * and those of empty cells, are left out. A row that cannot be read is reported in its place; reading goes on
 * with the line behind its first, where a quote never closes, else with the next row.
 *
 * `readCsv` is for texts that are typed: it refuses the whole at its first fault, and says the place of each
 * cell. A test holds both to the same rows.
 */
export function* csvRows(pieces: Iterable<string>, separator: Separator): Generator<CsvRow> {
  const reader = new RowReader(separator);
  for (const piece of pieces) yield* reader.read(piece, false);
  yield* reader.read('', true);
}

/** How far a row reaches; nothing while its end has not come. */
type Ended = { to: number; cells: string[]; fault?: string } | { unclosed: true } | undefined;

class RowReader {
  readonly #bare: RegExp;
  #text = '';
  #line = 1;

  constructor(separator: Separator) {
    this.#bare = new RegExp(`([^${separator}\\r\\n]*)(${separator}|\\r\\n|\\n|\\r|$)`, 'y');
  }

  *read(piece: string, isLast: boolean): Generator<CsvRow> {
    this.#text += piece;
    let at = 0;
    while (at < this.#text.length) {
      const found = this.#row(at, isLast);
      if (found === undefined) break;
      const line = this.#line;
      if ('unclosed' in found) {
        yield { line, fault: 'a quote that never closes; close it, or remove it' };
        at = this.#behindLine(at);
        continue;
      }
      this.#line += linesIn(this.#text, at, found.to);
      at = found.to;
      if (found.fault !== undefined) yield { line, fault: found.fault };
      else if (found.cells.some((cell) => cell.trim() !== '')) yield { line, cells: found.cells };
    }
    this.#text = this.#text.slice(at);
  }

  #behindLine(at: number): number {
    const end = /\r\n?|\n/g;
    end.lastIndex = at;
    const found = end.exec(this.#text);
    this.#line += 1;
    return found ? found.index + found[0].length : this.#text.length;
  }

  #row(from: number, isLast: boolean): Ended {
    const text = this.#text;
    const cells: string[] = [];
    let fault: string | undefined;
    for (let at = from; ;) {
      let quoted: string | undefined;
      if (text[at] === '"') {
        const close = closing(text, at + 1, isLast);
        if (close === undefined || close < 0)
          return close === undefined && text.length - from < longest ? undefined : { unclosed: true };
        quoted = text.slice(at + 1, close).replaceAll('""', '"');
        at = close + 1;
      }
      this.#bare.lastIndex = at;
      const [whole = '', bare = '', end = ''] = this.#bare.exec(text) ?? [];
      const to = at + whole.length;
      // What follows may be the rest of a cell, or of the end of its line.
      if (!isLast && (end === '' || (end === '\r' && to === text.length)))
        return text.length - from < longest ? undefined : { unclosed: true };
      if (quoted !== undefined && bare.trim() !== '')
        fault ??= 'text after the closing quote; double the quotes inside a quoted cell';
      if (quoted === undefined && bare.includes('"'))
        fault ??= 'a quote inside a cell; put the whole cell in quotes and double those inside';
      cells.push(quoted ?? bare);
      at = to;
      if (end === '' || /[\r\n]/.test(end)) return { to, cells, ...(fault === undefined ? {} : { fault }) };
    }
  }
}

/** Where a quote is closed; -1 where it never is, nothing where that has not come yet. */
function closing(text: string, from: number, isLast: boolean): number | undefined {
  for (let at = text.indexOf('"', from); ; at = text.indexOf('"', at + 2)) {
    if (at < 0) return isLast ? -1 : undefined;
    if (text[at + 1] === '"') continue;
    return at + 1 === text.length && !isLast ? undefined : at;
  }
}

function linesIn(text: string, from: number, to: number): number {
  let count = 0;
  const end = /\r\n?|\n/g;
  end.lastIndex = from;
  for (let found = end.exec(text); found && found.index < to; found = end.exec(text)) count += 1;
  return count;
}
