import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { PageLinks } from '../checks/built-links.ts';
import { itemIn, need } from '../model/need.ts';
import { readForAnswer } from '../model/once.ts';
import type { Reads } from '../model/reads.ts';
import {
  bytesOf,
  NumberLists,
  stampOf,
  writeRecord,
  type BuildRecord,
  type Kept,
  type ReadSpans,
  type Stamp,
} from './build-record.ts';
import { stateOf, type Values } from './digests.ts';
import { move, remove } from './folders.ts';
import type { LastFile } from './last-build.ts';
import type { Shard } from './shards.ts';

/** A file that was just made. */
interface Made {
  reads: Reads;
  hashes: readonly number[];
  page?: (PageLinks & { isSearched: boolean }) | undefined;
  props?: string;
}

/** What a build says of itself where it leaves something. */
interface Left {
  code: string;
  out: string;
  contentHash: string;
  search: string;
  searched?: number;
  shard?: Shard;
}

/** What this build leaves for the next. */
export class ThisBuild {
  readonly #files = new Map<string, Omit<Kept, keyof Stamp>>();
  readonly #searched = new Set<string>();
  readonly #lists = NumberLists.empty();
  readonly #names = new NumberPlaces();
  readonly #answers: ReadSpans[] = [];
  /**
   * The places of answers by what they hold, so that one that was taken over and one that was made anew are
   * one.
   */
  readonly #places = new Map<string, number>();
  readonly #placed = new Map<Reads, number>();
  readonly #texts = new TextPlaces();
  /** The places of last builds in the lists here. */
  readonly #origins = new Map<BuildRecord, { names: number[]; answers: number[] }>();
  /** Answers known by their values that were taken over, by number: where they stand in a last build. */
  readonly #taken = new Map<number, { origin: BuildRecord; place: number }>();
  readonly #values: Values;

  constructor(values: Values) {
    this.#values = values;
  }

  /** Writes down a file that was made. */
  add(file: string, { reads, hashes, page, props = '' }: Made): void {
    const [names, answers] = this.#read(reads);
    this.#keep(file, { reads: this.#spans(names, answers), hashes, props }, page);
  }

  /** Writes down a file that was taken over. */
  again(file: string, { reads, origin, hashes, page }: LastFile, props = ''): void {
    const [names, answers] = this.#moved(reads, origin);
    const kept = { reads: this.#spans(names, answers), hashes, props };
    this.#keep(file, kept, page && { ...page, isSearched: page.searched !== undefined });
  }

  #keep(file: string, kept: Omit<Kept, keyof Stamp | 'page'>, page: Made['page']): void {
    const texts = (list: readonly string[]) => this.#lists.add(list.map((text) => this.#texts.of(text)));
    const ofPage = page && { links: texts(page.links), anchors: texts(page.anchors) };
    if (page?.isSearched) this.#searched.add(file);
    this.#files.set(file, { ...kept, ...(ofPage ? { page: ofPage } : {}) });
  }

  #spans(names: Int32Array, answers: Int32Array): ReadSpans {
    return { names: this.#lists.add(names), answers: this.#lists.add(answers) };
  }

  /** What was read for a file of a last build, at its places here. Each place is looked up once. */
  #moved({ names, answers }: ReadSpans, origin: BuildRecord): [names: Int32Array, answers: Int32Array] {
    let known = this.#origins.get(origin);
    if (!known) this.#origins.set(origin, (known = { names: [], answers: [] }));
    const { names: nameAt, answers: answerAt } = known;
    const nameOf = (place: number) => (nameAt[place] ??= this.#name(place, origin));
    const answerOf = (place: number) =>
      (answerAt[place] ??= this.#place(...this.#moved(itemIn(origin.answers, place), origin)));
    return [origin.lists.of(names).map(nameOf).sort(), origin.lists.of(answers).map(answerOf).sort()];
  }

  #name(place: number, origin: BuildRecord): number {
    const number = itemIn(origin.names, place);
    if (origin.compared.has(place)) this.#taken.set(number, { origin, place });
    return this.#names.of(number);
  }

