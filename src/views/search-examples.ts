import type { Library } from '../evidence/library.ts';
import { inWords, languageTags, locale } from '../i18n/locale.ts';
import { commonest } from './result-figures.ts';

/** Something to search for, in its language where that is not the one that is spoken. */
export interface SearchExample {
  query: string;
  lang?: string;
}

/** Searches that find something here: the commonest therapy with an endpoint of it, a study, and a name in the other language. */
export function searchExamples({ therapies, endpoints, facts, trials }: Library): SearchExample[] {
  const [therapy] = therapies.toSorted((a, b) => b.trials.length - a.trials.length);
  if (!therapy || therapy.trials.length === 0) return [];
  const own = [...facts.values()].filter(({ trial }) => trial.therapies.includes(therapy));
  const residual = own.filter(({ endpoint }) => endpoint.data.family === 'residual-disease');
  const [endpoint] = commonest(residual.length > 0 ? residual : own, endpoints);
  const [largest] = trials
    .filter(({ data }) => data.acronym !== undefined)
    .toSorted((a, b) => b.facts.length - a.facts.length || (b.enrolled?.value ?? 0) - (a.enrolled?.value ?? 0));
  const { name } = therapy.data;
  const what = endpoint && (endpoint.data.abbreviation ?? inWords(endpoint.data.label).toLowerCase());
  return [
    { query: [inWords(name).toLowerCase(), what].filter(Boolean).join(' ') },
    ...(largest ? [{ query: largest.name }] : []),
    ...(name.zh
      ? [locale() === 'zh' ? { query: name.en, lang: languageTags.en } : { query: name.zh, lang: languageTags.zh }]
      : []),
  ];
}
