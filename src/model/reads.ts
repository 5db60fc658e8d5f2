import { locale, speaking, type Locale } from '../i18n/locale.ts';
import { itemIn } from './need.ts';

/**
 * What is read of the base while a page or file is made. Where all that was read is as it was, the page is as it was.
 *
 * The parts of the base are watched one level deep: whoever reads a property of an entry, a figure or a work has read its whole
 * value, but not what stands behind another entry that it names. So a page that names a study depends on its name, and not on
 * its figures. Pages are bundled and have this module a second time; both write down into one place.
 */
interface State {
  /** What was read since it began; undefined where nobody asks. */
  reads: Noting | undefined;
  /** How often something began to be noted. */
  turns: number;
  /** Whether a watched thing stands for its name alone in JSON. */
  isNaming: boolean;
  /** All that was ever noted, by number: the names of things, and those of their parts. */
  things: string[];
  parts: string[];
  /** The numbers of the parts of each thing. */
  numbers: Map<string, Map<string, number>>;
  /** The turn in which each number was written down last. */
  turnOf: number[];
  /** What was read for each answer that is known by its value, by number. */
  readFor: Map<number, Reads>;
  /** The functions that give such answers, by name. */
  asked: Map<string, Asked>;
}

type Asked = (...about: never) => unknown;

/** All that was read for something: numbers of values, and what was read for answers that were kept, each of them one thing. */
export interface Reads {
  /** Ascending, each once. */
  readonly names: Int32Array;
  readonly answers: readonly Reads[];
}

/** While it is written down. */
interface Noting {
  readonly turn: number;
  /** Some may stand here twice, where an answer was made in between. */
  readonly names: number[];
  readonly answers: Set<Reads>;
}

const slot = Symbol.for('almanac.reads');
const state: State = ((globalThis as unknown as { [slot]: State | undefined })[slot] ??= {
  reads: undefined,
  turns: 0,
  isNaming: false,
  things: [],
  parts: [],
  numbers: new Map<string, Map<string, number>>(),
  turnOf: [],
  readFor: new Map<number, Reads>(),
  asked: new Map<string, Asked>(),
});

const nothingRead = (): Noting => ({ turn: ++state.turns, names: [], answers: new Set() });

function settled({ names, answers }: Noting): Reads {
  const sorted = Int32Array.from(names).sort();
  return { names: sorted.filter((name, i) => i === 0 || name !== sorted[i - 1]), answers: [...answers] };
}

/** The part that is everything. */
const all = '*';

/** The name of a thing and that of its part, as one text. */
export const readName = (number: number): string => `${itemIn(state.things, number)}\t${itemIn(state.parts, number)}`;

/** The number of what such a text names. */
export function readNumber(name: string): number {
  const at = name.indexOf('\t');
  return numberOf(numbersOf(name.slice(0, at)), name.slice(0, at), name.slice(at + 1));
}

function numbersOf(thing: string): Map<string, number> {
  let numbers = state.numbers.get(thing);
  if (!numbers) state.numbers.set(thing, (numbers = new Map<string, number>()));
  return numbers;
}

function numberOf(numbers: Map<string, number>, thing: string, part: string): number {
  const known = numbers.get(part);
  if (known !== undefined) return known;
  const number = state.things.push(thing) - 1;
  state.parts.push(part);
  state.turnOf.push(0);
  numbers.set(part, number);
  return number;
}

function note(number: number, { turn, names }: Noting): void {
  if (state.turnOf[number] === turn) return;
  state.turnOf[number] = turn;
  names.push(number);
}

/** Writes down that a part of something was read, under a name by which `Watched` finds its value again. */
export function noteRead(thing: string, part: string): void {
  if (state.reads) note(numberOf(numbersOf(thing), thing, part), state.reads);
}

/** Writes down that everything in the data of an entry or work was read. */
export function noteAll(data: object): void {
  if (state.reads) Object.keys(data);
}

/** Writes down nothing: for what is made for many pages at once, whose use is noted by other means. */
export const unnoted = <T>(make: () => T): T => noting(undefined, make);

function noting<T>(reads: Noting | undefined, make: () => T): T {
  const before = state.reads;
  state.reads = reads;
  try {
    return make();
  } finally {
    state.reads = before;
  }
}

