import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/evidence/library.ts';
import { word } from '../../../src/wording/figures.ts';
import { libraryOf, trial } from '../helpers/corpus.ts';

const fact = (figures: string): Fact =>
  libraryOf({ 'trials/alpha.mdx': trial(`- {id: x, ${figures}}`) }).facts.get('alpha/x')!;
const worded = (figures: string) => {
  const { outcome, derived } = fact(figures);
  return word(outcome, derived);
};

describe('what the build computes', () => {
  it('is an exact interval, named as computed, where counts are printed without one', () => {
    const { derived } = fact('kind: proportion, events: 18, total: 21, percent: 85.7');
    expect(derived.counts).toEqual({ events: 18, total: 21, inferred: false });
    expect(derived.interval).toMatchObject({ level: 95, method: 'Clopper–Pearson' });
    // R: binom.test(18, 21)$conf.int
    expect(derived.interval!.low).toBeCloseTo(63.6576012983, 8);
    expect(derived.interval!.high).toBeCloseTo(96.9511032378, 8);
    expect(worded('kind: proportion, events: 18, total: 21, percent: 85.7')).toMatchObject({
      value: '85.7%',
      valueComputed: false,
      fraction: '18/21',
      computedInterval: '95% CI 63.7–97.0',
    });
  });

  it('never takes the place of an interval that is printed', () => {
    const wording = worded(
      'kind: proportion, events: 18, total: 21, interval: {level: 90, low: 67.0, high: 96.0}',
    );
    expect(wording.interval).toBe('90% CI 67.0–96.0');
    expect(wording).not.toHaveProperty('computedInterval');
  });

  it('is no interval where counts and percentage contradict each other, but one where the percentage was rounded or cut', () => {
    const intervalOf = (figures: string) => fact(`kind: proportion, ${figures}`).derived.interval;
    expect(intervalOf('events: 73, total: 127, percent: 74')).toBeUndefined();
    expect(intervalOf('events: 103, total: 255, percent: 40.0')).toBeUndefined();
    expect(intervalOf('events: 24, total: 34, percent: 70.5')).toBeDefined();
    expect(intervalOf('events: 2, total: 3, percent: 67')).toBeDefined();
  });

  it('is a percentage, marked as computed, where only counts are printed', () => {
    expect(worded('kind: proportion, events: 18, total: 21')).toMatchObject({
      value: '85.7%',
      valueComputed: true,
    });
  });

  it('takes the patients of the population for the total of a percentage that is printed without one', () => {
    const sized = (figures: string) =>
      libraryOf({
        'trials/alpha.mdx': trial(`- {id: x, ${figures}}`, {
          '  - {id: young, kind: subgroup, label: The young, of: all}':
            '  - {id: young, kind: subgroup, label: The young, of: all, n: {new: 53, old: 60}, report: smith-2020}',
        }),
      }).facts.get('alpha/x')!.derived;
    const ofYoung = 'kind: proportion, arm: new, population: young, percent: 83';
    expect(sized(ofYoung).counts).toEqual({ events: 44, total: 53, inferred: true });
    // R: binom.test(44, 53)$conf.int
    expect(sized(ofYoung).interval!.low).toBeCloseTo(70.19783319, 6);
    expect(sized(ofYoung).interval!.high).toBeCloseTo(91.92911235, 6);
    expect(sized(`${ofYoung}, total: 6`)).toEqual({
      counts: { events: 5, total: 6, inferred: true },
      interval: expect.anything(),
    });
    // No whole number of 53 patients is 67%, and events without a total stay bare.
    expect(sized('kind: proportion, arm: new, population: young, percent: 67')).toEqual({});
    expect(sized('kind: proportion, arm: new, population: young, events: 44')).toEqual({});
    expect(sized('kind: proportion, population: young, percent: 83')).toEqual({});
    // A review may mean other patients, and after a time there may be fewer.
    expect(sized(`${ofYoung}, report: jones`)).toEqual({});
    expect(sized(`${ofYoung}, at: {value: 1, unit: years, basis: after}`)).toEqual({});
  });

  it('is a count only where one number alone gives the printed percentage', () => {
    expect(fact('kind: proportion, percent: 85.7, total: 21').derived.counts).toEqual({
      events: 18,
      total: 21,
      inferred: true,
    });
    expect(fact('kind: proportion, percent: 80, total: 164').derived).toEqual({});
    expect(fact('kind: proportion, percent: 33.33, total: 100').derived).toEqual({});
  });

  it.each([
    ['counts without a total', 'kind: proportion, events: 18'],
    ['a bound instead of a count', 'kind: proportion, events: <5, total: 21'],
    ['a bound instead of a percentage', 'kind: proportion, percent: ≥90, total: 21'],
    ['more events than patients', 'kind: proportion, events: 22, total: 21'],
    ['no patients', 'kind: proportion, events: 0, total: 0'],
    ['a missing figure', 'kind: proportion, missing: not-reported, total: 21'],
    ['a Kaplan–Meier estimate', 'kind: landmark, percent: 85.7, at: {value: 1, unit: years}'],
    ['a median', 'kind: median, value: 7.0, unit: months'],
    ['a span across studies', 'kind: range, low: 53, high: 94, unit: "%"'],
  ])('is nothing for %s', (_, figures) => {
    expect(fact(figures).derived).toEqual({});
  });
});

