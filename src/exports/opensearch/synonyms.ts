import type { Library } from '../../evidence/library.ts';
import type { Term } from '../../model/vocabulary.ts';

/**
 * Names that mean the same, for the synonym filter of a search engine: brand, code and Chinese names of
 * therapies, synonyms of endpoints, targets, classes, settings and age groups. Abbreviations are left out: in
 * lower case some are common words. One group a line, in the format of Solr, in lower case as the filter
 * before it makes the text.
 */
export function synonymLines({ therapies, endpoints, vocabulary }: Library): string[] {
  const ofTerm = ({ label, synonyms }: Term) => [label.en, label.zh, ...synonyms];
  const { targets, therapyClasses, settings, ageGroups } = vocabulary;
  const groups = [
    ...therapies.map(({ data: { name, brand, code, synonyms } }) => [
      name.en,
      name.zh,
      ...brand,
      ...code,
      ...synonyms,
    ]),
    ...endpoints.map(({ data: { label, abbreviation, synonyms } }) => [
      label.en,
      label.zh,
      abbreviation,
      ...synonyms,
    ]),
    ...[...targets, ...therapyClasses, ...settings, ...ageGroups].map(ofTerm),
  ];
  const lines = groups
    .map((names) => [...new Set(names.flatMap((name) => (name === undefined ? [] : escaped(name))))])
    .filter((names) => names.length > 1)
    .map((names) => names.join(', '));
  return [...new Set(lines)].sort();
}

/** A comma parts names, and `=>` would make a rule; a backslash takes their meaning away. */
const escaped = (name: string) => name.toLowerCase().replace(/[\\,]|=>/g, '\\$&');
