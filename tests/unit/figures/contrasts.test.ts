import { describe, expect, it } from 'vitest';
import { checkBase, codesOn, sayOf } from './helpers.ts';

const sides = 'arm: new, comparator: old';
const hr = (estimate: string, level: number, low: string, high: string, more = '') =>
  `{kind: contrast, endpoint: os, measure: HR, ${sides}, estimate: ${estimate}, interval: {level: ${level}, low: ${low}, high: ${high}}${more && `, ${more}`}}`;

/** Rows of a table of facts and the codes that each must raise. */
type Rows = [codes: string[], fact: string][];
const tableOf = (rows: Rows) => ({
  said: sayOf(
    'contrasts',
    rows.map(([, fact]) => fact),
  ),
  cases: rows.map(([codes, fact], i) => [fact, codes, i] as const),
});

describe('a ratio in the middle of its interval', () => {
  const { said, cases } = tableOf([
    [[], hr('0.45', 97.5, '0.34', '0.61')],
    [[], hr('0.66', 95, '0.45', '0.98')],
    [[], hr('0.77', 97.5, '0.58', '1.03')],
    [[], hr('0.52', 95, '0.31', '0.89')],
    [[], hr('0.70', 95, '0.46', '1.07')],
    [[], hr('2', 95, '1', '4')],
    [[], hr('2', 95, '1', '12')], // √(0.5 · 11.5) = 2.40, which rounds to 2
    [['contrasts/symmetry'], hr('2', 95, '1', '14')], // √(0.5 · 13.5) = 2.60
    [['contrasts/symmetry'], hr('0.45', 97.5, '0.34', '0.91')],
    [['contrasts/symmetry'], hr('0.54', 97.5, '0.34', '0.61')],
    [[], hr('0.5', 97.5, '0.34', '0.61')],
    [['contrasts/symmetry'], hr('0.44', 97.5, '0.34', '0.61')],
    [[], hr('0.04', 95, '0.0', '0.6')], // a limit printed as 0.0 says nothing of logarithms
    [[], hr('0.20', 95, '"<0.10"', '0.90')],
    [[], hr('"<0.40"', 95, '0.10', '0.90')],
    [[], hr('2.0', 95, '1.1', 'not-reached')],
    [[], hr('0.54', 97.5, '0.34', '0.61').replace('level', 'kind: credible, level')],
    [[], hr('0.54', 97.5, '0.34', '0.61').replace('measure: HR', 'measure: risk-difference')],
    [['contrasts/symmetry'], hr('0.54', 97.5, '0.34', '0.61').replace('measure: HR', 'measure: OR')],
    [
      ['contrasts/symmetry'],
      '{kind: association, factor: age, direction: negative, measure: RR, estimate: 3.0, interval: {level: 95, low: 1.2, high: 3.4}}',
    ],
  ]);
  it.each(cases)('%s → %j', (_, codes, i) => {
    expect(codesOn(said, i)).toEqual(codes);
  });
  it('is told otherwise with all three numbers', () => {
    expect(said.get('f8')).toMatchObject([
      {
        severity: 'warning',
        message: '0.45 is not the middle of 0.34–0.91 on the log scale, even within rounding',
        actual: '0.45 (0.34–0.91)',
        expected: 'about 0.56 in the middle',
      },
    ]);
  });
});

