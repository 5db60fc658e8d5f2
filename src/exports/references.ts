import type { ReferenceNode } from '../evidence/library.ts';
import type { Reference } from '../model/reference.ts';
import { joined, table, type Column } from './table.ts';

const columns: readonly Column<ReferenceNode>[] = [
  ['reference_id', 'Permanent citation key', ({ id }) => id],
  ['type', 'Kind of work, in the words of CSL', ({ data }) => data.type],
  ['title', 'Title as the work prints it', ({ data }) => data.title],
  ['title_en', 'English title that a work in another language prints', ({ data }) => data.custom?.['title-en']],
  ['authors', 'Family name and given names of each author', ({ data }) => joined((data.author ?? []).map(nameOf))],
  ['authors_truncated', 'true where only the first authors are known', ({ data }) => truncated(data)],
  ['container_title', 'Journal or book', ({ data }) => data['container-title']],
  ['container_title_short', 'Its abbreviation', ({ data }) => data['container-title-short']],
  ['publisher', 'Publisher', ({ data }) => data.publisher],
  ['issued', 'Date of publication to the precision known', ({ data }) => dateOf(data)],
  ['volume', 'Volume', ({ data }) => data.volume],
  ['issue', 'Issue', ({ data }) => data.issue],
  ['pages', 'Pages', ({ data }) => data.page],
  ['number', 'Article or registry number', ({ data }) => data.number],
  ['status', 'Such as ahead of print', ({ data }) => data.status],
  ['doi', 'DOI', ({ data }) => data.DOI],
  ['pmid', 'PubMed id', ({ data }) => data.PMID],
  ['pmcid', 'PubMed Central id', ({ data }) => data.PMCID],
  ['web', 'Address of the work', ({ data }) => data.URL],
  ['language', 'Language of the work', ({ data }) => data.language],
  ['aliases', 'Former keys, which still resolve', ({ data }) => joined(data.custom?.aliases ?? [])],
  ['trials', 'Studies that it reports', ({ reports }) => joined(reports.map(({ trial }) => trial.id).sort())],
  ['reviews', 'Reviews whose reference list holds it', ({ listedBy }) => joined(listedBy.map(({ review }) => review.id).sort())],
  ['url', 'Permanent address of the reference in this base', ({ path }, { address }) => address(path)],
];

export const references = table({
  name: 'references',
  description: 'One row for each work of the library.',
  columns,
  rows: (library) => library.references,
});

const truncated = ({ custom }: Reference) => (custom?.['authors-truncated'] ? 'true' : undefined);

function nameOf(author: NonNullable<Reference['author']>[number]): string {
  if ('literal' in author) return author.literal;
  const { family, given, suffix, 'non-dropping-particle': kept, 'dropping-particle': dropped } = author;
  return [kept, family, given, dropped, suffix].filter(Boolean).join(' ');
}

/** `2016-08-25`, `2016-08`, `2016`. */
function dateOf({ issued }: Reference): string | undefined {
  return issued?.['date-parts'][0]?.map((part) => String(part).padStart(2, '0')).join('-');
}
