import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRis } from '../../support/citation-readers.ts';
import { entryReference } from '../../../src/citations/entry.ts';
import { toRis } from '../../../src/citations/ris.ts';
import { plainTitle } from '../../../src/citations/title.ts';
import type { Reference } from '../../../src/model/reference.ts';
import { hostileAuthors, hostileText } from './arbitraries.ts';
import { article, hostileLibrary, hostileNames, hostileTitles, shown, without } from './items.ts';

const lines = (overrides: Parameters<typeof article>[0], ...missing: (keyof Reference)[]) =>
  toRis([without(article(overrides), ...missing)]).split('\n');

test('a whole article', () => {
  const item = article({
    id: 'kantarjian-2016',
    title: 'CD19<sup>+</sup> leukaemia <i>in vivo</i>',
    'container-title': 'New England Journal of Medicine',
    'container-title-short': 'N Engl J Med',
    issued: { 'date-parts': [[2016, 8, 25]] },
    DOI: '10.1056/NEJMoa1509277',
    PMID: '27292104',
    PMCID: 'PMC5594743',
    ISSN: '0028-4793',
    URL: 'https://example.org/',
    accessed: { 'date-parts': [[2026, 11, 21]] },
    genre: 'Meeting abstract',
    status: 'ahead of print',
    language: 'zh-CN',
    custom: { 'title-en': 'English', 'authors-truncated': true },
  });
  expect(toRis([item])).toBe(`TY  - JOUR
ID  - kantarjian-2016
AU  - Advani, A S
TI  - CD19+ leukaemia in vivo
T2  - New England Journal of Medicine
JF  - New England Journal of Medicine
JO  - N Engl J Med
J2  - N Engl J Med
PY  - 2016
DA  - 2016/08/25/
VL  - 135
IS  - 11
SP  - 804
EP  - 813
SN  - 0028-4793
AN  - 27292104
C2  - PMC5594743
DO  - 10.1056/NEJMoa1509277
UR  - https://example.org/
Y2  - 2026/11/21
LA  - zh-CN
N1  - Meeting abstract
N1  - ahead of print
N1  - English title: English
N1  - Only the first authors are listed.
N1  - PMID: 27292104; PMCID: PMC5594743
ER  - 
`);
});

test.each([
  ['804-813', '804', '813'],
  ['e560–e568', 'e560', 'e568'],
  ['E11-E13', 'E11', 'E13'],
  ['1650–9', '1650', '9'],
  ['12', '12', undefined],
  ['e002026', 'e002026', undefined],
  ['1-3, 7', '1-3, 7', undefined],
  ['S1-12-S1-15', 'S1-12-S1-15', undefined],
])('pages %s begin at %s and end at %s', (page, first, last) => {
  const found = lines({ page });
  expect(found.filter((line) => /^[SE]P/.test(line))).toEqual([
    `SP  - ${first}`,
    ...(last ? [`EP  - ${last}`] : []),
  ]);
});

test('an article number stands where pages would', () => {
  expect(lines({ number: 'e12' }, 'page')).toContain('SP  - e12');
});

test('names keep particles and suffixes, groups stay whole', () => {
  const author = [
    { family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van der' },
    { family: 'Arcy', given: 'P', 'non-dropping-particle': "d'" },
    { family: 'King', given: 'Martin', suffix: 'Jr.' },
    { family: 'Doe', suffix: 'III' },
    { family: '曹', given: '星玉' },
    { literal: 'GRAALL study group' },
  ];
  expect(lines({ author }).filter((line) => line.startsWith('AU'))).toEqual([
    'AU  - van der Berg, Anna',
    "AU  - d'Arcy, P",
    'AU  - King, Martin, Jr.',
    'AU  - Doe, , III',
    'AU  - 曹, 星玉',
    'AU  - GRAALL study group',
  ]);
});

test('an entry of ALLmanac is a page with version, day and address', () => {
  const base = { name: 'ALLmanac', url: 'https://example.org', publisher: 'The project' };
  const entry = entryReference({
    id: 'trial-x',
    title: 'X',
    path: '/trials/x/',
    version: '1.2',
    updated: '2026-11-21',
    base,
  });
  expect(toRis([entry]).split('\n')).toEqual(
    expect.arrayContaining([
      'TY  - ELEC',
      'ET  - 1.2',
      'DA  - 2026/11/21/',
      'UR  - https://example.org/trials/x/',
    ]),
  );
});

test('no line is wrapped, none is without a tag, no value is empty', () => {
  for (const line of toRis(hostileLibrary).split('\n'))
    expect(line).toMatch(/^([A-Z][A-Z0-9] {2}- (\S.*)?)?$/u);
  expect(toRis([])).toBe('');
});

describe('citation-js reads back', () => {
  const back = (item: Reference) => {
    const items = parseRis(toRis([item]));
    expect(items).toHaveLength(1);
    return items[0]!;
  };
  /** Commas part names in RIS and cannot be told from those of a name. */
  const names = (found: unknown) =>
    (found as Record<string, string>[]).map((name) => shown(name).replace(/[\s,]+/g, ''));
  const same = (item: Reference) => {
    const found = back(item);
    expect(found['title']).toBe(plainTitle(item.title));
    expect(names([found['author']].flat())).toEqual(names(item.author));
    for (const field of ['volume', 'issue', 'page', 'issued', 'container-title', 'language'] as const)
      expect(found[field], field).toEqual(item[field]);
  };

  test.each(Object.entries(hostileTitles))('the title: %s', (_, title) => same(article({ title })));
  test.each(Object.entries(hostileNames))('the authors: %s', (_, author) => same(article({ author })));
  test('any title', () =>
    fc.assert(
      fc.property(hostileText, (title) => same(article({ title }))),
      { numRuns: 500 },
    ));
  test('any authors', () =>
    fc.assert(
      fc.property(hostileAuthors, (author) => same(article({ author }))),
      { numRuns: 500 },
    ));

  test('a hostile library, item for item', () => {
    expect(parseRis(toRis(hostileLibrary)).map((item) => item['id'])).toEqual(
      hostileLibrary.map(({ id }) => id),
    );
  });
});