/** What a page or file is, and all that was read for it. Nothing else may be made meanwhile. */
export async function withReads<T>(make: () => T | Promise<T>): Promise<{ made: T; reads: Reads }> {
  const reads = nothingRead();
  const before = state.reads;
  state.reads = reads;
  try {
    const made = await make();
    return { made, reads: settled(reads) };
  } finally {
    state.reads = before;
  }
}

/** An answer, and all that was read for it. */
interface Answer<T> {
  made: T;
  reads: Reads;
}

/** Works out an answer once for each thing and language. */
function once<K extends object, A extends unknown[], T>(make: (thing: K, ...rest: A) => T): (thing: K, ...rest: A) => Answer<T> {
  const inLanguages: Record<Locale, WeakMap<K, Answer<T>>> = { en: new WeakMap(), zh: new WeakMap() };
  return (thing, ...rest) => {
    const known = inLanguages[locale()];
    let found = known.get(thing);
    if (!found) {
      const reads = nothingRead();
      const made = noting(reads, () => make(thing, ...rest));
      found = { made, reads: settled(reads) };
      known.set(thing, found);
    }
    return found;
  };
}

/** A function that works out its answer once for each thing and language; whoever asks again has read all that was read for it. */
export function onceNoted<K extends object, A extends unknown[], T>(
  make: (thing: K, ...rest: A) => T,
): (thing: K, ...rest: A) => T {
  const answer = once(make);
  return (...asked) => {
    const { made, reads } = answer(...asked);
    state.reads?.answers.add(reads);
    return made;
  };
}

/** The thing under which answers of a function are noted; the part is the language and the thing that was asked about. */
const answers = 'answer:';

/**
 * The same for an answer that is known by its value: whoever asked has read the answer alone, and is made anew where it is another
 * one, not wherever something changed that was read for it. It pays where much is read for little.
 *
 * @param name of the function, by which the answer is found again in another process
 * @param make gives what JSON can hold, and watched things; of the rest of what it is asked, it may take the library alone
 */
export function onceCompared<K extends object, A extends [library?: object], T>(
  name: string,
  make: (thing: K, ...rest: A) => T,
): (thing: K, ...rest: A) => T {
  const answer = once(make);
  const ask = (thing: K, ...rest: A): T => {
    const { made, reads } = answer(thing, ...rest);
    const number = numberOf(numbersOf(answers + name), answers + name, `${locale()} ${nameOf(thing)}`);
    state.readFor.set(number, reads);
    if (state.reads) note(number, state.reads);
    return made;
  };
  state.asked.set(name, ask);
  return ask;
}

/** What was read for an answer that is known by its value, where this process has worked it out. */
export const readForAnswer = (number: number): Reads | undefined => state.readFor.get(number);

/** How a thing is watched. */
interface Manner {
  /** Parts that its name settles, or that are watched themselves. */
  fixed?: readonly string[];
  /** Parts that are told apart; all others are one. Left out where each part is. */
  apart?: readonly string[];
  /** Whether which parts it has may differ. */
  isOpen?: boolean;
}

const rest = '+';

/** Everything of a base that is watched, by name. */
export class Watched {
  readonly #things = new Map<string, Thing>();
  readonly #lookups = new Map<string, (part: string) => unknown>();

  /** The thing, watched from now on. It is known by what this gives and never again by itself. */
  watch<T extends object>(name: string, thing: T, manner: Manner = {}): T {
    const seen = new Proxy(thing, new Watch(name, manner));
    this.#things.set(name, { thing, manner, seen });
    return seen;
  }

  /** Map whose keys are watched one by one. */
  map<V>(name: string, entries: Iterable<readonly [string, V]>): Map<string, V> {
    const map = new WatchedMap(name, entries);
    this.lookup(name, (part) => (part === all ? [...map.keys()] : map.get(part)));
    return map;
  }

  /** Something else that is noted by name and part: how its value is found. */
  lookup(name: string, value: (part: string) => unknown): void {
    this.#lookups.set(name, value);
  }

  /** What stands behind a note now, as text in which other watched things are names; undefined where there is nothing. */
  textOf(read: number): string | undefined {
    const [name, part] = [itemIn(state.things, read), itemIn(state.parts, read)];
    if (name.startsWith(answers)) return this.#answerOf(name.slice(answers.length), part);
    const found = this.#things.get(name);
    const lookup = this.#lookups.get(name);
    if (found) return named(partOf(found, part));
    return lookup && named(lookup(part));
  }

