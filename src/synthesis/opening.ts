import { refusing, type RuleId } from '../compare/rules.ts';
import { isComparator } from '../model/roles.ts';
import { facets, has, passes, type Candidate, type Filters, type Row } from './candidates.ts';
import { Compatibility } from './compatible.ts';

/** What a question opens on. */
export interface Opening {
  /** uids of the figures that are ticked */
  figures: string[];
  /** The rule that asks for one class, where the question itself names several. */
  pass: RuleId[];
}

/**
 * The figures that a question opens on, where the reader has chosen none: the largest set that all rules let be pooled, as the
 * build has found it (evidence/usual.ts), or among what is asked for. Of several therapies, classes or targets it is the largest
 * that has a figure of each where there is one, and treatments of one class are not asked for. Where no two studies are
 * compatible, all figures of tested arms, so that a reader sees what stands between them.
 */
export function openingOf({ candidates }: Row, filters: Filters): Opening {
  const asked = facets.flatMap((facet) => (filters[facet] ?? []).map((value) => ({ facet, value })));
  if (asked.length === 0) return { figures: firstsOf(candidates.filter(({ usual }) => usual)), pass: [] };
  const own = candidates.filter((one) => isTested(one, candidates) && passes(one, filters));
  const trials = new Map(own.map(({ trial }) => [trial.id, trial]));
  const several = facets.some((facet) => (filters[facet]?.length ?? 0) > 1);
  const compatibility = new Compatibility(
    own.map(({ figures: [first] }) => first),
    trials,
    ({ counts }) => counts?.total ?? 0,
  );
  const sets = [...compatibility.sets(several ? 'treatment' : undefined)].map((facts) => new Set(facts));
  const holdsAll = (set: (typeof sets)[number]) =>
    asked.every(({ facet, value }) => own.some((one) => set.has(one.figures[0]) && has(one, facet, value)));
  const largest = sets.find(holdsAll) ?? sets[0];
  if (!largest) return { figures: firstsOf(own), pass: [] };
  return {
    figures: firstsOf(own.filter(({ figures: [first] }) => largest.has(first))),
    pass: several ? refusing([...largest], trials, ['treatment']) : [],
  };
}

const firstsOf = (candidates: readonly Candidate[]) => candidates.map(({ figures: [first] }) => first.uid);

/** As evidence/standing.ts has it: given a therapy and no comparator; a whole study, where no arm of it has a figure. */
function isTested({ trial, arm }: Candidate, all: readonly Candidate[]): boolean {
  const own = arm ? [arm] : trial.arms;
  const stands = arm !== undefined || !all.some((other) => other.trial === trial && other.arm);
  return stands && own.some(({ therapies }) => therapies.length > 0) && !own.some(({ role }) => isComparator(role));
}
