import { describe, expect, it } from 'vitest';
import { factsOf, mainResultsOf } from '../../../src/views/credit.ts';
import { evidenceMap } from '../../../src/views/evidence-map.ts';
import { libraryOf, trial } from '../helpers/corpus.ts';

const outcomes = `
- {id: of-new, kind: proportion, events: 18, total: 21, arm: new}
- {id: of-old, kind: proportion, events: 9, total: 20, arm: old}
- {id: of-all, kind: proportion, events: 27, total: 41}
`;
const uidsOf = (changes: Record<string, string> = {}) => {
  const { therapies } = libraryOf({ 'trials/alpha.mdx': trial(outcomes, changes) });
  return factsOf(therapies[0]!).map(({ uid }) => uid);
};

describe('a therapy', () => {
  it('is not credited with figures of arms that do not receive it, nor with those of the whole study', () => {
    expect(uidsOf()).toEqual(['alpha/of-new']);
  });

  it('is credited with figures of the whole study where every arm receives it', () => {
    const everyArm = { 'role: comparator}': 'role: comparator, therapies: [testumab]}' };
    expect(uidsOf(everyArm)).toEqual(['alpha/of-new', 'alpha/of-old', 'alpha/of-all']);
  });

  it('shows of an arm the figure of all its patients, and of safety what is weighed', () => {
    const found = `
- {id: young, kind: proportion, events: 8, total: 9, arm: new, population: young}
- {id: all, kind: proportion, events: 18, total: 21, arm: new}
- {id: weighed, kind: proportion, endpoint: crs, events: 1, total: 21, arm: new}
- {id: other, kind: proportion, endpoint: fever, events: 9, total: 21, arm: new}
`;
    const endpoint = (id: string, family: string, more = '') =>
      `- {id: ${id}, label: {en: ${id}}, definition: As it says, family: ${family}, direction: lower, kinds: [proportion]${more}}`;
    const { therapies } = libraryOf({
      'trials/alpha.mdx': trial(found),
      'endpoints.yaml': [
        endpoint('cr', 'response'),
        endpoint('crs', 'safety', ', balance: harm'),
        endpoint('fever', 'safety'),
      ].join('\n'),
    });
    expect(mainResultsOf(therapies[0]!).map(({ uid }) => uid)).toEqual(['alpha/all', 'alpha/weighed']);
  });

  it('has no mark on the map for a figure of the whole study', () => {
    const library = libraryOf({
      'trials/alpha.mdx': trial('- {id: of-all, kind: proportion, events: 27, total: 41}'),
    });
    const map = evidenceMap(library, 1);
    expect(map.cell(library.therapies[0]!, library.endpoints[0]!).gap).toBe('none');
  });
});
