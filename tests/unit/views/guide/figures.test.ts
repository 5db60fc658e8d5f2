import { describe, expect, it } from 'vitest';
import {
  denominatorExample,
  figureExample,
  missingExamples,
  type FigureExample,
} from '../../../../src/views/guide/figures.ts';
import { gateExample, rebasedExample } from '../../../../src/views/guide/pooling.ts';
import { appraisal, appraised } from '../../helpers/appraisals.ts';
import { libraryOf, trial } from '../../helpers/corpus.ts';

const withOutcomes = (outcomes: string, changes: Record<string, string> = {}) =>
  libraryOf({ 'trials/alpha.mdx': trial(outcomes, changes) });

describe('an example of the guide', () => {
  it.each([
    [
      'printed',
      '{id: x, kind: proportion, events: 18, total: 21, percent: 85.7, interval: {level: 95, low: 64, high: 97}}',
    ],
    ['computed', '{id: x, kind: proportion, events: 18, total: 21, percent: 85.7}'],
    ['inferred', '{id: x, kind: proportion, total: 21, percent: 85.7}'],
    [
      'ratio',
      '{id: x, kind: contrast, arm: new, comparator: old, measure: HR, estimate: 0.5, p: "= 0.01", interval: {level: 95, low: 0.3, high: 0.8}}',
    ],
    [
      'level',
      '{id: x, kind: contrast, arm: new, comparator: old, measure: HR, estimate: 0.5, interval: {level: 97.5, low: 0.3, high: 0.8}}',
    ],
    [
      'open',
      '{id: x, kind: median, value: 5, unit: months, interval: {level: 95, low: 3, high: not-reached}}',
    ],
  ] as const)('of %s is a figure that has it', (name, outcome) => {
    const other = '- {id: other, kind: dose, value: 5, unit: mg}';
    expect(figureExample(name, withOutcomes(`${other}\n- ${outcome}`))?.uid).toBe('alpha/x');
    expect(figureExample(name, withOutcomes(other))).toBeUndefined();
  });

  it('is never one that was read in the words of others, but for the example of such', () => {
    const read = { 'read: full-text': 'read: summary' };
    const outcome = '- {id: x, kind: proportion, events: 18, total: 21, percent: 85.7, source: paper}';
    const found = (name: FigureExample) => figureExample(name, withOutcomes(outcome, read))?.uid;
    expect([found('computed'), found('restated')]).toEqual([undefined, 'alpha/x']);
  });

  it('of a judged result is the result that was judged, not another for which that stands', () => {
    const outcomes = ['a', 'b']
      .map(
        (id) =>
          `- {id: ${id}, kind: contrast, arm: new, comparator: old, measure: p-only, p: 0.0${id === 'a' ? 3 : 4}, definition: ${id}}`,
      )
      .join('\n');
    const judged = appraised(appraisal('rob-2', { about: 'fact: b', others: 'low', overall: 'low' }));
    expect(figureExample('appraised', withOutcomes(outcomes, judged))?.uid).toBe('alpha/b');
    expect(figureExample('appraised', withOutcomes(outcomes))).toBeUndefined();
  });

  it('of missing values has one for each reason', () => {
    const outcomes = ['not-reached', 'not-reached', 'not-reported']
      .map(
        (reason, i) =>
          `- {id: x-${i}, kind: median, unit: months, missing: ${reason}, definition: number ${i}}`,
      )
      .join('\n');
    expect(missingExamples(withOutcomes(outcomes)).map(({ uid }) => uid)).toEqual(['alpha/x-2', 'alpha/x-0']);
  });

  const evaluable = {
    '  - {id: young,':
      '  - {id: evaluable, kind: evaluable, label: Evaluable, of: all, n: {new: 20}}\n  - {id: young,',
  };
  const pair = [
    '- {id: wide, kind: proportion, events: 15, total: 21, arm: new, population: all}',
    '- {id: narrow, kind: proportion, events: 15, total: 20, arm: new, population: evaluable}',
    '- {id: part, kind: proportion, events: 5, total: 5, arm: new, population: young}',
  ];

  it('of denominators is one outcome in a population and in a part of it, never in a subgroup', () => {
    const found = denominatorExample(withOutcomes(pair.join('\n'), evaluable));
    expect(found?.map(({ uid }) => uid)).toEqual(['alpha/wide', 'alpha/narrow']);
    expect(denominatorExample(withOutcomes(pair[0]!))).toBeUndefined();
  });

  it('of a denominator brought into line counts those not evaluated as without the event', () => {
    const found = rebasedExample(withOutcomes(pair[1]!, evaluable));
    expect(found?.shares.map(({ events, total }) => [events, total])).toEqual([
      [15, 20],
      [15, 21],
    ]);
  });

  it('of what may be pooled needs two studies', () => {
    expect(gateExample(withOutcomes(pair[0]!))).toBeUndefined();
  });
});
