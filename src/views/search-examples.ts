import type { Library } from '../evidence/library.ts';
import { inWords, languageTags, locale } from '../i18n/locale.ts';
import { outcomeFamilies } from '../model/families.ts';
import { commonest } from './result-figures.ts';

/** Something to search for, in its language where that is not the one that is spoken. */
interface SearchExample {
  query: string;
  lang?: string;
}

/**
 * A search by conditions that finds something here: the commonest setting and endpoint, and the years of most
 * studies.
 */
export function conditionsExample({ trials, facts, endpoints, vocabulary }: Library): string {
  const settings = vocabulary.settings.filter(({ unstated }) => !unstated);
  const count = (id: string) => trials.filter(({ data }) => data.setting === id).length;
  const [setting] = settings.toSorted((a, b) => count(b.id) - count(a.id));
  const results = [...facts.values()].filter(({ endpoint: { data } }) =>
    outcomeFamilies.includes(data.family),
  );
  const [endpoint] = commonest(results, endpoints);
  const years = trials.flatMap(({ year }) => year ?? []).sort((a, b) => a - b);
  const [first, last] = [years[Math.floor(years.length / 4)], years.at(-1)];
  return [
    setting && `setting:${setting.id}`,
    `n>${fewPatients}`,
    first !== undefined && last !== undefined && `year:${first}..${last}`,
    endpoint && `endpoint:${endpoint.id}`,
  ]
    .filter(Boolean)
    .join(' ');
}
const fewPatients = 20;

/**
 * Searches that find something here: the commonest therapy with an endpoint of it, a study, and a name in the
 * other language.
 */
export function searchExamples({ therapies, endpoints, facts, trials }: Library): SearchExample[] {
  const [therapy] = therapies.toSorted((a, b) => b.trials.length - a.trials.length);
  if (!therapy || therapy.trials.length === 0) return [];
  const own = [...facts.values()].filter(({ trial }) => trial.therapies.includes(therapy));
  const residual = own.filter(({ endpoint }) => endpoint.data.family === 'residual-disease');
  const [endpoint] = commonest(residual.length > 0 ? residual : own, endpoints);
  const [largest] = trials
    .filter(({ data }) => data.acronym !== undefined)
    .toSorted(
      (a, b) => b.facts.length - a.facts.length || (b.enrolled?.value ?? 0) - (a.enrolled?.value ?? 0),
    );
  const { name } = therapy.data;
  const what = endpoint && (endpoint.data.abbreviation ?? inWords(endpoint.data.label).toLowerCase());
  return [
    { query: [inWords(name).toLowerCase(), what].filter(Boolean).join(' ') },
    ...(largest ? [{ query: largest.name }] : []),
    ...(name.zh
      ? [
          locale() === 'zh'
            ? { query: name.en, lang: languageTags.en }
            : { query: name.zh, lang: languageTags.zh },
        ]
      : []),
  ];
}
