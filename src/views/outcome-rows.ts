import { trial } from '../i18n/trial.ts';
import { lookOf } from '../charts/marks.ts';
import type { StripMark } from '../charts/strip.ts';
import { isContested } from '../evidence/ledger.ts';
import type { Fact } from '../evidence/library.ts';
import { readElsewhere } from '../evidence/read-in.ts';
import { figures } from '../i18n/figures.ts';
import { inWords, locale } from '../i18n/locale.ts';
import { outcomes as said } from '../i18n/outcomes.ts';
import { isComparator } from '../model/roles.ts';
import { phrase } from '../model/phrases.ts';
import { hiddenNames } from '../search-index/names.ts';
import { word } from '../wording/figures.ts';
import type { Restatement } from './estimates.ts';
import { armsOf, patientsOf, populationsOf, qualifiersOf, remarksOf } from './figure-words.ts';
import { cardPath } from './provenance.ts';
import { shortLabel, type Link } from './references.ts';
import type { Site } from './site.ts';
import { markOf } from './marks.ts';

/** A figure as a row shows it. */
interface FigureView {
  id: string;
  path: string;
  value: string;
  isComputed: boolean;
  /** Of how many patients it is, where its parts do not print it. */
  patients: string | undefined;
  /** Fraction, interval and P under the value. */
  parts: { text: string; isComputed: boolean }[];
  isUntraced: boolean;
  sourcesDiffer: boolean;
}

/** A figure that is opened by words: another report that states it, a P value, a factor. */
export interface Asked {
  id: string;
  label: string;
  /** What stands behind it. */
  text: string;
  /** Whose figure it is, where that is not what its row says. */
  whom: string | undefined;
  /** Where its card stands. */
  card: string;
}

/** One row of outcomes, ready to be shown. */
export interface OutcomeRow {
  figure: FigureView;
  /** Where the card of the figure stands; undefined where the figure leads to the page of its study. */
  card: string | undefined;
  arms: string | undefined;
  population: string;
  at: string | undefined;
  qualifiers: string[];
  remarks: string[];
  /** What a pair of arms shares: on its first row; the others leave it out. */
  shared: string[] | undefined;
  /** The id of the place where what a pair shares stands. */
  sharedId: string | undefined;
  /** The ids of what describes its figures where they are heard: the row, and what it shares with another. */
  describedBy: string;
  place: 'alone' | 'first' | 'next';
  strip: StripMark;
  trial: Link;
  source: Link;
  /** Where it was read, for rows without a card. */
  readAt: {
    where: { href?: string; label: string };
    elsewhere: { href?: string; label: string } | undefined;
    cites: Link[];
  };
  /** Other reports of the same estimate. */
  same: Asked[];
  others: (Asked & { note: string; isContested: boolean })[];
  /** Comparisons of this row with another that have no row of their own, and who compares. */
  between: (Asked & { arms: string; source: string })[];
  /** Several figures that say the same of different things. */
  each: Asked[];
  search: Record<string, string | undefined>;
}

interface Shown {
  /** Whether it stands on a page about several studies, where it leads to that of its own. */
  acrossTrials?: boolean;
  /** Whether search is to find the row. */
  isSearched?: boolean;
  restated?: readonly Restatement[];
}