  /** The answer that a function gives now; undefined where it is not loaded, or what it was asked about is gone. */
  #answerOf(name: string, part: string): string | undefined {
    const [language, asked] = [part.slice(0, 2), part.slice(3)];
    const [ask, about, library] = [state.asked.get(name), this.#things.get(asked), this.#things.get('library')];
    if (!ask || !about || !library) return undefined;
    return unnoted(() => speaking(language as Locale, () => comparable(ask(...([about.seen, library.seen] as never)))));
  }
}

/** A thing that is watched, as it is and as others see it. */
interface Thing {
  thing: object;
  manner: Manner;
  seen: object;
}

/** Whether two answers are the same shows in their text, so nothing may be lost in it. */
function comparable(answer: unknown): string {
  state.isNaming = true;
  try {
    const text = JSON.stringify(answer, (key, value: unknown) => {
      const isLost = typeof value === 'function' || value instanceof Map || value instanceof Set;
      if (isLost) throw new TypeError(`an answer that is known by its value has a ${typeof value} at ${key}, which JSON loses`);
      return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
    }) as string | undefined;
    return text ?? 'undefined';
  } finally {
    state.isNaming = false;
  }
}

function partOf({ thing, manner }: Thing, part: string): unknown {
  if (part === all) return { ...thing };
  if (part !== rest) return (thing as Record<string, unknown>)[part];
  const others = [...(manner.fixed ?? []), ...(manner.apart ?? [])];
  return Object.entries(thing).filter(([key]) => !others.includes(key));
}

/** JSON of a value in which each watched thing is its name. */
export function named(value: unknown): string | undefined {
  state.isNaming = true;
  try {
    return JSON.stringify(value);
  } finally {
    state.isNaming = false;
  }
}

const name = Symbol.for('almanac.name');

/** The name under which a thing is watched. */
function nameOf(thing: object): string {
  const found = (thing as { [name]?: string })[name];
  if (found === undefined)
    throw new TypeError('an answer that is known by its value is asked about something that is not watched');
  return found;
}

class Watch<T extends object> implements ProxyHandler<T> {
  readonly #name: string;
  readonly #manner: Manner;
  /** The numbers of its parts. */
  readonly #numbers: Map<string, number>;

  constructor(name: string, manner: Manner) {
    this.#name = name;
    this.#manner = manner;
    this.#numbers = numbersOf(name);
  }

  get(thing: T, key: string | symbol): unknown {
    if (typeof key === 'string') {
      if (state.reads) this.#note(key, state.reads);
      else if (state.isNaming && key === 'toJSON') return () => `#${this.#name}`;
    } else if (key === name) return this.#name;
    return thing[key as keyof T];
  }

  has(thing: T, key: string | symbol): boolean {
    if (state.reads && this.#manner.isOpen && typeof key === 'string') this.#note(key, state.reads);
    return key in thing;
  }

  ownKeys(thing: T): (string | symbol)[] {
    if (state.reads && this.#manner.isOpen) this.#note(all, state.reads);
    return Reflect.ownKeys(thing);
  }

  #note(key: string, reads: Noting): void {
    const { fixed, apart } = this.#manner;
    if (fixed?.includes(key)) return;
    note(numberOf(this.#numbers, this.#name, apart && !apart.includes(key) ? rest : key), reads);
  }
}

class WatchedMap<V> extends Map<string, V> {
  readonly #name: string;

  constructor(name: string, entries: Iterable<readonly [string, V]>) {
    super();
    this.#name = name;
    for (const [key, value] of entries) super.set(key, value);
  }

  override get(key: string): V | undefined {
    noteRead(this.#name, key);
    return super.get(key);
  }
  override has(key: string): boolean {
    noteRead(this.#name, key);
    return super.has(key);
  }
  override get size(): number {
    noteRead(this.#name, all);
    return super.size;
  }
  override keys(): MapIterator<string> {
    noteRead(this.#name, all);
    return super.keys();
  }
  override values(): MapIterator<V> {
    noteRead(this.#name, all);
    return super.values();
  }
  override entries(): MapIterator<[string, V]> {
    noteRead(this.#name, all);
    return super.entries();
  }
  override forEach(each: (value: V, key: string, map: Map<string, V>) => void): void {
    noteRead(this.#name, all);
    super.forEach(each);
  }
  override [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }
}
