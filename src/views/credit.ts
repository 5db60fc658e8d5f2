import type { Fact, TherapyNode } from '../evidence/library.ts';
import { foremost } from '../evidence/standing.ts';
import { treatmentsOfArm } from '../evidence/treatments.ts';
import type { Arm } from '../model/trial.ts';
import { outcomeFamilies } from '../model/families.ts';
import { onceCompared } from '../model/once.ts';

/**
 * Whether a fact says something of a therapy: a fact of an arm that it treats; of the whole study, where it
 * treats every arm.
 */
export function isCreditedTo({ arm, trial }: Fact, therapy: TherapyNode): boolean {
  const isTreated = (one: Arm) => treatmentsOfArm(trial, one).includes(therapy);
  return arm ? isTreated(arm) : trial.data.arms.every(isTreated);
}

/** Every fact of the trials of a therapy that says something of it. */
export const factsOf = (therapy: TherapyNode): readonly Fact[] =>
  therapy.trials.flatMap((trial) => trial.facts.filter((fact) => isCreditedTo(fact, therapy)));

/**
 * What the trials of a therapy found, in short: of each arm and row the figure that stands for it, of all its
 * patients; of safety the endpoints that the balance of benefit and harm weighs.
 */
export const mainResultsOf = onceCompared(
  'main-results-of-therapy',
  (therapy: TherapyNode): readonly Fact[] =>
    foremost(factsOf(therapy), (fact) => fact).filter(
      ({ endpoint: { data }, standing }) =>
        standing.barred === undefined &&
        outcomeFamilies.includes(data.family) &&
        (data.family !== 'safety' || data.balance !== undefined),
    ),
);
