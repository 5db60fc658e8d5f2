import { gradesOf } from '../model/figure.ts';
import { partOf, type Outcome } from '../model/outcome.ts';
import type { Fact } from './library.ts';

/** The grade from which the common scales of adverse events (CTCAE, and ASTCT after it) call one severe. */
const leastSevere = 3;

/**
 * Which of its events an adverse event counts: those of any grade, the severe ones (by that word, or from
 * grade 3 on), or a part of the severe ones alone, such as those of grade 4. Undefined where others are
 * counted, or nobody says which.
 */
export function severityOf(outcome: Outcome): 'any' | 'severe' | 'some severe' | undefined {
  const grades = outcome.kind === 'adverse-event' ? gradesOf(outcome.grade) : undefined;
  if (!grades) return undefined;
  const [least, highest] = grades;
  if (least < leastSevere) return least === 1 && highest === 5 ? 'any' : undefined;
  return least === leastSevere && highest > leastSevere ? 'severe' : 'some severe';
}

/** Whether an event is graded, and of one grade alone. */
export function isOfOneGrade(outcome: Outcome): boolean {
  const grades = 'grade' in outcome && outcome.grade ? gradesOf(outcome.grade) : undefined;
  return grades !== undefined && grades[0] === grades[1];
}

/** Whether it counts the event of its endpoint, and no narrower one with a term of its own. */
export const isOfWholeEndpoint = ({ outcome }: Fact): boolean => !partOf(outcome, 'term');

/** Whether it counts all severe events of an endpoint of which severe ones matter. */
export const isSevere = (fact: Fact): boolean =>
  fact.endpoint.data.balance === 'severe-harm' &&
  severityOf(fact.outcome) === 'severe' &&
  isOfWholeEndpoint(fact);

/** Whether it is a harm as grave as the vocabulary asks before it is held against a benefit. */
export function isGraveHarm(fact: Fact): boolean {
  const { balance } = fact.endpoint.data;
  if (balance !== 'severe-harm') return balance === 'harm';
  const severity = severityOf(fact.outcome);
  return (severity === 'severe' || severity === 'some severe') && isOfWholeEndpoint(fact);
}
