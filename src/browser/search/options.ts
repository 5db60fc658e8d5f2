import { localPath } from '../../i18n/locale.ts';
import { searchWords as words } from '../../i18n/search-words.ts';
import { answerTo, resultsAtHand, type Answer, type Result } from './answer.ts';
import { ready as fetchEngine } from './engine.ts';
import { waysOn } from './hints.ts';
import { askedIn, noteOn } from './notes.ts';
import { recentSearches, rememberSearch } from './recent.ts';
import { figureParts, heading, languageOf, make, marked, searchAddress } from './render.ts';

/** What the search dialog shows of a query. */
export interface Shown {
  options: HTMLAnchorElement[];
  note: string;
  /** Where to go on, where there is nothing to choose. */
  ways: HTMLElement[];
}

const most = 7;
const mostFigures = 2;

/** Fetches what every query needs, so that the first finds it there. */
export const ready = fetchEngine;
export const remember = rememberSearch;

/** The best pages and figures for a query as options of a list. */
export async function optionsFor(query: string): Promise<Shown> {
  const answer = await answerTo(query);
  const { hits, partly, figures, lists } = answer;
  const results = await resultsAtHand([...hits, ...partly].slice(0, most));
  const asked = askedIn(answer);
  const pages = results.map((result) => pageOption(result, asked));
  const answers = figures
    .slice(0, mostFigures)
    .map((figure) =>
      option(
        'figure',
        localPath(figure.url),
        ...figureParts(figure),
        ' ',
        make('span', { class: 'excerpt' }, `${figure.study} · ${figure.of}`),
      ),
    );
  const options = [
    ...answer.completions.slice(0, 4).map(completionOption),
    ...pages.slice(0, 3),
    ...answers,
    ...pages.slice(3),
    ...lists.map(({ label, url }) => option('list', localPath(url), words.allOf(label))),
  ];
  if (hits.length > 0) options.push(option('all', searchAddress(query), words.seeAll(hits.length)));
  return { options, note: await noteOn(answer, query, false), ways: hits.length > 0 ? [] : waysOn(answer) };
}

/** The searches that were made last, to choose from before anything is typed. */
export function recentOptions(): Shown {
  const options = recentSearches().map((query) =>
    queryOption(query, make('span', { class: 'title', ...languageOf(query) }, query)),
  );
  return { options, note: options.length > 0 ? words.recent : '', ways: [] };
}

function option(kind: string, href: string, ...children: (Node | string)[]): HTMLAnchorElement {
  return make(
    'a',
    { class: `option ${kind}`, role: 'option', 'aria-selected': 'false', tabindex: '-1', href },
    ...children,
  );
}

function queryOption(query: string, ...children: (Node | string)[]): HTMLAnchorElement {
  const found = option('hint', searchAddress(query), ...children);
  found.dataset['query'] = query;
  return found;
}

const completionOption = (query: string) => queryOption(query, `${words.goOn} `, make('b', {}, query));

function pageOption(result: Result, asked: Answer['completions']): HTMLAnchorElement {
  const { line } = result;
  return option(
    'page',
    result.url,
    ...heading(result, asked, true),
    ...(line === ''
      ? []
      : [' ', make('span', { class: 'excerpt', ...languageOf(line) }, ...marked(line, asked))]),
  );
}
