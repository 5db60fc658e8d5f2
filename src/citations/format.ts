import { isoDate } from './dates.ts';
import { formatBibliography, type Locale } from './engine.ts';
import { pageOf, type Citable } from './entry.ts';
import { guarded, guardedTitle, guardedToHtml, guardedToText, unnamed } from './guard.ts';
import { languageName } from './languages.ts';
import { styles, type StyleId } from './styles.ts';
import { capitalised, firstIn, valueIn } from '../model/need.ts';
import { mapText } from './text.ts';

/** A citation ready to be shown and copied. */
export interface Citation {
  /** HTML in which nothing but `<i>`, `<b>`, `<sup>` and `<sub>` is markup. */
  html: string;
  text: string;
}

/**
 * Whole citations in a style, with DOI or address. Hand over all items in one call: items cost 0.4 to 0.9 ms
 * each, a call of its own for each costs ten times that.
 *
 * @returns id → citation, in the order of `items`
 */
export function formatCitations(style: StyleId, items: Citable[]): Map<string, Citation> {
  const texts = style === 'nlm' ? withIdentifiers(items, referenceTexts(items)) : styleTexts(style, items);
  return new Map(items.map(({ id }) => [id, citationOf(valueIn(texts, id))]));
}

/**
 * Citations of entries of the base, which differ only in title, version, date and address: one is formatted
 * for each date, and the others take its form.
 *
 * @returns id → citation, in the order of `entries`
 */
export function formatEntries(style: StyleId, entries: Citable[]): Map<string, Citation> {
  const standIns = { title: 'Xtitle', version: 'Xversion', URL: 'https://xaddress.invalid/' };
  const citations = new Map<string, Citation>();
  const formOf = (entry: Citable) => JSON.stringify({ ...entry, id: '', ...standIns });
  for (const own of Map.groupBy(entries, formOf).values()) {
    const model = { ...firstIn(own), ...standIns };
    const form = style === 'nlm' ? referenceTexts([model]) : styleTexts(style, [model]);
    for (const { id, title, version, URL } of own) {
      const filled = valueIn(form, model.id)
        .replace(standIns.version, () => guarded(version ?? ''))
        .replace(standIns.URL, () => guarded(URL ?? ''))
        .replace(standIns.title, () => guardedTitle(title));
      citations.set(id, citationOf(filled));
    }
  }
  return new Map(entries.map(({ id }) => [id, valueIn(citations, id)]));
}

/**
 * What is kept of a formatted reference: the text with its marks. `citationOf` makes it ready to be shown.
 */
export type MarkedText = string;

export function citationOf(text: MarkedText): Citation {
  return { html: guardedToHtml(text), text: guardedToText(text) };
}

/**
 * The references in the style of the National Library of Medicine, without DOI, PMID and PMCID: pages add
 * those as links (links.ts). The address of a web page is part of its citation, as text.
 *
 * @returns id → marked text, in the order of `items`
 */
export function referenceTexts(items: Citable[]): Map<string, MarkedText> {
  return nlm(items, (item) => (item.type === 'article-journal' ? ['URL', 'accessed'] : []));
}

/** id → whole NLM citation as marked text, made from what `referenceTexts` gave, for citeproc is slow. */
export function withIdentifiers(
  items: Citable[],
  references: ReadonlyMap<string, MarkedText>,
): Map<string, MarkedText> {
  // An article that only its address leads to was formatted without it.
  const byAddress = nlm(
    items.filter(
      ({ type, URL, DOI }) => type === 'article-journal' && URL !== undefined && DOI === undefined,
    ),
    () => [],
  );
  return new Map(
    items.map((item) => [
      item.id,
      [byAddress.get(item.id) ?? valueIn(references, item.id), ...identifiers(item)].join(' '),
    ]),
  );
}

