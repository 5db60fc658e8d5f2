import { describe, expect, test } from 'vitest';
import { passes, rowsOf, valuesOf } from '../../../src/synthesis/candidates.ts';
import { another, counted, madeDataset, ratio } from '../../support/made-dataset.ts';

describe('candidates', () => {
  test('are one an arm, its figures in the order in which they stand for it', () => {
    const study = counted('first', 10, 20, { fact: { place: 2 } });
    const [a, b] = ['a', 'b'].map((id, i) =>
      another(study, { uid: `first/${id}`, place: 1 - i, ...(i && { usual: true as const }) }),
    );
    const [row] = rowsOf(madeDataset([study], [a!, b!]));
    expect(row!.candidates).toHaveLength(1);
    expect(row!.candidates[0]!.figures.map(({ uid }) => uid)).toEqual(['first/b', 'first/a', 'first/figure']);
    expect(row!.candidates[0]!.usual).toBe(true);
  });

  test('leave out what cannot be pooled, with the reason', () => {
    const study = counted('first', 10, 20);
    const review = another(study, { uid: 'first/review', obstacle: 'told by a review' });
    const bare = another(
      { id: 'first' },
      { uid: 'first/bare', axis: 'percent', point: 50, obstacle: 'no counts' },
    );
    const [row] = rowsOf(madeDataset([study], [review, bare]));
    expect(row!.others.map(({ fact, reason }) => [fact.uid, reason])).toEqual([
      ['first/bare', 'no counts'],
      ['first/review', 'told by a review'],
    ]);
  });

  test('stand in rows, the row with most of them first', () => {
    const dataset = madeDataset([counted('a', 1, 9), ratio('b', 0.7, 0.5, 0.98), ratio('c', 0.7, 0.5, 0.98)]);
    expect(rowsOf(dataset).map(({ id, candidates }) => [id, candidates.length])).toEqual([
      ['hazard ratio', 2],
      ['proportion', 1],
    ]);
  });

  test('are narrowed by what the arm was given', () => {
    const other = { arm: { therapies: ['Other'], classes: ['Cells'], targets: ['Target B', 'Target C'] } };
    const [row] = rowsOf(madeDataset([counted('a', 1, 9), counted('b', 1, 9, other)]));
    expect(valuesOf(row!.candidates, 'target').map(({ value }) => value)).toEqual([
      'Target A',
      'Target B',
      'Target C',
    ]);
    const left = (filters: Parameters<typeof passes>[1]) =>
      row!.candidates.filter((candidate) => passes(candidate, filters)).map(({ name }) => name);
    expect(left({})).toEqual(['a', 'b']);
    expect(left({ target: ['Target C'] })).toEqual(['b']);
    expect(left({ target: ['Target C'], therapy: ['Agent'] })).toEqual([]);
    expect(left({ class: ['Antibody'] })).toEqual(['a']);
    expect(left({ class: ['Antibody', 'Cells'] })).toEqual(['a', 'b']);
  });
});
