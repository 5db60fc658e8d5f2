import { itemIn } from './need.ts';

/**
 * What is read of the base while a page or file is made. Where all that was read is as it was, the page is as
 * it was.
 *
 * The parts of the base are watched one level deep (`watched.ts`): whoever reads a property of an entry, a
 * figure or a work has read its whole value, but not what stands behind another entry that it names. So a
 * page that names a study depends on its name, and not on its figures.
 */
interface State {
  /** What was read since it began; undefined where nobody asks. */
  reads: Noting | undefined;
  /** How often something began to be noted. */
  turns: number;
  /** All that was ever noted, by number: the names of things, and those of their parts. */
  things: string[];
  parts: string[];
  /** The numbers of the parts of each thing. */
  numbers: Map<string, Map<string, number>>;
  /** The turn in which each number was written down last. */
  turnOf: number[];
}

/**
 * All that was read for something: numbers of values, and what was read for answers that were kept, each of
 * them one thing.
 */
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

const state: State = { reads: undefined, turns: 0, things: [], parts: [], numbers: new Map(), turnOf: [] };

const nothingRead = (): Noting => ({ turn: ++state.turns, names: [], answers: new Set() });

function settled({ names, answers }: Noting): Reads {
  const sorted = Int32Array.from(names).sort();
  return { names: sorted.filter((name, i) => i === 0 || name !== sorted[i - 1]), answers: [...answers] };
}

/** The name of the thing and that of its part which have a number. */
export const thingAndPart = (number: number): [thing: string, part: string] => [
  itemIn(state.things, number),
  itemIn(state.parts, number),
];

/** The same as one text. */
export const readName = (number: number): string => thingAndPart(number).join('\t');

/** The number of what such a text names. */
export function readNumber(name: string): number {
  const at = name.indexOf('\t');
  return numbersOf(name.slice(0, at))(name.slice(at + 1));
}

/** A function that gives the numbers of the parts of a thing. */
export function numbersOf(thing: string): (part: string) => number {
  let numbers = state.numbers.get(thing);
  if (!numbers) state.numbers.set(thing, (numbers = new Map<string, number>()));
  const known = numbers;
  return (part) => {
    let number = known.get(part);
    if (number === undefined) {
      number = state.things.push(thing) - 1;
      state.parts.push(part);
      state.turnOf.push(0);
      known.set(part, number);
    }
    return number;
  };
}

/** Whether anybody asks what is read. */
export const isNoting = (): boolean => state.reads !== undefined;

/** Writes down that what has a number was read. */
export function noteNumber(number: number): void {
  const { reads } = state;
  if (!reads || state.turnOf[number] === reads.turn) return;
  state.turnOf[number] = reads.turn;
  reads.names.push(number);
}

/** Writes down that a part of something was read, under a name by which `Watched` finds its value again. */
export function noteRead(thing: string, part: string): void {
  if (state.reads) noteNumber(numbersOf(thing)(part));
}

/** Writes down that everything in the data of an entry or work was read. */
export function noteAll(data: object): void {
  if (state.reads) Object.keys(data);
}

/** Writes down that an answer was used, as one thing, however much was read for it. */
export function noteAnswer(reads: Reads): void {
  state.reads?.answers.add(reads);
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

/** What is made at once, and all that was read for it; whoever asked for it has not read that by itself. */
export function readApart<T>(make: () => T): { made: T; reads: Reads } {
  const reads = nothingRead();
  const made = noting(reads, make);
  return { made, reads: settled(reads) };
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
