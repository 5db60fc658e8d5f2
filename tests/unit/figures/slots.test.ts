import { describe, expect, it } from 'vitest';
import { timeText } from '../../../src/wording/figures.ts';
import { timePoint } from '../../../src/model/figure.ts';
import { checkBase } from './helpers.ts';

/** What the ledger says of the second fact, which a review states. */
const saidOf = (first: string, second: string, more = '') => {
  const facts = `- {id: a, ${first}}\n- {id: b, report: jones, cites: [smith-2020], ${second}}\n${more}`;
  const { findings } = checkBase(facts);
  return findings.flatMap(({ code, fact }) =>
    fact === 'b' && /^ledger\/(un)?explained$/.test(code) ? code : [],
  );
};
const at30 = 'at: {value: 30, unit: days}';
const share = (events: number, more = '') =>
  `kind: proportion, events: ${events}, total: 12${more && `, ${more}`}`;

describe('a share for which a review states no time', () => {
  it('is held against the one time that the report states', () => {
    expect(saidOf(share(11, at30), share(9))).toEqual(['ledger/unexplained']);
    expect(saidOf(share(11), share(9, at30))).toEqual(['ledger/unexplained']);
  });

  it('is not, where the report states several', () => {
    expect(
      saidOf(share(11, at30), share(9), `- {id: c, ${share(12, 'at: {value: 90, unit: days}')}}`),
    ).toEqual([]);
  });

  it('is not, where the report states one without a time, too', () => {
    const told = saidOf(share(11, at30), share(9), `- {id: c, ${share(9)}}`);
    expect(told).toEqual([]);
  });

  it('is not, where it is an estimate at a time', () => {
    const estimate = (percent: number, years: number) =>
      `kind: landmark, endpoint: os, percent: ${percent}, at: {value: ${years}, unit: years}`;
    expect(saidOf(estimate(70, 1), estimate(60, 2))).toEqual([]);
  });
});

describe('what a review does not say', () => {
  it('whether a time is a median, is held against the median', () => {
    expect(
      saidOf(
        'kind: median, value: 5.0, unit: months',
        'kind: median, value: 6.0, unit: months, statistic: unstated',
      ),
    ).toEqual(['ledger/unexplained']);
  });

  it('which follow-up, is held against the median one', () => {
    const rate = (percent: number, basis: string) =>
      `kind: landmark, endpoint: os, percent: ${percent}, at: {value: 33, unit: months, basis: ${basis}}`;
    expect(saidOf(rate(61, 'median-follow-up'), rate(62, 'follow-up'))).toEqual(['ledger/unexplained']);
  });
});

describe('a window of time', () => {
  const window = timePoint.parse({ from: 29, value: 90, unit: 'days', basis: 'within' });

  it('is worded with both ends', () => {
    expect(timeText(window)).toBe('from day 29 to day 90');
  });

  it('ends after it begins', () => {
    expect(timePoint.safeParse({ from: 90, value: 29, unit: 'days' }).success).toBe(false);
  });

  it('is not the time at which it ends', () => {
    const rate = (events: number, from = '') =>
      `kind: proportion, events: ${events}, total: 12, at: {${from}value: 90, unit: days}`;
    expect(saidOf(rate(11), rate(9, 'from: 29, '))).toEqual([]);
  });
});
