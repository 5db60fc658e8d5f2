import { describe, expect, it } from 'vitest';
import { treatmentsOf } from '../../../src/evidence/treatments.ts';
import { libraryOf, mdx, smallBase, trial } from '../helpers/corpus.ts';

const library = libraryOf({
  ...smallBase,
  'therapies/othermab.mdx': mdx('name: {en: othermab}\nclass: antibody'),
  'trials/alpha.mdx': trial(
    '- {id: of-new, kind: proportion, events: 18, total: 21, arm: new}\n- {id: of-all, kind: proportion, events: 27, total: 41}',
    { 'role: comparator': 'role: comparator, therapies: [othermab, testumab]' },
  ),
});
const given = (uid: string) => treatmentsOf(library.facts.get(uid)!).map(({ id }) => id);

describe('the treatments of a figure', () => {
  it('are those of its arm', () => {
    expect(given('alpha/of-new')).toEqual(['testumab']);
  });

  it('are those of all arms, each once, where it is of the whole study', () => {
    expect(given('alpha/of-all').toSorted()).toEqual(['othermab', 'testumab']);
  });
});
