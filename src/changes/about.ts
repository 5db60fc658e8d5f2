import { words } from '../i18n/words.ts';
import { partOf, type Claim, type Outcome } from '../model/outcome.ts';
import { isShare, type Pooled } from '../model/synthesis.ts';
import type { Trial } from '../model/trial.ts';
import { gradeText, timeText } from '../wording/figures.ts';
import { inSentence } from '../wording/sentence.ts';

/** What a figure is of, and which report states it, in words. */
export interface About {
  /** `overall survival at 2 years, Testumab` */
  what: string;
  /** `final report`; undefined where the entry is about one work. */
  report: string | undefined;
}

type Named = (endpoint: string) => string;
const listed = (parts: readonly (string | undefined)[]) =>
  parts.filter((part) => part !== undefined).join(', ');

/** An outcome of a study: its endpoint, time and grade, its arm where there are several, and its subgroup. */
export function aboutOutcome(outcome: Outcome, trial: Trial, endpoint: Named): About {
  const population = (id: string) => trial.populations.find((one) => one.id === id);
  const label = (id: string | undefined) => trial.arms.find((one) => one.id === id)?.label ?? id;
  const own = population(outcome.population);
  const versus = 'versus' in outcome && outcome.versus !== undefined ? outcome.versus : undefined;
  const report = trial.reports.find(({ id }) => id === outcome.report);
  return {
    what: listed([
      named(outcome, endpoint),
      ...measuredAs(outcome),
      sidesOf(outcome, trial.arms.length, label),
      own?.kind === 'subgroup' || versus ? (own?.label ?? outcome.population) : undefined,
      versus && `against ${population(versus)?.label ?? versus}`,
    ]),
    report: report && words.report[report.kind].toLowerCase(),
  };
}

/**
 * The arm of a figure, where there are others; the arms of a comparison, where there are more than the two.
 */
function sidesOf(
  outcome: Outcome,
  arms: number,
  label: (id: string | undefined) => string | undefined,
): string | undefined {
  const other = partOf(outcome, 'comparator');
  if (other === undefined) return arms > 1 ? label(outcome.arm) : undefined;
  return arms > 2 ? `${label(outcome.arm)} against ${label(other)}` : undefined;
}

/** A statement of a review: its endpoint and its subject. */
export const aboutClaim = (claim: Claim, endpoint: Named): About => ({
  what: listed([named(claim, endpoint), ...measuredAs(claim), claim.subject]),
  report: undefined,
});

/** A pooled result: its endpoint, its group, and with what that is compared. */
export const aboutPooled = (pooled: Pooled, endpoint: Named): About => ({
  what: listed([
    named(pooled, endpoint),
    ...measuredAs(pooled),
    isShare(pooled)
      ? undefined
      : pooled.measure === 'median' || pooled.measure === 'mean'
        ? pooled.measure
        : undefined,
    pooled.group,
    pooled.against && `against ${pooled.against}`,
  ]),
  report: undefined,
});

/** `overall survival at 2 years` */
function named({ endpoint, ...said }: Outcome | Claim | Pooled, name: Named): string {
  const time = 'at' in said && said.at ? ` ${timeText(said.at)}` : '';
  return `${inSentence(name(endpoint))}${time}`;
}

/** What distinguishes a figure from others of its endpoint. */
function measuredAs(said: Outcome | Claim | Pooled): (string | undefined)[] {
  return [
    'term' in said ? said.term : undefined,
    'grade' in said && said.grade ? gradeText(said.grade.printed) : undefined,
    'agent' in said ? said.agent : undefined,
    'factor' in said ? said.factor : undefined,
  ];
}
