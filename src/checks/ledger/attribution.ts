import { isContested, type TrialLedger } from '../../evidence/ledger.ts';
import { isAlike, numberOf } from '../../evidence/ledger/printed-number.ts';
import type { Code } from '../../model/check-table.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Report, Trial } from '../../model/trial.ts';
import type { Check } from '../check.ts';
import type { Members } from '../context/noted.ts';
import { countsPatients, type PlacedTrial } from '../facts.ts';
import { readFrom } from './read-from.ts';
import { firstIn } from '../../model/need.ts';

/** The facts that print the figure of a fact, and its interval where both print one. */
function printedIn({ comparisons }: TrialLedger, trial: Trial, fact: Outcome): Outcome[] {
  const own = comparisons.filter(({ facts, asked }) => facts.includes(fact) && asked !== 'P value');
  const inSlot = [...Map.groupBy(own, ({ facts: [a, b] }) => (a === fact ? b : a))].flatMap(
    ([other, held]) => {
      const isSame = held.every(({ found }) => !found || !isContested(found));
      return isSame && isAlike(numberOf(fact), numberOf(other)) ? [other] : [];
    },
  );
  // The same patients may be called enrolled by the one and randomised by the other.
  const inPopulation = trial.outcomes.filter((other) => other !== fact && isSameNumber(fact, other));
  return [...new Set([...inSlot, ...inPopulation])];
}

/** Whether two facts are one number of patients of one population. */
function isSameNumber(a: Outcome, b: Outcome): boolean {
  return (
    countsPatients(a) &&
    countsPatients(b) &&
    a.population === b.population &&
    a.arm === b.arm &&
    a.definition === b.definition &&
    a.value !== undefined &&
    a.value.printed === b.value?.printed
  );
}

type Answer = 'right' | 'unknown' | 'doubtful' | 'proved';

/**
 * Whether a cited work can be said not to print a figure that another report prints. A main report that was
 * not read whole may print it as well. What describes patients or treatment is repeated in every report of a
 * study, so that a doubt remains; a result that the main reports print is not that of a report on a part of
 * the patients or on another question.
 */
function answerFor(cited: Report | undefined, printsOther: boolean, isDescriptive: boolean): Answer {
  if (printsOther) return 'proved';
  if (!cited) return 'doubtful';
  if (cited.kind === 'ancillary' || cited.kind === 'subgroup') return isDescriptive ? 'doubtful' : 'proved';
  return cited.sources.some(({ read }) => read === 'full-text') ? 'doubtful' : 'unknown';
}

/**
 * What is to be said of each figure of a review that another report was found to print, and who prints it.
 */
function answersIn({ trial, outcomes }: PlacedTrial, ledger: TrialLedger, descriptive: Pick<Members, 'has'>) {
  const reportOf = (id: string) => trial.reports.find((report) => report.id === id);
  const isReview = (id: string) => reportOf(id)?.kind === 'review';
  return outcomes.flatMap((placed) => {
    const { fact } = placed;
    const cited = isReview(fact.report) ? (fact.cites ?? []) : [];
    const printed =
      cited.length > 0 ? printedIn(ledger, trial, fact).filter(({ report }) => !isReview(report)) : [];
    if (printed.length === 0) return [];
    const printsOther = (key: string) =>
      ledger.discrepancies.some(
        (found) =>
          found.aspect === 'figure' &&
          isContested(found) &&
          found.facts.some(({ report }) => report === key) &&
          found.facts.some((other) => printed.includes(other)),
      );
    const answers = cited.map((key) =>
      answerFor(reportOf(key), printsOther(key), descriptive.has(fact.endpoint)),
    );
    const worst = (['unknown', 'doubtful'] as const).find((answer) => answers.includes(answer)) ?? 'proved';
    const answer: Answer = printed.some(({ report }) => cited.includes(report)) ? 'right' : worst;
    return [{ placed, cited, printed, answer }];
  });
}

function attribution(code: Code, isFault: (answer: Answer) => boolean): Check<'trial'> {
  return {
    code,
    scope: 'trial',
    run(subject, ask, { ledgerOf, descriptive }) {
      const { trial } = subject;
      for (const { placed, cited, printed, answer } of answersIn(subject, ledgerOf(subject), descriptive)) {
        const { fact } = placed;
        if (answer === 'unknown') ask.skip();
        else if (answer === 'right') ask.pass(placed);
        else if (isFault(answer)) {
          const fault = {
            where: ['cites'],
            message: `${fact.report} credits ${fact.id} to ${cited
              .map((key) => described(trial, key))
              .join(', ')}, but it is printed by ${sourcesOf(trial, printed).join(', ')}`,
            actual: cited.join(', '),
            expected: [...new Set(printed.map(({ report }) => report))].join(', '),
            help: 'nothing to fix where the review cites so: the figure is shown with the report that prints it',
          };
          ask.fault(fault, placed);
        }
      }
    },
  };
}

/** Who prints a figure: each report once, by itself where one of its facts was read in it. */
function sourcesOf(trial: Trial, printed: readonly Outcome[]): string[] {
  return [...Map.groupBy(printed, ({ report }) => report)].map(([report, facts]) => {
    const own = facts.map((fact) => readFrom(trial, fact));
    return own.includes(report) ? report : firstIn(own);
  });
}

/** `smith-2026 (ancillary, not read)` */
function described(trial: Trial, key: string): string {
  const cited = trial.reports.find(({ id }) => id === key);
  if (!cited) return `${key} (no report of this study)`;
  return `${key} (${[cited.kind, ...(cited.sources.length === 0 ? ['not read'] : [])].join(', ')})`;
}

export const attributionChecks: Check[] = [
  attribution('ledger/misattributed', (answer) => answer === 'proved'),
  attribution('ledger/attribution', (answer) => answer === 'doubtful'),
];
