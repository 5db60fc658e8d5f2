import { toString } from 'mdast-util-to-string';
import { shortLabel } from '../../citations/label.ts';
import { searchedName } from '../../citations/names.ts';
import type {
  ClaimNode,
  EndpointNode,
  Fact,
  Library,
  PooledNode,
  ReferenceNode,
  ReportNode,
  ReviewNode,
  SynthesisNode,
  TherapyNode,
  TopicNode,
  TrialNode,
} from '../../evidence/library.ts';
import { readElsewhere } from '../../evidence/read-in.ts';
import { firstIn, itemIn, valueIn } from '../../model/need.ts';
import { citationPattern } from '../../model/prose.ts';
import type { Term } from '../../model/vocabulary.ts';
import { word } from '../../wording/figures.ts';
import { wordPooled } from '../../wording/pooled.ts';
import type { Edition } from '../edition.ts';
import { valueOf, type Field } from '../field.ts';
import { tableNamed, type FilledTable } from '../table.ts';

/** Tables whose rows are parts of documents, with their types, under the name of the table. */
export const indexed = ['trials', 'outcomes', 'claims', 'references'] as const;

/** By what results are narrowed: ids, the same for documents of all types. */
export const facets = ['trial', 'therapy', 'endpoint'] as const;

type Facets = { [facet in (typeof facets)[number]]?: readonly string[] };

interface Label {
  en: string;
  zh?: string | undefined;
}

/** What is searched in a document. */
interface Words {
  /** Its title in each language; the first is what it is shown as. */
  titles: readonly [string, ...(string | undefined)[]];
  /** What itself is called. */
  names?: readonly (string | undefined)[];
  /** Names of what it is about: therapies, classes, targets, settings, age groups, endpoints. */
  about?: readonly (string | undefined)[];
  authors?: readonly string[];
  body: readonly (string | undefined)[];
  /**
   * How many figures of studies its page has: of two pages that say as much of a query, the one with more is
   * meant.
   */
  figures?: number;
}

interface Document extends Facets {
  /** The path of its address, with the place in the page: nothing else is called so. */
  id: string;
  type: string;
  url: string;
  /** The path of its page, which groups places of one page into one result. */
  page: string;
  title: string;
  titles: readonly string[];
  names: readonly string[];
  about: readonly string[];
  authors: readonly string[];
  body: string;
  figures: number;
  [table: string]: unknown;
}

/** A document: its type and path, what is searched in it, how it is narrowed, its row of a table. */
type Draft = readonly [
  type: string,
  path: string,
  words: Words,
  narrowed?: Facets,
  row?: readonly [table: (typeof indexed)[number], id: string],
];

