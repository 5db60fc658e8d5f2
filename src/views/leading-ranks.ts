import { firstIn } from '../model/need.ts';
import type { Fact } from '../evidence/library.ts';
import { distanceOf } from '../evidence/read-in.ts';
import { isGraveHarm, isOfOneGrade, isOfWholeEndpoint } from '../evidence/severity.ts';
import { armOf } from '../evidence/standing.ts';
import { daysIn, daysOf } from '../model/figure.ts';
import { eventFamilies } from '../model/families.ts';
import type { Side } from './leading-figures.ts';

/**
 * Which figures of an endpoint lead, lower is better: of the most arms; as grave as the endpoint asks, and
 * not of one grade alone; of the whole endpoint; read in the report itself; a median before rates; then as
 * they stand for their arms.
 */
export function sideRank(side: Side): number[] {
  const first = firstIn(side);
  const { outcome, endpoint } = first;
  const arm = armOf(first);
  return [
    -side.filter((fact) => armOf(fact)?.role !== 'historical').length,
    Number(endpoint.data.balance === 'severe-harm' && !isGraveHarm(first)),
    Number(isOfOneGrade(outcome)),
    Number(!isOfWholeEndpoint(first)),
    Math.max(...side.map(distanceOf)),
    Math.max(...side.map(timeRank)),
    Number(eventFamilies.includes(endpoint.data.family) && outcome.definition !== undefined),
    Math.min(...side.map(({ standing }) => standing.place)),
    arm ? first.trial.data.arms.indexOf(arm) : -1,
  ];
}

/**
 * A median before rates at a time, and of those the rate nearest to one year, which most reports have; then a
 * median that was not reached, which says little of its own; then means.
 */
function timeRank({ outcome }: Fact): number {
  if (outcome.kind === 'landmark') return 1 + Math.abs(daysOf(outcome.at) - daysIn.years);
  if (outcome.kind !== 'median') return 0;
  if (outcome.statistic !== 'median') return Infinity;
  return outcome.value === undefined ? Number.MAX_SAFE_INTEGER : 0;
}
