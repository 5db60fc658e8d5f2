import { factViews, hasView, type FactView } from '../../model/prose.ts';
import type { Claim, Outcome } from '../../model/outcome.ts';
import type { Pooled } from '../../model/synthesis.ts';
import { collections, type Collection } from '../../model/collections.ts';
import type { Review } from '../../model/review.ts';
import type { Synthesis } from '../../model/synthesis.ts';
import type { Trial } from '../../model/trial.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import type { Lookup, Members } from './noted.ts';
import type { FileSubject } from '../subjects.ts';
import { mapPart, setPart, type Part } from './part.ts';
import { allOf, namesOf, type KindFile, type Extracted, type Extractor } from './extracts.ts';

type Listed = readonly { id: string }[];
const setOf = (list: Listed): ReadonlySet<string> => new Set(list.map(({ id }) => id));

/** The id of an entry: the name of its file. */
export const idOf = ({ source }: KindFile): string => (source as unknown as { id: string }).id;

/** The data of the one file of a kind; undefined where there is none, or it could not be read. */
export const dataOf = <K extends FileSubject['kind']>(files: readonly Extracted<unknown>[], kind: K) =>
  files.find((one) => one.kind === kind)?.source.data as
    Extract<FileSubject, { kind: K }>['data'] | undefined;

const entryIds = Object.fromEntries(
  collections.map((collection) => {
    const names = namesOf(collection);
    return [
      collection,
      setPart(`ids of ${collection}`, [names], (collect) => new Set(collect(names).map(idOf))),
    ];
  }),
) as Record<Collection, Part<() => Members | undefined>>;

const works = allOf('references');
const references = setPart('ids of works', [works], (collect) => {
  const list = dataOf(collect(works), 'references');
  return list && new Set(list.flatMap(({ id, custom }) => [id, ...(custom?.aliases ?? [])]));
});

const endpointsFile = allOf('endpoints');
const endpoints = setPart('ids of endpoints', [endpointsFile], (collect) => {
  const list = dataOf(collect(endpointsFile), 'endpoints');
  return list && setOf(list);
});

const vocabularyFile = allOf('vocabulary');
const ofVocabulary = (name: string, listOf: (vocabulary: Vocabulary) => Listed) =>
  setPart(`ids of ${name}`, [vocabularyFile], (collect) => {
    const vocabulary = dataOf(collect(vocabularyFile), 'vocabulary');
    return vocabulary && setOf(listOf(vocabulary));
  });
const settings = ofVocabulary('settings', (vocabulary) => vocabulary.settings);
const ageGroups = ofVocabulary('age groups', (vocabulary) => vocabulary.ageGroups);
const targets = ofVocabulary('targets', (vocabulary) => vocabulary.targets);
const therapyClasses = ofVocabulary('therapy classes', (vocabulary) => vocabulary.therapyClasses);
const scales = ofVocabulary('scales', (vocabulary) => vocabulary.scales);

const therapyNames = namesOf('therapies');
const agents = setPart('ids of agents', [therapyNames, vocabularyFile], (collect) => {
  const vocabulary = dataOf(collect(vocabularyFile), 'vocabulary');
  return vocabulary && new Set([...collect(therapyNames).map(idOf), ...setOf(vocabulary.agents)]);
});

const facets = (applies: 'trial' | 'therapy') =>
  mapPart(
    `attributes of a ${applies}`,
    [vocabularyFile],
    (collect) => {
      const vocabulary = dataOf(collect(vocabularyFile), 'vocabulary');
      return (
        vocabulary &&
        new Map(vocabulary.attributes.filter((a) => a.applies === applies).map((a) => [a.id, setOf(a.terms)]))
      );
    },
    (terms) => [...terms],
  );
const attributes = { trials: facets('trial'), therapies: facets('therapy') };

