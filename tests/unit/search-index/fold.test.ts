import { describe, expect, test } from 'vitest';
import { keyOf, tokensOf } from '../../../src/search-index/fold.ts';
import { identifiersIn } from '../../../src/search-index/identifiers.ts';
import { readPostings, written } from '../../../src/search-index/postings.ts';
import { edits, nearest } from '../../../src/search-index/query/near.ts';
import { conditionsIn } from '../../../src/search-index/query/structured.ts';

describe('names have one key', () => {
  test.each([
    ['CAR-T', 'CART', 'CAR T', 'ＣＡＲ－Ｔ', 'car–t'],
    ['INO-VATE', 'INOVATE', 'ino vate', 'Ino‑Vate'],
    ['TNF-α', 'TNF alpha', 'TNFalpha'],
    ['Gökbuget', 'gokbuget', 'GÖKBUGET'],
    ['O’Brien', "O'Brien", 'OBrien'],
    ['tumour lysis syndrome', 'tumor lysis syndrome', 'Tumor-lysis syndromes'],
    ['acute lymphoblastic leukaemia', 'acute lymphoblastic leukemia'],
    ['randomised', 'randomized'],
    ['haemorrhage', 'hemorrhage'],
    ['cells', 'cell'],
    ["patients' infections", 'patient infection'],
    ['4-1BB', '41BB', '4-1bb'],
    ['白细胞介素-6', '白细胞介素6'],
  ])('%s', (...spellings) => {
    expect(new Set(spellings.map(keyOf)).size).toBe(1);
  });

  test.each([
    ['CD19', 'CD20'],
    ['CR', 'CRi'],
    ['analysis', 'analys'],
    ['R', 'RR'],
  ])('%s is not %s', (a, b) => expect(keyOf(a)).not.toBe(keyOf(b)));
});

test('endings of verbs are no part of a word', () => {
  expect(new Set(['relapse', 'relapsed', 'relapsing', 'relapses'].flatMap(tokensOf)).size).toBe(1);
});

test('a run of Chinese is its overlapping pairs, parted from Latin letters', () => {
  expect(tokensOf('CD19白血病 CAR-T细胞')).toEqual(['cd19', '白血', '血病', 'car', 't', 'cart', '细胞']);
  expect(tokensOf('白 血')).toEqual(['白', '血']);
});

test.each([
  ['https://doi.org/10.1056/NEJMoa1709866', ['doi:10.1056/nejmoa1709866']],
  ['doi:10.1182/blood-2012-07-441030.', ['doi:10.1182/blood-2012-07-441030']],
  ['https://www.nejm.org/doi/full/10.1056/NEJMoa1709866', ['doi:10.1056/nejmoa1709866']],
  ['PMID: 29385370', ['pmid:29385370']],
  ['https://pubmed.ncbi.nlm.nih.gov/29385370/', ['pmid:29385370']],
  ['pubmed.ncbi.nlm.nih.gov/29385370', ['pmid:29385370']],
  ['PMID 29385370 doi 10.1056/NEJMoa1709866', ['doi:10.1056/nejmoa1709866', 'pmid:29385370']],
])('identifiers are freed of addresses and prefixes: %s', (query, keys) => {
  expect(identifiersIn(query)).toEqual({ keys, rest: '' });
});

test('a registry number is taken out of its address', () => {
  expect(identifiersIn('https://clinicaltrials.gov/study/NCT02435849?tab=results')).toEqual({
    keys: [],
    rest: 'NCT02435849',
  });
});

test('postings come back as they were written, the heaviest where there are too many', () => {
  const postings = new Map([
    [3, 15],
    [4, 1],
    [90, 1],
    [2, 7],
  ]);
  expect(readPostings(written(postings, 9))).toEqual(postings);
  expect(readPostings(written(postings, 2))).toEqual(
    new Map([
      [3, 15],
      [2, 7],
    ]),
  );
});

test.each([
  ['kitten', 'sitting', 3],
  ['nuerotoxicity', 'neurotoxicity', 1],
  ['ab', 'ba', 1],
  ['abc', 'abc', 0],
  ['利妥西单抗', '利妥昔单抗', 1],
])('%s is %s with %i slips', (a, b, far) => {
  expect(edits(a, b, 3)).toBe(far);
  expect(edits(b, a, 3)).toBe(far);
  expect(edits(a, b, far - 1)).toBe(Infinity);
});

test('short words and codes are not corrected, and the first letter counts', () => {
  expect(nearest('cd21', false, [['cd22', 'x']])).toBeUndefined();
  expect(nearest('car', false, [['cat', 'x']])).toBeUndefined();
  expect(
    nearest('relapze', false, [
      ['xelapze', 'no'],
      ['relapse', 'yes'],
    ])?.what,
  ).toBe('yes');
});

test('conditions stand beside words', () => {
  expect(conditionsIn('therapy:blinatumomab n>20 year:2011..2018 remission')).toMatchObject({
    conditions: [
      { key: 'therapy', value: 'blinatumomab' },
      { key: 'n', range: [21, Infinity] },
      { key: 'year', range: [2011, 2018] },
    ],
    rest: 'remission',
  });
  expect(conditionsIn('终点：os 例数>=50').conditions).toMatchObject([
    { key: 'endpoint', value: 'os' },
    { key: 'n', range: [50, Infinity] },
  ]);
  expect(conditionsIn('doi:10.1/x and p<0.05').conditions).toEqual([]);
});
