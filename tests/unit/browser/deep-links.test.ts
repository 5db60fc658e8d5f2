import { expect, test } from 'vitest';
import { deepLinks } from '../../../src/browser/search/deep-links.ts';
import { wordsOf } from '../../../src/browser/search/excerpt.ts';
import type { Anchor, Fragment } from '../../../src/browser/search/pagefind.ts';

/** A page in which `[id]` begins an anchor and `*` stands before each word that matched. */
function page(title: string, text: string, anchors: Record<string, Partial<Anchor>>): Fragment {
  const words: string[] = [];
  const found: Fragment = {
    url: '/trials/x/',
    raw_content: '',
    meta: { title },
    filters: {},
    anchors: [],
    weighted_locations: [],
  };
  for (const token of text.split(/\s+/)) {
    const id = /^\[(.+)\]$/.exec(token)?.[1];
    if (id !== undefined) found.anchors.push({ element: 'tr', id, location: words.length, ...anchors[id] });
    else {
      if (token.startsWith('*')) found.weighted_locations.push({ location: words.length, balanced_score: 1 });
      words.push(token.replace('*', ''));
    }
  }
  found.raw_content = words.join(' ');
  return found;
}

const links = (found: Fragment, query: string, most = 3) => deepLinks(found, wordsOf(found.raw_content), query.split(' '), most);

const trial = page(
  'INO-VATE',
  `INO-VATE [results] [h] Outcomes.
   [cr-ino] *Complete *remission: *Inotuzumab 80.7% 88/109
   [cr-sc] *Complete *remission: Chemotherapy 29.4% 32/109
   [vod] Veno-occlusive disease: *Inotuzumab 11%
   [refs] References. *Inotuzumab in *complete *remission`,
  {
    results: { element: 'section' },
    h: { element: 'h2', text: 'Outcomes' },
    'cr-ino': { title: 'Complete remission: Inotuzumab' },
    'cr-sc': { title: 'Complete remission: Chemotherapy' },
    vod: { title: 'Veno-occlusive disease: Inotuzumab' },
    refs: { element: 'section' },
  },
);

test('a query leads to the row that answers all of it', () => {
  expect(links(trial, 'complete remission inotuzumab')).toEqual([
    {
      title: 'Complete remission: Inotuzumab',
      url: '/trials/x/#cr-ino',
      excerpt: [{ text: '80.7% 88/109', marked: false }],
    },
  ]);
});

test('rows that answer equally much come in the order of the page, as many as asked for', () => {
  expect(links(trial, 'complete remission').map(({ url }) => url)).toEqual(['/trials/x/#cr-ino', '/trials/x/#cr-sc']);
  expect(links(trial, 'complete remission', 1)).toHaveLength(1);
});

test('what stands after a row under another block with an id is not said of the row', () => {
  const found = page('X', 'X [row] Relapse 10% [note] *Cytokine *release', {
    row: { title: 'Relapse' },
    note: { element: 'section' },
  });
  expect(links(found, 'cytokine release')).toEqual([]);
});

test('an id within a line does not end its row', () => {
  const found = page('X', 'X [row] *Relapse at [term] *day 28', { row: { title: 'Relapse' }, term: { element: 'abbr' } });
  expect(links(found, 'relapse day').map(({ url }) => url)).toEqual(['/trials/x/#row']);
});

test('a page whose title is the answer needs no places', () => {
  const found = page('Blinatumomab', '*Blinatumomab [row] *Blinatumomab 44%', { row: { title: 'Blinatumomab' } });
  expect(links(found, 'blinatumomab')).toEqual([]);
});

test('a heading is a place only where it names what is asked', () => {
  const found = page('X', 'X [a] Survival. *Overall *survival [b] Background. *Overall *survival', {
    a: { element: 'h2', text: 'Survival' },
    b: { element: 'h2', text: 'Background' },
  });
  expect(links(found, 'overall survival').map(({ title }) => title)).toEqual(['Survival']);
});

test('a row without a title of its own is called by its first words', () => {
  const found = page('X', 'X [row] One two three four five six seven eight *nine', {});
  expect(links(found, 'nine')).toEqual([
    { title: 'One two three four five six seven eight', url: '/trials/x/#row', excerpt: [{ text: 'nine', marked: true }] },
  ]);
});

test('a row is found by its hidden names, which are not shown', () => {
  const found = page(
    'X',
    `X [other] Neurotoxicity. *Grade *3 50%
     [crs] ⟦ *CRS 细胞因子释放综合征 ⟧. Cytokine release syndrome: all patients *grade ≥3 4.9%`,
    { other: { title: 'Neurotoxicity' }, crs: { title: 'Cytokine release syndrome: all patients' } },
  );
  expect(links(found, 'crs grade 3')).toEqual([
    {
      title: 'Cytokine release syndrome: all patients',
      url: '/trials/x/#crs',
      excerpt: [
        { text: 'grade', marked: true },
        { text: ' ≥3 4.9%', marked: false },
      ],
    },
  ]);
});
