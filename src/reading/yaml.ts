import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
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
import { emptyPlace, partOf, readPlainYaml, type Place } from './plain-yaml.ts';
import { positionOf, positionsIn } from './text.ts';
import { withoutTraces } from './without-traces.ts';
import { firstIn } from '../model/need.ts';

/** More than a base of ten thousand studies has in one file. */
const mostValues = 3_000_000;

export type Path = readonly PropertyKey[];

/** A YAML text as plain data, with the position of every key and value. */
export interface YamlDocument {
  data: unknown;
  /** Syntax errors, with positions. */
  errors: { message: string; position: Position; actual: string }[];
  /** Where the value at a path stands; the nearest existing parent where it is absent. */
  at: (path: Path) => Position;
  /** Where the key of a path stands. */
  atKey: (path: Path) => Position;
}

/**
 * Parses YAML. Numbers whose printed form a number would lose (`5.0`, `0.10`, `1.7e6`)
 * come out as the printed string, so that figures stay as printed.
 *
 * Places are looked for only when one is asked for: few files have a finding.
 *
 * @param most how many values, counted by commas and line ends, are read: the parser takes seconds for a
 * hundred thousand
 */
export function readYaml(source: string, most = mostValues): YamlDocument {
  const count = source.length > most ? (source.match(/[,\n]/g)?.length ?? 0) : 0;
  if (count > most) return unreadable(tooMany(count, most), { line: 1, column: 1 });
  const plain = readPlainYaml(source);
  return plain ? { ...plain, errors: [], ...placesIn(() => source) } : readWholeYaml(source);
}

/** Parses YAML of any kind, with what is wrong in it. */
export function readWholeYaml(source: string): YamlDocument {
  const document = parse(source);
  if (!document) return unreadable(tooDeep, deepPlace(source));
  const walk = new Walk();
  const data = document.errors.length > 0 ? undefined : walk.plain(document.contents, emptyPlace());
  const positions = positionsIn(source);
  const errors = errorsOf(document, walk.faults).map(({ offset, message }) => ({
    message,
    position: positions(offset),
    actual: firstIn(source.slice(offset, offset + 40).split('\n')),
  }));
  return { data: errors.length > 0 ? undefined : data, errors, ...placesIn(() => source) };
}

/**
 * Of how many texts the places are kept: they weigh more than the text, and what asks for one often asks for
 * the next.
 */
const mostPlaces = 32;
const forgetting: (() => void)[] = [];

/** Positions by path in a text that can be read; it is read once more when one is asked for. */
export function placesIn(text: () => string): Pick<YamlDocument, 'at' | 'atKey'> {
  let known: ReturnType<typeof placesOf> | undefined;
  const look = () => {
    forgetting.push(() => (known = undefined));
    if (forgetting.length > mostPlaces) forgetting.shift()?.();
    return (known = placesOf(text()));
  };
  const find = (path: Path, order: (place: Place) => number[]) => {
    const { whole, positions } = known ?? look();
    return positions(order(placeAt(whole, path)).find((offset) => offset >= 0) ?? 0);
  };
  return {
    at: (path) => find(path, ({ value, key }) => [value, key]),
    atKey: (path) => find(path, ({ value, key }) => [key, value]),
  };
}

const placesOf = (source: string) => ({ whole: wholePlace(source), positions: positionsIn(source) });

