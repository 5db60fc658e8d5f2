import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../../../src/evidence/ledger.ts';
import { descriptiveEndpoints } from '../../../src/evidence/ledger/slot.ts';
import { readBase, trialOf } from './helpers.ts';

/** `aspect: value ~ value (reason)` of each difference of a trial with these facts. */
function told(lines: string[], changes?: Record<string, string>): string[] {
  const corpus = readBase(lines.map((line, i) => `- {id: f${i}, ${line}}`).join('\n'), changes);
  const { discrepancies } = ledgerOf(
    'alpha',
    trialOf(corpus),
    descriptiveEndpoints(corpus.files.endpoints!.data!),
  );
  return discrepancies.map(({ aspect, values, reason }) => `${aspect}: ${values.join(' ~ ')} (${reason})`);
}

const smith = 'report: smith-2020';
const update = 'report: smith-2023';
const review = 'report: jones, cites: [smith-2020]';
const share = (figures: string, by: string) => `kind: proportion, ${figures}, ${by}`;
const median = (figures: string, by: string) => `kind: median, endpoint: os, unit: months, ${figures}, ${by}`;
const hr = (figures: string, by: string) =>
  `kind: contrast, endpoint: os, measure: HR, arm: new, comparator: old, ${figures}, ${by}`;
const ci = (level: number, low: string, high: string) =>
  `interval: {level: ${level}, low: ${low}, high: ${high}}`;
const sized = (n: number) => ({ 'n: {new: 21, old: 20}': `n: ${n}` });

describe('digits that were lost', () => {
  it.each([
    [[median('value: 12.9', smith), median('value: 12', review)], 'figure: 12.9 ~ 12 (truncation)'],
    [[median('value: 12.9', smith), median('value: 13', review)], 'figure: 12.9 ~ 13 (rounding)'],
    [[median('value: 12.9', smith), median('value: 11', review)], 'figure: 12.9 ~ 11 (unexplained)'],
    [
      [share('events: 35, total: 75', smith), share('percent: 46', review)],
      'figure: 35/75 ~ 46% (truncation)',
    ],
    [
      [
        hr(`estimate: 0.66, ${ci(95, '0.45', '0.988')}`, smith),
        hr(`estimate: 0.66, ${ci(95, '0.45', '0.98')}`, update),
      ],
      'interval: 95% CI 0.45–0.988 ~ 95% CI 0.45–0.98 (truncation)',
    ],
    [
      [
        hr(`estimate: 0.66, ${ci(95, '0.45', '0.988')}`, smith),
        hr(`estimate: 0.66, ${ci(95, '0.41', '0.98')}`, update),
      ],
      'interval: 95% CI 0.45–0.988 ~ 95% CI 0.41–0.98 (unexplained)',
    ],
    [
      [hr('estimate: 0.66, p: 0.038', smith), hr('estimate: 0.66, p: 0.03', update)],
      'P value: P = 0.038 ~ P = 0.03 (truncation)',
    ],
  ])('%j → %s', (lines, difference) => {
    expect(told(lines)).toEqual([difference]);
  });

  it('explain 47 and 46 % of 75 patients, of whom only 35 can be meant', () => {
    const lines = [share('percent: 47', smith), share('percent: 46', review)];
    expect(told(lines, sized(75))).toEqual(['figure: 47% ~ 46% (truncation)']);
    // Of 74 patients 34 are 46 % when rounded, too.
    expect(told(lines, sized(74))).toEqual(['figure: 47% ~ 46% (unexplained)']);
    // Printed counts decide.
    const counted = [share('events: 35, percent: 46', smith), share('percent: 47', review)];
    expect(told(counted, sized(75))).toEqual(['figure: 46% ~ 47% (truncation)']);
    expect(told([share('events: 34, total: 75', smith), share('percent: 47', review)])).toEqual([
      'figure: 34/75 ~ 47% (unexplained)',
    ]);
  });
});

