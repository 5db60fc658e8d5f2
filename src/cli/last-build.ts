import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { PageLinks } from '../checks/built-links.ts';
import { itemIn, need } from '../model/need.ts';
import type { Reads, Watched } from '../model/reads.ts';
import { move, remove } from './folders.ts';
import type { Shard } from './shards.ts';

/** Size and time of change, by which an altered file is known. */
export interface Stamp {
  size: number;
  /** Undefined where nothing is to be said of it. */
  time: number | undefined;
}

/** The stamp of a file as it lies there. */
export function stampOf(file: string): Stamp {
  const { size, mtimeMs } = fs.statSync(file);
  return { size, time: mtimeMs };
}

/** What was read for something, as places in the lists of names and of answers. */
interface Read {
  names: readonly number[];
  answers: readonly number[];
}

/** A file that a build wrote, with all that has to hold for the next to take it over. */
interface Kept extends Stamp {
  reads: Read;
  /** What it was handed beside that. */
  props: string;
  /** Where the hash of the content stands in it: places with lengths, in turn. */
  hashes: readonly number[];
  /** Of a page: links and anchors, as places in the list of texts, and the file of what is searched of it. */
  page?: { links: readonly number[]; anchors: readonly number[]; searched?: Stamp | undefined };
}

/** What a build leaves for the next of the same content, and a shard for the build that joins them. */
interface BuildRecord {
  /** Which part of the site it is; the whole where left out. */
  shard?: Shard | undefined;
  /** The code that made it. */
  code: string;
  /** Where the site lies. */
  out: string;
  contentHash: string;
  /** All that was read, with the value that it had. */
  names: readonly [name: string, value: string][];
  /** What was read for answers that many files were made of; each names only answers before it. */
  answers: readonly Read[];
  texts: readonly string[];
  files: readonly [file: string, kept: Kept][];
}

