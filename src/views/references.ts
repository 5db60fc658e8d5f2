import { toAsciiBibtex } from '../citations/bibtex.ts';
import { shortLabel as label } from '../citations/label.ts';
import { referenceLinks, type ReferenceLink } from '../citations/links.ts';
import type { ReferenceNode } from '../evidence/library.ts';
import { langOf } from '../i18n/locale.ts';
import { pages } from '../i18n/pages.ts';
import { words } from '../i18n/words.ts';
import { onceNoted } from '../model/once.ts';
import type { Site } from './site.ts';

/** The formatted citation of a reference as HTML, without the identifiers that pages link to. */
export function formattedReference(site: Site, reference: ReferenceNode): string {
  return site.citations.reference(reference);
}

/** Where a work can be found, the most lasting address first; never a copy of its page. */
export function linksOf(site: Site, reference: ReferenceNode): ReferenceLink[] {
  return referenceLinks(reference.data).filter(
    ({ kind, href }) => kind !== 'web' || !site.library.copyAt(href),
  );
}

/** Words that lead somewhere. */
export interface Link {
  href: string;
  label: string;
}

/** A work as it is cited, where it can be read, and its record. */
export interface CitedWork {
  html: string;
  lang: string | undefined;
  links: Link[];
  path: string;
}

export function citedWork(site: Site, reference: ReferenceNode): CitedWork {
  const names = { doi: 'DOI', pubmed: 'PubMed', pmc: 'PMC', web: pages.entry.webPage };
  return {
    html: formattedReference(site, reference),
    lang: langOf(reference.data.language),
    links: linksOf(site, reference).map(({ kind, href }) => ({ href, label: names[kind] })),
    path: reference.path,
  };
}

/** `DOI 10.1234/example.2026.1`, `PMID 12345678`, `PMC1234567`, or the host of a web page. */
export function linkName({ kind, text }: ReferenceLink): string {
  const names = {
    doi: `DOI ${text}`,
    pubmed: `PMID ${text}`,
    pmc: text,
    web: URL.parse(text)?.hostname ?? text,
  };
  return names[kind];
}

/** What a reader learns that nobody found: an identifier of the work, the rest of its authors. */
export function unknownOf({ data }: ReferenceNode): string[] {
  const said: string[] = [];
  if (referenceLinks(data).every(({ kind }) => kind === 'web')) said.push(noIdentifierOf(data));
  if (data.custom?.['authors-truncated']) said.push(words.unknown.authors);
  return said;
}

function noIdentifierOf({ custom }: ReferenceNode['data']): string {
  const reason = custom?.['no-identifier'];
  return reason
    ? words.unknown.because[reason.because]('looked' in reason ? reason.looked : '')
    : words.unknown.identifier;
}

/** Author and year: "Smith et al. 2018". Every row asks. */
export const shortLabel = onceNoted(({ data }: ReferenceNode): string => label(data));

/** How many works of the library the BibTeX file in ASCII leaves out. */
export function beyondAscii(site: Site): number {
  return toAsciiBibtex(site.library.references.map(({ data }) => data)).leftOut.length;
}
