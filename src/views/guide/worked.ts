import type { Mark } from '../../charts/marks.ts';
import { proportionEffect } from '../../stats/effect-sizes.ts';
import { pool, readable, type Interval } from '../../stats/pooling.ts';
import { clopperPearson, proportionMethods } from '../../stats/proportion.ts';
import { guide } from '../../i18n/guide.ts';
import { computed, shareText } from '../../wording/computed.ts';

/** One line of a worked example: what, a share of patients with its interval, and how it is drawn. */
export interface WorkedRow {
  label: string;
  /** Where the figure stands, for one that is of the base. */
  path?: string;
  value: string;
  interval: string;
  mark: Mark;
}

/** Numbers of patients, invented to show something: the share and its exact interval. */
export interface Share {
  label: string;
  path?: string;
  events: number;
  total: number;
}

/** Shares with their exact 95% intervals. */
export const workedShares = (shares: readonly Share[]): WorkedRow[] =>
  shares.map(({ events, total, ...share }) => ({
    ...share,
    ...row(100 * (events / total), clopperPearson(events, total)),
    value: `${shareText(events / total)} (${events}/${total})`,
  }));

/** One share with its 95% interval by each method that reports use. */
export const workedMethods = (events: number, total: number): WorkedRow[] =>
  proportionMethods.map(({ name, compute }) => ({
    label: name,
    ...row(100 * (events / total), compute(events, total)),
  }));

/** Four invented studies, events of patients. Their pooled results in R metafor stand in tests/golden. */
export const inventedStudies = [
  { label: 'A', events: 54, total: 75 },
  { label: 'B', events: 32, total: 53 },
  { label: 'C', events: 18, total: 21 },
  { label: 'D', events: 61, total: 75 },
] as const;

/**
 * The invented studies pooled on the logit scale: common effect; random effects with Hartung–Knapp, and what
 * they predict.
 */
export function workedPooling(): { rows: WorkedRow[]; tau2: string; i2: string } {
  const effects = inventedStudies.map(({ events, total }) => proportionEffect('PLO', events, total));
  const common = readable('PLO', pool(effects, { method: 'FE', test: 'z', level: 0.95 }));
  const pooled = pool(effects, { method: 'REML', test: 'knha', level: 0.95 });
  const random = readable('PLO', pooled);
  return {
    rows: [
      ...workedShares(inventedStudies.map((study) => ({ ...study, label: guide.worked.study(study.label) }))),
      { label: guide.worked.common, ...row(100 * common.estimate, common.ci) },
      { label: guide.worked.random, ...row(100 * random.estimate, random.ci) },
      ...(random.prediction
        ? [{ label: guide.worked.prediction, ...row(undefined, random.prediction) }]
        : []),
    ],
    tau2: computed(pooled.tau2, 3),
    i2: `${computed(pooled.i2)}%`,
  };
}

/** @param point in percent, where there is one; @param interval in shares from 0 to 1 */
function row(point: number | undefined, { low, high }: Interval): Omit<WorkedRow, 'label'> {
  return {
    value: point === undefined ? guide.worked.intervalOnly : `${computed(point)}%`,
    interval: `${computed(100 * low)}–${computed(100 * high)}%`,
    mark: { point, low: 100 * low, high: 100 * high, computed: true },
  };
}
