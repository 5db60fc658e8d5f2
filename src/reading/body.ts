import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Position } from '../model/finding.ts';

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze();

/** Parses an MDX body into a syntax tree. Nothing in it is ever evaluated. */
export function readBody(source: string): { tree: Root } | { message: string; position?: Position } {
  try {
    return { tree: parser.parse(source) };
  } catch (error) {
    const { reason, line, column } = error as { reason?: string; line?: number; column?: number };
    if (reason === undefined) throw error;
    return { message: reason, ...(line && column ? { position: { line, column } } : {}) };
  }
}