const listFile = 'built.json';

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
  readonly #changed: (boolean | undefined)[] = [];
  readonly #changedAnswers: (boolean | undefined)[] = [];
  readonly #origin: Origin | undefined;

  constructor({ folder, code, out, contentHash, values, lies }: Place) {
    this.#folder = folder;
    this.#values = values;
    this.#out = out;
    this.#lies = lies;
    const found = readRecord(path.join(folder, listFile));
    this.#record = found?.code === code ? found : undefined;
    this.#isSame = this.#record?.contentHash === contentHash;
    this.#files = new Map(this.#record?.files);
    this.#origin = this.#record && { names: this.#record.names.map(([name]) => name), answers: this.#record.answers };
  }

  /** Whether nothing can be taken over. */
  get isEmpty(): boolean {
    return this.#files.size === 0;
  }

  /** Which shard of this very content and code it is; undefined where it is none. */
  get shard(): Shard | undefined {
    return this.#isSame ? this.#record?.shard : undefined;
  }

  find(file: string, props = ''): LastFile | undefined {
    const kept = this.#files.get(file);
    if (!this.#record || !this.#origin || kept?.props !== props || this.#hasChanged(kept.reads)) return undefined;
    const { texts, contentHash } = this.#record;
    const out = this.#lies ?? this.#record.out;
    const textsOf = (places: readonly number[]) => places.map((place) => itemIn(texts, place));
    const { searched } = kept.page ?? {};
    return {
      from: path.join(out, file),
      ...this.#stamp(kept),
      isReplaced: out === this.#out,
      hashes: kept.hashes,
      contentHash,
      reads: kept.reads,
      origin: this.#origin,
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

  #hasChanged({ names, answers }: Read): boolean {
    if (this.#isSame) return false;
    return names.some((name) => this.#isChanged(name)) || answers.some((answer) => this.#isChangedAnswer(answer));
  }

  #isChanged(place: number): boolean {
    const [name, value] = itemIn(need(this.#record).names, place);
    return (this.#changed[place] ??= this.#values.of(name) !== value);
  }

  #isChangedAnswer(place: number): boolean {
    return (this.#changedAnswers[place] ??= this.#hasChanged(itemIn(need(this.#record).answers, place)));
  }
}

/** A file that can be taken over, unless somebody has touched it. */
export interface LastFile extends LyingFile {
  hashes: readonly number[];
  /** Whether the build that takes it over takes the place of the one that made it. */
  isReplaced: boolean;
  /** That of the content that it was made from. */
  contentHash: string;
  reads: Read;
  origin: Origin;
  page: (PageLinks & { searched: LyingFile | undefined }) | undefined;
}

/** A file as it was left. */
export interface LyingFile extends Stamp {
  from: string;
}

/** Short enough for hundreds of thousands, long enough that no two values share it. */
export const digestOf = (text: string | undefined): string =>
  text === undefined ? '' : hash('sha256', text, 'base64').slice(0, 20);

/** The values of this build, each worked out once. */
export class Values {
  readonly #watched: Watched;
  readonly #known = new Map<string, string>();

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  of(name: string): string {
    let value = this.#known.get(name);
    if (value === undefined) this.#known.set(name, (value = digestOf(this.#watched.textOf(name))));
    return value;
  }
}

/** The lists of a last build in which what was read for its files has its places. */
interface Origin {
  names: readonly string[];
  answers: readonly Read[];
}

/** A file that was just made. */
interface Made {
  reads: Reads;
  hashes: readonly number[];
  page?: (PageLinks & { isSearched: boolean }) | undefined;
  props?: string;
}

/** What this build leaves for the next. */
export class ThisBuild {
  readonly #files = new Map<string, Omit<Kept, keyof Stamp>>();
  readonly #searched = new Set<string>();
  readonly #names = new Places<string>();
  /** By what they hold, so that one that was taken over and one that was made anew are one. */
  readonly #answers = new Places<string>();
  readonly #placed = new Map<Reads, number>();
  readonly #texts = new Places<string>();
  /** The places of last builds in the lists here. */
  readonly #origins = new Map<Origin, { names: number[]; answers: number[] }>();
  readonly #values: Values;

  constructor(values: Values) {
    this.#values = values;
  }

  /** Writes down a file that was made. */
  add(file: string, { reads, hashes, page, props = '' }: Made): void {
    this.#keep(file, { reads: this.#read(reads), hashes, props }, page);
  }

  /** Writes down a file that was taken over. */
  again(file: string, { reads, origin, hashes, page }: LastFile, props = ''): void {
    const kept = { reads: this.#moved(reads, origin), hashes, props };
    this.#keep(file, kept, page && { ...page, isSearched: page.searched !== undefined });
  }

  #keep(file: string, kept: Omit<Kept, keyof Stamp | 'page'>, page: Made['page']): void {
    const texts = (list: readonly string[]) => list.map((text) => this.#texts.of(text));
    const ofPage = page && { links: texts(page.links), anchors: texts(page.anchors) };
    if (page?.isSearched) this.#searched.add(file);
    this.#files.set(file, { ...kept, ...(ofPage ? { page: ofPage } : {}) });
  }

  /** What was read for a file of a last build, at its places here. Files have millions of reads: each place is looked up once. */
  #moved({ names, answers }: Read, origin: Origin): Read {
    let known = this.#origins.get(origin);
    if (!known) this.#origins.set(origin, (known = { names: [], answers: [] }));
    const { names: nameAt, answers: answerAt } = known;
    const nameOf = (place: number) => (nameAt[place] ??= this.#names.of(itemIn(origin.names, place)));
    const answerOf = (place: number) =>
      (answerAt[place] ??= this.#answers.of(JSON.stringify(this.#moved(itemIn(origin.answers, place), origin))));
    return { names: inOrder(names.map(nameOf)), answers: inOrder(answers.map(answerOf)) };
  }

  #read({ names, answers }: Reads): Read {
    return {
      names: inOrder(Array.from(names, (name) => this.#names.of(name))),
      answers: inOrder(Array.from(answers, (answer) => this.#answer(answer))),
    };
  }

  #answer(reads: Reads): number {
    const known = this.#placed.get(reads);
    if (known !== undefined) return known;
    const place = this.#answers.of(JSON.stringify(this.#read(reads)));
    this.#placed.set(reads, place);
    return place;
  }

  /**
   * Leaves all of it in a folder, in place of what lies there. A folder that cannot be written to is let be.
   *
   * @param search the folder of what is searched of the pages; it is moved
   */
  leave(
    folder: string,
    { code, out, contentHash, search, shard }: { code: string; out: string; contentHash: string; search: string; shard?: Shard },
  ): void {
    const draft = `${folder}.draft-${process.pid}`;
    try {
      fs.mkdirSync(draft, { recursive: true });
      const files = [...this.#files].map(([file, { page, ...kept }]): [string, Kept] => {
        const searched = this.#searched.has(file) ? stampOf(path.join(search, file)) : undefined;
        return [file, { ...stampOf(path.join(out, file)), ...kept, ...(page ? { page: { ...page, searched } } : {}) }];
      });
      const names = this.#names.list.map((name): [string, string] => [name, this.#values.of(name)]);
      const answers = this.#answers.list.map((answer) => JSON.parse(answer) as Read);
      const record: BuildRecord = { shard, code, out, contentHash, names, answers, texts: this.#texts.list, files };
      const text = JSON.stringify(record);
      fs.writeFileSync(path.join(draft, listFile), `${hash('sha256', text)}\n${text}`);
      move(search, path.join(draft, 'search'));
      remove(folder);
      fs.renameSync(draft, folder);
    } catch {
      remove(draft);
    }
  }
}

/** Places in their order, each once. */
function inOrder(places: number[]): number[] {
  const sorted = places.every((place, i) => i === 0 || itemIn(places, i - 1) < place) ? places : places.sort((a, b) => a - b);
  return sorted.filter((place, i) => place !== sorted[i - 1]);
}

/** A list in which each thing has one place. */
class Places<T> {
  readonly list: T[] = [];
  readonly #places = new Map<T, number>();

  of(thing: T): number {
    const known = this.#places.get(thing);
    if (known !== undefined) return known;
    this.#places.set(thing, this.list.length);
    return this.list.push(thing) - 1;
  }
}

/** The record in a file; undefined where there is none, or it is broken. */
function readRecord(file: string): BuildRecord | undefined {
  try {
    const [sum, text = ''] = fs.readFileSync(file, 'utf8').split('\n', 2);
    return hash('sha256', text) === sum ? (JSON.parse(text) as BuildRecord) : undefined;
  } catch {
    return undefined;
  }
}
