import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {
  nameRoles,
  type SearchContent,
  type SearchEntity,
  type SearchEntry,
  type SearchFigure,
} from './entities.ts';
import {
  termOf,
  type Facets,
  type Names,
  type NumberedFigure,
  type Numbers,
  type PageRow,
  type Start,
} from './files.ts';
import { keyOf, neighboursOf, tokensOf } from './fold.ts';
import { lastIn, need } from '../model/need.ts';
import type { SearchedPage } from './page.ts';
import { addHeavier, common, heaviest, written, type Postings } from './postings.ts';
import { byText } from '../model/order.ts';

/** Bytes of a part of the list of terms, and pages of a block: small enough that a query needs few bytes. */
const partSize = 9_000;
const block = 16;
/** The most pages that one term leads to; those that say most of it stay. */
const mostPages = 2500;
/** Words for which a misspelt one may stand; those of most pages stay. */
const mostWords = 9000;
const isWord = /^(?=.*\p{L})(?!\p{sc=Han})[\p{L}\p{N}]{4,30}$/u;

/** Kinds of pages in the order of their numbers. */
const kinds = ['Therapy', 'Trial', 'Topic', 'Endpoint', 'Review', 'Synthesis', 'Reference', 'Page'];
const placeOf = (kind: string) => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length);

/** The address of a page without its language. */
const bare = (url: string, language: string) =>
  url.startsWith(`/${language}/`) ? url.slice(language.length + 1) : url;

/**
 * Writes the index of the pages of one language.
 *
 * @param folder `search-index/` of the site
 */
