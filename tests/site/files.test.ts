import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/cli/command.ts';
import { contentHash as contentHashOf } from '../../src/reading/content-hash.ts';
import { parseHtml, textOf } from '../support/html.ts';
import { files, folder, pages, read } from '../support/site-pages.ts';

test.each(['trials', 'arms', 'outcomes', 'planned', 'appraisals', 'references', 'claims', 'syntheses'])(
  'data/%s.csv is there, with rows',
  (name) => {
    expect(read(`/data/${name}.csv`).trim().split('\n').length).toBeGreaterThan(1);
  },
);

test('everything is one JSON file', () => {
  const { trials } = JSON.parse(read('/data/evidence.json')) as { trials: unknown[] };
  expect(trials).toHaveLength(pages.filter((page) => /^\/trials\/[^/]+\/$/.test(page.path)).length);
});

describe('the data in every form', () => {
  const { version, contentHash, resources } = JSON.parse(read('/data/datapackage.json')) as {
    version: string;
    contentHash: string;
    resources: { path: string; bytes: number; hash: string; schema: { fields: { name: string }[] } }[];
  };

  test('are the files that the Data Package describes', () => {
    for (const { path: name, bytes, hash } of resources) {
      const content = fs.readFileSync(path.join(folder, 'data', name));
      expect([name, content.length, `sha256:${createHash('sha256').update(content).digest('hex')}`]).toEqual([
        name,
        bytes,
        hash,
      ]);
    }
  });

  test('state the hash of the content, and the foot of every page its first digits', () => {
    expect(contentHash).toBe(`sha256:${contentHashOf(path.join(projectRoot, 'content'))}`);
    const digits = contentHash.slice('sha256:'.length, 'sha256:'.length + 12);
    const feet = [`Version ${version}, content hash <code`, `版本${version}，内容哈希 <code`];
    const own = (html: string) =>
      feet.flatMap((foot) =>
        html.includes(foot) ? (/^[^>]*>([^<]*)</.exec(html.split(foot)[1]!)?.[1] ?? []) : [],
      )[0];
    expect(pages.filter(({ html }) => own(html) !== digits).map((page) => page.path)).toEqual([]);
  });

  test('are all on the data page, each column in the dictionary', () => {
    const [html, dictionary] = ['/data/', '/guide/dictionary/'].map(
      (own) => pages.find((page) => page.path === own)!.html,
    ) as [string, string];
    const shown = files.filter((file) => file.startsWith('/data/') && !file.endsWith('.html'));
    expect(shown.filter((file) => !html.includes(`href="${file}"`))).toEqual([]);
    const columns = parseHtml(dictionary).querySelectorAll('tbody th').map(textOf);
    const described = resources.flatMap(({ schema }) => schema.fields.map(({ name }) => name));
    expect(columns).toEqual(expect.arrayContaining([...described, 'ci_high_printed', 'trial_setting']));
    expect(html).toContain(contentHash);
  });

  test('lie beside the page of each entry, which leads there', () => {
    for (const folderOf of ['trials', 'therapies', 'topics', 'reviews']) {
      const own = pages.filter(({ path: address }) => new RegExp(`^/${folderOf}/[^/]+/$`).test(address));
      expect(own.length).toBeGreaterThan(0);
      for (const { path: address, html } of own) {
        const file = `${address.slice(0, -1)}.json`;
        expect(JSON.parse(read(file))).toMatchObject({ id: address.split('/')[2], base: { contentHash } });
        expect(html).toContain(`href="${file}"`);
        if (folderOf === 'trials') expect(html).toContain(`href="${address.slice(0, -1)}.fhir.json"`);
      }
    }
  });
});

test('the map of the site has every page, with the day of each entry', () => {
  const index = read('/sitemap-index.xml');
  const maps = [...index.matchAll(/<loc>https?:\/\/[^/]+(\/[^<]+)<\/loc>/g)].map((match) => match[1]!);
  const mapped = maps.flatMap((map) =>
    [...read(map).matchAll(/<loc>https?:\/\/[^/]+(\/[^<]*)<\/loc>/g)].map((match) => match[1]),
  );
  // In an order that takes numbers as numbers.
  expect(mapped).toEqual(
    pages
      // What is shown in place of others is no page to be found.
      .filter(({ path: address }) => address !== '/404.html' && !address.endsWith('/offline/'))
      .filter(({ html }) => !html.includes('name="robots" content="noindex"'))
      .map(({ path: address }) => address)
      .sort(new Intl.Collator('en', { numeric: true }).compare),
  );
  const trial = pages.find(({ path: address }) => /^\/trials\/[^/]+\/$/.test(address))!.path;
  const { updated } = JSON.parse(read(`${trial.slice(0, -1)}.json`)) as { updated: string };
  expect(read(maps[0]!)).toMatch(new RegExp(`${trial}</loc><lastmod>${updated}T00:00:00`));
  expect(read('/robots.txt')).toContain('/sitemap-index.xml');
});

test('every page leads to the feed', () => {
  expect(pages.filter(({ html }) => !html.includes('type="application/atom+xml" href="/feed.xml"'))).toEqual(
    [],
  );
  expect(read('/feed.xml')).toMatch(/^<\?xml[^>]*\?>\s*<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom">/);
});

test('the page of the data offers the workbook before any CSV file; the guide says why those have no byte order mark', () => {
  const htmlOf = (own: string) => pages.find(({ path: address }) => address === own)!.html;
  expect(/href="(\/data\/[^"]+\.[a-z]+)"/.exec(htmlOf('/data/'))?.[1]).toBe('/data/evidence.xlsx');
  expect(htmlOf('/guide/dictionary/')).toContain('No byte order mark');
  for (const file of files.filter((name) => name.endsWith('.csv')))
    expect(read(file).startsWith('\ufeff'), file).toBe(false);
});
