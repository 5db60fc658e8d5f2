import { describe, expect, test } from 'vitest';
import { effectOf, judge, rules, softRules, type RuleId, type Ruling } from '../../../src/compare/rules.ts';
import type { Dataset, DatasetTrial } from '../../../src/compare/dataset.ts';
import { another, counted, madeDataset, ratio, type Made } from '../../support/made-dataset.ts';

const verdictOn = ({ facts, trials }: Dataset, overrides: RuleId[] = []) =>
  judge(facts, new Map(trials.map((trial) => [trial.id, trial])), new Set(overrides));
const having = (verdict: Ruling['verdict'], dataset: Dataset) =>
  verdictOn(dataset).rulings.filter((ruling) => ruling.verdict === verdict);
const refused = (dataset: Dataset) => having('refused', dataset);

const [first, second] = [counted('first', 10, 20), counted('second', 12, 30)];

test('figures that agree in everything are pooled', () => {
  expect(verdictOn(madeDataset([first, second])).poolable).toBe(true);
  expect(verdictOn(madeDataset([ratio('a', 0.7, 0.5, 0.98), ratio('b', 0.8, 0.6, 1.07)])).poolable).toBe(
    true,
  );
});

const randomised = (id: string, more: Omit<Made, 'id'> = {}) => ratio(id, 0.7, 0.5, 0.98, 95, more);
const threeArms = {
  design: 'randomised',
  randomised: true,
  arms: ['treated', 'other', 'control'].map((id) => ({
    id,
    label: id === 'control' ? 'Control' : id,
    role: id === 'control' ? 'comparator' : 'experimental',
    therapies: ['Agent'],
    classes: ['Antibody'],
    targets: ['Target A'],
  })),
};
const graded = (scale: string, rowLabel = `grade ≥3 · ${scale}`) => ({
  fact: { scale, rowLabel, row: rowLabel },
});

const alone = ratio('a', 0.7, 0.5, 0.98);

