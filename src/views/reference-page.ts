import type { Fact, ReferenceNode } from '../evidence/library.ts';
import { inWords } from '../i18n/locale.ts';
import { pages } from '../i18n/pages.ts';
import { words } from '../i18n/words.ts';
import { readPages } from './read-pages.ts';
import { citedWork, linkName, linksOf, shortLabel, unknownOf } from './references.ts';
import type { Site } from './site.ts';

/** The page of a work: how it is cited, where it can be read, and what rests on it. */
export function referencePage(site: Site, reference: ReferenceNode) {
  const { library } = site;
  const { data } = reference;
  const { custom = {} } = data;
  const say = pages.reference;
  const year = data.issued?.['date-parts'][0]?.[0];
  return {
    label: shortLabel(reference),
    work: citedWork(site, reference),
    year,
    aliases: [reference.id, data.DOI, data.PMID, data.PMCID, custom['title-en']],
    facts: [
      [say.key, data.id],
      [say.kind, data.genre],
      [say.language, data.language],
      [say.year, year],
      [say.journal, data['container-title']],
    ] as const,
    links: linksOf(site, reference).map((link) => ({ href: link.href, label: linkName(link) })),
    unknown: unknownOf(reference),
    readAt: readPages(
      library,
      (custom['read-at'] ?? []).map((url) => ({ url })),
    ),
    reports: reference.reports.map(({ trial, data: { kind } }) => ({ trial, kind: words.report[kind] })),
    syntheses: reference.syntheses.map(({ path, data: { title } }) => ({ path, title: inWords(title) })),
    listedBy: reference.listedBy.map(({ review, number }) => ({
      path: review.path,
      title: inWords(review.data.title),
      number: say.number(number),
    })),
    citedFor: byStudy(reference.citedFor),
    readFor: byStudy(reference.readFor),
    appraises: reference.appraises.map(({ trial, path, endpoint }) => ({
      path,
      of: say.judgesOf(trial.name, inWords(endpoint.data.label)),
    })),
    citedIn: reference.citedIn.map((node) => ({ path: node.path, label: nameOf(node) })),
    printed: (custom.printed ?? []).map(({ in: key, number, as, issue }) => ({
      by: say.printedAs(shortLabel(library.reference(key)), number),
      as,
      issue,
    })),
  };
}

/** Figures by the study that they are of, each with where it stands. */
const byStudy = (facts: readonly Fact[]) =>
  [...Map.groupBy(facts, ({ trial }) => trial)].map(([trial, own]) => ({
    trial,
    links: own.map(({ path, endpoint }) => ({ href: path, label: inWords(endpoint.data.label) })),
  }));

function nameOf(node: ReferenceNode['citedIn'][number]): string {
  if (node.kind === 'trial') return node.name;
  return inWords(node.kind === 'therapy' ? node.data.name : node.data.title);
}
