import type { Denominator, Rebased } from '../compare/dataset.ts';
import type { Fact } from '../evidence/library.ts';
import { outcomes } from '../i18n/outcomes.ts';
import { holdersOf, isPart, narrowness } from '../model/population.ts';
import { sizeOfArm, sumOfSize, type Population } from '../model/trial.ts';
import { clopperPearson } from '../stats/proportion.ts';

/**
 * The events of a figure as a share of a wider population: who was not evaluated counts as without the event.
 *
 * Nothing is guessed. To a narrower population a figure cannot be re-based, because how many of its events
 * are among them is not known; neither can a figure of a subgroup, nor one without counts.
 *
 * @returns undefined for figures that are no proportion of patients
 */
export function onDenominator(fact: Fact, denominator: Denominator): Rebased | undefined {
  const { outcome, derived, population, trial } = fact;
  if (outcome.kind !== 'proportion' && outcome.kind !== 'adverse-event') return undefined;
  const { denominator: said } = outcomes;
  const name = said.name[denominator];
  if (!derived.counts) return { missing: said.noCounts };
  const { events, total } = derived.counts;
  const chain = [population, ...holdersOf(population, trial.data.populations)];
  if (isPart(population, trial.data.populations)) return { missing: said.subgroup };
  if (population.kind === denominator) return proportion(events, total);
  if (narrowness(population.kind) < narrowness(denominator)) return { missing: said.unknownEvents(name) };
  const own = trial.data.populations.filter(({ kind }) => kind === denominator);
  const onTheWay = chain.filter(({ kind }) => kind === denominator);
  const found = onTheWay.length > 0 ? onTheWay : own;
  if (found.length > 1) return { missing: said.several(name) };
  const n = found[0] && sizeIn(found[0], fact);
  if (n === undefined) return { missing: said.unknownSize(name) };
  if (n < total) return { missing: said.fewer(name, n, total) };
  return proportion(events, n);
}

function proportion(events: number, total: number): Rebased {
  const { low, high } = clopperPearson(events, total);
  return { events, total, percent: (100 * events) / total, low: 100 * low, high: 100 * high };
}

/** Patients of a population in the arm of a figure; in all arms for a figure of the whole study. */
function sizeIn({ n }: Population, { arm, trial }: Fact): number | undefined {
  if (n === undefined) return undefined;
  if (n.kind === 'together' && arm && trial.data.arms.length > 1) return undefined;
  return arm && n.kind === 'by-arm' ? sizeOfArm(n, arm.id)?.value : sumOfSize(n);
}
