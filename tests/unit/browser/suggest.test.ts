import { expect, test } from 'vitest';
import { suggest } from '../../../src/browser/search/suggest.ts';
import { termRows } from '../../../src/search-index/terms.ts';

const terms = [
  { label: 'Blinatumomab', url: '/therapies/blinatumomab/', kind: 'Therapy' },
  { label: 'Blincyto', url: '/therapies/blinatumomab/', kind: 'Therapy' },
  { label: '贝林妥欧单抗', url: '/therapies/blinatumomab/', kind: 'Therapy' },
  { label: '双特异性抗体', url: '/therapies/', kind: 'Class' },
  { label: 'Inotuzumab ozogamicin', url: '/therapies/inotuzumab-ozogamicin/', kind: 'Therapy' },
  { label: 'CMC-544', url: '/therapies/inotuzumab-ozogamicin/', kind: 'Therapy' },
  { label: 'Complete remission', url: '/endpoints/#cr', kind: 'Endpoint' },
  { label: 'Neurotoxicity', url: '/endpoints/#neurotoxicity', kind: 'Endpoint' },
  { label: 'INO-VATE', url: '/trials/ino-vate/', kind: 'Trial' },
  { label: 'ALL', url: '/about/', kind: 'Page' },
];
const urls = (query: string, missing: string[] = [query]) => suggest(query, missing, terms).terms.map(({ url }) => url);

test.each([
  ['blinatunomab', '/therapies/blinatumomab/'],
  ['blincito', '/therapies/blinatumomab/'],
  ['inotuzmab', '/therapies/inotuzumab-ozogamicin/'],
  ['cmc 544', '/therapies/inotuzumab-ozogamicin/'],
  ['inovate', '/trials/ino-vate/'],
  ['neurotoxicty', '/endpoints/#neurotoxicity'],
  ['贝林妥欧单亢', '/therapies/blinatumomab/'],
  ['特异性抗体', '/therapies/'],
])('%s is near to a name of the base', (query, url) => {
  expect(urls(query)).toEqual([url]);
});

test('a word far from every name suggests nothing', () => {
  expect(suggest('xylophone', ['xylophone'], terms)).toEqual({ query: undefined, terms: [] });
});

test('a short word is no slip of another short word', () => {
  expect(urls('ale')).toEqual([]);
});

test('the unknown words of a query are mended, the known ones kept', () => {
  expect(suggest('complete remision blinatunomab', ['remision', 'blinatunomab'], terms).query).toBe(
    'complete remission blinatumomab',
  );
});

test('a query is mended whole or not at all', () => {
  expect(suggest('remision xylophone', ['remision', 'xylophone'], terms).query).toBeUndefined();
});

test('each page is suggested once, under its nearest name', () => {
  const blin = suggest('blincyt', ['blincyt'], terms).terms;
  expect(blin).toEqual([{ label: 'Blincyto', url: '/therapies/blinatumomab/', kind: 'Therapy' }]);
});

test('the names are written sorted and once', () => {
  const [first, second] = [terms[1]!, terms[0]!];
  expect(termRows([first, second, first])).toEqual([
    ['Blinatumomab', '/therapies/blinatumomab/', 'Therapy'],
    ['Blincyto', '/therapies/blinatumomab/', 'Therapy'],
  ]);
});
