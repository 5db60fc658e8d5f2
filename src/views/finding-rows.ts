import { titleOf } from '../model/check-words.ts';
import { withoutRoutine } from '../model/finding.ts';
import { explanationOf, messageParts, placeOf, type MessagePart, type RankedFinding } from './findings.ts';
import type { Site } from './site.ts';

/** A finding as a table shows it. */
export interface FindingRow {
  place: { label: string | undefined; path: string | undefined };
  /** The figure that it is about, where the place is that of its entry. */
  fact: string | undefined;
  message: MessagePart[];
  /** Why it stands. */
  waived: string | undefined;
  check: { label: string; href: string };
}

/** Findings of which a table shows the first. */
export interface FindingRows {
  rows: FindingRow[];
  /** How many more there are. */
  more: number;
}

interface Shown {
  most?: number;
  /** Where all are of one entry, its name need not stand in every row. */
  ofEntry?: boolean;
}

/** Findings, each with the row it is about and the check that asks. */
export function findingRows(
  site: Site,
  findings: readonly RankedFinding[],
  { most = findings.length, ofEntry = false }: Shown = {},
): FindingRows {
  return {
    rows: findings.slice(0, most).map((finding): FindingRow => {
      const { fact, code, waived } = finding;
      const { name, path } = placeOf(site, finding);
      return {
        place: { label: ofEntry ? (fact ?? name) : name, path },
        fact: ofEntry ? undefined : fact,
        message: messageParts(site, finding),
        waived,
        check: { label: titleOf(code), href: explanationOf(code) },
      };
    }),
    more: Math.max(0, findings.length - most),
  };
}

/** Findings, each in a row; routine notes behind one line a check. */
export interface FindingList {
  own: FindingRows;
  routine: (FindingRows & { label: string; count: number })[];
}

export function findingList(site: Site, findings: readonly RankedFinding[], shown: Shown = {}): FindingList {
  const { own, routine } = withoutRoutine(findings);
  // Of each list so many are shown as of all together.
  const most = shown.most ?? findings.length;
  return {
    own: findingRows(site, own, { ...shown, most }),
    routine: [...routine].map(([code, notes]) => ({
      label: titleOf(code),
      count: notes.length,
      ...findingRows(site, notes, { ...shown, most }),
    })),
  };
}
