import { deriveShare } from '../../evidence/derive.ts';
import type { Outcome } from '../../model/outcome.ts';
import { sizeOfArm, sumOfSize, type Population, type Trial } from '../../model/trial.ts';
import type { Check } from '../check.ts';
import { exact, sizeFor } from '../facts.ts';

export const populations: Check<'trial'> = {
  code: 'order/populations',
  scope: 'trial',
  run({ trial }, ask) {
    trial.populations.forEach((population, i) => {
      const wider = trial.populations.find(({ id }) => id === population.of);
      // A later report may have counted more patients.
      if (!wider || population.report !== wider.report) return;
      for (const [small, large] of sizes(trial, population, wider)) {
        ask.expect(small <= large, () => ({
          where: ['populations', i, 'n'],
          message: `${population.id} has ${small} patients, more than the ${large} of ${wider.id}, of which it is a part`,
          actual: String(small),
          expected: `at most ${large}`,
          help: 'compare both numbers with the source, and which population is the wider one',
        }));
      }
    });
  },
};

/** The sizes of a population and of the wider one: arm by arm where both are reported so. */
function sizes({ arms }: Trial, { n }: Population, { n: whole }: Population): [number, number][] {
  if (!n || !whole) return [];
  if (n.kind === 'by-arm' && whole.kind === 'by-arm')
    return Object.entries(n.figures).flatMap(([arm, { value }]): [number, number][] => {
      const wider = sizeOfArm(whole, arm);
      return wider ? [[value, wider.value]] : [];
    });
  // What is known of some arms only is not the whole.
  if (whole.kind === 'by-arm' && !arms.every(({ id }) => sizeOfArm(whole, id))) return [];
  return [[sumOfSize(n), sumOfSize(whole)]];
}

/** The patients with an outcome, where they are counted or follow from the percentage alone. */
const eventsOf = (fact: Outcome) =>
  deriveShare(fact).counts?.events ?? ('events' in fact ? exact(fact.events)?.value : undefined);

/**
 * Where a figure of residual disease is said to be of the responders, there cannot be more of them than
 * patients with any response that the report counts in the arm. Cuts and definitions differ within a report,
 * so the largest counts.
 */
export const responders: Check<'outcome'> = {
  code: 'order/responders',
  scope: 'outcome',
  run({ fact, trial }, ask, { endpoints }) {
    if (fact.kind !== 'proportion' || endpoints.get(fact.endpoint)?.family !== 'residual-disease') return;
    const population = trial.populations.find(({ id }) => id === fact.population);
    if (population?.kind !== 'responders') return;
    const size =
      population.report === fact.report && population.n ? sizeFor(fact.arm, population.n, trial) : undefined;
    const own = exact(fact.total) ?? size ?? exact(fact.events);
    const isResponse = ({ endpoint }: Outcome) =>
      endpoints.get(endpoint)?.family === 'response' && endpoints.get(endpoint)?.direction === 'higher';
    const responses = trial.outcomes.filter(
      (other) =>
        other.kind === 'proportion' &&
        isResponse(other) &&
        other.report === fact.report &&
        other.arm === fact.arm &&
        !other.missing,
    );
    const counts = responses.map(eventsOf);
    // A response of which the number is not known may be the widest.
    if (!own || counts.length === 0 || counts.some((count) => count === undefined)) return;
    const most = Math.max(...(counts as number[]));
    ask.expect(own.value <= most, () => ({
      where: [fact.total ? 'total' : own === size ? 'population' : 'events'],
      message: `${own.printed} responders were assessed for residual disease, but the report counts no more than ${most} responses in the arm`,
      actual: own.printed,
      expected: `at most ${most}`,
      help: 'compare with the source whether the denominator is the responders, and whether both are of one data cut',
    }));
  },
};
