import { disputedText } from '../evidence/ledger/compare.ts';
import type { Dispute } from '../evidence/library.ts';
import { toldBy } from '../evidence/read-in.ts';
import { figures } from '../i18n/figures.ts';
import { inWords } from '../i18n/locale.ts';

/** A difference between two reports: both figures as printed, and the reason where one is shown. */
export interface DifferenceRow {
  study: { name: string; path: string };
  endpoint: string;
  aspect: string;
  one: Side;
  another: Side;
  /** The difference between both, where they are numbers. */
  difference: number | undefined;
  reason: string;
}

interface Side {
  value: string;
  path: string;
  toldBy: string;
}

export const differenceRows = (disputes: readonly Dispute[]): DifferenceRow[] =>
  disputes.map(({ facts: [a, b], aspect, difference, reason }) => ({
    study: a.trial,
    endpoint: inWords(a.endpoint.data.label),
    aspect: figures.aspect[aspect],
    one: { value: disputedText(a.outcome, aspect), path: a.path, toldBy: toldBy(a) },
    another: { value: disputedText(b.outcome, aspect), path: b.path, toldBy: toldBy(b) },
    difference,
    reason: figures.reason[reason],
  }));
