import { Compatibility } from '../synthesis/compatible.ts';
import { sharePatients } from '../model/patients.ts';
import { sizeOfArm } from '../model/trial.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { comparableFact, comparableTrial } from './comparable.ts';
import type { EndpointNode, Fact, TrialNode } from './library.ts';
import { countedIn } from './standing.ts';
import { valueIn } from '../model/need.ts';

/**
 * Decides which figures are pooled where the reader chooses nothing; pages, files and `almanac pool` take
 * what stands here. Of those that stand for an arm that is tested, in each row the largest set that the rules
 * of comparability let be pooled. Where no two studies are compatible, all of them, so that a reader sees
 * what stands between them; but no patient twice.
 *
 * To be asked when all studies are linked.
 */
export function chooseUsual(endpoints: readonly EndpointNode[], vocabulary: Vocabulary): void {
  const trialOf = new Map<TrialNode, ReturnType<typeof comparableTrial>>();
  for (const { facts } of endpoints) {
    const tested = facts.filter(({ standing, outcome }) => standing.tested && outcome.role !== 'planned');
    for (const { trial } of tested)
      if (!trialOf.has(trial)) trialOf.set(trial, comparableTrial(trial, vocabulary));
    for (const own of Map.groupBy(tested, ({ standing }) => standing.row.id).values()) {
      const byUid = new Map(own.map((fact) => [fact.uid, fact]));
      const trials = new Map(own.map(({ trial }) => [trial.id, valueIn(trialOf, trial)]));
      const compared = own.map((fact) => comparableFact(fact, vocabulary));
      const [largest] = new Compatibility(compared, trials, ({ uid }) =>
        patientsCounted(valueIn(byUid, uid)),
      ).sets();
      const usual = largest ? largest.map(({ uid }) => valueIn(byUid, uid)) : withoutSharing(own);
      for (const fact of usual) fact.standing = { ...fact.standing, usual: true };
    }
  }
}

/**
 * How many patients a figure stands for: those it counts; of a ratio, those of its two arms; 0 where nobody
 * says.
 */
export function patientsCounted({ standing: { effect }, population: { n }, arm, comparator }: Fact): number {
  if (effect?.kind === 'counts') return effect.total;
  if (n?.kind !== 'by-arm') return n?.figure.value ?? 0;
  return [arm, comparator].reduce((sum, side) => sum + ((side && sizeOfArm(n, side.id)?.value) ?? 0), 0);
}

/** Of the figures of two studies that share patients, the one that counts more. */
function withoutSharing(facts: readonly Fact[]): Fact[] {
  const kept: Fact[] = [];
  for (const fact of facts.toSorted((a, b) => patientsCounted(b) - patientsCounted(a)))
    if (!kept.some((one) => one.trial !== fact.trial && sharePatients(countedIn(one), countedIn(fact))))
      kept.push(fact);
  return kept;
}
