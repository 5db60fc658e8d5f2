import { locale, speaking, type Locale } from '../i18n/locale.ts';
import { noteAnswer, noteNumber, numbersOf, readApart, thingAndPart, unnoted, type Reads } from './reads.ts';
import { named, nameOf, type Watched } from './watched.ts';

/** The functions that give answers known by their values, by name. */
const functions = new Map<string, (...about: never) => unknown>();
/** What was read for each such answer, by its number. */
const readFor = new Map<number, Reads>();

/** An answer, and all that was read for it. */
interface Answer<T> {
  made: T;
  reads: Reads;
}

/** Works out an answer once for each thing and language. */
function once<K extends object, A extends unknown[], T>(
  make: (thing: K, ...rest: A) => T,
): (thing: K, ...rest: A) => Answer<T> {
  const inLanguages: Record<Locale, WeakMap<K, Answer<T>>> = { en: new WeakMap(), zh: new WeakMap() };
  return (thing, ...rest) => {
    const known = inLanguages[locale()];
    let found = known.get(thing);
    if (!found) known.set(thing, (found = readApart(() => make(thing, ...rest))));
    return found;
  };
}

/**
 * A function that works out its answer once for each thing and language; whoever asks again has read all that
 * was read for it.
 */
export function onceNoted<K extends object, A extends unknown[], T>(
  make: (thing: K, ...rest: A) => T,
): (thing: K, ...rest: A) => T {
  const answer = once(make);
  return (...asked) => {
    const { made, reads } = answer(...asked);
    noteAnswer(reads);
    return made;
  };
}

/**
 * What the things begin with under which answers are noted; a part is a language and the thing that was asked
 * about.
 */
const prefix = 'answer:';

/**
 * The same for an answer that is known by its value: whoever asked has read the answer alone, and is made
 * anew where it is another one, not wherever something changed that was read for it. It pays where much is
 * read for little.
 *
 * @param name of the function, by which the answer is found again in another process
 * @param make gives what JSON can hold, and watched things; beside the thing that it is asked about, it may
 * take the library
 */
export function onceCompared<K extends object, A extends [library?: object], T>(
  name: string,
  make: (thing: K, ...rest: A) => T,
): (thing: K, ...rest: A) => T {
  const answer = once(make);
  const numberOf = numbersOf(prefix + name);
  const ask = (thing: K, ...rest: A): T => {
    const { made, reads } = answer(thing, ...rest);
    const number = numberOf(`${locale()} ${nameOf(thing)}`);
    readFor.set(number, reads);
    noteNumber(number);
    return made;
  };
  functions.set(name, ask);
  return ask;
}

/** What was read for an answer that is known by its value, where this process has worked it out. */
export const readForAnswer = (number: number): Reads | undefined => readFor.get(number);

/**
 * What stands behind a note now, a value or an answer, as text in which watched things are names; undefined
 * where there is nothing.
 */
export function textOf(read: number, watched: Watched): string | undefined {
  const [thing, part] = thingAndPart(read);
  return thing.startsWith(prefix)
    ? textOfAnswer(thing.slice(prefix.length), part, watched)
    : watched.textOf(thing, part);
}

/** Undefined where the function is not loaded, or what it was asked about is gone. */
function textOfAnswer(name: string, part: string, watched: Watched): string | undefined {
  const [language, about] = [part.slice(0, 2) as Locale, watched.thing(part.slice(3))];
  const [ask, library] = [functions.get(name), watched.thing('library')];
  if (!ask || !about || !library) return undefined;
  const answer = unnoted(() => speaking(language, () => ask(...([about, library] as never))));
  // Whether two answers are the same shows in their text, so nothing may be lost in it.
  const text = named(answer, (key, value) => {
    const isLost = typeof value === 'function' || value instanceof Map || value instanceof Set;
    if (isLost)
      throw new TypeError(`the answer ${name} holds at ${key} what JSON loses: a map, a set or a function`);
    return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  });
  return text ?? 'undefined';
}
