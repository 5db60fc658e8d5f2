import type { Figure } from '../../model/figure.ts';
import { partOf, type Outcome } from '../../model/outcome.ts';
import { sumOfSize, type Trial } from '../../model/trial.ts';
import type { Check } from '../check.ts';
import { countsPatients, exact } from '../facts.ts';

/** A comparison with patients of another study is not one within a study, whatever the words around it. */
export const historicalComparator: Check<'outcome'> = {
  code: 'ledger/historical-comparator',
  scope: 'outcome',
  run({ source, fact, trial }, ask) {
    if (fact.kind !== 'contrast' || fact.comparator === undefined) return;
    const sides = trial.arms.filter(({ id }) => id === fact.arm || id === fact.comparator);
    const [own] = source.entry.split('/').slice(-1);
    const other = sides.find(
      ({ role, study }) => role === 'historical' || (study !== undefined && study !== own),
    );
    ask.expectNone(other, ({ id, label, study }) => ({
      where: [id === fact.comparator ? 'comparator' : 'arm'],
      message: `${fact.report} compares with ${label}${study ? ` (${study})` : ''}: not within one study`,
      actual: id,
      expected: 'an arm of this study',
      help: 'nothing to fix: the comparison is shown as one across studies',
    }));
  },
};

/** Every number of patients that the study's own reports count by: totals, sizes of populations, counts. */
function ownNumbers(trial: Trial, isReview: (report: string) => boolean): Set<number> {
  const figures = (fact: Outcome): (Figure | undefined)[] => [
    partOf(fact, 'total'),
    countsPatients(fact) ? fact.value : undefined,
  ];
  const sizes = trial.populations
    .filter(({ report }) => report === undefined || !isReview(report))
    .flatMap(({ n }) => {
      if (!n) return [];
      const parts = n.kind === 'by-arm' ? Object.values(n.figures).map(({ value }) => value) : [];
      return [...parts, sumOfSize(n)];
    });
  const own = trial.outcomes
    .filter(({ report, role }) => !isReview(report) && role !== 'planned')
    .flatMap(figures);
  return new Set([...sizes, ...own.flatMap((figure) => exact(figure)?.value ?? [])]);
}

/**
 * A review's denominator that no report of the study uses was made elsewhere, or misread. Reports are often
 * read in part: only where one of them counts the same endpoint out of a total can its numbers be said to be
 * known.
 */
export const denominator: Check<'trial'> = {
  code: 'ledger/denominator',
  scope: 'trial',
  run({ trial, outcomes }, ask) {
    const reviews = new Set(trial.reports.filter(({ kind }) => kind === 'review').map(({ id }) => id));
    const own = ownNumbers(trial, (report) => reviews.has(report));
    const counted = new Set(
      trial.outcomes.flatMap((fact) =>
        !reviews.has(fact.report) && partOf(fact, 'total') ? fact.endpoint : [],
      ),
    );
    for (const placed of outcomes) {
      const { fact } = placed;
      const total = reviews.has(fact.report) && 'total' in fact ? exact(fact.total) : undefined;
      if (!total || !counted.has(fact.endpoint)) continue;
      const fault = () => ({
        where: ['total'],
        message: `${fact.report} counts ${fact.id} out of ${total.printed}; no report of the study that was read uses this number`,
        actual: total.printed,
        expected: [...own].sort((a, b) => a - b).join(', '),
        help: 'compare with the review; where it prints the number, the note stands',
      });
      ask.expect(own.has(total.value), fault, placed);
    }
  },
};
