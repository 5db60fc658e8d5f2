import { describe, expect, it } from 'vitest';
import { fitting } from '../../../src/browser/lists/fitting.ts';

const rows = [
  { id: 1, words: 'alpha one', facets: { phase: ['1'], drug: ['x', 'y'] } },
  { id: 2, words: 'beta one', facets: { phase: ['2'], drug: ['x', 'x'] } },
  { id: 3, words: 'gamma', facets: { phase: ['2'], drug: ['z'] } },
  { id: 4, words: 'delta one', facets: { phase: ['3'], drug: [] } },
];
const chosen = (facets: Record<string, string[]>) =>
  new Map(Object.entries(facets).map(([facet, values]) => [facet, new Set(values)]));

describe('rows of a list', () => {
  it.each([
    [
      'all where nothing is asked',
      [],
      {},
      [1, 2, 3, 4],
      { phase: { 1: 1, 2: 2, 3: 1 }, drug: { x: 2, y: 1, z: 1 } },
    ],
    [
      'those with all words',
      ['one', 'a'],
      {},
      [1, 2, 4],
      { phase: { 1: 1, 2: 1, 3: 1 }, drug: { x: 2, y: 1 } },
    ],
    // Another phase beside the second adds rows; another drug leaves some of them.
    [
      'those with a value',
      [],
      { phase: ['2'] },
      [2, 3],
      { phase: { 1: 1, 2: 2, 3: 1 }, drug: { x: 1, z: 1 } },
    ],
    [
      'those with one of two values',
      [],
      { phase: ['1', '2'] },
      [1, 2, 3],
      { phase: { 1: 1, 2: 2, 3: 1 }, drug: { x: 2, y: 1, z: 1 } },
    ],
    [
      'those with values of two facets',
      [],
      { phase: ['2'], drug: ['x'] },
      [2],
      { phase: { 1: 1, 2: 1 }, drug: { x: 1, z: 1 } },
    ],
    [
      'none, with what each facet alone would leave',
      [],
      { phase: ['3'], drug: ['z'] },
      [],
      { phase: { 2: 1 }, drug: {} },
    ],
    ['none where a word is missing', ['omega'], { phase: ['2'] }, [], {}],
  ])('are %s, and what each further value would leave is counted', (_, words, facets, ids, counts) => {
    const found = fitting(rows, words, chosen(facets));
    expect([...found.rows].map(({ id }) => id)).toEqual(ids);
    const plain = Object.fromEntries(
      [...found.counts].map(([facet, values]) => [facet, Object.fromEntries(values)]),
    );
    for (const facet of ['phase', 'drug'] as const)
      expect(plain[facet] ?? {}, facet).toEqual((counts as Record<string, object>)[facet] ?? {});
  });
});
