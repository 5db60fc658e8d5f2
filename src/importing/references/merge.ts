import type { Reference } from '../../model/reference.ts';
import type { ReadWork } from './work.ts';
import { same } from './same.ts';

/** A field in which library and file differ. */
export interface Difference {
  field: string;
  ours: unknown;
  theirs: unknown;
}

/** What a record brings to a work of the library. */
export interface Merge {
  /** The work with all that is filled and taken. */
  work: Reference;
  filled: { field: string; value: unknown }[];
  /** Replaced because that was asked for. */
  taken: Difference[];
  /** Left as they are. */
  kept: Difference[];
  /** What no longer holds: why the work has no identifier, once it has one. */
  removed: string[];
}

type Values = Record<string, unknown>;

/** What a record may fill where the library says nothing. */
const fillable = [
  ...[
    'author',
    'editor',
    'container-title',
    'container-title-short',
    'publisher',
    'publisher-place',
    'edition',
    'volume',
  ],
  ...[
    'issue',
    'page',
    'number',
    'issued',
    'DOI',
    'PMID',
    'PMCID',
    'ISSN',
    'ISBN',
    'URL',
    'genre',
    'status',
    'keyword',
  ],
] as const;

/** In these a library may well differ from a file; where both say something, nobody needs to decide. */
const incomparable = new Set(['ISSN', 'URL', 'genre', 'keyword']);

/**
 * Holds a record against the work that it is. Fields that the library lacks are filled; of those in which it
 * differs none is replaced, unless it was asked for.
 *
 * @param isTaken whether the value of the file was asked for, by the name of the field
 */
export function merge(
  work: Reference,
  { work: record, known }: ReadWork,
  isTaken: (field: string) => boolean,
): Merge {
  const result: Merge = { work, filled: [], taken: [], kept: [], removed: [] };
  const [own, found] = [work, record];
  const values: Values = { ...own };
  const custom: Values = { ...work.custom };
  const compared = ['type', 'title', ...fillable, 'language'] as const;
  for (const field of compared) {
    const [ours, theirs] = [own[field], found[field]];
    if (
      theirs === undefined ||
      (field === 'type' && !known.type) ||
      (field === 'language' && !known.language)
    )
      continue;
    const isSame = (same as Record<string, ((a: Reference, b: Reference) => boolean) | undefined>)[field];
    if (ours === undefined) {
      // An article number may stand among the pages, and the other way round.
      if (
        !isWorthFilling(field, work, record, known) ||
        (/^(?:page|number)$/.test(field) && isSame?.(work, record))
      )
        continue;
      values[field] = theirs;
      result.filled.push({ field, value: theirs });
    } else if (!incomparable.has(field) && !isSameAs(field, ours, theirs, isSame?.(work, record))) {
      const difference = { field, ours, theirs };
      if (!isTaken(field)) result.kept.push(difference);
      else {
        values[field] = theirs;
        result.taken.push(difference);
      }
    }
  }
  mergeCustom(custom, work, record, result);
  result.work = { ...values, ...(Object.keys(custom).length > 0 ? { custom } : {}) } as unknown as Reference;
  if (Object.keys(custom).length === 0) delete (result.work as Partial<Reference>).custom;
  return result;
}

function isSameAs(field: string, ours: unknown, theirs: unknown, judged: boolean | undefined): boolean {
  if (judged !== undefined) return judged;
  // A note that a work is retracted is never less than what is known.
  return field === 'status' && /^retracted/.test(String(ours))
    ? true
    : JSON.stringify(ours) === JSON.stringify(theirs);
}

/**
 * Whether a value is worth having: an address only where no number leads to the work, a state only while it
 * holds.
 */
function isWorthFilling(
  field: string,
  work: Reference,
  record: Reference,
  known: ReadWork['known'],
): boolean {
  // What BibTeX's @misc says of the place of a work may be the publisher as well.
  if (field === 'container-title') return known.type;
  if (field === 'URL') return (work.DOI ?? work.PMID ?? work.PMCID) === undefined;
  if (field === 'status')
    return /^retracted/.test(record.status ?? '') || (work.volume ?? work.page) === undefined;
  if (field === 'genre') return work.type === record.type;
  if (field === 'container-title-short') return work['container-title'] !== record['container-title-short'];
  return true;
}

function mergeCustom(custom: Values, work: Reference, record: Reference, result: Merge): void {
  const changed = new Set([...result.filled, ...result.taken].map(({ field }) => field));
  if (changed.has('author')) {
    const cut = record.custom?.['authors-truncated'] === true;
    if (cut) custom['authors-truncated'] = true;
    else delete custom['authors-truncated'];
    if (cut && !work.custom?.['authors-truncated'])
      result.filled.push({ field: 'custom.authors-truncated', value: true });
    if (!cut && work.custom?.['authors-truncated']) result.removed.push('custom.authors-truncated');
  }
  const titleEn = record.custom?.['title-en'];
  if (titleEn !== undefined && custom['title-en'] === undefined && !work.language.startsWith('en')) {
    custom['title-en'] = titleEn;
    result.filled.push({ field: 'custom.title-en', value: titleEn });
  }
  if (['DOI', 'PMID', 'PMCID'].some((field) => changed.has(field)) && custom['no-identifier'] !== undefined) {
    delete custom['no-identifier'];
    result.removed.push('custom.no-identifier');
  }
}
