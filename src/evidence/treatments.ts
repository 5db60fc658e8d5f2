import type { Arm } from '../model/trial.ts';
import type { Fact, TherapyNode, TrialNode } from './library.ts';
import { armOf } from './standing.ts';
import { withId } from '../model/need.ts';

/**
 * What counts as the treatment, of what was given: what only prepares for another therapy (`preparatory` in
 * the vocabulary) is left out, unless nothing else was given. Every view that counts or compares treatments
 * asks here.
 */
export function treatmentsAmong(given: readonly TherapyNode[]): readonly TherapyNode[] {
  const own = given.filter((therapy) => !therapy.class.preparatory);
  return own.length > 0 ? own : given;
}

/** The treatments of an arm. */
export function treatmentsOfArm(trial: TrialNode, { therapies }: Arm): readonly TherapyNode[] {
  return treatmentsAmong(therapies.map((id) => withId(trial.therapies, id)));
}

/** The treatments of the arm of a figure; of all arms, for a figure of a whole study that has several. */
export function treatmentsOf(fact: Fact): readonly TherapyNode[] {
  const arm = armOf(fact);
  const arms = arm ? [arm] : fact.trial.data.arms;
  return [...new Set(arms.flatMap((one) => treatmentsOfArm(fact.trial, one)))];
}

/** The trials in which a therapy is a treatment. */
export function trialsTreating(therapy: TherapyNode): TrialNode[] {
  return therapy.trials.filter((trial) =>
    trial.data.arms.some((arm) => treatmentsOfArm(trial, arm).includes(therapy)),
  );
}
