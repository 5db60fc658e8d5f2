import type { Collection } from '../model/collections.ts';
import { collections } from '../model/collections.ts';
import type { Claim, Outcome } from '../model/outcome.ts';
import type { Corpus } from '../reading/corpus.ts';

/** Which ids exist. A set is undefined where its file could not be read: then nothing can be said. */
export interface Index {
  entries: Record<Collection, Set<string>>;
  references: Set<string> | undefined;
  endpoints: Map<string, readonly string[]> | undefined;
  settings: Set<string> | undefined;
  ageGroups: Set<string> | undefined;
  targets: Set<string> | undefined;
  therapyClasses: Set<string> | undefined;
  scales: Set<string> | undefined;
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
  // A file that is absent defines nothing; a file that is broken leaves the question open.
  const present = <T>(file: { data: T | undefined } | undefined, empty: T): T | undefined => (file ? file.data : empty);
  const references = present(files.references, []);
  const endpoints = present(files.endpoints, []);
  const known = present(files.vocabulary, {
    settings: [],
    ageGroups: [],
    targets: [],
    therapyClasses: [],
    scales: [],
    attributes: [],
    abbreviations: [],
  });
  return {
    entries: Object.fromEntries(collections.map((c) => [c, new Set(entries[c].map((entry) => entry.id))])) as Index['entries'],
    references: references && new Set(references.flatMap((item) => [item.id, ...(item.custom?.aliases ?? [])])),
    endpoints: endpoints && new Map(endpoints.map((endpoint) => [endpoint.id, endpoint.kinds])),
    settings: terms(known?.settings),
    ageGroups: terms(known?.ageGroups),
    targets: terms(known?.targets),
    therapyClasses: terms(known?.therapyClasses),
    scales: terms(known?.scales),
    attributes: known && { trial: facets('trial'), therapy: facets('therapy') },
    facts: new Map([
      ...entries.reviews.map(({ id, data }) => [id, factsById(data?.claims)] as const),
      ...entries.trials.map(({ id, data }) => [id, factsById(data?.outcomes)] as const),
    ]),
  };
}

function factsById(facts: readonly (Outcome | Claim)[] | undefined): Map<string, Outcome | Claim> | undefined {
  return facts && new Map(facts.map((fact) => [fact.id, fact]));
}
