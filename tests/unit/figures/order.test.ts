import { describe, expect, it } from 'vitest';
import { checkBase } from './helpers.ts';

/** The codes of the family that a few facts raise together, with the facts they are told of. */
function orderOf(lines: string[], changes?: Record<string, string>): string[] {
  return checkBase(lines.map((line, i) => `- {id: f${i}, ${line}}`).join('\n'), changes).findings.flatMap(
    ({ code, fact }) => (code.startsWith('order/') ? [`${code} ${fact ?? ''}`.trim()] : []),
  );
}

const share = (endpoint: string, percent: string, more = '') =>
  `kind: proportion, endpoint: ${endpoint}, percent: ${percent}${more && `, ${more}`}`;
const rate = (endpoint: string, percent: string, years: number | string, more = '') =>
  `kind: landmark, endpoint: ${endpoint}, percent: ${percent}, at: {value: ${years}, unit: years}${more && `, ${more}`}`;
const median = (endpoint: string, value: string, more = '') =>
  `kind: median, endpoint: ${endpoint}, value: ${value}, unit: months${more && `, ${more}`}`;

const event = (endpoint: string, grade: string, percent: string, more = '') =>
  `kind: adverse-event, endpoint: ${endpoint}, grade: "${grade}", scale: ctcae-4, percent: ${percent}${more && `, ${more}`}`;

describe('a narrower endpoint', () => {
  it.each([
    ['CR ≤ CR/CRi', [share('cr', '60'), share('cr-cri', '80.7')]],
    ['CR = CR/CRi', [share('cr', '80'), share('cr-cri', '80')]],
    ['80.5 may round to 80 or 81', [share('cr', '80.5'), share('cr-cri', '80')]],
    ['CR/CRi ≤ ORR', [share('cr-cri', '80'), share('orr', '81')]],
    ['EFS ≤ OS at a time', [rate('efs', '50', 2), rate('os', '60', 2)]],
    ['EFS early, OS late', [rate('efs', '70', 1), rate('os', '60', 2)]],
    ['EFS ≤ OS in the median', [median('efs', '5.0'), median('os', '7.7')]],
    ['an inequality', [share('cr', '">90"'), share('cr-cri', '80')]],
    ['another arm', [share('cr', '90', 'arm: new'), share('cr-cri', '80', 'arm: old')]],
    ['another population', [share('cr', '90'), share('cr-cri', '80', 'population: young')]],
    ['another report', [share('cr', '90'), share('cr-cri', '80', 'report: smith-2023')]],
    ['another denominator', [share('cr', '90', 'total: 10'), share('cr-cri', '80', 'total: 20')]],
    [
      'another definition: censored at transplantation',
      [rate('efs', '70', 2, 'definition: Censored'), rate('os', '60', 2)],
    ],
    ['80.4 printed as 80.4 and as 80', [share('cr', '80.4'), share('cr-cri', '80')]],
    ['a mean beside a median', [median('efs', '9.0', 'statistic: mean'), median('os', '7.7')]],
    ['months beside days', [median('efs', '90').replace('months', 'days'), median('os', '7.7')]],
    [
      'any grade of the narrower, a high grade of the wider',
      [event('icans', 'any', '40'), event('neurotoxicity', '≥3', '20')],
    ],
    ['no order between them', [share('relapse', '90'), share('orr', '20')]],
  ])('is not more frequent: %s', (_, lines) => {
    expect(orderOf(lines)).toEqual([]);
  });

  it.each([
    ['CR > CR/CRi', [share('cr', '81.7'), share('cr-cri', '80.7')]],
    [
      'by counts alone',
      [
        share('cr', '90').replace('percent: 90', 'events: 19, total: 21'),
        share('cr-cri', '80', 'total: 21, events: 17'),
      ],
    ],
    ['CR/CRi > ORR', [share('cr-cri', '82'), share('orr', '81')]],
    ['80.6 cannot round to 80', [share('cr', '80.6'), share('cr-cri', '80')]],
    ['EFS > OS at a time', [rate('efs', '70', 2), rate('os', '60', 2)]],
    ['EFS > OS in the median', [median('efs', '9.0'), median('os', '7.7')]],
    ['a grade within those of the wider', [event('icans', '≥3', '40'), event('neurotoxicity', 'any', '20')]],
    [
      'of one definition',
      [share('cr', '90', 'definition: Day 28'), share('cr-cri', '80', 'definition: Day 28')],
    ],
  ])('that is more frequent is an error: %s', (_, lines) => {
    expect(orderOf(lines)).toEqual(['order/endpoints f0']);
  });

  it('is told with both figures and the other fact', () => {
    const [found] = checkBase(
      `- {id: a, ${share('cr', '81.7')}}\n- {id: b, ${share('cr-cri', '80.7')}}`,
    ).findings;
    expect(found).toMatchObject({
      severity: 'error',
      message: 'cr (81.7%) exceeds cr-cri (80.7%) in the same patients',
      actual: '81.7',
      expected: 'at most 80.7',
    });
    expect(found!.help).toContain('b is the other');
  });
});

