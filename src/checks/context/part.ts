import { hash } from 'node:crypto';
import { everything, NotedMap, NotedSet, presence, type Lookup, type Members } from './noted.ts';
import type { Extracted, Extractor, Extracts } from './extracts.ts';

/**
 * What the maker of a part collects: extracts of all files, by the extractors that the part is made from
 * and no others.
 */
export type Collect = <S>(extractor: Extractor<S>) => Extracted<S>[];

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
  from: readonly Extractor<unknown>[];
  make: (extracts: Extracts, note: (key: string) => void) => MadePart<V>;
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

const collecting =
  (from: readonly Extractor<unknown>[], extracts: Extracts): Collect =>
  (extractor) => {
    if (!from.includes(extractor))
      throw new Error(`${extractor.name} is not among the extractors that the part is made from`);
    return extracts.all(extractor);
  };

/** All extracts, where a part is read as a whole. */
function digestOfAll(from: readonly Extractor<unknown>[], extracts: Extracts): string {
  const lines = from.flatMap((extractor) =>
    extracts.files.flatMap((file) =>
      extractor.of.includes(file.kind)
        ? `${file.kind} ${file.source.file} ${extracts.lineOf(extractor, file)}`
        : [],
    ),
  );
  return short(lines.join('\n'));
}

/** A part that is read as a whole. */
export function wholePart<V>(
  name: string,
  from: readonly Extractor<unknown>[],
  make: (collect: Collect) => V,
): Part<() => V> {
  return defined({
    name,
    from,
    make(extracts, note) {
      let made: { value: V } | undefined;
      const value = () => {
        note(everything);
        return (made ??= { value: make(collecting(from, extracts)) }).value;
      };
      return { value, digest: () => digestOfAll(from, extracts) };
    },
  });
}

/**
 * A part from which values are taken by key; `undefined` where it cannot be made, because a file could not be
 * read.
 *
 * @param plain what a value says, as plain data
 */
export function mapPart<V>(
  name: string,
  from: readonly Extractor<unknown>[],
  make: (collect: Collect) => ReadonlyMap<string, V> | undefined,
  plain: (value: V) => unknown,
): Part<() => Lookup<V> | undefined> {
  return keyed(name, from, make, NotedMap<V>, (map, key) =>
    textOf(map.has(key) ? [plain(map.get(key) as V)] : undefined),
  );
}

/** A part that is asked for its members; `undefined` where it cannot be made. */
export function setPart(
  name: string,
  from: readonly Extractor<unknown>[],
  make: (collect: Collect) => ReadonlySet<string> | undefined,
): Part<() => Members | undefined> {
  return keyed(name, from, make, NotedSet, (set, key) => (set.has(key) ? '+' : ''));
}

function keyed<M, N>(
  name: string,
  from: readonly Extractor<unknown>[],
  make: (collect: Collect) => M | undefined,
  Noted: new (made: M, note: (key: string) => void) => N,
  digestIn: (made: M, key: string) => string,
): Part<() => N | undefined> {
  return defined({
    name,
    from,
    make(extracts, note) {
      let known: { made: M | undefined; noted: N | undefined } | undefined;
      const get = () => {
        if (!known) {
          const made = make(collecting(from, extracts));
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
          return key === everything ? digestOfAll(from, extracts) : digestIn(made, key);
        },
      };
    },
  });
}
