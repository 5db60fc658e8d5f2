import type { Library } from '../evidence/library.ts';
import type { SearchTerm } from '../search/terms.ts';

/** The names by which readers search, each with its page: for "Did you mean …?". */
export function searchTerms({ trials, therapies, endpoints }: Library): SearchTerm[] {
  const named = (kind: string, url: string, labels: readonly (string | undefined)[]) =>
    labels.filter((label) => label !== undefined).map((label) => ({ label, url, kind }));
  return [
    ...trials.flatMap(({ path, data }) =>
      named('Trial', path, [data.acronym, data.shortName, data.title.en, data.title.zh, ...data.registry.map(({ id }) => id)]),
    ),
    ...therapies.flatMap(({ path, data }) =>
      named('Therapy', path, [data.name.en, data.name.zh, ...data.brand, ...data.code, ...data.synonyms]),
    ),
    ...endpoints.flatMap(({ path, data }) =>
      named('Endpoint', path, [data.label.en, data.label.zh, data.abbreviation, ...data.synonyms]),
    ),
  ];
}
