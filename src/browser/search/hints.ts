import { localPath } from '../../i18n/locale.ts';
import { searchWords as words } from '../../i18n/search-words.ts';
import type { Answer } from './answer.ts';
import { languageOf, make, searchAddress } from './render.ts';

/** A link that asks another query; pages ask it in place. */
export const asking = (query: string, text: string, more: Record<string, string> = {}): HTMLElement =>
  make('a', { href: searchAddress(query), 'data-query': query, ...languageOf(text), ...more }, text);

export const between = (links: readonly HTMLElement[]): (Node | string)[] =>
  links.flatMap((link, i) => (i > 0 ? [' · ', link] : [link]));

/** How a query may go on. */
export const goingOn = (completions: readonly string[]): HTMLElement[] =>
  completions.length === 0
    ? []
    : [make('li', {}, `${words.goOn} `, ...between(completions.map((one) => asking(one, one))))];

/** Where nothing was found: what is called alike, what some pages have of it, the lists and the map. */
export function waysOn({ near, found: { alone } }: Answer): HTMLElement[] {
  const each = alone.map(({ said, pages }) => asking(said, words.alone(said, pages.size)));
  return [
    ...(near.length > 0
      ? [make('li', {}, `${words.near} `, ...between(near.map((one) => asking(one, one))))]
      : []),
    ...(each.length > 0 ? [make('li', {}, `${words.each} `, ...between(each))] : []),
    make(
      'li',
      {},
      `${words.nothing} `,
      ...between(words.waysOn.map(([text, path]) => make('a', { href: localPath(path) }, text))),
    ),
  ];
}

/**
 * How a query is written that says more than words; the example of conditions is one of the base, which the
 * page brings.
 */
export function syntaxHints(): HTMLElement[] {
  const example = document.querySelector<HTMLElement>('search-page')?.dataset['example'];
  return [
    ...(example === undefined ? [] : [make('li', {}, `${words.syntax} `, make('code', {}, example))]),
    make('li', {}, words.phrases),
  ];
}
