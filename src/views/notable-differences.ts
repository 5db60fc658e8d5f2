import { isContested } from '../evidence/ledger.ts';
import { disputedText } from '../evidence/ledger/compare.ts';
import type { Dispute, Fact } from '../evidence/library.ts';
import { distanceOf, toldBy } from '../evidence/read-in.ts';
import { figures } from '../i18n/figures.ts';
import { inWords } from '../i18n/locale.ts';
import { quality } from '../i18n/quality.ts';
import { byRank } from '../model/order.ts';
import { outcomeFamilies } from '../model/families.ts';
import { word } from '../wording/figures.ts';
import { lowered } from './figure-chart.ts';

/** One side of a difference: who says what. */
interface Side {
  who: string;
  value: string;
  path: string;
}

/** A difference between two sources as a sentence. */
export interface NotableDifference {
  study: { name: string; path: string };
  /** `overall survival`, `response, interval` */
  what: string;
  sides: readonly [Side, Side];
  /** What is known of why. */
  why: string;
}

/** Differences of one sort, the most notable first. */
interface DifferenceGroup {
  id: 'reports' | 'reviews';
  title: string;
  all: NotableDifference[];
}

/**
 * The differences that a reader should know of: those that neither digits nor the date of the data explain.
 * Reports of a study among themselves, then reviews against reports. How patients fared comes first, then
 * what nobody explains, what was read in the reports themselves, and what differs most; a second difference
 * of the same comes after all first ones.
 */
export function notableDifferences(ledger: readonly Dispute[]): DifferenceGroup[] {
  const notable = ledger.filter((dispute) => isContested(dispute) && dispute.reason !== 'data cut');
  const ranked = notable.toSorted((a, b) => byRank(rankOf(a), rankOf(b)));
  const seen = new Map<string, number>();
  const ordered = ranked
    .map((dispute) => {
      const [{ trial, endpoint }] = dispute.facts;
      const subject = `${trial.id} ${endpoint.id}`;
      const before = seen.get(subject) ?? 0;
      seen.set(subject, before + 1);
      return { dispute, before };
    })
    .toSorted((a, b) => a.before - b.before)
    .map(({ dispute }) => dispute);
  const isOfReview = ({ facts }: Dispute) => facts.some(({ report }) => report.review !== undefined);
  const groups: DifferenceGroup[] = [
    {
      id: 'reports',
      title: quality.reports,
      all: ordered.filter((one) => !isOfReview(one)).map(described),
    },
    { id: 'reviews', title: quality.reviews, all: ordered.filter(isOfReview).map(described) },
  ];
  return groups.filter(({ all }) => all.length > 0);
}

const rankOf = (dispute: Dispute): number[] => [
  Number(!outcomeFamilies.includes(dispute.facts[0].endpoint.data.family)),
  Number(dispute.reason !== 'unexplained'),
  Math.max(...dispute.facts.map(distanceOf)),
  -relative(dispute),
];

/** How large a difference is beside the figures themselves; nothing where they are no numbers. */
function relative({ difference, values }: Dispute): number {
  const largest = Math.max(...values.map((value) => Math.abs(Number.parseFloat(value))));
  return difference !== undefined && largest > 0 ? difference / largest : 0;
}

function described({ facts, aspect, reason }: Dispute): NotableDifference {
  const [{ trial, endpoint }] = facts;
  const [one, other] = facts.map(({ outcome, derived }) => word(outcome, derived).value);
  const name = lowered(inWords(endpoint.data.label));
  // With its unit, where the two are told apart by that.
  const isWorded = aspect === 'figure' && one !== other;
  const side = (fact: Fact): Side => ({
    who: toldBy(fact),
    value: isWorded ? word(fact.outcome, fact.derived).value : disputedText(fact.outcome, aspect),
    path: fact.path,
  });
  return {
    study: { name: trial.name, path: trial.path },
    what: aspect === 'figure' ? name : quality.described.aspect(name, figures.aspect[aspect]),
    sides: [side(facts[0]), side(facts[1])],
    why: quality.described.why[reason],
  };
}
