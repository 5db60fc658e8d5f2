import type { EffectSize } from './effect-sizes.ts';

/**
 * What every estimator needs of studies weighted by w = 1/(v + τ²). P = W − W1(1ᵀW1)⁻¹1ᵀW is the projection
 * of the model with an intercept only, e = y − mean.
 */
interface Weighted {
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
 * Weighs studies for one τ². The traces are sums of positive terms, and effects are measured from the most
 * precise study, so that nothing cancels where one study outweighs all others.
 *
 * Written in loops: estimators come here hundreds of times, and once more for each study that is left out.
 */
export function weigh(studies: readonly EffectSize[], tau2: number): Weighted {
  const w: number[] = [];
  let [sum, sumOfSquares, most, heaviest] = [0, 0, 0, NaN];
  for (const { y, v } of studies) {
    const x = 1 / (v + tau2);
    w.push(x);
    sum += x;
    sumOfSquares += x ** 2;
    if (x > most) [most, heaviest] = [x, y];
  }
  let shift = 0;
  for (const { y, v } of studies) shift += (1 / (v + tau2) / sum) * (y - heaviest);
  let [q, q2] = [0, 0];
  for (const { y, v } of studies) {
    const x = 1 / (v + tau2);
    const e = y - heaviest - shift;
    q += x * e ** 2;
    q2 += (x * e) ** 2;
  }
  return { w, sum, sumOfSquares, mean: heaviest + shift, q, q2, ...traces(w, sum) };
}

/** From the weights of all other studies, summed without subtracting one from the whole. */
function traces(w: readonly number[], sum: number): Pick<Weighted, 'trace' | 'traceOfSquare'> {
  const after = sumsBehind(w);
  const squaresAfter = sumsBehind(w.map((x) => x ** 2));
  let [before, squaresBefore, trace, traceOfSquare] = [0, 0, 0, 0];
  for (const [i, x] of w.entries()) {
    const others = before + (after[i] ?? 0);
    trace += x * (others / sum);
    traceOfSquare += (x / sum) ** 2 * (others ** 2 + (squaresBefore + (squaresAfter[i] ?? 0)));
    before += x;
    squaresBefore += x ** 2;
  }
  return { trace, traceOfSquare };
}

/** For each value the sum of those behind it. */
function sumsBehind(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length);
  values.reduceRight((sum, value, i) => {
    sums[i] = sum;
    return sum + value;
  }, 0);
  return sums;
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
