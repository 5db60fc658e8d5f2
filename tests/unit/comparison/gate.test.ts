import { describe, expect, it } from 'vitest';
import { judge, softRules, type RuleId } from '../../../src/comparison/gate.ts';
import type { SheetFact, SheetTrial } from '../../../src/comparison/sheet.ts';

const trialOf = (id: string, change: Partial<SheetTrial> = {}): SheetTrial => ({
  id,
  name: id.toUpperCase(),
  path: `/trials/${id}/`,
  design: 'single-arm',
  randomised: false,
  setting: 'Relapsed',
  ageGroup: 'Adults',
  attributes: {},
  arms: [{ id: 'only', label: 'Only', role: 'single', therapies: ['T'], classes: ['C'], targets: ['X'] }],
  overlaps: [],
  planned: [],
  ...change,
});
const factOf = (trial: string, change: Partial<SheetFact> = {}): SheetFact => ({
  uid: `${trial}/cr`,
  path: `/trials/${trial}/#cr`,
  trial,
  arm: 'only',
  endpoint: 'cr',
  row: 'proportion',
  rowLabel: 'proportion',
  rowOrder: 0,
  value: '50%',
  population: { kind: 'treated', label: 'Treated' },
  report: { key: trial, label: trial, path: '/', kind: 'primary' },
  own: true,
  axis: 'percent',
  point: 50,
  counts: { events: 10, total: 20 },
  ...change,
});
const refusedBy = (facts: SheetFact[], trials: SheetTrial[], overrides: RuleId[] = []) =>
  judge(facts, new Map(trials.map((trial) => [trial.id, trial])), new Set(overrides))
    .rulings.filter(({ verdict }) => verdict === 'refused')
    .map(({ rule }) => rule);

const [a, b] = [trialOf('a'), trialOf('b')];
const ratio = { row: 'hazard ratio', axis: 'ratio', point: 0.5, low: 0.3, high: 0.8, level: 95 } as const;
const asRatio = (trial: string, change: Partial<SheetFact> = {}): SheetFact => {
  const fact = factOf(trial, { ...ratio, ...change });
  delete fact.counts;
  return fact;
};

describe('what may be pooled', () => {
  it('is alike in everything', () => {
    expect(refusedBy([factOf('a'), factOf('b')], [a, b])).toEqual([]);
  });

  it.each<[RuleId, SheetFact[], SheetTrial[]]>([
    ['studies', [factOf('a')], [a]],
    ['endpoint', [factOf('a'), factOf('b', { endpoint: 'orr' })], [a, b]],
    ['own', [factOf('a'), factOf('b', { own: false })], [a, b]],
    ['patients', [factOf('a'), factOf('b')], [trialOf('a', { overlaps: ['b'] }), b]],
    ['patients', [factOf('a'), factOf('b')], [a, trialOf('b', { overlaps: ['a'] })]],
    ['patients', [factOf('a'), factOf('a', { uid: 'a/update' })], [a]],
    [
      'grading',
      [factOf('a', { scale: 'X', rowLabel: 'grade ≥3 · X' }), factOf('b', { scale: 'Y', rowLabel: 'grade ≥3 · Y' })],
      [a, b],
    ],
    ['setting', [factOf('a'), factOf('b')], [a, trialOf('b', { setting: 'New' })]],
    ['age', [factOf('a'), factOf('b')], [a, trialOf('b', { ageGroup: 'Children' })]],
    ['population', [factOf('a'), factOf('b')], [trialOf('a', { attributes: { Ph: 'Positive' } }), b]],
    ['denominator', [factOf('a'), factOf('b', { population: { kind: 'enrolled', label: 'All' } })], [a, b]],
    ['time', [factOf('a'), factOf('b', { at: 'at 30 days' })], [a, b]],
    ['definition', [factOf('a'), factOf('b', { definition: 'Another' })], [a, b]],
    ['measurement', [factOf('a', { measured: 'PCR' }), factOf('b')], [a, b]],
  ])('%s refuses alone', (rule, facts, trials) => {
    expect(refusedBy(facts, trials)).toEqual([rule]);
  });

  it('never mixes a single arm with a contrast', () => {
    expect(refusedBy([factOf('a'), asRatio('b')], [a, trialOf('b', { randomised: true })])).toContain('statistic');
  });

  it('never takes a ratio of arms that chance did not make', () => {
    const randomised = [trialOf('a', { randomised: true }), trialOf('b', { randomised: true })];
    expect(refusedBy([asRatio('a'), asRatio('b')], randomised)).toEqual([]);
    expect(refusedBy([asRatio('a'), asRatio('b')], [randomised[0]!, b])).toEqual(['statistic']);
  });

  it('needs counts, or a ratio with its interval', () => {
    const bare = factOf('b');
    delete bare.counts;
    expect(refusedBy([factOf('a'), bare], [a, b])).toEqual(['statistic', 'figures']);
  });

  it('lets a soft rule pass where the reader says so, and says it', () => {
    const facts = [factOf('a'), factOf('b', { at: 'at 30 days' })];
    const verdict = judge(facts, new Map([a, b].map((one) => [one.id, one])), new Set<RuleId>(['time', 'setting']));
    expect(verdict.poolable).toBe(true);
    expect(verdict.overridden).toEqual(['time']);
  });

  it('lets no hard rule pass', () => {
    expect(refusedBy([factOf('a'), factOf('b', { own: false })], [a, b], ['own'])).toEqual(['own']);
    expect(softRules).not.toContain('own');
  });

  it('says who differs in what', () => {
    const { rulings } = judge([factOf('a'), factOf('b', { at: 'at 30 days' })], new Map([a, b].map((one) => [one.id, one])));
    expect(rulings.find(({ rule }) => rule === 'time')!.says).toBe('no time stated (A) against at 30 days (B)');
  });
});
