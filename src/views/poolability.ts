import { isPoolable, judge, type Ruling } from '../compare/rules.ts';
import type { EndpointNode, Library } from '../evidence/library.ts';
import { pooling } from '../i18n/pooling.ts';
import { datasetOfEndpoint } from './datasets.ts';
import { firstIn } from '../model/need.ts';

/** What the figures of an endpoint allow, all of them taken together. */
interface Poolability {
  /** Own figures of reports, not superseded, with counts or a ratio with its interval. */
  figures: number;
  trials: number;
  /**
   * How many figures each kind of statistic has, the most frequent first: proportion, hazard ratio, a grade
   * on a scale.
   */
  kinds: { label: string; figures: number }[];
  /** The rules that do not hold over all of them. */
  failing: Ruling[];
  /** The rules of which some do not state what they ask, and the others agree. */
  unstated: Ruling[];
}

/** Asks the gate of the synthesis about all poolable figures of an endpoint at once. */
export function poolability(endpoint: EndpointNode, library: Library): Poolability {
  const dataset = datasetOfEndpoint(endpoint, library);
  const facts = dataset.facts.filter(isPoolable);
  const { rulings } = judge(facts, new Map(dataset.trials.map((trial) => [trial.id, trial])));
  const kinds = [...Map.groupBy(facts, ({ row }) => row).values()].map((own) => ({
    label: firstIn(own).rowLabel,
    figures: own.length,
    order: firstIn(own).rowOrder,
  }));
  return {
    figures: facts.length,
    trials: new Set(facts.map(({ trial }) => trial)).size,
    kinds: kinds
      .sort((a, b) => b.figures - a.figures || a.order - b.order)
      .map(({ label, figures }) => ({ label, figures })),
    failing: rulings.filter(({ verdict }) => verdict === 'refused'),
    unstated: rulings.filter(({ verdict }) => verdict === 'unstated'),
  };
}

/** What the gate says of all figures of an endpoint, in words, before a reader chooses among them. */
export interface PoolingGate {
  /** How many may be pooled, and of which kinds. */
  says: string;
  kinds: string;
  /** What the rules say of all of them together. */
  verdict: string | undefined;
  failing: Ruling[];
  unstated: Ruling[];
  /** Who differs in what, rule by rule. */
  who: Ruling[];
  /** Where figures are chosen and pooled. */
  choose: string | undefined;
}

/** So many kinds are named. */
const mostKinds = 6;
/** Beyond so many letters nobody reads who differs in what; the synthesis tells it for chosen figures. */
const readable = 6000;

export function poolingGate(endpoint: EndpointNode, library: Library): PoolingGate {
  const words = pooling.gate;
  const { figures, trials, kinds, failing, unstated } = poolability(endpoint, library);
  const rulings = [...failing, ...unstated];
  const named = kinds.slice(0, mostKinds).map(({ label, figures: own }) => words.kind(label, own));
  const others = kinds.length - named.length;
  const nothing = { verdict: undefined, failing: [], unstated: [], who: [], choose: undefined };
  if (figures === 0) return { ...nothing, says: words.none, kinds: '' };
  const counted = {
    says: words.some(figures, trials),
    kinds: words.kinds([...named, ...(others > 0 ? [words.otherKinds(others)] : [])]),
  };
  if (figures === 1) return { ...nothing, ...counted, verdict: words.needsTwo };
  const met = unstated.length === 0 ? words.allMet : words.nothingDiffers;
  return {
    ...counted,
    verdict: failing.length === 0 ? met : words.notMet(failing.length),
    failing,
    unstated,
    who: rulings.reduce((sum, { says = '' }) => sum + says.length, 0) < readable ? rulings : [],
    choose: `/synthesis/?endpoint=${endpoint.id}`,
  };
}
