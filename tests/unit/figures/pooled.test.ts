import { describe, expect, it } from 'vitest';
import { evenScales } from '../../../src/stats/even.ts';
import { inSyntheses } from '../helpers/syntheses.ts';
import { checkBase } from './helpers.ts';

/** The codes of what is found in a base with these pooled results. */
const codesOf = (results: string, more?: string) =>
  checkBase('', {}, inSyntheses(results, more)).findings.map(({ code }) => code);
const ci = (low: number | string, high: number | string) =>
  `interval: {level: 95, low: ${low}, high: ${high}}`;

describe('what published syntheses print and can be', () => {
  it.each([
    [
      'a percentage in its interval',
      `- {id: a, measure: percent, estimate: 80, ${ci('75.5', '84.8')}, i2: 56.96}`,
    ],
    ['a share of one', `- {id: a, measure: share, estimate: 0.56, ${ci('0.45', '0.68')}}`],
    [
      'a share on the arcsine scale, near all',
      `- {id: a, measure: share, estimate: 0.87, ${ci('0.76', '0.96')}}`,
    ],
    ['a limit that reaches all', `- {id: a, measure: share, estimate: 0.94, ${ci('0.82', '1.00')}}`],
    ['nobody', '- {id: a, measure: percent, estimate: 0}'],
    [
      'a ratio against something',
      `- {id: a, measure: HR, estimate: 0.57, against: Chemotherapy, ${ci('0.43', '0.76')}}`,
    ],
    [
      'a median without an upper limit',
      `- {id: a, measure: median, estimate: 36.2, unit: months, ${ci('28.9', 'not-reached')}}`,
    ],
    ['a span of studies', '- {id: a, measure: percent, interval: {kind: range, low: 64.9, high: 100}}'],
    [
      'a prediction interval as wide as can be',
      `- {id: a, measure: percent, estimate: 89.0, ${ci('85.8', '92.2')}, prediction: {level: 95, low: 1.2, high: 99.9}}`,
    ],
    [
      'a prediction interval of another level',
      `- {id: a, measure: percent, estimate: 50, ${ci(40, 60)}, prediction: {level: 80, low: 41, high: 59}}`,
    ],
    [
      'counts that weights move a little',
      `- {id: a, measure: percent, estimate: 75, events: 195, total: 263, ${ci('66.9', '82.9')}}`,
    ],
    ['counts that were summed', '- {id: a, measure: percent, estimate: 61, events: 118, total: 195}'],
  ])('are not flagged: %s', (_, results) => {
    expect(codesOf(results)).toEqual([]);
  });

  it.each([
    ['a percentage above all', '- {id: a, measure: percent, estimate: 101}', 'pooled/bounds'],
    ['a ratio of nothing', '- {id: a, measure: OR, estimate: 0, against: Chemotherapy}', 'pooled/bounds'],
    [
      'a limit of a share above one',
      `- {id: a, measure: share, estimate: 0.9, ${ci('0.8', '1.1')}}`,
      'pooled/bounds',
    ],
    [
      'an estimate above its interval',
      `- {id: a, measure: share, estimate: 0.91, ${ci('0.47', '0.88')}}`,
      'intervals/order',
    ],
    [
      'a share of two groups',
      '- {id: a, measure: share, estimate: 0.12, against: Chemotherapy}',
      'pooled/sides',
    ],
    [
      'a ratio that is uneven',
      `- {id: a, measure: HR, against: X, estimate: 0.45, ${ci('0.34', '0.91')}}`,
      'contrasts/symmetry',
    ],
    [
      'a variance below nothing',
      '- {id: a, measure: percent, estimate: 50, tau2: -0.1}',
      'pooled/heterogeneity',
    ],
    [
      'summed counts that give another share',
      '- {id: a, measure: percent, estimate: 71, events: 118, total: 195}',
      'pooled/crude',
    ],
  ])('are flagged: %s', (_, results, code) => {
    expect(codesOf(results)).toEqual([code]);
  });

  it('are flagged where a result has more studies or patients than the whole', () => {
    const more = 'size: {studies: 3, patients: 100, locator: abstract}';
    expect(codesOf('- {id: a, measure: percent, estimate: 50, studies: 3, patients: 100}', more)).toEqual([]);
    expect(codesOf('- {id: a, measure: percent, estimate: 50, studies: 4, patients: 101}', more)).toEqual([
      'pooled/counts',
      'pooled/counts',
    ]);
  });

  it('stand as notes where a waiver says why', () => {
    const waived = 'waivers: [{check: pooled/bounds, reason: Printed so}]';
    const { findings } = checkBase(
      '',
      {},
      inSyntheses(`- {id: a, measure: share, estimate: 2.16, ${waived}}`),
    );
    expect(findings).toMatchObject([
      { code: 'pooled/bounds', severity: 'note', fact: 'a', waived: 'Printed so' },
    ]);
  });
});

describe('figures of a synthesis', () => {
  const index = (numbers: string) => ({
    'sources/jones.yaml': `of: jones-2022\ntitle: abstract\nsections: [{id: abstract, numbers: [${numbers}]}]\n`,
  });
  const result = `- {id: a, measure: percent, estimate: 80, ${ci('75.5', '84.8')}, i2: 56.96, studies: 35, trace: {estimate: 2, interval.level: 3, interval.low: 4, interval.high: 5, i2: 6, studies: 1}}`;
  const codes = (numbers: string, more = '') =>
    checkBase('', {}, { ...inSyntheses(result, more), ...index(numbers) }).findings.map(
      ({ code, message }) => `${code} ${message}`,
    );

  it('are traced to the text of the work that publishes it', () => {
    expect(codes('35, 80, 95, 75.5, 84.8, 56.96')).toEqual([]);
  });

  it.each([
    '36, 80, 95, 75.5, 84.8, 56.96',
    '35, 81, 95, 75.5, 84.8, 56.96',
    '35, 80, 95, 75.5, 84.8, 65.96',
  ])('are found wrong by one changed digit: %s', (numbers) => {
    expect(codes(numbers)).toMatchObject([expect.stringContaining('trace/figure')]);
  });

  it('have their numbers of studies and patients traced, number words too', () => {
    const size = (patients: number) =>
      `size: {studies: 10, patients: ${patients}, locator: abstract, trace: {studies: 7, patients: 8}}`;
    expect(codes('35, 80, 95, 75.5, 84.8, 56.96, ten, 194', size(194))).not.toContainEqual(
      expect.stringContaining('trace/'),
    );
    expect(codes('35, 80, 95, 75.5, 84.8, 56.96, ten, 194', size(149))).toContainEqual(
      expect.stringContaining('trace/figure patients is 149, but number 8 of abstract in the source is 194'),
    );
  });
});

describe('the scales on which a share lies in the middle of its interval', () => {
  // R: qlogis, asin(sqrt()), log; middle of 0.2 and 0.8 is 0.5 on all but log, where it is 0.4.
  const exactly = (value: number) => ({ low: value, high: value });
  it('are named', () => {
    expect(evenScales(exactly(0.5), exactly(0.2), exactly(0.8))).toContain('plain');
    expect(evenScales(exactly(0.4), exactly(0.2), exactly(0.8))).toEqual(['log']);
    const logit = (y: number) => 1 / (1 + Math.exp(-y));
    expect(evenScales(exactly(logit(1)), exactly(logit(0)), exactly(logit(2)))).toEqual(['logit']);
  });
  it('are none where no scale makes it so', () => {
    expect(evenScales(exactly(0.5), exactly(0.48), exactly(0.8))).toEqual([]);
  });
});
