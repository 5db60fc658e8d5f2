import { describe, expect, it } from 'vitest';
import { ageGroupsAround, vocabulary } from '../../../src/model/vocabulary.ts';

const groups = [
  { id: 'older', within: 'adult' },
  { id: 'adult', within: 'all' },
  { id: 'child', within: 'all' },
  { id: 'all' },
];
const faultsOf = (ageGroups: { id: string; within?: string }[]) => {
  const labelled = ageGroups.map((group) => ({ ...group, label: { en: group.id } }));
  return vocabulary.shape.ageGroups.safeParse(labelled).error?.issues.map(({ path }) => path.join('.')) ?? [];
};

describe('age groups', () => {
  it('lie in wider ones, and these in others', () => {
    expect(ageGroupsAround('older', groups)).toEqual(['adult', 'all']);
    expect(ageGroupsAround('all', groups)).toEqual([]);
    expect(faultsOf(groups)).toEqual([]);
  });

  it('never lie in themselves, directly or by way of others', () => {
    expect(faultsOf([{ id: 'a', within: 'a' }])).toEqual(['0.within']);
    expect(faultsOf([{ id: 'a', within: 'b' }, { id: 'b', within: 'a' }, { id: 'c' }])).toEqual([
      '0.within',
      '1.within',
    ]);
    expect(
      ageGroupsAround('c', [
        { id: 'c', within: 'a' },
        { id: 'a', within: 'b' },
        { id: 'b', within: 'a' },
      ]),
    ).toEqual(['a', 'b']);
  });
});
