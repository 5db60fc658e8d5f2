import type { EffectSize } from './effect-sizes.ts';

/**
 * What every estimator needs of studies weighted by w = 1/(v + τ²). P = W − W1(1ᵀW1)⁻¹1ᵀW is the projection of the
 * model with an intercept only, e = y − mean.
 */
export interface Weighted {
  /** the weights, in the order of the studies */
  w: number[];
  /** Σw */
  sum: number;
  /** Σw² */
  sumOfSquares: number;
  /** Σwy / Σw */
  mean: number;
  /** Σwe² = yᵀPy, Cochran's Q where τ² = 0 */
  q: number;
  /** Σw²e² = yᵀPPy */
  q2: number;
  /** tr P */
  trace: number;
  /** tr PP */
  traceOfSquare: number;
}

/**
 * Weighs studies for one τ². The traces are sums of positive terms, and effects are measured from the most precise study,
 * so that nothing cancels where one study outweighs all others.
 */
export function weigh(studies: readonly EffectSize[], tau2: number): Weighted {
  const w = studies.map(({ v }) => 1 / (v + tau2));
  const squares = w.map((x) => x ** 2);
  const [sum, sumOfSquares] = [total(w), total(squares)];
  const heaviest = studies[w.indexOf(w.reduce((a, b) => Math.max(a, b)))]!.y;
  const shift = total(studies.map(({ y }, i) => (w[i]! / sum) * (y - heaviest)));
  const e = studies.map(({ y }) => y - heaviest - shift);
  const [otherSums, otherSquares] = [ofOthers(w), ofOthers(squares)];
  return {
    w,
    sum,
    sumOfSquares,
    mean: heaviest + shift,
    q: total(w.map((x, i) => x * e[i]! ** 2)),
    q2: total(w.map((x, i) => (x * e[i]!) ** 2)),
    trace: total(w.map((x, i) => x * (otherSums[i]! / sum))),
    traceOfSquare: total(w.map((x, i) => (x / sum) ** 2 * (otherSums[i]! ** 2 + otherSquares[i]!))),
  };
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** For each value the sum of all others, without subtracting it from the whole. */
function ofOthers(values: readonly number[]): number[] {
  const sums = values.map(() => 0);
  let before = 0;
  let after = 0;
  values.forEach((value, i) => {
    const mirrored = values.length - 1 - i;
    sums[i]! += before;
    sums[mirrored]! += after;
    before += value;
    after += values[mirrored]!;
  });
  return sums;
}
