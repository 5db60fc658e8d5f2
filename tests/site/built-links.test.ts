import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { auditLinks } from '../support/whole-site.ts';
import { folder } from '../support/site-pages.ts';

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-links-'));
afterAll(() => fs.rmSync(temporary, { recursive: true }));

/** A site of these files, in a folder of its own. */
function siteOf(files: Record<string, string>): string {
  const root = fs.mkdtempSync(path.join(temporary, 'site-'));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
  return root;
}

const other = '<h1 id="top">Other</h1><p id="a&amp;b">…</p><p id="完全缓解">…</p>';

test.each([
  ['a page that is not there', '<a href="/nowhere/">x</a>', '/nowhere/'],
  ['a file that is not there', '<a href="/data/x.csv" download>x</a>', '/data/x.csv'],
  ['an anchor that its page lacks', '<a href="/other/#bottom">x</a>', '/other/#bottom'],
  ['an anchor that the page itself lacks', '<a href="#nowhere">x</a>', '#nowhere'],
  ['a neighbour that is not there', '<a href="../page/neighbour/">x</a>', '../page/neighbour/'],
  ['a script that is not there', '<script type="module" src="/_astro/gone.js"></script>', '/_astro/gone.js'],
  ['a style that is not there', '<link rel="stylesheet" href="/gone.css">', '/gone.css'],
  ['a picture that is not there', '<img src="/gone.svg" alt="">', '/gone.svg'],
])('finds %s', (_, html, href) => {
  const site = siteOf({ 'index.html': '<h1>Home</h1>', 'other/index.html': other, 'page/index.html': html });
  expect(auditLinks(site)).toEqual([{ page: '/page/', href, problem: expect.any(String) }]);
});

test('passes what is there, and what is elsewhere', () => {
  const links = [
    '/',
    '/other/',
    '/other/#top',
    '../other/',
    '#here',
    '?q=x',
    '/other/?q=x#top',
    '/file.csv',
    '/other/#a&amp;b',
    '/other/#%E5%AE%8C%E5%85%A8%E7%BC%93%E8%A7%A3',
    'https://example.org/gone',
    '//example.org/',
    'mailto:a@example.org',
  ];
  const html = `<h1 id="here">Page</h1>${links.map((href) => `<a href="${href}">x</a>`).join('')}`;
  const site = siteOf({
    'index.html': '<h1>Home</h1>',
    'other/index.html': other,
    'page/index.html': html,
    'file.csv': 'a\n',
  });
  expect(auditLinks(site)).toEqual([]);
});

test('names each broken link of each page', () => {
  const html = '<a href="/a/">x</a><a href="/a/">x</a><a href="/b/">x</a>';
  const site = siteOf({ 'index.html': html, 'page/index.html': html, '404.html': '<a href="/c/">x</a>' });
  expect(
    auditLinks(site)
      .map(({ page, href }) => `${page} ${href}`)
      .sort(),
  ).toEqual(['/ /a/', '/ /b/', '/404.html /c/', '/page/ /a/', '/page/ /b/']);
});

test('knows the path of its host below which the site lies', () => {
  const links = ['/some/where/', '/some/where/other/#top', '../other/', '#here'];
  const lost = [
    '/',
    '/other/',
    '/some/where',
    '/some/wherever/other/',
    '../../',
    '/some/where/some/where/other/',
  ];
  const html = `<h1 id="here">Page</h1>${[...links, ...lost].map((href) => `<a href="${href}">x</a>`).join('')}`;
  const site = siteOf({ 'index.html': '<h1>Home</h1>', 'other/index.html': other, 'page/index.html': html });
  expect(auditLinks(site, '/some/where').map(({ href }) => href)).toEqual(lost);
});

test('finds none in the built site', () => {
  expect(auditLinks(folder)).toEqual([]);
});