/** id → whole citation as marked text, in any style but NLM. */
export function styleTexts(style: Exclude<StyleId, 'nlm'>, items: Citable[]): Map<string, MarkedText> {
  const texts = new Map<string, MarkedText>();
  // GB/T 7714 says 等 of Chinese authors and "et al." of others; the other styles speak English of all.
  const locale = ({ language }: Citable): Locale =>
    style === 'gb-t-7714' && language.startsWith('zh') ? 'zh-CN' : 'en-US';
  for (const [spoken, own] of Map.groupBy(items, locale)) {
    const guardedItems = own.map((item) => prepared(item, style));
    for (const [id, text] of formatBibliography(guardedItems, styles[style].template, spoken)) {
      // Where a publisher is missing the AMA style leaves its semicolon behind.
      texts.set(id, andOthers(text, spoken).replace(/\. ; (?=\d)/g, '. '));
    }
  }
  return new Map(items.map(({ id }) => [id, valueIn(texts, id)]));
}

function nlm(items: Citable[], leftOut: (item: Citable) => string[]): Map<string, MarkedText> {
  const own = items.map((item) => prepared(item, 'nlm', ['DOI', 'PMID', 'PMCID', ...leftOut(item)]));
  const formatted = formatBibliography(own, styles.nlm.template, 'en-US');
  return new Map(
    items.map((item) => [
      item.id,
      [andOthers(valueIn(formatted, item.id), 'en-US'), ...ending(item)].join(' '),
    ]),
  );
}

/** The item as citeproc gets it: guarded, with what the style has no place for in its title. */
function prepared(item: Citable, style: StyleId, leftOut: string[] = []): Citable {
  // The version stands in the title, in every style alike; APA would print it a second time.
  const isPrinted = ([name]: [string, unknown]) => name !== 'version' && !leftOut.includes(name);
  const printed = Object.fromEntries(Object.entries(item).filter(isPrinted)) as Citable;
  const { custom, author = [], title, publisher, ...rest } = printed;
  const { etAlFrom } = styles[style];
  const names = [
    ...author.slice(0, etAlFrom),
    ...(custom?.['authors-truncated'] ? [{ literal: unnamed }] : []),
  ];
  const translated = style === 'gb-t-7714' ? undefined : custom?.['title-en'];
  // The article number, where styles look for it.
  const page = pageOf(item);
  // APA names a publisher once.
  const [first] = author;
  const own = author.length === 1 && first && 'literal' in first && first.literal === publisher;
  return {
    ...mapText(
      { ...rest, ...(style === 'apa' && own ? {} : { publisher }), ...(page ? { page } : {}) },
      guarded,
    ),
    id: item.id,
    title: [guardedTitle(title), translated && `[${guardedTitle(translated)}]`, edition(item)]
      .filter(Boolean)
      .join(' '),
    ...(names.length > 0 && { author: mapText(names, (text) => (text === unnamed ? text : guarded(text))) }),
  };
}

/** `(version 1.2, 2026-11-21)`: no style prints both for a web page, and an entry is cited by both. */
function edition({ version, issued }: Citable): string {
  return version === undefined
    ? ''
    : `(${[`version ${guarded(version)}`, isoDate(issued)].filter(Boolean).join(', ')})`;
}

/** The words for the authors who are not known, in the place of the one who stood for them. */
function andOthers(text: string, locale: Locale): string {
  if (locale === 'zh-CN') return text.replaceAll(unnamed, '等');
  // As the last of a list it has "&" before it in some styles; the full stop is that of the abbreviation.
  return text
    .replace(new RegExp(`(,?) (?:& )?${unnamed}\\.?`, 'g'), '$1 et al.')
    .replaceAll(unnamed, 'et al.');
}

/** What the NLM style has no place for. */
function ending(item: Citable): string[] {
  const language = item.language.startsWith('en') ? undefined : languageName(item.language);
  return [language, item.status]
    .map((part) => guarded(part ?? ''))
    .flatMap((part) => (part === '' ? [] : [`${capitalised(part)}.`]));
}

/** As the NLM style ends: `doi:… PubMed PMID: …; PubMed Central PMCID: ….` */
function identifiers({ DOI, PMID, PMCID }: Citable): string[] {
  const pubmed = [PMID && `PubMed PMID: ${PMID}`, PMCID && `PubMed Central PMCID: ${PMCID}`]
    .filter(Boolean)
    .join('; ');
  return [DOI ? `doi:${guarded(DOI)}` : '', pubmed && `${pubmed}.`].filter((one) => one !== '');
}
