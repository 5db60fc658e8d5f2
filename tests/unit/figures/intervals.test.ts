import { describe, expect, it } from 'vitest';
import { methodsThatFit } from '../../../src/checks/intervals.ts';
import { proportionMethods } from '../../../src/stats/proportion.ts';
import golden from '../../golden/proportions.json' with { type: 'json' };
import { codesOn, sayOf } from './helpers.ts';

/** Rows of a table of facts and the codes that each must raise. */
type Rows = [codes: string[], fact: string][];

describe('the order of an interval', () => {
  const of = (figures: string) => `{kind: proportion, ${figures}}`;
  const rows: Rows = [
    [[], of('percent: 98, interval: {level: 95, low: 90.9, high: 99.9}')],
    [[], of('percent: 0, interval: {level: 95, low: 0, high: 7.5}')],
    [[], of('percent: 100, interval: {level: 95, low: 92.5, high: 100}')],
    // The figure touches a limit within half a unit of either: 33 may be 33.4, 33.3 may be 33.34.
    [[], of('percent: 33, interval: {level: 95, low: 33.4, high: 60}')],
    [['intervals/order'], of('percent: 33, interval: {level: 95, low: 33.6, high: 60}')],
    [[], of('percent: 33.5, interval: {level: 95, low: 10, high: 33}')],
    [['intervals/order'], of('percent: 33.6, interval: {level: 95, low: 10, high: 33}')],
    [['intervals/order'], of('percent: 98, interval: {level: 95, low: 99.9, high: 90.9}')],
    [['intervals/order'], of('percent: 89, interval: {level: 95, low: 90.9, high: 99.9}')],
    // What is an inequality, or not reached, has no place in an order.
    [[], of('percent: "<5", interval: {level: 95, low: 0.1, high: 2.3}')],
    [[], of('percent: 5, interval: {level: 95, low: "<10", high: 20}')],
    [[], '{kind: median, value: 5.0, unit: months, interval: {level: 95, low: 3.7, high: 5.6}}'],
    [
      ['intervals/order'],
      '{kind: median, value: 5.0, unit: months, interval: {level: 95, low: 5.2, high: 5.6}}',
    ],
    [[], '{kind: median, value: 12.9, unit: months, interval: {level: 95, low: 8.7, high: not-reached}}'],
    [[], '{kind: median, value: 40, unit: years, endpoint: age, interval: {kind: range, low: 18, high: 59}}'],
    [
      ['intervals/order'],
      '{kind: median, value: 61, unit: years, endpoint: age, interval: {kind: range, low: 18, high: 59}}',
    ],
    [['intervals/order'], '{kind: median, value: 61, unit: days, interval: {kind: iqr, low: 18, high: 59}}'],
    [[], '{kind: median, statistic: mean, value: 60, unit: days, interval: {kind: iqr, low: 18, high: 59}}'],
    [
      [],
      '{kind: contrast, measure: risk-difference, estimate: -3, interval: {level: 95, low: -9.5, high: 3.5}, arm: new, comparator: old}',
    ],
    [
      ['intervals/order'],
      '{kind: contrast, measure: risk-difference, estimate: 13, interval: {level: 95, low: -9.5, high: 3.5}, arm: new, comparator: old}',
    ],
    [
      ['intervals/order'],
      '{kind: landmark, at: {value: 1, unit: years}, percent: 60, interval: {level: 95, low: 61.2, high: 70.1}}',
    ],
    [
      ['intervals/order'],
      '{kind: association, factor: age, direction: positive, measure: OR, estimate: 0.9, interval: {level: 95, low: 1.1, high: 2.0}}',
    ],
  ];
  const said = sayOf(
    'intervals',
    rows.map(([, fact]) => fact),
  );
  it.each(rows.map(([codes, fact], i) => [fact, codes, i] as const))('%s → %j', (_, codes, i) => {
    expect(codesOn(said, i).filter((code) => code === 'intervals/order')).toEqual(codes);
  });

  it('is told with the figure and both limits', () => {
    const [backwards] = said.get('f7')!;
    const [outside] = said.get('f8')!;
    expect(backwards).toMatchObject({
      severity: 'error',
      message: 'the interval begins at 99.9 and ends at 90.9',
    });
    expect(outside).toMatchObject({
      severity: 'error',
      message: 'the figure 89 lies outside its interval 90.9–99.9',
      actual: '89 (90.9–99.9)',
    });
  });
});

