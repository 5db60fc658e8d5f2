import type { Fact } from '../evidence/library.ts';
import { armOf, foremost, inPart, isUnreached } from '../evidence/standing.ts';
import { isComparator } from '../model/roles.ts';
import type { Family } from '../model/families.ts';
import { partOf } from '../model/outcome.ts';

/** How far a figure is from what a study says of all its patients. */
export interface Reach {
  /** Reported by a review alone, where no report of the study gives it. */
  reviewOnly?: boolean;
  /** Of a part of the patients, where none is given of all. */
  part?: boolean;
}

/** Figures of one endpoint, row, report and population: one an arm, in the order of the arms. */
export type Side = Fact[];

const kinds: readonly Fact['outcome']['kind'][] = ['proportion', 'landmark', 'median', 'adverse-event'];
const statistics: readonly string[] = ['median', 'mean'];

/**
 * The figures of some families that may lead, side by side where one report gives them of one population for
 * several arms. What a later report has replaced never leads, nor what a report calls exploratory, nor what
 * it had only planned.
 */
export function sidesOf(facts: readonly Fact[], families: readonly Family[], reach: Reach): Side[] {
  const own = facts.filter(
    (fact) => families.includes(fact.endpoint.data.family) && kinds.includes(fact.outcome.kind),
  );
  const leading = own.filter((fact) => mayLead(fact, reach) && hasFigure(fact));
  const keyOf = ({ endpoint, standing, report, population, outcome }: Fact) =>
    [endpoint.id, standing.row.id, report.id, population.id, outcome.definition].join('|');
  return [...Map.groupBy(leading, keyOf).values()].flatMap((group) => {
    const arms = foremost(group, (fact) => fact).filter(({ versus }) => !versus);
    const ofArms = arms.filter((fact) => armOf(fact));
    const place = (fact: Fact) => fact.trial.data.arms.findIndex((arm) => arm === armOf(fact));
    const whole = arms.filter((fact) => !armOf(fact));
    // One arm of several says less than all of them together.
    if (whole.length === 0 && ofArms.every((fact) => isComparator(armOf(fact)?.role ?? ''))) return [];
    if (ofArms.length > 1 || (ofArms.length === 1 && whole.length === 0))
      return [ofArms.toSorted((a, b) => place(a) - place(b))];
    return whole.length > 0 ? [whole.slice(0, 1)] : [];
  });
}

/** Whether a figure, or the lack of one, may lead the page of its study. */
export function mayLead(fact: Fact, { reviewOnly = false, part = false }: Reach): boolean {
  const { outcome, standing, report, population } = fact;
  if (
    ['exploratory', 'planned'].includes(outcome.role) ||
    standing.superseded ||
    population.kind === 'screened'
  )
    return false;
  if (report.review !== undefined) return reviewOnly && !inPart(fact);
  return !inPart(fact) || part;
}

function hasFigure(fact: Fact): boolean {
  const { outcome, derived, endpoint } = fact;
  if (partOf(outcome, 'missing')) return isUnreached(fact);
  if (outcome.kind === 'median' && ['safety', 'relapse'].includes(endpoint.data.family)) return false;
  if (outcome.kind === 'median') return statistics.includes(outcome.statistic);
  if (outcome.kind !== 'proportion' && outcome.kind !== 'adverse-event') return true;
  return outcome.percent !== undefined || derived.percent !== undefined;
}
