import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { PageLinks } from '../checks/built-links.ts';
import { itemIn, need } from '../model/need.ts';
import type { Watched } from '../model/reads.ts';
import { move, remove } from './folders.ts';

/** Size and time of change, by which an altered file is known. */
export interface Stamp {
  size: number;
  time: number;
}

/** The stamp of a file as it lies there. */
export function stampOf(file: string): Stamp {
  const { size, mtimeMs } = fs.statSync(file);
  return { size, time: mtimeMs };
}

/** A file that a build wrote, with all that has to hold for the next to take it over. */
interface Kept extends Stamp {
  /** What was read for it, as places in the list of reads. */
  reads: readonly number[];
  /** What it was handed beside that. */
  props: string;
  /** Where the hash of the content stands in it: places with lengths, in turn. */
  hashes: readonly number[];
  /** Of a page: links and anchors, as places in the list of texts, and the file of what is searched of it. */
  page?: { links: readonly number[]; anchors: readonly number[]; searched?: Stamp | undefined };
}

/** What a build leaves for the next of the same content. */
interface BuildRecord {
  /** The code that made it. */
  code: string;
  /** Where the site lies. */
  out: string;
  contentHash: string;
  reads: readonly [name: string, value: string][];
  texts: readonly string[];
  files: readonly [file: string, kept: Kept][];
}

const listFile = 'built.json';

/** What of a site was made by the last build of this content and is as it would be made now. */
export class LastBuild {
  readonly #record: BuildRecord | undefined;
  readonly #files: ReadonlyMap<string, Kept>;
  readonly #watched: Watched;
  readonly #folder: string;
  readonly #out: string;
  readonly #changed: (boolean | undefined)[] = [];

  /**
   * @param folder where the last build left its record and what is searched of its pages
   * @param out the place of this build
   */
  constructor({ folder, code, out, watched }: { folder: string; code: string; out: string; watched: Watched }) {
    this.#folder = folder;
    this.#watched = watched;
    this.#out = out;
    const found = readRecord(path.join(folder, listFile));
    this.#record = found?.code === code ? found : undefined;
    this.#files = new Map(this.#record?.files);
  }

  /** The file of the last build, where all that it was made from is as it was. */
  find(file: string, props = ''): LastFile | undefined {
    const kept = this.#files.get(file);
    if (!this.#record || kept?.props !== props || kept.reads.some((read) => this.#isChanged(read))) return undefined;
    const { out, reads, texts, contentHash } = this.#record;
    const textsOf = (places: readonly number[]) => places.map((place) => itemIn(texts, place));
    return {
      from: path.join(out, file),
      size: kept.size,
      time: kept.time,
      isReplaced: out === this.#out,
      hashes: kept.hashes,
      contentHash,
      reads: kept.reads.map((read) => itemIn(reads, read)),
      page: kept.page && {
        links: textsOf(kept.page.links),
        anchors: textsOf(kept.page.anchors),
        searched: kept.page.searched && { from: path.join(this.#folder, 'search', file), ...kept.page.searched },
      },
    };
  }

  #isChanged(read: number): boolean {
    const [name, value] = itemIn(need(this.#record).reads, read);
    return (this.#changed[read] ??= digestOf(this.#watched.textOf(name)) !== value);
  }
}

/** A file that can be taken over, unless somebody has touched it. */
export interface LastFile extends LyingFile {
  hashes: readonly number[];
  /** Whether the build that takes it over takes the place of the one that made it. */
  isReplaced: boolean;
  /** That of the content that it was made from. */
  contentHash: string;
  reads: readonly (readonly [name: string, value: string])[];
  page: (PageLinks & { searched: LyingFile | undefined }) | undefined;
}

/** A file as it was left. */
export interface LyingFile extends Stamp {
  from: string;
}

/** Short enough for hundreds of thousands, long enough that no two values share it. */
export const digestOf = (text: string | undefined): string =>
  text === undefined ? '' : hash('sha256', text, 'base64').slice(0, 20);

/** A file that was just made. */
interface Made {
  reads: Iterable<string>;
  hashes: readonly number[];
  page?: (PageLinks & { isSearched: boolean }) | undefined;
  props?: string;
}

/** What this build leaves for the next. */
export class ThisBuild {
  readonly #files = new Map<string, Omit<Kept, keyof Stamp>>();
  readonly #searched = new Set<string>();
  readonly #reads = new Places<string>();
  readonly #values: string[] = [];
  readonly #texts = new Places<string>();
  readonly #watched: Watched;

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  /** Writes down a file that was made. */
  add(file: string, { reads, ...made }: Made): void {
    this.#keep(file, { ...made, places: [...reads].map((name) => this.#place(name)) });
  }

  /** Writes down a file that was taken over. */
  again(file: string, { reads, hashes, page }: LastFile, props = ''): void {
    const places = reads.map(([name, value]) => this.#place(name, value));
    this.#keep(file, { places, hashes, props, page: page && { ...page, isSearched: page.searched !== undefined } });
  }

  #place(name: string, value?: string): number {
    const place = this.#reads.of(name);
    if (place === this.#values.length) this.#values.push(value ?? digestOf(this.#watched.textOf(name)));
    return place;
  }

  #keep(file: string, { places, hashes, page, props = '' }: Omit<Made, 'reads'> & { places: number[] }): void {
    const texts = (list: readonly string[]) => list.map((text) => this.#texts.of(text));
    const ofPage = page && { links: texts(page.links), anchors: texts(page.anchors) };
    if (page?.isSearched) this.#searched.add(file);
    this.#files.set(file, { reads: places, hashes, props, ...(ofPage ? { page: ofPage } : {}) });
  }

  /**
   * Leaves all of it in a folder, in place of what lies there. A folder that cannot be written to is let be.
   *
   * @param search the folder of what is searched of the pages; it is moved
   */
  leave(
    folder: string,
    { code, out, contentHash, search }: { code: string; out: string; contentHash: string; search: string },
  ): void {
    const draft = `${folder}.draft-${process.pid}`;
    try {
      fs.mkdirSync(draft, { recursive: true });
      const files = [...this.#files].map(([file, { page, ...kept }]): [string, Kept] => {
        const searched = this.#searched.has(file) ? stampOf(path.join(search, file)) : undefined;
        return [file, { ...stampOf(path.join(out, file)), ...kept, ...(page ? { page: { ...page, searched } } : {}) }];
      });
      const reads = this.#reads.list.map((name, i): [string, string] => [name, itemIn(this.#values, i)]);
      const record: BuildRecord = { code, out, contentHash, reads, texts: this.#texts.list, files };
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
