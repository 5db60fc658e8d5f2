import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { filesOf, type PageLinks } from '../checks/built-links.ts';
import { itemIn, need } from '../model/need.ts';
import { readForAnswer, type Reads, type Watched } from '../model/reads.ts';
import {
  bytesOf,
  NumberLists,
  readRecord,
  stampOf,
  writeRecord,
  type BuildRecord,
  type Kept,
  type ReadSpans,
  type Span,
  type Stamp,
} from './build-record.ts';
import { move, remove } from './folders.ts';
import type { Shard } from './shards.ts';

/** What there is to be taken over. */
export interface Takeable {
  /** The file, where all that it was made from is as it was. */
  find(file: string, props?: string): LastFile | undefined;
}

interface Place {
  /** Where a build left its record and what is searched of its pages. */
  folder: string;
  code: string;
  /** Where this build goes. */
  out: string;
  contentHash: string;
  values: Values;
  /** Where the files lie now; where the build put them where left out. */
  lies?: string;
}

/** What of a site was made by another build of this content and is as it would be made now. */
export class LastBuild implements Takeable {
  readonly #record: BuildRecord | undefined;
  readonly #files: ReadonlyMap<string, Kept>;
  readonly #values: Values;
  readonly #folder: string;
  readonly #out: string;
  readonly #lies: string | undefined;
  /** Whether the content is the same to the letter. */
  readonly #isSame: boolean;
  /** What is known of names and answers: whether each has changed. */
  readonly #ofNames: Uint8Array;
  readonly #ofAnswers: Uint8Array;

  constructor({ folder, code, out, contentHash, values, lies }: Place) {
    this.#folder = folder;
    this.#values = values;
    this.#out = out;
    this.#lies = lies;
    this.#record = readRecord(folder, code);
    this.#isSame = this.#record?.contentHash === contentHash;
    this.#files = new Map(this.#record?.files);
    this.#ofNames = new Uint8Array(this.#record?.names.length ?? 0);
    this.#ofAnswers = new Uint8Array(this.#record?.answers.length ?? 0);
  }

  /** Whether nothing can be taken over. */
  get isEmpty(): boolean {
    return this.#files.size === 0;
  }

  /** Which shard of this very content and code it is; undefined where it is none. */
  get shard(): Shard | undefined {
    return this.#isSame ? this.#record?.shard : undefined;
  }

  /** Whether it is the whole site of this very content and code at this place, and nobody has touched it. */
  get stillLies(): boolean {
    const record = this.#isSame && this.#lies === undefined ? this.#record : undefined;
    return record?.whole !== undefined && record.out === this.#out && record.whole.state === stateOf(this.#out);
  }

  /** How many pages were searched. */
  get searched(): number {
    return this.#record?.whole?.searched ?? 0;
  }

