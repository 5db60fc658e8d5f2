import { firstIn } from '../model/need.ts';
import { isContested } from '../evidence/ledger.ts';
import type { Dispute, Fact, TrialNode } from '../evidence/library.ts';
import type { Reason } from '../evidence/ledger/reason.ts';

/** Two figures of a study of which one at most can be right, or both are, for a stated reason. */
export interface TrialDifference {
  facts: readonly [Fact, Fact];
  /** What differs: figure, interval, P value … */
  aspects: Dispute['aspect'][];
  reasons: Reason[];
}

/** Where the sources of a study differ: once for two figures, however many of their parts do. */
export function trialDifferences({ facts }: TrialNode): {
  open: TrialDifference[];
  explained: TrialDifference[];
} {
  const disputes = new Set(facts.flatMap((fact) => fact.disputes.filter(isContested)));
  const first = [...new Map([...disputes].map((dispute) => [dispute.id, dispute])).values()];
  const pairs = Map.groupBy(first, ({ facts: [a, b] }) => `${a.uid}~${b.uid}`);
  const all = [...pairs.values()].map((own): TrialDifference => ({
    facts: firstIn(own).facts,
    aspects: own.map(({ aspect }) => aspect),
    reasons: [...new Set(own.map(({ reason }) => reason))],
  }));
  const isOpen = ({ reasons }: TrialDifference) => reasons.includes('unexplained');
  return { open: all.filter(isOpen), explained: all.filter((one) => !isOpen(one)) };
}
