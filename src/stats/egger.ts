import type { EffectSize } from './effect-sizes.ts';
import { twoSidedPOfT } from './student-t.ts';
import { total } from './weighting.ts';

/** Egger's test of small-study effects. */
export interface Egger {
  /** change of the effect with each unit of the standard error */
  slope: number;
  se: number;
  /** slope over its standard error, with k − 2 degrees of freedom */
  t: number;
  df: number;
  p: number;
  /** the effect that a study without error would have, on the scale of the effects */
  limit: number;
}

/**
 * From so many studies on the test is of use: Sterne JAC, Sutton AJ, Ioannidis JPA, et al. BMJ
 * 2011;343:d4002.
 */
export const studiesForEgger = 10;

/**
 * Egger's regression of the effects on their standard errors, weighted by inverse variance, with a dispersion
 * of its own: `regtest(model = "lm", predictor = "sei")` of metafor 3.8. Egger M, Davey Smith G, Schneider M,
 * Minder C. BMJ 1997;315:629–634.
 *
 * @param studies three or more, with variances above 0
 * @returns undefined where all studies are of one size, so that nothing can depend on it
 */
export function eggerTest(studies: readonly EffectSize[]): Egger | undefined {
  const df = studies.length - 2;
  if (df < 1) throw new RangeError(`expected three studies or more, found ${studies.length}`);
  const points = studies.map(({ y, v }) => ({ x: Math.sqrt(v), y, w: 1 / v }));
  const sum = total(points.map(({ w }) => w));
  const mean = (of: (point: (typeof points)[number]) => number) =>
    total(points.map((point) => (point.w / sum) * of(point)));
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spread = total(points.map(({ x, w }) => w * (x - mx) ** 2));
  if (spread <= sum * Number.EPSILON * mx ** 2) return undefined;
  const slope = total(points.map(({ x, y, w }) => w * (x - mx) * (y - my))) / spread;
  const limit = my - slope * mx;
  const dispersion = total(points.map(({ x, y, w }) => w * (y - limit - slope * x) ** 2)) / df;
  const se = Math.sqrt(dispersion / spread);
  const t = slope / se;
  return { slope, se, t, df, p: twoSidedPOfT(Math.abs(t), df), limit };
}
