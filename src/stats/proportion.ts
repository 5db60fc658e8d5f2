import quantile from '@stdlib/stats-base-dists-beta-quantile';

/** A computed interval, on the scale of a proportion (0 to 1). */
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
  if (!Number.isInteger(events) || !Number.isInteger(total) || events < 0 || total < 1 || events > total) {
    throw new RangeError(
      `clopperPearson: expected whole numbers with 0 ≤ events ≤ total and total ≥ 1, found ${events}/${total}`,
    );
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`clopperPearson: expected a level between 0 and 1, found ${level}`);
  const tail = (1 - level) / 2;
  return {
    low: events === 0 ? 0 : quantile(tail, events, total - events + 1),
    high: events === total ? 1 : quantile(1 - tail, events + 1, total - events),
  };
}

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
