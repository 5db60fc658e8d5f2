import { isoStart } from '../citations/dates.ts';
import { shortLabel } from '../citations/label.ts';
import { doiAddress } from '../citations/links.ts';
import { formatIds, formats } from '../citations/styles.ts';
import { plainTitle } from '../citations/title.ts';
import { citationFile, entryOf, worksBehind, type CitedNode } from '../evidence/citable.ts';
import type { ReferenceNode, TrialNode } from '../evidence/library.ts';
import { mediaTypeOf } from '../exports/file.ts';
import { site } from './library.ts';

/** What the head of a page says to machines about the entry or record on it. */
export interface Described {
  /** Dublin Core terms, in order. */
  terms: [name: string, content: string][];
  /** Links of Signposting (signposting.org). */
  links: { rel: string; href: string; type?: string }[];
  /** schema.org as JSON, safe to stand in a script element. */
  jsonLd: string;
}

export type Json = string | number | boolean | undefined | Json[] | { [key: string]: Json };

export const address = (path: string) => site().library.base.url + path;

/** An entry: its own title, version, date and licence, and what it is about and rests on. */
export function describedEntry(node: CitedNode): Described {
  const { library, citations } = site();
  const { base } = library;
  const entry = entryOf(node, base);
  const { version, updated } = node.data;
  const url = address(node.path);
  const works = ['trial', 'review', 'synthesis'].includes(node.kind) ? worksBehind(node, library) : [];
  return {
    terms: [
      ['title', entry.title],
      ['creator', base.publisher],
      ['publisher', base.publisher],
      ['date', updated],
      ['identifier', url],
      ['type', node.kind === 'trial' ? 'Dataset' : 'Text'],
      ['language', entry.language],
      ['rights', base.licence.url],
      ['isPartOf', address('/')],
      ['bibliographicCitation', citations.entry('nlm', node).text],
    ],
    links: [
      { rel: 'cite-as', href: url },
      ...describedBy(node),
      { rel: 'item', href: address(`${node.path.replace(/\/$/, '')}.json`), type: 'application/json' },
    ],
    jsonLd: jsonLd({
      '@type': node.kind === 'trial' ? 'Dataset' : 'WebPage',
      '@id': url,
      url,
      name: entry.title,
      description: descriptionOf(node),
      identifier: url,
      version,
      dateModified: updated,
      inLanguage: entry.language,
      license: base.licence.url,
      isAccessibleForFree: true,
      creator: organisation(),
      publisher: organisation(),
      ...(node.kind === 'trial' ? { includedInDataCatalog: catalogue() } : { isPartOf: catalogue() }),
      about: aboutOf(node),
      isBasedOn: works.map(articleLink),
      distribution: node.kind === 'trial' ? downloadsOf(node) : [],
    }),
  };
}

/** The record of a work: a page about a work of others, which is cited in its place. */
export function describedReference(reference: ReferenceNode): Described {
  const url = address(reference.path);
  return {
    terms: [],
    links: describedBy(reference),
    jsonLd: jsonLd({
      '@type': 'WebPage',
      '@id': url,
      url,
      isPartOf: catalogue(),
      mainEntity: article(reference),
    }),
  };
}

/** The data of a trial: as this project has it, and as FHIR. */
const downloadsOf = ({ path }: TrialNode): Json => [
  download(
    `${path.replace(/\/$/, '')}.json`,
    'The entry with what is computed for it and the works that it names',
  ),
  download(
    `${path.replace(/\/$/, '')}.fhir.json`,
    'The trial as a Bundle of FHIR R5, experimental as its evidence resources are',
  ),
];

/** One file of a data set. */
export function download(path: string, description: string): Json {
  return {
    '@type': 'DataDownload',
    contentUrl: address(path),
    encodingFormat: mediaTypeOf(path),
    description,
  };
}

const describedBy = (node: CitedNode | ReferenceNode) =>
  formatIds.map((format) => ({
    rel: 'describedby',
    href: citationFile(node, format),
    type: formats[format].type,
  }));

export const organisation = (): Json => ({ '@type': 'Organization', name: site().library.base.publisher });

export function catalogue(): { [key: string]: Json } {
  const { base } = site().library;
  return {
    '@type': 'DataCatalog',
    '@id': address('/'),
    name: base.name,
    url: address('/'),
    license: base.licence.url,
  };
}

function descriptionOf(node: CitedNode): string {
  switch (node.kind) {
    case 'trial':
      return `Design, populations, outcomes with their intervals, and reports of: ${node.data.title.en}.`;
    case 'review':
      return `What this review states: ${node.data.scope}`;
    case 'synthesis':
      return `What this systematic review pooled, in whom and with what heterogeneity: ${node.data.question.population}`;
    case 'therapy':
      return `Class, target, mechanism, approvals and trials of ${node.data.name.en}.`;
    case 'topic':
      return node.data.summary;
  }
}

function aboutOf(node: CitedNode): Json {
  if (node.kind === 'review' || node.kind === 'synthesis') return articleLink(node.reference);
  if (node.kind === 'trial') return studyOf(node);
  const names = node.kind === 'therapy' ? node.data.name : node.data.title;
  const others =
    node.kind === 'therapy' ? [...node.data.brand, ...node.data.code, ...node.data.synonyms] : [];
  return {
    '@type': node.kind === 'therapy' ? 'MedicalTherapy' : 'MedicalEntity',
    name: names.en,
    alternateName: [...others, ...(names.zh ? [names.zh] : [])],
  };
}

const trialDesigns = ['randomised', 'crossover', 'non-randomised', 'single-arm', 'dose-escalation'];

function studyOf({ name, data }: TrialNode): Json {
  return {
    '@type': trialDesigns.includes(data.design) ? 'MedicalTrial' : 'MedicalObservationalStudy',
    name,
    healthCondition: { '@type': 'MedicalCondition', name: data.population.condition },
    identifier: data.registry.map(({ registry, id }) => ({
      '@type': 'PropertyValue',
      propertyID: registry,
      value: id,
    })),
  };
}

function articleLink({ path, data }: ReferenceNode): Json {
  return {
    '@type': 'ScholarlyArticle',
    name: plainTitle(data.title),
    url: address(path),
    sameAs: data.DOI === undefined ? undefined : doiAddress(data.DOI),
  };
}

function article(reference: ReferenceNode): Json {
  const { data } = reference;
  const container = data['container-title'];
  return {
    ...(articleLink(reference) as object),
    '@type': data.type === 'article-journal' ? 'ScholarlyArticle' : 'CreativeWork',
    author: (data.author ?? []).map((name) =>
      'literal' in name
        ? { '@type': 'Organization', name: name.literal }
        : { '@type': 'Person', familyName: name.family, givenName: name.given },
    ),
    creditText: data.custom?.['authors-truncated'] ? shortLabel(data) : undefined,
    datePublished: isoStart(data.issued) || undefined,
    inLanguage: data.language,
    pagination: data.page,
    isPartOf:
      container === undefined ? undefined : { '@type': 'Periodical', name: container, issn: data.ISSN },
  };
}

/** JSON in which no text can end the script element that it stands in; what is empty is left out. */
export function jsonLd(value: { [key: string]: Json }): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...value }, (_, one: Json) =>
    Array.isArray(one) && one.length === 0 ? undefined : one,
  ).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
