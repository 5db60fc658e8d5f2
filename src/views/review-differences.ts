import { isContested } from '../evidence/ledger.ts';
import type { ClaimNode, Fact, ReviewNode } from '../evidence/library.ts';
import { disputedText, type Aspect } from '../evidence/ledger/compare.ts';
import type { Reason } from '../evidence/ledger/reason.ts';
import { findingsOf, type RankedFinding } from './findings.ts';
import type { Site } from './site.ts';

/** What a review states about a study where a report or a check says otherwise. */
interface ReviewDifference {
  fact: Fact;
  /** What reports of the study print instead. */
  others: { other: Fact; value: string; aspect: Aspect; reason: Reason }[];
  findings: RankedFinding[];
}

/** The checks that ask of the review itself, and not of the state of this base. */
const ofReviews =
  /^(identity|arithmetic|intervals|contrasts|order)\/|^ledger\/(?!unexplained|updated|explained)/;

/** How the figures of a review compare with what other sources say of the same. */
export interface ReviewCounts {
  all: number;
  /** Another source prints the same, and none of the same state of the data another figure. */
  agree: number;
  /**
   * Some source prints another figure of the same state of the data, or does not say at which it was taken.
   */
  differ: number;
  /** Others print other figures of a later or earlier state of the data only. */
  otherCut: number;
  /** No other source here prints a figure of the same. */
  alone: number;
}

export function countsOf(review: ReviewNode): ReviewCounts {
  const kinds = Map.groupBy(review.facts, (fact) => {
    const contested = fact.disputes.filter(isContested);
    if (contested.some(({ reason }) => reason !== 'data cut')) return 'differ';
    // Digits that were rounded or cut are the same figure.
    if (fact.corroboratedBy.length > 0 || fact.disputes.length > contested.length) return 'agree';
    return contested.length > 0 ? 'otherCut' : 'alone';
  });
  const count = (kind: 'agree' | 'differ' | 'otherCut' | 'alone') => kinds.get(kind)?.length ?? 0;
  return {
    all: review.facts.length,
    agree: count('agree'),
    differ: count('differ'),
    otherCut: count('otherCut'),
    alone: count('alone'),
  };
}

/** What the checks say of a statement of a review. What the ledger says has places of its own. */
function findingsOn(site: Site, node: Fact | ClaimNode): RankedFinding[] {
  return findingsOf(site, node).filter(({ code }) => ofReviews.test(code));
}

/** Where a review differs from the reports, study by study. An older data cut is no fault of the review. */
export function differencesOf(site: Site, review: ReviewNode): ReviewDifference[] {
  return review.facts
    .map((fact) => ({
      fact,
      others: fact.disputes
        .filter((dispute) => isContested(dispute) && dispute.reason !== 'data cut')
        .map(({ facts, aspect, reason }) => {
          const side = facts[0] === fact ? 1 : 0;
          return { other: facts[side], value: disputedText(facts[side].outcome, aspect), aspect, reason };
        }),
      findings: findingsOn(site, fact),
    }))
    .filter(({ others, findings }) => others.length > 0 || findings.length > 0);
}

/** The statements of a review on no single study of which a check says something. */
export function questionedClaims(
  site: Site,
  review: ReviewNode,
): { node: ClaimNode; findings: RankedFinding[] }[] {
  return review.claims
    .map((node) => ({ node, findings: findingsOn(site, node) }))
    .filter(({ findings }) => findings.length > 0);
}
