import { firstIn } from '../model/need.ts';
import { isGraveHarm } from '../evidence/severity.ts';
import type { EndpointNode, Fact, TrialNode } from '../evidence/library.ts';
import type { Family } from '../model/families.ts';
import { comparisonsOf, isComparison, isRatio } from './leading-comparisons.ts';
import { mayLead, sidesOf, type Reach, type Side } from './leading-figures.ts';
import { byRank } from '../model/order.ts';
import { sideRank } from './leading-ranks.ts';

/**
 * A result that leads the page of a study: the figures of its arms, and how they compare where a report says
 * so.
 */
export interface LeadingResult {
  endpoint: EndpointNode;
  /** One figure an arm, in the order of the arms; none where a report gives their comparison alone. */
  facts: Side;
  /** Rates at a time where the figures are medians. */
  rates: Side;
  /** How the arms compare: a ratio or difference first; a P value where it says more. */
  comparisons: Fact[];
}

const efficacy: readonly Family[] = ['response', 'residual-disease', 'survival', 'events'];
const harms: readonly Family[] = ['safety', 'relapse'];
const most = 4;
/** Families with a result that say enough without a second one of any. */
const enough = 3;

/** What is looked at in turn, until something is found. */
const attempts: readonly (readonly [families: readonly Family[], reach: Reach])[] = [
  [efficacy, {}],
  [efficacy, { reviewOnly: true }],
  [harms, {}],
  [efficacy, { part: true }],
  [harms, { reviewOnly: true, part: true }],
  [['pharmacology'], {}],
];

/**
 * What a study found, in short: of response, residual disease, survival and clinical events the endpoint that
 * counts most (primary, then with the most arms, then the first of the base), further ones of survival and
 * events where there is room, and a severe harm. Where a study reports none of these, its toxicity; then what
 * reviews alone report, or what is known of some of its patients.
 *
 * @param order the endpoints of the base
 */
export function leadingResults(trial: TrialNode, order: readonly EndpointNode[]): LeadingResult[] {
  for (const [families, reach] of attempts) {
    const found = reach.part
      ? ofParts(trial, order, families, reach)
      : families === efficacy
        ? answers(trial, order, reach)
        : others(trial, order, families, reach);
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * Response, residual disease, survival and events, and then a severe harm; what compares the arms before what
 * does not.
 */
function answers(trial: TrialNode, order: readonly EndpointNode[], reach: Reach): LeadingResult[] {
  const ranked = efficacy.map((family) => resultsOf(trial, order, [family], reach).filter(isAnswer));
  const first = ranked.flatMap(([best]) => best ?? []);
  if (first.length === 0) return [];
  const room = first.length < enough;
  const second = efficacy.flatMap((family, i) =>
    room ? (ranked[i] ?? []).slice(1, 1 + (further[family] ?? 0)) : [],
  );
  const harm = resultsOf(trial, order, ['safety'], {}).find(({ facts }) => facts.some(isGraveHarm));
  const found = [...first, ...second];
  const comparing = found.filter(({ facts, comparisons }) => facts.length > 1 || comparisons.length > 0);
  return [...comparing, ...found.filter((one) => !comparing.includes(one)), ...(harm ? [harm] : [])].slice(
    0,
    most,
  );
}

/**
 * How many results of a family stand beside its first: the parts of what happened say more than that it did.
 */
const further: Partial<Record<Family, number>> = { survival: 1, events: 2 };
/**
 * Of events less is better; of anything else what is better when lower, such as deaths, is covered by its
 * counterpart.
 */
const isAnswer = ({ endpoint: { data } }: LeadingResult) =>
  data.family === 'events' || data.direction !== 'lower';

/**
 * Of families where no endpoint counts more than another: those in the order of the entry, primary ones
 * first.
 */
function others(
  trial: TrialNode,
  order: readonly EndpointNode[],
  families: readonly Family[],
  reach: Reach,
): LeadingResult[] {
  const place = ({ endpoint }: LeadingResult) => trial.facts.findIndex((fact) => fact.endpoint === endpoint);
  const rankOf = (result: LeadingResult) => [Number(!isPrimary(result.endpoint, trial)), place(result)];
  return resultsOf(trial, order, families, reach)
    .toSorted((a, b) => byRank(rankOf(a), rankOf(b)))
    .slice(0, most);
}

/**
 * Where figures are known of some patients only, each stands for itself: the parts in the order of the entry.
 */
function ofParts(
  trial: TrialNode,
  order: readonly EndpointNode[],
  families: readonly Family[],
  reach: Reach,
): LeadingResult[] {
  const part = ({ facts: [fact] }: LeadingResult) =>
    trial.data.populations.findIndex((one) => one === fact?.population);
  return sidesOf(trial.facts, families, reach)
    .map((side) => resultOf(firstIn(side).endpoint, [side], comparable(trial, families, reach)))
    .toSorted((a, b) => part(a) - part(b) || order.indexOf(a.endpoint) - order.indexOf(b.endpoint))
    .slice(0, most);
}

/** The best result of each endpoint of some families, the one that counts most first. */
function resultsOf(
  trial: TrialNode,
  order: readonly EndpointNode[],
  families: readonly Family[],
  reach: Reach,
): LeadingResult[] {
  const sides = sidesOf(trial.facts, families, reach);
  const all = comparable(trial, families, reach);
  const endpoints = new Set([
    ...sides.map((side) => firstIn(side).endpoint),
    ...all.filter(isRatio).map((fact) => fact.endpoint),
  ]);
  const results = [...endpoints].map((endpoint) =>
    resultOf(
      endpoint,
      sides.filter(([fact]) => fact?.endpoint === endpoint),
      all,
    ),
  );
  const rankOf = ({ endpoint, facts, comparisons }: LeadingResult) => [
    Number(
      endpoint.data.balance !== undefined && endpoint.data.balance !== 'benefit' && !facts.some(isGraveHarm),
    ),
    Number(!isPrimary(endpoint, trial)),
    Number(comparisons.length === 0),
    -facts.length,
    order.indexOf(endpoint),
  ];
  return results.toSorted((a, b) => byRank(rankOf(a), rankOf(b)));
}

function resultOf(endpoint: EndpointNode, sides: readonly Side[], all: readonly Fact[]): LeadingResult {
  const own = sides.toSorted((a, b) => byRank(sideRank(a), sideRank(b)));
  const facts = own[0] ?? [];
  const [first] = facts;
  const rates =
    first?.outcome.kind === 'median' ? (own.find(([fact]) => fact?.outcome.kind === 'landmark') ?? []) : [];
  return { endpoint, facts, rates, comparisons: comparisonsOf(facts, all, endpoint) };
}

const comparable = ({ facts }: TrialNode, families: readonly Family[], reach: Reach) =>
  facts.filter(
    (fact) => families.includes(fact.endpoint.data.family) && isComparison(fact) && mayLead(fact, reach),
  );
const isPrimary = (endpoint: EndpointNode, { facts }: TrialNode) =>
  facts.some((fact) => fact.endpoint === endpoint && fact.outcome.role === 'primary');
