import { expect, test } from 'vitest';
import { facetNames, facetValues } from '../../../src/browser/search/facets.ts';

test('the filters stand in the order of the page, further ones of the base after them', () => {
  expect(facetNames({ year: {}, 'ph-status': {}, target: {}, 'therapy class': {}, type: {} })).toEqual([
    'type',
    'target',
    'therapy class',
    'year',
    'ph-status',
  ]);
});

test('years run from the latest, phases upwards, other values by the number of pages', () => {
  expect(facetValues('year', { '2016': 1, 'Not reported': 9, '2021': 1 })).toEqual([
    '2021',
    '2016',
    'Not reported',
  ]);
  expect(facetValues('phase', { 'Not reported': 9, 'Phase 3': 1, 'Phase 1/2': 1, 'Phase 1': 1 })).toEqual([
    'Phase 1',
    'Phase 1/2',
    'Phase 3',
    'Not reported',
  ]);
  expect(facetValues('target', { CD3: 1, CD22: 4, CD19: 9, CD20: 1 })).toEqual([
    'CD19',
    'CD22',
    'CD3',
    'CD20',
  ]);
});