describe('a P value beside a ratio', () => {
  const p = (value: string, sides?: number) =>
    sides ? `p: {printed: "${value}", sides: ${sides}}` : `p: "${value}"`;
  const { said, cases } = tableOf([
    [[], hr('0.45', 97.5, '0.34', '0.61', p('<0.001'))],
    [[], hr('0.66', 95, '0.45', '0.98', p('<0.05'))],
    [[], hr('0.66', 95, '0.45', '0.98', p('0.04'))],
    [[], hr('0.70', 95, '0.46', '1.07', p('0.10'))],
    [[], hr('0.70', 95, '0.46', '1.07', p('>0.05'))],
    [[], hr('0.70', 95, '0.46', '1.07', p('NS'))],
    [[], hr('0.77', 97.5, '0.58', '1.03', p('0.04'))],
    [[], hr('0.77', 97.5, '0.58', '1.03', p('0.0203', 1))],
    [[], hr('0.75', 97.5, '0.57', '0.99', p('.0105', 1))],
    [['contrasts/one-sided'], hr('0.77', 97.5, '0.58', '1.03', p('0.0203'))],
    [['contrasts/p-value'], hr('0.77', 97.5, '0.58', '1.03', p('0.0203', 2))],
    [['contrasts/p-value'], hr('0.77', 97.5, '0.58', '1.03', p('0.001'))],
    [['contrasts/p-value'], hr('0.77', 97.5, '0.58', '1.03', p('<0.001'))],
    [['contrasts/p-value'], hr('0.45', 97.5, '0.34', '0.61', p('0.04'))],
    [['contrasts/p-value'], hr('0.45', 97.5, '0.34', '0.61', p('>0.05'))],
    [['contrasts/p-value'], hr('1.50', 95, '1.10', '2.05', p('0.995'))],
    // The level decides: at 95 % the same limits imply a larger z.
    [[], hr('0.77', 95, '0.58', '1.03', p('0.08'))],
    [['contrasts/p-value'], hr('0.77', 97.5, '0.58', '1.03', p('0.08'))],
    // One-sided in the other direction.
    [[], hr('1.50', 95, '1.10', '2.05', p('0.995', 1))],
    [[], hr('1.50', 95, '1.10', '2.05', p('>0.99', 1))],
    [['contrasts/p-value'], hr('1.50', 95, '1.10', '2.05', p('0.7', 1))],
    [[], hr('1.00', 95, '0.80', '1.25', p('1.0'))],
    [[], hr('1.00', 95, '0.80', '1.25', p('0.50', 1))],
    [[], hr('0.10', 95, '0.05', '0.20', p('0.000'))],
    // With one digit, 0.6 (0.4–1.0) says little of its P.
    [[], hr('0.6', 95, '0.4', '1.0', p('0.05'))],
    [[], hr('0.6', 95, '0.4', '1.0', p('0.01'))],
    [[], hr('0.77', 97.5, '0.58', '1.03', p('0.0203')).replace('level', 'kind: credible, level')],
  ]);
  it.each(cases)('%s → %j', (_, codes, i) => {
    expect(codesOn(said, i)).toEqual(codes);
  });

  it('of INO-VATE as a review prints it is named one-sided, with both values', () => {
    expect(said.get('f9')).toMatchObject([
      {
        severity: 'warning',
        message: 'P = 0.0203 fits the printed interval only as a one-sided P, and the report does not say so',
        actual: '0.0203',
        expected: 'a two-sided P, or the word one-sided',
      },
    ]);
  });
  it('that cannot be reproduced is told with the z that the interval implies', () => {
    const [found] = said.get('f11')!;
    expect(found).toMatchObject({ severity: 'warning', actual: '0.001' });
    expect(found!.message).toBe('P = 0.001 could not be reproduced from the printed estimate and interval');
    // R: log(0.77) / (log(1.03/0.58) / (2 * qnorm(0.9875))) is -2.04; rounding widens it.
    const [, low, high] = /^z between ([\d.]+) and ([\d.]+)$/.exec(found!.expected!)!;
    expect(Number(low)).toBeLessThan(2.04);
    expect(Number(high)).toBeGreaterThan(2.04);
    expect(Number(high) - Number(low)).toBeLessThan(0.3);
  });
});

describe('a conclusion', () => {
  const { said, cases } = tableOf([
    [[], hr('0.45', 97.5, '0.34', '0.61', 'favours: arm')],
    [[], hr('0.77', 97.5, '0.58', '1.03', 'favours: neither')],
    [['contrasts/conclusion'], hr('0.77', 97.5, '0.58', '1.03', 'favours: arm')],
    [['contrasts/conclusion'], hr('1.30', 97.5, '0.97', '1.72', 'favours: comparator')],
    [['contrasts/conclusion'], hr('0.45', 97.5, '0.34', '0.61', 'favours: neither')],
    // A limit printed as 1.00 may lie on either side of 1.
    [[], hr('0.72', 95, '0.52', '1.00', 'favours: arm')],
    [[], hr('0.72', 95, '0.52', '1.00', 'favours: neither')],
    [[], hr('1.39', 95, '1.00', '1.93', 'favours: comparator')],
    [[], hr('1.39', 95, '1.00', '1.93', 'favours: neither')],
    [[], hr('0.7', 95, '0.5', '1.0', 'favours: arm')],
    [['contrasts/conclusion'], hr('0.72', 95, '0.52', '1.01', 'favours: arm')],
    [['contrasts/conclusion'], hr('0.71', 95, '0.51', '0.99', 'favours: neither')],
    [[], hr('0.77', 97.5, '0.58', '1.03')],
  ]);
  it.each(cases)('%s → %j', (_, codes, i) => {
    expect(codesOn(said, i)).toEqual(codes);
  });
  it('against its interval is told with level and limits', () => {
    expect(said.get('f2')![0]).toMatchObject({
      severity: 'warning',
      message: 'the report calls this a difference, but its 97.5% interval 0.58–1.03 includes 1',
    });
    expect(said.get('f4')![0]!.message).toBe(
      'the report sees no difference, but its 97.5% interval 0.34–0.61 excludes 1',
    );
  });
});

