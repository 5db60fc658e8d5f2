import { toldBy } from '../evidence/read-in.ts';
import type { ReviewNode } from '../evidence/library.ts';
import { figures } from '../i18n/figures.ts';
import { inWords } from '../i18n/locale.ts';
import { pages } from '../i18n/pages.ts';
import { phrase } from '../model/phrases.ts';
import { viewText } from '../prose/render.ts';
import { word } from '../wording/figures.ts';
import { claimRows } from './claim-rows.ts';
import { drawnPairs } from './drawn-figures.ts';
import { entryText } from './entry-text.ts';
import { explanationOf, type RankedFinding } from './findings.ts';
import { formerAnchors } from './former.ts';
import { shownTables, tablesOf } from './outcome-tables.ts';
import { citedWork } from './references.ts';
import { countsOf, differencesOf, questionedClaims, type ReviewDifference } from './review-differences.ts';
import type { Site } from './site.ts';

/** The page of a review: what it states of each study, where that differs, and what it cites. */
export function reviewPage(site: Site, review: ReviewNode) {
  const { library } = site;
  const differing = differencesOf(site, review);
  const pairs = differing.flatMap(({ fact, others }) =>
    others.slice(0, 1).map(({ other }) => ({ fact, other })),
  );
  return {
    text: entryText(site, review),
    work: citedWork(site, review.reference),
    counts: review.facts.length > 0 ? countsOf(review) : undefined,
    drawn: drawnPairs(
      pairs.filter(({ fact, other }) => fact.path !== other.path),
      library.vocabulary,
    ),
    studies: [...Map.groupBy(review.facts, ({ trial }) => trial)].map(([{ name }, facts]) => ({
      name,
      figures: facts.length,
      tables: shownTables(site, tablesOf(facts, library.endpoints)),
    })),
    differences: [...differing.map(factRow), ...questionedClaims(site, review).map(claimRow)],
    claims: claimRows(review.claims),
    bibliography: review.bibliography.map(({ number, reference }) => ({
      number,
      work: citedWork(site, reference),
    })),
    former: formerAnchors(review.path, library),
  };
}

/** A figure or statement of a review that other sources or the checks speak against. */
interface DifferenceRow {
  /** The study, or what a statement is about. */
  subject: { label: string; path: string | undefined };
  endpoint: string;
  figure: { label: string; path: string; locator: string };
  others: { label: string; path: string; note: string }[];
  findings: { path: string; message: string }[];
}

const factRow = ({ fact, others, findings }: ReviewDifference): DifferenceRow => ({
  subject: { label: fact.trial.name, path: fact.trial.path },
  endpoint: inWords(fact.endpoint.data.label),
  figure: {
    label: viewText(fact, fact.derived.percent === undefined ? 'full' : 'fraction'),
    path: fact.path,
    locator: phrase(fact.outcome.locator),
  },
  others: others.map(({ other, value, aspect, reason }) => ({
    label: value,
    path: other.path,
    note: pages.review.difference(figures.aspect[aspect], toldBy(other), figures.reason[reason]),
  })),
  findings: findings.map(findingLink),
});

const claimRow = ({ node, findings }: ReturnType<typeof questionedClaims>[number]): DifferenceRow => ({
  subject: { label: phrase(node.claim.subject), path: undefined },
  endpoint: inWords(node.endpoint.data.label),
  figure: {
    label: word(node.claim, node.derived).value,
    path: node.path,
    locator: phrase(node.claim.locator),
  },
  others: [],
  findings: findings.map(findingLink),
});

const findingLink = ({ code, message }: RankedFinding) => ({ path: explanationOf(code), message });
