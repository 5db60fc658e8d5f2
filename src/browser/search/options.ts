import { search, type Result } from './client.ts';
import { hintsFor } from './hints.ts';
import { noteOn } from './notes.ts';
import { pagefind } from './pagefind.ts';
import { make, marked, searchAddress } from './render.ts';
import type { Suggestions } from './suggest.ts';
import { searchWords as words } from '../../i18n/search-words.ts';

/** What the search dialog shows of a query. */
export interface Answer {
  options: HTMLAnchorElement[];
  note: string;
}

const shown = 5;

/** Fetches the engine of the search, so that the first query finds it there. */
export const ready = pagefind;

/** The best pages and places for a query as options of a list, after what may have been meant. */
export async function optionsFor(query: string): Promise<Answer> {
  const found = await search(query);
  const results = await found.load(0, shown);
  const options = [...hintOptions(await hintsFor(query, found)), ...results.flatMap(resultOptions)];
  if (found.total > shown) options.push(option('all', searchAddress(query), words.seeAll(found.total)));
  return { options, note: noteOn(found, query, false) };
}

function option(kind: string, href: string, ...children: (Node | string)[]): HTMLAnchorElement {
  return make('a', { class: `option ${kind}`, role: 'option', 'aria-selected': 'false', tabindex: '-1', href }, ...children);
}

function hintOptions({ query, terms }: Suggestions): HTMLAnchorElement[] {
  const options = terms.map(({ label, url, kind }) => ({ href: url, text: label, kind: ` ${kind}` }));
  if (query !== undefined) options.unshift({ href: searchAddress(query), text: query, kind: '' });
  return options.map(({ href, text, kind }, i) => {
    const lead = i === 0 ? words.didYouMean : words.or;
    const hint = option('hint', href, `${lead} `, make('b', {}, text), make('span', { class: 'kind' }, kind), i === 0 ? '?' : '');
    if (i === 0 && query !== undefined) hint.dataset['query'] = query;
    return hint;
  });
}

function resultOptions({ title, url, type, excerpt, alias, links }: Result): HTMLAnchorElement[] {
  const head = make('span', { class: 'title' }, title, ...(type ? [' ', make('span', { class: 'kind' }, type)] : []));
  const text = alias === undefined ? marked(excerpt) : [`${words.also} `, make('mark', {}, alias)];
  return [
    option('page', url, head, ' ', make('span', { class: 'excerpt' }, ...text)),
    ...links.map((link) =>
      option(
        'place',
        link.url,
        make('span', { class: 'visually-hidden' }, `${title} › `),
        make('span', { class: 'title' }, link.title),
        ' ',
        make('span', { class: 'excerpt' }, ...marked(link.excerpt)),
      ),
    ),
  ];
}