describe('the P of two rates', () => {
  const at = 'at: {value: 3, unit: years}';
  const landmark = (id: string, population: string, percent: string, more = at) =>
    `- {id: ${id}, kind: landmark, endpoint: os, arm: new, population: ${population}, percent: ${percent}, ${more}}`;
  const compared = (p: string, more = `, ${at}`) =>
    `- {id: p, kind: contrast, endpoint: os, arm: new, population: low, versus: high, measure: p-only, p: ${p}${more}}`;
  const populations = {
    '- {id: all, kind: randomised, label: All, n: {new: 21, old: 20}}':
      '- {id: all, kind: treated, label: All, n: 59}\n  - {id: low, kind: subgroup, label: Low, of: all}\n  - {id: high, kind: subgroup, label: High, of: all}',
  };
  const codes = (lines: string[], changes: Record<string, string> = populations) =>
    checkBase(lines.join('\n'), changes).findings.flatMap(({ code }) =>
      code.startsWith('contrasts') ? [code] : [],
    );
  const [low, high] = [landmark('low', 'low', '82'), landmark('high', 'high', '64')];

  it('is told where no split of the patients can give it: 82% against 64% of 59, P = 0.96', () => {
    const { findings } = checkBase([low, high, compared('0.96')].join('\n'), populations);
    expect(findings).toMatchObject([
      {
        code: 'contrasts/landmark',
        severity: 'warning',
        fact: 'p',
        message:
          'two rates of 82% and 64% cannot give P = 0.96, however the 59 patients are split; a log-rank test of the whole curves may',
        actual: '0.96',
      },
    ]);
    expect(findings[0]!.expected).toMatch(/^at most 0\.\d\d$/);
  });

  it.each(['0.096', '0.12', '0.5', '"<0.05"', '">0.05"', '{printed: "0.96", sides: 1}'])('can be %s', (p) => {
    expect(codes([low, high, compared(p)])).toEqual([]);
  });

  it('is not judged by rates that round to the same, or nearly', () => {
    const rounded = (a: string, b: string, p: string) =>
      codes([landmark('a', 'low', a), landmark('b', 'high', b), compared(p)]);
    expect(rounded('64', '64', '0.99')).toEqual([]);
    expect(rounded('65', '64', '0.999')).toEqual([]); // 64.5 against 64.5
    expect(rounded('100', '100', '1.0')).toEqual([]);
    expect(rounded('66.0', '64.0', '0.999')).toEqual(['contrasts/landmark']);
    expect(rounded('82', '64', '0.9')).toEqual(['contrasts/landmark']);
  });

  it('is not judged by rates of another time, another report, or where several could be meant', () => {
    expect(
      codes([landmark('a', 'low', '82', 'at: {value: 1, unit: years}'), high, compared('0.96')]),
    ).toEqual([]);
    expect(codes([low.replace('}}', '}, report: smith-2023}'), high, compared('0.96')])).toEqual([]);
    expect(
      codes([
        low,
        landmark('low-censored', 'low', '65', `${at}, definition: Censored`),
        high,
        compared('0.96'),
      ]),
    ).toEqual([]);
    const later = 'at: {value: 5, unit: years}';
    const curves = [
      low,
      high,
      landmark('low-5', 'low', '60', later),
      landmark('high-5', 'high', '59', later),
    ];
    expect(codes([...curves, compared('0.96')])).toEqual(['contrasts/landmark']);
    expect(codes([...curves, compared('0.96', '')])).toEqual([]);
    expect(codes([low, high, compared('0.96', '')])).toEqual([]);
  });

  it('is not judged where the number of patients is not known, or too small to divide', () => {
    const unsized = { ...populations };
    for (const [from, to] of Object.entries(unsized))
      unsized[from as keyof typeof unsized] = to.replace(', n: 59', '');
    expect(codes([low, high, compared('0.96')], unsized)).toEqual([]);
    const [[from, to]] = Object.entries(populations) as [[string, string]];
    expect(codes([low, high, compared('0.96')], { [from]: to.replace('n: 59', 'n: 1') })).toEqual([]);
  });
});
