import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { mathCommands } from '../../src/citations/symbols.ts';

/**
 * citation-js reads back what the product writes. It guesses what a string is by asking the network, so each
 * comes with its type.
 */

// The reader knows Greek letters but no relation signs: `$\geq$` would come back as it stands.
Object.assign(plugins.config.get('@bibtex').constants.mathCommands, mathCommands);

/** A CSL item as a reader of foreign formats found it: nothing about it has been checked. */
export type FoundItem = Record<string, unknown>;

// No text keeps this character: see text.ts.
const unnamed = '\ue00a';

/**
 * Reads BibTeX or BibLaTeX into CSL items, in the order of the file. A list of authors that ends in
 * `and others` gets `custom.authors-truncated`, not an author of that name. Throws SyntaxError where the text
 * is malformed.
 */
export function parseBibtex(text: string): FoundItem[] {
  const marked = text.replace(/(\sand\s+)others(?=\s*["}])/g, `$1{${unnamed}}`);
  return plugins.input.chain(marked, { forceType: '@biblatex/text', generateGraph: false }).map((found) => {
    const item = Object.fromEntries(Object.entries(found).filter(([name]) => !name.startsWith('_')));
    const authors = Array.isArray(item['author']) ? item['author'] : [];
    const known = authors.filter((author: { family?: string }) => author.family !== unnamed);
    const truncated = known.length < authors.length && {
      author: known,
      custom: { 'authors-truncated': true },
    };
    return JSON.parse(JSON.stringify({ ...item, ...truncated }).replaceAll(unnamed, 'others')) as FoundItem;
  });
}

/** Reads RIS into CSL items, in the order of the file. A record of which nothing can be made is left out. */
export function parseRis(text: string): FoundItem[] {
  return plugins.input
    .chain(text, { forceType: '@ris/file', generateGraph: false })
    .map((found) => Object.fromEntries(Object.entries(found).filter(([name]) => !name.startsWith('_'))));
}
