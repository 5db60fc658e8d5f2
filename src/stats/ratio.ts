import { upperTail, zOfLevel } from './normal.ts';

/** A span of values that a printed number may stand for. */
export interface Span {
  low: number;
  high: number;
}

/** What a printed number may stand for: half a printed unit to each side. */
export function spanOf(value: number, decimals: number): Span {
  const half = 0.5 * 10 ** -decimals;
  return { low: value - half, high: value + half };
}

const overlaps = (a: Span, b: Span) => a.low <= b.high && b.low <= a.high;

/** A ratio (HR, OR, RR) with its confidence interval, as printed: spans, and a level between 0 and 1. */
export interface PrintedRatio {
  estimate: Span;
  low: Span;
  high: Span;
  level: number;
}

/**
 * Whether the interval of a ratio is symmetric on the log scale within its rounding: ln(estimate) must be
 * able to be the middle of ln(low) and ln(high). Interval arithmetic, so a coherent triple is never refused
 * for its rounding.
 */
export function isLogSymmetric({ estimate, low, high }: PrintedRatio): boolean {
  if (low.high <= 0 || estimate.high <= 0) return false;
  const ln = (x: number) => Math.log(Math.max(x, Number.MIN_VALUE));
  const middle = { low: (ln(low.low) + ln(high.low)) / 2, high: (ln(low.high) + ln(high.high)) / 2 };
  return overlaps({ low: ln(estimate.low) - 1e-9, high: ln(estimate.high) + 1e-9 }, middle);
}

/**
 * The z values that a ratio and its interval can imply: SE = ln(high/low) / (2 z_level), z = |ln(estimate)| /
 * SE, taken over all values within rounding. Altman DG, Bland JM. BMJ 2011;343:d2304.
 */
export function impliedZ({ estimate, low, high, level }: PrintedRatio): Span {
  const z = zOfLevel(level);
  const standardError = (l: number, h: number) =>
    Math.max(0, Math.log(h / Math.max(l, Number.MIN_VALUE))) / (2 * z);
  const smallest = standardError(low.high, Math.max(high.low, low.high));
  const largest = standardError(low.low, high.high);
  const logs = [Math.log(Math.max(estimate.low, Number.MIN_VALUE)), Math.log(estimate.high)] as const;
  const distances = logs.map(Math.abs) as [number, number];
  // Where 1 lies within the rounding of the estimate, the effect may be none at all.
  const least = logs[0] <= 0 && logs[1] >= 0 ? 0 : Math.min(...distances);
  return {
    low: largest > 0 ? least / largest : 0,
    high: smallest > 0 ? Math.max(...distances) / smallest : Number.POSITIVE_INFINITY,
  };
}

/**
 * The largest two-sided P that a difference of two proportions can have, over all splits of n patients into
 * two groups. The variance is binomial, which a Kaplan–Meier estimate can only exceed by censoring; half a
 * patient is added to each cell so that rates of 0 and 1 keep a variance.
 */
export function largestLandmarkP(a: number, b: number, n: number): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let first = 1; first < n; first += 1) {
    const variance = (p: number, size: number) => {
      const smoothed = (p * size + 0.5) / (size + 1);
      return (smoothed * (1 - smoothed)) / size;
    };
    smallest = Math.min(smallest, Math.abs(a - b) / Math.sqrt(variance(a, first) + variance(b, n - first)));
  }
  return 2 * upperTail(smallest);
}
