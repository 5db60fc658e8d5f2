import { expect, test } from 'vitest';
import { parseHtml, attribute } from '../support/html.ts';
import { files, pagesByType, read } from '../support/site-pages.ts';
import { isWhole } from '../support/sweep.ts';
import type { HtmlElement } from 'html-validate';

/*
 * The interface in Chinese has no English words but names. What a reader sees or hears of every kind of Chinese page is walked,
 * outside of what is marked as English, of citations and of code; words that are no name of the base are told.
 */

const latin = /[A-Za-zÀ-ž][A-Za-zÀ-ž'’]*(?:[ \-,/&:()]+[A-Za-zÀ-ž][A-Za-zÀ-ž'’]*)*/g;
const word = /[A-Za-zÀ-ž]+/g;
const inOrder = (file: string) => JSON.parse(read(file)) as unknown;
const indexed = (name: RegExp) => files.filter((file) => name.test(file));

/** Titles of pages: names of studies and works. */
const titles = indexed(/^\/search-index\/.+\/pages\/\d+\.json$/).flatMap((file) =>
  (inOrder(file) as [url: string, title: string, other: string][]).flatMap(([, title, other]) => [title, other]),
);
/** Names of the field, journals and abbreviations among them. */
const names = indexed(/^\/search-index\/zh-.+\/names\.json$/).flatMap((file) =>
  (inOrder(file) as { names: [string][] }).names.map(([name]) => name),
);
interface Work {
  author?: { family?: string; given?: string; literal?: string }[];
  publisher?: string;
  'container-title'?: string;
}
const authors = (inOrder('/cite/library.json') as Work[]).flatMap(({ author = [], publisher, ...work }) => [
  ...author.flatMap(({ family, literal }) => [family ?? '', literal ?? '']),
  publisher ?? '',
  work['container-title'] ?? '',
]);
/** Keys of a keyboard, methods by their authors, formats, and words of bibliographies. */
const others = `ALLmanac Enter Esc Clopper Pearson Hartung Knapp Wilson Kenward Begg Egger Peters et al GitHub Zotero JavaScript
  BibTeX EndNote Excel Parquet Python DuckDB Pandas OpenSearch metafor Okabe Ito COinS`.split(/\s+/);

const known = new Set([...names, ...authors, ...others].flatMap((name) => name.toLowerCase().match(word) ?? []));
const phrases = titles.map((title) => title.toLowerCase());

/** Hosts, files, identifiers and addresses are no words. */
const technical =
  /\b[\w.-]+\.(?:com|org|gov|net|edu|int|eu|cn|md|ai|in|csv|json|xlsx|parquet|bib|ris|yaml|mdx|ts|R)\b|https?:\S+|10\.\d{4,}\/\S+|\b\w+(?:[-_]\w+){2,}\b/g;

const unseen = new Set(['SCRIPT', 'STYLE', 'CODE', 'PRE', 'KBD', 'CITE', 'TEMPLATE', 'NOSCRIPT', 'SVG']);
const spoken = ['title', 'aria-label', 'placeholder', 'alt', 'data-label'];

/** Each text by itself, with those of attributes. */
function* textsOf(element: HtmlElement): Generator<string> {
  for (const child of element.childNodes) {
    if (child.nodeName === '#text') yield child.textContent.replace(/\s+/g, ' ').trim();
    else if (isElement(child) && !isPassedOver(child)) {
      for (const name of spoken) yield attribute(child, name) ?? '';
      yield* textsOf(child);
    }
  }
}
const isElement = (node: object): node is HtmlElement => 'tagName' in node;

function isPassedOver(element: HtmlElement): boolean {
  const lang = attribute(element, 'lang');
  if (unseen.has(element.tagName.toUpperCase()) || (lang !== undefined && !lang.startsWith('zh'))) return true;
  // A work is called by its label, which is made of its authors or its title.
  return (
    /^\/zh\/references\/.|^https?:/.test(attribute(element, 'href') ?? '') || /\bZ3988\b/.test(attribute(element, 'class') ?? '')
  );
}

/** Runs of Latin words of which one is no name. */
function englishIn(text: string): string[] {
  return (text.replace(technical, ' · ').match(latin) ?? []).filter((run) => {
    const unknown = (run.match(word) ?? []).filter((one) => /[a-z]{3}/.test(one) && !known.has(one.toLowerCase()));
    if (unknown.length === 0) return false;
    return !/\s/.test(run) || !phrases.some((phrase) => phrase.includes(run.toLowerCase()));
  });
}

test.for([...pagesByType].filter(([type]) => type.startsWith('/zh/')))('pages as %s have no English words', ([, pages]) => {
  const asked = isWhole ? pages : [...new Set([pages[0]!, pages[Math.floor(pages.length / 2)]!, pages.at(-1)!])];
  const found = asked.flatMap(({ path, html }) =>
    [...textsOf(parseHtml(html).querySelector('body')!)].flatMap((text) =>
      englishIn(text).map((run) => `${path}: ${run} in “${text.slice(0, 90)}”`),
    ),
  );
  expect([...new Set(found)]).toEqual([]);
});

test('an English word is seen where there is one', () => {
  expect(englishIn('在结果中 Show it')).toEqual(['Show it']);
  expect(englishIn('Rates')).toEqual(['Rates']);
  expect(englishIn('贝林妥欧单抗（Blinatumomab），CD19，95% CI 1.2')).toEqual([]);
});
