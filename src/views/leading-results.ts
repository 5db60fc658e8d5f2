import type { EndpointNode, Fact, TrialNode } from '../evidence/library.ts';
import { armOf, foremost } from '../evidence/standing.ts';
import { daysIn, daysOf } from '../model/figure.ts';
import type { Family } from '../model/vocabulary.ts';
import { itemIn } from '../model/need.ts';

/** A result that leads the page of a study: the figures of its arms, and how they compare where a report says so. */
export interface LeadingResult {
  endpoint: EndpointNode;
  /** The statistic or time that the figures share, where the endpoint alone does not say it: `median`, `at 12 months`. */
  row: string | undefined;
  /** One figure an arm, in the order of the arms. */
  facts: Fact[];
  ratio: Fact | undefined;
}

const families: readonly Family[] = ['response', 'residual-disease', 'survival'];
const kinds: readonly Fact['outcome']['kind'][] = ['proportion', 'landmark', 'median'];

/**
 * What a study found, in short: of response, residual disease and survival the endpoint that counts most (primary, then with
 * the most arms, then the first of the base), each with the figures that stand for its arms.
 *
 * @param order the endpoints of the base
 */
export function leadingResults(trial: TrialNode, order: readonly EndpointNode[]): LeadingResult[] {
  const primary = new Set(trial.facts.filter(isPrimary).map(({ endpoint }) => endpoint));
  const standing = foremost(trial.facts, (fact) => fact).filter((fact) => fact.standing.barred === undefined && hasFigure(fact));
  return families.flatMap((family) => {
    const own = standing.filter(({ endpoint }) => endpoint.data.family === family);
    const ratios = own.filter(({ standing: { effect }, comparator }) => effect?.kind === 'ratio' && comparator);
    const rates = Map.groupBy(
      own.filter((fact) => kinds.includes(fact.outcome.kind) && armOf(fact)),
      ({ endpoint, standing: { row } }) => `${endpoint.id}|${row.id}`,
    );
    const rankOf = (first: Fact, others: number) => [
      Number(!primary.has(first.endpoint)),
      Number(!ratios.some(({ endpoint }) => endpoint === first.endpoint)),
      -others,
      order.indexOf(first.endpoint),
      timeRank(first),
    ];
    const ranked = [...rates.values()].flatMap((all) => {
      const [first] = all;
      return first ? { first, all, rank: rankOf(first, all.length - 1) } : [];
    });
    const [best] = ranked.toSorted((a, b) => compare(a.rank, b.rank));
    if (!best) return [];
    const { endpoint, standing: stands, outcome } = best.first;
    const ratio = ratios.find((one) => one.endpoint === endpoint);
    const arms = (fact: Fact) => trial.data.arms.findIndex((arm) => arm === armOf(fact));
    const facts = best.all.toSorted((a, b) => arms(a) - arms(b));
    return [{ endpoint, row: outcome.kind === 'proportion' ? undefined : stands.row.label, facts, ratio }];
  });
}

const isPrimary = ({ outcome }: Fact) => 'role' in outcome && outcome.role === 'primary';

/** A median before rates at a time, and of those the rate nearest to one year, which most reports have; then means. */
function timeRank({ outcome }: Fact): number {
  if (outcome.kind === 'landmark') return 1 + Math.abs(daysOf(outcome.at) - daysIn.years);
  return outcome.kind === 'median' && outcome.statistic !== 'median' ? Infinity : 0;
}

function hasFigure({ outcome, derived }: Fact): boolean {
  if ('missing' in outcome && outcome.missing !== undefined) return outcome.missing === 'not-reached';
  return outcome.kind !== 'proportion' || outcome.percent !== undefined || derived.percent !== undefined;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, i) => one !== b[i]);
  return at < 0 ? 0 : itemIn(a, at) - itemIn(b, at);
}
