import { isoStart } from '../../citations/dates.ts';
import type { ReferenceNode } from '../../evidence/library.ts';
import type { Edition } from '../edition.ts';
import { nameOf } from '../references.ts';
import { concept, fhirId, some } from './terms.ts';

/** A work as a resource `Citation` of FHIR R5. */
export function citationOf({ id, path, data }: ReferenceNode, { context: { address } }: Edition) {
  const identifiers = [
    ['https://doi.org', data.DOI],
    ['https://pubmed.ncbi.nlm.nih.gov', data.PMID],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles', data.PMCID],
  ].flatMap(([system, value]) => (value === undefined ? [] : [{ system, value }]));
  const authors = data.author?.map(nameOf).join('; ');
  const english = data.custom?.['title-en'];
  return {
    resourceType: 'Citation',
    id: fhirId(id),
    url: address(path),
    status: 'active',
    experimental: true,
    title: data.title,
    citedArtifact: {
      identifier: some(identifiers),
      title: [
        { type: [concept('title', 'Primary title', 'primary')], text: data.title },
        ...(english ? [{ type: [concept('title', 'Title in English', 'language')], text: english }] : []),
      ],
      publicationForm: [
        {
          publishedIn: data['container-title'] && {
            type:
              data.type === 'article-journal'
                ? concept('published', 'Periodical', 'D020492')
                : { text: data.type },
            title: data['container-title'],
          },
          volume: data.volume,
          issue: data.issue,
          articleDate: isoStart(data.issued) || undefined,
          language: [{ coding: [{ system: 'urn:ietf:bcp:47', code: data.language }] }],
          pageString: data.page,
        },
      ],
      webLocation: data.URL && [{ url: data.URL }],
      contributorship: authors && {
        complete: !data.custom?.['authors-truncated'],
        summary: [{ value: authors }],
      },
    },
  };
}
