import fs from 'node:fs';

/** How the characters of a file are written. */
type Letters = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const piece = 1 << 20;

/** The bytes of a file, a megabyte at a time. */
function* bytesOf(file: string): Generator<Uint8Array> {
  const opened = fs.openSync(file, 'r');
  try {
    const room = new Uint8Array(piece);
    for (let count = read(opened, room, file); count > 0; count = read(opened, room, file))
      yield room.subarray(0, count);
  } finally {
    fs.closeSync(opened);
  }
}

/** The error for a folder names its path, which Node leaves out. */
function read(opened: number, room: Uint8Array, file: string): number {
  try {
    return fs.readSync(opened, room);
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, { path: file });
  }
}

/**
 * How the characters of a file are written, by its bytes: a mark at the start; noughts at every second place,
 * which Latin letters of two bytes have; else UTF-8 where the whole of it is that, and the letters of Windows
 * where it is not.
 */
export function lettersOf(file: string): Letters {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  for (const bytes of bytesOf(file)) {
    if (isFirst) {
      const found = wideLetters(bytes);
      if (found) return found;
      isFirst = false;
    }
    try {
      utf8.decode(bytes, { stream: true });
    } catch {
      return 'windows-1252';
    }
  }
  try {
    utf8.decode();
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

function wideLetters(bytes: Uint8Array): Letters | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 1000);
  const noughts = [0, 1].map((place) => start.filter((byte, i) => i % 2 === place && byte === 0).length);
  const many = start.length / 8;
  const [even = 0, odd = 0] = noughts;
  if (start.length < 8 || Math.max(even, odd) < many) return undefined;
  return even > odd ? 'utf-16be' : 'utf-16le';
}

/** The text of a file in pieces, without a mark at its start. */
export function* textOf(file: string, letters = lettersOf(file)): Generator<string> {
  const decoder = new TextDecoder(letters);
  for (const bytes of bytesOf(file)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

/** The whole text of a file, with line ends of one kind. */
export function wholeText(file: string): string {
  return [...textOf(file)].join('').replace(/\r\n?/g, '\n');
}
