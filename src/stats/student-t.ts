import { zOfTwoSidedP } from './normal.ts';

/**
 * The value that Student's t with df degrees of freedom exceeds, to either side, with probability p: 2.78 for
 * 0.05 and 4. Agrees with R `qt(p / 2, df, lower.tail = FALSE)`.
 *
 * Newton steps on the logarithms of t and of the probability, from the normal quantile; the probability is
 * concave there, so that the steps settle. Near the middle the probability within ±t is sought, else the one
 * beyond: never a difference of two nearly equal numbers.
 *
 * @param p two-sided probability between 0 and 1
 * @param df degrees of freedom, a whole number of at least 1
 */
export function tOfTwoSidedP(p: number, df: number): number {
  const inside = p > 0.01;
  const wanted = inside ? 1 - p : p;
  let t = zOfTwoSidedP(p);
  for (let step = 0; step < 100; step += 1) {
    const found = probability(t, df, inside);
    const slope = (2 * density(t, df) * t * (inside ? 1 : -1)) / found;
    const change = Math.exp(Math.min(Math.max((Math.log(wanted) - Math.log(found)) / slope, -2), 2));
    t *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return t;
}

/**
 * The probability that Student's t lies beyond ±t, as R `2 * pt(t, df, lower.tail = FALSE)`; t at or above 0.
 */
export function twoSidedPOfT(t: number, df: number): number {
  return Number.isFinite(t) ? probability(t, df, false) : 0;
}

/**
 * Probability within ±t, or beyond: the series of Abramowitz M, Stegun IA. Handbook of mathematical
 * functions, 26.7.3 and 26.7.4, whose finite part is the one and whose infinite rest is the other.
 */
function probability(t: number, df: number, inside: boolean): number {
  const cos2 = df / (df + t ** 2);
  const sin = Math.sqrt(t ** 2 / (df + t ** 2));
  const isOdd = df % 2 === 1;
  const terms = (isOdd ? df - 1 : df) / 2;
  let term = isOdd ? Math.sqrt(cos2) : 1;
  let sum = 0;
  const next = (j: number) => (term *= cos2 * (isOdd ? (2 * j) / (2 * j + 1) : (2 * j - 1) / (2 * j)));
  let j = 1;
  for (; j <= terms; next(j), j += 1) sum += term;
  if (inside) return isOdd ? (2 / Math.PI) * (Math.atan(t / Math.sqrt(df)) + sin * sum) : sin * sum;
  sum = 0;
  for (; term > sum * 1e-18; next(j), j += 1) sum += term;
  return isOdd ? (2 / Math.PI) * sin * sum : sin * sum;
}

/** Density at t, from the ratio of gamma functions as a product. */
function density(t: number, df: number): number {
  // Γ((df + 1)/2) / Γ(df/2), from Γ(1)/Γ(½) = 1/√π or Γ(3/2)/Γ(1) = √π/2 upwards by two.
  let ratio = df % 2 === 1 ? 1 / Math.sqrt(Math.PI) : Math.sqrt(Math.PI) / 2;
  for (let n = df % 2 === 1 ? 1 : 2; n < df; n += 2) ratio *= (n + 1) / n;
  return (ratio / Math.sqrt(df * Math.PI)) * Math.exp(-((df + 1) / 2) * Math.log1p(t ** 2 / df));
}
