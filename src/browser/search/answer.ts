import { sitePath } from '../../i18n/locale.ts';
import type { Facets, NumberedFigure, PageRow } from '../../search-index/files.ts';
import { readPostings } from '../../search-index/postings.ts';
import { nearTerms } from '../../search-index/query/offers.ts';
import { completions } from '../../search-index/query/structured.ts';
import type { Found, Hit } from '../../search-index/query/search.ts';
import { engine } from './engine.ts';
import type { FilterCounts, Filters } from './filters.ts';

/** A page in a list of results. */
export interface Result {
  kind: string;
  url: string;
  title: string;
  /** Its title in the other language. */
  other: string;
  line: string;
}

/** Pages of one kind. */
interface Group {
  kind: string;
  hits: Hit[];
}

/** What a query was answered with. */
export interface Answer {
  found: Found;
  /** Pages that have all that was asked, or as much of it as any. */
  hits: Hit[];
  /** Pages that have less of it, where few have all. */
  partly: Hit[];
  figures: NumberedFigure[];
  /** Lists of what was named and has no page of its own. */
  lists: { label: string; url: string }[];
  /** Names that are written alike, where nothing was found. */
  near: string[];
  /** How the query may go on, for structured search. */
  completions: string[];
}

/** Where so few pages have all, those that have less of it are shown, too. */
const few = 6;
const mostPartly = 8;
const mostFigures = 4;
/** How near a study must be to what is asked for its figures to answer. */
const nearEnough = 3;

/** Answers a query: pages, lists and figures. */
export async function answerTo(
  query: string,
  { filters = {}, literal = false }: { filters?: Filters; literal?: boolean } = {},
): Promise<Answer> {
  const among = await pagesOf(filters);
  const found = await engine().find(query, { literal, ...(among ? { among } : {}) });
  const hits = found.hits.filter(({ met }) => met === found.met);
  const others = found.hits.filter(({ met }) => met < found.met);
  const { names } = await engine().understanding();
  return {
    found,
    hits,
    partly: hits.length < few ? others.slice(0, mostPartly) : [],
    // Without a network, what was read before answers as far as it goes.
    figures: hits.length > 0 ? await figuresFor(found).catch(() => []) : [],
    lists: listsIn(found, names.entities),
    near: hits.length > 0 ? [] : await nearTerms(found, engine().reader, names),
    completions: completions(query, names),
  };
}

/** The pages of every choice of filters; undefined where nothing is chosen. */
async function pagesOf(filters: Filters): Promise<Set<number> | undefined> {
  const chosen = Object.entries(filters).filter(([, values]) => values.length > 0);
  if (chosen.length === 0) return undefined;
  const { pages: facets } = await engine().reader.facets();
  const each = chosen.map(
    ([name, values]) =>
      new Set(values.flatMap((value) => [...readPostings(facets[name]?.[value] ?? '').keys()])),
  );
  return each.reduce((all, one) => all.intersection(one));
}

/** Every page where nothing is asked but filters are chosen. */
export async function pagesThrough(filters: Filters): Promise<Hit[]> {
  const [pages, { kinds }] = await Promise.all([pagesOf(filters), engine().reader.start()]);
  const kindOf = (page: number) => kinds.findLast(([, first]) => first <= page)?.[0] ?? 'Page';
  return [...(pages ?? [])]
    .sort((a, b) => a - b)
    .map((page) => ({ page, kind: kindOf(page), score: 0, met: 0 }));
}

/** What values of filters are called where that differs from the address. */
export const filterLabels = async (): Promise<Facets['labels']> => (await engine().reader.facets()).labels;

/**
 * How many of some pages each value of each filter has; within a filter values add up, so its own choice is
 * left out.
 */
export async function counted(query: string, filters: Filters): Promise<FilterCounts> {
  const { pages: facets } = await engine().reader.facets();
  const counts: FilterCounts = {};
  const start = await engine().reader.start();
  const all = new Set(Array.from({ length: start.pages }, (_, page) => page));
  const pagesUnder = async (own: Filters) => {
    if (query === '') return (await pagesOf(own)) ?? all;
    const { hits } = await answerTo(query, { filters: own });
    return new Set(hits.map(({ page }) => page));
  };
  const under = await pagesUnder(filters);
  for (const [name, values] of Object.entries(facets)) {
    const others = Object.fromEntries(Object.entries(filters).filter(([other]) => other !== name));
    const pages = filters[name] ? await pagesUnder(others) : under;
    counts[name] = Object.fromEntries(
      Object.entries(values).map(([value, own]) => [
        value,
        readPostings(own)
          .keys()
          .filter((page) => pages.has(page))
          .toArray().length,
      ]),
    );
  }
  return counts;
}

/** Figures of studies that all other parts of the query are about, of the endpoints that it names. */
async function figuresFor({ understood, hits }: Found): Promise<NumberedFigure[]> {
  const { names } = await engine().understanding();
  const parts = understood.parts.filter(({ faint }) => !faint);
  const isEndpoint = (entity: number) => names.idOf(entity).startsWith('endpoint:');
  const measured = parts.filter(({ named }) => named.some(({ entity }) => isEndpoint(entity)));
  const others = parts.filter((part) => !measured.includes(part));
  if (measured.length === 0 || others.length === 0) return [];
  const ids = measured
    .flatMap(({ named }) => named.flatMap(({ entity }) => (isEndpoint(entity) ? [names.idOf(entity)] : [])))
    .slice(0, 2);
  const all = await Promise.all(ids.map((id) => engine().reader.figures(id.slice('endpoint:'.length))));
  const place = new Map(hits.map(({ page }, i) => [page, i]));
  return all
    .flat()
    .filter(({ page }) => others.every(({ pages }) => (pages.get(page) ?? 0) >= nearEnough))
    .sort((a, b) => (place.get(a.page) ?? Infinity) - (place.get(b.page) ?? Infinity))
    .slice(0, mostFigures);
}

function listsIn(
  { understood }: Found,
  entities: readonly (readonly [string, string, string, number | string])[],
): Answer['lists'] {
  const found = understood.parts.flatMap(({ named }) =>
    named.slice(0, 2).flatMap(({ entity }) => {
      const [, en, zh, url] = entities[entity] ?? [];
      return typeof url === 'string' && en !== undefined
        ? [{ label: document.documentElement.lang.startsWith('zh') && zh ? zh : en, url }]
        : [];
    }),
  );
  return found.filter(({ url }, i) => found.findIndex((other) => other.url === url) === i).slice(0, 3);
}

/** Pages by kind, the kind of the best page first. */
export function groupsOf(hits: readonly Hit[]): Group[] {
  return [...Map.groupBy(hits, ({ kind }) => kind)].map(([kind, own]) => ({ kind, hits: own }));
}

/** What is shown of some pages. */
export const resultsOf = (hits: readonly Hit[]): Promise<Result[]> => Promise.all(hits.map(resultOf));

/** The same of those that can be read, as without a network; fails where none can. */
export async function resultsAtHand(hits: readonly Hit[]): Promise<Result[]> {
  const read = await Promise.allSettled(hits.map(resultOf));
  const found = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  return found.length > 0 ? found : resultsOf(hits);
}

async function resultOf({ page, kind }: Hit): Promise<Result> {
  const [url, title, other, line]: PageRow = await engine().row(page);
  return { kind, url: sitePath(url), title, other, line };
}
