import { deriveShare } from '../../evidence/derive.ts';
import { isFigure, type Figure } from '../../model/figure.ts';
import type { Outcome } from '../../model/outcome.ts';
import { sizeOfArm, type Population, type Trial } from '../../model/trial.ts';
import type { Check } from '../check.ts';
import { exact, outcomesOf, sizeFor } from '../facts.ts';

export const populations: Check = {
  code: 'order/populations',
  run({ corpus }, tally) {
    for (const source of corpus.entries.trials) {
      source.data?.populations.forEach((population, i) => {
        const wider = source.data!.populations.find(({ id }) => id === population.of);
        // A later report may have counted more patients.
        if (!wider || population.report !== wider.report) return;
        for (const [small, large] of sizes(source.data!, population, wider)) {
          tally.expect(source, small <= large, () => ({
            where: ['populations', i, 'n'],
            message: `${population.id} has ${small} patients, more than the ${large} of ${wider.id}, of which it is a part`,
            actual: String(small),
            expected: `at most ${large}`,
            help: 'compare both numbers with the source, and which population is the wider one',
          }));
        }
      });
    }
  },
};

/** The sizes of a population and of the wider one: arm by arm where both are told so. */
function sizes({ arms }: Trial, { n }: Population, { n: whole }: Population): [number, number][] {
  if (!n || !whole) return [];
  const byArm = (size: NonNullable<Population['n']>) => (isFigure(size) ? undefined : size);
  const all = (size: NonNullable<Population['n']>) =>
    Object.values(byArm(size) ?? { all: size as Figure }).reduce((sum, { value }) => sum + value, 0);
  const [parts, wholes] = [byArm(n), byArm(whole)];
  if (parts && wholes)
    return Object.keys(parts).flatMap((arm): [number, number][] => {
      const whole = sizeOfArm(wholes, arm);
      return whole ? [[parts[arm]!.value, whole.value]] : [];
    });
  // What is known of some arms only is not the whole.
  if (wholes && !arms.every(({ id }) => wholes[id])) return [];
  return [[all(n), all(whole)]];
}

/** The patients with an outcome, where they are counted or follow from the percentage alone. */
const eventsOf = (fact: Outcome) =>
  deriveShare(fact).counts?.events ?? ('events' in fact ? exact(fact.events)?.value : undefined);

/**
 * Where a figure of residual disease is said to be of the responders, there cannot be more of them than patients with
 * any response that the report counts in the arm. Cuts and definitions differ within a report, so the largest counts.
 */
export const responders: Check = {
  code: 'order/responders',
  run({ corpus }, tally) {
    const families = new Map(corpus.files.endpoints?.data?.map(({ id, family, direction }) => [id, `${family} ${direction}`]));
    for (const { source, path, fact, trial } of outcomesOf(corpus)) {
      if (fact.kind !== 'proportion' || !families.get(fact.endpoint)?.startsWith('residual-disease')) continue;
      const population = trial.populations.find(({ id }) => id === fact.population);
      if (population?.kind !== 'responders') continue;
      const size = population.report === fact.report && population.n ? sizeFor(fact.arm, population.n, trial) : undefined;
      const own = exact(fact.total) ?? size ?? exact(fact.events);
      const responses = trial.outcomes.filter(
        (other) =>
          other.kind === 'proportion' &&
          families.get(other.endpoint) === 'response higher' &&
          other.report === fact.report &&
          other.arm === fact.arm &&
          !other.missing,
      );
      const counts = responses.map(eventsOf);
      // A response of which the number is not known may be the widest.
      if (!own || counts.length === 0 || counts.some((count) => count === undefined)) continue;
      const most = Math.max(...(counts as number[]));
      tally.expect(
        source,
        own.value <= most,
        () => ({
          where: [...path, fact.total ? 'total' : own === size ? 'population' : 'events'],
          message: `${own.printed} responders are told of residual disease, but the report counts no more than ${most} responses in the arm`,
          actual: own.printed,
          expected: `at most ${most}`,
          help: 'compare with the source whether the denominator is the responders, and whether both are of one data cut',
        }),
        fact,
      );
    }
  },
};
