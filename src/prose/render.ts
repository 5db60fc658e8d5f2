import { toHtml } from 'hast-util-to-html';
import { toString } from 'mdast-util-to-string';
import type { Root as Hast } from 'hast';
import type { Emphasis, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { copyText } from '../evidence/copies.ts';
import type { Derived } from '../model/derived.ts';
import type { EntryNode, Library, PooledNode, ReferenceNode } from '../evidence/library.ts';
import { readElsewhere } from '../evidence/read-in.ts';
import { figures } from '../i18n/figures.ts';
import { inWords, locale } from '../i18n/locale.ts';
import { proseWords } from '../i18n/prose.ts';
import { word } from '../wording/figures.ts';
import { wordPooled } from '../wording/pooled.ts';
import { type Claim, type Outcome } from '../model/outcome.ts';
import { citationPattern, citedKeys, factViews, plainElements, type FactView } from '../model/prose.ts';
import { attribute, headingIds } from '../reading/prose.ts';
import { itemIn } from '../model/need.ts';
import { phrase } from '../model/phrases.ts';

/** A body as HTML, with the works it cites in the order of their numbers. */
export interface Prose {
  html: string;
  cited: {
    reference: ReferenceNode;
    /** How often: back-links run from `_cite-N-1` to `_cite-N-times`. */ times: number;
  }[];
  headings: { id: string; text: string }[];
  /** What stands below each heading of the first level, without it; what comes before them has none. */
  sections: { heading: { id: string; text: string } | undefined; html: string }[];
}

const toHast = unified().use(remarkRehype).freeze();

/**
 * Renders the body of an entry. Only literal Markdown, known components and plain elements come through:
 * nothing is evaluated, and every text is escaped.
 *
 * @param label short name of a work for the preview of a citation, such as "Smith et al. 2018"
 */
export function renderProse(
  entry: EntryNode,
  library: Library,
  label: (reference: ReferenceNode) => string,
): Prose {
  const translation = translationOf(entry);
  const tree = structuredClone(translation?.body ?? entry.body);
  const cited: Prose['cited'] = [];
  const abbreviations = new Map(
    library.vocabulary.abbreviations.map((one) => [one.abbreviation, inWords(one)]),
  );
  replaceComponents(tree, entry, library);
  nameCopies(tree, library);
  const headings = nameHeadings(tree, idsOfHeadings(entry, tree));
  replaceCitations(tree, (key) => {
    const reference = library.reference(key);
    const at = cited.findIndex((c) => c.reference === reference);
    const own = cited[at] ?? { reference, times: 0 };
    if (at < 0) cited.push(own);
    own.times += 1;
    const number = at < 0 ? cited.length : at + 1;
    const anchor = `_cite-${number}-${own.times}`;
    return element(
      'a',
      {
        href: `#_ref-${number}`,
        id: anchor,
        className: ['cite'],
        title: label(reference),
        ariaLabel: proseWords.reference(number, label(reference)),
      },
      `${number}`,
    );
  });
  explainAbbreviations(tree, abbreviations);
  const hast = toHast.runSync(tree);
  return { html: toHtml(hast), cited, headings, sections: sectionsOf(hast, headings) };
}

/** The text of an entry in the language that is spoken, where it is not English. */
export const translationOf = ({ translations }: Pick<EntryNode, 'translations'>) => {
  const language = locale();
  return language === 'en' ? undefined : translations[language];
};

/** Headings have one address in all languages: a whole translation has as many as the English text. */
function idsOfHeadings(entry: EntryNode, tree: Root): readonly string[] {
  const [english, own] = [headingIds(entry.body), headingIds(tree)];
  return own.length === english.length ? english : own;
}

function sectionsOf({ children, ...root }: Hast, headings: Prose['headings']): Prose['sections'] {
  const starts = children.flatMap((node, i) => (node.type === 'element' && node.tagName === 'h2' ? [i] : []));
  return [-1, ...starts]
    .map((start, i) => {
      const heading = headings.find(({ id }) => isHeading(children[start], id));
      return { heading, html: toHtml({ ...root, children: children.slice(start + 1, starts[i]) }).trim() };
    })
    .filter(({ heading, html }) => heading !== undefined || html !== '');
}

const isHeading = (node: Hast['children'][number] | undefined, id: string) =>
  node?.type === 'element' && node.properties['id'] === id;

/** An element made from a node that every renderer knows. */
function element(
  name: string,
  properties: Record<string, unknown>,
  content: string | PhrasingContent[],
): Emphasis {
  const children = typeof content === 'string' ? [{ type: 'text', value: content } satisfies Text] : content;
  return {
    type: 'emphasis',
    children,
    data: { hName: name, hProperties: properties as Record<string, string> },
  };
}

function replaceComponents(tree: Root, entry: EntryNode, library: Library): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const put = (...nodes: (PhrasingContent | Paragraph)[]): [typeof SKIP, number] => {
      (parent.children as (PhrasingContent | Paragraph)[]).splice(index, 1, ...nodes);
      return [SKIP, index + nodes.length];
    };
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression' || node.type === 'mdxjsEsm')
      return put();
    if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return undefined;
    if (node.name === 'Fact') {
      const fact = factElement(attribute(node, 'id') ?? '', attribute(node, 'show'), entry, library);
      return node.type === 'mdxJsxTextElement' ? put(...fact) : put({ type: 'paragraph', children: fact });
    }
    const plain = plainElements.find((name) => name === node.name);
    if (plain) {
      put(element(plain, {}, node.children as PhrasingContent[]));
      // The children of the new element are still to be seen.
      return index;
    }
    return put({ type: 'text', value: toString(node) });
  });
}

