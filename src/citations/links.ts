import type { Citable } from './entry.ts';

export interface ReferenceLink {
  kind: 'doi' | 'pubmed' | 'pmc' | 'web';
  /** The identifier, or the address, as a reader would copy it. */
  text: string;
  href: string;
}

/**
 * Where a work can be found, the most lasting address first. The address of a web page only where there is no
 * DOI.
 */
export function referenceLinks({
  DOI,
  PMID,
  PMCID,
  URL,
}: Pick<Citable, 'DOI' | 'PMID' | 'PMCID' | 'URL'>): ReferenceLink[] {
  const links: ReferenceLink[] = [];
  if (DOI !== undefined) links.push({ kind: 'doi', text: DOI, href: doiAddress(DOI) });
  if (PMID !== undefined)
    links.push({ kind: 'pubmed', text: PMID, href: `https://pubmed.ncbi.nlm.nih.gov/${PMID}/` });
  if (PMCID !== undefined)
    links.push({ kind: 'pmc', text: PMCID, href: `https://pmc.ncbi.nlm.nih.gov/articles/${PMCID}/` });
  if (DOI === undefined && URL !== undefined) links.push({ kind: 'web', text: URL, href: URL });
  return links;
}

/** A DOI may hold `<`, `#`, `?` and `%`, which an address may not (DOI Handbook 2.5.2.4). */
export function doiAddress(doi: string): string {
  return `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}`
    .replaceAll('%3A', ':')
    .replaceAll('%3B', ';');
}
