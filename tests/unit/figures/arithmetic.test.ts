import { describe, expect, it } from 'vitest';
import { checkBase, codesOn, sayOf } from './helpers.ts';

const share = (events: string | number, total: string | number, percent: string | number) =>
  `{kind: proportion, events: ${events}, total: ${total}, percent: ${percent}}`;

describe('a percentage that follows from its counts', () => {
  const rows: [what: string, events: number, total: number, percent: string][] = [
    ['rounded up', 58, 59, '98'],
    ['rounded down', 53, 59, '90'],
    ['of sixty-five', 64, 65, '98'],
    ['without a remainder', 39, 65, '60'],
    ['again of sixty-five', 62, 65, '95'],
    ['of fifty-three', 14, 53, '26'],
    ['two thirds of a unit up', 8, 30, '27'],
    ['with a decimal', 4, 12, '33.3'],
    ['with two decimals', 4, 12, '33.33'],
    ['with a trailing zero', 39, 65, '60.0'],
    ['none', 0, 47, '0'],
    ['all', 47, 47, '100'],
    ['half a unit, rounded up', 1, 8, '13'],
    ['half a unit, rounded to even', 1, 8, '12'],
    ['half a unit of a decimal', 1, 16, '6.3'],
    ['half a unit of a decimal, down', 1, 16, '6.2'],
    ['of many', 99_999, 100_000, '100'],
    ['one of one', 1, 1, '100'],
  ];
  const said = sayOf(
    'arithmetic',
    rows.map(([, ...figures]) => share(...figures)),
  );
  it.each(rows.map((row, i) => [...row, i] as const))('%s: %d/%d = %s%%', (_, _x, _n, _p, i) => {
    expect(codesOn(said, i)).toEqual([]);
  });
});

describe('a percentage that does not', () => {
  const rows: [events: number, total: number, percent: string, expected: string][] = [
    [58, 59, '97', '98.3%'],
    [58, 59, '99', '98.3%'],
    [53, 59, '91', '89.8%'],
    [4, 12, '33.4', '33.33%'],
    [39, 65, '60.1', '60.00%'],
    [0, 47, '1', '0.0%'],
    [46, 47, '100', '97.9%'],
    [18, 21, '58.7', '85.71%'],
    [1, 8, '14', '12.5%'],
  ];
  const said = sayOf(
    'arithmetic',
    rows.map(([events, total, percent]) => share(events, total, percent)),
  );
  it.each(rows.map((row, i) => [...row, i] as const))(
    '%d/%d is not %s%% but %s',
    (events, total, percent, expected, i) => {
      const [found, ...others] = said.get(`f${i}`)!;
      expect(others).toEqual([]);
      expect(found).toMatchObject({
        code: 'arithmetic/percent',
        severity: 'error',
        actual: `${percent}%`,
        expected,
      });
      expect(found!.message).toContain(`${events}/${total} is ${expected}`);
      expect(found!.message).toContain(`${percent}% could not be reproduced`);
    },
  );
});

describe('a percentage whose digits are cut off', () => {
  const cut: [number, number, string][] = [
    [24, 34, '70.5'],
    [2, 3, '66'],
    [2, 3, '66.6'],
    [1, 3, '33.3'],
  ];
  const said = sayOf(
    'arithmetic',
    cut.map((row) => share(...row)),
  );
  it.each(cut.slice(0, 3).map((row, i) => [...row, i] as const))(
    '%d/%d = %s%% is a note, not an error',
    (_x, _n, percent, i) => {
      expect(said.get(`f${i}`)).toMatchObject([
        { code: 'arithmetic/truncated', severity: 'note', actual: `${percent}%` },
      ]);
    },
  );
  it('is no note where it is rounded as well', () => {
    expect(codesOn(said, 3)).toEqual([]);
  });
});

describe('a percentage without its events', () => {
  const of = (total: number | string, percent: string) =>
    `{kind: proportion, total: ${total}, percent: ${percent}}`;
  const rows: [possible: boolean, fact: string][] = [
    [true, of(59, '98')],
    [true, of(12, '33.3')],
    [true, of(34, '70.5')], // 24/34, cut off
    [true, of(8, '12')],
    [true, of(8, '13')],
    [true, of(100, '37')], // whole percents say nothing of a hundred patients
    [true, of(1000, '37.4')],
    [true, of(163, '0')],
    [true, of(163, '100')],
    [true, of(21, '">90"')], // an inequality can be met
    [false, of(4, '33')],
    [false, of(12, '34')],
    [false, of(59, '99')],
    [false, of(7, '50')],
    [false, of(100, '37.5')],
    [true, '{kind: landmark, percent: 33, at: {value: 1, unit: years}, endpoint: os}'], // Kaplan–Meier, never asked
    [true, '{kind: adverse-event, endpoint: crs, grade: any, scale: unstated, total: 75, percent: 77}'],
    [false, '{kind: adverse-event, endpoint: crs, grade: any, scale: unstated, total: 5, percent: 77}'],
  ];
  const said = sayOf(
    'arithmetic',
    rows.map(([, fact]) => fact),
  );
  it.each(rows.map(([possible, fact], i) => [fact, possible ? 'possible' : 'not possible', i] as const))(
    '%s is %s',
    (_, verdict, i) => {
      expect(codesOn(said, i)).toEqual(verdict === 'possible' ? [] : ['arithmetic/grim']);
    },
  );

  it('that cannot be is a warning with the nearest that can', () => {
    expect(said.get('f10')).toMatchObject([
      {
        severity: 'warning',
        message: 'no whole number of 4 patients gives 33%',
        expected: 'such as 1/4 = 25.0%',
      },
    ]);
  });
});

