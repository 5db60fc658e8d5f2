import cdf from '@stdlib/stats-base-dists-normal-cdf';
import quantile from '@stdlib/stats-base-dists-normal-quantile';

/** Standard normal quantile that leaves half of 1 − level in each tail: 1.96 for 0.95. */
export function zOfLevel(level: number): number {
  return quantile(1 - (1 - level) / 2, 0, 1);
}

/** Probability of a standard normal value above z. */
export function upperTail(z: number): number {
  return cdf(-z, 0, 1);
}

/** The standard normal value that a two-sided P stands for. */
export function zOfTwoSidedP(p: number): number {
  return -quantile(p / 2, 0, 1);
}
