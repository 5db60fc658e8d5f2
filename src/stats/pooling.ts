import { fitBinomialNormal } from './binomial-normal.ts';
import { chiSquaredUpperTail } from './chi-squared.ts';
import { backTransform, type EffectSize, type Measure } from './effect-sizes.ts';
import { zOfTwoSidedP } from './normal.ts';
import { tOfTwoSidedP } from './student-t.ts';
import { methods, NotConverged, tauSquared } from './tau-squared.ts';
import { total, weigh } from './weighting.ts';

/**
 * How the interval of the pooled effect is made.
 *
 * - `z`: normal quantile
 * - `knha`: variance by the residuals and a t quantile with k − 1 degrees of freedom. Hartung J, Knapp G.
 *   Stat Med 2001;20:3875–3889. Where studies agree closely it can be narrower than `z`.
 * - `adhoc`: the same, but the variance is never below that of `z`
 */
export const tests = ['z', 'knha', 'adhoc'] as const;
export type Test = (typeof tests)[number];

export interface Interval {
  low: number;
  high: number;
}

/**
 * How studies are combined: by inverse variance with one of the estimators of τ², or, for counts on the logit
 * scale, by the binomial–normal model (a generalised linear mixed model).
 */
export const models = [...methods, 'GLMM'] as const;
export type Model = (typeof models)[number];

export interface PoolOptions {
  method: Model;
  test: Test;
  /** of both intervals, between 0 and 1 */
  level: number;
}

/** A pooled effect, on the scale of the effects. */
export interface Pooled extends Omit<PoolOptions, 'test'> {
  /**
   * as asked, but `z` for one study alone, and `t` where the model has no variance by residuals: a t quantile
   * only
   */
  test: Test | 't';
  /** number of studies */
  k: number;
  estimate: number;
  se: number;
  ci: Interval;
  /** where the effect of a new study is expected; null for FE and for fewer than three studies */
  prediction: Interval | null;
  /** variance between studies */
  tau2: number;
  /** percentage of the total variance that is between studies */
  i2: number;
  /** total over sampling variance */
  h2: number;
  /** test of heterogeneity */
  q: { value: number; df: number; p: number };
  /**
   * share of each study, in their order; they add up to 1. Of its patients where the model gives studies no
   * weights.
   */
  weights: number[];
}

/**
 * Pools effect sizes by inverse variance, as `rma(yi, vi, method, test, level)` of metafor 3.8.
 *
 * The prediction interval is that of its `predict()`: estimate ± c √(se² + τ²), c the normal quantile for `z`
 * and the t quantile with k − 1 degrees of freedom for `knha` and `adhoc`. I² and H² come from τ² and the
 * typical variance, and for FE from Q (Higgins JPT, Thompson SG. Stat Med 2002;21:1539–1558). One study alone
 * is tested by `z`, which the result says.
 *
 * @param studies effects with variances above 0, at least one
 * @throws RangeError when there is no study, or a number cannot be
 * @throws NotConverged when τ² cannot be estimated
 */
export function pool(studies: readonly EffectSize[], { method, test, level }: PoolOptions): Pooled {
  expectPoolable(studies, level);
  if (method === 'GLMM') return poolCounts(studies, { test, level });
  const k = studies.length;
  const tau2 = tauSquared(studies, method);
  const { w, sum, mean, q } = weigh(studies, tau2);
  const used = k === 1 ? 'z' : test;
  const se = Math.sqrt(inflation(used, q, k) / sum);
  const around = intervals(mean, used, level, k - 1);
  return expectFinite({
    k,
    method,
    test: used,
    level,
    estimate: mean,
    se,
    ci: around(se),
    prediction: k < 3 || method === 'FE' ? null : around(Math.sqrt(se ** 2 + tau2)),
    tau2,
    ...heterogeneity(studies, method, tau2),
    weights: w.map((weight) => weight / sum),
  });
}

/**
 * The binomial–normal model, as `rma.glmm(measure = "PLO", test, level)` of metafor 3.8 and its `predict()`:
 * `z`, else the t quantile with k − 1 degrees of freedom. I² and H² come from τ² and the typical variance of
 * the logits; Q is the likelihood-ratio test.
 */
function poolCounts(studies: readonly EffectSize[], { test, level }: Omit<PoolOptions, 'method'>): Pooled {
  const counts = studies.map((study) => study.counts);
  if (!counts.every((one) => one !== undefined))
    throw new RangeError('the binomial–normal model needs counts');
  const k = studies.length;
  if (k < 2) throw new NotConverged('the binomial–normal model needs two studies');
  const { estimate, se, tau2, q } = fitBinomialNormal(counts);
  const used = test === 'z' ? 'z' : 't';
  const around = intervals(estimate, used, level, k - 1);
  const patients = total(counts.map((one) => one.total));
  return expectFinite({
    k,
    method: 'GLMM',
    test: used,
    level,
    estimate,
    se,
    ci: around(se),
    prediction: k < 3 ? null : around(Math.sqrt(se ** 2 + tau2)),
    tau2,
    ...heterogeneity(studies, 'GLMM', tau2),
    q: { value: q, df: k - 1, p: chiSquaredUpperTail(q, k - 1) },
    weights: counts.map((one) => one.total / patients),
  });
}

