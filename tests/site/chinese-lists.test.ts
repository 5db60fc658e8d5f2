import { describe, expect, test } from 'vitest';
import { mapWords } from '../../src/i18n/en/map.ts';
import { searchForm } from '../../src/i18n/en/search-form.ts';
import { trialList } from '../../src/i18n/en/trial-list.ts';
import { attribute, parseHtml, textOf } from '../support/html.ts';
import { read } from '../support/site-pages.ts';

/**
 * The Chinese map and list of studies: no words of the interface are left in English, and no figure or
 * address differs.
 */
const paths = ['map/index.html', 'map/timeline/index.html', 'map/balance/index.html', 'trials/index.html'];
const main = (page: string) => parseHtml(read(page)).querySelector('main')!;

/** Every text of a table, at any depth. */
const textsOf = (table: unknown): string[] =>
  typeof table === 'string'
    ? [table]
    : typeof table === 'object' && table !== null
      ? Object.values(table).flatMap(textsOf)
      : [];
const words = [mapWords, trialList, searchForm].flatMap(textsOf);

/** What a reader sees or hears, each text by itself. */
const said = (page: string) => {
  const root = main(page);
  const attributes = ['title', 'aria-label', 'data-label'].flatMap((name) =>
    root.querySelectorAll(`[${name}]`).map((element) => attribute(element, name)!),
  );
  const texts = root
    .querySelectorAll('th, td, p, li, label span, legend, caption, h1, h2, summary, option, button, text')
    .map((element) => textOf(element).trim());
  return [...attributes, ...texts];
};

describe.each(paths)('the Chinese page of %s', (path) => {
  test('says nothing in the words of the English tables', () => {
    const known = new Set(words);
    expect(said(path).filter((text) => known.has(text)).length).toBeGreaterThan(5);
    expect(said(`zh/${path}`).filter((text) => known.has(text))).toEqual([]);
  });

  test('shows the figures of the English page, each with its address', () => {
    const figures = (page: string) =>
      main(page)
        .querySelectorAll('td a')
        .map((link) => [
          attribute(link, 'href')!.replace(/^\/zh\//, '/'),
          textOf(link)
            .match(/\d+(?:\.\d+)?%|\d+\.\d+/g)
            ?.join(' '),
        ]);
    expect(figures(path).length).toBeGreaterThan(30);
    expect(figures(`zh/${path}`)).toEqual(figures(path));
  });
});

describe('the facets of the list of studies', () => {
  const optionsOf = (page: string) =>
    main(page)
      .querySelectorAll('form fieldset label')
      .map((label) => ({ input: label.querySelector('input')!, span: label.querySelector('span')! }))
      .map(({ input, span }) => ({
        key: `${attribute(input, 'name')}=${attribute(input, 'value')}`,
        label: textOf(span).trim(),
      }));
  const sorted = (page: string) =>
    optionsOf(page)
      .map(({ key }) => key)
      .sort();

  test('have the same addresses in both languages', () => {
    expect(sorted('trials/index.html').length).toBeGreaterThan(50);
    expect(sorted('zh/trials/index.html')).toEqual(sorted('trials/index.html'));
    const facetsOf = (page: string) =>
      main(page)
        .querySelectorAll('tr[data-facets]')
        .map((row) => attribute(row, 'data-facets'));
    expect(facetsOf('zh/trials/index.html')).toEqual(facetsOf('trials/index.html'));
  });

  test('are called what Chinese calls them', () => {
    const setting = optionsOf('zh/trials/index.html').filter(({ key }) =>
      /^(?:setting|population|phase|design)=/.test(key),
    );
    expect(setting.length).toBeGreaterThan(6);
    expect(setting.filter(({ label }) => !/\p{sc=Han}/u.test(label))).toEqual([]);
  });
});
