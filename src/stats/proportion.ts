import { quantileOfBeta } from './beta.ts';
import { zOfLevel } from './normal.ts';

/** An interval on the scale of a proportion (0 to 1). */
export interface ProportionInterval {
  low: number;
  high: number;
}

/**
 * Exact (Clopper–Pearson) confidence interval of a proportion, from quantiles of the beta distribution.
 *
 * Clopper CJ, Pearson ES. Biometrika 1934;26:404–413. Agrees with R `binom.test(x, n)$conf.int`.
 *
 * @param events number of patients with the outcome, 0 ≤ events ≤ total
 * @param total number of patients, at least 1
 * @param level confidence level between 0 and 1
 * @throws RangeError when the counts or the level cannot be
 */
export function clopperPearson(events: number, total: number, level = 0.95): ProportionInterval {
  expectCounts(events, total, level);
  const tail = (1 - level) / 2;
  return {
    low: events === 0 ? 0 : quantileOfBeta(tail, events, total - events + 1),
    high: events === total ? 1 : quantileOfBeta(1 - tail, events + 1, total - events),
  };
}

/**
 * Score interval. Wilson EB. J Am Stat Assoc 1927;22:209–212. Agrees with R
 * `prop.test(x, n, correct = FALSE)`.
 */
export function wilson(events: number, total: number, level = 0.95): ProportionInterval {
  expectCounts(events, total, level);
  const z = zOfLevel(level);
  const p = events / total;
  const centre = (p + z ** 2 / (2 * total)) / (1 + z ** 2 / total);
  const half = (z / (1 + z ** 2 / total)) * Math.sqrt((p * (1 - p)) / total + z ** 2 / (4 * total ** 2));
  return clamp(centre - half, centre + half);
}

/** Simple normal approximation, cut at 0 and 1. */
export function wald(events: number, total: number, level = 0.95): ProportionInterval {
  expectCounts(events, total, level);
  const p = events / total;
  const half = zOfLevel(level) * Math.sqrt((p * (1 - p)) / total);
  return clamp(p - half, p + half);
}

/**
 * Agresti A, Coull BA. Am Stat 1998;52:119–126: the Wald interval after adding z²/2 events and as many
 * non-events.
 */
export function agrestiCoull(events: number, total: number, level = 0.95): ProportionInterval {
  expectCounts(events, total, level);
  const z = zOfLevel(level);
  const n = total + z ** 2;
  const p = (events + z ** 2 / 2) / n;
  const half = z * Math.sqrt((p * (1 - p)) / n);
  return clamp(p - half, p + half);
}

/**
 * Equal-tailed interval under the prior of Jeffreys. Brown LD, Cai TT, DasGupta A. Stat Sci 2001;16:101–133.
 */
export function jeffreys(events: number, total: number, level = 0.95): ProportionInterval {
  expectCounts(events, total, level);
  const tail = (1 - level) / 2;
  return {
    low: events === 0 ? 0 : quantileOfBeta(tail, events + 0.5, total - events + 0.5),
    high: events === total ? 1 : quantileOfBeta(1 - tail, events + 0.5, total - events + 0.5),
  };
}

/** The methods that reports use for a proportion, the most usual first. */
export const proportionMethods = [
  { name: 'Clopper–Pearson', compute: clopperPearson },
  { name: 'Wilson', compute: wilson },
  { name: 'Wald', compute: wald },
  { name: 'Agresti–Coull', compute: agrestiCoull },
  { name: 'Jeffreys', compute: jeffreys },
] as const;

/**
 * The number of events that a printed percentage of a known total stands for,
 * where exactly one whole number rounds to it.
 *
 * @param percent printed percentage
 * @param decimals digits printed after its point
 * @param total denominator
 */
export function eventsFromPercent(percent: number, decimals: number, total: number): number | undefined {
  const halfUnit = 0.5 * 10 ** -decimals + 1e-9;
  const low = Math.max(0, Math.ceil(((percent - halfUnit) * total) / 100));
  const high = Math.min(total, Math.floor(((percent + halfUnit) * total) / 100));
  return low === high ? low : undefined;
}

function expectCounts(events: number, total: number, level: number): void {
  if (!Number.isInteger(events) || !Number.isInteger(total) || events < 0 || total < 1 || events > total) {
    throw new RangeError(
      `expected whole numbers with 0 ≤ events ≤ total and total ≥ 1, found ${events}/${total}`,
    );
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`expected a level between 0 and 1, found ${level}`);
}

function clamp(low: number, high: number): ProportionInterval {
  return { low: Math.max(0, low), high: Math.min(1, high) };
}

/** A percentage as it is printed: its number, and how many digits stand behind the point. */
interface PrintedPercent {
  value: number;
  decimals: number;
}

/**
 * Whether x of n rounds (half either way) to a printed percentage; by whole numbers, so that no float
 * decides.
 */
export function isRounded(x: number, n: number, { value, decimals }: PrintedPercent): boolean {
  const scale = 10 ** decimals;
  return 2 * Math.abs(100 * scale * x - Math.round(value * scale) * n) <= n;
}

/** Whether x of n gives a printed percentage when its further digits are cut off. */
export function isCut(x: number, n: number, { value, decimals }: PrintedPercent): boolean {
  const scale = 10 ** decimals;
  return Math.floor((100 * scale * x) / n) === Math.round(value * scale);
}
