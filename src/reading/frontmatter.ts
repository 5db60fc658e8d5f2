import { decodeText, readBytes } from './text.ts';

const fence = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m;

/** The frontmatter of an entry, how much of its text that takes, and how many lines. */
export function frontmatterOf(text: string): { source: string; length: number; lines: number } | undefined {
  const match = fence.exec(text);
  if (!match || match.index !== 0) return undefined;
  const opening = match[0].indexOf('\n') + 1;
  // A blank line stands in for what is cut off, so that positions hold in the whole file.
  const source = blank(text.slice(0, opening)) + (match[1] ?? '');
  return { source, length: match[0].length, lines: match[0].split('\n').length - 1 };
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** The text of a file that was read without a fault before. */
export function knownText(bytes: Buffer): string {
  const read = decodeText(bytes);
  return 'text' in read ? read.text : '';
}

/** What follows the frontmatter of an entry, as it is written: empty where it cannot be read. */
export function bodyText(file: string): string {
  const text = knownText(readBytes(file));
  return text.slice(frontmatterOf(text)?.length ?? text.length).trim();
}