/** Gives the interval around a value for a standard error: by the normal quantile, or that of t. */
function intervals(value: number, test: Pooled['test'], level: number, df: number) {
  const quantile = test === 'z' ? zOfTwoSidedP(1 - level) : tOfTwoSidedP(1 - level, df);
  return (spread: number): Interval => ({ low: value - quantile * spread, high: value + quantile * spread });
}

/**
 * The pooled effect and its intervals on the scale that people read.
 *
 * @throws RangeError when a ratio is too large to be written
 */
export function readable(measure: Measure, { estimate, ci, prediction }: Pooled) {
  const back = (value: number): number => {
    const read = backTransform(measure, value);
    if (!Number.isFinite(read))
      throw new RangeError(`the ratio with the logarithm ${value} is too large to be written`);
    return read;
  };
  const both = ({ low, high }: Interval): Interval => ({ low: back(low), high: back(high) });
  return { estimate: back(estimate), ci: both(ci), prediction: prediction && both(prediction) };
}

/**
 * The result of a part of the studies; or why there is none, so that one that fails does not take the others
 * along.
 */
export type Attempt = Pooled | NotConverged;

/**
 * Leaves each study out in turn: as many results as studies, each of the others pooled; none for one study
 * alone.
 */
export function leaveOneOut(studies: readonly EffectSize[], options: PoolOptions): Attempt[] {
  return studies.length < 2 ? [] : studies.map((_, i) => attempt(studies.toSpliced(i, 1), options));
}

/**
 * Adds one study after the other: the result of the first, of the first two, … of all, in the order given.
 */
export function cumulative(studies: readonly EffectSize[], options: PoolOptions): Attempt[] {
  return studies.map((_, i) => attempt(studies.slice(0, i + 1), options));
}

/** Pools, or says why it cannot. */
export function attempt(studies: readonly EffectSize[], options: PoolOptions): Attempt {
  try {
    return pool(studies, options);
  } catch (error) {
    if (error instanceof NotConverged) return error;
    throw error;
  }
}

/**
 * The factor of the variance: for Hartung–Knapp the mean weighted square of the residuals, 0 where they
 * vanish.
 */
function inflation(test: Test, q: number, k: number): number {
  if (test === 'z') return 1;
  const factor = q <= Number.EPSILON ? 0 : q / (k - 1);
  return test === 'adhoc' ? Math.max(1, factor) : factor;
}

function heterogeneity(
  studies: readonly EffectSize[],
  method: Model,
  tau2: number,
): Pick<Pooled, 'i2' | 'h2' | 'q'> {
  const df = studies.length - 1;
  if (df === 0) return { i2: 0, h2: 1, q: { value: 0, df, p: 1 } };
  const { q: value, trace } = weigh(studies, 0);
  const q = { value, df, p: chiSquaredUpperTail(value, df) };
  if (method === 'FE') return { i2: value > df ? (100 * (value - df)) / value : 0, h2: value / df, q };
  const typical = df / trace;
  return { i2: (100 * tau2) / (typical + tau2), h2: tau2 / typical + 1, q };
}

function expectPoolable(studies: readonly EffectSize[], level: number): void {
  if (studies.length === 0) throw new RangeError('expected at least one study, found none');
  if (!(level > 0 && level < 1)) throw new RangeError(`expected a level between 0 and 1, found ${level}`);
  const odd = studies.find(({ y, v }) => !Number.isFinite(y) || !(v > 0 && v < Number.POSITIVE_INFINITY));
  if (odd)
    throw new RangeError(`expected finite effects with variances above 0, found ${odd.y} with ${odd.v}`);
}

/** Extreme input can leave the range of numbers; then there is no result rather than one with a hole. */
function expectFinite(pooled: Pooled): Pooled {
  const { estimate, se, ci, prediction, tau2, i2, h2, q, weights } = pooled;
  const all = [
    estimate,
    se,
    ci.low,
    ci.high,
    prediction?.low ?? 0,
    prediction?.high ?? 0,
    tau2,
    i2,
    h2,
    q.value,
    q.p,
    ...weights,
  ];
  if (!all.every(Number.isFinite))
    throw new RangeError('the effects or their variances are too far apart to be pooled');
  return pooled;
}
