import type { NumberedFigure } from '../../search-index/files.ts';
import { searchWords as words } from '../../i18n/search-words.ts';
import { localPath } from '../../i18n/locale.ts';
import type { Result } from './answer.ts';

/** Makes an element; its children are elements and plain text, never markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** The address of the search page for a query. */
export function searchAddress(query: string): string {
  return `${localPath('/search/')}?${new URLSearchParams({ q: query })}`;
}

const han = /\p{sc=Han}/gu;
/** Words of other scripts. */
const letters = /[a-z]{2,}/gi;
const isChinesePage = () => document.documentElement.lang.startsWith('zh');

/** `lang` of a text in another language than the page's; Chinese is recognised by its characters. */
export function languageOf(text: string): { lang?: string } {
  const [chinese, latin] = [text.match(han)?.length ?? 0, text.match(letters)?.length ?? 0];
  if (chinese > latin) return isChinesePage() ? {} : { lang: 'zh-CN' };
  return isChinesePage() && /[a-z]{3}/i.test(text) ? { lang: 'en' } : {};
}

/** Text with the words that were asked for in `<mark>`. */
export function marked(text: string, asked: readonly string[]): (Node | string)[] {
  const found = asked
    .filter((word) => word.length > 1)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (found.length === 0) return [text];
  const pieces = text.split(new RegExp(`(${found.join('|')})`, 'giu'));
  return pieces.flatMap((piece, i) => (piece === '' ? [] : [i % 2 === 1 ? make('mark', {}, piece) : piece]));
}

/** The title of a page, its title in the other language, and what it is. */
export function heading(
  { title, other, kind }: Result,
  asked: readonly string[],
  withKind: boolean,
): (Node | string)[] {
  return [
    make('span', { class: 'title', ...languageOf(title) }, ...marked(title, asked)),
    ...(other === ''
      ? []
      : [' ', make('span', { class: 'other', ...languageOf(other) }, ...marked(other, asked))]),
    ...(withKind ? [' ', make('span', { class: 'kind' }, words.kind[kind] ?? kind)] : []),
  ];
}

/** A figure as a figure: what was measured, how much, with what interval. */
export function figureParts({ endpoint, value, interval, computed }: NumberedFigure): (Node | string)[] {
  const label = (isChinesePage() && endpoint.zh) || endpoint.en;
  return [
    make('span', { class: 'title' }, label),
    ' ',
    make('b', { class: 'value' }, value),
    ...(interval === undefined
      ? []
      : [
          ' ',
          make(
            'span',
            { class: 'ci' },
            words.interval(interval),
            ...(computed ? [' ', make('i', {}, words.computed)] : []),
          ),
        ]),
  ];
}
