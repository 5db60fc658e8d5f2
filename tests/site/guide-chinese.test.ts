import { describe, expect, test } from 'vitest';
import {
  apiResources,
  binaries,
  conventions,
  documents,
  metaforColumns,
  tables,
  wideColumns,
} from '../../src/exports/index.ts';
import { apiPage } from '../../src/i18n/en/api-page.ts';
import { dataPage } from '../../src/i18n/en/data-page.ts';
import { findings } from '../../src/i18n/en/findings.ts';
import { guide } from '../../src/i18n/en/guide.ts';
import { quality } from '../../src/i18n/en/quality.ts';
import { columns } from '../../src/i18n/zh/columns.ts';
import { checkTable } from '../../src/model/check-table.ts';
import { chapters } from '../../src/views/guide/chapters.ts';
import { attribute, parseHtml, textOf } from '../support/html.ts';
import { pages } from '../support/site-pages.ts';

const html = new Map(pages.map((page) => [page.path, page.html]));
const mainOf = (path: string) => parseHtml(html.get(path)!).querySelector('main')!;
const addresses = [...chapters.map(({ path }) => path), '/data/', '/data/api/', '/quality/'];

const described = [...tables, ...documents, ...binaries, ...apiResources].map(
  ({ description }) => description,
);
const held = [...tables.flatMap((table) => table.columns), ...metaforColumns, ...wideColumns].map(
  ({ description }) => description,
);

/** Every text of a table of words that has several words, without markup. */
const phrasesIn = (words: unknown): string[] => {
  if (typeof words === 'string')
    return [words.replace(/<[^>]*>/g, '')].filter((text) => text.trim().includes(' '));
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(phrasesIn) : [];
};
const english = [
  ...phrasesIn([guide, apiPage, dataPage, findings, quality, described, held, conventions]),
  ...Object.values(checkTable).flatMap(([, title, why]) => [title, why]),
];

describe('the guide, the data and the checks in Chinese', () => {
  test.each(addresses)('%s says nothing in the English of the interface', (path) => {
    const main = mainOf(`/zh${path}`);
    const marked = main.querySelectorAll('[lang="en"]').map(textOf);
    const said = marked.reduce((text, message) => text.replace(message, ''), textOf(main));
    expect(said).toMatch(/\p{Script=Han}/u);
    expect(english.filter((text) => said.includes(text))).toEqual([]);
  });

  test.each(addresses)('%s has the sections of the English page, at the same anchors', (path) => {
    const anchors = (address: string) =>
      mainOf(address)
        .querySelectorAll('h2')
        .map((heading) => attribute(heading, 'id'));
    expect(anchors(`/zh${path}`)).toEqual(anchors(path));
    expect(anchors(path).length > 0 || path === '/guide/').toBe(true);
  });

  test.each(addresses)('%s shows the same figures', (path) => {
    const figures = (address: string) =>
      mainOf(address)
        .querySelectorAll('.num, .value')
        .map((cell) => textOf(cell).match(/\d[\d.,]*/g) ?? []);
    expect(figures(`/zh${path}`)).toEqual(figures(path));
  });

  test('messages of findings are marked as English', () => {
    const messages = mainOf('/zh/quality/').querySelectorAll('td.wide');
    expect(messages.length).toBeGreaterThan(10);
    expect(messages.filter((message) => attribute(message, 'lang') !== 'en')).toEqual([]);
    expect(mainOf('/quality/').querySelectorAll('td[lang]')).toEqual([]);
  });

  test('every column and file has its Chinese', () => {
    expect([...described, ...held, ...conventions].filter((text) => !(text in columns))).toEqual([]);
  });

  test('an address without a page speaks both languages', () => {
    const [other] = mainOf('/404.html').querySelectorAll('[lang="zh-CN"]');
    expect(textOf(other!)).toMatch(/此网址没有页面/);
    expect(attribute(other!.querySelector('a')!, 'href')).toBe('/zh/');
  });
});
