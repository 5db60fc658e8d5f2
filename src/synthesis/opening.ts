import { refusing, softRules, type RuleId } from '../compare/rules.ts';
import { valueIn } from '../model/need.ts';
import { isComparator } from '../model/roles.ts';
import { facets, has, passes, type Candidate, type Filters, type Row } from './candidates.ts';
import { Compatibility } from './compatible.ts';

/** What a question opens on. */
interface Opening {
  /** uids of the figures that are ticked */
  figures: string[];
  /** The rule that asks for one class, where the question itself names several. */
  pass: RuleId[];
}

/**
 * The figures that a question opens on, where the reader has chosen none: the largest set that all rules let
 * be pooled, as the build has found it (evidence/usual.ts), or among what is asked for. Of several therapies,
 * classes or targets it is the largest that has a figure of each where there is one, and treatments of one
 * class are not asked for. Where no two studies are compatible, all figures of tested arms, so that a reader
 * sees what stands between them.
 */
export function openingOf({ candidates }: Row, filters: Filters): Opening {
  const asked = facets.flatMap((facet) => (filters[facet] ?? []).map((value) => ({ facet, value })));
  if (asked.length === 0) return { figures: firstsOf(candidates.filter(({ usual }) => usual)), pass: [] };
  const { own, trials, sets } = among(candidates, filters);
  const several = facets.some((facet) => (filters[facet]?.length ?? 0) > 1);
  const found = several ? sets('treatment') : sets();
  const holdsAll = (set: readonly Candidate[]) =>
    asked.every(({ facet, value }) => set.some((one) => has(one, facet, value)));
  const largest = found.find(holdsAll) ?? found[0];
  if (!largest) return { figures: firstsOf(own), pass: [] };
  const facts = largest.map(({ figures: [first] }) => first);
  return { figures: firstsOf(largest), pass: several ? refusing(facts, trials, ['treatment']) : [] };
}

/**
 * The largest set of what is asked for that no rule refuses for good, so that a reader sees which of the
 * others do.
 */
export function widestOf({ candidates }: Row, filters: Filters): string[] {
  const { own, sets } = among(candidates, filters);
  return firstsOf(sets(...softRules)[0] ?? own);
}

/**
 * The arms that are tested among what is asked for, and the sets of them that can be pooled if some rules are
 * let pass.
 */
function among(candidates: readonly Candidate[], filters: Filters) {
  const own = candidates.filter((one) => isTested(one, candidates) && passes(one, filters));
  const trials = new Map(own.map(({ trial }) => [trial.id, trial]));
  const byFact = new Map(own.map((one) => [one.figures[0], one]));
  const compatibility = new Compatibility([...byFact.keys()], trials, ({ counts }) => counts?.total ?? 0);
  const sets = (...pass: RuleId[]) =>
    [...compatibility.sets(...pass)].map((facts) => facts.map((fact) => valueIn(byFact, fact)));
  return { own, trials, sets };
}

const firstsOf = (candidates: readonly Candidate[]) => candidates.map(({ figures: [first] }) => first.uid);

/**
 * As evidence/standing.ts has it: given a therapy and no comparator; a whole study, where no arm of it has a
 * figure.
 */
function isTested({ trial, arm }: Candidate, all: readonly Candidate[]): boolean {
  const own = arm ? [arm] : trial.arms;
  const stands = arm !== undefined || !all.some((other) => other.trial === trial && other.arm);
  return (
    stands && own.some(({ therapies }) => therapies.length > 0) && !own.some(({ role }) => isComparator(role))
  );
}