describe('events of a high grade', () => {
  const crs = (grade: string, percent: string, more = '') => event('crs', grade, percent, more);

  it.each([
    ['≥3 within any', [crs('≥3', '46'), crs('any', '77')]],
    ['as many as all', [crs('≥3', '77'), crs('any', '77')]],
    ['4 within 3-4', [crs('4', '10'), crs('3-4', '46')]],
    ['severe within any', [crs('severe', '46'), crs('any', '77')]],
    ['severe and ≥3 are the same grades', [crs('severe', '46'), crs('≥3', '40')]],
    ['grades beside each other', [crs('1-2', '60'), crs('3-4', '20')]],
    ['grades that only touch', [crs('2-3', '60'), crs('3-4', '20')]],
    ['another scale', [crs('≥3', '46'), crs('any', '40').replace('ctcae-4', 'unstated')]],
    ['another event', [crs('≥3', '46', 'term: Fever'), crs('any', '40', 'term: Chills')]],
    ['an unstated grade', [crs('≥3', '46'), crs('unstated', '40')]],
    ['another denominator', [crs('≥3', '50', 'total: 10'), crs('any', '45', 'total: 20')]],
    ['rounding', [crs('≥3', '45.5'), crs('any', '45')]],
  ])('are not more frequent: %s', (_, lines) => {
    expect(orderOf(lines)).toEqual([]);
  });

  it.each([
    ['≥3 above any', [crs('≥3', '78'), crs('any', '77')]],
    ['4 above 3-4', [crs('4', '50'), crs('3-4', '46')]],
    ['severe above any', [crs('severe', '78'), crs('any', '77')]],
    ['4 above severe', [crs('4', '47'), crs('severe', '46')]],
    [
      'by counts alone',
      [
        crs('≥3', '1').replace('percent: 1', 'events: 5, total: 9'),
        crs('any', '1').replace('percent: 1', 'events: 4, total: 9'),
      ],
    ],
  ])('that are more frequent are an error: %s', (_, lines) => {
    expect(orderOf(lines)).toEqual(['order/grades f0']);
  });

  it('are told with both figures', () => {
    const [found] = checkBase(
      `- {id: a, ${crs('≥3', '78')}}\n- {id: b, ${crs('any', '77')}}`,
    ).findings.filter(({ code }) => code === 'order/grades');
    expect(found).toMatchObject({
      severity: 'error',
      message: 'grade ≥3 (78%) is more frequent than grade any (77%)',
      expected: 'at most 77%',
    });
  });
});

describe('survival', () => {
  const months = (percent: string, value: number) => rate('os', percent, value).replace('years', 'months');

  it.each([
    ['falls', [rate('os', '79', 1), rate('os', '59', 2)]],
    ['stays', [rate('os', '79', 1), rate('os', '79', 2)]],
    ['stays within rounding', [rate('os', '79', 1), rate('os', '79.5', 2)]],
    ['is printed twice for one time', [rate('os', '60', 2), rate('os', '62', 2)]],
    ['is printed for 12 months and for 1 year', [months('60', 12), rate('os', '62', 1)]],
    ['of another definition', [rate('os', '60', 1), rate('os', '62', 2, 'definition: Censored')]],
    ['of another report', [rate('os', '60', 1), rate('os', '62', 2, 'report: smith-2023')]],
    [
      'that is not at a time',
      [rate('os', '60', 1), rate('os', '62', 2).replace('years}', 'years, basis: median-follow-up}')],
    ],
    ['is not relapse, which rises', [rate('relapse', '20', 1), rate('relapse', '30', 2)]],
  ])('may be what it is where it %s', (_, lines) => {
    expect(orderOf(lines)).toEqual([]);
  });

  it.each([
    ['in order', [rate('os', '60', 1), rate('os', '62', 2)], 'f1'],
    ['out of order', [rate('os', '62', 2), rate('os', '60', 1)], 'f0'],
    ['across units', [months('60', 6), rate('os', '62', 1)], 'f1'],
    [
      'past a time that is printed twice',
      [rate('os', '60', 1), rate('os', '55', 2), rate('os', '50', 2), rate('os', '58', 3)],
      'f3',
    ],
  ])('that rises is an error: %s', (_, lines, fact) => {
    expect(orderOf(lines)).toEqual([`order/time ${fact}`]);
  });

  it('is told with both figures', () => {
    const [found] = checkBase(
      `- {id: a, ${rate('os', '60', 1)}}\n- {id: b, ${rate('os', '62', 2)}}`,
    ).findings;
    expect(found).toMatchObject({
      severity: 'error',
      message: 'os rises from 60% to 62% with time',
      expected: 'at most 60%',
    });
  });
});

