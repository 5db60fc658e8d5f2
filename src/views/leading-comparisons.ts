import type { EndpointNode, Fact } from '../evidence/library.ts';
import { armOf } from '../evidence/standing.ts';
import type { Side } from './leading-figures.ts';
import { byRank } from '../model/order.ts';

/** Whether a fact holds two arms against each other, with a figure. */
export const isComparison = ({ outcome, comparator, versus }: Fact): boolean =>
  outcome.kind === 'contrast' &&
  comparator !== undefined &&
  !versus &&
  (outcome.estimate ?? outcome.p) !== undefined;

export const isRatio = ({ outcome }: Fact): boolean =>
  outcome.kind === 'contrast' && /^(HR|OR|RR)$/.test(outcome.measure) && outcome.estimate !== undefined;

/**
 * How two arms compare, of the same patients: a ratio before a difference and a P value, by the same report
 * where it says so; where the figure of one is missing, a ratio alone says enough. A P value of its own
 * stands beside an estimate that has neither an interval nor one.
 *
 * @param facts those of the arms; none where there is only a ratio
 */
export function comparisonsOf(facts: Side, all: readonly Fact[], endpoint: EndpointNode): Fact[] {
  const [first] = facts;
  const arms = facts.map(armOf);
  if (facts.length > 2) return [];
  const rankOf = (fact: Fact) => [
    measureRank(fact),
    Number(first !== undefined && fact.report !== first.report),
    fact.standing.place,
  ];
  const fitting = all
    .filter((fact) => fact.endpoint === endpoint && (first ? fact.population === first.population : true))
    .filter((fact) => (facts.length > 1 ? arms.includes(fact.comparator) : isRatio(fact)))
    .filter((fact) => !first || arms.includes(fact.arm))
    .toSorted((a, b) => byRank(rankOf(a), rankOf(b)));
  const [best] = fitting;
  if (best?.outcome.kind !== 'contrast') return [];
  const { estimate, interval, p } = best.outcome;
  const isBare = estimate !== undefined && interval === undefined && p === undefined;
  const further = all.find(
    ({ outcome, report, arm, population, endpoint: own }) =>
      own === endpoint &&
      outcome.kind === 'contrast' &&
      outcome.measure === 'p-only' &&
      report === best.report &&
      arm === best.arm &&
      population === best.population,
  );
  return isBare && further ? [best, further] : [best];
}

const measureRank = (fact: Fact) =>
  isRatio(fact) ? 0 : 1 + Number(fact.outcome.kind === 'contrast' && fact.outcome.estimate === undefined);
