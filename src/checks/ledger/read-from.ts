import { readIn } from '../../evidence/read-in.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { ReadKind } from '../../model/read-kinds.ts';
import type { Trial } from '../../model/trial.ts';
import { withId } from '../../model/need.ts';

/** What was read of the report of a fact; undefined where the report names no page, or is not listed. */
export function readKindOf(trial: Trial, fact: Outcome): ReadKind | undefined {
  const report = trial.reports.find(({ id }) => id === fact.report);
  if (!report) return undefined;
  const { sources } = report;
  return readIn({
    report,
    source: fact.source === undefined ? sources[0] : sources.find(({ id }) => id === fact.source),
  });
}

/** Who prints a figure that was not read in its report: one such source, and two. */
const others: Partial<Record<ReadKind, readonly [string, string]>> = {
  registry: ['the registry record with', 'two registry records with'],
  regulator: ['a regulator on', 'two documents of regulators on'],
  slides: ['slides on', 'two sets of slides on'],
  news: ['a news report on', 'two news reports on'],
  'table-of-later-work': ['a later table on', 'two later tables on'],
  summary: ['a summary of', 'two summaries of'],
};

/** `smith-2026`, or `a later table on smith-2026` where it was read in such a table. */
export function readFrom(trial: Trial, fact: Outcome): string {
  const kind = readKindOf(trial, fact);
  const [one] = (kind && others[kind]) ?? [];
  return one && withId(trial.reports, fact.report).kind !== 'registry'
    ? `${one} ${fact.report}`
    : fact.report;
}

/** `two later tables on smith-2026` where both facts were read so of one report. */
export function bothReadFrom(trial: Trial, a: Outcome, b: Outcome): string | undefined {
  const kind = readKindOf(trial, a);
  const [, two] = (kind && others[kind]) ?? [];
  return a.report === b.report && kind === readKindOf(trial, b) && two ? `${two} ${a.report}` : undefined;
}
