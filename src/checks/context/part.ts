import { hash } from 'node:crypto';
import { everything, NotedMap, NotedSet, presence, type Lookup, type Members } from './noted.ts';
import type { Said, Saying, Sayings } from './sayings.ts';

/**
 * What is handed to the maker of a part: what files said, of the sayings that it is made from and no others.
 */
export type Heard = <S>(saying: Saying<S>) => Said<S>[];

/** A part as it stands in the context of a run. */
export interface MadePart<V> {
  /** What checks are handed. */
  value: V;
  /** What it says under a key, as short text. */
  digest: (key: string) => string;
}

/**
 * Something that checks need beside their subject. It is made from what files say, and of nothing else, and
 * writes down what is read of it; so an answer holds for as long as what was read of parts for it is as it
 * was.
 */
export interface Part<V> {
  name: string;
  from: readonly Saying<unknown>[];
  make: (sayings: Sayings, note: (key: string) => void) => MadePart<V>;
}

/** Every part by its name, so that what was noted of it finds it again. */
export const parts = new Map<string, Part<() => unknown>>();

function defined<V>(part: Part<() => V>): Part<() => V> {
  if (parts.has(part.name)) throw new Error(`two parts are called ${part.name}`);
  parts.set(part.name, part);
  return part;
}

const short = (text: string): string =>
  text.length <= 24 ? text : hash('sha256', text, 'base64').slice(0, 22);
const textOf = (value: unknown): string => (value === undefined ? 'nothing' : short(JSON.stringify(value)));

const hearing =
  (from: readonly Saying<unknown>[], sayings: Sayings): Heard =>
  (saying) => {
    if (!from.includes(saying))
      throw new Error(`what is said as ${saying.name} is not among what the part is made from`);
    return sayings.all(saying);
  };

/** All that was said, where a part is read as a whole. */
function digestOfAll(from: readonly Saying<unknown>[], sayings: Sayings): string {
  const lines = from.flatMap((saying) =>
    sayings.files.flatMap((file) =>
      saying.of.includes(file.kind) ? `${file.kind} ${file.source.file} ${sayings.lineOf(saying, file)}` : [],
    ),
  );
  return short(lines.join('\n'));
}

/** A part that is read as a whole. */
export function wholePart<V>(
  name: string,
  from: readonly Saying<unknown>[],
  make: (heard: Heard) => V,
): Part<() => V> {
  return defined({
    name,
    from,
    make(sayings, note) {
      let made: { value: V } | undefined;
      const value = () => {
        note(everything);
        return (made ??= { value: make(hearing(from, sayings)) }).value;
      };
      return { value, digest: () => digestOfAll(from, sayings) };
    },
  });
}

/**
 * A part from which values are taken by key; `undefined` where it cannot be made, because a file could not be
 * read.
 *
 * @param tells what a value says, as plain data
 */
export function mapPart<V>(
  name: string,
  from: readonly Saying<unknown>[],
  make: (heard: Heard) => ReadonlyMap<string, V> | undefined,
  tells: (value: V) => unknown,
): Part<() => Lookup<V> | undefined> {
  return keyed(name, from, make, NotedMap<V>, (map, key) =>
    textOf(map.has(key) ? [tells(map.get(key) as V)] : undefined),
  );
}

/** A part that is asked for its members; `undefined` where it cannot be made. */
export function setPart(
  name: string,
  from: readonly Saying<unknown>[],
  make: (heard: Heard) => ReadonlySet<string> | undefined,
): Part<() => Members | undefined> {
  return keyed(name, from, make, NotedSet, (set, key) => (set.has(key) ? '+' : ''));
}

function keyed<M, N>(
  name: string,
  from: readonly Saying<unknown>[],
  make: (heard: Heard) => M | undefined,
  Noted: new (made: M, note: (key: string) => void) => N,
  digestIn: (made: M, key: string) => string,
): Part<() => N | undefined> {
  return defined({
    name,
    from,
    make(sayings, note) {
      let known: { made: M | undefined; noted: N | undefined } | undefined;
      const get = () => {
        if (!known) {
          const made = make(hearing(from, sayings));
          known = { made, noted: made && new Noted(made, note) };
        }
        return known;
      };
      return {
        value() {
          note(presence);
          return get().noted;
        },
        digest(key) {
          const { made } = get();
          if (key === presence) return made === undefined ? 'absent' : 'there';
          if (made === undefined) return 'absent';
          return key === everything ? digestOfAll(from, sayings) : digestIn(made, key);
        },
      };
    },
  });
}
