import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agrestiCoull,
  clopperPearson,
  eventsFromPercent,
  jeffreys,
  wald,
  wilson,
  type ProportionInterval,
} from '../../../src/stats/proportion.ts';
import golden from '../../golden/proportions.json' with { type: 'json' };

const methods = { clopperPearson, wilson, wald, agrestiCoull, jeffreys };
type Compute = (events: number, total: number, level?: number) => ProportionInterval;

describe.each(Object.entries(methods) as [keyof typeof methods, Compute][])('%s', (name, compute) => {
  it(`agrees with R on ${golden.length} counts and levels to 1e-9`, () => {
    expect(golden.length).toBeGreaterThanOrEqual(30);
    for (const row of golden) {
      const { low, high } = compute(row.events, row.total, row.level);
      const of = `${row.events}/${row.total} at ${row.level}`;
      expect(Math.abs(low - row[name][0]!), `low end of ${of}: ${low}`).toBeLessThan(1e-9);
      expect(Math.abs(high - row[name][1]!), `high end of ${of}: ${high}`).toBeLessThan(1e-9);
    }
  });

  it('stays between 0 and 1 and is 95% where no level is given', () => {
    expect(compute(18, 21)).toEqual(compute(18, 21, 0.95));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (total, events) => {
        const { low, high } = compute(Math.min(events, total), total);
        expect(0 <= low && low <= high && high <= 1).toBe(true);
      }),
    );
  });

  it.each([
    [-1, 10, 0.95],
    [11, 10, 0.95],
    [0, 0, 0.95],
    [1.5, 10, 0.95],
    [1, 10.5, 0.95],
    [Number.NaN, 10, 0.95],
    [1, 10, 0],
    [1, 10, 1],
    [1, 10, 95],
    [1, 10, Number.NaN],
  ])('refuses %d of %d at level %d', (events, total, level) => {
    expect(() => compute(events, total, level)).toThrow(RangeError);
  });
});

describe('the exact interval', () => {
  it('begins at 0 where nobody, and ends at 1 where everybody had the outcome', () => {
    expect(clopperPearson(0, 24).low).toBe(0);
    expect(clopperPearson(24, 24).high).toBe(1);
  });

  it('of those without the outcome is the mirror image', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(300), (total, n) => {
        const events = Math.min(n, total);
        const [own, others] = [clopperPearson(events, total), clopperPearson(total - events, total)];
        expect(own.low).toBeCloseTo(1 - others.high, 9);
        expect(own.high).toBeCloseTo(1 - others.low, 9);
      }),
    );
  });

  it('holds the share itself, and grows with its level', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(300), (total, n) => {
        const events = Math.min(n, total);
        const [narrow, wide] = [clopperPearson(events, total, 0.9), clopperPearson(events, total, 0.99)];
        expect(wide.low <= narrow.low && narrow.low <= events / total).toBe(true);
        expect(events / total <= narrow.high && narrow.high <= wide.high).toBe(true);
      }),
    );
  });
});

describe('the number of patients that a printed percentage stands for', () => {
  it.each([
    [98, 0, 59, 58],
    [90, 0, 59, 53],
    [98, 0, 65, 64],
    [60, 0, 65, 39],
    [95, 0, 65, 62],
    [26, 0, 53, 14],
    [27, 0, 30, 8],
    [33.3, 1, 12, 4],
    [80.7, 1, 109, 88],
    [0, 0, 50, 0],
    [100, 0, 50, 50],
  ])('%d%% (%d decimals) of %d is %d', (percent, decimals, total, events) => {
    expect(eventsFromPercent(percent, decimals, total)).toBe(events);
  });

  it.each([
    ['many numbers round to it', 50, 0, 1000],
    ['several numbers round to it, halves included', 51, 0, 200],
    ['no number rounds to it', 33, 0, 4],
    ['no number rounds to it with so many digits', 33.33, 2, 100],
  ])('is not said where %s: %d%%', (_, percent, decimals, total) => {
    expect(eventsFromPercent(percent, decimals, total)).toBeUndefined();
  });

  it('is found again for every share of fewer patients than the digits tell apart', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.nat(99),
        fc.integer({ min: 0, max: 3 }),
        (total, n, decimals) => {
          const events = Math.min(n, total);
          const printed = Number(((100 * events) / total).toFixed(decimals));
          expect(eventsFromPercent(printed, decimals, total)).toBe(events);
        },
      ),
    );
  });
});
