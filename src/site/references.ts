import { toAsciiBibtex } from '../citations/bibtex.ts';
import { shortLabel as label } from '../citations/label.ts';
import { referenceLinks, type ReferenceLink } from '../citations/links.ts';
import type { ReferenceNode } from '../evidence/library.ts';
import { site } from './library.ts';

/** The formatted citation of a reference as HTML, without the identifiers that pages link to. */
export function formattedReference(reference: ReferenceNode): string {
  return site().citations.reference(reference);
}

/** Where a work can be found, the most lasting address first. */
export function linksOf(reference: ReferenceNode): ReferenceLink[] {
  return referenceLinks(reference.data);
}

/** Author and year: "Maude et al. 2018". */
export function shortLabel(reference: ReferenceNode): string {
  return label(reference.data);
}

/** How many works of the library the BibTeX file in ASCII leaves out. */
export function beyondAscii(): number {
  return toAsciiBibtex(site().library.references.map(({ data }) => data)).leftOut.length;
}
