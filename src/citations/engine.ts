import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import type { Citable } from './entry.ts';
import { mathCommands } from './symbols.ts';

/**
 * The only importer of citation-js.
 *
 * Loading it prints nothing and asks the network for nothing; it does so only when it has to guess what a string is
 * (a DOI, an address), so every string handed to it here comes with its type.
 *
 * Its BibTeX writer is not used: what it writes has to be undone field by field (citations.md), and its options are
 * switches for the whole process. bibtex.ts writes; this reads back.
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

/**
 * Formats all items in one batch of one processor: the first call costs 0.1 s, every call as much as five items.
 *
 * @returns key → plain text in the given style, led by its number, in the order of `items`
 */
export function formatBibliography(items: Citable[], style: 'vancouver' | 'apa'): Map<string, string> {
  return new Map(
    plugins.output.format('bibliography', items, {
      template: style,
      lang: 'en-US',
      format: 'text',
      asEntryArray: true,
      nosort: true,
    }),
  );
}
