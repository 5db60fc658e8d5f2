import gammainc from '@stdlib/math-base-special-gammainc';

/**
 * Probability that a chi-squared variable with df degrees of freedom exceeds x: the regularised upper incomplete gamma
 * function Q(df/2, x/2). Agrees with R `pchisq(x, df, lower.tail = FALSE)`. Without degrees of freedom it is 1.
 */
export function chiSquaredUpperTail(x: number, df: number): number {
  return df === 0 ? 1 : gammainc(x / 2, df / 2, true, true);
}
