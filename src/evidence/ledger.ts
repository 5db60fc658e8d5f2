import type { Outcome } from '../model/outcome.ts';
import type { Trial } from '../model/trial.ts';
import { compare, type Answer, type Aspect, type Difference } from './ledger/compare.ts';
import { isOfDigits } from './ledger/reason.ts';
import { slotsOf } from './ledger/slot.ts';
import { intervalOf, isAlike, numberOf, pOf } from './ledger/printed-number.ts';
import { valueIn } from '../model/need.ts';

/** Two facts in one slot that print different figures. */
export interface Discrepancy extends Difference {
  /** `trial/first~second#aspect`, stable while the facts are. */
  id: string;
  /** The facts by id: the earlier listed report first. */
  facts: readonly [Outcome, Outcome];
}

/** Two facts that were held against each other in one aspect, and what came of it. */
interface Comparison {
  facts: readonly [Outcome, Outcome];
  asked: Answer['asked'];
  found: Discrepancy | undefined;
}

/** What the reports of one trial say of the same slots. */
export interface TrialLedger {
  /** Id of an outcome → ids of outcomes of other reports that print the same figure. */
  corroborated: Map<string, string[]>;
  discrepancies: Discrepancy[];
  comparisons: Comparison[];
}

/** Whether a difference puts one of two figures in question; digits that were rounded or cut do not. */
export const isContested = ({ reason }: Pick<Discrepancy, 'reason'>): boolean => !isOfDigits(reason);

/**
 * Holds the facts of one trial against each other, slot by slot: those of different reports, and those that
 * were read of one report in different places.
 *
 * @param descriptive endpoints that describe patients or treatment (descriptiveEndpoints)
 */
export function ledgerOf(trialId: string, trial: Trial, descriptive: ReadonlySet<string>): TrialLedger {
  const corroborated = new Map<string, string[]>();
  const comparisons: Comparison[] = [];
  const rank = new Map(trial.reports.map(({ id }, i) => [id, i]));
  const facts = trial.outcomes
    // What names a report that the trial does not list is a fault of its own (links/report).
    .filter((fact) => fact.role !== 'planned' && rank.has(fact.report))
    .toSorted((a, b) => valueIn(rank, a.report) - valueIn(rank, b.report));
  const slots = slotsOf(facts, descriptive);
  for (const slot of new Set(slots.values())) {
    slot.forEach((a, i) => {
      for (const b of slot.slice(i + 1)) {
        if (a.report === b.report && a.source === b.source) continue;
        const answers = compare(trial, [a, b]);
        const id = ({ aspect }: Difference) => `${trialId}/${a.id}~${b.id}#${aspect.replace(' ', '-')}`;
        for (const { asked, difference: own } of answers)
          comparisons.push({ facts: [a, b], asked, found: own && { id: id(own), facts: [a, b], ...own } });
        const isSame =
          answers.every(({ difference: own }) => !own || isOfDigits(own.reason)) &&
          isAlike(numberOf(a), numberOf(b));
        if (a.report === b.report || !isSame) continue;
        corroborated.set(a.id, [...(corroborated.get(a.id) ?? []), b.id]);
        corroborated.set(b.id, [...(corroborated.get(b.id) ?? []), a.id]);
      }
    });
  }
  const found = comparisons.flatMap((comparison) => comparison.found ?? []);
  const own = comparisons.filter(
    ({ found: one }) => !one || !isRepetition(trial, one, found, valueIn(slots, one.facts[0])),
  );
  return { corroborated, comparisons: own, discrepancies: own.flatMap(({ found: one }) => one ?? []) };
}

/**
 * A fact that repeats another of its slot differs from a third just as that one does: the difference stands
 * in the ledger once. So a review that repeats one report does not differ from the next; and of a report that
 * prints two figures, told apart by their definitions, another report differs from none where it repeats one.
 */
function isRepetition(
  trial: Trial,
  found: Discrepancy,
  all: readonly Discrepancy[],
  slot: readonly Outcome[],
): boolean {
  const [a, b] = found.facts;
  const isReview = (fact: Outcome) =>
    trial.reports.some(({ id, kind }) => id === fact.report && kind === 'review');
  /** Whether some fact besides `other` says in one aspect what `fact` says. */
  const repeats = (fact: Outcome, other: Outcome, aspect: Aspect) =>
    slot.some(
      (third) =>
        third !== fact &&
        third !== other &&
        !isReview(third) &&
        (isReview(fact) || third.report === other.report) &&
        says(third, fact, aspect) &&
        !all.some(
          ({ aspect: own, facts }) => own === aspect && facts.includes(third) && facts.includes(fact),
        ),
    );
  const differ = (aspect: Aspect) =>
    all.some((d) => d.aspect === aspect && d.facts[0] === a && d.facts[1] === b);
  // Where the figure is that of another report, interval and P cannot be those of this one.
  const isRepeater = (fact: Outcome, other: Outcome) =>
    repeats(fact, other, found.aspect) || (differ('figure') && repeats(fact, other, 'figure'));
  if (isReview(b)) return isRepeater(b, a);
  if (isReview(a)) return isRepeater(a, b);
  return a.report !== b.report && (isRepeater(a, b) || isRepeater(b, a));
}

/** Whether two facts can be compared in an aspect. */
function says(a: Outcome, b: Outcome, aspect: Aspect): boolean {
  if (aspect === 'figure') return isAlike(numberOf(a), numberOf(b));
  return (aspect === 'P value' || aspect === 'sidedness' ? pOf(a) : intervalOf(a)) !== undefined;
}