describe('the words of a fact', () => {
  it.each([
    ['kind: proportion, percent: 5.0', '5.0%'],
    ['kind: proportion, events: 3', '3 patients'],
    ['kind: proportion, missing: not-extracted', 'not extracted'],
    ['kind: adverse-event, grade: any, scale: unstated, percent: <1', '<1%'],
    ['kind: landmark, percent: 23.0, at: {value: 2, unit: years}', '23.0%'],
    ['kind: median, value: 7.0, unit: months', '7.0 months'],
    ['kind: median, missing: not-reached, unit: months', 'not reached'],
    ['kind: contrast, measure: HR, estimate: 0.450, arm: new, comparator: old', 'HR 0.450'],
    [
      'kind: contrast, measure: difference-of-medians, estimate: -1.0, unit: months, arm: new, comparator: old',
      'difference −1.0 months',
    ],
    ['kind: contrast, measure: p-only, p: <0.001, arm: new, comparator: old', 'P < 0.001'],
    [
      'kind: contrast, measure: p-only, p: {printed: .0105, sides: 1}, arm: new, comparator: old',
      'P = .0105 (one-sided)',
    ],
    ['kind: contrast, measure: p-only, p: NS, arm: new, comparator: old', 'P not significant'],
    [
      'kind: contrast, measure: p-only, favours: neither, arm: new, comparator: old',
      'no significant difference',
    ],
    ['kind: association, factor: age, measure: statement, direction: none', 'no association'],
    ['kind: association, factor: age, measure: OR, direction: positive, estimate: 1.50', 'OR 1.50'],
    ['kind: range, low: 53, high: 94, unit: "%"', '53–94%'],
    ['kind: count, value: 326, unit: patients', '326 patients'],
    ['kind: dose, value: 1.7e6, unit: cells/kg', '1.7 × 10⁶ cells/kg'],
    ['kind: dose, value: 2e-3, unit: mg', '2 × 10⁻³ mg'],
    ['kind: dose, low: 1e6, high: 5.0e6, unit: cells/kg', '1 × 10⁶–5.0 × 10⁶ cells/kg'],
    ['kind: follow-up, value: 29.60, unit: months', '29.60 months'],
  ])('{%s} reads %s', (figures, value) => {
    expect(worded(figures).value).toBe(value);
  });

  it.each([
    ['interval: {level: 97.5, low: 0.34, high: 0.61}', '97.5% CI 0.34–0.61'],
    ['interval: {level: 95, low: 4.2, high: not-reached}', '95% CI 4.2 to not reached'],
    ['interval: {level: 95, low: -1.0, high: 2.0}', '95% CI −1.0 to 2.0'],
    ['interval: {kind: range, low: 1.7, high: 49.7}', 'range 1.7–49.7'],
    ['interval: {kind: iqr, low: 3, high: 9}', 'IQR 3–9'],
    ['interval: {kind: credible, level: 95, low: 3, high: 9}', '95% CrI 3–9'],
  ])('{%s} reads %s', (written, read) => {
    expect(worded(`kind: median, value: 5, unit: months, ${written}`).interval).toBe(read);
  });

  it.each([
    ['{value: 1, unit: years}', 'at 1 year'],
    ['{value: 2, unit: years}', 'at 2 years'],
    ['{value: 28, unit: days, basis: within}', 'within 28 days'],
    ['{value: 405, unit: days, basis: median-follow-up}', 'at a median follow-up of 405 days'],
  ])('a time of %s reads %s', (written, read) => {
    expect(worded(`kind: proportion, percent: 5, at: ${written}`).at).toBe(read);
  });

  it('what stands after ± is named where the report names it', () => {
    const spread = (kind: string) =>
      worded(`kind: landmark, percent: 23, at: {value: 1, unit: years}, spread: {kind: ${kind}, value: 4.10}`)
        .interval;
    expect([spread('standard-error'), spread('standard-deviation'), spread('unstated')]).toEqual([
      '±4.10 (SE)',
      '±4.10 (SD)',
      '±4.10',
    ]);
  });
});
