import type { Collection } from '../model/collections.ts';
import { collections } from '../model/collections.ts';
import type { Claim, Outcome } from '../model/outcome.ts';
import type { Corpus } from '../reading/corpus.ts';

/** Which ids exist. A set is undefined where its file is absent or could not be read: then nothing can be said. */
export interface Index {
  entries: Record<Collection, Set<string>>;
  references: Set<string> | undefined;
  endpoints: Map<string, readonly string[]> | undefined;
  settings: Set<string> | undefined;
  ageGroups: Set<string> | undefined;
  targets: Set<string> | undefined;
  therapyClasses: Set<string> | undefined;
  scales: Set<string> | undefined;
  /** Therapies, and the agents of the vocabulary. */
  agents: Set<string> | undefined;
  /** Attribute facet → its terms, for trials and for therapies. */
  attributes: { trial: Map<string, Set<string>>; therapy: Map<string, Set<string>> } | undefined;
  /** Facts of each trial and claims of each review by id; `undefined` for an entry that could not be read. */
  facts: Map<string, Map<string, Outcome | Claim> | undefined>;
}

export function indexOf({ entries, files }: Corpus): Index {
  const vocabulary = files.vocabulary?.data;
  const terms = (list: { id: string }[] | undefined) => list && new Set(list.map((term) => term.id));
  const facets = (applies: 'trial' | 'therapy') =>
    new Map(
      (vocabulary?.attributes ?? []).filter((a) => a.applies === applies).map((a) => [a.id, new Set(a.terms.map((t) => t.id))]),
    );
  const references = files.references?.data;
  const endpoints = files.endpoints?.data;
  return {
    entries: Object.fromEntries(collections.map((c) => [c, new Set(entries[c].map((entry) => entry.id))])) as Index['entries'],
    references: references && new Set(references.flatMap((item) => [item.id, ...(item.custom?.aliases ?? [])])),
    endpoints: endpoints && new Map(endpoints.map((endpoint) => [endpoint.id, endpoint.kinds])),
    settings: terms(vocabulary?.settings),
    ageGroups: terms(vocabulary?.ageGroups),
    targets: terms(vocabulary?.targets),
    therapyClasses: terms(vocabulary?.therapyClasses),
    scales: terms(vocabulary?.scales),
    agents: vocabulary && new Set([...entries.therapies, ...vocabulary.agents].map(({ id }) => id)),
    attributes: vocabulary && { trial: facets('trial'), therapy: facets('therapy') },
    facts: new Map([
      ...entries.reviews.map(({ id, data }) => [id, factsById(data?.claims)] as const),
      ...entries.trials.map(({ id, data }) => [id, factsById(data?.outcomes)] as const),
    ]),
  };
}

function factsById(facts: readonly (Outcome | Claim)[] | undefined): Map<string, Outcome | Claim> | undefined {
  return facts && new Map(facts.map((fact) => [fact.id, fact]));
}
