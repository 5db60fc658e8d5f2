import { describe, expect, it } from 'vitest';
import { datasetOfTrial } from '../../../src/views/datasets.ts';
import { appraisal, appraised } from '../helpers/appraisals.ts';
import { libraryOf, trial } from '../helpers/corpus.ts';

const facts = `
- {id: compared, kind: contrast, arm: new, comparator: old, measure: RR, estimate: 1.5}
- {id: again, kind: contrast, arm: new, comparator: old, measure: p-only, p: 0.04}
- {id: turned, kind: contrast, arm: old, comparator: new, measure: OR, estimate: 0.5}
- {id: part, kind: contrast, arm: new, comparator: old, population: young, measure: HR, estimate: 1.2}
- {id: within, kind: contrast, arm: new, versus: young, measure: OR, estimate: 1.1}
- {id: rate, kind: proportion, arm: new, percent: 80}
- {id: other-rate, kind: proportion, arm: old, percent: 60}
- {id: age, kind: association, factor: age, measure: OR, direction: positive, estimate: 2.0}`;
const ids = ['compared', 'again', 'turned', 'part', 'within', 'rate', 'other-rate', 'age'];

const rob2 = (id: string, about: string, overall: string, more: object = {}) =>
  appraisal('rob-2', { id, about, others: overall, overall, ...more });

const linked = (...appraisals: string[]) =>
  libraryOf({ 'trials/alpha.mdx': trial(facts, appraised(...appraisals)) });
/** The appraisal that stands for each fact, by its id. */
const standing = (...appraisals: string[]) => {
  const { facts: found } = linked(...appraisals);
  return Object.fromEntries(ids.map((id) => [id, found.get(`alpha/${id}`)!.riskOfBias?.data.id]));
};
const none = Object.fromEntries(ids.map((id) => [id, undefined]));

describe('the risk of bias that stands for a fact', () => {
  it('is none where nobody judged', () => {
    expect(standing()).toEqual(none);
  });

  it('of one comparison stands for the same arms, either way round, and for no arm, part or factor', () => {
    expect(standing(rob2('b', 'fact: compared', 'low'))).toEqual({
      ...none,
      compared: 'b',
      again: 'b',
      turned: 'b',
    });
  });

  it('of a subgroup stands for that subgroup alone', () => {
    expect(standing(rob2('b', 'fact: part', 'high'))).toEqual({ ...none, part: 'b' });
  });

  it('is its own before that of its endpoint', () => {
    const found = standing(rob2('b', 'fact: compared', 'low'), rob2('c', 'fact: again', 'high'));
    expect(found).toEqual({ ...none, compared: 'b', again: 'c', turned: 'b' });
  });

  it('of an endpoint stands for every figure of it that the tool can judge', () => {
    const series = appraisal('jbi-case-series', {
      id: 's',
      about: 'endpoint: cr',
      others: 'yes',
      overall: 'include',
    });
    const robins = appraisal('robins-i', {
      id: 'r',
      about: 'endpoint: cr',
      others: 'serious',
      overall: 'serious',
    });
    expect(standing(series, robins)).toEqual({
      ...none,
      ...{ rate: 's', 'other-rate': 's' },
      ...{ compared: 'r', again: 'r', turned: 'r' },
    });
  });

  it('of one arm stands for that arm', () => {
    const series = appraisal('jbi-case-series', {
      id: 's',
      about: 'fact: rate',
      others: 'yes',
      overall: 'include',
    });
    expect(standing(series)).toEqual({ ...none, rate: 's' });
  });

  it('is the one that was judged from the full text, then the first', () => {
    const short = rob2('short', 'fact: compared', 'high', { basis: 'abstract' });
    const full = rob2('full', 'fact: compared', 'low', { basis: 'registry, full-text' });
    expect(standing(short, full)).toMatchObject({ compared: 'full', again: 'full' });
    expect(standing(short, short.replace('id: short', 'id: later'))).toMatchObject({ compared: 'short' });
  });
});

describe('an appraisal', () => {
  const library = linked(
    appraisal('rob-2', {
      about: 'fact: compared',
      ...{
        others: 'low',
        overall: 'some-concerns',
        by: 'by: reference, reference: jones-2022, locator: table 2',
      },
    }),
  );
  const [node] = library.trials[0]!.appraisals;

  it('knows what it names, and is known by it', () => {
    expect(node).toMatchObject({ uid: 'alpha/bias', path: '/trials/alpha/#bias' });
    expect(node!.fact).toBe(library.facts.get('alpha/compared'));
    expect(node!.endpoint.id).toBe('cr');
    expect(node!.domains.map(({ report }) => report.id)).toEqual(Array(5).fill('smith-2020'));
    expect(library.reference('jones-2022').appraises).toEqual([node]);
  });

  it('stands on the datasets of comparisons as its tool and its judgement of the whole', () => {
    const { facts: onSheet } = datasetOfTrial(library.trials[0]!, library);
    const found = new Map(onSheet.map(({ uid, riskOfBias }) => [uid, riskOfBias]));
    expect(found.get('alpha/again')).toEqual({ tool: 'rob-2', overall: 'some-concerns' });
    expect(onSheet.find(({ uid }) => uid === 'alpha/rate')).not.toHaveProperty('riskOfBias');
  });
});
