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
 *
 * Written in loops: estimators come here hundreds of times, and once more for each study that is left out.
 */
export function weigh(studies: readonly EffectSize[], tau2: number): Weighted {
  const k = studies.length;
  const w = new Array<number>(k);
  let [sum, sumOfSquares, most] = [0, 0, 0];
  for (let i = 0; i < k; i += 1) {
    const x = 1 / (studies[i]!.v + tau2);
    w[i] = x;
    sum += x;
    sumOfSquares += x ** 2;
    if (x > w[most]!) most = i;
  }
  const heaviest = studies[most]!.y;
  let shift = 0;
  for (let i = 0; i < k; i += 1) shift += (w[i]! / sum) * (studies[i]!.y - heaviest);
  let [q, q2] = [0, 0];
  for (let i = 0; i < k; i += 1) {
    const e = studies[i]!.y - heaviest - shift;
    q += w[i]! * e ** 2;
    q2 += (w[i]! * e) ** 2;
  }
  return { w, sum, sumOfSquares, mean: heaviest + shift, q, q2, ...traces(w, sum) };
}

/** From the weights of all other studies, summed without subtracting one from the whole. */
function traces(w: readonly number[], sum: number): Pick<Weighted, 'trace' | 'traceOfSquare'> {
  const k = w.length;
  const after = new Float64Array(k + 1);
  const squaresAfter = new Float64Array(k + 1);
  for (let i = k - 1; i >= 0; i -= 1) {
    after[i] = after[i + 1]! + w[i]!;
    squaresAfter[i] = squaresAfter[i + 1]! + w[i]! ** 2;
  }
  let [before, squaresBefore, trace, traceOfSquare] = [0, 0, 0, 0];
  for (let i = 0; i < k; i += 1) {
    const x = w[i]!;
    const others = before + after[i + 1]!;
    trace += x * (others / sum);
    traceOfSquare += (x / sum) ** 2 * (others ** 2 + (squaresBefore + squaresAfter[i + 1]!));
    before += x;
    squaresBefore += x ** 2;
  }
  return { trace, traceOfSquare };
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
