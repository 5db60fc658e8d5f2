import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Alias,
  type Node,
  type Pair,
  type YAMLError,
} from 'yaml';
import type { Position } from '../model/finding.ts';
import { hiddenCharacter, hiddenMessage } from './hidden.ts';
import { positionOf } from './text.ts';

/** More than a base of ten thousand studies has in one file. */
const mostValues = 3_000_000;

export type Path = readonly PropertyKey[];

/** A YAML text as plain data, with the position of every key and value. */
export interface YamlDocument {
  data: unknown;
  /** Syntax errors, with positions. */
  errors: { message: string; position: Position; actual: string }[];
  /** Where the value at a path stands; the nearest existing parent where it is absent. */
  at(path: Path): Position;
  /** Where the key of a path stands. */
  atKey(path: Path): Position;
}

/**
 * Parses YAML. Numbers whose printed form a number would lose (`5.0`, `0.10`, `1.7e6`)
 * come out as the printed string, so that figures stay as printed.
 *
 * @param most how many values, told by commas and line ends, are read: the parser takes seconds for a hundred thousand
 */
export function readYaml(source: string, most = mostValues): YamlDocument {
  const count = source.match(/[,\n]/g)?.length ?? 0;
  if (count > most) return unreadable(tooMany(count, most), { line: 1, column: 1 });
  const lines = new LineCounter();
  const document = parse(source, lines);
  if (!document) return unreadable(tooDeep, deepPlace(source));
  const walk = new Walk();
  const data = document.errors.length > 0 ? undefined : walk.plain(document.contents);
  const errors = errorsOf(document, walk.faults).map(({ offset, message }) => ({
    message,
    position: positionIn(lines, offset),
    actual: source.slice(offset, offset + 40).split('\n')[0]!,
  }));
  return { data: errors.length > 0 ? undefined : data, errors, ...placesOf(data, Int32Array.from(walk.places), lines) };
}

function errorsOf(document: Document, faults: Walk['faults']): { offset: number; message: string }[] {
  return [
    ...causes([...document.errors, ...document.warnings]).map((error) => ({
      offset: placeOf(error, document),
      message: plainly[error.code] ?? error.message,
    })),
    ...faults.map(({ node, message }) => ({ offset: Math.max(startOf(node), 0), message })),
  ];
}

/** Positions by path. They hold on to numbers alone: a syntax tree takes many times the room of its data, and a base has many. */
function placesOf(data: unknown, places: Int32Array, lines: LineCounter): Pick<YamlDocument, 'at' | 'atKey'> {
  const first = (...offsets: number[]) => positionIn(lines, offsets.find((offset) => offset >= 0) ?? 0);
  return {
    at(path) {
      const { value, key } = placeAt(data, path, places);
      return first(value, key);
    },
    atKey(path) {
      const { value, key } = placeAt(data, path, places);
      return first(key, value);
    },
  };
}

