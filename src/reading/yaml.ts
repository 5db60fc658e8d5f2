import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Alias,
  type Node,
  type YAMLError,
} from 'yaml';
import type { Position } from '../model/finding.ts';
import { positionOf } from './text.ts';

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
 */
export function readYaml(source: string): YamlDocument {
  const lines = new LineCounter();
  const document = parse(source, lines);
  if (!document) return unreadable(source);
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const start = (node: unknown) => (node as Node | null)?.range?.[0];
  const walk = new Walk();
  const data = document.errors.length > 0 ? undefined : walk.plain(document.contents);
  const find = (path: Path) => nodeAt(document.contents, path, walk.targets);
  const told = (offset: number, message: string) => ({
    message,
    position: position(offset),
    actual: source.slice(offset, offset + 40).split('\n')[0]!,
  });
  return {
    data: walk.faults.length > 0 ? undefined : data,
    errors: [
      ...causes([...document.errors, ...document.warnings]).map((error) =>
        told(placeOf(error, document), error.code === exhausted ? tooDeep : error.message),
      ),
      ...walk.faults.map(({ node, message }) => told(start(node) ?? 0, message)),
    ],
    at(path) {
      const { node, key } = find(path);
      return position(start(node) ?? start(key) ?? 0);
    },
    atKey(path) {
      const { node, key } = find(path);
      return position(start(key) ?? start(node) ?? 0);
    },
  };
}

const deepest = 60;
const mostRepeated = 10_000;
const tooDeep = `the YAML is nested more than ${deepest} levels deep`;
const exhausted = 'RESOURCE_EXHAUSTION';

/** The document of a text; nothing where it is nested so deeply that it cannot be parsed. */
function parse(source: string, lineCounter: LineCounter) {
  try {
    return parseDocument(source, { lineCounter, prettyErrors: false, uniqueKeys: true, version: '1.2' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function unreadable(source: string): YamlDocument {
  const marks = new RegExp(`^[ -]{${deepest}}`, 'm').exec(source);
  const position = positionOf(source, (marks?.index ?? 0) + (marks?.[0].length ?? 0));
  return { data: undefined, errors: [{ message: tooDeep, position, actual: '' }], at: () => position, atKey: () => position };
}

/**
 * The parser tells one fault several times over, once for each level around it. What it only warns of, a tag that
 * nobody knows, would lose the word behind the exclamation mark.
 */
function causes(errors: YAMLError[]): YAMLError[] {
  const deep = errors.find(({ code }) => code === exhausted);
  const first = new Map(errors.toReversed().map((error) => [error.pos[0], error]));
  return deep ? [deep] : errors.filter((error) => first.get(error.pos[0]) === error);
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

/** The value node at a path and the key that leads to it; parents stand in for what is absent. */
function nodeAt(contents: unknown, path: Path, targets: ReadonlyMap<Alias, Node>): { node: unknown; key: unknown } {
  let node = contents;
  let key: unknown;
  for (const step of path) {
    if (isAlias(node)) node = targets.get(node);
    if (!isCollection(node)) break;
    const pair = isMap(node)
      ? node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step))
      : undefined;
    const next = isMap(node) ? pair?.value : node.get(step, true);
    if (next === undefined) break;
    node = next ?? pair?.key;
    key = pair?.key;
  }
  return { node, key };
}

/** Turns the nodes of a document into plain data, in their order, so that an alias finds the anchor before it. */
class Walk {
  readonly faults: { node: unknown; message: string }[] = [];
  /** What each alias stands for. */
  readonly targets = new Map<Alias, Node>();
  private readonly anchors = new Map<string, { node: Node; value: unknown; size: number } | 'open'>();
  private size = 0;
  private repeated = 0;

  plain(node: unknown, depth = 0): unknown {
    this.size += 1;
    if (depth > deepest) return this.fault(node, tooDeep);
    if (isAlias(node)) return this.resolve(node);
    if (!isNode(node) || node.anchor === undefined) return this.valueOf(node, depth);
    const before = this.size;
    this.anchors.set(node.anchor, 'open');
    const value = this.valueOf(node, depth);
    this.anchors.set(node.anchor, { node, value, size: this.size - before });
    return value;
  }

  private valueOf(node: unknown, depth: number): unknown {
    if (isMap(node)) {
      return Object.fromEntries(
        node.items.map((item) => [String(isScalar(item.key) ? item.key.value : item.key), this.plain(item.value, depth + 1)]),
      );
    }
    if (isCollection(node)) return node.items.map((item) => this.plain(item, depth + 1));
    if (!isScalar(node)) return node ?? null;
    const { value, source } = node;
    return typeof value === 'number' && source !== undefined && String(value) !== source ? source : value;
  }

  private resolve(alias: Alias): unknown {
    const target = this.anchors.get(alias.source);
    if (target === undefined) return this.fault(alias, `the alias *${alias.source} names no anchor &${alias.source} before it`);
    if (target === 'open') return this.fault(alias, `the alias *${alias.source} stands inside what it names`);
    this.size += target.size;
    this.repeated += target.size;
    if (this.repeated > mostRepeated) return this.fault(alias, `the aliases repeat more than ${mostRepeated} values`);
    this.targets.set(alias, target.node);
    return target.value;
  }

  /** Keeps the first fault of its sort only: the rest follow from it. */
  private fault(node: unknown, message: string): null {
    if (!this.faults.some((fault) => fault.message === message)) this.faults.push({ node, message });
    return null;
  }
}