/** The row of a figure. */
export function outcomeRow(
  site: Site,
  fact: Fact,
  { acrossTrials = false, isSearched = true, restated = [] }: Shown,
): OutcomeRow {
  const { library } = site;
  const arms = armsOf(fact, acrossTrials);
  const population = populationsOf(fact);
  const { reference, review } = fact.report;
  const { abbreviation, label, synonyms } = fact.endpoint.data;
  return {
    figure: figureOf(fact),
    card: acrossTrials ? undefined : cardPath(fact),
    arms,
    population,
    at: word(fact.outcome, fact.derived).at,
    qualifiers: qualifiersOf(fact, library),
    remarks: remarksOf(fact),
    shared: undefined,
    sharedId: undefined,
    describedBy: fact.outcome.id,
    place: 'alone',
    strip: { mark: markOf(fact), look: lookOf(isComparator(fact.arm?.role ?? '')) },
    trial: { href: fact.path, label: fact.trial.name },
    source: { href: review ? review.path : reference.path, label: shortLabel(reference) },
    readAt: readAt(site, fact),
    same: restated
      .filter(({ echo }) => echo === 'same')
      .map((one) => asked(fact, one.fact, shortLabel(one.fact.report.reference))),
    others: restated.filter(({ echo }) => echo !== 'same').map((one) => otherOf(fact, one)),
    between: [],
    each: [],
    search: isSearched
      ? {
          'data-index-title': said.row.searched(
            inWords(label),
            [arms, population].filter(Boolean).join(' · '),
          ),
          'data-names': hiddenNames([abbreviation, locale() === 'en' ? label.zh : label.en, ...synonyms]),
        }
      : {},
  };
}

function figureOf(fact: Fact): FigureView {
  const { value, valueComputed, fraction, interval, computedInterval, p } = word(fact.outcome, fact.derived);
  const { counts } = fact.derived;
  const { row } = said;
  const part = (text: string | undefined, isComputed = false) =>
    text && text !== value ? [{ text, isComputed }] : [];
  return {
    id: fact.outcome.id,
    path: fact.path,
    value,
    isComputed: valueComputed,
    patients: fraction ? undefined : patientsOf(fact),
    parts: [
      ...part(fraction),
      ...part(interval),
      ...part(
        computedInterval &&
          (counts?.inferred
            ? row.computedFrom(computedInterval, String(counts.events), String(counts.total))
            : row.computed(computedInterval)),
        true,
      ),
      ...part(p),
    ],
    isUntraced: fact.traced === 'not-indexed',
    sourcesDiffer: fact.disputes.some(isContested),
  };
}

/** A figure behind words, in the row of another. */
export function asked(host: Fact, fact: Fact, label: string, text = ''): Asked {
  const whom = whomOf(fact);
  return {
    id: fact.outcome.id,
    label,
    text,
    whom: whom === whomOf(host) ? undefined : whom,
    card: cardPath(fact),
  };
}

const whomOf = (fact: Fact) => patientsOf(fact) ?? trial.row.in(populationsOf(fact));

/** All that a figure prints, in one line. */
export function inOneLine(fact: Fact): string {
  const { value, fraction, interval, p } = word(fact.outcome, fact.derived);
  return said.listed([...new Set([value, fraction, interval, p].filter((part) => part !== undefined))]);
}

function otherOf(host: Fact, { fact, echo, dispute, as }: Restatement): OutcomeRow['others'][number] {
  const { row } = said;
  const reason = dispute && figures.reason[dispute.reason];
  const why = dispute?.reason === 'unexplained' ? undefined : reason;
  const restated = { differs: row.differs(why), digits: reason, earlier: row.earlier, same: row.same }[echo];
  return {
    ...asked(host, fact, shortLabel(fact.report.reference), inOneLine(fact)),
    note: as ? row.as(shortLabel(as.report.reference)) : (restated ?? ''),
    isContested: echo === 'differs',
  };
}

function readAt({ library }: Site, fact: Fact): OutcomeRow['readAt'] {
  const { source, sourceWork, outcome, cites } = fact;
  const elsewhere = readElsewhere(fact);
  return {
    where: {
      label: phrase(outcome.locator),
      ...(source && !library.copyAt(source.url) ? { href: source.url } : {}),
    },
    elsewhere:
      elsewhere === undefined
        ? undefined
        : { label: elsewhere, ...(sourceWork ? { href: sourceWork.path } : {}) },
    cites: cites.map((cited) => ({ href: cited.path, label: shortLabel(cited) })),
  };
}
