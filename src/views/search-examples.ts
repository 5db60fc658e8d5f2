import type { Library } from '../evidence/library.ts';
import { commonest } from './result-figures.ts';

/** Something to search for, in its language. */
export interface SearchExample {
  query: string;
  lang?: 'zh-CN';
}

/** Searches that find something here: the commonest therapy with an endpoint of it, a study, and a Chinese name. */
export function searchExamples({ therapies, endpoints, facts, trials }: Library): SearchExample[] {
  const [therapy] = therapies.toSorted((a, b) => b.trials.length - a.trials.length);
  if (!therapy || therapy.trials.length === 0) return [];
  const own = [...facts.values()].filter(({ trial }) => trial.therapies.includes(therapy));
  const residual = own.filter(({ endpoint }) => endpoint.data.family === 'residual-disease');
  const [endpoint] = commonest(residual.length > 0 ? residual : own, endpoints);
  const [largest] = trials
    .filter(({ data }) => data.acronym !== undefined)
    .toSorted((a, b) => b.facts.length - a.facts.length || (b.enrolled?.value ?? 0) - (a.enrolled?.value ?? 0));
  const what = endpoint && (endpoint.data.abbreviation ?? endpoint.data.label.en.toLowerCase());
  return [
    { query: [therapy.data.name.en.toLowerCase(), what].filter(Boolean).join(' ') },
    ...(largest ? [{ query: largest.name }] : []),
    ...(therapy.data.name.zh ? [{ query: therapy.data.name.zh, lang: 'zh-CN' as const }] : []),
  ];
}