describe.each<[RuleId, string, Dataset]>([
  ['studies', 'one figure', madeDataset([first])],
  [
    'endpoint',
    'two endpoints',
    madeDataset([first, counted('second', 12, 30, { fact: { endpoint: 'remission' } })]),
  ],
  ['statistic', 'a proportion and a ratio', madeDataset([first, randomised('second')])],
  [
    'statistic',
    'hazard and odds ratios',
    madeDataset([alone, randomised('b', { fact: { row: 'odds ratio' } })]),
  ],
  [
    'statistic',
    'a ratio of arms that chance did not make',
    madeDataset([alone, randomised('b', { trial: { randomised: false } })]),
  ],
  [
    'statistic',
    'a ratio of two subgroups of a randomised trial',
    madeDataset([alone, randomised('b', { fact: { versus: 'Others' } })]),
  ],
  [
    'statistic',
    'a ratio against a historical comparator',
    madeDataset([
      alone,
      randomised('b', {
        trial: {
          randomised: true,
          arms: threeArms.arms.map((arm) => (arm.id === 'control' ? { ...arm, role: 'historical' } : arm)),
        },
      }),
    ]),
  ],
  [
    'figures',
    'a percentage without counts',
    madeDataset([first, { id: 'second', fact: { axis: 'percent', point: 40 } }]),
  ],
  ['own', 'a figure of a review', madeDataset([first, counted('second', 12, 30, { fact: { own: false } })])],
  [
    'patients',
    'two figures of an arm',
    madeDataset([first, second], [another(first, { uid: 'first/again' })]),
  ],
  [
    'patients',
    'a figure of an arm and of its study',
    madeDataset([first, second], [another(first, { uid: 'first/all', arm: undefined as unknown as string })]),
  ],
  [
    'patients',
    'trials that share patients',
    madeDataset([first, counted('second', 12, 30, { trial: { overlaps: [{ trial: 'first' }] } })]),
  ],
  [
    'patients',
    'a historical arm and the trial it comes from',
    madeDataset([
      { ...first, trial: { overlaps: [{ trial: 'second', arms: ['treated'] }] } },
      counted('second', 12, 30, { trial: { overlaps: [{ trial: 'first' }] } }),
    ]),
  ],
  [
    'patients',
    'two contrasts with one comparator',
    madeDataset(
      [randomised('a', { trial: threeArms })],
      [another(randomised('a'), { uid: 'a/other', arm: 'other' })],
    ),
  ],
  [
    'grading',
    'two scales',
    madeDataset([counted('a', 1, 9, graded('Scale 1')), counted('b', 1, 9, graded('Scale 2'))]),
  ],
  ['grading', 'graded and not graded', madeDataset([counted('a', 1, 9, graded('Scale 1')), second])],
  [
    'setting',
    'two settings',
    madeDataset([first, counted('second', 12, 30, { trial: { setting: 'Newly diagnosed' } })]),
  ],
  [
    'age',
    'two age groups',
    madeDataset([first, counted('second', 12, 30, { trial: { ageGroup: 'Children' } })]),
  ],
  [
    'population',
    'another facet',
    madeDataset(
      ['T', 'B'].map((lineage) => counted(lineage, 12, 30, { trial: { attributes: { Lineage: lineage } } })),
    ),
  ],
  [
    'treatment',
    'two classes',
    madeDataset([first, counted('second', 12, 30, { arm: { classes: ['Cells'] } })]),
  ],
  [
    'control',
    'comparators of two classes',
    madeDataset([
      alone,
      randomised('b', {
        trial: { randomised: true, arms: threeArms.arms.map((arm) => ({ ...arm, classes: ['Antibody'] })) },
      }),
    ]),
  ],
  [
    'denominator',
    'two kinds of populations',
    madeDataset([
      first,
      counted('second', 12, 30, { fact: { population: { kind: 'evaluable', label: 'Evaluable' } } }),
    ]),
  ],
  [
    'time',
    'two times',
    madeDataset(['at 3 months', 'at 1 year'].map((at, i) => counted(`s${i}`, 12, 30, { fact: { at } }))),
  ],
  [
    'definition',
    'two definitions',
    madeDataset([first, counted('second', 12, 30, { fact: { definition: 'by blood counts' } })]),
  ],
  [
    'measurement',
    'two thresholds',
    madeDataset(
      ['0.01%', '0.1%'].map((limit, i) =>
        counted(`s${i}`, 12, 30, { fact: { measured: `threshold ${limit}` } }),
      ),
    ),
  ],
])('the rule of %s', (rule, what, dataset) => {
  test(`refuses ${what}, and says who differs`, () => {
    const ruling = refused(dataset).find((one) => one.rule === rule);
    expect(ruling, JSON.stringify(refused(dataset).map((one) => one.rule))).toMatchObject({
      hard: rules[rule][0] === 'hard',
    });
    expect(ruling!.says).not.toMatch(/undefined/);
    expect(ruling!.says!.length).toBeGreaterThan(8);
  });

  test('yields to the reader where it is soft, and never where it is hard', () => {
    const overridden = verdictOn(dataset, [rule]).rulings.find((one) => one.rule === rule)!;
    expect(overridden.verdict).toBe(softRules.includes(rule) ? 'overridden' : 'refused');
  });
});

test('an arm beside the historical one shares no patient with the trial that the latter comes from', () => {
  const overlaps = [{ trial: 'second', arms: ['historical'] }];
  const other = counted('second', 12, 30, { trial: { overlaps: [{ trial: 'first' }] } });
  expect(refused(madeDataset([{ ...first, trial: { overlaps } }, other]))).toEqual([]);
});

test('rules are overridden one by one', () => {
  const single = madeDataset([
    first,
    counted('second', 12, 30, { trial: { setting: 'Newly diagnosed', ageGroup: 'Children' } }),
  ]);
  expect(refused(single).map(({ rule }) => rule)).toEqual(['setting', 'age']);
  expect(verdictOn(single, ['setting']).poolable).toBe(false);
  expect(verdictOn(single, ['setting', 'age'])).toMatchObject({
    poolable: true,
    overridden: ['setting', 'age'],
  });
});

