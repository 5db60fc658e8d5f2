import { expect, test } from 'vitest';
import { parseHtml, attribute } from '../support/html.ts';
import { files, pagesByType, read } from '../support/site-pages.ts';
import { isWhole } from '../support/sweep.ts';
import type { HtmlElement } from 'html-validate';

/*
 * The interface in Chinese has no English words but names. What a reader sees or hears of every kind of
 * Chinese page is walked, outside of what is marked with its language, of citations and of code; words that
 * are no name of the base are told.
 */

const latin = /[A-Za-zÀ-ž][A-Za-zÀ-ž'’]*(?:[ \-,/&:()]+[A-Za-zÀ-ž][A-Za-zÀ-ž'’]*)*/g;
const word = /[A-Za-zÀ-ž]+/g;
const inOrder = (file: string) => JSON.parse(read(file)) as unknown;
const indexed = (name: RegExp) => files.filter((file) => name.test(file));

/** Titles of pages: names of studies and works. */
const rows = indexed(/^\/search-index\/.+\/pages\/\d+\.json$/).flatMap(
  (file) => inOrder(file) as [url: string, title: string, other: string][],
);
const titles = rows.flatMap(([, title, other]) => [title, other]);
/** Studies and works are called by short names, of which each word is one. */
const shortNames = rows
  .filter(([url]) => /^(?:\/zh)?\/(?:trials|references)\//.test(url))
  .map(([, title]) => title);
/** Names of the field, journals and abbreviations among them. */
const fieldNames = indexed(/^\/search-index\/zh-.+\/names\.json$/).flatMap((file) =>
  (inOrder(file) as { names: [string][] }).names.map(([name]) => name),
);
interface Work {
  title?: string;
  author?: { family?: string; given?: string; literal?: string }[];
  publisher?: string;
  'container-title'?: string;
}
const works = inOrder('/cite/library.json') as Work[];
const authors = works.flatMap(({ author = [], publisher, ...work }) => [
  ...author.flatMap(({ family, literal }) => [family ?? '', literal ?? '']),
  publisher ?? '',
  work['container-title'] ?? '',
]);
/**
 * Keys of a keyboard, methods by their authors, programs and formats, and what entries call by its own name.
 */
const others =
  `ALLmanac Enter Esc Clopper Pearson Hartung Knapp DerSimonian Laird Paule Mandel Wilson Kenward Begg Egger Peters et al ad hoc logit
  IntHout Ioannidis Borm Röver Friede Guyatt Oxman Vist Balshem Helfand Schünemann BMC Med Res Methodol Clin Epidemiol
  GitHub Zotero JavaScript Markdown BibTeX pdfLaTeX EndNote Excel LibreOffice Parquet Python DuckDB Pandas polars Spark OpenSearch Atom
  Wald Agresti Coull Jeffreys eviQ Syncona Netherlands Trial Register The ASCO Post MDedge Johns Hopkins University key
  EudraCT axicabtagene ciloleucel Data Package JSON Schema metafor Okabe Ito COinS PubMed Web of Science Embase Cochrane Library IKZFplus plus amp Benefit Amgen Novartis Pfizer
  Kite Autolus Hyper Interfant OpenAPI Netlify Cloudflare Pages`.split(/\s+/);

const known = new Set(
  [...fieldNames, ...shortNames, ...authors, ...others].flatMap(
    (name) => name.toLowerCase().match(word) ?? [],
  ),
);
const phrases = [...titles, ...works.map(({ title = '' }) => title.replace(/<[^>]*>/g, ''))].map((title) =>
  title.toLowerCase(),
);

/** Hosts, files, identifiers and addresses are no words. */
const technical =
  /\b[\w.-]+\.(?:com|org|gov|net|edu|int|eu|cn|md|ai|in|csv|json|xlsx|parquet|bib|ris|yaml|mdx|ts|py|R)\b|https?:\S+|10\.\d{4,}\/\S+|(?<!\w)(?:\/[\w-]+){2,}\/?|\b[a-z\d]+(?:[-_][a-z\d]+)+\b/g;

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
  if (unseen.has(element.tagName.toUpperCase()) || attribute(element, 'lang') !== undefined) return true;
  // A work is called by its label, which is made of its authors or its title.
  return (
    /^\/zh\/references\/.|^https?:/.test(attribute(element, 'href') ?? '') ||
    /\bZ3988\b/.test(attribute(element, 'class') ?? '')
  );
}

/** Runs of Latin words of which one is no name. */
function englishIn(text: string): string[] {
  return (text.replace(technical, ' · ').match(latin) ?? []).filter((run) => {
    const unknown = (run.match(word) ?? []).filter(
      (one) => /[a-z]{3}/.test(one) && !known.has(one.toLowerCase()),
    );
    if (unknown.length === 0) return false;
    return !/\s/.test(run) || !phrases.some((phrase) => phrase.includes(run.toLowerCase()));
  });
}

/** Pages about files, columns and messages, which have no Chinese names. */
const technicalPages = ['/zh/quality/', '/zh/data/'];
const types = [...pagesByType].filter(([type]) => type.startsWith('/zh/') && !technicalPages.includes(type));

test.for(types)('pages as %s have no English words', ([, pages]) => {
  const told = pages.filter(({ path }) => path !== '/zh/guide/dictionary/');
  const asked = isWhole ? told : [...new Set([told[0]!, told[Math.floor(told.length / 2)]!, told.at(-1)!])];
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
