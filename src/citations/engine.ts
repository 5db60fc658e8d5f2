import fs from 'node:fs';
import { createRequire } from 'node:module';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { Citable } from './entry.ts';
import { markedFromHtml } from './guard.ts';
import { keyOf, KeptTexts } from './kept.ts';
import { valueIn } from '../model/need.ts';

/**
 * The one door to the processor: the only importer of citation-js, which brings citeproc, its locales and two
 * of the styles.
 *
 * Loading it prints nothing and asks the network for nothing. Its writers of BibTeX and RIS are not used:
 * what they write has to be undone field by field, and their options are switches for the whole process.
 * bibtex.ts and ris.ts write.
 */

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
 * A style short of what it does to citations in a text and to tell alike works apart: a reference is
 * formatted for itself, so no neighbour may make 2020a of its year. It is also twice as fast.
 */
function forBibliographies(csl: string): string {
  return csl
    .replace(/ disambiguate-[a-z-]+="[^"]*"/g, '')
    .replace(
      /<citation\b[^]*?<\/citation>/,
      '<citation><layout><text variable="citation-number"/></layout></citation>',
    )
    .replace(/<sort>[^]*?<\/sort>/g, '');
}

// More would make the processor look through more at each item; fewer would start it too often.
const batch = 100;

/**
 * Formats items in batches of one processor for each style and locale: starting it costs 0.1 s, an item 0.4
 * to 0.9 ms. What is kept of an earlier run is not formatted again.
 *
 * @param template a style of citation-js, or a file of styles/ without `.csl`
 * @returns key → text with the marks of guard.ts, without a number, in the order of `items`
 */
export function formatBibliography(items: Citable[], template: string, locale: Locale): Map<string, string> {
  prepare(template, locale);
  const kept = keptOf(template, locale);
  const known = items.map((item) => {
    const key = keyOf(item);
    return { item, key, html: kept?.get(key) };
  });
  const formatted = format(
    known.flatMap(({ item, html }) => (html === undefined ? item : [])),
    template,
    locale,
  );
  return new Map(
    known.map(({ item: { id }, key, html }) => {
      if (html !== undefined) return [id, markedFromHtml(html)];
      const made = valueIn(formatted, id);
      kept?.add(key, made);
      return [id, markedFromHtml(made)];
    }),
  );
}

function format(items: Citable[], template: string, locale: Locale): Map<string, string> {
  const options = { template, lang: locale, format: 'html', asEntryArray: true, nosort: true };
  const texts = new Map<string, string>();
  for (let from = 0; from < items.length; from += batch) {
    for (const [id, html] of plugins.output.format(
      'bibliography',
      items.slice(from, from + batch),
      options,
    )) {
      texts.set(id, html);
    }
  }
  return texts;
}

let keptIn: string | undefined;
const keptTexts = new Map<string, KeptTexts>();

/** Names the folder in which formatted texts are kept from run to run; without one nothing is kept. */
export function keepTextsIn(folder: string | undefined): void {
  keptIn = folder;
  keptTexts.clear();
}

/** Writes down what was formatted since the last time. */
export function saveTexts(): void {
  for (const kept of keptTexts.values()) kept.save();
}

function keptOf(template: string, locale: Locale): KeptTexts | undefined {
  if (keptIn === undefined) return undefined;
  const name = `${template}.${locale}`;
  let kept = keptTexts.get(name);
  if (!kept) {
    kept = new KeptTexts(keptIn, name, [styles.get(template), locales.get(locale), ...versions()]);
    keptTexts.set(name, kept);
  }
  return kept;
}

/** Those of citation-js and of the processor that it brings. */
function versions(): string[] {
  const own = createRequire(import.meta.url);
  const its = createRequire(own.resolve('@citation-js/plugin-csl'));
  const versionOf = (found: unknown) => (found as { version: string }).version;
  return [
    own('@citation-js/core/package.json'),
    own('@citation-js/plugin-csl/package.json'),
    its('citeproc/package.json'),
  ].map(versionOf);
}
