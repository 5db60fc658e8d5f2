import { neighboursOf, tokensOf } from './fold.ts';
import { closing, opening } from './names.ts';

/** A page as the search has it: what it is, and its words with the weight of where they stand. */
export interface SearchedPage {
  /** Its address without the language. */
  url: string;
  language: string;
  title: string;
  description: string;
  /** Facets: `type`, `target` … with their values. */
  filters: Record<string, string[]>;
  /** By weight, the heaviest first, the words that stand nowhere heavier. */
  words: [weight: number, words: string][];
}

/** How much a word says by where it stands. */
const weights = {
  name: 10,
  title: 8,
  description: 4,
  alias: 4,
  filter: 3,
  heading: 3,
  row: 2,
  often: 2,
  text: 1,
} as const;

const language = /<html\b[^>]*?\slang="([^"]*)"/;
const main = /<main\b[^>]*\sdata-index-body\b[^]*<\/main>/;
const described = /<meta\s[^>]*?name="description"[^>]*?\scontent="([^"]*)"/;
const ignored = /<([a-z-]+)\b[^>]*\sdata-index-ignore\b[^]*?<\/\1>/g;
const unseen = /<(script|style|svg|template|noscript)\b[^]*?<\/\1>/g;
/** Heads of columns and of groups of rows, which every row of the group says again. */
const heads = /<thead\b[^]*?<\/thead>|<th\b[^>]*\sscope="rowgroup"[^]*?<\/th>/g;
const tag = /<[^>]*>/g;
const inline =
  /<\/?(?:a|abbr|b|bdi|cite|code|dfn|em|i|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr)\b[^>]*>/g;
/** Sentences, in which phrases are looked for; the cells of tables would be most of the index. */
const passages = /<p\b[^]*?<\/p>/g;
const often = 3;
const longest = 60;

/** What is searched of a page; undefined where the search passes it over. */
export function searchedPage(file: string, html: string): SearchedPage | undefined {
  const body = main.exec(html)?.[0];
  if (body === undefined) return undefined;
  const read = body.replace(unseen, ' ').replace(ignored, ' ').replace(heads, ' ');
  const { filters, metas } = marksOf(read);
  const title = textOf(/<h1\b[^]*?<\/h1>/.exec(read)?.[0] ?? '');
  const description = decoded(described.exec(html)?.[1] ?? '');
  const found = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const word of [...tokensOf(text), ...neighboursOf(text)])
      if (word.length <= longest && (found.get(word) ?? 0) < weight) found.set(word, weight);
  };
  const setIfNew = (word: string, weight: number) => {
    if (word.length <= longest && !found.has(word)) found.set(word, weight);
  };
  add(title, weights.title);
  for (const [key, value] of metas) add(value, key === 'names' ? weights.name : weights.alias);
  add(description, weights.description);
  add(Object.values(filters).flat().join(' · '), weights.filter);
  for (const [heading] of read.matchAll(/<(h[2-4]|dt|summary)\b[^]*?<\/\1>/g))
    add(textOf(heading), weights.heading);
  for (const [, row] of read.matchAll(/\sdata-(?:index-title|names)="([^"]*)"/g))
    add(decoded(row ?? ''), weights.row);
  for (const [passage] of read.matchAll(passages))
    for (const pair of neighboursOf(textOf(passage))) setIfNew(pair, weights.text);
  const text = tokensOf(textOf(read));
  const times = new Map<string, number>();
  for (const word of text) times.set(word, (times.get(word) ?? 0) + 1);
  for (const [word, count] of times) setIfNew(word, count >= often ? weights.often : weights.text);
  return {
    url: addressOf(file),
    language: language.exec(html)?.[1] ?? '',
    title,
    description: withoutTitle(description, title),
    filters,
    words: byWeight(found),
  };
}

function byWeight(found: ReadonlyMap<string, number>): [number, string][] {
  const groups = Map.groupBy(found, ([, weight]) => weight);
  return [...groups]
    .sort(([a], [b]) => b - a)
    .map(([weight, words]) => [
      weight,
      words
        .map(([word]) => word)
        .sort()
        .join(' '),
    ]);
}

function marksOf(html: string): { filters: Record<string, string[]>; metas: [string, string][] } {
  const filters: Record<string, string[]> = {};
  const metas: [string, string][] = [];
  for (const [, kind, key, value] of html.matchAll(/\sdata-index-(filter|meta)="([^":]+):([^"]*)"/g)) {
    if (key === undefined || value === undefined) continue;
    if (kind === 'filter') (filters[key] ??= []).push(decoded(value));
    else metas.push([key, decoded(value)]);
  }
  return { filters, metas };
}

/** `trials/trial-one/index.html` and `zh/trials/trial-one/index.html` are `/trials/trial-one/`. */
function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '')}`;
}

function textOf(html: string): string {
  return decoded(html.replace(inline, '').replace(tag, ' '))
    .replaceAll(opening, ' ')
    .replaceAll(closing, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi,
    (whole, hex?: string, number?: string, name?: string) => {
      if (hex) return String.fromCodePoint(parseInt(hex, 16));
      if (number) return String.fromCodePoint(Number(number));
      return entities[name ?? ''] ?? whole;
    },
  );
}

function withoutTitle(description: string, title: string): string {
  return description.startsWith(`${title}: `) ? description.slice(title.length + 2) : description;
}
