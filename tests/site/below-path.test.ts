import fs from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { auditLinks } from '../support/whole-site.ts';
import { belowUrl } from '../support/below-site.ts';
import { parseHtml } from '../support/html.ts';

/*
 * A site that stands below a path of its host: whatever its files name from the root of the host lies below
 * the path, and whatever they name with the host, too.
 */
const { folder } = inject('below');
const basePath = '/some/where';
const files = fs
  .readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((found) => found.isFile())
  .map((found) => path.relative(folder, path.join(found.parentPath, found.name)).replaceAll(path.sep, '/'))
  .sort();
const ending = (...endings: string[]) => files.filter((file) => endings.includes(path.extname(file)));
const read = (file: string) => fs.readFileSync(path.join(folder, file), 'utf8');
const isIndex = (file: string) => file.startsWith('search-index/');

/** Addresses that lie elsewhere on the host, with the file that names them. */
function outside(
  list: readonly string[],
  addressesIn: (file: string) => readonly string[],
): { named: number; wrong: string[] } {
  const found = list.flatMap((file) => addressesIn(file).map((address) => ({ file, address })));
  const wrong = found.filter(({ address }) => !address.startsWith(`${basePath}/`));
  return { named: found.length, wrong: wrong.map(({ file, address }) => `${file}: ${address}`) };
}
const isFromRoot = (text: string) => /^\/(?!\/)/.test(text);

/** Every text in JSON, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test('pages name nothing else from the root of the host, in any attribute', () => {
  const { named, wrong } = outside(ending('.html'), (file) =>
    parseHtml(read(file))
      .querySelectorAll('*')
      .flatMap((element) => element.attributes)
      .filter(({ key }) => key !== 'data-base-path')
      .flatMap(({ value }) =>
        [...String(value ?? '').matchAll(/(?:^|[\s,]|url=)(\/(?!\/)[^\s,]+|\/$)/g)].map(([, one]) => one!),
      ),
  );
  expect(wrong).toEqual([]);
  expect(named).toBeGreaterThan(5000);
});

test('nor do styles', () => {
  const { named, wrong } = outside(ending('.css'), (file) =>
    [...read(file).matchAll(/url\(["']?([^"')]*)/g)].map(([, one]) => one!).filter(isFromRoot),
  );
  expect(wrong).toEqual([]);
  expect(named).toBeGreaterThan(0);
});

test('nor do data, the scripts of the worker, maps and lists of the site', () => {
  const json = ending('.json').filter((file) => !isIndex(file));
  const { named, wrong } = outside(json, (file) => textsIn(JSON.parse(read(file))).filter(isFromRoot));
  expect(wrong).toEqual([]);
  expect(named).toBeGreaterThan(100);
  const worker = [...read('service-worker.js').matchAll(/"(\/[^"]*)"/g)].map(([, one]) => one!);
  expect(worker).toEqual([
    `${basePath}/zh/offline/`,
    `${basePath}/offline/`,
    expect.stringMatching(/^\/some\/where\/_astro\/worker-/),
  ]);
  expect(read('robots.txt')).toBe(
    `User-agent: *\nAllow: ${basePath}/\n\nSitemap: ${belowUrl}sitemap-index.xml\n`,
  );
});

test('scripts name addresses from the root of the site alone, and what they ask for lies below the path', () => {
  for (const file of ending('.js').filter((name) => name !== 'service-worker.js'))
    expect(read(file)).not.toContain(basePath);
});

test('the index of the search names pages from the root of the site, each of which is there', () => {
  const pages = new Set(files.map((file) => `/${file.replace(/index\.html$/, '')}`));
  const named = ending('.json')
    .filter(isIndex)
    .flatMap((file) => textsIn(JSON.parse(read(file))))
    .filter((text) => /^\/[a-z]+\//.test(text));
  expect(named.filter((address) => !pages.has(address.replace(/[?#].*$/, '')))).toEqual([]);
  expect(named.length).toBeGreaterThan(100);
});

test('what names the host names the path', () => {
  const { origin } = new URL(belowUrl);
  const naming = files.filter(
    (file) => !/\.(?:woff2|parquet|xlsx)$/.test(file) && read(file).includes(origin),
  );
  const astray = naming.filter((file) => read(file).replaceAll(belowUrl, '').includes(origin));
  // The base itself is told by its address without a slash at its end.
  const told = (file: string) =>
    read(file)
      .replaceAll(belowUrl, '')
      .replaceAll(new RegExp(`${belowUrl.slice(0, -1)}["<)]`, 'g'), '');
  expect(astray.filter((file) => told(file).includes(origin))).toEqual([]);
  for (const file of [
    'feed.xml',
    'llms.txt',
    'sitemap-0.xml',
    'sitemap-index.xml',
    'data/trials.csv',
    'data/outcomes.csv',
    'cite/entries.bib',
  ])
    expect(naming, file).toContain(file);
  for (const file of [
    'data/evidence.json',
    'data/datapackage.json',
    'trials/dapa-hf.ris',
    'trials/dapa-hf.fhir.json',
  ])
    expect(naming, file).toContain(file);
});

test('the map of the site has its pages in both languages and none that moved', () => {
  const map = read('sitemap-0.xml');
  const named = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, one]) => one!);
  expect(named).toEqual(
    expect.arrayContaining(['', 'trials/dapa-hf/', 'zh/', 'zh/trials/dapa-hf/'].map((one) => belowUrl + one)),
  );
  expect(named.filter((one) => /\/(?:old|gone|offline)\/$/.test(one))).toEqual([]);
  expect(map).toMatch(/trials\/dapa-hf\/<\/loc><lastmod>/);
});

test('heads name the address and that in the other language', () => {
  const head = read('zh/trials/dapa-hf/index.html');
  expect(head).toContain(`<link rel="canonical" href="${belowUrl}zh/trials/dapa-hf/">`);
  expect(head).toContain(`hreflang="en" href="${belowUrl}trials/dapa-hf/"`);
  expect(read('trials/old/index.html')).toContain(`content="0; url=${basePath}/trials/dapa-hf/"`);
});

test('every link leads to something there, below the path and nowhere else', () => {
  expect(auditLinks(folder, basePath)).toEqual([]);
  expect(auditLinks(folder).length).toBeGreaterThan(1000);
});
