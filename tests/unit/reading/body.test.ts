import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/reading/body.ts';
import { some } from '../../support/sweep.ts';

const everything = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze();

/**
 * A text read with every extension; nothing where it cannot be read, or where an assertion of the parser's
 * own fails.
 */
function withEverything(source: string): Root | undefined {
  try {
    return everything.parse(source);
  } catch {
    return undefined;
  }
}

/** The nodes of a tree with their places and texts, one a line. */
function outline(tree: Root): string[] {
  const lines: string[] = [];
  visit(tree, ({ type, position: at, ...node }) => {
    const place = at ? `${at.start.line}:${at.start.column}-${at.end.line}:${at.end.column}` : 'nowhere';
    lines.push(`${type} ${place} ${'value' in node ? node.value : ''}${'url' in node ? node.url : ''}`);
  });
  return lines;
}

describe('a body', () => {
  const pieces = [
    ...[
      'a',
      'b ',
      '\n',
      '\n\n',
      ' ',
      '\t',
      '    ',
      'é',
      '完',
      '- ',
      '1. ',
      '> ',
      '# ',
      '*',
      '**',
      '_',
      '`',
      '---',
      ':-',
      '-:',
      '|',
    ],
    ...[
      '~',
      '~~',
      '[',
      ']',
      '[^',
      '[x]',
      '[ ]',
      '(',
      ')',
      '!',
      '@',
      'a@b.c',
      '&#64;',
      '&lt;',
      '\\',
      'www.',
      'http://',
      'https:',
    ],
    ...['<sub>', '</sub>', '<Fact id="a" />', '[@key]', '{/* c */}', '.', ':', '^', '"', '='],
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''));

  const texts = some(4000);

  it(`is read as if every extension were looked for in it: ${texts} random texts`, () => {
    let read = 0;
    fc.assert(
      fc.property(text, (source) => {
        const whole = withEverything(source);
        if (!whole) return;
        read += 1;
        const own = readBody(source);
        expect('tree' in own && outline(own.tree)).toEqual(outline(whole));
      }),
      { numRuns: texts, seed: 20261121 },
    );
    expect(read).toBeGreaterThan(texts / 2);
  });

  it('has its positions in the whole file', () => {
    const read = readBody('\n\nA word\nand *one* more\n', 7);
    expect('tree' in read && outline(read.tree).slice(1)).toEqual([
      'paragraph 10:1-11:15 ',
      'text 10:1-11:5 A word\nand ',
      'emphasis 11:5-11:10 ',
      'text 11:6-11:9 one',
      'text 11:10-11:15  more',
    ]);
    expect(readBody('words\n\n<Fact', 7)).toMatchObject({ position: { line: 10 } });
  });
});