describe('a part', () => {
  const rows: [code: string[], fact: string][] = [
    [[], '{kind: proportion, events: 21, total: 21}'],
    [['arithmetic/parts'], '{kind: proportion, events: 22, total: 21}'],
    [
      ['arithmetic/parts'],
      '{kind: proportion, events: 59, total: 58, interval: {level: 95, low: 90.9, high: 99.9}}',
    ],
    [[], '{kind: count, value: 8, unit: patients, total: 21}'],
    [['arithmetic/parts'], '{kind: count, value: 22, unit: patients, total: 21}'],
    [[], '{kind: count, value: 137, unit: episodes, total: 77}'], // one patient can have several
    [[], '{kind: proportion, events: "<5", total: 4}'],
    [
      ['arithmetic/parts'],
      '{kind: adverse-event, endpoint: crs, grade: any, scale: unstated, events: 9, total: 8}',
    ],
  ];
  const said = sayOf(
    'arithmetic',
    rows.map(([, fact]) => fact),
  );
  it.each(rows.map(([codes, fact], i) => [fact, codes, i] as const))('%s → %j', (_, codes, i) => {
    expect(codesOn(said, i)).toEqual(codes);
  });
  it('that is larger than its whole is told with both numbers', () => {
    expect(said.get('f1')).toMatchObject([
      { severity: 'error', message: '22 of 21 patients cannot be', expected: 'at most 21' },
    ]);
  });
});

describe('the denominator of a fact', () => {
  const population = '- {id: all, kind: randomised, label: All, n: {new: 21, old: 20}';
  const ofSmith = { [population]: `${population}, report: smith-2020, locator: table 1` };
  const on = (facts: string[], changes = ofSmith) => {
    const said = sayOf('arithmetic', facts, changes);
    return facts.map((_, i) => codesOn(said, i));
  };
  const ask = (more: string) => `{kind: proportion, percent: 100, ${more}}`;

  it('is that of its population, arm by arm, in the same report', () => {
    expect(on([ask('events: 21, total: 21, arm: new'), ask('events: 20, total: 20, arm: old')])).toEqual([
      [],
      [],
    ]);
    expect(on([ask('events: 20, total: 20, arm: new')])).toEqual([['arithmetic/denominator']]);
  });

  it('may be another in another report: that is for the ledger', () => {
    expect(on([ask('events: 20, total: 20, arm: new, report: smith-2023')])).toEqual([[]]);
  });

  it('is not compared where nobody says which of several reports counted the population', () => {
    expect(on([ask('events: 20, total: 20, arm: new')], {} as typeof ofSmith)).toEqual([[]]);
  });

  it('of a count of patients is asked about too', () => {
    const count = (total: number) => `{kind: count, value: 3, unit: patients, total: ${total}, arm: new}`;
    expect(on([count(21), count(22), count(22).replace('patients', 'infusions')])).toEqual([
      [],
      ['arithmetic/denominator'],
      [],
    ]);
  });

  it('is the number of the evaluable among the evaluable', () => {
    const named = { [population]: ofSmith[population]!.replace('kind: randomised', 'kind: evaluable') };
    const count = (value: string, more = '') =>
      `{kind: count, endpoint: evaluable, unit: patients, value: ${value}, arm: new${more}}`;
    expect(
      on(
        [
          count('21'),
          count('20'),
          count('">20"'),
          count('20', ', report: smith-2023'),
          count('20').replace('endpoint: evaluable', 'endpoint: age'),
          count('20').replace('unit: patients', 'unit: centres'),
        ],
        named as typeof ofSmith,
      ),
    ).toEqual([[], ['arithmetic/denominator'], [], [], [], []]);
  });

  it('is told with both numbers', () => {
    const { findings } = checkBase('- {id: cr, kind: proportion, events: 18, total: 19, arm: new}', ofSmith);
    expect(findings).toMatchObject([
      { code: 'arithmetic/denominator', severity: 'error', fact: 'cr', actual: '19', expected: '21' },
    ]);
  });
});
