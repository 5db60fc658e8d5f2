import type { Library } from '../evidence/library.ts';
import type { Term } from '../model/vocabulary.ts';
import type { SearchTerm } from '../search-index/terms.ts';

/** The names by which readers search, each with its page: for "Did you mean …?". */
export function searchTerms({ trials, therapies, endpoints, topics, syntheses, vocabulary }: Library): SearchTerm[] {
  const named = (kind: string, url: string, labels: readonly (string | undefined)[]) =>
    labels.filter((label) => label !== undefined).map((label) => ({ label, url, kind }));
  return [
    ...trials.flatMap(({ path, data }) =>
      named('Trial', path, [data.acronym, data.shortName, data.title.en, data.title.zh, ...data.registry.map(({ id }) => id)]),
    ),
    ...therapies.flatMap(({ path, data }) =>
      named('Therapy', path, [data.name.en, data.name.zh, ...data.brand, ...data.code, ...data.synonyms]),
    ),
    ...topics.flatMap(({ path, data }) => named('Topic', path, [data.title.en, data.title.zh])),
    ...syntheses.flatMap(({ path, data }) => named('Published synthesis', path, [data.title.en, data.title.zh])),
    ...vocabulary.therapyClasses.flatMap((term) =>
      named('Therapy class', `/trials/?class=${encodeURIComponent(term.label.en)}`, wordsOf(term)),
    ),
    ...vocabulary.targets.flatMap((term) =>
      named('Target', `/trials/?target=${encodeURIComponent(term.label.en)}`, wordsOf(term)),
    ),
    ...vocabulary.settings.flatMap((term) =>
      named('Setting', `/trials/?setting=${encodeURIComponent(term.label.en)}`, wordsOf(term)),
    ),
    ...vocabulary.abbreviations.flatMap((term) =>
      named('Abbreviation', '/endpoints/#abbreviations', [term.abbreviation, term.en, term.zh]),
    ),
    ...endpoints.flatMap(({ path, data }) =>
      named('Endpoint', path, [data.label.en, data.label.zh, data.abbreviation, ...data.synonyms]),
    ),
  ];
}

const wordsOf = ({ label, synonyms }: Term) => [label.en, label.zh, ...synonyms];
