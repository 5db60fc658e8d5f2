import { isUtf8 } from 'node:buffer';
import fs from 'node:fs';
import type { Position } from '../model/finding.ts';
import { itemIn } from '../model/need.ts';

/** Line and column (from 1) of an offset in a text. */
export function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

/** Lines and columns (from 1) of many offsets in a text. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset) => {
    let [line, beyond] = [0, starts.length];
    while (beyond - line > 1) {
      const middle = (line + beyond) >> 1;
      if (itemIn(starts, middle) <= offset) line = middle;
      else beyond = middle;
    }
    return { line: line + 1, column: offset - itemIn(starts, line) + 1 };
  };
}

/** Reads a file; the error for a folder names its path, which Node leaves out. */
export function readBytes(file: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    throw Object.assign(error as NodeJS.ErrnoException, { path: file });
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes as UTF-8 without a byte-order mark; or the position of the first byte that is not UTF-8. */
export function decodeText(bytes: Buffer): { text: string } | { invalid: Position; byte: string } {
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    const offset = firstInvalidByte(bytes);
    const before = new TextDecoder().decode(bytes.subarray(0, offset));
    return {
      invalid: positionOf(before, before.length),
      byte: `0x${itemIn(bytes, offset).toString(16).padStart(2, '0').toUpperCase()}`,
    };
  }
}

/** The length of the longest prefix that is whole UTF-8 characters, found by halving. */
function firstInvalidByte(bytes: Uint8Array): number {
  let [valid, invalid] = [0, bytes.length];
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      valid = middle;
    } catch {
      invalid = middle;
    }
  }
  // The prefix may end inside a character, whose first byte is then the one at fault.
  while (valid > 0 && !isUtf8(bytes.subarray(0, valid))) valid -= 1;
  return valid;
}
