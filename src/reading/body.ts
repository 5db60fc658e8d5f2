import { createRequire } from 'node:module';
import type { Nodes, Root } from 'mdast';
import type * as Gfm from 'remark-gfm';
import type * as Mdx from 'remark-mdx';
import type * as Parse from 'remark-parse';
import type * as Unified from 'unified';
import type { Position } from '../model/finding.ts';
import { hiddenCharacter, hiddenMessage } from './hidden.ts';
import { tooManyMarks } from './marks.ts';
import { positionOf } from './text.ts';

const load = createRequire(import.meta.url);
let known: ReturnType<typeof makeParsers> | undefined;

/** Loaded when the first body is parsed: where all were read before, that takes longer than reading them. */
function makeParsers() {
  const { unified } = load('unified') as typeof Unified;
  const mdx = unified()
    .use((load('remark-parse') as typeof Parse).default)
    .use((load('remark-mdx') as typeof Mdx).default);
  return {
    plain: mdx().freeze(),
    withGfm: mdx()
      .use((load('remark-gfm') as typeof Gfm).default)
      .freeze(),
  };
}

/**
 * What must stand in a text for it to hold a table, a task, a footnote, struck words or a bare address.
 * Looking for these takes the parser longer than everything else together.
 */
const gfmMarks = /[|~&\\]|:-|-:|\[\^|\[[\sx]\]|www\.|https?:|[\w.+-]@/i;

const longest = 200_000;
const deepest = 60;
const tooDeep = `the body is nested more than ${deepest} levels deep`;
/** Quotes and lists within each other on one line, which the parser would take minutes for. */
const nestedMarks = new RegExp(String.raw`^(?:[ \t]*(?:>|(?:[-*+]|\d+[.)])(?=[ \t]))){${deepest}}`, 'm');

/**
 * Parses an MDX body into a syntax tree. Nothing in it is ever evaluated.
 *
 * @param linesAbove how many lines of the file stand above the body, which its positions count
 */
export function readBody(
  source: string,
  linesAbove = 0,
): { tree: Root } | { message: string; position?: Position } {
  const read = parse(source);
  if ('tree' in read) {
    const hidden = shiftPositions(read.tree, source, linesAbove);
    if (hidden) return hidden;
  } else if (read.position) read.position = { ...read.position, line: read.position.line + linesAbove };
  return read;
}

function parse(source: string): ReturnType<typeof readBody> {
  const length = source.trim().length;
  if (length > longest)
    return {
      message: `the body has ${length} characters, more than ${longest}`,
      position: positionOf(source, source.search(/\S/)),
    };
  const marks = nestedMarks.exec(source);
  if (marks) return { message: tooDeep, position: positionOf(source, marks.index + marks[0].length) };
  const crowded = tooManyMarks(source);
  if (crowded) return { message: crowded.message, position: positionOf(source, crowded.offset) };
  try {
    const { plain, withGfm } = (known ??= makeParsers());
    const tree = (gfmMarks.test(source) ? withGfm : plain).parse(source);
    const deep = deepNode(tree);
    if (deep) return { message: tooDeep, ...(deep.position ? { position: deep.position.start } : {}) };
    return { tree };
  } catch (error) {
    if (error instanceof RangeError) return { message: tooDeep };
    const { reason, line, column } = error as { reason?: string; line?: number; column?: number };
    if (reason === undefined) throw error;
    const position = openTag(reason) ?? (line && column ? { line, column } : undefined);
    return { message: reason.replace(/ \(\d+:\d+-\d+:\d+\)/, ''), ...(position ? { position } : {}) };
  }
}

/**
 * Counts the lines above a body in its positions; blank lines in their place would take the parser as long as
 * the body. Texts that their source spells differently (`&lt;`, lines of a list) keep it, so that places in
 * them can be given. Returns the first place at which such a spelling (`&#x202E;`) stands for a character
 * that nobody sees.
 *
 * @param points the points of the body by line and column: where one node ends the next begins, and they
 * share the point
 */
function shiftPositions(
  node: Nodes,
  source: string,
  linesAbove: number,
  points = new Map<number, Position>(),
): { message: string; position?: Position } | undefined {
  const { position } = node;
  if (node.type === 'text') {
    const written = source.slice(position?.start.offset, position?.end.offset);
    if (written !== node.value) node.data = { ...node.data, written };
  }
  const moved = ({ line, column }: Position): Position => {
    const place = line * (longest + 1) + column;
    const point = points.get(place) ?? { line: line + linesAbove, column };
    points.set(place, point);
    return point;
  };
  if (position) node.position = { start: moved(position.start), end: moved(position.end) };
  withoutProgram(node);
  if ('attributes' in node) {
    for (const attribute of node.attributes) {
      // A finding about an attribute points at its component.
      delete attribute.position;
      withoutProgram(attribute);
      withoutProgram(attribute.value);
    }
  }
  const hidden = wordsOf(node)
    .map(hiddenCharacter)
    .find((found) => found !== undefined);
  let first = hidden && {
    message: hiddenMessage(hidden.name),
    ...(node.position ? { position: node.position.start } : {}),
  };
  if ('children' in node)
    for (const child of node.children) first = shiftPositions(child, source, linesAbove, points) ?? first;
  return first;
}

/**
 * Takes away the program that the parser makes of an expression: nothing runs it, and it can hold what no
 * file can (`1n`).
 */
function withoutProgram(part: unknown): void {
  if (typeof part !== 'object' || part === null || !('data' in part)) return;
  if (typeof part.data === 'object' && part.data !== null && 'estree' in part.data) delete part.data.estree;
}

/** Every text of a node that its source can spell in another way. */
function wordsOf(node: Nodes): string[] {
  const {
    value,
    alt,
    title,
    url,
    attributes = [],
  } = node as unknown as Record<string, string> & { attributes?: { value: unknown }[] };
  return [value, alt, title, url, ...attributes.map((attribute) => attribute.value)].filter(
    (word) => typeof word === 'string',
  );
}

/** The place of a tag that is never closed, which the parser gives in words only. */
function openTag(reason: string): Position | undefined {
  const match = /^Expected a closing tag.*\((\d+):(\d+)-/.exec(reason);
  return match ? { line: Number(match[1]), column: Number(match[2]) } : undefined;
}

/** The first node too deep to be walked safely, found without recursion. */
function deepNode(tree: Root): Nodes | undefined {
  let level: Nodes[] = [tree];
  for (let depth = 0; depth <= deepest && level.length > 0; depth += 1) {
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  }
  return level[0];
}
