import type { Match } from './pagefind.ts';
import { closing, opening } from '../../search-index/names.ts';
import { parts } from '../../search-index/text.ts';

/** A run of text, marked where it matched. It is shown as text and never parsed as HTML. */
export interface Segment {
  text: string;
  marked: boolean;
}

const longest = 26;
/** How far into a text its title is looked for: breadcrumbs and other names may stand before it. */
const preamble = 40;

/** The words of a page as Pagefind counts them. */
export function wordsOf(rawContent: string): string[] {
  const words = rawContent.split(rawContent.includes('\u200B') ? '\u200B' : /[^\S\uFEFF]+/);
  return words.map((word) => word.replaceAll('&lt;', '<').replaceAll('&gt;', '>'));
}

/**
 * The passage of the words from `start` to `end` with most matches, without the title that stands at
 * their beginning, which the reader has just read, and without hidden names.
 */
export function excerpt(
  words: readonly string[],
  matches: readonly Match[],
  start: number,
  end: number,
  title: string,
): Segment[] {
  const first = afterTitle(words, start, end, title);
  const own = matches.filter(({ location }) => location >= first && location < end);
  const from = Math.max(first, Math.min(densest(own) ?? first, end - longest));
  const to = Math.min(end, from + longest);
  const marks = new Set(own.map(({ location }) => location));
  const segments: Segment[] = from > first ? [{ text: '…', marked: false }] : [];
  let hidden = isHidden(words, from);
  for (let i = from; i < to; i++) {
    const text = words[i] ?? '';
    if (text === opening) hidden = true;
    if (!hidden) segments.push({ text, marked: marks.has(i) });
    if (text.startsWith(closing)) hidden = false;
  }
  if (to < end) segments.push({ text: '…', marked: false });
  return spaced(segments);
}

/** The hidden names in a stretch of words. */
export function namesIn(words: readonly string[], start: number, end: number): string {
  const from = words.indexOf(opening, start);
  if (from === -1 || from >= end) return '';
  return words
    .slice(
      from,
      words.findIndex((word, i) => i > from && word.startsWith(closing)),
    )
    .join(' ');
}

/** Whether a location lies among hidden names. */
function isHidden(words: readonly string[], location: number): boolean {
  let i = location;
  while (i > 0 && words[i] !== opening && !words[i]?.startsWith(closing)) i--;
  return words[i] === opening && i < location;
}

/** Location after the title, or `start` where the words do not begin with it. */
function afterTitle(words: readonly string[], start: number, end: number, title: string): number {
  const named = parts(title);
  const head = named.slice(0, 4).join(' ');
  const limit = Math.min(end, start + preamble);
  let i = start;
  while (
    i < limit &&
    parts(words.slice(i, i + 4).join(' '))
      .slice(0, 4)
      .join(' ')
      .slice(0, head.length) !== head
  )
    i++;
  if (i === limit || head === '') return start;
  while (i < end && parts(words[i] ?? '').every((part) => named.includes(part))) i++;
  return i === end ? start : i;
}

/** Where the passage with the best matches begins, a few words before the first of them. */
function densest(matches: readonly Match[]): number | undefined {
  let best: { from: number; score: number } | undefined;
  for (const { location } of matches) {
    const within = matches.filter((match) => match.location >= location && match.location < location + longest - 4);
    const score = within.reduce((sum, match) => sum + match.balanced_score, 0);
    if (!best || score > best.score) best = { from: location - 4, score };
  }
  return best?.from;
}

/** Runs of marked and unmarked words, with spaces between them. */
function spaced(words: readonly Segment[]): Segment[] {
  const runs: Segment[] = [];
  for (const [i, { text, marked }] of words.entries()) {
    const last = runs.at(-1);
    if (last && !last.marked && !marked) last.text += ` ${text}`;
    else if (last?.marked && marked) runs.push({ text: ' ', marked: false }, { text, marked });
    else if (last && marked) {
      last.text += ' ';
      runs.push({ text, marked });
    } else runs.push({ text: i > 0 ? ` ${text}` : text, marked });
  }
  return runs;
}
