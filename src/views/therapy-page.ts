import { termOf, type Library, type ReviewNode, type TherapyNode } from '../evidence/library.ts';
import { inWords } from '../i18n/locale.ts';
import { pages } from '../i18n/pages.ts';
import { withId } from '../model/need.ts';
import { onceNoted } from '../model/once.ts';
import { phrase } from '../model/phrases.ts';
import { mainResultsOf } from './credit.ts';
import { entryText } from './entry-text.ts';
import { mostAcrossTrials, outcomeSections, shownTables, withAnchors } from './outcome-tables.ts';
import { readPages } from './read-pages.ts';
import { shortLabel } from './references.ts';
import type { Site } from './site.ts';
import { comparedOf } from './therapies-page.ts';
import { therapySummary } from './therapy-summary.ts';

/** The page of a therapy: what it is, what its trials found, who approved it. */
export function therapyPage(site: Site, therapy: TherapyNode) {
  const { library } = site;
  const { data } = therapy;
  const name = inWords(data.name);
  const sections = outcomeSections(mainResultsOf(therapy), library.endpoints, mostAcrossTrials);
  return {
    name,
    text: entryText(site, therapy),
    facts: factsOf(therapy, library),
    summary: therapySummary(therapy, library),
    compared: comparedOf(therapy),
    trials: therapy.trials.map((trial) => ({
      id: trial.id,
      path: trial.path,
      name: trial.name,
      title: inWords(trial.data.title),
    })),
    /** Why it has no trials. */
    unlinked: data.unlinked && phrase(data.unlinked),
    approvals: approvalsOf(therapy, library),
    sections: withAnchors(sections, library.endpoints).map(({ tables, ...section }) => ({
      ...section,
      tables: shownTables(site, tables),
    })),
    published: library.syntheses
      .filter(({ therapies }) => therapies.includes(therapy))
      .map(({ path, data: { title }, reference }) => ({
        path,
        label: inWords(title),
        by: shortLabel(reference),
      })),
  };
}

/** All that is known of a therapy beside what its trials found. */
function factsOf({ data, class: own, targets }: TherapyNode, { vocabulary }: Library) {
  const say = pages.therapy;
  const attributes = Object.entries(data.attributes).map(([facet, terms]) => {
    const attribute = withId(vocabulary.attributes, facet);
    const labels = terms.map((term) => inWords(termOf(attribute.terms, term).label));
    return [inWords(attribute.label), pages.and(labels)] as const;
  });
  return [
    [say.class, inWords(own.label)],
    [say.target, pages.and(targets.map(({ label }) => inWords(label)))],
    [say.brands, data.brand.join(', ')],
    [say.codes, data.code.join(', ')],
    [say.others, data.synonyms.join(', ')],
    [say.developer, data.developer && phrase(data.developer)],
    ...attributes,
  ] as const;
}

const reviewsById = onceNoted(
  (reviews: readonly ReviewNode[]) => new Map(reviews.map((review) => [review.id, review])),
);

/** The decisions of agencies, each with who says so, and what others say of it. */
function approvalsOf({ data }: TherapyNode, library: Library) {
  const reportedBy = (id: string) => {
    const review = reviewsById(library.reviews).get(id);
    const { path } = review ?? library.reference(id);
    return { path, label: shortLabel(review?.reference ?? library.reference(id)) };
  };
  return data.approvals.map(({ agency, date, indication, report, source, locator, claims }) => ({
    agency: phrase(agency),
    date: date ?? pages.notReported,
    indication: phrase(indication),
    report: report === undefined ? undefined : reportedBy(report),
    source: source === undefined ? [] : readPages(library, [{ url: source }]),
    locator: locator && phrase(locator),
    claims: claims.map((claim) => ({
      ...reportedBy(claim.report),
      says: pages.therapy.says(phrase(claim.says)),
      locator: claim.locator && phrase(claim.locator),
    })),
  }));
}
