import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSearchIndex } from '../../support/whole-site.ts';
import type { SearchContent } from '../../../src/search-index/entities.ts';
import { nearTerms } from '../../../src/search-index/query/offers.ts';
import { IndexReader } from '../../../src/search-index/query/reader.ts';
import { Search } from '../../../src/search-index/query/search.ts';
import { completions, isBegun } from '../../../src/search-index/query/structured.ts';
import { writeSite } from './small-site.ts';

const names = (text: string, ...others: string[]) => [
  { text, role: 'label' as const },
  ...others.map((other) => ({
    text: other,
    role: /\p{sc=Han}/u.test(other) ? ('chinese' as const) : ('brand' as const),
  })),
];
const content: SearchContent = {
  entities: [
    {
      id: 'therapy:blinatumomab',
      label: { en: 'Blinatumomab', zh: '贝林妥欧单抗' },
      names: names('Blinatumomab', 'Blincyto', '贝林妥欧单抗'),
      url: '/therapies/blinatumomab/',
      about: [
        ['/therapies/blinatumomab/', 15],
        ['/trials/tower/', 7],
      ],
    },
    {
      id: 'endpoint:crs',
      label: { en: 'Cytokine release syndrome' },
      names: names('Cytokine release syndrome', 'CRS', '细胞因子释放综合征'),
      url: '/endpoints/crs/',
      about: [['/endpoints/crs/', 15]],
    },
    {
      id: 'class:car-t',
      label: { en: 'CAR T cells' },
      names: names('CAR T cells', 'CAR-T'),
      url: '/trials/?class=CAR',
      about: [['/topics/car/', 8]],
    },
  ],
  entries: [
    {
      url: '/trials/tower/',
      title: { en: 'TOWER' },
      names: ['TOWER', 'NCT02013167'],
      identifiers: [],
      fields: [],
      year: 2017,
      patients: 405,
    },
    {
      url: '/references/gokbuget-2018/',
      title: { en: 'Gökbuget et al. 2018' },
      names: ['gokbuget-2018'],
      identifiers: ['doi:10.1182/blood-2017-08-798322'],
      fields: [['Gökbuget Nicola', 10]],
    },
  ],
  figures: new Map(),
  facetLabels: {},
};