  /**
   * What was read for the answers among the names that are known by their values, by the places of the names.
   */
  #compared(): Map<number, ReadSpans> {
    const compared = new Map<number, ReadSpans>();
    // What was read for one may be another, which is then added to the list.
    for (let place = 0; place < this.#names.list.length; place += 1) {
      const number = itemIn(this.#names.list, place);
      const [made, taken] = [readForAnswer(number), this.#taken.get(number)];
      const reads = made
        ? this.#read(made)
        : taken && this.#moved(need(taken.origin.compared.get(taken.place)), taken.origin);
      if (reads) compared.set(place, this.#spans(...reads));
    }
    return compared;
  }

  /** The digest of what has a number; of an answer that was taken over, that which it had. */
  #valueOf(number: number): number {
    const taken = readForAnswer(number) ? undefined : this.#taken.get(number);
    return taken ? need(taken.origin.values[taken.place]) : this.#values.of(number);
  }

  #read({ names, answers }: Reads): [names: Int32Array, answers: Int32Array] {
    return [
      names.map((name) => this.#names.of(name)).sort(),
      Int32Array.from(answers, (one) => this.#answer(one)).sort(),
    ];
  }

  #answer(reads: Reads): number {
    let place = this.#placed.get(reads);
    if (place === undefined) this.#placed.set(reads, (place = this.#place(...this.#read(reads))));
    return place;
  }

  /** The place of an answer for which these were read. */
  #place(names: Int32Array, answers: Int32Array): number {
    const key = hash(
      'sha256',
      Buffer.concat([bytesOf(Int32Array.of(names.length)), bytesOf(names), bytesOf(answers)]),
      'base64',
    );
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#answers.push(this.#spans(names, answers)) - 1;
    this.#places.set(key, place);
    return place;
  }

  /**
   * Leaves all of it in a folder, in place of what lies there. A folder that cannot be written to is let be.
   *
   * @param search the folder of what is searched of the pages; it is moved
   * @param searched how many pages are searched, where the whole site is made
   */
  leave(folder: string, { code, out, contentHash, search, searched, shard }: Left): void {
    const draft = `${folder}.draft-${process.pid}`;
    try {
      fs.mkdirSync(draft, { recursive: true });
      const files = [...this.#files].map(([file, { page, ...kept }]): [string, Kept] => {
        const own = this.#searched.has(file) ? stampOf(path.join(search, file)) : undefined;
        return [
          file,
          {
            ...stampOf(path.join(out, file)),
            ...kept,
            ...(page ? { page: { ...page, searched: own } } : {}),
          },
        ];
      });
      const compared = this.#compared();
      const names = Int32Array.from(this.#names.list);
      const values = Float64Array.from(names, (name) => this.#valueOf(name));
      const [answers, texts, lists] = [this.#answers, this.#texts.list, this.#lists];
      const whole = searched === undefined ? undefined : { searched, state: stateOf(out) };
      writeRecord(draft, {
        shard,
        whole,
        code,
        out,
        contentHash,
        names,
        values,
        compared,
        answers,
        texts,
        files,
        lists,
      });
      move(search, path.join(draft, 'search'));
      remove(folder);
      fs.renameSync(draft, folder);
    } catch {
      remove(draft);
    }
  }
}

/** A list of texts, each with one place. */
class TextPlaces {
  readonly list: string[] = [];
  readonly #places = new Map<string, number>();

  of(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.list.length);
    return this.list.push(text) - 1;
  }
}

/** The same of the numbers of what was read, which run from 0 without many gaps. */
class NumberPlaces {
  readonly list: number[] = [];
  readonly #places: number[] = [];

  of(number: number): number {
    while (this.#places.length <= number) this.#places.push(-1);
    if (this.#places[number] === -1) this.#places[number] = this.list.push(number) - 1;
    return itemIn(this.#places, number);
  }
}
