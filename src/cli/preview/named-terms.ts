import type { Corpus } from '../../reading/corpus.ts';

/**
 * The corpus with a term for each setting and age group that a study names and the vocabulary lacks, so that
 * an entry which is not settled yet, such as one just imported, has a page beside its findings.
 */
export function withNamedTerms(corpus: Corpus): Corpus {
  const { vocabulary } = corpus.files;
  if (!vocabulary?.data) return corpus;
  const { settings, ageGroups } = vocabulary.data;
  const trials = corpus.entries.trials.flatMap(({ data }) => data ?? []);
  const ofSettings = lacking(
    settings,
    trials.map(({ setting }) => setting),
  );
  const ofAges = lacking(
    ageGroups,
    trials.map(({ population }) => population.ageGroup),
  );
  if (ofSettings.length + ofAges.length === 0) return corpus;
  const data = {
    ...vocabulary.data,
    settings: [...settings, ...ofSettings],
    ageGroups: [...ageGroups, ...ofAges],
  };
  return { ...corpus, files: { ...corpus.files, vocabulary: { ...vocabulary, data } } };
}

const lacking = (known: readonly { id: string }[], named: readonly string[]) =>
  [...new Set(named)]
    .filter((id) => !known.some((term) => term.id === id))
    .sort()
    .map((id) => ({ id, label: { en: id.replaceAll('-', ' ') }, synonyms: [], unstated: true }));