describe('the sides of P values', () => {
  const ratio = `estimate: 0.77, ${ci(97.5, '0.58', '1.03')}`;
  const later = `estimate: 0.75, ${ci(97.5, '0.57', '0.99')}`;
  it.each([
    // The interval shows that 0.0203 is one-sided, and 0.04 is its double.
    [
      [hr(`${ratio}, p: 0.04`, smith), hr(`${ratio}, p: 0.0203`, review)],
      ['P value: P = 0.04 ~ P = 0.0203 (one-sided)'],
    ],
    [
      [hr(`${ratio}, p: 0.041`, smith), hr(`${ratio}, p: {printed: "0.0205", sides: 1}`, review)],
      ['P value: P = 0.041 ~ P = 0.0205 (one-sided) (one-sided)'],
    ],
    [
      [hr('estimate: 0.75, p: 0.021', smith), hr('estimate: 0.75, p: {printed: ".0105", sides: 1}', review)],
      ['P value: P = 0.021 ~ P = .0105 (one-sided) (one-sided)'],
    ],
    // Beside another estimate each P is that of its own interval: the one two-sided, the other not.
    [
      [hr(`${ratio}, p: 0.04`, smith), hr(`${later}, p: {printed: ".0105", sides: 1}`, update)],
      [
        'figure: 0.77 ~ 0.75 (unexplained)',
        'interval: 97.5% CI 0.58–1.03 ~ 97.5% CI 0.57–0.99 (unexplained)',
        'P value: P = 0.04 ~ P = .0105 (one-sided) (one-sided)',
      ],
    ],
    // Half, but nothing says that either is one-sided.
    [
      [hr('estimate: 0.77, p: 0.04', smith), hr('estimate: 0.77, p: 0.02', review)],
      ['P value: P = 0.04 ~ P = 0.02 (unexplained)'],
    ],
    // One-sided, but not half of the other.
    [
      [hr('estimate: 0.77, p: 0.3', smith), hr('estimate: 0.77, p: {printed: "0.02", sides: 1}', review)],
      ['P value: P = 0.3 ~ P = 0.02 (one-sided) (unexplained)'],
    ],
  ])('%j → %j', (lines, differences) => {
    expect(told(lines)).toEqual(differences);
  });
});

describe('the denominator', () => {
  it.each([
    [
      'of both totals',
      share('events: 32, total: 48', smith),
      share('events: 32, total: 53', review),
      '32/48 ~ 32/53',
    ],
    [
      'that events and percentage leave',
      share('events: 32, percent: 67', smith),
      share('events: 32, percent: 60', review),
      '67% ~ 60%',
    ],
    [
      'of one total, where the other is that of the population',
      share('total: 48, percent: 67', smith),
      share('percent: 60', review),
      '67% ~ 60%',
    ],
  ])('explains a difference: %s', (_, a, b, values) => {
    expect(told([a, b], sized(53))).toEqual([`figure: ${values} (denominator)`]);
  });
  it.each([
    ['is the same', share('events: 32, total: 53', smith), share('percent: 67', review), '32/53 ~ 67%'],
    [
      'is another, but no number of patients gives both',
      share('events: 23, percent: 44', smith),
      share('percent: 48', review),
      '44% ~ 48%',
    ],
    [
      'is known of one only',
      share('events: 32, percent: 60', smith),
      share('percent: 67', review),
      '60% ~ 67%',
    ],
  ])('explains nothing where it %s', (_, a, b, values) => {
    expect(told([a, b], sized(53))).toEqual([`figure: ${values} (unexplained)`]);
  });
});

