import { describe, expect, test } from 'vitest';
import { overlapsOf, sharePatients, type Counted, type Overlap } from '../../../src/model/patients.ts';

const counted = (trial: string, arms?: string[], overlaps: Overlap[] = []): Counted => ({
  trial,
  arms,
  overlaps,
});
const shared = (a: Counted, b: Counted) => {
  expect(sharePatients(a, b)).toBe(sharePatients(b, a));
  return sharePatients(a, b);
};

describe('within one study', () => {
  test.each<[string, string[] | undefined, string[] | undefined, boolean]>([
    ['two arms', ['new'], ['old'], false],
    ['one arm twice', ['new'], ['new'], true],
    ['an arm and the whole', ['new'], undefined, true],
    ['two contrasts with one comparator', ['new', 'old'], ['other', 'old'], true],
    ['two contrasts without', ['new', 'old'], ['other', 'third'], false],
  ])('%s', (_, a, b, expected) => expect(shared(counted('alpha', a), counted('alpha', b))).toBe(expected));
});

describe('of two studies', () => {
  test.each<[string, Overlap[], Overlap[], boolean]>([
    ['that say nothing', [], [], false],
    ['of which one says so', [{ trial: 'beta' }], [], true],
    ['that both say so', [{ trial: 'beta' }], [{ trial: 'alpha' }], true],
    ['that speak of others', [{ trial: 'gamma' }], [{ trial: 'gamma' }], false],
    ['of which one names the arm', [{ trial: 'beta', arms: ['new'] }], [{ trial: 'alpha' }], true],
    ['of which one names another arm', [{ trial: 'beta', arms: ['old'] }], [{ trial: 'alpha' }], false],
    ['of which the other names another arm', [{ trial: 'beta' }], [{ trial: 'alpha', arms: ['old'] }], false],
    [
      'that name the arm in one of two places',
      [
        { trial: 'beta', arms: ['old'] },
        { trial: 'beta', arms: ['new'] },
      ],
      [],
      true,
    ],
  ])('%s', (_, a, b, expected) => {
    expect(shared(counted('alpha', ['new'], a), counted('beta', ['new'], b))).toBe(expected);
    if (expected) expect(shared(counted('alpha', undefined, a), counted('beta', undefined, b))).toBe(true);
  });
});

test('a historical arm shares the patients of the study that it comes from, unless the overlap is declared otherwise', () => {
  const arms = [{ id: 'new' }, { id: 'earlier', study: 'beta' }];
  const silent = overlapsOf({ arms, overlaps: [] });
  expect(shared(counted('alpha', ['earlier'], silent), counted('beta', ['all']))).toBe(true);
  expect(shared(counted('alpha', ['new', 'earlier'], silent), counted('beta', ['all']))).toBe(true);
  expect(shared(counted('alpha', ['new'], silent), counted('beta', ['all']))).toBe(false);
  expect(overlapsOf({ arms, overlaps: [{ trial: 'beta' }] })).toEqual([{ trial: 'beta' }]);
});
