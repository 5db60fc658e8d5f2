import { isContested } from '../evidence/ledger.ts';
import type { Dispute, Fact, TrialNode } from '../evidence/library.ts';
import { toldBy } from '../evidence/read-in.ts';
import { figures } from '../i18n/figures.ts';
import { inWords } from '../i18n/locale.ts';
import { trial as said } from '../i18n/trial.ts';
import { firstIn } from '../model/need.ts';
import { phrase } from '../model/phrases.ts';
import { viewText } from '../prose/render.ts';
import { listed } from '../wording/sentence.ts';

/** Two figures of a study of which one at most can be right, or both are, for a stated reason. */
export interface TrialDifference {
  endpoint: string;
  /** Of which arm, and what differs: figure, interval, P value … */
  about: string;
  sides: { path: string; figure: string; toldBy: string }[];
  why: string;
}

/**
 * Where the sources of a study differ: once for two figures, however many of their parts do. Those that
 * nothing explains are told, the others counted.
 */
export function trialDifferences({ facts }: TrialNode): { open: TrialDifference[]; explained: number } {
  const disputes = new Set(facts.flatMap((fact) => fact.disputes.filter(isContested)));
  const first = [...new Map([...disputes].map((dispute) => [dispute.id, dispute])).values()];
  const pairs = [...Map.groupBy(first, ({ facts: [a, b] }) => `${a.uid}~${b.uid}`).values()];
  const open = pairs.filter((own) => own.some(({ reason }) => reason === 'unexplained'));
  return { open: open.map(differenceOf), explained: pairs.length - open.length };
}

function differenceOf(own: readonly Dispute[]): TrialDifference {
  const [a, b] = firstIn(own).facts;
  const arm = a.arm && phrase(a.arm.label);
  const aspects = listed(own.map(({ aspect }) => figures.aspect[aspect]));
  const reasons = new Set(own.map(({ reason }) => figures.reason[reason]));
  return {
    endpoint: inWords(a.endpoint.data.label),
    about: [arm, aspects].filter(Boolean).join(said.row.semicolon),
    sides: [sideOf(a), sideOf(b)],
    why: listed([...reasons]),
  };
}

const sideOf = (fact: Fact) => ({
  path: `#${fact.outcome.id}`,
  figure: viewText(fact, 'full'),
  toldBy: toldBy(fact),
});
