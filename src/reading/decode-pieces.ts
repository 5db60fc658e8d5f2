import fs from 'node:fs';
import { byLine, isGbk, wideOrder, type DecodedText } from './decode.ts';

const piece = 1 << 20;

/** The bytes of a file, a megabyte at a time; each piece is a buffer of its own. */
function* bytesOf(file: string): Generator<Buffer> {
  const opened = fs.openSync(file, 'r');
  try {
    for (;;) {
      const room = Buffer.allocUnsafe(piece);
      const count = fs.readSync(opened, room);
      if (count === 0) return;
      yield room.subarray(0, count);
    }
  } finally {
    fs.closeSync(opened);
  }
}

/** A file that is too large to be read at once, as text in pieces, and in what letters it was written. */
export interface DecodedPieces {
  pieces: Iterable<string>;
  encoding: DecodedText['encoding'];
}

/**
 * Reads a file in pieces, of which no more is kept than two. Its encoding is detected as `decode` does,
 * except GBK, which the first pieces that are not UTF-8 reveal. Line ends are of one kind.
 */
export function decodedPieces(file: string): DecodedPieces {
  const { encoding, label } = lettersOf(file);
  const decoded = label === undefined ? linesOf(file) : decodedBy(file, label);
  return { pieces: evenLines(decoded), encoding };
}

function lettersOf(file: string): { encoding: DecodedText['encoding']; label: string | undefined } {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  for (const bytes of bytesOf(file)) {
    const wide = isFirst ? wideOrder(bytes) : undefined;
    if (wide) return { encoding: 'UTF-16', label: wide };
    isFirst = false;
    try {
      utf8.decode(bytes, { stream: true });
    } catch {
      return isGbk(bytes)
        ? { encoding: 'GBK', label: 'gb18030' }
        : { encoding: 'Windows-1252', label: undefined };
    }
  }
  return { encoding: 'UTF-8', label: 'utf-8' };
}

function* decodedBy(file: string, label: string): Generator<string> {
  const decoder = new TextDecoder(label);
  for (const bytes of bytesOf(file)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

/** Whole lines, each in its own letters. */
function* linesOf(file: string): Generator<string> {
  let rest = Buffer.alloc(0);
  for (const bytes of bytesOf(file)) {
    const all = Buffer.concat([rest, bytes]);
    const end = all.lastIndexOf(0x0a) + 1;
    yield byLine(all.subarray(0, end)).text;
    rest = all.subarray(end);
  }
  yield byLine(rest).text;
}

function* evenLines(pieces: Iterable<string>): Generator<string> {
  let open = '';
  for (const text of pieces) {
    const whole = open + text;
    // A return at the end may be half of a line end.
    open = whole.endsWith('\r') ? '\r' : '';
    yield whole.slice(0, whole.length - open.length).replace(/\r\n?/g, '\n');
  }
  if (open !== '') yield '\n';
}
