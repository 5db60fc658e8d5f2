import { upperTail } from './normal.ts';

/**
 * Probability that a chi-squared variable with df degrees of freedom exceeds x, by the finite sums for whole
 * degrees of freedom, all of whose terms are positive. Abramowitz M, Stegun IA. Handbook of mathematical
 * functions, 26.4.4 and 26.4.5. Agrees with R `pchisq(x, df, lower.tail = FALSE)`. Without degrees of freedom
 * it is 1.
 *
 * @param x at least 0
 * @param df whole number
 */
export function chiSquaredUpperTail(x: number, df: number): number {
  if (df === 0 || x <= 0) return 1;
  const half = x / 2;
  // Even: e^−h Σ h^j / j!, j from 0. Odd: 2 Φ(−√x) and e^−h Σ h^j / Γ(j + 1), j from ½.
  const isOdd = df % 2 === 1;
  const first = isOdd ? 2 * Math.sqrt(half / Math.PI) : 1;
  const tail = isOdd ? 2 * upperTail(Math.sqrt(x)) : 0;
  return Math.min(1, tail + sumTimesExp(first, half, isOdd ? 1.5 : 1, df / 2));
}

/**
 * e^−h times the sum of `term`, `term` h/from, `term` h²/(from (from + 1)), … as long as the divisor is below
 * `end`.
 */
function sumTimesExp(term: number, h: number, from: number, end: number): number {
  if (from > end) return 0;
  let sum = term;
  let left = h;
  for (let divisor = from; divisor < end; divisor += 1) {
    term *= h / divisor;
    sum += term;
    // A large sum takes its part of e^−h at once, before it leaves the range of numbers.
    if (sum > 1e200) {
      const part = Math.min(left, 400);
      term *= Math.exp(-part);
      sum *= Math.exp(-part);
      left -= part;
    }
  }
  return sum * Math.exp(-left);
}
