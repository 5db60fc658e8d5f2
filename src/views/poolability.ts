import { isPoolable, judge, type Ruling } from '../compare/rules.ts';
import type { EndpointNode, Library } from '../evidence/library.ts';
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
