import type { EffectSize } from './effect-sizes.ts';
import { total, weigh } from './weighting.ts';

/**
 * Models and estimators of the variance between studies: none (fixed effect), DerSimonian–Laird,
 * Paule–Mandel, maximum and restricted maximum likelihood.
 */
export const methods = ['FE', 'DL', 'PM', 'ML', 'REML'] as const;
export type Method = (typeof methods)[number];

/** The variance between studies could not be estimated. Another method may. */
export class NotConverged extends Error {}

/** metafor's rule: a change of τ² of at most this, within so many iterations. */
const convergence = { change: 1e-5, iterations: 100 };
/** Beyond it we go on until τ² holds to all digits that can be had. */
const polish = { change: 1e-14, iterations: 10_000 };
/** Less than this of a typical sampling variance is none: scoring can only approach 0 by halving. */
const negligible = 1e-10;
/**
 * metafor's tolerance of a log-likelihood that is lower than without heterogeneity,
 * `.Machine$double.eps^0.25`.
 */
const stuck = Number.EPSILON ** 0.25;

/**
 * The variance between studies (τ²), on the squared scale of the effects.
 *
 * - `DL`: DerSimonian R, Laird N. Control Clin Trials 1986;7:177–188.
 * - `PM`: Paule RC, Mandel J. J Res Natl Bur Stand 1982;87:377–385, by the steps of DerSimonian R, Kacker R.
 *   Contemp Clin Trials 2007;28:105–114.
 * - `ML`, `REML`: Fisher scoring from the estimate of Hedges, in Viechtbauer W. J Educ Behav Stat
 *   2005;30:261–293.
 *
 * It refuses what `rma()` of metafor 3.8 refuses by default, and else gives what `rma()` gives with a
 * threshold near 0.
 *
 * @param studies at least one; one alone has no heterogeneity
 * @throws NotConverged when the estimator finds no answer
 */
export function tauSquared(studies: readonly EffectSize[], method: Method): number {
  if (method === 'FE' || studies.length === 1) return 0;
  if (method === 'DL') return derSimonianLaird(studies);
  const tau2 = method === 'PM' ? pauleMandel(studies) : likelihood(studies, method);
  return tau2 < negligible * typicalVariance(studies) ? 0 : tau2;
}

/**
 * The typical sampling variance of Higgins JPT, Thompson SG. Stat Med 2002;21:1539–1558, equation 9: (k − 1)
 * / tr P.
 */
function typicalVariance(studies: readonly EffectSize[]): number {
  return (studies.length - 1) / weigh(studies, 0).trace;
}

function derSimonianLaird(studies: readonly EffectSize[]): number {
  const { q, trace } = weigh(studies, 0);
  return Math.max(0, (q - (studies.length - 1)) / trace);
}

/**
 * The τ² whose Q is its own expectation k − 1, by Newton steps kept between bounds; sought up to metafor's
 * bound.
 */
function pauleMandel(studies: readonly EffectSize[]): number {
  const target = studies.length - 1;
  const effects = studies.map(({ y }) => y);
  let [low, high] = [0, Math.max(100, 10 * medianAbsoluteDeviation(effects) ** 2)];
  if (weigh(studies, low).q < target) return 0;
  if (weigh(studies, high).q > target) throw new NotConverged(`PM found no τ² up to ${high}`);
  const typical = typicalVariance(studies);
  let tau2 = low;
  for (let iteration = 0; iteration < polish.iterations; iteration += 1) {
    const { q, q2 } = weigh(studies, tau2);
    if (q > target) low = tau2;
    else high = tau2;
    const newton = tau2 + (q - target) / q2;
    const next = newton >= low && newton <= high ? newton : (low + high) / 2;
    const change = Math.abs(next - tau2);
    tau2 = next;
    if (change <= polish.change * (typical + tau2)) return tau2;
  }
  throw new NotConverged(`PM did not converge in ${polish.iterations} iterations`);
}

function likelihood(studies: readonly EffectSize[], method: 'ML' | 'REML'): number {
  const tau2 = scoring(studies, method);
  const lost = logLikelihood(studies, method, 0) - logLikelihood(studies, method, tau2);
  return lost > stuck ? 0 : tau2;
}

/** Fisher scoring; a step below 0 is halved until it is none. */
function scoring(studies: readonly EffectSize[], method: 'ML' | 'REML'): number {
  const typical = typicalVariance(studies);
  let tau2 = Math.max(0, hedges(studies));
  let converged = false;
  for (let iteration = 1; iteration <= polish.iterations; iteration += 1) {
    const { sum, sumOfSquares, q2, trace, traceOfSquare } = weigh(studies, tau2);
    let step = method === 'ML' ? (q2 - sum) / sumOfSquares : (q2 - trace) / traceOfSquare;
    if (tau2 === 0) step = Math.max(0, step);
    while (tau2 + step < 0) step /= 2;
    tau2 += step;
    const change = Math.abs(step);
    converged ||= change <= convergence.change;
    if (!converged && iteration >= convergence.iterations) break;
    if (converged && change <= polish.change * (typical + tau2)) return tau2;
  }
  throw new NotConverged(
    `${method} did not converge in ${converged ? polish.iterations : convergence.iterations} iterations`,
  );
}

/**
 * The unweighted estimate of Hedges LV. Psychol Bull 1983;93:388–395: variance of the effects less their mean
 * variance.
 */
function hedges(studies: readonly EffectSize[]): number {
  const k = studies.length;
  const mean = total(studies.map(({ y }) => y)) / k;
  return total(studies.map(({ y }) => (y - mean) ** 2)) / (k - 1) - total(studies.map(({ v }) => v)) / k;
}

/** Log-likelihood without the terms that do not depend on τ². */
function logLikelihood(studies: readonly EffectSize[], method: 'ML' | 'REML', tau2: number): number {
  const { q, sum } = weigh(studies, tau2);
  const full = -0.5 * (total(studies.map(({ v }) => Math.log(v + tau2))) + q);
  return method === 'ML' ? full : full - 0.5 * Math.log(sum);
}

/** Times 1.4826, which makes it a standard deviation under normality; as R `mad()`. */
function medianAbsoluteDeviation(values: readonly number[]): number {
  const middle = median(values);
  return 1.4826 * median(values.map((value) => Math.abs(value - middle)));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const middle = sorted.slice(sorted.length % 2 === 1 ? half : half - 1, half + 1);
  return total(middle) / middle.length;
}
