import { isAlias, isCollection, isMap, isPair, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Position } from '../model/finding.ts';

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
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, version: '1.2' });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const start = (node: unknown) => (node as Node | null)?.range?.[0];
  const find = (path: Path) => nodeAt(document, path);
  return {
    data: document.errors.length > 0 ? undefined : plain(document.contents, document),
    errors: document.errors.map((error) => ({
      message: error.message,
      position: position(error.pos[0]),
      actual: source.slice(error.pos[0], error.pos[0] + 40).split('\n')[0]!,
    })),
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

/** The value node at a path and the key that leads to it; parents stand in for what is absent. */
function nodeAt(document: Document, path: Path): { node: unknown; key: unknown } {
  let node: unknown = document.contents;
  let key: unknown;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
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

function plain(node: unknown, document: Document): unknown {
  if (isAlias(node)) return plain(node.resolve(document), document);
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map((item) => [String(isScalar(item.key) ? item.key.value : item.key), plain(item.value, document)]),
    );
  }
  if (isCollection(node)) return node.items.map((item) => plain(item, document));
  if (!isScalar(node)) return node ?? null;
  const { value, source } = node;
  return typeof value === 'number' && source !== undefined && String(value) !== source ? source : value;
}