/** The ids of the arms of a trial; null where it could not be read. */
const armsIn: Extractor<string[] | null> = {
  name: 'arms',
  of: ['trials'],
  extract: ({ source }) => (source.data as Trial | undefined)?.arms.map(({ id }) => id) ?? null,
};
const studyArms = setPart('arms of studies', [armsIn], (collect) => {
  const trials = collect(armsIn);
  if (trials.some(({ value }) => value === null)) return undefined;
  return new Set(
    trials.flatMap((trial) => [idOf(trial), ...(trial.value ?? []).map((arm) => `${idOf(trial)}.${arm}`)]),
  );
});

/** Each fact of an entry with what it has to show; null where the entry could not be read. */
type Views = readonly [id: string, views: readonly FactView[]][] | null;
function viewsIn({ kind, source: { data } }: KindFile): Views {
  if (data === undefined) return null;
  const listOf: Partial<Record<KindFile['kind'], () => readonly (Outcome | Claim | Pooled)[]>> = {
    reviews: () => (data as Review).claims,
    trials: () => (data as Trial).outcomes,
    syntheses: () => (data as Synthesis).pooled,
  };
  return listOf[kind]?.().map((fact) => [fact.id, factViews.filter((view) => hasView(fact, view))]) ?? [];
}
const viewsOfFacts: Extractor<Views> = {
  name: 'facts',
  of: ['reviews', 'trials', 'syntheses'],
  extract: viewsIn,
};

/** What an entry says of its facts, looked at when one of them is asked for. */
type FactsOfEntry = () => ReadonlyMap<string, readonly FactView[]> | undefined;
/** Facts of trials, claims of reviews and results of syntheses by the id of their entry. */
const facts = mapPart<FactsOfEntry>(
  'facts of entries',
  [viewsOfFacts],
  (collect) => {
    // Of two entries under one id, the last of syntheses, then of trials, is meant.
    const rank = (one: KindFile) => viewsOfFacts.of.indexOf(one.kind);
    const all = collect(viewsOfFacts).sort((a, b) => rank(a) - rank(b));
    return new Map(
      all.map((one) => [idOf(one), () => one.value && new Map(one.value)] as [string, FactsOfEntry]),
    );
  },
  (own) => [...(own() ?? ['unread'])],
);

/**
 * Which ids exist. What is `undefined` stands in a file that is absent or could not be read: then nothing can
 * be stated.
 */
export interface Ids {
  entries: Record<Collection, Members>;
  references: Members | undefined;
  endpoints: Members | undefined;
  settings: Members | undefined;
  ageGroups: Members | undefined;
  targets: Members | undefined;
  therapyClasses: Members | undefined;
  scales: Members | undefined;
  /** Therapies, and the agents of the vocabulary. */
  agents: Members | undefined;
  /** Attribute facet → its terms. */
  attributes: { [C in 'trials' | 'therapies']: Lookup<ReadonlySet<string>> | undefined };
  /** `TRIAL` for all arms of a trial, `TRIAL.ARM` for one; undefined where some trial could not be read. */
  studyArms: Members | undefined;
  /**
   * Facts of each trial, claims of each review and results of each synthesis by id, with what each has to
   * show.
   */
  facts: Lookup<FactsOfEntry>;
}

type Of = <V>(part: Part<() => V>) => V;

const sets = {
  references,
  endpoints,
  settings,
  ageGroups,
  targets,
  therapyClasses,
  scales,
  agents,
  studyArms,
  facts,
};

/** The ids, each kind of them looked at when it is asked for. */
export function idsFrom(of: Of): Ids {
  const getters = (own: Record<string, Part<() => unknown>>) =>
    Object.defineProperties(
      {},
      Object.fromEntries(
        Object.entries(own).map(([name, part]) => [name, { get: () => of(part), enumerable: true }]),
      ),
    );
  return Object.defineProperties(getters(sets), {
    entries: { value: getters(entryIds) },
    attributes: { value: getters(attributes) },
  }) as Ids;
}
