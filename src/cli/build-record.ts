import { createHash, type Hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { readName, readNumber } from '../model/reads.ts';
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

/** Where a list of numbers begins among all of them, and how many it has. */
export type Span = readonly [at: number, length: number];

/** Lists of numbers in one piece of memory: files have millions of reads. */
export class NumberLists {
  #numbers: Int32Array<ArrayBuffer>;
  #end: number;

  constructor(numbers: Int32Array<ArrayBuffer> = new Int32Array(1 << 10)) {
    this.#numbers = numbers;
    this.#end = numbers.length;
  }

  /** Lists to be added to. */
  static empty(): NumberLists {
    const lists = new NumberLists();
    lists.#end = 0;
    return lists;
  }

  add(list: ArrayLike<number>): Span {
    const at = this.#end;
    this.#end += list.length;
    if (this.#end > this.#numbers.length) {
      const larger = new Int32Array(2 ** Math.ceil(Math.log2(this.#end)));
      larger.set(this.#numbers.subarray(0, at));
      this.#numbers = larger;
    }
    this.#numbers.set(list, at);
    return [at, list.length];
  }

  /** A view of a list. */
  of([at, length]: Span): Int32Array {
    return this.#numbers.subarray(at, at + length);
  }

  get all(): Int32Array<ArrayBuffer> {
    return this.#numbers.subarray(0, this.#end);
  }
}

/** What was read for something, as places in the lists of names and of answers. */
export interface ReadSpans {
  names: Span;
  answers: Span;
}

/** A file that a build wrote, with all that has to hold for the next to take it over. */
export interface Kept extends Stamp {
  reads: ReadSpans;
  /** What it was handed beside that. */
  props: string;
  /** Where the hash of the content stands in it: places with lengths, in turn. */
  hashes: readonly number[];
  /** Of a page: links and anchors, as places in the list of texts, and the file of what is searched of it. */
  page?: { links: Span; anchors: Span; searched?: Stamp | undefined };
}

/** What a build leaves for the next of the same content, and a shard for the build that joins them. */
export interface BuildRecord {
  /** Which part of the site it is; the whole where left out. */
  shard?: Shard | undefined;
  /**
   * Of a whole site: how many pages are searched, and the state of its files, by which one that nobody
   * touched is known.
   */
  whole?: { searched: number; state: string } | undefined;
  /** The code that made it. */
  code: string;
  /** Where the site lies. */
  out: string;
  contentHash: string;
  /** All that was read, by number, with the digest of the value that it had. */
  names: Int32Array;
  values: Float64Array<ArrayBuffer>;
  /** What was read for answers that many files were made of; each names only answers before it. */
  answers: readonly ReadSpans[];
  /** What was read for those names that are answers known by their values, by the place of the name. */
  compared: ReadonlyMap<number, ReadSpans>;
  texts: readonly string[];
  files: readonly [file: string, kept: Kept][];
  lists: NumberLists;
}

const fileNames = {
  head: 'built.json',
  names: 'names.json',
  values: 'values.bin',
  files: 'files.json',
  lists: 'lists.bin',
} as const;
type Part = Exclude<keyof typeof fileNames, 'head'>;

type Head = Omit<BuildRecord, 'names' | 'values' | 'files' | 'lists' | 'compared'> & {
  compared: [number, ReadSpans][];
};

/** Writes a record into a folder. No part of it is longer than a text can be, however large the base. */
export function writeRecord(
  folder: string,
  { names, values, files, lists, compared, ...head }: BuildRecord,
): void {
  const sum = createHash('sha256');
  const write = (part: Part, content: string | Uint8Array) => {
    sum.update(content);
    fs.writeFileSync(path.join(folder, fileNames[part]), content);
  };
  write('names', JSON.stringify(Array.from(names, readName)));
  write('values', bytesOf(values));
  write('files', JSON.stringify(files));
  write('lists', bytesOf(lists.all));
  const text = JSON.stringify({ ...head, compared: [...compared] });
  fs.writeFileSync(path.join(folder, fileNames.head), `${summed(sum, text)}\n${text}`);
}

/** The record in a folder; undefined where there is none, it is broken, or another code made it. */
export function readRecord(folder: string, code: string): BuildRecord | undefined {
  try {
    const [sum, text = ''] = fs.readFileSync(path.join(folder, fileNames.head), 'utf8').split('\n', 2);
    const { compared, ...head } = JSON.parse(text) as Head;
    if (head.code !== code) return undefined;
    const found = createHash('sha256');
    const read = (part: Part) => {
      const bytes = fs.readFileSync(path.join(folder, fileNames[part]));
      found.update(bytes);
      return bytes;
    };
    // Numbers are those of this process; the texts are many, and go.
    const names = Int32Array.from(JSON.parse(read('names').toString()) as string[], readNumber);
    const values = new Float64Array(bufferOf(read('values')));
    const files = JSON.parse(read('files').toString()) as BuildRecord['files'];
    const lists = new NumberLists(new Int32Array(bufferOf(read('lists'))));
    return summed(found, text) === sum
      ? { ...head, compared: new Map(compared), names, values, files, lists }
      : undefined;
  } catch {
    return undefined;
  }
}

export const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Float64Array) =>
  new Uint8Array(buffer, byteOffset, byteLength);
const bufferOf = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;

const summed = (sum: Hash, text: string) => sum.update(text).digest('hex');
