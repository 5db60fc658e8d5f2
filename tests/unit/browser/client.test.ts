import fs from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildSearchIndex } from '../../../src/search-index/build.ts';
import { search } from '../../../src/browser/search/client.ts';
import { hiddenNames } from '../../../src/search-index/names.ts';
import type * as Engine from '../../../src/browser/search/pagefind.ts';
import { openIndex, writeSite } from './small-site.ts';

const opened = vi.hoisted(() => ({ engine: undefined as Engine.Pagefind | undefined }));
vi.mock('../../../src/browser/search/pagefind.ts', () => ({
  ask: (words: string[], filters: Record<string, string[]>) =>
    opened.engine!.search(words.length > 0 ? words.join(' ') : null, {
      filters: Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, { any: values }])),
    }),
}));

const row = (id: string, who: string, names: string[], text: string) =>
  `<tr id="${id}" data-pagefind-title="${who}" data-names="${hiddenNames(names)}" data-pagefind-index-attrs="data-names"><th scope="row">${who}</th> <td>${text}</td></tr>`;

let folder: string;
let close: () => void;
beforeAll(async () => {
  folder = writeSite({
    'trials/ino-vate': `
      <span hidden data-pagefind-filter="type:Trial"></span><span hidden data-pagefind-filter="target:CD22"></span>
      <span hidden data-pagefind-meta="aliases:Inotuzumab ozogamicin, Besponsa, 奥加伊妥珠单抗"></span>
      <h1>INO-VATE</h1><p>A randomised trial in B-ALL.</p><h2 id="response">Response</h2>
      <table><thead><tr><th>Who</th><th>Figure</th></tr></thead>
        <tbody><tr><th scope="rowgroup" colspan="2">Complete remission</th></tr>
        ${row('cr-ino', 'Complete remission: Inotuzumab', ['CR', '完全缓解'], '80.7% 88/109')}
        ${row('cr-sc', 'Complete remission: Chemotherapy', ['CR', '完全缓解'], '29.4% 32/109')}</tbody>
        <tbody><tr><th scope="rowgroup" colspan="2">Veno-occlusive disease</th></tr>
        ${row('vod', 'Veno-occlusive disease: Inotuzumab', ['VOD'], '11%')}</tbody></table>
      <h2 id="references">References</h2><ol data-pagefind-ignore><li id="r1">Zebra et al.</li></ol>`,
    'therapies/blinatumomab': `
      <span hidden data-pagefind-filter="type:Therapy"></span><span hidden data-pagefind-filter="target:CD19"></span>
      <span hidden data-pagefind-meta="names:Blincyto, AMG103, 贝林妥欧单抗"></span>
      <h1>Blinatumomab</h1><p>A bispecific antibody against CD19, in B-ALL.</p>`,
    'topics/car': `
      <h1>CAR T cells</h1><p lang="zh-CN">嵌合抗原受体T细胞治疗成人急性淋巴细胞白血病</p>
      <section data-pagefind-ignore><p>儿童再生障碍性贫血</p></section>`,
  });
  await buildSearchIndex(folder, []);
  const site = await openIndex(folder);
  opened.engine = site.engine;
  close = site.close;
});
afterAll(() => {
  close();
  fs.rmSync(folder, { recursive: true });
});

test.each(['白血病', '血病', '合抗原受', '淋巴细胞白血病', '"白血病"', 'T细胞治疗', '白血病 CAR'])(
  'Chinese is found inside a run: %s',
  async (query) => {
    expect(await search(query)).toMatchObject({ total: 1, missing: [] });
    expect((await results(query)).map(({ url }) => url)).toEqual(['/topics/car/']);
  },
);

test.each(['贫血', '病白', '血白病'])('Chinese that no text has is not found: %s', async (query) => {
  expect(await search(query)).toMatchObject({ total: 0, missing: [query] });
});

test('a part of a Chinese name leads to the page of that name first, and to the row of it', async () => {
  expect((await results('妥欧单抗')).map(({ url }) => url)).toEqual(['/therapies/blinatumomab/']);
  expect(await places('全缓解')).toEqual(['/trials/ino-vate/#cr-ino', '/trials/ino-vate/#cr-sc']);
});

const results = async (query: string, filters = {}) => (await search(query, filters)).load(0, 9);
const places = async (query: string) => (await results(query)).flatMap(({ links }) => links.map(({ url }) => url));

test('a query leads to the outcome, with its figure', async () => {
  const [result] = await results('complete remission inotuzumab');
  expect(result).toMatchObject({ title: 'INO-VATE', url: '/trials/ino-vate/', type: 'Trial' });
  expect(result!.links).toEqual([
    {
      title: 'Complete remission: Inotuzumab',
      url: '/trials/ino-vate/#cr-ino',
      excerpt: [{ text: '80.7% 88/109.', marked: false }],
    },
  ]);
});

test('a figure leads to its row', async () => {
  expect(await places('29.4%')).toEqual(['/trials/ino-vate/#cr-sc']);
});

test('the heading of a group of rows does not count for the row before it', async () => {
  expect(await places('veno-occlusive disease')).toEqual(['/trials/ino-vate/#vod']);
});

test.each([
  ['VOD', ['/trials/ino-vate/#vod']],
  ['完全缓解', ['/trials/ino-vate/#cr-ino', '/trials/ino-vate/#cr-sc']],
])('rows are found by another name: %s', async (query, urls) => {
  expect(await places(query)).toEqual(urls);
});

test.each([
  ['Blincyto', '/therapies/blinatumomab/', 'Blincyto'],
  ['贝林妥欧单抗', '/therapies/blinatumomab/', '贝林妥欧单抗'],
  ['besponsa', '/trials/ino-vate/', 'Besponsa'],
  ['AMG 103', '/therapies/blinatumomab/', 'AMG103'],
])('pages are found by hidden names, and say by which: %s', async (query, url, alias) => {
  expect(await results(query)).toMatchObject([{ url, alias }]);
});

test('a question is searched by its telling words', async () => {
  expect((await search('what is the complete remission with inotuzumab')).words).toEqual(['complete', 'remission', 'inotuzumab']);
  expect((await search('what is')).total).toBe(0);
});

test('a word that no page has is named, and no page is passed off for it', async () => {
  expect(await search('blinatunomab')).toMatchObject({ total: 0, missing: ['blinatunomab'] });
  expect(await search('remission blinatunomab')).toMatchObject({ total: 1, words: ['remission'], missing: ['blinatunomab'] });
});

test('where no page has all words, the one left out is named', async () => {
  const found = await search('blinatumomab antibody chemotherapy');
  expect(found).toMatchObject({ total: 1, omitted: 'chemotherapy', missing: [] });
});

test('values of one filter add up, different filters narrow', async () => {
  const urls = async (filters: Record<string, string[]>) => (await results('', filters)).map(({ url }) => url).sort();
  expect(await urls({ target: ['CD19', 'CD22'] })).toEqual(['/therapies/blinatumomab/', '/trials/ino-vate/']);
  expect(await urls({ target: ['CD19', 'CD22'], type: ['Trial'] })).toEqual(['/trials/ino-vate/']);
  expect(await urls({ target: ['CD19'], type: ['Trial'] })).toEqual([]);
});

test('a phrase in quotation marks is searched as it stands', async () => {
  expect((await search('"complete remission"')).total).toBe(1);
  expect((await search('"remission complete"')).total).toBe(0);
});

test('lists of references are not searched', async () => {
  expect(await search('zebra')).toMatchObject({ total: 0 });
});
