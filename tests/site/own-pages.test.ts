import type { HtmlElement } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { ownFiles, ownPages } from '../../src/model/own-pages.ts';
import { attribute, parseHtml } from '../support/html.ts';
import { files, pages, somePages } from '../support/site-pages.ts';

const html = new Map(pages.map((page) => [page.path, page.html]));

describe('the list of the pages of the site', () => {
  test('has every page that is no entry, and no other', () => {
    const entries = /^\/(?:endpoints|references|reviews|syntheses|therapies|topics|trials)\/.+/;
    const { english = [], chinese = [] } = Object.groupBy(html.keys(), (path) =>
      path.startsWith('/zh/') ? 'chinese' : 'english',
    );
    const own = (paths: readonly string[]) => paths.filter((path) => !entries.test(path)).sort();
    expect(Object.keys(ownPages).sort()).toEqual(own(english));
    expect(own(chinese.map((path) => path.slice('/zh'.length)))).toEqual(
      own(english).filter((path) => path !== '/404.html'),
    );
  });

  test.each(Object.entries(ownPages))('names anchors that stand on %s', (path, anchors) => {
    const ids = parseHtml(html.get(path)!)
      .querySelectorAll('[id]')
      .map((element) => attribute(element, 'id')!);
    expect(anchors.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('has the files of the whole base, and no other', () => {
    const whole = /^\/(?:(?:cite|data)\/)?[a-z.-]+$/;
    const others = /\.html$|^\/\.almanac-build$|^\/sitemap-0\.xml$/;
    expect([...ownFiles].sort()).toEqual(files.filter((file) => whole.test(file) && !others.test(file)));
  });
});

describe('the ids of a page', () => {
  /**
   * Rows and cards of figures, plans and statements, terms, and what stood here before: the ids that content
   * gives.
   */
  const isOfContent = (element: HtmlElement) =>
    ['tr', 'li'].includes(element.tagName) ||
    ['term', 'asked', 'provenance'].includes(attribute(element, 'class') ?? '');

  test('are those of its content, or begin with an underscore, which content cannot', () => {
    const met = somePages(8)
      .filter(({ path }) => /^\/(?:trials|reviews)\/.+|^\/endpoints\/$/.test(path))
      .flatMap(({ path, html: own }) =>
        parseHtml(own)
          .querySelectorAll('[id]')
          .map((element) => ({ id: attribute(element, 'id')!, element }))
          .filter(({ id, element }) => !id.startsWith('_') && !isOfContent(element))
          .map(({ id }) => `${path}#${id}`),
      );
    expect(met).toEqual([]);
  });
});
