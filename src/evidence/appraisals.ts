import { appraisalTools } from '../model/appraisal-tools.ts';
import type { Outcome } from '../model/outcome.ts';
import type { AppraisalNode, Fact } from './library.ts';
import { armOf, inPart } from './standing.ts';

/** Whether a result compares two arms of its study, and not, say, two populations. */
export const comparesArms = (outcome: Outcome): boolean =>
  outcome.kind === 'contrast' && outcome.comparator !== undefined && outcome.comparator !== outcome.arm;

/**
 * The appraisal that stands for a fact: its own; else that of its endpoint, which is one that names the
 * endpoint, or another result of it with the same patients on the same sides. What a tool for comparisons
 * says of two arms does not stand for a figure of one of them, nor what is said of all patients for a
 * subgroup. Of several, one that was judged from the full text stands first, then the one listed first.
 *
 * @param fact of a linked trial
 * @returns undefined where nobody judged
 */
export function riskOfBias(fact: Fact): AppraisalNode | undefined {
  const { appraisals } = fact.trial;
  const own = appraisals.filter((one) => one.fact === fact);
  const ofEndpoint = () => appraisals.filter((one) => one.endpoint === fact.endpoint && standsFor(one, fact));
  return nearest(own) ?? nearest(ofEndpoint());
}

function standsFor({ data, fact: judged }: AppraisalNode, fact: Fact): boolean {
  if (fact.outcome.role === 'planned' || fact.outcome.kind === 'association') return false;
  const isComparison = appraisalTools[data.tool].judges !== 'series';
  if (isComparison ? !comparesArms(fact.outcome) : fact.outcome.kind === 'contrast') return false;
  if (!judged) return !inPart(fact);
  return (
    sidesOf(judged) === sidesOf(fact) &&
    (inPart(fact) ? judged.population === fact.population : !inPart(judged))
  );
}

const sidesOf = (fact: Fact) => JSON.stringify([armOf(fact)?.id, fact.comparator?.id].sort());

const nearest = (appraisals: readonly AppraisalNode[]) =>
  appraisals.find(({ data }) => data.basis.includes('full-text')) ?? appraisals[0];
