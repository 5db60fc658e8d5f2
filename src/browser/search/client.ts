import { deepLinks, type DeepLink } from './deep-links.ts';
import { excerpt, wordsOf, type Segment } from './excerpt.ts';
import { inPairs } from '../../search-index/han.ts';
import { ask as askIndex, type FilterCounts, type Filters, type PagefindAnswer, type PagefindHit } from './pagefind.ts';
import { answered, parts } from '../../search-index/text.ts';

/** A page that answers a query. */
export interface Result {
  title: string;
  url: string;
  /** What the page is: Trial, Therapy … */
  type: string | undefined;
  excerpt: Segment[];
  /** The hidden name by which it was found, where nothing in its text matched. */
  alias: string | undefined;
  links: DeepLink[];
}

export interface Found {
  total: number;
  /** The words that the results have. */
  words: string[];
  /** Words that no page has. */
  missing: string[];
  /** The word left out because no page has all of them. */
  omitted: string | undefined;
  /** Pages by filter and value, under all filters; empty until `allFilters` was called. */
  counts: FilterCounts;
  /** Loads results from `start` on; one file each. */
  load(start: number, end: number): Promise<Result[]>;
}

/** Words that say nothing of what is asked: "what is the … of … in …?" */
const emptyWords = new Set(
  'a an and any are as at be by does for from has have how in is it its of on or says that the their there to was were what when which who with'.split(
    ' ',
  ),
);

/**
 * Searches the base. Pagefind passes over words that it does not know, or takes their beginning for them;
 * here such words are named, and the answer is to the rest.
 *
 * @param query words, or a phrase in quotation marks; empty finds every page that passes the filters
 * @throws Error when the index cannot be loaded
 */
export async function search(query: string, filters: Filters = {}): Promise<Found> {
  // Pairs have no order that a phrase could be held against.
  const chinese = /\p{sc=Han}/u.test(query);
  const quoted = /^\s*".*"\s*$/.test(query) && !chinese;
  const words = quoted ? [query] : tellingWords(chinese ? query.replaceAll('"', ' ') : query);
  const answer = await ask(words, filters);
  if (quoted || words.length === 0) return found(answer, words);
  const missing = await unknownWords(answer.results, words);
  const known = words.filter((word) => !missing.includes(word));
  if (known.length === 0) return { ...found(nothing, words), missing };
  const rest = missing.length > 0 ? await ask(known, filters) : answer;
  if (rest.results.length > 0 || known.length < 2 || known.length > 6) return { ...found(rest, known), missing };
  return { ...(await withoutOne(known, filters)), missing };
}

const ask = (words: readonly string[], filters: Filters) => askIndex(words.map(inPairs), filters);

const nothing: PagefindAnswer = { results: [], filters: {} };

function tellingWords(query: string): string[] {
  const words = query.split(/\s+/).filter((word) => parts(word).length > 0);
  const telling = words.filter((word) => !emptyWords.has(word.toLowerCase().replace(/\W+$/, '')));
  return telling.length > 0 ? telling : words;
}

/** Words of the query that no page has, in its text or its names: the best hits show it. */
async function unknownWords(hits: PagefindHit[], words: string[]): Promise<string[]> {
  if (hits.length > 0) return lackedBy(hits.slice(0, 5), words);
  const alone = words.map(async (word) => lackedBy((await ask([word], {})).results.slice(0, 2), [word]));
  return (await Promise.all(alone)).flat();
}

/** Words that none of these pages has. */
async function lackedBy(hits: PagefindHit[], words: string[]): Promise<string[]> {
  const pages = await Promise.all(hits.map((hit) => hit.data()));
  const texts = pages.map(({ raw_content, meta }) => `${Object.values(meta).join(' ')} ${raw_content}`);
  return words.filter((word) => texts.every((text) => answered(parts(word), text).length === 0));
}

/** No page has all words: the best answer to all but one of them. */
async function withoutOne(words: string[], filters: Filters): Promise<Found> {
  const tries = await Promise.all(
    words.map(async (omitted) => {
      const kept = words.filter((word) => word !== omitted);
      return { omitted, kept, answer: await ask(kept, filters) };
    }),
  );
  const best = tries.reduce((a, b) => (topScore(b.answer) > topScore(a.answer) ? b : a));
  if (best.answer.results.length === 0) return found(nothing, words);
  return { ...found(best.answer, best.kept), omitted: best.omitted };
}

function topScore({ results }: PagefindAnswer): number {
  return results[0]?.score ?? 0;
}

function found({ results, filters }: PagefindAnswer, words: string[]): Found {
  const asked = parts(words.join(' '));
  return {
    total: results.length,
    words,
    missing: [],
    omitted: undefined,
    counts: filters,
    load: (start, end) => Promise.all(results.slice(start, end).map((hit) => resultOf(hit, asked))),
  };
}

async function resultOf(hit: PagefindHit, asked: string[]): Promise<Result> {
  const page = await hit.data();
  const words = wordsOf(page.raw_content);
  const title = page.meta['title'] ?? page.url;
  return {
    title,
    url: page.url,
    type: page.filters['type']?.[0],
    excerpt: excerpt(words, page.weighted_locations, 0, words.length, title),
    alias: page.weighted_locations.length === 0 ? hiddenName(page.meta, asked) : undefined,
    links: deepLinks(page, words, parts(inPairs(asked.join(' '))), 3),
  };
}

/** The hidden name that was asked for. */
function hiddenName({ names, aliases }: Record<string, string>, asked: string[]): string | undefined {
  return `${names ?? ''}, ${aliases ?? ''}`.split(', ').find((name) => answered(asked, name).length > 0);
}
