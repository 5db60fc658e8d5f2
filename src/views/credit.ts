import type { Fact, TherapyNode } from '../evidence/library.ts';

/** Whether a fact says something of a therapy: a fact of an arm that receives it; of the whole study, where every arm does. */
export function isCreditedTo({ arm, trial }: Fact, { id }: TherapyNode): boolean {
  const gives = ({ therapies }: { therapies: readonly string[] }) => therapies.includes(id);
  return arm ? gives(arm) : trial.data.arms.every(gives);
}

/** Every fact of the trials of a therapy that says something of it. */
export function factsOf(therapy: TherapyNode): Fact[] {
  return therapy.trials.flatMap((trial) => trial.facts.filter((fact) => isCreditedTo(fact, therapy)));
}
