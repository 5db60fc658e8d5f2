/** Text as every client can hold it, and its rich parts. */

/** Characters that this room uses as marks of its own while citeproc works; no text keeps one. */
export const privateUse = /[\ue000-\ue00f]/g;

/**
 * One line of well-formed Unicode (NFC): white space of every kind is a space, but the no-break space stays;
 * control characters, non-characters and halves of surrogate pairs go, for TeX and XML refuse them.
 */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\S\u00a0]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\ufdd0-\ufdef\ufffe\uffff]/gu, '')
    .replace(privateUse, '')
    .replace(/^ +| +$/g, '');
}

export type Mark = 'i' | 'b' | 'sup' | 'sub';
/** A stretch of text, or the opening or closing of a mark. Marks are properly nested. */
export type Piece = { text: string } | { mark: Mark; opens: boolean };

const tag = /<(\/?)(i|b|sup|sub)>/g;

/**
 * Splits a title at the tags that CSL allows in one: `<i>`, `<b>`, `<sup>`, `<sub>`, where they come in pairs.
 * Everything else between angle brackets is text: `<script>` is four syllables of a title, never a tag.
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
      paired.add(one).add(open[partner]!);
      open.length = partner;
    }
  }

  const pieces: Piece[] = [];
  let from = 0;
  for (const { at, length, mark, opens } of tags.filter((one) => paired.has(one))) {
    if (at > from) pieces.push({ text: text.slice(from, at) });
    pieces.push({ mark, opens });
    from = at + length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
