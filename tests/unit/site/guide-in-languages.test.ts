import fs from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import type { Nodes, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it, test } from 'vitest';

const guide = 'src/pages/guide';
const chaptersIn = (language: string) =>
  fs
    .readdirSync(path.join(guide, `_${language}`))
    .map((file) => path.basename(file, '.mdx'))
    .sort();
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** Attributes that hold words, and words within values: they differ from language to language. */
const worded = new Set(['about', 'label', 'head']);
const withoutWords = (code: string) => code.replaceAll(/\blabel: '[^']*'/g, 'label').replaceAll(/\s+/g, ' ');

/**
 * What a block of a chapter is, whatever it says: headings by their anchors, components with their data, what
 * it links and computes.
 */
function skeleton(block: RootContent, slugger: GithubSlugger): string[] {
  if (block.type === 'mdxjsEsm') return block.value.split('\n').filter((line) => line.startsWith('export'));
  const found = detailsOf(block);
  if (block.type === 'heading') return [`h${block.depth} #${slugger.slug(toString(block))}`];
  if (block.type === 'list') return [`${block.ordered ? 'ol' : 'ul'} of ${block.children.length}`, ...found];
  if (block.type === 'mdxFlowExpression')
    return (block.value.match(/<[A-Za-z]+|(?:rows|href)=\{[^}]*\}|(?<=\{)\w+(?=\()/g) ?? []).sort();
  // A heading that says its own anchor, alone in its line.
  if (block.type === 'paragraph' && found.length === 1 && /^h\d #/.test(found[0]!)) return found;
  // A component that holds one short line may stand in one line itself.
  const only =
    block.type === 'paragraph' &&
    block.children.length === 1 &&
    block.children[0]!.type === 'mdxJsxTextElement';
  return [only ? 'mdxJsxFlowElement' : block.type, ...found];
}

function detailsOf(node: Nodes): string[] {
  const own: string[] = [];
  if (node.type === 'link') own.push(`to ${node.url}`);
  if (node.type === 'inlineCode') own.push(`code ${node.value}`);
  if (node.type === 'mdxTextExpression') own.push(`value ${node.value}`);
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    const attributes = node.attributes.flatMap((one) => {
      if (one.type !== 'mdxJsxAttribute') return [];
      const value = typeof one.value === 'object' ? one.value?.value : one.value;
      return worded.has(one.name) ? [one.name] : [`${one.name}=${withoutWords(value ?? '')}`];
    });
    own.push(
      /^h\d$/.test(node.name ?? '')
        ? `${node.name} #${attributes[0]?.replace('id=', '')}`
        : `<${node.name} ${attributes.join(' ')}>`,
    );
  }
  return [...own, ...('children' in node ? node.children.flatMap(detailsOf) : [])].sort();
}

function skeletonOf(language: string, chapter: string): string[] {
  const slugger = new GithubSlugger();
  const tree = parser.parse(fs.readFileSync(path.join(guide, `_${language}`, `${chapter}.mdx`), 'utf8'));
  return tree.children.flatMap((block) => skeleton(block, slugger));
}

describe('the guide in two languages', () => {
  test('has the same chapters, each with a page', () => {
    const pages = fs
      .readdirSync(guide)
      .flatMap((file) => (file.endsWith('.astro') ? [path.basename(file, '.astro')] : []));
    expect(chaptersIn('zh')).toEqual(chaptersIn('en'));
    expect(chaptersIn('en')).toEqual(pages.sort());
  });

  it.each(chaptersIn('en'))(
    'has the same sections, anchors, examples, links and computed numbers in %s',
    (chapter) => {
      const english = skeletonOf('en', chapter);
      expect(english.length).toBeGreaterThan(2);
      expect(skeletonOf('zh', chapter)).toEqual(english);
    },
  );

  it.each(chaptersIn('zh'))(
    'has words in the Chinese %s wherever the English has some, and no mark of emphasis that came to nothing',
    (chapter) => {
      const tree = parser.parse(fs.readFileSync(path.join(guide, '_zh', `${chapter}.mdx`), 'utf8'));
      const said = tree.children
        .filter(({ type }) => type === 'paragraph' || type === 'list')
        .map((block) => toString(block));
      for (const text of said) {
        expect(text).toMatch(/\p{Script=Han}/u);
        expect(text).not.toMatch(/\*|_/);
      }
    },
  );
});
