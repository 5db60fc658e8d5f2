import { itemIn } from '../model/need.ts';
/** Text as every client can hold it, and its rich parts. */

// The last range serves this room as marks of its own while others work on a text (guard.ts, engine.ts).
const unusable = /(?!\s)\p{Cc}|[\p{Cs}\ufdd0-\ufdef\ufffe\uffff\ue000-\ue00f]/gu;

/**
 * One line of well-formed Unicode (NFC): white space of every kind is a space, but the no-break space stays;
 * control characters, non-characters and halves of surrogate pairs go, for TeX and XML refuse them; so do
 * private-use characters U+E000 to U+E00F.
 */
export function tidy(text: string): string {
  return text
    .replace(unusable, '')
    .replace(/[^\S\u00a0]+/g, ' ')
    .replace(/^[ \u00a0]+|[ \u00a0]+$/g, '')
    .normalize('NFC');
}

export type Mark = 'i' | 'b' | 'sup' | 'sub';
/** A stretch of text, or the opening or closing of a mark. Marks are properly nested. */
type Piece = { text: string } | { mark: Mark; opens: boolean };

const tag = /<(\/?)(i|b|sup|sub)>/g;

/**
 * Splits a title at the tags that CSL allows in one: `<i>`, `<b>`, `<sup>`, `<sub>`, where they come in pairs
 * with something in between. Everything else between angle brackets is text: `<script>` is four syllables of
 * a title, never a tag.
 */
export function splitRich(title: string): Piece[] {
  const text = tidy(title);
  const tags = [...text.matchAll(tag)].map((match) => ({
    at: match.index,
    length: match[0].length,
    opens: match[1] === '',
    mark: match[2] as Mark,
  }));

  const paired = new Set<(typeof tags)[number]>();
  const open: typeof tags = [];
  for (const one of tags) {
    if (one.opens) open.push(one);
    else {
      const partner = open.findLastIndex((candidate) => candidate.mark === one.mark);
      if (partner < 0) continue;
      paired.add(one).add(itemIn(open, partner));
      open.length = partner;
    }
  }

  const pieces: Piece[] = [];
  let from = 0;
  for (const { at, length, mark, opens } of tags.filter((one) => paired.has(one))) {
    if (at > from) pieces.push({ text: text.slice(from, at) });
    const last = pieces.at(-1);
    const empty = !opens && last !== undefined && 'mark' in last && last.opens;
    if (empty) pieces.pop();
    else pieces.push({ mark, opens });
    from = at + length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** The value with every text in it changed, its shape kept. */
export function mapText<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => mapText(one, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, mapText<unknown>(one, change)]),
  ) as T;
}
