import type { Nodes, Root, Text } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Position } from '../model/finding.ts';
import { citationPattern, citedKeys } from '../model/prose.ts';
import { whileRoom } from './once.ts';
import { lastIn, need } from '../model/need.ts';

export type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

const start = (node: { position?: { start: { line: number; column: number } } | undefined }): Position => ({
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
});

/** Every node of a body, in the order of its text. */
export const nodesOf = whileRoom((body: Nodes): readonly Nodes[] => {
  const nodes: Nodes[] = [];
  const add = (node: Nodes) => {
    nodes.push(node);
    if ('children' in node) node.children.forEach(add);
  };
  add(body);
  return nodes;
});

/** Every `[@key]` in a body, with its place. */
export function citations(body: Nodes | undefined): readonly { key: string; position: Position }[] {
  return body ? citationsIn(body) : [];
}

const citationsIn = whileRoom((body: Nodes) => {
  const found: { key: string; position: Position }[] = [];
  for (const node of nodesOf(body)) {
    if (node.type !== 'text') continue;
    for (const match of node.value.matchAll(citationPattern)) {
      for (const key of citedKeys(match[1] ?? ''))
        found.push({ key, position: within(node, match.index + match[0].indexOf(key)) });
    }
  }
  return found;
});

const citationLike = /\[(?:[^[\]]*[\s;(-])?@\p{L}[^[\]]*\]/gu;

/** What looks like a citation and is none, such as `[@key, p. 3]`: readers would see it as it stands. */
export function unreadableCitations(body: Nodes | undefined): { text: string; position: Position }[] {
  const found: { text: string; position: Position }[] = [];
  if (!body) return found;
  for (const node of nodesOf(body)) {
    if (node.type !== 'text') continue;
    for (const { 0: text, index } of node.value.matchAll(citationLike)) {
      if (text.replace(citationPattern, '') !== '') found.push({ text, position: within(node, index) });
    }
  }
  return found;
}

/** Every component in a body. */
export function jsxElements(body: Nodes | undefined): readonly { element: Jsx; position: Position }[] {
  return body ? jsxElementsIn(body) : [];
}

const jsxElementsIn = whileRoom((body: Nodes) => {
  const found: { element: Jsx; position: Position }[] = [];
  for (const node of nodesOf(body)) {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      found.push({ element: node, position: start(node) });
  }
  return found;
});

/** Every `<Fact id>` in a body. */
export function factReferences(
  body: Nodes | undefined,
): { id: string; show: string | undefined; position: Position }[] {
  return jsxElements(body)
    .filter(({ element }) => element.name === 'Fact')
    .flatMap(({ element, position }) => {
      const id = attribute(element, 'id');
      return id === undefined || id === '' ? [] : [{ id, show: attribute(element, 'show'), position }];
    });
}

/** A literal attribute of a component. */
export function attribute(element: Jsx, name: string): string | undefined {
  const found = element.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}

/**
 * The anchors of the headings of a body, in order. They follow from its words alone, not from the figures in
 * them.
 */
export function headingIds(body: Root): string[] {
  const ids = new Set<string>();
  visit(body, 'heading', (node) => {
    const words = toString(node)
      .replace(citationPattern, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? ['section'];
    const name = `_about-${words.join('-')}`;
    let id = name;
    for (let next = 2; ids.has(id); next += 1) id = `${name}-${next}`;
    ids.add(id);
  });
  return [...ids];
}

/** Text that is read in one go, though emphasis divides it. */
interface RunningText {
  text: string;
  /** The place of a character of it. */
  positionAt: (offset: number) => Position;
}

/** The running text of a body, without code; whatever is not text divides it. */
export const runningText = whileRoom((body: Root): RunningText => {
  const run: { node: Text; from: number }[] = [];
  let text = '';
  // Code has its text in itself, not in nodes below.
  for (const node of nodesOf(body)) {
    if (node.type === 'text') {
      run.push({ node, from: text.length });
      text += node.value;
    } else if (node.type !== 'emphasis' && node.type !== 'strong' && node.type !== 'delete') text += '\uFFFC';
  }
  const positionAt = (offset: number) => {
    const piece = need(run.findLast(({ from }) => from <= offset));
    return within(piece.node, offset - piece.from);
  };
  return { text, positionAt };
});

/** The place of a character of a text node, in a text that may run over several lines. */
export function within(node: Text, offset: number): Position {
  const { line, column } = start(node);
  const before = writtenBefore(node, offset).split('\n');
  return before.length === 1
    ? { line, column: column + lastIn(before).length }
    : { line: line + before.length - 1, column: lastIn(before).length + 1 };
}

declare module 'mdast' {
  interface TextData {
    /** What the source has for the text, where the two differ. */
    written?: string;
  }
}

/**
 * What the source has before a character of a text: it may indent lines, escape characters and name them
 * (`&lt;`).
 */
function writtenBefore({ value, data }: Text, offset: number): string {
  const written = data?.written;
  if (written === undefined) return value.slice(0, offset);
  let at = 0;
  const passTo = (character: string) => {
    while (at < written.length && !written.startsWith(character, at) && written[at] !== '&') at += 1;
  };
  for (const character of value.slice(0, offset)) {
    passTo(character);
    at += written.startsWith(character, at)
      ? character.length
      : (/^&[^;\s]*;?/.exec(written.slice(at))?.[0].length ?? 0);
  }
  passTo(value.slice(offset, offset + 1));
  return written.slice(0, at);
}