describe('what a figure gives to a pooling', () => {
  const factOf = (study: Made) => madeDataset([study]).facts[0]!;

  test('is its counts, or a ratio inside its interval', () => {
    expect(effectOf(factOf(first))).toEqual({ kind: 'counts', events: 10, total: 20 });
    expect(effectOf(factOf(alone))).toEqual({
      kind: 'ratio',
      estimate: 0.7,
      low: 0.5,
      high: 0.98,
      level: 95,
    });
    expect(effectOf(factOf({ id: 'a', fact: { axis: 'percent', point: 50 } }))).toBeUndefined();
  });
});

describe.each<[string, Dataset, RuleId, 'refused' | 'unstated']>([
  [
    'two times',
    madeDataset([
      first,
      counted('second', 12, 30, { fact: { at: 'at 6 months' } }),
      counted('third', 1, 9, { fact: { at: 'at 1 year' } }),
    ]),
    'time',
    'refused',
  ],
  [
    'a time and none',
    madeDataset([first, counted('second', 12, 30, { fact: { at: 'at 6 months' } })]),
    'time',
    'unstated',
  ],
  [
    'another definition than the usual',
    madeDataset([first, counted('second', 12, 30, { fact: { definition: 'of its own' } })]),
    'definition',
    'refused',
  ],
  [
    'an assay and none',
    madeDataset([first, counted('second', 12, 30, { fact: { measured: 'flow' } })]),
    'measurement',
    'unstated',
  ],
  [
    'a scale that is not stated',
    madeDataset([
      counted('first', 1, 9, graded('scale not stated')),
      counted('second', 2, 9, graded('scale not stated')),
    ]),
    'scale',
    'unstated',
  ],
  [
    'a facet of the patients and none',
    madeDataset([counted('first', 1, 9, { trial: { attributes: { Lineage: 'B' } } }), second]),
    'population',
    'unstated',
  ],
  [
    'a facet that is not recorded, and one that differs',
    madeDataset([
      counted('first', 1, 9, { trial: { attributes: { Lineage: 'B', Disease: 'overt' } } }),
      counted('second', 1, 9, { trial: { attributes: { Disease: 'residual' } } }),
    ]),
    'population',
    'refused',
  ],
  [
    'a setting that is not reported, and one that is',
    madeDataset([first, counted('second', 1, 9, { trial: { setting: 'Unknown', unstated: ['Unknown'] } })]),
    'setting',
    'unstated',
  ],
  [
    'two settings beside one that is not reported',
    madeDataset([
      first,
      counted('second', 1, 9, { trial: { setting: 'Unknown', unstated: ['Unknown'] } }),
      counted('third', 1, 9, { trial: { setting: 'Newly diagnosed' } }),
    ]),
    'setting',
    'refused',
  ],
])('%s', (_, dataset, rule, expected) => {
  test(
    expected === 'refused' ? 'differ, and refuse' : 'do not differ for all that is known, and only warn',
    () => {
      expect(having(expected, dataset).map((ruling) => ruling.rule)).toContain(rule);
      expect(having(expected, dataset).find((ruling) => ruling.rule === rule)!.says!.length).toBeGreaterThan(
        8,
      );
    },
  );
  test('is a warning that nobody can override, or a refusal', () => {
    const verdict = verdictOn(dataset, [...softRules]);
    expect(verdict.poolable).toBe(true);
    expect([verdict.unstated.includes(rule), verdict.overridden.includes(rule)]).toEqual(
      expected === 'unstated' ? [true, false] : [false, true],
    );
  });
});

describe('age groups', () => {
  const aged = (...ages: Partial<DatasetTrial>[]) =>
    madeDataset(ages.map((trial, i) => counted(`s${i}`, 5, 9, { trial })));
  const saysOf = (dataset: Dataset) => refused(dataset).find(({ rule }) => rule === 'age')!.says;
  const older = { ageGroup: 'Older adults', ageWithin: ['Adults', 'All ages'] };

  test('that lie in each other differ, and are named as nested', () => {
    expect(saysOf(aged({ ageGroup: 'Adults', ageWithin: ['All ages'] }, older))).toMatch(
      /^Adults \(s0\) against Older adults \(s1\); Older adults lie within Adults$/,
    );
    expect(saysOf(aged(older, { ageGroup: 'All ages' }))).toMatch(/; Older adults lie within All ages$/);
  });

  test('that do not are not', () =>
    expect(saysOf(aged(older, { ageGroup: 'Children' }))).not.toMatch(/within/));
});
