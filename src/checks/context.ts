import { ledgerOf } from '../evidence/ledger.ts';
import { descriptiveEndpoints } from '../evidence/ledger/slot.ts';
import { collections, type Collection } from '../model/collections.ts';
import type { Claim, Outcome } from '../model/outcome.ts';
import type { Pooled } from '../model/synthesis.ts';
import type { Corpus } from '../reading/corpus.ts';
import { once } from '../reading/once.ts';
import type { PlacedTrial } from './facts.ts';

type Listed = readonly { id: string }[];
const setOf = (list: Listed): ReadonlySet<string> => new Set(list.map(({ id }) => id));
const mapOf = <T extends { id: string }>(list: readonly T[]): ReadonlyMap<string, T> => new Map(list.map((one) => [one.id, one]));

/** Which ids exist. What is `undefined` stands in a file that is absent or could not be read: then nothing can be said. */
export type Ids = ReturnType<typeof idsOf>;
const idsOf = once(({ entries, files }: Corpus) => {
  const vocabulary = files.vocabulary?.data;
  const facets = (applies: 'trial' | 'therapy') =>
    vocabulary && new Map(vocabulary.attributes.filter((a) => a.applies === applies).map((a) => [a.id, setOf(a.terms)]));
  const factsById = (facts: readonly (Outcome | Claim | Pooled)[] | undefined) => facts && mapOf(facts);
  const references = files.references?.data?.flatMap(({ id, custom }) => [id, ...(custom?.aliases ?? [])]);
  return {
    entries: Object.fromEntries(collections.map((c) => [c, setOf(entries[c])])) as Record<Collection, ReadonlySet<string>>,
    references: references && new Set(references),
    endpoints: files.endpoints?.data && setOf(files.endpoints.data),
    settings: vocabulary && setOf(vocabulary.settings),
    ageGroups: vocabulary && setOf(vocabulary.ageGroups),
    targets: vocabulary && setOf(vocabulary.targets),
    therapyClasses: vocabulary && setOf(vocabulary.therapyClasses),
    scales: vocabulary && setOf(vocabulary.scales),
    /** Therapies, and the agents of the vocabulary. */
    agents: vocabulary && setOf([...entries.therapies, ...vocabulary.agents]),
    /** Attribute facet → its terms. */
    attributes: { trials: facets('trial'), therapies: facets('therapy') },
    /** `TRIAL` for all arms of a trial, `TRIAL.ARM` for one; undefined where some trial could not be read. */
    studyArms: entries.trials.every(({ data }) => data)
      ? new Set(entries.trials.flatMap(({ id, data }) => [id, ...(data?.arms ?? []).map((arm) => `${id}.${arm.id}`)]))
      : undefined,
    /** Facts of each trial, claims of each review and results of each synthesis by id; `undefined` for an entry that could not be read. */
    facts: new Map([
      ...entries.reviews.map(({ id, data }) => [id, factsById(data?.claims)] as const),
      ...entries.trials.map(({ id, data }) => [id, factsById(data?.outcomes)] as const),
      ...entries.syntheses.map(({ id, data }) => [id, factsById(data?.pooled)] as const),
    ]),
  };
});

/** Endpoints that describe patients and treatment. */
const descriptiveOf = once(({ files }: Corpus) => descriptiveEndpoints(files.endpoints?.data ?? []));

/** The figure indexes of each report. */
export const indexesOf = once(({ sources }: Corpus) =>
  Map.groupBy(
    sources.flatMap(({ data }) => data ?? []),
    (index) => index.of,
  ),
);

/** What checks need besides their subject, each made once for a run when the first of them asks. */
const shared = {
  ids: idsOf,
  endpoints: once(({ files }: Corpus) => mapOf(files.endpoints?.data ?? [])),
  descriptive: descriptiveOf,
  /** What the reports of a trial print of the same figures. */
  ledgerOf: once((corpus: Corpus) => once(({ id, trial }: PlacedTrial) => ledgerOf(id, trial, descriptiveOf(corpus)))),
  /** The works of the library by their keys, former ones included. */
  works: once(({ files }: Corpus) => {
    const works = files.references?.data ?? [];
    return new Map(works.flatMap((work) => [work.id, ...(work.custom?.aliases ?? [])].map((key) => [key, work] as const)));
  }),
  indexes: indexesOf,
  /** The studies with which each study declares to share patients; `undefined` for an entry that could not be read. */
  overlaps: once(
    ({ entries }: Corpus) =>
      new Map(entries.trials.map(({ id, data }) => [id, data && new Set(data.overlaps.map(({ trial }) => trial))])),
  ),
};

export type CheckContext = { readonly corpus: Corpus } & {
  readonly [K in keyof typeof shared]: ReturnType<(typeof shared)[K]>;
};

export function contextOf(corpus: Corpus): CheckContext {
  const context = { corpus };
  for (const [name, make] of Object.entries(shared)) Object.defineProperty(context, name, { get: () => make(corpus) });
  return context as CheckContext;
}
