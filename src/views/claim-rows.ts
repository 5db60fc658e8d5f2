import type { ClaimNode } from '../evidence/library.ts';
import { inWords } from '../i18n/locale.ts';
import { pages } from '../i18n/pages.ts';
import { words } from '../i18n/words.ts';
import { phrase } from '../model/phrases.ts';
import { hiddenNames } from '../search-index/names.ts';
import { gradeText, word } from '../wording/figures.ts';
import { shortLabel, type Link } from './references.ts';

/** A statement of a review that belongs to no single study. */
export interface ClaimRow {
  id: string;
  subject: string;
  value: string;
  /** What must be known to read it. */
  details: string[];
  endpoint: Link;
  review: Link;
  locator: string;
  cites: Link[];
  /** Other names of its endpoint, which search knows. */
  names: string | undefined;
}

export const claimRows = (claims: readonly ClaimNode[]): ClaimRow[] =>
  claims.map(({ claim, derived, endpoint, review, cites, path }) => {
    const { value, at, interval, p } = word(claim, derived);
    const { label, abbreviation, synonyms } = endpoint.data;
    return {
      id: claim.id,
      subject: phrase(claim.subject),
      value,
      details: [
        at,
        interval,
        p === value ? undefined : p,
        'grade' in claim && claim.grade ? gradeText(claim.grade.printed) : undefined,
        'factor' in claim
          ? pages.claim.factor(phrase(claim.factor), words.association[claim.direction])
          : undefined,
        claim.definition && phrase(claim.definition),
        claim.note && phrase(claim.note),
      ].filter((part): part is string => Boolean(part)),
      endpoint: { href: endpoint.path, label: inWords(label) },
      review: { href: path, label: shortLabel(review.reference) },
      locator: phrase(claim.locator),
      cites: cites.map((cited) => ({ href: cited.path, label: shortLabel(cited) })),
      names: hiddenNames([abbreviation, label.zh, ...synonyms]),
    };
  });
