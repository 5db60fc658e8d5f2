import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { buildSearchIndex } from '../../support/whole-site.ts';
import type { SearchContent } from '../../../src/search-index/entities.ts';
import { writeSite } from './small-site.ts';

const folders: string[] = [];
const site = (...given: Parameters<typeof writeSite>) => {
  const folder = writeSite(...given);
  folders.push(folder);
  return folder;
};
afterEach(() => folders.splice(0).forEach((folder) => fs.rmSync(folder, { recursive: true })));

const files = (folder: string) =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.html'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
const pages = { '.': '<h1>Home</h1>', 'trials/a': '<h1>A</h1><p>Remission</p>', 'trials/b': '<h1>B</h1>' };
const content: SearchContent = { entities: [], entries: [], figures: new Map(), facetLabels: {} };

test('each language has an index of its own', () => {
  const folder = site(pages);
  const chinese = path.join(folder, 'zh', 'trials', 'a');
  fs.mkdirSync(chinese, { recursive: true });
  fs.writeFileSync(
    path.join(chinese, 'index.html'),
    '<!doctype html><html lang="zh-CN"><body><main data-index-body><h1>缓解</h1></main></body></html>',
  );
  expect(buildSearchIndex(folder, content)).toEqual({ pages: 4 });
  const count = (language: string) =>
    (
      JSON.parse(fs.readFileSync(path.join(folder, 'search-index', `${language}.json`), 'utf8')) as {
        pages: number;
      }
    ).pages;
  expect([count('en'), count('zh')]).toEqual([3, 1]);
});

test('two builds of one site are the same, and the second leaves nothing of another behind', () => {
  const [first, second] = [site(pages), site({ ...pages, 'trials/old': '<h1>Old</h1>' })];
  buildSearchIndex(first, content);
  buildSearchIndex(second, content);
  fs.rmSync(path.join(second, 'trials/old'), { recursive: true });
  buildSearchIndex(second, content);
  const contents = (folder: string) =>
    files(folder).map((file) => [path.relative(folder, file), fs.readFileSync(file, 'base64')]);
  expect(contents(second)).toEqual(contents(first));
});

test('a site that cannot be searched is an error in plain words', () => {
  expect(() => buildSearchIndex(site({}), content)).toThrow(
    /^no page of .* can be searched; expected <main data-index-body>/,
  );
  expect(() => buildSearchIndex(site(pages, ''), content)).toThrow(
    /^3 pages of .* name no language; expected <html lang="…">/,
  );
});