function positionIn(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

const deepest = 60;
const tooMany = (count: number, most: number) => `the YAML has ${count} values, more than ${most}`;
const mostRepeated = 10_000;
const tooDeep = `the YAML is nested more than ${deepest} levels deep`;
const exhausted = 'RESOURCE_EXHAUSTION';
/** What the parser tells to programmers, in words for the author of an entry. */
const plainly: Partial<Record<YAMLError['code'], string>> = {
  [exhausted]: tooDeep,
  MULTIPLE_DOCS: 'a second document begins here; a file holds one',
};

/** The document of a text; nothing where it is nested so deeply that it cannot be parsed. */
function parse(source: string, lineCounter: LineCounter) {
  try {
    return parseDocument(source, { lineCounter, prettyErrors: false, uniqueKeys: true, version: '1.2' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function deepPlace(source: string): Position {
  const marks = new RegExp(`^[ -]{${deepest}}`, 'm').exec(source);
  return positionOf(source, (marks?.index ?? 0) + (marks?.[0].length ?? 0));
}

function unreadable(message: string, position: Position): YamlDocument {
  return { data: undefined, errors: [{ message, position, actual: '' }], at: () => position, atKey: () => position };
}

/** Faults after which the rest is still read as it is meant. */
const standAlone = new Set<string>(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED', 'BAD_DQ_ESCAPE']);

/**
 * Where a text is no longer YAML, the parser tells of it on every line that follows: only the first such fault is a cause.
 * What it only warns of, a tag that nobody knows, would lose the word behind the exclamation mark.
 */
function causes(errors: YAMLError[]): YAMLError[] {
  const deep = errors.find(({ code }) => code === exhausted);
  if (deep) return [deep];
  const sorted = errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const broken = sorted.findIndex(({ code }) => !standAlone.has(code));
  return broken < 0 ? sorted : sorted.slice(0, broken + 1);
}

/** Where a fault begins: a quote that is never closed runs on to where the parser gives up. */
function placeOf({ pos, message }: YAMLError, document: Document): number {
  let place = pos[0];
  if (/closing .quote/.test(message)) {
    visit(document, {
      Scalar: (_, { range }) => {
        if (range?.[1] === pos[0]) place = range[0];
      },
    });
  }
  return place;
}

/** Where a node begins, or -1. */
function startOf(node: unknown): number {
  return (node as Node | null | undefined)?.range?.[0] ?? -1;
}

/** Where the value at a path and the key that leads to it begin, or -1; parents stand in for what is absent. */
function placeAt(data: unknown, path: Path, places: Int32Array): { key: number; value: number } {
  let at = 0;
  let value = data;
  for (const step of path) {
    const index = indexIn(value, step);
    if (index < 0) break;
    at += 3;
    for (let before = 0; before < index; before += 1) at = places[at + 2]!;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return { key: places[at] ?? -1, value: places[at + 1] ?? -1 };
}

/** Which part of a value a step leads to, counted from 0, or -1. */
function indexIn(value: unknown, step: PropertyKey): number {
  if (Array.isArray(value)) return Number(step) in value ? Number(step) : -1;
  return typeof value === 'object' && value !== null ? Object.keys(value).indexOf(String(step)) : -1;
}

const nameOf = ({ key }: Pair) => String(isScalar(key) ? key.value : key);

/** The keys of an object have an order of their own: whole numbers come first. */
function inOrderOfData(pairs: Pair[]): Pair[] {
  if (!pairs.some((pair) => /^\d/.test(nameOf(pair)))) return pairs;
  return Object.values(Object.fromEntries(pairs.map((pair) => [nameOf(pair), pair])));
}

/** A value that aliases may name, and where its places stand among all. */
interface Anchor {
  value: unknown;
  from: number;
  to: number;
}

/** Turns the nodes of a document into plain data, in their order, so that an alias finds the anchor before it. */
class Walk {
  readonly faults: { node: unknown; message: string }[] = [];
  /**
   * Three numbers a value, in the order of the data, a whole before its parts: where its key begins and where it
   * begins itself (or -1), and where among these numbers those of the next value stand.
   */
  readonly places: number[] = [];
  private readonly anchors = new Map<string, Anchor | 'open'>();
  private repeated = 0;

  plain(node: unknown, depth = 0, key?: unknown): unknown {
    const from = this.places.length;
    this.places.push(startOf(key), startOf(node), 0);
    const anchor = isNode(node) && !isAlias(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.anchors.set(anchor, 'open');
    const value = this.valueOf(node, depth);
    const to = this.places.length;
    this.places[from + 2] = to;
    if (anchor !== undefined) this.anchors.set(anchor, { value, from, to });
    return value;
  }

  private valueOf(node: unknown, depth: number): unknown {
    if (depth > deepest) return this.fault(node, tooDeep);
    if (isAlias(node)) return this.resolve(node);
    if (isMap(node)) {
      const pairs = inOrderOfData(node.items);
      return Object.fromEntries(
        pairs.map((pair) => {
          const hidden = hiddenCharacter(nameOf(pair));
          if (hidden) this.fault(pair.key, hiddenMessage(hidden.name));
          return [nameOf(pair), this.plain(pair.value, depth + 1, pair.key)];
        }),
      );
    }
    if (isCollection(node)) return node.items.map((item) => this.plain(item, depth + 1));
    if (!isScalar(node)) return node ?? null;
    const { value, source } = node;
    // What an escape in quotes stands for is not in the text of the file.
    const hidden = typeof value === 'string' ? hiddenCharacter(value) : undefined;
    if (hidden) return this.fault(node, hiddenMessage(hidden.name));
    return typeof value === 'number' && source !== undefined && String(value) !== source ? source : value;
  }

  private resolve(alias: Alias): unknown {
    const target = this.anchors.get(alias.source);
    if (target === undefined) return this.fault(alias, `the alias *${alias.source} names no anchor &${alias.source} before it`);
    if (target === 'open') return this.fault(alias, `the alias *${alias.source} stands inside what it names`);
    this.repeated += (target.to - target.from) / 3;
    if (this.repeated > mostRepeated) return this.fault(alias, `the aliases repeat more than ${mostRepeated} values`);
    const moved = this.places.length - target.from - 3;
    for (const [i, place] of this.places.slice(target.from + 3, target.to).entries())
      this.places.push(i % 3 === 2 ? place + moved : place);
    return target.value;
  }

  /** Keeps the first fault of its sort only: the rest follow from it. */
  private fault(node: unknown, message: string): null {
    if (!this.faults.some((fault) => fault.message === message)) this.faults.push({ node, message });
    return null;
  }
}
