import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

/**
 * The value that Student's t with df degrees of freedom exceeds, to either side, with probability p: 2.78 for 0.05 and 4.
 *
 * Exact: df / (df + t²) has the beta distribution with shapes df/2 and ½. Johnson NL, Kotz S, Balakrishnan N. Continuous
 * univariate distributions, vol. 2, 2nd ed., section 28.2. Agrees with R `qt(p / 2, df, lower.tail = FALSE)`.
 *
 * @param p two-sided probability between 0 and 1
 * @param df degrees of freedom, at least 1
 */
export function tOfTwoSidedP(p: number, df: number): number {
  const x = betaQuantile(p, df / 2, 0.5);
  return Math.sqrt((df * (1 - x)) / x);
}