/** Every entry, outcome, statement, work, pooled result and endpoint as a document. */
export function documentsOf({ library, context: { address }, tables }: Edition): Document[] {
  const rows = new Map(indexed.map((name) => [name, rowsById(tableNamed(tables, name))]));
  const { trials, facts, therapies, topics, reviews, syntheses, claims, pooled, references, endpoints } =
    library;
  const factsOf = Map.groupBy(facts.values(), ({ report }) => report);
  const drafts = [
    ...trials.map((trial) => ofTrial(trial, library)),
    ...[...facts.values()].map(ofOutcome),
    ...therapies.map(ofTherapy),
    ...topics.map(ofTopic),
    ...reviews.map(ofReview),
    ...syntheses.map(ofSynthesis),
    ...[...pooled.values()].map(ofPooledResult),
    ...[...claims.values()].map(ofClaim),
    ...references.map((reference) => ofReference(reference, factsOf)),
    ...endpoints.map(ofEndpoint),
  ];
  return drafts.map(([type, path, words, narrowed = {}, row]) => {
    const { titles, names = [], about = [], authors = [], body, figures = 0 } = words;
    return {
      id: path,
      type,
      url: address(path),
      page: path.replace(/#.*/, ''),
      title: titles[0],
      titles: distinct(titles),
      names: distinct(names),
      about: distinct(about),
      authors: distinct(authors),
      body: body.filter((part) => part !== undefined && part !== '').join('\n'),
      ...(type === 'topic' ? { answers: 'question' } : {}),
      figures,
      ...narrowed,
      ...(row ? { [row[0]]: valueIn(rows, row[0]).get(row[1]) } : {}),
    };
  });
}

function ofTrial(trial: TrialNode, library: Library): Draft {
  const { id, path, name, data, body, year } = trial;
  const works = trial.reports.filter(({ review }) => !review).map(({ reference }) => reference);
  return [
    'trial',
    path,
    {
      titles: [name, ...both(data.title)],
      names: [name, data.acronym, data.shortName, ...data.registry.map((one) => one.id)],
      about: [...aboutTrial(trial, library), ...works.map((work) => work.data.title)],
      authors: [...works.flatMap((work) => authorsOf(work).slice(0, 1)), ...(year ? [String(year)] : [])],
      body: [data.population.condition, ...data.arms.map(({ label }) => label), textOf(body)],
      figures: trial.facts.length,
    },
    {
      trial: [id],
      therapy: trial.therapies.map((therapy) => therapy.id),
      endpoint: distinct(trial.facts.map(({ endpoint }) => endpoint.id)),
    },
    ['trials', id],
  ];
}

function ofOutcome(fact: Fact): Draft {
  const { uid, path, trial, outcome, endpoint, derived, arm, population } = fact;
  const { value, fraction, interval, p, at } = word(outcome, derived);
  return [
    'outcome',
    path,
    {
      titles: both(endpoint.data.label, trial.name),
      about: [
        trial.name,
        ...both(endpoint.data.label),
        endpoint.data.abbreviation,
        ...trial.therapies.flatMap(namesOf),
      ],
      body: [
        [value, fraction, interval, p, at].filter(Boolean).join('; '),
        arm?.label,
        population.label,
        outcome.definition,
        outcome.note,
        readElsewhere(fact),
      ],
    },
    { trial: [trial.id], therapy: trial.therapies.map(({ id }) => id), endpoint: [endpoint.id] },
    ['outcomes', uid],
  ];
}

function ofTherapy(therapy: TherapyNode): Draft {
  const { id, path, data, body, targets } = therapy;
  return [
    'therapy',
    path,
    {
      titles: both(data.name),
      names: namesOf(therapy),
      about: [therapy.class, ...targets].flatMap(calledAs),
      body: [textOf(body)],
      figures: therapy.trials.reduce((sum, trial) => sum + trial.facts.length, 0),
    },
    { therapy: [id] },
  ];
}

const ofTopic = ({ path, data, body, therapies, endpoints }: TopicNode): Draft => [
  'topic',
  path,
  {
    titles: both(data.title),
    names: [...both(data.title), ...parts(data.title)],
    about: [...endpoints.flatMap(({ data: named }) => endpointNames(named)), ...therapies.flatMap(namesOf)],
    body: [data.summary, textOf(body)],
  },
  { therapy: therapies.map(({ id }) => id), endpoint: endpoints.map(({ id }) => id) },
];

const ofReview = ({ path, data, body, reference }: ReviewNode): Draft => [
  'review',
  path,
  {
    titles: both(data.title),
    names: [...both(data.title), shortLabel(reference.data)],
    authors: authorsOf(reference),
    body: [data.scope, textOf(body)],
  },
];

const ofSynthesis = ({ path, data, body, reference, therapies, ...synthesis }: SynthesisNode): Draft => [
  'synthesis',
  path,
  {
    titles: both(data.title),
    names: [...both(data.title), shortLabel(reference.data)],
    about: [...therapies.flatMap(namesOf), ...[...synthesis.classes, ...synthesis.targets].flatMap(calledAs)],
    authors: authorsOf(reference),
    body: [data.question.population, data.note, textOf(body)],
  },
  { therapy: therapies.map(({ id }) => id) },
];

function ofPooledResult({ path, data, endpoint, synthesis, therapies }: PooledNode): Draft {
  const { value, interval, prediction, heterogeneity, size } = wordPooled(data);
  return [
    'pooled result',
    path,
    {
      titles: [`${endpoint.data.label.en}, pooled: ${synthesis.data.title.en}`, endpoint.data.label.zh],
      about: [...both(endpoint.data.label), ...therapies.flatMap(namesOf)],
      body: [
        [value, interval, prediction, heterogeneity, size].filter(Boolean).join('; '),
        data.group,
        data.definition,
        data.note,
      ],
    },
    { therapy: therapies.map(({ id }) => id), endpoint: [endpoint.id] },
  ];
}

const ofClaim = ({ uid, path, claim, endpoint }: ClaimNode): Draft => [
  'claim',
  path,
  { titles: [claim.subject], about: both(endpoint.data.label), body: [claim.definition, claim.note] },
  { endpoint: [endpoint.id] },
  ['claims', uid],
];

function ofReference(reference: ReferenceNode, factsOf: ReadonlyMap<ReportNode, readonly Fact[]>): Draft {
  const { id, path, data, reports } = reference;
  const own = reports.map(({ trial }) => trial);
  return [
    'reference',
    path,
    {
      titles: [data.title, data.custom?.['title-en']],
      names: [id, shortLabel(data), data.DOI, data.PMID, data.PMCID, data.number],
      about: [data['container-title'], data['container-title-short'], ...own.map(({ name }) => name)],
      authors: [...authorsOf(reference), ...yearOf(reference)],
      body: [],
      figures: reports.reduce((sum, report) => sum + (factsOf.get(report)?.length ?? 0), 0),
    },
    { trial: distinct(own.map((trial) => trial.id)) },
    ['references', id],
  ];
}

const ofEndpoint = ({ id, path, data, facts }: EndpointNode): Draft => [
  'endpoint',
  path,
  {
    titles: both(data.label),
    names: endpointNames(data),
    body: [
      data.definition,
      ...distinct(facts.flatMap(({ trial }) => trial.therapies.flatMap((one) => both(one.data.name)))),
    ],
    figures: facts.length,
  },
  { endpoint: [id] },
];

const distinct = (names: readonly (string | undefined)[]) => [
  ...new Set(names.filter((name) => name !== undefined)),
];

/** In each language; with a name behind it that is the same in all. */
const both = ({ en, zh }: Label, name?: string): [string, string | undefined] =>
  name === undefined ? [en, zh] : [`${en}, ${name}`, zh && `${zh}，${name}`];

/** A topic of several things, each of a word or three, goes by each of them, too. */
function parts({ en, zh }: Label): string[] {
  const things = en.split(/,? and |, /);
  if (things.length < 2 || things.some((thing) => thing.split(' ').length > 3)) return [];
  return [...things, ...(zh?.split(/[、与]/) ?? [])];
}

const calledAs = ({ label, synonyms }: Term) => [...both(label), ...synonyms];

const namesOf = ({ data: { name, brand, code, synonyms } }: TherapyNode) => [
  ...both(name),
  ...brand,
  ...code,
  ...synonyms,
];

const endpointNames = ({ label, abbreviation, synonyms }: Library['endpoints'][number]['data']) => [
  ...both(label),
  abbreviation,
  ...synonyms,
];

/** What a study gave to whom, in all names of it. */
function aboutTrial(
  { therapies, targets, data }: TrialNode,
  { vocabulary }: Library,
): (string | undefined)[] {
  const { settings, ageGroups, attributes } = vocabulary;
  const { ageGroup, attributes: own } = data.population;
  return [
    ...therapies.flatMap((therapy) => [...namesOf(therapy), ...calledAs(therapy.class)]),
    ...targets.flatMap(calledAs),
    ...[...settings, ...ageGroups]
      .filter(({ id }) => id === data.setting || id === ageGroup)
      .flatMap(calledAs),
    ...attributes.flatMap(({ id, terms }) =>
      terms.filter((term) => own[id]?.includes(term.id)).flatMap(calledAs),
    ),
  ];
}

const authorsOf = ({ data: { author = [] } }: ReferenceNode): string[] => author.map(searchedName);

const yearOf = ({ data }: ReferenceNode): string[] => {
  const year = data.issued?.['date-parts'][0]?.[0];
  return year ? [String(year)] : [];
};

/** A body as words; the figures in it are facts, which have documents of their own. */
function textOf({ children }: TrialNode['body']): string {
  const blocks = children.map((block) =>
    toString(block).replace(citationPattern, '').replace(/\s+/g, ' ').trim(),
  );
  return blocks.filter((block) => block !== '').join('\n');
}

function rowsById({ columns, cells }: FilledTable): Map<string, Record<string, unknown>> {
  return new Map(
    cells.map((row) => [
      firstIn(row),
      Object.fromEntries(
        columns
          .map((column, i) => [column.name, listOrValue(column, itemIn(row, i))] as const)
          .filter(([, value]) => value !== null),
      ),
    ]),
  );
}

function listOrValue(field: Field, cell: string) {
  return field.list && cell !== '' ? cell.split('; ') : valueOf(field, cell);
}
