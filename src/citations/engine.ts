import fs from 'node:fs';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import type { Citable } from './entry.ts';
import { markedFromHtml } from './guard.ts';
import { mathCommands } from './symbols.ts';

/**
 * The only importer of citation-js.
 *
 * Loading it prints nothing and asks the network for nothing; it does so only when it has to guess what a string is
 * (a DOI, an address), so every string handed to it here comes with its type.
 *
 * Its writers of BibTeX and RIS are not used: what they write has to be undone field by field, and their options are
 * switches for the whole process. bibtex.ts and ris.ts write; this reads back.
 */

// The reader knows Greek letters but no relation signs: `$\geq$` would come back as it stands.
Object.assign(plugins.config.get('@bibtex').constants.mathCommands, mathCommands);

/** A CSL item as a reader of foreign formats found it: nothing about it has been checked. */
export type FoundItem = Record<string, unknown>;

// No text keeps this character: see text.ts.
const unnamed = '\ue00a';

/**
 * Reads BibTeX or BibLaTeX into CSL items, in the order of the file. A list of authors that ends in `and others` gets
 * `custom.authors-truncated`, not an author of that name. Throws SyntaxError where the text is malformed.
 */
export function parseBibtex(text: string): FoundItem[] {
  const marked = text.replace(/(\sand\s+)others(?=\s*["}])/g, `$1{${unnamed}}`);
  return plugins.input.chain(marked, { forceType: '@biblatex/text', generateGraph: false }).map((found) => {
    const item = Object.fromEntries(Object.entries(found).filter(([name]) => !name.startsWith('_')));
    const authors = Array.isArray(item['author']) ? item['author'] : [];
    const known = authors.filter((author: { family?: string }) => author.family !== unnamed);
    const truncated = known.length < authors.length && { author: known, custom: { 'authors-truncated': true } };
    return JSON.parse(JSON.stringify({ ...item, ...truncated }).replaceAll(unnamed, 'others')) as FoundItem;
  });
}

/** Reads RIS into CSL items, in the order of the file. A record of which nothing can be made is left out. */
export function parseRis(text: string): FoundItem[] {
  return plugins.input
    .chain(text, { forceType: '@ris/file', generateGraph: false })
    .map((found) => Object.fromEntries(Object.entries(found).filter(([name]) => !name.startsWith('_'))));
}

/** The languages in which styles speak: their words for "and others", "available from", months. */
export type Locale = 'en-US' | 'zh-CN';

const { styles, locales } = plugins.config.get('@csl');
const ready = new Set<string>();

// What citation-js does not bring stands beside this file, unchanged (styles/README.md).
const bundled = (name: string) => fs.readFileSync(new URL(`styles/${name}`, import.meta.url), 'utf8');

function prepare(template: string, locale: Locale): void {
  if (!locales.has(locale)) locales.add(locale, bundled(`locales-${locale}.xml`));
  if (ready.has(template)) return;
  const csl = styles.has(template) ? styles.get(template) : bundled(`${template}.csl`);
  styles.add(template, forBibliographies(csl));
  ready.add(template);
}

/**
 * A style short of what it does to citations in a text and to tell alike works apart: a reference is formatted for
 * itself, so no neighbour may make 2020a of its year. It is also twice as fast.
 */
function forBibliographies(csl: string): string {
  return csl
    .replace(/ disambiguate-[a-z-]+="[^"]*"/g, '')
    .replace(/<citation\b[^]*?<\/citation>/, '<citation><layout><text variable="citation-number"/></layout></citation>')
    .replace(/<sort>[^]*?<\/sort>/g, '');
}

// More would make the processor look through more at each item; fewer would start it too often.
const batch = 100;

/**
 * Formats items in batches of one processor for each style and locale: starting it costs 0.1 s, an item 0.4 to 0.9 ms.
 *
 * @param template a style of citation-js, or a file of styles/ without `.csl`
 * @returns key → text with the marks of guard.ts, without a number, in the order of `items`
 */
export function formatBibliography(items: Citable[], template: string, locale: Locale): Map<string, string> {
  prepare(template, locale);
  const options = { template, lang: locale, format: 'html', asEntryArray: true, nosort: true };
  const texts = new Map<string, string>();
  for (let from = 0; from < items.length; from += batch) {
    for (const [id, html] of plugins.output.format('bibliography', items.slice(from, from + batch), options)) {
      texts.set(id, markedFromHtml(html));
    }
  }
  return texts;
}
