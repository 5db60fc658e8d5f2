import { expect, it } from 'vitest';
import { inSentence, listed } from '../../../src/wording/sentence.ts';

it.for([
  ['Overall survival', 'overall survival'],
  ['No treatment', 'no treatment'],
  ['Relapse-free survival', 'relapse-free survival'],
  ['CAR T cells', 'CAR T cells'],
  ['CTL019', 'CTL019'],
  ['Hyper-CVAD with a drug', 'Hyper-CVAD with a drug'],
  ['Interfant-06', 'Interfant-06'],
  ['Ph-negative', 'Ph-negative'],
  ['MRD negativity', 'MRD negativity'],
  ['patients in remission', 'patients in remission'],
])('%s stands in a sentence as %s', ([name, expected]) => {
  expect(inSentence(name!)).toBe(expected);
});

it('lists words as a sentence does', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((words) => listed(words))).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});
