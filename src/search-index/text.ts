/** The bare words of a text: lower case, no accents, split at whatever is neither letter nor digit, and around Chinese. */
export function parts(text: string): string[] {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.match(/\p{sc=Han}+|(?:(?!\p{sc=Han})[\p{L}\p{N}])+/gu) ?? [];
}

/**
 * Whether a word of a page can be what a word of the query meant. Pagefind also gives pages for the
 * beginning of a word it does not know (`blinatunomab` finds every page with `b`); those do not count. Chinese, which
 * has no spaces, may stand inside a word.
 */
export function answers(word: string, asked: string): boolean {
  if (word.startsWith(asked)) return true;
  if (/^\p{sc=Han}/u.test(asked)) return word.includes(asked);
  let common = 0;
  while (common < asked.length && word[common] === asked[common]) common++;
  return common >= Math.max(3, asked.length / 2);
}

/** Which words of a query a text answers. */
export function answered(asked: readonly string[], text: string): string[] {
  const words = parts(text);
  return asked.filter((part) => words.some((word) => answers(word, part)));
}
