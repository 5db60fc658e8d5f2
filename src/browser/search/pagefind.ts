/** What Pagefind answers in the browser, as far as it is used here (1.6, `/pagefind/pagefind.js`). */
export interface Pagefind {
  options(options: PagefindOptions): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<FilterCounts>;
  /** `null` as the query finds every page that passes the filters. */
  search(query: string | null, options: { filters: Record<string, { any: string[] }> }): Promise<PagefindAnswer>;
}

interface PagefindOptions {
  noWorker: boolean;
  ranking: { metaWeights: Record<string, number> };
}

/** Values chosen of each filter: any of one filter's values, under all filters. */
export type Filters = Record<string, string[]>;

/** Pages for each value of each filter. */
export type FilterCounts = Record<string, Record<string, number>>;

export interface PagefindAnswer {
  results: PagefindHit[];
  /** Counts under all filters of the search. */
  filters: FilterCounts;
}

export interface PagefindHit {
  score: number;
  /** Names of hidden fields that matched. */
  matchedMetaFields?: string[];
  data(): Promise<Fragment>;
}

/** A word that matched. Locations count the words of `raw_content` from 0. */
export interface Match {
  location: number;
  balanced_score: number;
}

/** An element with an id, and the location of its first word. */
export interface Anchor {
  element: string;
  id: string;
  /** Its own text, for headings. */
  text?: string;
  /** From `data-pagefind-title`. */
  title?: string;
  location: number;
}

export interface Fragment {
  url: string;
  /** Text of the page with `<` and `>` as entities; words of Chinese pages are split by zero-width spaces. */
  raw_content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  anchors: Anchor[];
  weighted_locations: Match[];
}

/**
 * What a match in a hidden field adds, when it answers most of the query: `names` are the page's own
 * (a therapy by its brand name), `aliases` those of what it is about (a trial by its therapy); `han` has what is Chinese.
 */
const metaWeights = { title: 1, names: 20, 'han-names': 20, aliases: 2, han: 1 };

let loading: Promise<Pagefind> | undefined;

/** Loads Pagefind on first use. A failed load is tried again by the next call. */
export function pagefind(): Promise<Pagefind> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Pagefind> {
  const address = '/pagefind/pagefind.js';
  const found = (await import(/* @vite-ignore */ address)) as Pagefind;
  // A worker would double the script to load; a search takes a few milliseconds.
  await found.options({ noWorker: true, ranking: { metaWeights } });
  await found.init();
  return found;
}

/** Pages with all the words, or every page where there are none, that pass the filters. */
export async function ask(words: readonly string[], filters: Filters): Promise<PagefindAnswer> {
  const chosen = Object.entries(filters).filter(([, values]) => values.length > 0);
  return (await pagefind()).search(words.length > 0 ? words.join(' ') : null, {
    filters: Object.fromEntries(chosen.map(([name, values]) => [name, { any: values }])),
  });
}
