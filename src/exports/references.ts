import { isoDate } from '../citations/dates.ts';
import type { ReferenceNode } from '../evidence/library.ts';
import { noIdentifierReasons, reference, type Reference } from '../model/reference.ts';
import { flag, key, list, oneOf, required, text } from './field.ts';
import { joined, table, type Column } from './table.ts';

const columns: readonly Column<ReferenceNode>[] = [
  ['reference_id', key, 'Permanent citation key', ({ id }) => id],
  [
    'type',
    required(oneOf(reference.shape.type.options)),
    'Kind of work, in the words of CSL',
    ({ data }) => data.type,
  ],
  ['title', required(text), 'Title as the work prints it', ({ data }) => data.title],
  [
    'title_en',
    text,
    'English title that a work in another language prints',
    ({ data }) => data.custom?.['title-en'],
  ],
  [
    'authors',
    list,
    'Family name and given names of each author',
    ({ data }) => joined((data.author ?? []).map(nameOf)),
  ],
  ['authors_truncated', flag, 'true where only the first authors are known', ({ data }) => truncated(data)],
  ['container_title', text, 'Journal or book', ({ data }) => data['container-title']],
  ['container_title_short', text, 'Its abbreviation', ({ data }) => data['container-title-short']],
  [
    'editors',
    list,
    'The same of each editor of a book',
    ({ data }) => joined((data.editor ?? []).map(nameOf)),
  ],
  ['publisher', text, 'Publisher', ({ data }) => data.publisher],
  ['publisher_place', text, 'Where the publisher is', ({ data }) => data['publisher-place']],
  ['edition', text, 'Edition of a book', ({ data }) => data.edition],
  [
    'issued',
    text,
    'Date of publication to the precision known; 2020-12/2021-01 for a span of time',
    ({ data }) => isoDate(data.issued) || undefined,
  ],
  ['volume', text, 'Volume', ({ data }) => data.volume],
  ['issue', text, 'Issue', ({ data }) => data.issue],
  ['pages', text, 'Pages', ({ data }) => data.page],
  ['number', text, 'Article or registry number', ({ data }) => data.number],
  ['status', text, 'Such as ahead of print', ({ data }) => data.status],
  ['doi', text, 'DOI', ({ data }) => data.DOI],
  ['pmid', text, 'PubMed id', ({ data }) => data.PMID],
  ['pmcid', text, 'PubMed Central id', ({ data }) => data.PMCID],
  [
    'no_identifier',
    oneOf(noIdentifierReasons),
    'Why it has none of DOI, PubMed id and PubMed Central id, where that is said',
    ({ data }) => data.custom?.['no-identifier']?.because,
  ],
  [
    'identifier_looked_up',
    text,
    'Day on which these were last looked up, where none was found',
    ({ data: { custom } }) => {
      const reason = custom?.['no-identifier'];
      return reason && 'looked' in reason ? reason.looked : undefined;
    },
  ],
  ['isbn', text, 'ISBN', ({ data }) => data.ISBN],
  ['web', text, 'Address of the work', ({ data }) => data.URL],
  [
    'read_at',
    list,
    'Where names and numbers were read that no review prints',
    ({ data }) => joined(data.custom?.['read-at'] ?? []),
  ],
  ['language', required(text), 'Language of the work', ({ data }) => data.language],
  ['aliases', list, 'Former keys, which still resolve', ({ data }) => joined(data.custom?.aliases ?? [])],
  [
    'trials',
    list,
    'Studies that it reports',
    ({ reports }) => joined(reports.map(({ trial }) => trial.id).sort()),
  ],
  [
    'reviews',
    list,
    'Reviews whose reference list holds it',
    ({ listedBy }) => joined(listedBy.map(({ review }) => review.id).sort()),
  ],
  [
    'url',
    required(text),
    'Permanent address of the reference in this base',
    ({ path }, { address }) => address(path),
  ],
];

export const references = table({
  name: 'references',
  description: 'One row for each work of the library',
  columns,
  primaryKey: ['reference_id'],
  rows: (library) => library.references,
});

const truncated = ({ custom }: Reference) => (custom?.['authors-truncated'] ? 'true' : undefined);

export function nameOf(author: NonNullable<Reference['author']>[number]): string {
  if ('literal' in author) return author.literal;
  const { family, given, suffix, 'non-dropping-particle': kept, 'dropping-particle': dropped } = author;
  return [kept, family, given, dropped, suffix].filter(Boolean).join(' ');
}
