import type { Draft } from './draft.ts';
import { findDoi } from './identifiers.ts';
import { said } from './text.ts';

/** What both formats of PubMed say in words of their own. */
interface PubmedRecord {
  /** Types of publication. */
  kinds: readonly string[];
  /** `aheadofprint`, `epublish` … */
  status: string;
  title: string | undefined;
  /** The title in the language of the work. */
  ownTitle: string | undefined;
  bookTitle: string | undefined;
  journal: string | undefined;
  journalShort: string | undefined;
  /** The notice that retracts it. */
  retractedIn: string | undefined;
}

/** Kind, titles and state of a work of PubMed. */
export function ofPubmed(record: PubmedRecord): Partial<Draft> {
  const { kinds, title, bookTitle } = record;
  const has = (pattern: RegExp) => kinds.some((kind) => pattern.test(kind));
  const notes: string[] = [];
  const status = statusOf(record, has);
  if (bookTitle !== undefined) {
    const isPart = title !== undefined && said(title) !== said(bookTitle);
    return {
      type: isPart ? 'chapter' : 'book',
      title: isPart ? title : bookTitle,
      container: isPart ? said(bookTitle) : undefined,
      status,
      notes,
    };
  }
  const genre = has(/^(?:meeting|congress) abstract/i)
    ? 'Meeting abstract'
    : has(/^preprint$/i)
      ? 'Preprint'
      : undefined;
  return {
    type: genre === 'Preprint' ? 'article' : has(/^dataset$/i) ? 'dataset' : 'article-journal',
    genre,
    status,
    ...titlesOf(record),
    container: said(record.journal ?? record.journalShort),
    containerShort: said(record.journalShort),
    notes,
  };
}

/**
 * PubMed's brackets say that it translated the title; the own one, where PubMed has it, is that of the work.
 */
function titlesOf({ title, ownTitle }: PubmedRecord): Partial<Draft> {
  if (said(ownTitle) === undefined) return { title };
  const [, translated = title ?? ''] = /^\s*\[(.+)\]\.?\s*$/s.exec(title ?? '') ?? [];
  return { title: ownTitle, titleEn: translated };
}

function statusOf(
  { status, retractedIn }: PubmedRecord,
  has: (pattern: RegExp) => boolean,
): string | undefined {
  if (has(/^retracted publication$/i) || retractedIn !== undefined) {
    const notice = findDoi(retractedIn);
    return notice === undefined ? 'retracted' : `retracted (notice: ${notice})`;
  }
  return /aheadofprint/i.test(status) ? 'ahead of print' : undefined;
}