  find(file: string, props = ''): LastFile | undefined {
    const kept = this.#files.get(file);
    if (!this.#record || kept?.props !== props || this.#hasChanged(kept.reads)) return undefined;
    const { texts, lists, contentHash } = this.#record;
    const out = this.#lies ?? this.#record.out;
    const textsOf = (span: Span) => Array.from(lists.of(span), (place) => itemIn(texts, place));
    const { searched } = kept.page ?? {};
    return {
      from: path.join(out, file),
      ...this.#stamp(kept),
      isReplaced: out === this.#out,
      hashes: kept.hashes,
      contentHash,
      reads: kept.reads,
      origin: this.#record,
      page: kept.page && {
        links: textsOf(kept.page.links),
        anchors: textsOf(kept.page.anchors),
        searched: searched && { from: path.join(this.#folder, 'search', file), ...this.#stamp(searched) },
      },
    };
  }

  /** A folder that was carried elsewhere has files of another time. */
  #stamp({ size, time }: Stamp): Stamp {
    return { size, time: this.#lies === undefined ? time : undefined };
  }

  /** Whether something that was read has another value now. */
  #hasChanged({ names, answers }: ReadSpans): boolean {
    if (this.#isSame) return false;
    const { lists } = need(this.#record);
    return (
      isAny(lists.of(names), this.#ofNames, (place) => this.#isAnother(place)) ||
      isAny(lists.of(answers), this.#ofAnswers, (place) => this.#hasChanged(itemIn(need(this.#record).answers, place)))
    );
  }

  /** An answer that is known by its value is worked out again only where something changed that was read for it. */
  #isAnother(place: number): boolean {
    const { names, values, compared } = need(this.#record);
    const reads = compared.get(place);
    if (reads && !this.#hasChanged(reads)) return false;
    return this.#values.of(itemIn(names, place)) !== values[place];
  }
}

const [unknown, same, changed] = [0, 1, 2];

/** Whether one of some places has changed; each is looked at once. */
function isAny(places: Int32Array, marks: Uint8Array, hasChanged: (place: number) => boolean): boolean {
  for (const place of places) {
    if (marks[place] === unknown) marks[place] = hasChanged(place) ? changed : same;
    if (marks[place] === changed) return true;
  }
  return false;
}

/** The names, sizes and times of all files below a folder, as one digest. */
function stateOf(folder: string): string {
  const stamped = filesOf(folder).map((file) => {
    const { size, time } = stampOf(path.join(folder, file));
    return `${file}\t${size}\t${time}`;
  });
  return digestOf(stamped.sort().join('\n'));
}

/** A file that can be taken over, unless somebody has touched it. */
export interface LastFile extends LyingFile {
  hashes: readonly number[];
  /** Whether the build that takes it over takes the place of the one that made it. */
  isReplaced: boolean;
  /** That of the content that it was made from. */
  contentHash: string;
  reads: ReadSpans;
  /** The record in which these have their places. */
  origin: BuildRecord;
  page: (PageLinks & { searched: LyingFile | undefined }) | undefined;
}

/** A file as it was left. */
export interface LyingFile extends Stamp {
  from: string;
}

/** Short enough for hundreds of thousands, long enough that no two values share it. */
export const digestOf = (text: string | undefined): string =>
  text === undefined ? '' : hash('sha256', text, 'base64').slice(0, 20);

/** The same as a number of 52 bits: of one thing, two values do not share it. */
const numberDigestOf = (text: string | undefined): number =>
  text === undefined ? -1 : parseInt(hash('sha256', text).slice(0, 13), 16);

/** The digests of the values of this build, by number, each worked out once. */
export class Values {
  readonly #watched: Watched;
  readonly #known: (number | undefined)[] = [];

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  of(read: number): number {
    return (this.#known[read] ??= numberDigestOf(this.#watched.textOf(read)));
  }
}

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
  /** The places of answers by what they hold, so that one that was taken over and one that was made anew are one. */
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
    const answerOf = (place: number) => (answerAt[place] ??= this.#place(...this.#moved(itemIn(origin.answers, place), origin)));
    return [origin.lists.of(names).map(nameOf).sort(), origin.lists.of(answers).map(answerOf).sort()];
  }

  #name(place: number, origin: BuildRecord): number {
    const number = itemIn(origin.names, place);
    if (origin.compared.has(place)) this.#taken.set(number, { origin, place });
    return this.#names.of(number);
  }

  /** What was read for the answers among the names that are known by their values, by the places of the names. */
  #compared(): Map<number, ReadSpans> {
    const compared = new Map<number, ReadSpans>();
    // What was read for one may be another, which is then added to the list.
    for (let place = 0; place < this.#names.list.length; place += 1) {
      const number = itemIn(this.#names.list, place);
      const [made, taken] = [readForAnswer(number), this.#taken.get(number)];
      const reads = made ? this.#read(made) : taken && this.#moved(need(taken.origin.compared.get(taken.place)), taken.origin);
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
    return [names.map((name) => this.#names.of(name)).sort(), Int32Array.from(answers, (one) => this.#answer(one)).sort()];
  }

  #answer(reads: Reads): number {
    let place = this.#placed.get(reads);
    if (place === undefined) this.#placed.set(reads, (place = this.#place(...this.#read(reads))));
    return place;
  }

  /** The place of an answer for which these were read. */
  #place(names: Int32Array, answers: Int32Array): number {
    const key = hash('sha256', Buffer.concat([bytesOf(Int32Array.of(names.length)), bytesOf(names), bytesOf(answers)]), 'base64');
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
        return [file, { ...stampOf(path.join(out, file)), ...kept, ...(page ? { page: { ...page, searched: own } } : {}) }];
      });
      const compared = this.#compared();
      const names = Int32Array.from(this.#names.list);
      const values = Float64Array.from(names, (name) => this.#valueOf(name));
      const [answers, texts, lists] = [this.#answers, this.#texts.list, this.#lists];
      const whole = searched === undefined ? undefined : { searched, state: stateOf(out) };
      writeRecord(draft, { shard, whole, code, out, contentHash, names, values, compared, answers, texts, files, lists });
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
