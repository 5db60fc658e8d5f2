import { excerpt, namesIn, type Segment } from './excerpt.ts';
import type { Anchor, Fragment, Match } from './pagefind.ts';
import { answered } from '../../search-index/text.ts';

/** A place within a page: an outcome, a heading. */
export interface DeepLink {
  title: string;
  url: string;
  excerpt: Segment[];
}

const inline = /^(a|abbr|b|cite|code|dfn|em|i|small|span|strong|sub|sup|time)$/;

/**
 * The places of a page that answer more of a query than its title does, best first. A match belongs to
 * the nearest anchor at or before it; rows, headings and what has a title can be linked to, and every other
 * block with an id ends the passage before it.
 *
 * @param words the words of the page
 * @param asked the words of the query, bare
 */
export function deepLinks(page: Fragment, words: readonly string[], asked: readonly string[], most: number): DeepLink[] {
  const inPageTitle = answered(asked, page.meta['title'] ?? '').length;
  const places = passages(page, words.length)
    .map(({ anchor, end, matches }) => {
      const title = titleOf(anchor, words);
      const matched = matches.map(({ location }) => words[location]).join(' ');
      return {
        link: {
          title,
          url: `${page.url}#${anchor.id}`,
          excerpt: excerpt(words, matches, anchor.location, end, title),
        },
        answers: answered(asked, `${anchor.title ?? ''} ${matched}`).length,
        inTitle: answered(asked, `${title} ${namesIn(words, anchor.location, end)}`).length,
        start: anchor.location,
        heading: isHeading(anchor),
      };
    })
    // A heading is worth a link of its own only when it names what is asked.
    .filter(({ heading, inTitle }) => !heading || inTitle > 0);
  const best = Math.max(inPageTitle + 1, ...places.map((place) => place.answers));
  const fullest = places.filter((place) => place.answers === best);
  const named = Math.max(...fullest.map(({ inTitle }) => inTitle));
  return fullest
    .filter(({ inTitle }) => inTitle === named)
    .sort((a, b) => a.start - b.start)
    .slice(0, most)
    .map(({ link }) => link);
}

interface Passage {
  anchor: Anchor;
  /** Location after its last word. */
  end: number;
  matches: Match[];
}

function passages({ anchors, weighted_locations }: Fragment, length: number): Passage[] {
  const sorted = anchors.filter(({ element, title }) => title || !inline.test(element)).sort((a, b) => a.location - b.location);
  return sorted.flatMap((anchor, i) => {
    const end = sorted[i + 1]?.location ?? length;
    const matches = weighted_locations.filter(({ location }) => location >= anchor.location && location < end);
    return isLinkable(anchor) && matches.length > 0 ? [{ anchor, end, matches }] : [];
  });
}

function isLinkable(anchor: Anchor): boolean {
  return Boolean(anchor.title) || anchor.element === 'tr' || (isHeading(anchor) && Boolean(anchor.text));
}

function isHeading({ element, title }: Anchor): boolean {
  return !title && /^(h[2-6]|dt)$/.test(element);
}

/** A row without a title of its own is called by its first words. */
function titleOf({ title, text, location }: Anchor, words: readonly string[]): string {
  return title || text || words.slice(location, location + 8).join(' ');
}
