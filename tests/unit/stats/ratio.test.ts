import { describe, expect, it } from 'vitest';
import { upperTail } from '../../../src/stats/normal.ts';
import { impliedZ, isLogSymmetric, largestLandmarkP, spanOf, type Span } from '../../../src/stats/ratio.ts';
import golden from '../../golden/ratios.json' with { type: 'json' };

const printed = (
  estimate: [number, number],
  low: [number, number],
  high: [number, number],
  level = 0.95,
) => ({
  estimate: spanOf(...estimate),
  low: spanOf(...low),
  high: spanOf(...high),
  level,
});

/** The P values that a span of z stands for, two-sided or one-sided. */
const impliedP = ({ low, high }: Span, sides: 1 | 2): Span => ({
  low: sides * upperTail(high),
  high: sides * upperTail(low),
});

describe('what an interval implies', () => {
  it('agrees with R where the figures are exact', () => {
    const exact = (value: number) => ({ low: value, high: value });
    for (const row of golden) {
      const z = impliedZ({
        estimate: exact(row.estimate),
        low: exact(row.low),
        high: exact(row.high),
        level: row.level,
      });
      expect(z.low).toBeCloseTo(row.z, 9);
      expect(z.high).toBeCloseTo(row.z, 9);
      expect(impliedP(z, 2).low).toBeCloseTo(row.twoSided, 9);
      expect(impliedP(z, 1).high).toBeCloseTo(row.oneSided, 9);
    }
  });

  it('holds the exact P within what rounding allows, and is wider than it', () => {
    // Altman and Bland's example (BMJ 2011;343:d2304): 0.81 (0.70–0.94), P = 0.005.
    const { low, high } = impliedP(impliedZ(printed([0.81, 2], [0.7, 2], [0.94, 2])), 2);
    expect(low).toBeLessThan(0.00508);
    expect(high).toBeGreaterThan(0.00508);
    expect(high).toBeLessThan(0.02);
  });

  it('can be no effect at all where 1 lies within the rounding', () => {
    expect(impliedZ(printed([1, 1], [0.8, 1], [1.3, 1])).low).toBe(0);
  });
});

describe('symmetry on the log scale', () => {
  it.each([
    ['0.45 (97.5% CI 0.34–0.61)', [0.45, 2], [0.34, 2], [0.61, 2]],
    ['0.66 (0.45–0.98)', [0.66, 2], [0.45, 2], [0.98, 2]],
    ['0.81 (0.70–0.94)', [0.81, 2], [0.7, 2], [0.94, 2]],
    ['2 (1–4)', [2, 0], [1, 0], [4, 0]],
  ] as [string, [number, number], [number, number], [number, number]][])(
    '%s is symmetric',
    (_, estimate, low, high) => {
      expect(isLogSymmetric(printed(estimate, low, high))).toBe(true);
    },
  );

  it.each([
    ['0.45 (0.34–0.91)', [0.45, 2], [0.34, 2], [0.91, 2]],
    ['0.61 (0.34–0.65)', [0.61, 2], [0.34, 2], [0.65, 2]],
    ['1.50 (1.40–3.00)', [1.5, 2], [1.4, 2], [3, 2]],
  ] as [string, [number, number], [number, number], [number, number]][])(
    '%s is not',
    (_, estimate, low, high) => {
      expect(isLogSymmetric(printed(estimate, low, high))).toBe(false);
    },
  );
});

describe('the largest P of a difference between two rates', () => {
  it('is small where the rates lie far apart among many patients, and never above 1', () => {
    expect(largestLandmarkP(0.95, 0.05, 200)).toBeLessThan(0.05);
    expect(largestLandmarkP(0.5, 0.5, 200)).toBeCloseTo(1, 9);
  });

  it('shrinks as patients are added', () => {
    expect(largestLandmarkP(0.7, 0.4, 400)).toBeLessThan(largestLandmarkP(0.7, 0.4, 40));
  });
});
