/** A run of text, marked where it matched. */
export interface Segment {
  text: string;
  marked: boolean;
}

/** The bare words of a text: lower case, no accents, split at whatever is neither letter nor digit. */
export function parts(text: string): string[] {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Whether a word of a page can be what a word of the query meant. Pagefind also gives pages for the
 * beginning of a word it does not know (`blinatunomab` finds every page with `b`); those do not count.
 */
export function answers(word: string, asked: string): boolean {
  if (word.startsWith(asked)) return true;
  let common = 0;
  while (common < asked.length && word[common] === asked[common]) common++;
  return common >= Math.max(3, asked.length / 2);
}

/** Which words of a query a text answers. */
export function answered(asked: readonly string[], text: string): string[] {
  const words = parts(text);
  return asked.filter((part) => words.some((word) => answers(word, part)));
}

/** The words of a page as Pagefind counts them. */
export function wordsOf(rawContent: string): string[] {
  return rawContent.split(rawContent.includes('\u200B') ? '\u200B' : /[^\S\uFEFF]+/).map(plain);
}

/** Reads an excerpt of Pagefind, whose only markup is `<mark>`; nothing in it is ever parsed as HTML. */
export function segmentsOf(excerpt: string): Segment[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const marked = piece.startsWith('<mark>');
      return { text: plain(marked ? piece.slice(6, -7) : piece), marked };
    });
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
