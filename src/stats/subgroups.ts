import type { EffectSize } from './effect-sizes.ts';
import { attempt, pool, type Attempt, type Pooled, type PoolOptions } from './pooling.ts';
import { NotConverged } from './tau-squared.ts';

/** The test of differences between subgroups: Q of their pooled effects, its degrees of freedom and P. */
export interface Between {
  q: number;
  df: number;
  p: number;
}

interface Subgroups {
  /** Each subgroup pooled by itself, with a τ² of its own, in the order given. */
  pooled: Attempt[];
  /** Or why there is no test. */
  between: Between | string;
}

/**
 * Pools each subgroup apart and tests the difference between their effects: a fixed-effect analysis of the
 * pooled effects with the standard errors of their own fits, as metafor's author describes for two
 * meta-analyses that are independent. `rma(estimate, sei = se, method = "FE")` of metafor 3.8; its Q is the
 * test. Borenstein M, Hedges LV, Higgins JPT, Rothstein HR. Introduction to meta-analysis, chapter 19.
 *
 * @param groups studies of each subgroup, none of them empty
 * @throws RangeError when a number cannot be
 */
export function subgroups(groups: readonly (readonly EffectSize[])[], options: PoolOptions): Subgroups {
  const pooled = groups.map((studies) => attempt(studies, options));
  return { pooled, between: compare(pooled, options) };
}

function compare(pooled: readonly Attempt[], { level }: PoolOptions): Between | string {
  const fitted = pooled.filter((one): one is Pooled => !(one instanceof NotConverged));
  if (fitted.length < pooled.length) return 'a subgroup has no pooled effect';
  if (fitted.length < 2) return 'it needs two subgroups';
  // Hartung–Knapp of studies that agree to the last digit.
  if (fitted.some(({ se }) => se === 0)) return 'the standard error of a subgroup is 0';
  const effects = fitted.map(({ estimate, se }) => ({ y: estimate, v: se ** 2 }));
  const { q } = pool(effects, { method: 'FE', test: 'z', level });
  return { q: q.value, df: q.df, p: q.p };
}
