import { describe, expect, it } from 'vitest';
import { evidenceMap } from '../../../src/views/evidence-map.ts';
import { libraryOf, trial } from '../helpers/corpus.ts';

const cellOf = (outcomes: string, more: Record<string, string> = {}) => {
  const library = libraryOf({ 'trials/alpha.mdx': trial(outcomes), ...more });
  return evidenceMap(library, 1).cell(library.therapies[0]!, library.endpoints[0]!);
};
const ofNew = '- {id: of-new, kind: proportion, events: 18, total: 21, arm: new}';

describe('the figures of a mark', () => {
  it('are those of the therapy that stand for an arm, with their intervals and patients', () => {
    const { figures } = cellOf(`${ofNew}\n- {id: of-old, kind: proportion, events: 9, total: 20, arm: old}`);
    expect(figures).toMatchObject({
      shown: [{ value: '85.7%', what: undefined, patients: 21, computed: true }],
      more: 0,
    });
    expect(figures!.shown).toHaveLength(1);
  });

  it('of one study lead to its row, of several to those of the therapy', () => {
    expect(cellOf(ofNew).href).toBe('/trials/alpha/#of-new');
    const beta = trial(ofNew).replace('alpha', 'beta');
    expect(cellOf(ofNew, { 'trials/beta.mdx': beta }).href).toMatch(/^\/therapies\/testumab\/#_endpoint-/);
  });
});
