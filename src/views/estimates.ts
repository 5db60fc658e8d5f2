import type { Dispute, Fact } from '../evidence/library.ts';
import { isContested } from '../evidence/ledger.ts';
import { isSilent, replaces } from '../evidence/standing.ts';
import { firstIn, valueIn } from '../model/need.ts';
import { byRank } from '../model/order.ts';
import { word } from '../wording/figures.ts';

/**
 * How another report states an estimate, next to the figure that stands for it; `digits` where only its
 * digits differ.
 */
type Echo = 'same' | 'digits' | 'differs' | 'earlier';

export interface Restatement {
  fact: Fact;
  echo: Echo;
  /** What differs from the figure that stands, where something does. */
  dispute: Dispute | undefined;
  /** The figure that it repeats, where that is not the one that stands. */
  as: Fact | undefined;
}

/** One estimate: the figure that stands for it, and the others that state it again or that it replaces. */
export interface Estimate {
  fact: Fact;
  restated: Restatement[];
}

/**
 * The estimates that figures of one study amount to: what a review or another report states again, and what a
 * later report replaces, goes with the figure that stands. Two reports of the study itself that count at
 * other times, other patients or by other definitions have an estimate each.
 */
export function estimatesOf(facts: readonly Fact[]): Estimate[] {
  const group = new Map(facts.map((fact) => [fact, [fact]]));
  const join = (a: Fact, b: Fact) => {
    const [one, other] = [group.get(a), group.get(b)];
    if (!one || !other || one === other) return;
    one.push(...other);
    for (const fact of other) group.set(fact, one);
  };
  for (const fact of facts) {
    for (const other of fact.corroboratedBy) join(fact, other);
    for (const dispute of fact.disputes) if (isOneEstimate(dispute)) join(...dispute.facts);
    if (fact.standing.superseded)
      for (const other of facts)
        if (other.endpoint === fact.endpoint && replaces(other, fact)) join(fact, other);
  }
  // A review that leaves out how a P value was tested says neither the same as its report nor another figure.
  for (const fact of facts) {
    if (fact.report.review === undefined || valueIn(group, fact).length > 1) continue;
    const repeated = facts.find((other) => other.report.review === undefined && repeats(fact, other));
    if (repeated) join(fact, repeated);
  }
  return [...new Set(group.values())].map((members) => {
    const sorted = members.toSorted(byStanding);
    const stands = firstIn(sorted);
    return { fact: stands, restated: sorted.slice(1).map((fact) => restatement(fact, stands, members)) };
  });
}

/** Reasons that make of two figures of the study's own reports two estimates. */
const ofTwo: readonly Dispute['reason'][] = ['data cut', 'definition', 'denominator'];

function isOneEstimate({ facts, reason }: Dispute): boolean {
  const isRestated = facts.some(({ report, standing }) => report.review !== undefined || standing.superseded);
  return isRestated || facts[0].report === facts[1].report || !ofTwo.includes(reason);
}

/**
 * The figure that stands first: stated at all, of the latest report, by the study itself, then as standing.ts
 * has it.
 */
function byStanding(a: Fact, b: Fact): number {
  const rank = (fact: Fact) => [
    Number(isSilent(fact)),
    Number(fact.standing.superseded),
    Number(fact.report.review !== undefined),
    fact.standing.place,
  ];
  return byRank(rank(a), rank(b));
}

/** Whether two figures have the same value at the same time. */
function readsLike(a: Fact, b: Fact): boolean {
  const [one, other] = [word(a.outcome, a.derived), word(b.outcome, b.derived)];
  return a.outcome.kind === b.outcome.kind && one.value === other.value && one.at === other.at;
}

/** Whether two figures of one study read alike, of the same patients and time. */
function repeats(a: Fact, b: Fact): boolean {
  return (
    a !== b &&
    readsLike(a, b) &&
    (['endpoint', 'population', 'arm', 'comparator', 'versus'] as const).every(
      (side) => a[side] === b[side],
    ) &&
    a.standing.row.id === b.standing.row.id
  );
}

function restatement(fact: Fact, stands: Fact, all: readonly Fact[]): Restatement {
  const own = fact.disputes.filter(({ facts }) => facts.includes(stands));
  const dispute = own.find(isContested) ?? own[0];
  if (dispute) {
    const echo = isContested(dispute) ? 'differs' : 'digits';
    return { fact, echo: fact.standing.superseded ? 'earlier' : echo, dispute, as: undefined };
  }
  if (fact.corroboratedBy.includes(stands) || readsLike(fact, stands))
    return { fact, echo: 'same', dispute, as: undefined };
  // It says the same as another figure of the group, which says how it differs.
  const as = all.find(
    (other) => other !== stands && other.report.review === undefined && repeats(fact, other),
  );
  return { fact, echo: as || fact.standing.superseded ? 'earlier' : 'differs', dispute: undefined, as };
}
