import { pageOf, type Citable } from './entry.ts';
import { mapText, tidy } from './text.ts';

/**
 * An item in CSL-JSON as other programs read it. Texts are in Unicode's composed form and on one line, but a
 * note has a line for each thing that CSL, or Zotero's reading of it, has no field for: that a list of
 * authors is cut short (as under `custom`), PubMed's ids. An article number stands where styles look for it,
 * in `page`.
 */
export function toCsl(item: Citable): Record<string, unknown> {
  const { custom = {}, ...rest } = item;
  const page = pageOf(item);
  const { 'authors-truncated': truncated, 'title-en': translated } = custom;
  const kept = {
    ...(truncated ? { 'authors-truncated': true } : {}),
    ...(translated ? { 'title-en': translated } : {}),
  };
  const notes = [truncated ? firstAuthorsOnly : '', pubmedId('PMID', item), pubmedId('PMCID', item)].filter(
    Boolean,
  );
  const note = notes.join('\n');
  const written = mapText(
    {
      ...rest,
      ...(page === undefined ? {} : { page }),
      ...(Object.keys(kept).length > 0 ? { custom: kept } : {}),
    },
    tidy,
  );
  return { ...written, title: keepingCase(item.title), ...(note === '' ? {} : { note }) };
}

/** `PMID: 12345678`, as programs write what they have no field for; '' without one. */
export function pubmedId(name: 'PMID' | 'PMCID', item: Citable): string {
  return item[name] === undefined ? '' : `${name}: ${item[name]}`;
}

/**
 * A title in which `GP41` stays `GP41` in Title Case, by the mark that citation processors have for it:
 * pandoc writes `Gp41` of a word of digits and capitals alone, but leaves `B27`.
 */
function keepingCase(title: string): string {
  const word =
    /(?<![\p{L}\p{N}])(?=\p{Lu}*\p{N})(?!\p{Lu}?\p{N}+(?![\p{Lu}\p{N}]))[\p{Lu}\p{N}]+(?![\p{L}\p{N}])/gu;
  return tidy(title).replace(word, '<span class="nocase">$&</span>');
}

/** Items as a file of CSL-JSON: an array, indented, one newline at the end. */
export function toCslJson(items: Citable[]): string {
  return `${JSON.stringify(items.map(toCsl), null, 2)}\n`;
}

/** Said of a list of authors that goes on, where a format has no "et al." */
export const firstAuthorsOnly = 'Only the first authors are listed.';