let folder: string;
let search: Search;
beforeAll(() => {
  folder = writeSite({
    'therapies/blinatumomab': '<h1>Blinatumomab</h1><p>A bispecific antibody.</p>',
    'trials/tower':
      '<span hidden data-index-filter="type:Trial"></span><h1>TOWER</h1><p>Cytokine release, survival of adults.</p>',
    'endpoints/crs': '<h1>Cytokine release syndrome</h1>',
    'topics/car':
      '<h1>CAR T cells</h1><p lang="zh-CN">嵌合抗原受体T细胞治疗成人急性淋巴细胞白血病</p><p data-index-ignore>儿童贫血</p>',
    'references/gokbuget-2018': '<h1>Gökbuget et al. 2018</h1>',
  });
  buildSearchIndex(folder, content);
  search = new Search(
    new IndexReader(
      async (name) => fs.promises.readFile(path.join(folder, 'search-index', name), 'utf8'),
      'en',
    ),
  );
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const found = async (query: string, literal = false) => {
  const { hits, understood } = await search.find(query, { literal });
  const urls = await Promise.all(hits.map(async ({ page }) => (await search.row(page))[0]));
  return { urls, ...understood };
};

test.each([
  ['Blincyto', '/therapies/blinatumomab/'],
  ['贝林妥欧单抗', '/therapies/blinatumomab/'],
  ['林妥欧', '/therapies/blinatumomab/'],
  ['blina', '/therapies/blinatumomab/'],
  ['tower', '/trials/tower/'],
  ['https://clinicaltrials.gov/study/NCT02013167', '/trials/tower/'],
  ['doi:10.1182/blood-2017-08-798322', '/references/gokbuget-2018/'],
  ['GOKBUGET', '/references/gokbuget-2018/'],
  ['血病', '/topics/car/'],
  ['合抗原受', '/topics/car/'],
  ['ＣＡＲ－Ｔ', '/topics/car/'],
])('%s leads to %s first', async (query, url) => {
  expect((await found(query)).urls[0]).toBe(url);
});

describe('a slip is corrected, and said', () => {
  test.each([
    ['blinatunomab', '/therapies/blinatumomab/', 'Blinatumomab'],
    ['bilncyto', '/therapies/blinatumomab/', 'Blincyto'],
    ['贝林妥殴单抗', '/therapies/blinatumomab/', '贝林妥欧单抗'],
    ['cytokine relase syndrome', '/endpoints/crs/', 'Cytokine release syndrome'],
    ['Gokbugett', '/references/gokbuget-2018/', 'gokbuget'],
  ])('%s', async (query, url, corrected) => {
    expect(await found(query)).toMatchObject({ corrected, missing: [] });
    expect((await found(query)).urls[0]).toBe(url);
    const literal = await found(query, true);
    expect(literal.corrected).toBeUndefined();
    expect(literal.missing).toHaveLength(1);
  });
});

test.each(['asciminib', '肺癌', '慢性髓系白血病', '贫血', '病白', 'zzz'])(
  'what no page has is not found: %s',
  async (query) => {
    expect(await found(query)).toMatchObject({ urls: [], missing: [query] });
  },
);

test('questions lose their function words, and what is missing is named', async () => {
  const { parts, isQuestion, missing } = await found('what is the survival with blinatumomab and asciminib?');
  expect(parts.map(({ said }) => said)).toEqual(['survival', 'blinatumomab']);
  expect({ isQuestion, missing }).toEqual({ isQuestion: true, missing: ['asciminib'] });
  expect((await found('贝林妥欧单抗治疗后为什么会复发')).missing).toEqual(['复发']);
});

test('conditions narrow, and one that nothing meets is named', async () => {
  expect((await found('therapy:blinatumomab n>400 year:2011..2018')).urls).toEqual(['/trials/tower/']);
  expect((await found('therapy:blinatumomab n>405')).urls).toEqual([]);
  expect(await found('therapy:nothing')).toMatchObject({ urls: [], missing: ['therapy:nothing'] });
  expect(await found('therapy:nothing year:2017')).toMatchObject({ urls: [], missing: ['therapy:nothing'] });
  expect((await found('疗法:贝林妥欧单抗 survival')).urls).toEqual(['/trials/tower/']);
});

describe('what says too little does not answer for the rest', () => {
  test.each([
    ['lung cancer', ['lung'], []],
    ['adults with asthma', ['asthma'], ['adult']],
    ['贫血 急性淋巴细胞白血病', ['贫血'], ['急性淋巴细胞白血病']],
  ])('%s', async (query, missing, alone) => {
    const answer = await search.find(query);
    expect(answer.hits).toEqual([]);
    expect(answer.understood.missing).toEqual(expect.arrayContaining(missing));
    expect(answer.alone.map(({ said }) => said.replace(/s$/, ''))).toEqual(alone);
  });

  test.each(['blinatumomab asthma', 'blina asthma', 'TOWER asthma', 'CAR-T 贫血', 'Gökbuget asthma'])(
    'a name does, and what is missing is said: %s',
    async (query) => {
      const { urls, missing } = await found(query);
      expect(urls).not.toEqual([]);
      expect(missing).toEqual([query.endsWith('asthma') ? 'asthma' : '贫血']);
    },
  );
});

test.each([
  ['"cytokine release"', ['/endpoints/crs/', '/trials/tower/']],
  ['“bispecific antibody”', ['/therapies/blinatumomab/']],
  ['"antibody bispecific"', []],
  ['"release survival"', []],
  ['"急性淋巴细胞"', ['/topics/car/']],
  ['"急性白血病"', []],
  ['blinatumomab "release of cytokines"', []],
])('words in quotes stand side by side: %s', async (query, urls) => {
  expect((await found(query)).urls.toSorted()).toEqual(urls);
});

test('where nothing is found, what is written alike is offered', async () => {
  const { names } = await search.understanding();
  const near = async (query: string) => nearTerms(await search.find(query), search.reader, names);
  expect(await near('blinmab')).toContain('Blinatumomab');
  expect(await near('therapy:blinmab')).toContain('Blinatumomab');
  expect(await near('qqqq')).toEqual([]);
});

describe('a condition goes on', () => {
  test.each([
    ['thera', ['therapy:']],
    ['survival targ', ['survival target:']],
    ['靶', ['靶点:']],
    ['therapy:bl', ['therapy:blinatumomab ']],
    ['疗法:贝', ['疗法:贝林妥欧单抗 ']],
    ['疗法:bl', ['疗法:blinatumomab ']],
    ['therapy:blinatumomab', []],
    ['n>2', []],
  ])('%s', async (query, expected) => {
    const { names } = await search.understanding();
    expect(completions(query, names)).toEqual(expected);
  });

  test.each([
    ['therapy:', true],
    ['例数>', true],
    ['n>20', false],
    ['therapy', false],
    ['blinatumomab', false],
  ])('%s is begun: %s', (word, expected) => expect(isBegun(word)).toBe(expected));
});
