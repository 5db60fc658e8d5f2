import type { Counts } from './binomial-normal.ts';
import { zOfTwoSidedP } from './normal.ts';

/**
 * The scales on which studies are pooled, by the names of metafor.
 *
 * - `PLO`: logit of a proportion
 * - `PR`: a proportion as it is
 * - `PAS`: arcsine of the square root of a proportion
 * - `GEN`: natural logarithm of a ratio (hazard, odds or risk ratio)
 */
export const measures = ['PLO', 'PR', 'PAS', 'GEN'] as const;
export type Measure = (typeof measures)[number];
type ProportionMeasure = Exclude<Measure, 'GEN'>;

/** What one study says on the scale of a measure. */
export interface EffectSize {
  /** the effect */
  y: number;
  /** its sampling variance, above 0 */
  v: number;
  /** the counts of a proportion, for the model that takes them as they are */
  counts?: Counts;
}

/**
 * The effect size of a proportion with its large-sample variance.
 *
 * As `escalc(measure, xi = events, ni = total, to = "only0")` of metafor 3.8: PLO and PR add ½ to events and
 * non-events of a study in which either is 0, and to no other; PAS needs and adds nothing. PLO: ln(x/(n−x)),
 * 1/x + 1/(n−x). PR: x/n, p(1−p)/n. PAS: asin √(x/n), 1/(4n).
 *
 * @param events whole number, 0 ≤ events ≤ total
 * @param total whole number, at least 1
 * @throws RangeError when the counts cannot be
 */
export function proportionEffect(measure: ProportionMeasure, events: number, total: number): EffectSize {
  if (
    !Number.isSafeInteger(events) ||
    !Number.isSafeInteger(total) ||
    events < 0 ||
    total < 1 ||
    events > total
  ) {
    throw new RangeError(
      `expected whole numbers with 0 ≤ events ≤ total and total ≥ 1, found ${events}/${total}`,
    );
  }
  const counts = { events, total };
  if (measure === 'PAS') return { y: Math.asin(Math.sqrt(events / total)), v: 1 / (4 * total), counts };
  const added = events === 0 || events === total ? 0.5 : 0;
  const [x, rest] = [events + added, total - events + added];
  const n = x + rest;
  if (measure === 'PLO') return { y: Math.log(x / rest), v: 1 / x + 1 / rest, counts };
  return { y: x / n, v: ((x / n) * (rest / n)) / n, counts };
}

/**
 * The effect size of a ratio from its printed interval: ln(estimate), and the standard error ln(high/low) /
 * (2 z) with the z of the interval's own level. Altman DG, Bland JM. BMJ 2011;343:d2090.
 *
 * @param estimate, low, high on the scale of the ratio, 0 < low ≤ estimate ≤ high and low < high
 * @param level confidence level of the interval, between 0 and 1
 * @throws RangeError when they cannot be an estimate and its interval
 */
export function ratioEffect(estimate: number, low: number, high: number, level: number): EffectSize {
  if (!(low > 0 && low <= estimate && estimate <= high && low < high && high < Number.POSITIVE_INFINITY)) {
    throw new RangeError(
      `expected 0 < low ≤ estimate ≤ high and low < high, found ${estimate} [${low}, ${high}]`,
    );
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`expected a level between 0 and 1, found ${level}`);
  const se = (Math.log(high) - Math.log(low)) / (2 * zOfTwoSidedP(1 - level));
  return { y: Math.log(estimate), v: se ** 2 };
}

/**
 * From the scale of a measure back to the scale that people read: a proportion (0 to 1) or a ratio.
 *
 * As `transf.ilogit`, `transf.iarcsin` and `exp` of metafor and R; the limits of an arcsine interval beyond 0
 * or 1 become 0 or 1. Raw proportions stay as they are, also where the limits of a normal interval lie beyond
 * 0 or 1.
 */
export function backTransform(measure: Measure, value: number): number {
  if (measure === 'PR') return value;
  if (measure === 'GEN') return Math.exp(value);
  if (measure === 'PLO') return 1 / (1 + Math.exp(-value));
  return Math.sin(Math.min(Math.max(value, 0), Math.PI / 2)) ** 2;
}

/** From the scale that people read, a proportion between 0 and 1 or a ratio above 0, to that of a measure. */
export function transform(measure: Measure, value: number): number {
  if (measure === 'PR') return value;
  if (measure === 'GEN') return Math.log(value);
  return measure === 'PLO' ? Math.log(value / (1 - value)) : Math.asin(Math.sqrt(value));
}
