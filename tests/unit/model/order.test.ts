import { describe, expect, it } from 'vitest';
import { byRank } from '../../../src/model/order.ts';

describe('ranks', () => {
  it('are ordered by their first criterion, and by the next where it leaves two equal', () => {
    const ranks = [
      [1, 0],
      [0, 10],
      [0, 9],
      [-Infinity, 99],
    ];
    expect(ranks.toSorted(byRank)).toEqual([
      [-Infinity, 99],
      [0, 9],
      [0, 10],
      [1, 0],
    ]);
  });

  it('are equal where every criterion is, and are then left in their order', () => {
    expect(byRank([2, Infinity, 'a'], [2, Infinity, 'a'])).toBe(0);
  });

  it('order names by letters, after numbers that are equal', () => {
    expect(byRank([1, 'alpha b'], [1, 'alpha a'])).toBeGreaterThan(0);
    expect(byRank([0, 'beta'], [1, 'alpha'])).toBeLessThan(0);
  });

  it('must have the same criteria', () => {
    expect(() => byRank([1, 2], [1])).toThrow('missing');
  });
});
