import { describe, expect, test } from 'vitest';
import { hintsOn } from '../../../src/synthesis/hints.ts';
import { counted, madeDataset } from '../../support/made-dataset.ts';
import { synthesisOf } from '../../support/synthesis.ts';

describe('hints', () => {
  const apart = madeDataset([counted('a', 4, 30), counted('b', 22, 30)]);
  const alike = madeDataset([counted('a', 15, 30), counted('b', 15, 30)]);
  const empty = madeDataset([counted('a', 0, 30), counted('b', 6, 30)]);
  const wide = /is very wide/;

  test('of two studies call an interval wide where it is', () => {
    expect(hintsOn(synthesisOf(apart, {})).filter((hint) => wide.test(hint))).toEqual([
      'With one degree of freedom a Hartung–Knapp interval is very wide.',
    ]);
    expect(hintsOn(synthesisOf(apart, { method: 'GLMM' }))).toContain(
      'With one degree of freedom the t interval is very wide.',
    );
    expect(hintsOn(synthesisOf(apart, { test: 'z' })).some((hint) => wide.test(hint))).toBe(false);
    const narrow = hintsOn(synthesisOf(alike, {}));
    expect(narrow[0]).toContain('is narrower than the normal interval');
    expect(narrow.some((hint) => wide.test(hint))).toBe(false);
  });

  test('tell of halves that are added, which the binomial–normal model does not', () => {
    const added = (hints: string[]) => hints.some((hint) => hint.includes('½ is added'));
    expect(added(hintsOn(synthesisOf(empty, {})))).toBe(true);
    expect(added(hintsOn(synthesisOf(empty, { method: 'GLMM' })))).toBe(false);
  });
});