describe('a population', () => {
  const all = '- {id: all, kind: randomised, label: All, n: {new: 21, old: 20}}';
  const young = '- {id: young, kind: subgroup, label: The young, of: all}';
  const sized = (n: string, whole = '{new: 21, old: 20}', reports = ['', '']) => ({
    [all]: all.replace('{new: 21, old: 20}', `${whole}${reports[1] && `, report: ${reports[1]}`}`),
    [young]: young.replace('of: all', `of: all, n: ${n}${reports[0] && `, report: ${reports[0]}`}`),
  });
  const fact = ['kind: count, value: 1, unit: patients'];

  it.each([
    ['as large', '41', '41'],
    ['smaller', '40', '41'],
    ['a number of a sum', '41', '{new: 21, old: 20}'],
    ['a sum of a number', '{new: 21, old: 20}', '41'],
    ['arm by arm', '{new: 21, old: 20}', '{new: 21, old: 20}'],
    ['two arms of which one is known', '{new: 21, old: 20}', '{new: 21}'],
    ['a number of one arm', '30', '{new: 21}'],
  ])('is not larger than the one it is part of: %s', (_, n, whole) => {
    expect(orderOf(fact, sized(n, whole))).toEqual([]);
  });

  it.each([
    ['numbers', '42', '41', '42 patients, more than the 41'],
    ['a number of a sum', '42', '{new: 21, old: 20}', '42 patients, more than the 41'],
    ['a sum of a number', '{new: 21, old: 20}', '40', '41 patients, more than the 40'],
    ['one arm', '{new: 22, old: 10}', '{new: 21, old: 20}', '22 patients, more than the 21'],
  ])('that is larger is an error: %s', (_, n, whole, told) => {
    const { findings } = checkBase('- {id: a, kind: count, value: 1, unit: patients}', sized(n, whole));
    expect(findings).toMatchObject([{ code: 'order/populations', severity: 'error' }]);
    expect(findings[0]!.message).toContain(`young has ${told} of all`);
  });

  it('may have grown in a later report', () => {
    expect(orderOf(fact, sized('45', '41', ['smith-2023', 'smith-2020']))).toEqual([]);
    expect(orderOf(fact, sized('45', '41', ['smith-2023', 'smith-2023']))).toEqual(['order/populations']);
  });
});

describe('responders told of residual disease', () => {
  const young = '- {id: young, kind: subgroup, label: The young, of: all}';
  const sized = (more: string) => ({
    [young]: `- {id: young, kind: responders, label: In remission, of: all${more}}`,
  });
  const mrd = (figures: string, more = '') =>
    `kind: proportion, endpoint: mrd, population: young, ${figures}${more}`;
  const cr = (figures: string, more = '') => `kind: proportion, endpoint: cr-cri, ${figures}${more}`;

  it.each([
    ['all of them', [mrd('events: 15, total: 18'), cr('events: 18, total: 21')]],
    ['some of them', [mrd('events: 15, total: 16'), cr('events: 18, total: 21')]],
    [
      'those of the wider response',
      [
        mrd('events: 15, total: 20'),
        cr('events: 18, total: 21'),
        share('orr', '95.2', 'events: 20, total: 21'),
      ],
    ],
    [
      'those of a larger cut',
      [
        mrd('events: 15, total: 20'),
        cr('events: 18, total: 21'),
        cr('events: 30, total: 41, definition: Final'),
      ],
    ],
    ['as many as the percentage stands for', [mrd('events: 15, total: 18'), cr('percent: 85.7, total: 21')]],
    [
      'of another arm',
      [mrd('events: 15, total: 20', ', arm: new'), cr('events: 18, total: 21', ', arm: old')],
    ],
    [
      'of another report',
      [mrd('events: 15, total: 20'), cr('events: 18, total: 21', ', report: smith-2023')],
    ],
    [
      'beside a response whose number is not told',
      [mrd('events: 15, total: 20'), cr('events: 18, total: 21'), share('orr', '95')],
    ],
    ['without a denominator', [mrd('percent: 80'), cr('events: 18, total: 21')]],
    ['of residual disease only', [mrd('events: 15, total: 20')]],
  ])('may be %s', (_, lines) => {
    expect(orderOf(lines, sized(''))).toEqual([]);
  });

  it.each([
    ['by the denominator', [mrd('events: 15, total: 19'), cr('events: 18, total: 21')], ''],
    ['by the events alone', [mrd('events: 19'), cr('events: 18, total: 21')], ''],
    [
      'by the size of the population',
      [mrd('percent: 80'), cr('events: 18, total: 21')],
      ', n: 19, report: smith-2020',
    ],
    ['by what the percentage stands for', [mrd('events: 15, total: 19'), cr('percent: 85.7, total: 21')], ''],
  ])('are too many %s', (_, lines, size) => {
    expect(orderOf(lines, sized(size))).toEqual(['order/responders f0']);
  });

  it('are a warning with both numbers', () => {
    const facts = `- {id: a, ${mrd('events: 15, total: 19')}}\n- {id: b, ${cr('events: 18, total: 21')}}`;
    expect(checkBase(facts, sized('')).findings).toMatchObject([
      { code: 'order/responders', severity: 'warning', actual: '19', expected: 'at most 18' },
    ]);
  });

  it('are not asked about where all patients are the denominator', () => {
    expect(
      orderOf([mrd('events: 20, total: 21').replace('population: young, ', ''), cr('events: 18, total: 21')]),
    ).toEqual([]);
  });
});
