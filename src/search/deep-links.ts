import type { Anchor, Fragment } from './pagefind.ts';
import { answered, wordsOf, type Segment } from './text.ts';

/** A place within a page: an outcome, a heading. */
export interface DeepLink {
  title: string;
  url: string;
  excerpt: Segment[];
}

const longest = 26;
const inline = /^(a|abbr|b|cite|code|dfn|em|i|small|span|strong|sub|sup|time)$/;

/**
 * The places of a page that answer more of a query than its title does, best first. A match belongs to
 * the nearest anchor at or before it; rows, headings and what has a title can be linked to, and every other
 * block with an id ends the passage before it.
 *
 * @param asked the words of the query, bare
 */
export function deepLinks(page: Fragment, asked: readonly string[], most: number): DeepLink[] {
  const words = wordsOf(page.raw_content);
  const inTitle = answered(asked, page.meta['title'] ?? '').length;
  const places = passages(page, words.length).map(({ anchor, end, matches }) => {
    const title = titleOf(anchor, words.slice(anchor.location, end));
    const matched = matches.map(({ location }) => words[location]).join(' ');
    return {
      title,
      url: `${page.url}#${anchor.id}`,
      excerpt: excerptOf(
        words,
        anchor.location,
        Math.min(end, anchor.location + longest),
        new Set(matches.map((m) => m.location)),
      ),
      answers: answered(asked, `${anchor.title ?? ''} ${matched}`).length,
      inName: answered(asked, title).length,
      start: anchor.location,
    };
  });
  const best = Math.max(inTitle + 1, ...places.map((place) => place.answers));
  return places
    .filter((place) => place.answers === best)
    .sort((a, b) => b.inName - a.inName || a.start - b.start)
    .slice(0, most)
    .map(({ title, url, excerpt }) => ({ title, url, excerpt }));
}

interface Passage {
  anchor: Anchor;
  /** Location after its last word. */
  end: number;
  matches: Fragment['weighted_locations'];
}

function passages({ anchors, weighted_locations }: Fragment, length: number): Passage[] {
  const sorted = anchors.filter(({ element, title }) => title || !inline.test(element)).sort((a, b) => a.location - b.location);
  return sorted.flatMap((anchor, i) => {
    const end = sorted[i + 1]?.location ?? length;
    const matches = weighted_locations.filter(({ location }) => location >= anchor.location && location < end);
    return linkable(anchor) && matches.length > 0 ? [{ anchor, end, matches }] : [];
  });
}

function linkable({ element, title, text }: Anchor): boolean {
  return title !== undefined || element === 'tr' || (/^(h[2-6]|dt)$/.test(element) && Boolean(text));
}

/** A row without a title of its own is called by its first words. */
function titleOf({ title, text }: Anchor, words: string[]): string {
  return title ?? (text || words.slice(0, 8).join(' '));
}

function excerptOf(words: string[], start: number, end: number, marked: Set<number>): Segment[] {
  const segments: Segment[] = [];
  for (let i = start; i < end; i++) {
    const last = segments.at(-1);
    const text = words[i] ?? '';
    if (last && !last.marked && !marked.has(i)) last.text += ` ${text}`;
    else {
      if (last) segments.push({ text: ' ', marked: false });
      segments.push({ text, marked: marked.has(i) });
    }
  }
  return segments;
}
