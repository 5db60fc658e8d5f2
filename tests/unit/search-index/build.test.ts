import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { buildSearchIndex } from '../../../src/search-index/build.ts';
import { writeSite } from '../browser/small-site.ts';

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
const terms = [{ label: 'Remission', url: '/endpoints/#cr', kind: 'Endpoint' }];

test('the index and the names stand in the site, without an interface of another', async () => {
  const folder = site(pages);
  expect(await buildSearchIndex(folder, terms)).toEqual({ pages: 3 });
  const names = files(folder).map((file) => path.relative(folder, file));
  expect(names).toContain('pagefind/pagefind.js');
  expect(names.filter((name) => /ui|highlight|playground|worker|unknown/.test(name))).toEqual([]);
  expect(fs.readFileSync(path.join(folder, 'search-terms.json'), 'utf8')).toBe('[["Remission","/endpoints/#cr","Endpoint"]]\n');
});

test('two builds of one site are the same, and the second leaves nothing of another behind', async () => {
  const [first, second] = [site(pages), site({ ...pages, 'trials/old': '<h1>Old</h1>' })];
  await buildSearchIndex(first, terms);
  await buildSearchIndex(second, terms);
  fs.rmSync(path.join(second, 'trials/old'), { recursive: true });
  await buildSearchIndex(second, terms);
  const contents = (folder: string) =>
    files(folder).map((file) => [path.relative(folder, file), fs.readFileSync(file, 'base64')]);
  expect(contents(second)).toEqual(contents(first));
});

test('a site that cannot be searched is an error in plain words', async () => {
  await expect(buildSearchIndex(site({}), [])).rejects.toThrow(
    /^no page of .* can be searched; expected <main data-pagefind-body>/,
  );
  await expect(buildSearchIndex('/nowhere', [])).rejects.toThrow('/nowhere is no folder of a built site');
  await expect(buildSearchIndex(site(pages, ''), [])).rejects.toThrow(
    /^3 pages of .* name no language; expected <html lang="…">/,
  );
});
