import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coins } from '../../../src/citations/coins.ts';
import { entryReference } from '../../../src/citations/entry.ts';
import { plainTitle } from '../../../src/citations/title.ts';
import { hostileText } from './arbitraries.ts';
import { article, hostileLibrary } from './items.ts';

const fields = (item: Parameters<typeof coins>[0]) =>
  [...new URLSearchParams(coins(item))].map(([key, value]) => `${key}=${value}`);

test('a journal article, as the standard and Zotero have it', () => {
  const item = article({
    title: 'CD19 <i>in vivo</i> & more',
    author: [
      { family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van der' },
      { family: '曹', given: '星玉' },
      { literal: 'GRAALL' },
    ],
    'container-title-short': 'Blood J',
    DOI: '10.1/a',
    PMID: '12',
    ISSN: '0028-4793',
  });
  expect(fields(item)).toEqual([
    'ctx_ver=Z39.88-2004',
    'rft_id=info:doi/10.1/a',
    'rft_id=info:pmid/12',
    'rft_val_fmt=info:ofi/fmt:kev:mtx:journal',
    'rft.genre=article',
    'rft.atitle=CD19 in vivo & more',
    'rft.jtitle=Blood',
    'rft.stitle=Blood J',
    'rft.au=van der Berg, Anna',
    'rft.au=曹, 星玉',
    'rft.au=GRAALL',
    'rft.date=2020-03-12',
    'rft.volume=135',
    'rft.issue=11',
    'rft.pages=804-813',
    'rft.issn=0028-4793',
    'rft.language=en-US',
  ]);
});

test.each([
  ['paper-conference', 'book', 'rft.genre=proceeding', 'rft.atitle=A title'],
  ['chapter', 'book', 'rft.genre=bookitem', 'rft.atitle=A title'],
  ['book', 'book', 'rft.genre=book', 'rft.btitle=A title'],
  ['report', 'book', 'rft.genre=report', 'rft.btitle=A title'],
  ['thesis', 'dissertation', 'rft.inst=Press', 'rft.title=A title'],
  ['webpage', 'dc', 'rft.type=webpage', 'rft.title=A title'],
  ['dataset', 'dc', 'rft.type=dataset', 'rft.title=A title'],
  ['article', 'dc', 'rft.type=preprint', 'rft.title=A title'],
] as const)('a %s is of the format %s', (type, format, ...told) => {
  expect(fields(article({ type, publisher: 'Press' }))).toEqual(
    expect.arrayContaining([`rft_val_fmt=info:ofi/fmt:kev:mtx:${format}`, ...told]),
  );
});

test('persons are named alike, each once, and a group that is not first keeps its place and its words together', () => {
  const named = (author: NonNullable<ReturnType<typeof article>['author']>) =>
    fields(article({ author })).filter((field) => /^rft\.au/.test(field));
  const group = { literal: "Children's Oncology Group" };
  expect(named([group])).toEqual(["rft.aucorp=Children's Oncology Group"]);
  expect(
    named([
      { family: 'Maude', given: 'S L' },
      group,
      { family: 'Grupp', given: 'S A' },
      { literal: 'GRAALL' },
    ]),
  ).toEqual(['rft.au=Maude, S L', "rft.au=Children's Oncology Group,", 'rft.au=Grupp, S A', 'rft.au=GRAALL']);
});

test('an entry of ALLmanac is a page with its version and address, by a group', () => {
  const base = { name: 'ALLmanac', url: 'https://example.org', publisher: 'The project' };
  const entry = entryReference({
    id: 'trial-x',
    title: 'X',
    path: '/trials/x/',
    version: '1.2',
    updated: '2026-11-21',
    base,
  });
  expect(fields(entry)).toEqual([
    'ctx_ver=Z39.88-2004',
    'rft_id=https://example.org/trials/x/',
    'rft_val_fmt=info:ofi/fmt:kev:mtx:dc',
    'rft.type=webpage',
    'rft.title=X',
    'rft.source=ALLmanac',
    'rft.publisher=The project',
    'rft.identifier=https://example.org/trials/x/',
    'rft.aucorp=The project',
    'rft.date=2026-11-21',
    'rft.language=en-GB',
    'rft.description=Version 1.2',
  ]);
});

test('a list of authors that goes on says so', () => {
  const cut = article({ custom: { 'authors-truncated': true } });
  expect(fields(cut)).toContain('rft.description=Only the first authors are listed.');
  expect(fields(article()).join()).not.toContain('rft.description');
});

test('whatever is in a title stays one value', () => {
  fc.assert(
    fc.property(hostileText, (title) => {
      expect(new URLSearchParams(coins(article({ title }))).getAll('rft.atitle')).toEqual([
        plainTitle(title),
      ]);
    }),
  );
  for (const item of hostileLibrary) expect(coins(item)).toMatch(/^[!-~]+$/);
});
