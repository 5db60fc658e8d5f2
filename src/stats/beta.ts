import { createRequire } from 'node:module';
import type betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

const load = createRequire(import.meta.url);
let known: typeof betaQuantile | undefined;

/**
 * A quantile of the beta distribution. Its package is loaded when the first is asked for: it is a tenth of
 * what a check of a base that has not changed takes.
 */
export function quantileOfBeta(p: number, alpha: number, beta: number): number {
  known ??= load('@stdlib/stats-base-dists-beta-quantile') as typeof betaQuantile;
  return known(p, alpha, beta);
}