describe('the data cut-off', () => {
  const lines = [median('value: 7.7', smith), median('value: 8.1', update)];
  const dates = (first: string, second: string) => ({
    'kind: primary': `kind: primary\n    dataCutoff: ${first}`,
    'kind: update': `kind: update, dataCutoff: ${second}`,
  });
  const followUp = (figures: string, by: string) => `kind: follow-up, endpoint: os, ${figures}, ${by}`;

  it('explains a difference where both reports print theirs, and not the same', () => {
    expect(told(lines, dates('2019-06-30', '2022-06-30'))).toEqual(['figure: 7.7 ~ 8.1 (data cut)']);
    expect(told(lines, dates('2019-06-30', '2019-06-30'))).toEqual(['figure: 7.7 ~ 8.1 (unexplained)']);
    expect(told(lines, { 'kind: update': 'kind: update, dataCutoff: 2022-06-30' })).toEqual([
      'figure: 7.7 ~ 8.1 (unexplained)',
    ]);
  });

  it.each([
    ['that differ', 'value: 12, unit: months', 'value: 30, unit: months', 'data cut'],
    ['in other units', 'value: 405, unit: days', 'value: 33, unit: months', 'data cut'],
    ['that are the same in other units', 'value: 2, unit: years', 'value: 24, unit: months', 'unexplained'],
    [
      'of another statistic',
      'value: 12, unit: months',
      'value: 30, unit: months, statistic: maximum',
      'unexplained',
    ],
    ['with an inequality', 'value: "≥6", unit: months', 'value: 30, unit: months', 'unexplained'],
    [
      'of different arms',
      'value: 12, unit: months, arm: new',
      'value: 30, unit: months, arm: old',
      'unexplained',
    ],
  ])('is known from follow-ups %s', (_, first, second, reason) => {
    expect(told([...lines, followUp(first, smith), followUp(second, update)])).toContain(
      `figure: 7.7 ~ 8.1 (${reason})`,
    );
  });

  it('is none between a review and a report, or two places where one report was read', () => {
    const changes = {
      ...dates('2019-06-30', '2022-06-30'),
      'read: full-text}]': 'read: full-text}, {id: b, url: "https://j.example/2", read: slides}]',
    };
    expect(told([median('value: 7.7', update), median('value: 8.1', review)], changes)).toEqual([
      'figure: 7.7 ~ 8.1 (unexplained)',
    ]);
    expect(
      told([median('value: 7.7, source: paper', smith), median('value: 8.1, source: b', smith)], changes),
    ).toEqual(['figure: 7.7 ~ 8.1 (unexplained)']);
  });
});

describe('a report that prints two figures, told apart by their definitions', () => {
  const censored = hr('estimate: 0.59, definition: Censored at transplantation', smith);
  it('is not in dispute with another report that repeats one of them', () => {
    expect(told([hr('estimate: 0.66', smith), censored, hr('estimate: 0.66', update)])).toEqual([]);
    expect(told([hr('estimate: 0.66', smith), censored, hr('estimate: 0.59', review)])).toEqual([]);
  });
  it('is in dispute with one that prints a third', () => {
    expect(told([hr('estimate: 0.66', smith), censored, hr('estimate: 0.7', update)])).toHaveLength(2);
  });
});

describe('a time that only one of a review and the report it cites prints', () => {
  const at = 'at: {value: 1, unit: months}';
  const counted = (figures: string, by: string) => share(figures, by);
  it.each([
    [
      'the review leaves it out',
      [counted(`events: 11, total: 12, ${at}`, smith), counted('events: 9, total: 12', review)],
    ],
    [
      'the review adds it',
      [counted('events: 2, total: 2', smith), counted(`events: 1, total: 2, ${at}`, review)],
    ],
  ])('does not keep their figures apart: %s', (_, lines) => {
    expect(told(lines)).toHaveLength(1);
  });
  const later = 'at: {value: 6, unit: months}';
  it.each([
    [
      'where the report counts at several times',
      [
        counted(`percent: 90, ${at}`, smith),
        counted(`percent: 60, ${later}`, smith),
        counted('percent: 50', review),
      ],
    ],
    [
      'where both print one',
      [counted(`percent: 90, ${at}`, smith), counted(`percent: 60, ${later}`, review)],
    ],
    ['between two reports', [counted(`percent: 90, ${at}`, smith), counted('percent: 50', update)]],
    [
      'of estimates over time',
      [
        `kind: median, endpoint: os, unit: months, value: 7, ${smith}`,
        `kind: landmark, endpoint: os, percent: 50, ${at}, ${review}`,
      ],
    ],
  ])('keeps them apart %s', (_, lines) => {
    expect(told(lines)).toEqual([]);
  });
});

describe('grades', () => {
  const graded = (grade: string, percent: number, by: string) =>
    `kind: adverse-event, endpoint: crs, grade: "${grade}", scale: unstated, percent: ${percent}, ${by}`;
  it.each([
    ['3-4', '3–4'],
    ['≥3', '>=3'],
    ['≥3', '3-5'],
    ['3', '3-3'],
  ])('written as %s and %s are one range', (first, second) => {
    expect(told([graded(first, 46, smith), graded(second, 24, review)])).toEqual([
      'figure: 46% ~ 24% (unexplained)',
    ]);
  });
  it('of other ranges are not held against each other', () => {
    expect(told([graded('≥3', 46, smith), graded('3-4', 24, review)])).toEqual([]);
  });
});
