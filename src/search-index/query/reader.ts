import type { Facets, Names, NumberedFigure, Numbers, PageRow, Start } from '../files.ts';
import { itemIn } from '../../model/need.ts';
import { placeAmong, readPostings, type Postings } from '../postings.ts';

/** Reads a file of `search-index/` as text. */
type Read = (name: string) => Promise<string>;

/** The index of one language; each file is read once, when it is first asked for. */
export class IndexReader {
  readonly #read: Read;
  readonly #language: string;
  readonly #kept = new Map<string, Promise<unknown>>();

  constructor(read: Read, language: string) {
    this.#read = read;
    this.#language = language;
  }

  start = (): Promise<Start> => this.#once(`${this.#language}.json`, (text) => JSON.parse(text) as Start);
  names = async (): Promise<Names> => this.#json<Names>('names.json');
  numbers = async (): Promise<Numbers> => this.#json<Numbers>('numbers.json');
  facets = async (): Promise<Facets> => this.#json<Facets>('facets.json');

  /** Words of names, titles and headings, in their order. */
  async words(): Promise<string[]> {
    const { at } = await this.start();
    return this.#once(`${at}/words.txt`, (text) => text.trimEnd().split('\n'));
  }

  async figures(endpoint: string): Promise<NumberedFigure[]> {
    const { figures } = await this.start();
    return figures.includes(endpoint) ? this.#json<NumberedFigure[]>(`figures/${endpoint}.json`) : [];
  }

  /** The pages that a term leads to; undefined where there is no such term. */
  async pagesOf(term: string): Promise<Postings | undefined> {
    const { terms } = await this.start();
    const line = (await this.#part(placeAmong(terms, term)))?.get(term);
    return line === undefined ? undefined : readPostings(line);
  }

  /** The pages of the terms that begin so, but for terms that are no words; at most `most` terms. */
  async pagesBeginning(beginning: string, most = 40): Promise<{ terms: string[]; pages: Postings[] }> {
    const { terms } = await this.start();
    const [from, to] = [Math.max(0, placeAmong(terms, beginning)), placeAmong(terms, `${beginning}\uffff`)];
    const found: [string, string][] = [];
    for (let place = from; place <= Math.min(to, from + 2); place++)
      for (const [term, line] of (await this.#part(place)) ?? [])
        if (term.startsWith(beginning)) found.push([term, line]);
    const chosen = found.slice(0, most);
    return { terms: chosen.map(([term]) => term), pages: chosen.map(([, line]) => readPostings(line)) };
  }

  /** The row of a page. */
  async page(number: number): Promise<PageRow> {
    const { block } = await this.start();
    const rows = await this.#json<PageRow[]>(`pages/${Math.floor(number / block)}.json`);
    return itemIn(rows, number % block);
  }

  async #part(place: number): Promise<Map<string, string> | undefined> {
    if (place < 0) return undefined;
    const { at } = await this.start();
    return this.#once(`${at}/terms/${place}.txt`, (text) => new Map(text.trimEnd().split('\n').map(pairOf)));
  }

  async #json<T>(name: string): Promise<T> {
    const { at } = await this.start();
    return this.#once(`${at}/${name}`, (text) => JSON.parse(text) as T);
  }

  /** A read that fails is tried again by the next that asks. */
  #once<T>(name: string, parse: (text: string) => T): Promise<T> {
    let reading = this.#kept.get(name) as Promise<T> | undefined;
    if (!reading) {
      reading = this.#read(name).then(parse);
      reading.catch(() => this.#kept.delete(name));
      this.#kept.set(name, reading);
    }
    return reading;
  }
}

function pairOf(line: string): [string, string] {
  const end = line.indexOf('\t');
  return [line.slice(0, end), line.slice(end + 1)];
}
