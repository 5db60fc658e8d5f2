import { isNoting, noteNumber, noteRead, numbersOf } from './reads.ts';

/** The part that is everything. */
const all = '*';
/** All parts that are not told apart. */
const rest = '+';

/** How a thing is watched. */
interface Manner {
  /** Parts that its name settles, or that are watched themselves. */
  fixed?: readonly string[];
  /** Parts that are told apart; all others are one. Left out where each part is. */
  apart?: readonly string[];
  /** Whether which parts it has may differ. */
  isOpen?: boolean;
}

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

  /** The thing of a name, as others see it. */
  thing(name: string): object | undefined {
    return this.#things.get(name)?.seen;
  }

  /**
   * The value of a part now, as text in which other watched things are names; undefined where there is
   * nothing.
   */
  textOf(name: string, part: string): string | undefined {
    const found = this.#things.get(name);
    const lookup = this.#lookups.get(name);
    if (found) return named(partOf(found, part));
    return lookup && named(lookup(part));
  }
}

/** A thing that is watched, as it is and as others see it. */
interface Thing {
  thing: object;
  manner: Manner;
  seen: object;
}

function partOf({ thing, manner }: Thing, part: string): unknown {
  if (part === all) return { ...thing };
  if (part !== rest) return (thing as Record<string, unknown>)[part];
  const others = [...(manner.fixed ?? []), ...(manner.apart ?? [])];
  return Object.entries(thing).filter(([key]) => !others.includes(key));
}

/** Whether a watched thing stands for its name alone in JSON. */
let isNaming = false;

/**
 * JSON of a value in which each watched thing is its name.
 *
 * @param replacer as of `JSON.stringify`
 */
export function named(
  value: unknown,
  replacer?: (key: string, value: unknown) => unknown,
): string | undefined {
  isNaming = true;
  try {
    return JSON.stringify(value, replacer);
  } finally {
    isNaming = false;
  }
}

/** One for all: a preview by Astro itself (`astro dev`) has this module a second time. */
const ownName = Symbol.for('almanac.name');

/** The name under which a thing is watched. */
export function nameOf(thing: object): string {
  const found = (thing as { [ownName]?: string })[ownName];
  if (found === undefined) throw new TypeError('something is asked about by its name that is not watched');
  return found;
}

class Watch<T extends object> implements ProxyHandler<T> {
  readonly #name: string;
  readonly #manner: Manner;
  readonly #numberOf: (part: string) => number;

  constructor(name: string, manner: Manner) {
    this.#name = name;
    this.#manner = manner;
    this.#numberOf = numbersOf(name);
  }

  get(thing: T, key: string | symbol): unknown {
    if (typeof key === 'string') {
      if (isNoting()) this.#note(key);
      else if (isNaming && key === 'toJSON') return () => `#${this.#name}`;
    } else if (key === ownName) return this.#name;
    return thing[key as keyof T];
  }

  has(thing: T, key: string | symbol): boolean {
    if (isNoting() && this.#manner.isOpen && typeof key === 'string') this.#note(key);
    return key in thing;
  }

  ownKeys(thing: T): (string | symbol)[] {
    if (isNoting() && this.#manner.isOpen) this.#note(all);
    return Reflect.ownKeys(thing);
  }

  #note(key: string): void {
    const { fixed, apart } = this.#manner;
    if (fixed?.includes(key)) return;
    noteNumber(this.#numberOf(apart && !apart.includes(key) ? rest : key));
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