function factElement(
  id: string,
  show: string | undefined,
  entry: EntryNode,
  library: Library,
): PhrasingContent[] {
  const uid = id.includes('/') ? id : `${entry.id}/${id}`;
  const pooled = library.pooled.get(uid);
  if (pooled) return pooledElement(pooled, show);
  const fact = library.facts.get(uid);
  const claim = library.claims.get(uid);
  const node = fact ?? claim;
  const outcome = fact?.outcome ?? claim?.claim;
  if (!node || !outcome) throw new Error(`no fact ${uid}; the link checks should have found this`);
  const view = factViews.find((v) => v === show) ?? 'value';
  const about = figures.listed(
    [inWords(node.endpoint.data.label), fact?.arm && phrase(fact.arm.label)].filter(
      (part) => part !== undefined,
    ),
  );
  const title = [about, phrase(outcome.locator), fact && readElsewhere(fact)]
    .filter(Boolean)
    .join(figures.apart);
  return [
    element(
      'a',
      { href: node.path, className: ['fact'], title },
      viewText({ outcome, derived: node.derived }, view),
    ),
  ];
}

function pooledElement({ path, endpoint, data }: PooledNode, show: string | undefined): PhrasingContent[] {
  const words = wordPooled(data);
  const view = show === 'full' && words.interval ? figures.beside(words.value, [words.interval]) : undefined;
  const known =
    show === 'fraction' || show === 'interval' || show === 'p' || show === 'at' ? words[show] : undefined;
  return [
    element(
      'a',
      { href: path, className: ['fact'], title: inWords(endpoint.data.label) },
      view ?? known ?? words.value,
    ),
  ];
}

/** The words of one view of a fact. */
export function viewText(
  { outcome, derived }: { outcome: Outcome | Claim; derived: Derived },
  view: FactView,
): string {
  const wording = word(outcome, derived);
  switch (view) {
    case 'full': {
      const rest = [wording.interval, wording.p === wording.value ? undefined : wording.p].filter(
        (part) => part !== undefined,
      );
      return rest.length > 0 ? figures.beside(wording.value, rest) : wording.value;
    }
    case 'fraction':
      return wording.fraction ?? wording.value;
    case 'interval':
      return wording.interval ?? wording.value;
    case 'p':
      return wording.p ?? wording.value;
    case 'at':
      return wording.at === undefined ? wording.value : figures.bareTime(wording.at);
    case 'total':
      return 'total' in outcome && outcome.total ? outcome.total.printed : wording.value;
    case 'events':
      return 'events' in outcome && outcome.events ? outcome.events.printed : wording.value;
    case 'threshold':
      return outcome.kind === 'proportion' && outcome.threshold
        ? `${outcome.threshold.printed}%`
        : wording.value;
    case 'value':
      return wording.value;
  }
}

/** Puts words in the place of a link that leads to a copy of another page. */
function nameCopies(tree: Root, library: Library): void {
  const addresses = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => void addresses.set(identifier, url));
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined || (node.type !== 'link' && node.type !== 'linkReference'))
      return undefined;
    const copy = library.copyAt(node.type === 'link' ? node.url : (addresses.get(node.identifier) ?? ''));
    if (!copy) return undefined;
    const words: Text = { type: 'text', value: ` [${copyText(copy)}]` };
    (parent.children as PhrasingContent[]).splice(index, 1, ...node.children, words);
    return index + node.children.length + 1;
  });
}

function replaceCitations(tree: Root, cite: (key: string) => Emphasis): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const parts: PhrasingContent[] = [];
    let from = 0;
    for (const match of node.value.matchAll(citationPattern)) {
      // The space before a citation would hang a superscript in the air.
      const before = node.value.slice(from, match.index).trimEnd();
      if (before) parts.push({ type: 'text', value: before });
      const keys = citedKeys(match[1] ?? '').map(cite);
      const list = keys.flatMap((key, i): PhrasingContent[] =>
        i === 0 ? [key] : [{ type: 'text', value: ',' }, key],
      );
      parts.push(element('sup', { className: ['cites'] }, list));
      from = match.index + match[0].length;
    }
    if (parts.length === 0) return undefined;
    if (from < node.value.length) parts.push({ type: 'text', value: node.value.slice(from) });
    (parent.children as PhrasingContent[]).splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}

function nameHeadings(tree: Root, ids: readonly string[]): Prose['headings'] {
  const headings: Prose['headings'] = [];
  let next = 0;
  visit(tree, 'heading', (node) => {
    const id = itemIn(ids, next++);
    node.data = { ...node.data, hProperties: { id } };
    if (node.depth === 2) headings.push({ id, text: toString(node).replace(citationPattern, '').trim() });
  });
  return headings;
}

/** Marks the first occurrence of each known abbreviation with its long form. */
function explainAbbreviations(tree: Root, abbreviations: ReadonlyMap<string, string>): void {
  const pending = new Map(abbreviations);
  visit(tree, (node, index, parent) => {
    if (node.type === 'heading' || node.type === 'link' || node.data?.hName === 'a') return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    for (const match of node.value.matchAll(/[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]/g)) {
      const long = pending.get(match[0]);
      if (long === undefined) continue;
      pending.delete(match[0]);
      const rest = node.value.slice(match.index + match[0].length);
      const parts: PhrasingContent[] = [
        { type: 'text', value: node.value.slice(0, match.index) },
        element('abbr', { title: long }, match[0]),
        { type: 'text', value: rest },
      ];
      (parent.children as PhrasingContent[]).splice(index, 1, ...parts);
      return [SKIP, index + 2];
    }
    return undefined;
  });
}
