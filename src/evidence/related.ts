import type { TrialNode } from './library.ts';
import { treatmentsAmong } from './treatments.ts';
import { byText } from '../model/order.ts';

const mostRelated = 6;

/**
 * Tells each trial the others that share most with it: a therapy in common weighs twice as much as a target.
 * Trials that give the same therapies are related to the same others, so each set of therapies is weighed
 * once, and only against those that share something with it.
 */
export function relate(trials: readonly TrialNode[]): void {
  const sets = [
    ...Map.groupBy(trials, ({ therapies }) => JSON.stringify(therapies.map(({ id }) => id).sort())).values(),
  ];
  const having = new Map<object, TrialNode[][]>();
  const partsOf = ([first]: readonly TrialNode[]) => [
    ...treatmentsAmong(first?.therapies ?? []).map((part) => ({ part, weight: 2 })),
    ...(first?.targets ?? []).map((part) => ({ part, weight: 1 })),
  ];
  for (const set of sets)
    for (const { part } of partsOf(set)) {
      const others = having.get(part);
      if (others) others.push(set);
      else having.set(part, [set]);
    }
  for (const own of sets) {
    const shared = new Map<TrialNode[], number>();
    for (const { part, weight } of partsOf(own))
      for (const set of having.get(part) ?? []) shared.set(set, (shared.get(set) ?? 0) + weight);
    const nearest = [...Map.groupBy(shared, ([, weight]) => weight)]
      .sort(([a], [b]) => b - a)
      .flatMap(([, alike]) =>
        // One more of each than are shown, as a trial is not related to itself.
        alike.flatMap(([set]) => set.slice(0, mostRelated + 1)).sort((a, b) => byText(a.id, b.id)),
      );
    for (const trial of own) trial.related = nearest.filter((other) => other !== trial).slice(0, mostRelated);
  }
}
