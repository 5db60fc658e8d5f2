import type { Endpoint, Vocabulary } from '../model/vocabulary.ts';
import type { Therapy } from '../model/therapy.ts';
import type { Corpus } from '../reading/corpus.ts';
import { unitsOf } from '../search-index/fold.ts';

/** A name as names are compared: one spelling, whatever its case, accents, hyphens and spaces. */
export const nameKey = (name: string): string =>
  unitsOf(name)
    .map(({ name: unit }) => unit)
    .join(' ');

/** What the base has names for. A name that two things share is the name of neither. */
export interface KnownNames {
  endpoint(name: string): Endpoint | undefined;
  therapy(name: string): string | undefined;
  ageGroup(...names: string[]): string | undefined;
  /** The setting and the age group that stand for reports that do not say. */
  unstated: { setting: string | undefined; ageGroup: string | undefined };
}

interface Named {
  id: string;
  label: { en: string; zh?: string | undefined };
  synonyms: readonly string[];
}

/** Names of endpoints, therapies and age groups of a base, as they are written there and in no other form. */
export function knownNames({ files, entries }: Corpus): KnownNames {
  const endpoints = files.endpoints?.data ?? [];
  const vocabulary: Vocabulary | undefined = files.vocabulary?.data;
  const byId = new Map(endpoints.map((one) => [one.id, one]));
  const ofEndpoints = idsByName(endpoints, ({ abbreviation }) => abbreviation ?? []);
  const ofTherapies = idsByName(
    entries.therapies.flatMap(({ id, data }) =>
      data ? [{ id, label: data.name, synonyms: othersOf(data) }] : [],
    ),
  );
  const ofAges = idsByName(vocabulary?.ageGroups ?? []);
  return {
    endpoint(name) {
      const id = found(ofEndpoints, name) ?? inBrackets(ofEndpoints, name);
      return id === undefined ? undefined : byId.get(id);
    },
    therapy: (name) => found(ofTherapies, name),
    ageGroup: (...names) => names.map((name) => found(ofAges, name)).find((id) => id !== undefined),
    unstated: {
      setting: vocabulary?.settings.find(({ unstated }) => unstated)?.id,
      ageGroup: vocabulary?.ageGroups.find(({ unstated }) => unstated)?.id,
    },
  };
}

const othersOf = ({ brand, code, synonyms }: Therapy) => [...brand, ...code, ...synonyms];

type Ids = ReadonlyMap<string, ReadonlySet<string>>;

function idsByName<T extends Named>(all: readonly T[], more: (one: T) => string | string[] = () => []): Ids {
  const ids = new Map<string, Set<string>>();
  for (const one of all) {
    for (const name of [one.label.en, one.label.zh ?? [], one.synonyms, more(one)].flat()) {
      const key = nameKey(name);
      if (key !== '') ids.set(key, (ids.get(key) ?? new Set()).add(one.id));
    }
  }
  return ids;
}

function found(ids: Ids, name: string): string | undefined {
  const all = ids.get(nameKey(name));
  return all?.size === 1 ? [...all][0] : undefined;
}

/** `Overall Survival (OS)`: a name and its abbreviation, which both must be those of one thing. */
function inBrackets(ids: Ids, name: string): string | undefined {
  const [, whole, short] = /^(.+?)\s*[([（]([^()（）[\]]+)[)\]）]\s*$/u.exec(name) ?? [];
  if (whole === undefined || short === undefined) return undefined;
  const id = found(ids, whole);
  return id !== undefined && ids.get(nameKey(short))?.has(id) ? id : undefined;
}