describe('the limits of a percentage', () => {
  const rows: Rows = [
    [[], '{kind: proportion, percent: 98, interval: {level: 95, low: 90.9, high: 100}}'],
    [[], '{kind: proportion, percent: 2, interval: {level: 95, low: 0.0, high: 5}}'],
    [['intervals/bounds'], '{kind: proportion, percent: 98, interval: {level: 95, low: 94.7, high: 101.3}}'],
    [['intervals/bounds'], '{kind: proportion, percent: 2, interval: {level: 95, low: -1.3, high: 5.3}}'],
    [
      ['intervals/bounds'],
      '{kind: landmark, at: {value: 1, unit: years}, percent: 98, interval: {level: 95, low: 94.7, high: 100.1}}',
    ],
    [
      ['intervals/bounds'],
      '{kind: adverse-event, endpoint: crs, grade: any, scale: unstated, percent: 98, interval: {level: 95, low: 94, high: 102}}',
    ],
    [[], '{kind: median, value: 98, unit: months, interval: {level: 95, low: 94.7, high: 101.3}}'],
  ];
  const said = sayOf(
    'intervals',
    rows.map(([, fact]) => fact),
  );
  it.each(rows.map(([codes, fact], i) => [fact, codes, i] as const))('%s → %j', (_, codes, i) => {
    expect(codesOn(said, i)).toEqual(codes);
  });
  it('that cannot be are an error with both of them', () => {
    expect(said.get('f2')).toMatchObject([
      { severity: 'error', message: 'a percentage cannot lie between 94.7 and 101.3' },
    ]);
  });
});

describe('the method of an interval', () => {
  const figure = (value: number, decimals: number) => ({
    value: Number((100 * value).toFixed(decimals)),
    decimals,
  });

  // Every printed interval is one that R computed (tests/golden/README.md).
  it.each(proportionMethods.map(({ name }, i) => [name, i] as const))(
    '%s is named for the intervals that R gives',
    (name, i) => {
      const key = (['clopperPearson', 'wilson', 'wald', 'agrestiCoull', 'jeffreys'] as const)[i]!;
      for (const row of golden) {
        for (const decimals of [0, 1, 2]) {
          const [low, high] = row[key] as [number, number];
          const printed = { low: figure(low, decimals), high: figure(high, decimals) };
          expect(methodsThatFit([row.events], row.total, printed, 100 * row.level)).toContain(name);
        }
      }
    },
  );

  it('tells exact from score, and the level', () => {
    const [exact, score] = [
      { low: figure(0.9091, 1), high: figure(0.9996, 1) },
      { low: figure(0.91, 1), high: figure(0.997, 1) },
    ];
    expect(methodsThatFit([58], 59, exact, 95)).toEqual(['Clopper–Pearson']);
    expect(methodsThatFit([58], 59, score, 95)).toEqual(['Wilson']);
    expect(methodsThatFit([58], 59, exact, 90)).toEqual([]);
    expect(methodsThatFit([57], 59, exact, 95)).toEqual([]);
  });

  const rows: Rows = [
    [
      [],
      '{kind: proportion, events: 88, total: 109, percent: 80.7, interval: {level: 95, low: 72.1, high: 87.7}}',
    ],
    [[], '{kind: proportion, total: 109, percent: 80.7, interval: {level: 95, low: 72.1, high: 87.7}}'],
    [
      ['intervals/method'],
      '{kind: proportion, events: 88, total: 109, interval: {level: 95, low: 72.1, high: 89.7}}',
    ],
    [
      ['intervals/method'],
      '{kind: proportion, events: 88, total: 109, interval: {level: 90, low: 72.1, high: 87.7}}',
    ],
    // Nothing to compute with: no counts, counts that cannot be, a posterior.
    [[], '{kind: proportion, percent: 80.7, interval: {level: 95, low: 72.1, high: 89.7}}'],
    [[], '{kind: proportion, events: 110, total: 109, interval: {level: 95, low: 72.1, high: 89.7}}'],
    [[], '{kind: proportion, events: 0, total: 0, interval: {level: 95, low: 0, high: 89.7}}'],
    [[], '{kind: proportion, percent: 33, total: 4, interval: {level: 95, low: 2.1, high: 89.7}}'],
    [[], '{kind: proportion, percent: ">80", total: 109, interval: {level: 95, low: 72.1, high: 89.7}}'],
    [[], '{kind: proportion, events: "<9", total: 109, interval: {level: 95, low: 2.1, high: 9.7}}'],
    [
      [],
      '{kind: proportion, events: 88, total: 109, interval: {kind: credible, level: 95, low: 72.1, high: 89.7}}',
    ],
  ];
  const said = sayOf(
    'intervals',
    rows.map(([, fact]) => fact),
  );
  it.each(rows.map(([codes, fact], i) => [fact, codes, i] as const))('%s → %j', (_, codes, i) => {
    expect(codesOn(said, i)).toEqual(codes);
  });
  it('that cannot be named is a note with counts and limits', () => {
    expect(said.get('f2')).toMatchObject([{ severity: 'note', actual: '72.1–89.7', expected: '88/109' }]);
    expect(said.get('f2')![0]!.message).toMatch(
      /^none of Clopper–Pearson, Wilson, Wald, Agresti–Coull, Jeffreys gives 72.1–89.7/,
    );
  });
});