function wholePlace(source: string): Place {
  const place = emptyPlace();
  if (readPlainYaml(source, place)) return place;
  const document = parse(source);
  const whole = emptyPlace();
  if (document && document.errors.length === 0) new Walk().plain(document.contents, whole);
  return whole;
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

const deepest = 60;
const tooMany = (count: number, most: number) => `the YAML has ${count} values, more than ${most}`;
const mostRepeated = 10_000;
const tooDeep = `the YAML is nested more than ${deepest} levels deep`;
const exhausted = 'RESOURCE_EXHAUSTION';
/** What the parser says to programmers, in words for the author of an entry. */
const plainly: Partial<Record<YAMLError['code'], string>> = {
  [exhausted]: tooDeep,
  MULTIPLE_DOCS: 'a second document begins here; a file holds one',
};

/** The document of a text; nothing where it is nested so deeply that it cannot be parsed. */
function parse(source: string) {
  try {
    return withoutTraces(() =>
      parseDocument(source, { prettyErrors: false, uniqueKeys: true, version: '1.2' }),
    );
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
  return {
    data: undefined,
    errors: [{ message, position, actual: '' }],
    at: () => position,
    atKey: () => position,
  };
}

/** Faults after which the rest is still read as it is meant. */
const standAlone = new Set<string>(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED', 'BAD_DQ_ESCAPE']);

/**
 * Where a text is no longer YAML, the parser reports it on every line that follows: only the first such
 * fault is a cause. What it only warns of, a tag that nobody knows, would lose the word behind the
 * exclamation mark.
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

/** Where the value at a path and the key that leads to it begin; parents stand in for what is absent. */
function placeAt(whole: Place, path: Path): Place {
  let place = whole;
  for (const step of path) {
    const part = place.parts?.get(String(step));
    if (!part) break;
    place = part;
  }
  return place;
}

const nameOf = ({ key }: Pair) => String(isScalar(key) ? key.value : key);

/** A value that aliases may name, its place, and how many values it holds with itself. */
interface Anchor {
  value: unknown;
  place: Place;
  values: number;
}

/**
 * Turns the nodes of a document into plain data, in their order, so that an alias finds the anchor before it.
 */
class Walk {
  readonly faults: { node: unknown; message: string }[] = [];
  private readonly anchors = new Map<string, Anchor | 'open'>();
  private values = 0;
  private repeated = 0;

  plain(node: unknown, place: Place, depth = 0): unknown {
    place.value = startOf(node);
    const before = this.values;
    this.values += 1;
    const anchor = isNode(node) && !isAlias(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.anchors.set(anchor, 'open');
    const value = this.valueOf(node, place, depth);
    if (anchor !== undefined) this.anchors.set(anchor, { value, place, values: this.values - before });
    return value;
  }

  private valueOf(node: unknown, place: Place, depth: number): unknown {
    if (depth > deepest) return this.fault(node, tooDeep);
    if (isAlias(node)) return this.resolve(node, place);
    if (isMap(node)) {
      return Object.fromEntries(
        node.items.map((pair) => {
          const hidden = hiddenCharacter(nameOf(pair));
          if (hidden) this.fault(pair.key, hiddenMessage(hidden.name));
          return [
            nameOf(pair),
            this.plain(pair.value, partOf(place, nameOf(pair), startOf(pair.key)), depth + 1),
          ];
        }),
      );
    }
    if (isCollection(node))
      return node.items.map((item, i) => this.plain(item, partOf(place, i, -1), depth + 1));
    if (!isScalar(node)) return node ?? null;
    const { value, source } = node;
    // What an escape in quotes stands for is not in the text of the file.
    const hidden = typeof value === 'string' ? hiddenCharacter(value) : undefined;
    if (hidden) return this.fault(node, hiddenMessage(hidden.name));
    return typeof value === 'number' && source !== undefined && String(value) !== source ? source : value;
  }

  private resolve(alias: Alias, place: Place): unknown {
    const target = this.anchors.get(alias.source);
    if (target === undefined)
      return this.fault(alias, `the alias *${alias.source} names no anchor &${alias.source} before it`);
    if (target === 'open') return this.fault(alias, `the alias *${alias.source} stands inside what it names`);
    this.repeated += target.values;
    if (this.repeated > mostRepeated)
      return this.fault(alias, `the aliases repeat more than ${mostRepeated} values`);
    this.values += target.values - 1;
    if (target.place.parts) place.parts = target.place.parts;
    return target.value;
  }

  /** Keeps the first fault of its sort only: the rest follow from it. */
  private fault(node: unknown, message: string): null {
    if (!this.faults.some((fault) => fault.message === message)) this.faults.push({ node, message });
    return null;
  }
}