export function writeLanguage(
  folder: string,
  language: string,
  given: readonly SearchedPage[],
  content: SearchContent,
): void {
  const kindOf = ({ filters }: SearchedPage) => filters['type']?.[0] ?? 'Page';
  const pages = given.toSorted(
    (a, b) => placeOf(kindOf(a)) - placeOf(kindOf(b)) || byText(kindOf(a), kindOf(b)) || byText(a.url, b.url),
  );
  const numbers = new Map(pages.map(({ url }, i) => [bare(url, language), i]));
  const entries = new Map(content.entries.map((entry) => [entry.url, entry]));
  const entryOf = ({ url }: SearchedPage) => entries.get(bare(url, language));
  const terms = new Terms();
  pages.forEach((page, i) => addPage(terms, i, page, entryOf(page)));
  const names = addEntities(terms, content.entities, numbers);
  const { parts, firsts } = terms.inParts();
  const files = new Map<string, string>([
    ...parts.map((part, i): [string, string] => [`terms/${i}.txt`, part]),
    ['words.txt', terms.commonWords().join('\n')],
    ['names.json', JSON.stringify(names)],
    ['facets.json', JSON.stringify({ pages: facetsOf(pages), labels: content.facetLabels } satisfies Facets)],
    ['numbers.json', JSON.stringify(numbersOf(pages.map(entryOf)))],
    ...inBlocks(pages.map((page) => rowOf(page, entryOf(page), language))),
    ...[...content.figures].map(([id, figures]): [string, string] => [
      `figures/${id}.json`,
      JSON.stringify(numbered(figures, numbers)),
    ]),
  ]);
  const at = `${language}-${hash('sha256', [...files].join('\n')).slice(0, 12)}`;
  const start: Start = {
    at,
    pages: pages.length,
    kinds: firstsOf(pages.map(kindOf)),
    terms: firsts,
    block,
    figures: [...content.figures.keys()],
  };
  files.forEach((text, name) => write(path.join(folder, at, name), text));
  write(path.join(folder, `${language}.json`), JSON.stringify(start));
}

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${text}\n`);
}

/** A page with how much a term says of it, as one number. */
const packed = (page: number, weight: number) => page * (heaviest + 1) + Math.min(weight, heaviest);
const pageOf = (one: number) => Math.floor(one / (heaviest + 1));
const unpacked = (list: number | readonly number[]): [page: number, weight: number][] =>
  (typeof list === 'number' ? [list] : list).map((one) => [pageOf(one), one % (heaviest + 1)]);

/**
 * Terms with the pages that they lead to. Most of a large base lead to one page, so a lone page is a number.
 */
class Terms {
  readonly #all = new Map<string, number | number[]>();
  /** Those of names of the field, which are filled in any order. */
  readonly #ofNames = new Map<string, Postings>();

  /** Pages are to be added in their order. */
  add(term: string, page: number, weight: number) {
    const known = this.#all.get(term);
    const one = packed(page, weight);
    if (known === undefined) this.#all.set(term, one);
    else if (typeof known === 'number')
      this.#all.set(term, pageOf(known) === page ? Math.max(known, one) : [known, one]);
    else if (pageOf(lastIn(known)) === page) known.push(Math.max(need(known.pop()), one));
    else known.push(one);
  }

  ofName(term: string): Postings {
    let found = this.#ofNames.get(term);
    if (!found) this.#ofNames.set(term, (found = new Map<number, number>()));
    return found;
  }

  peek(term: string): Postings {
    const list = this.#all.get(term);
    return new Map(list === undefined ? [] : unpacked(list));
  }

  /** The list in the order of its terms, cut into parts. */
  inParts(): { parts: string[]; firsts: string[] } {
    const parts: string[] = [];
    const firsts: string[] = [];
    let part: string[] = [];
    let size = 0;
    for (const term of [...this.#all.keys(), ...this.#ofNames.keys()].sort()) {
      const list = this.#all.get(term);
      const postings = list === undefined ? [...this.ofName(term)] : unpacked(list);
      if (postings.length === 0) continue;
      const line = `${term}\t${written(postings, mostPages)}`;
      if (part.length > 0 && size + line.length > partSize) {
        parts.push(part.join('\n'));
        [part, size] = [[], 0];
      }
      if (part.length === 0) firsts.push(term);
      part.push(line);
      size += line.length + 1;
    }
    if (part.length > 0) parts.push(part.join('\n'));
    return { parts, firsts };
  }

  /** Words of names, titles and headings, those of most pages first, in their order. */
  commonWords(): string[] {
    const found = [...this.#all]
      .filter(([term]) => isWord.test(term))
      .map(([term, list]): [string, ReturnType<typeof unpacked>] => [term, unpacked(list)])
      .filter(([, pages]) => pages.some(([, weight]) => weight >= 3))
      .sort(([a, one], [b, other]) => other.length - one.length || byText(a, b));
    return found
      .slice(0, mostWords)
      .map(([term]) => term)
      .sort();
  }
}

function addPage(
  terms: Terms,
  number: number,
  { words, url }: SearchedPage,
  entry: SearchEntry | undefined,
): void {
  for (const [weight, list] of words) for (const word of list.split(' ')) terms.add(word, number, weight);
  for (const part of new Set(url.split('/'))) {
    const key = keyOf(part);
    if (key !== '' && url.split('/').length > 3) terms.add(termOf.name(key), number, heaviest - 4);
  }
  if (!entry) return;
  const addAll = (text: string, weight: number) => {
    for (const word of [...tokensOf(text), ...neighboursOf(text)]) terms.add(word, number, weight);
  };
  for (const [text, weight] of entry.fields) addAll(text, weight);
  for (const name of entry.names) {
    terms.add(termOf.name(keyOf(name)), number, heaviest);
    for (const word of tokensOf(name)) terms.add(word, number, 10);
  }
  for (const text of [entry.title.en, entry.title.zh ?? '']) addAll(text, 8);
  for (const identifier of entry.identifiers) {
    const own = !identifier.startsWith('trial ');
    terms.add(termOf.identifier(identifier.replace(/^trial /, '')), number, own ? heaviest : 8);
  }
}

/**
 * Adds what the field has names for: the pages about it, and those in which all words of one of its names
 * stand.
 */
function addEntities(
  terms: Terms,
  entities: readonly SearchEntity[],
  numbers: ReadonlyMap<string, number>,
): Names {
  const names: Names['names'] = [];
  const rows = entities.map(({ id, label, names: own, url, about }, i): Names['entities'][number] => {
    const strict = terms.ofName(termOf.strict(i));
    for (const [address, weight] of about) {
      const number = numbers.get(address);
      if (number !== undefined) addHeavier(strict, [[number, Math.min(weight, heaviest)]]);
    }
    const all = terms.ofName(termOf.entity(i));
    addHeavier(all, strict);
    for (const { text } of own) {
      const found = [...new Set(tokensOf(text))].map((token) => terms.peek(token));
      if (found.length > 0)
        addHeavier(
          all,
          [...common(found)].map(([page, weight]) => [page, Math.min(weight, 9)]),
        );
    }
    for (const { text, role } of own) names.push([text, i, nameRoles.indexOf(role)]);
    return [id, label.en, label.zh ?? '', (url === undefined ? undefined : numbers.get(url)) ?? url ?? 0];
  });
  return { entities: rows, names };
}

/** Figures with the numbers of the pages of their studies. */
const numbered = (figures: readonly SearchFigure[], numbers: ReadonlyMap<string, number>): NumberedFigure[] =>
  figures.flatMap((figure) => {
    const page = numbers.get(figure.trial);
    return page === undefined ? [] : [{ ...figure, page }];
  });

function rowOf(
  { url, title, description }: SearchedPage,
  entry: SearchEntry | undefined,
  language: string,
): PageRow {
  const own = language === 'zh' ? 'zh' : 'en';
  const other = own === 'zh' ? 'en' : 'zh';
  const shown = entry?.title[own] ?? entry?.title.en ?? title;
  const second = entry?.title[other];
  const line = entry?.line?.[own] ?? entry?.line?.en ?? description;
  return [url, shown || title, second === undefined || second === shown ? '' : second, line.slice(0, 280)];
}

function inBlocks(rows: readonly PageRow[]): [string, string][] {
  return Array.from({ length: Math.ceil(rows.length / block) }, (_, i) => [
    `pages/${i}.json`,
    JSON.stringify(rows.slice(i * block, (i + 1) * block)),
  ]);
}

function firstsOf(kindsOfPages: readonly string[]): Start['kinds'] {
  return kindsOfPages.flatMap((kind, i): Start['kinds'] =>
    i === 0 || kindsOfPages[i - 1] !== kind ? [[kind, i]] : [],
  );
}

function numbersOf(entries: readonly (SearchEntry | undefined)[]): Numbers {
  return {
    year: entries.map((entry) => entry?.year ?? 0),
    patients: entries.map((entry) => entry?.patients ?? 0),
  };
}

function facetsOf(pages: readonly SearchedPage[]): Facets['pages'] {
  const found: Record<string, Record<string, Postings>> = {};
  pages.forEach(({ filters }, i) => {
    for (const [name, values] of Object.entries(filters))
      for (const value of values) ((found[name] ??= {})[value] ??= new Map()).set(i, 1);
  });
  return Object.fromEntries(
    Object.entries(found)
      .sort(([a], [b]) => byText(a, b))
      .map(([name, values]) => [
        name,
        Object.fromEntries(Object.entries(values).map(([value, own]) => [value, written(own, Infinity)])),
      ]),
  );
}
