import { describe, expect, test } from 'vitest';
import { passes, rowsOf, valuesOf } from '../../../src/comparison/candidates.ts';
import { another, counted, madeSheet, ratio } from '../../support/made-sheet.ts';

const twoArms = (ids: [string, string], roles = ['experimental', 'comparator']) =>
  ids.map((id, i) => ({
    id,
    label: id,
    role: roles[i]!,
    therapies: [`Agent ${id}`],
    classes: ['Antibody'],
    targets: [`Target ${id}`],
  }));

describe('candidates', () => {
  test('are one an arm, by the primary report and the widest population', () => {
    const study = counted('first', 10, 20, { fact: { report: { key: 'k', label: 'l', path: 'p', kind: 'abstract' } } });
    const report = { key: 'main', label: 'Main', path: '/references/main/', kind: 'primary' as const };
    const evaluable = another(study, { uid: 'first/a', report, population: { kind: 'evaluable', label: 'E' } });
    const randomised = another(study, { uid: 'first/b', report, population: { kind: 'randomised', label: 'R' } });
    const [row] = rowsOf(madeSheet([study], [evaluable, randomised]));
    expect(row!.candidates).toHaveLength(1);
    expect(row!.candidates[0]!.figures.map(({ uid }) => uid)).toEqual(['first/b', 'first/a', 'first/figure']);
  });

  test('are not ticked where they are comparators, or a whole study beside its arms or with a comparator', () => {
    const trial = { arms: twoArms(['x', 'y']) };
    const study = counted('first', 10, 20, { trial, fact: { arm: 'x' } });
    const comparator = another(study, { uid: 'first/y', arm: 'y' });
    const whole = another(study, { uid: 'first/all' });
    delete whole.arm;
    const usual = (facts: (typeof whole)[]) =>
      Object.fromEntries(
        rowsOf(madeSheet([study], facts))[0]!.candidates.map(({ arm, usual: ticked }) => [arm?.id ?? 'all', ticked]),
      );
    expect(usual([comparator, whole])).toEqual({ x: true, y: false, all: false });

    const onlyWhole = { ...madeSheet([study]), facts: [whole] };
    expect(rowsOf(onlyWhole)[0]!.candidates.map((one) => one.usual)).toEqual([false]);
    const experimental = { ...study, trial: { arms: twoArms(['x', 'y'], ['experimental', 'experimental']) } };
    expect(rowsOf({ ...madeSheet([experimental]), facts: [whole] })[0]!.candidates.map((one) => one.usual)).toEqual([true]);
  });

  test('leave out what cannot be pooled, with the reason', () => {
    const study = counted('first', 10, 20);
    const review = another(study, { uid: 'first/review', own: false });
    const bare = another({ id: 'first' }, { uid: 'first/bare', axis: 'percent', point: 50 });
    const [row] = rowsOf(madeSheet([study], [review, bare]));
    expect(row!.others.map(({ fact, reason }) => [fact.uid, reason])).toEqual([
      ['first/bare', 'a percentage without counts'],
      ['first/review', 'reported only in a review'],
    ]);
  });

  test('stand in rows, the row with most of them first', () => {
    const sheet = madeSheet([counted('a', 1, 9), ratio('b', 0.7, 0.5, 0.98), ratio('c', 0.7, 0.5, 0.98)]);
    expect(rowsOf(sheet).map(({ id, candidates }) => [id, candidates.length])).toEqual([
      ['hazard ratio', 2],
      ['proportion', 1],
    ]);
  });

  test('are narrowed by what the arm was given', () => {
    const other = { arm: { therapies: ['Other'], classes: ['Cells'], targets: ['Target B', 'Target C'] } };
    const [row] = rowsOf(madeSheet([counted('a', 1, 9), counted('b', 1, 9, other)]));
    expect(valuesOf(row!.candidates, 'target')).toEqual(['Target A', 'Target B', 'Target C']);
    const left = (filters: Parameters<typeof passes>[1]) =>
      row!.candidates.filter((candidate) => passes(candidate, filters)).map(({ name }) => name);
    expect(left({})).toEqual(['a', 'b']);
    expect(left({ target: 'Target C' })).toEqual(['b']);
    expect(left({ target: 'Target C', therapy: 'Agent' })).toEqual([]);
    expect(left({ class: 'Antibody' })).toEqual(['a']);
  });
});
