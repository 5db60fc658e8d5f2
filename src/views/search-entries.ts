import { firstIn } from '../model/need.ts';
import { shortLabel } from '../citations/label.ts';
import { searchedName } from '../citations/names.ts';
import type { Library, ReferenceNode, TrialNode } from '../evidence/library.ts';
import type { SearchContent, SearchEntry, SearchFigure } from '../search-index/entities.ts';
import { identifierKey } from '../search-index/identifiers.ts';
import { qualifiersOf } from './figure-words.ts';
import { resultFigure, standingAmong } from './result-figures.ts';
import { searchEntities } from './search-entities.ts';
import { facetLabels } from './trial-facets.ts';
import { armsOf, populationsOf } from './figure-words.ts';
import { word } from '../wording/figures.ts';

/** All that the search knows of the base beside the text of its pages. */
export function searchContent(library: Library): SearchContent {
  return {
    entities: searchEntities(library),
    entries: searchEntries(library),
    figures: searchFigures(library),
    facetLabels: facetLabels(library),
  };
}

function searchEntries({
  trials,
  therapies,
  topics,
  reviews,
  syntheses,
  endpoints,
  references,
}: Library): SearchEntry[] {
  return [
    ...trials.map(trialEntry),
    ...therapies.map(({ path, data, targets, ...therapy }) => ({
      ...plain(path, data.name),
      line: {
        en: [
          ...data.brand.filter((name) => !han.test(name)),
          therapy.class.label.en,
          ...targets.map(({ label }) => label.en),
        ].join(' · '),
        zh: [...data.brand, ...[therapy.class, ...targets].map(({ label }) => label.zh ?? label.en)].join(
          ' · ',
        ),
      },
      names: [data.name.en, data.name.zh, ...data.brand, ...data.code, ...data.synonyms].filter(
        (name) => name !== undefined,
      ),
    })),
    ...topics.map(({ path, data }) => plain(path, data.title)),
    ...reviews.map(({ path, data, reference }) => ({
      ...plain(path, data.title),
      fields: authorsOf(reference),
      ...yearOf(reference),
    })),
    ...syntheses.map(({ path, data, reference }) => ({
      ...plain(path, data.title),
      fields: authorsOf(reference),
      ...yearOf(reference),
    })),
    ...endpoints.map(({ path, data }) => plain(path, data.label)),
    ...references.map(workEntry),
  ];
}

const plain = (url: string, title: SearchEntry['title']): SearchEntry => ({
  url,
  title,
  names: [],
  identifiers: [],
  fields: [],
});

function trialEntry({ path, name, data, year, enrolled, reports, therapies }: TrialNode): SearchEntry {
  return {
    ...plain(path, { en: name, zh: data.title.zh }),
    names: [name, data.acronym, data.shortName, ...data.registry.map(({ id }) => id)].filter(
      (one) => one !== undefined,
    ),
    fields: [
      [data.title.en, 8],
      [data.title.zh ?? '', 8],
      [String(year ?? ''), 6],
      ...reports
        .filter(({ review }) => !review)
        .flatMap(({ reference }): [string, number][] => [
          [firstAuthor(reference), 4],
          [reference.data.title, 3],
        ]),
      ...therapies.flatMap(({ data: { name: given } }): [string, number][] => [
        [`${given.en} ${given.zh ?? ''}`, 4],
      ]),
    ],
    identifiers: reports
      .filter(({ review }) => !review)
      .flatMap(({ reference }) => identifiersOf(reference))
      .map((one) => `trial ${one}`),
    year,
    patients: enrolled?.value,
  };
}

function workEntry(reference: ReferenceNode): SearchEntry {
  const { path, id, data } = reference;
  const english = data.custom?.['title-en'];
  return {
    ...plain(path, { en: shortLabel(data) }),
    names: [id, shortLabel(data), data.PMCID, data.number].filter((one) => one !== undefined),
    identifiers: identifiersOf(reference),
    fields: [
      [data.title, 8],
      [english ?? '', 8],
      ...authorsOf(reference),
      [data['container-title'] ?? '', 4],
      [data['container-title-short'] ?? '', 4],
    ],
    line: { en: english ?? data.title, zh: data.title },
    ...yearOf(reference),
  };
}

const identifiersOf = ({ data }: ReferenceNode) => [
  ...(data.DOI ? [identifierKey('doi', data.DOI)] : []),
  ...(data.PMID ? [identifierKey('pmid', data.PMID)] : []),
];

const yearOf = ({ data }: ReferenceNode) => ({ year: data.issued?.['date-parts'][0]?.[0] });

const han = /\p{sc=Han}/u;

const firstAuthor = ({ data }: ReferenceNode): string =>
  data.author?.[0] ? searchedName(data.author[0]) : '';

/** The first author says more of a work than those behind. */
function authorsOf(reference: ReferenceNode): [string, number][] {
  const [first, ...others] = reference.data.author ?? [];
  return [
    ...(first ? [[searchedName(first), 10] as [string, number]] : []),
    ...others.map((author): [string, number] => [searchedName(author), 7]),
    ...[reference.data.issued?.['date-parts'][0]?.[0]].flatMap((year): [string, number][] =>
      year ? [[String(year), 7]] : [],
    ),
  ];
}

/** The most figures of one endpoint that a search shows or looks through. */
const most = 150;

function searchFigures(library: Library): Map<string, SearchFigure[]> {
  return new Map(
    library.endpoints.flatMap(({ id, facts }) => {
      const standing = standingAmong(facts).slice(0, most);
      return standing.length > 0 ? [[id, standing.map((fact) => figureOf(fact, library))]] : [];
    }),
  );
}

function figureOf(fact: Parameters<typeof resultFigure>[0], library: Library): SearchFigure {
  const { value, interval, computed } = resultFigure(fact);
  const { at } = word(fact.outcome, fact.derived);
  const { report } = fact;
  return {
    url: fact.path,
    trial: fact.trial.path,
    study: fact.trial.name,
    endpoint: fact.endpoint.data.label,
    value: [value, at].filter(Boolean).join(' '),
    interval,
    computed,
    of: [armsOf(fact, true), populationsOf(fact), ...qualifiersOf(fact, library).slice(0, 1)]
      .filter(Boolean)
      .join(' · '),
    source: shortLabel(report.reference.data),
    sourceUrl: firstIn([report.reference.path]),
  };
}
