import { describe, expect, test } from 'vitest';
import { chapters } from '../../src/views/guide/chapters.ts';
import { attribute, parseHtml, textOf } from '../support/html.ts';
import { pages, searchedPages } from '../support/site-pages.ts';

const searched = searchedPages();
const html = new Map(pages.map((page) => [page.path, page.html]));
const treeOf = (path: string) => parseHtml(html.get(path)!);
const guide = chapters.map(({ path, title }) => ({ path, title, root: treeOf(path) }));

describe('the guide', () => {
  test('has every chapter of its list, under one navigation that marks where the reader is', () => {
    for (const { path, root } of guide) {
      const links = root.querySelectorAll('nav[aria-label="Chapters of the guide"] a');
      expect(
        links.map((link) => attribute(link, 'href')),
        path,
      ).toEqual(chapters.map((chapter) => chapter.path));
      const current = links.filter((link) => attribute(link, 'aria-current') === 'page');
      expect(
        current.map((link) => attribute(link, 'href')),
        path,
      ).toEqual([path]);
      const [group, page] = root.querySelectorAll('header.masthead [aria-current]').map(textOf);
      expect([group, page], path).toEqual(['Data and guide', 'Guide']);
    }
  });

  test('leads from each chapter to the next and back', () => {
    const ends = (rel: string) =>
      guide.map(({ root }) => attribute(root.querySelector(`a[rel="${rel}"]`) ?? root, 'href'));
    const paths = chapters.map(({ path }) => path);
    expect(ends('next').slice(0, -1)).toEqual(paths.slice(1));
    expect(ends('prev').slice(1)).toEqual(paths.slice(0, -1));
  });

  test('has a name for each heading, so that it can be linked', () => {
    for (const { path, root } of guide)
      for (const heading of root.querySelectorAll('.chapter h2'))
        expect(attribute(heading, 'id'), path).toBeTruthy();
  });

  test('is searched', () => {
    expect(guide.filter(({ path }) => !searched.has(path))).toEqual([]);
  });

  test('loads no script that other pages do not', () => {
    const scripts = (path: string) =>
      treeOf(path)
        .querySelectorAll('script[src]')
        .map((script) => attribute(script, 'src'));
    const common = scripts('/endpoints/');
    expect(scripts('/guide/figure/').filter((script) => !common.includes(script))).toEqual([]);
  });
});

describe('the examples of the guide', () => {
  const rows = guide.flatMap(({ path, root }) =>
    root.querySelectorAll('table.outcomes a.value').map((link) => ({ path, link })),
  );

  test('are there', () => {
    expect(new Set(rows.map(({ path }) => path))).toEqual(new Set(['/guide/figure/', '/guide/compare/']));
    expect(rows.length).toBeGreaterThan(5);
  });

  test('are figures of the base, and lead to the rows that state them', () => {
    for (const { link } of rows) {
      const [page, id] = attribute(link, 'href')!.split('#');
      const row = treeOf(page!).querySelector(`tr[id="${id}"]`);
      expect(row && textOf(row.querySelector('.value')!), attribute(link, 'href')).toBe(textOf(link));
    }
  });

  test('of findings stand on the quality page, each with its place', () => {
    const known = treeOf('/quality/').querySelectorAll('td.wide').map(textOf);
    const shown = treeOf('/guide/checks/').querySelectorAll('td.wide').map(textOf);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.filter((message) => !known.includes(message))).toEqual([]);
  });
});

describe('an address that stood elsewhere before', () => {
  test.each([
    ['/about/', 'how-to-cite', '/guide/cite/'],
    ['/data/', 'conventions', '/guide/dictionary/#conventions'],
    ['/data/', 'dictionary', '/guide/dictionary/'],
  ])('%s#%s leads to %s', (page, id, now) => {
    const item = treeOf(page).querySelector(`[id="${id}"]`)!;
    expect(attribute(item.querySelector('a')!, 'href')).toBe(now);
  });
});
