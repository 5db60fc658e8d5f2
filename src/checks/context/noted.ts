/** The key under which it is noted that everything in a part was read. */
export const everything = '*';
/** The key under which it is noted whether there is such a part at all. */
export const presence = '?';
const gap = '\t';
const nothing: readonly number[] = [];

/** What a check reads of the parts of the context while it is asked about one file: numbers of names. */
export class ReadLog {
  /** `PART KEY`, by number. */
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();
  #reads: number[] = [];
  #turn = 0;

  /** What was read since the last time. */
  take(): readonly number[] {
    const reads = this.#reads;
    this.#turn += 1;
    if (reads.length === 0) return nothing;
    this.#reads = [];
    return reads;
  }

  /** Takes over the names of an earlier run, with their numbers. */
  begin(names: readonly string[]): void {
    for (const name of names) this.number(name);
  }

  number(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.#numbers.set(name, number);
    }
    return number;
  }

  /** A function that notes keys of a part. */
  noterOf(part: string): (key: string) => void {
    const notes = new Map<string, { number: number; turn: number }>();
    return (key) => {
      let note = notes.get(key);
      if (!note) notes.set(key, (note = { number: this.number(part + gap + key), turn: -1 }));
      if (note.turn === this.#turn) return;
      note.turn = this.#turn;
      this.#reads.push(note.number);
    };
  }
}

/** The part and the key of a name. */
export function partAndKey(name: string): [part: string, key: string] {
  const at = name.indexOf(gap);
  return [name.slice(0, at), name.slice(at + 1)];
}

/** A map from which values are taken by key. */
export interface Lookup<V> {
  get(key: string): V | undefined;
  has(key: string): boolean;
  keys(): Iterable<string>;
  [Symbol.iterator](): Iterator<[string, V]>;
}

/** A set that is asked for its members. */
export interface Members {
  has(key: string): boolean;
  [Symbol.iterator](): Iterator<string>;
}

/** A map that writes down what is looked up in it. */
export class NotedMap<V> implements Lookup<V> {
  readonly #map: ReadonlyMap<string, V>;
  readonly #note: (key: string) => void;

  constructor(map: ReadonlyMap<string, V>, note: (key: string) => void) {
    this.#map = map;
    this.#note = note;
  }
  get(key: string): V | undefined {
    this.#note(key);
    return this.#map.get(key);
  }
  has(key: string): boolean {
    this.#note(key);
    return this.#map.has(key);
  }
  keys(): Iterable<string> {
    this.#note(everything);
    return this.#map.keys();
  }
  [Symbol.iterator](): Iterator<[string, V]> {
    this.#note(everything);
    return this.#map[Symbol.iterator]();
  }
}

/** A set that writes down what is looked up in it. */
export class NotedSet implements Members {
  readonly #set: ReadonlySet<string>;
  readonly #note: (key: string) => void;

  constructor(set: ReadonlySet<string>, note: (key: string) => void) {
    this.#set = set;
    this.#note = note;
  }
  has(key: string): boolean {
    this.#note(key);
    return this.#set.has(key);
  }
  [Symbol.iterator](): Iterator<string> {
    this.#note(everything);
    return this.#set[Symbol.iterator]();
  }
}
