import fs from 'node:fs';
import { shown } from '../reading/shown.ts';
import { decodeText, readBytes } from '../reading/text.ts';
import { UsageError } from './command.ts';

/** A text that a command was given, and its bytes. */
interface InputText {
  text: string;
  bytes: Buffer;
}

/**
 * The text of a file, of the standard input (`-`), or what was typed itself where no file has that name.
 *
 * @throws UsageError where it is empty, too large, a folder, not UTF-8, or the name of a file that is not
 * there
 */
export function inputText(given: string): InputText {
  const kind = given === '-' ? undefined : kindOfName(given);
  if (kind === undefined && /^[^\s]{1,200}\.(?:txt|md|csv|tsv|html?|pdf|docx?)$/i.test(given))
    throw new UsageError(`${given}: no such file; give its path, or the text itself in quotes`);
  if (kind === 'folder') throw new UsageError(`${given} is a folder; expected a text file`);
  const bytes = given === '-' ? fs.readFileSync(0) : kind === 'file' ? readBytes(given) : Buffer.from(given);
  const name = given === '-' ? 'the standard input' : kind === 'file' ? shown(given) : 'the text';
  if (bytes.length > mostBytes)
    throw new UsageError(
      `${name} has ${bytes.length} bytes, more than ${mostBytes}; give the part that prints results`,
    );
  const read = decodeText(bytes);
  if (!('text' in read))
    throw new UsageError(
      `${name}:${read.invalid.line}:${read.invalid.column}: ${read.byte} is not UTF-8; save the text in UTF-8`,
    );
  if (read.text.trim() === '') throw new UsageError(`${name} is empty; expected a text that prints results`);
  return { text: read.text, bytes };
}

/** More than any paper has; a whole one has some hundred thousand. */
const mostBytes = 2_000_000;

/** A text is rarely a path, and may be longer than any. */
function kindOfName(given: string): 'file' | 'folder' | undefined {
  // No name in a folder is longer than 255 bytes.
  if (/[\n\0]/.test(given) || given.split('/').some((name) => Buffer.byteLength(name) > 255))
    return undefined;
  const stats = fs.statSync(given, { throwIfNoEntry: false });
  if (!stats) return undefined;
  return stats.isDirectory() ? 'folder' : 'file';
}
