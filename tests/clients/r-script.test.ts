import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rScript } from '../../src/synthesis/r-script.ts';
import type { Synthesis } from '../../src/synthesis/pool.ts';
import type { SynthesisState } from '../../src/synthesis/state.ts';
import type { Pooled } from '../../src/stats/pooling.ts';
import type { Between } from '../../src/stats/subgroups.ts';
import { counted, madeDataset } from '../support/made-dataset.ts';
import { fourCounts, synthesisOf, threeRatios, twoClasses } from '../support/synthesis.ts';

const isThere = (name: string) => spawnSync('Rscript', ['-e', `library(${name})`]).status === 0;
const missing = !isThere('metafor');
/** rma.glmm() fits by it, to some five digits. */
const hasLme4 = isThere('lme4');
const folder = mkdtempSync(path.join(tmpdir(), 'almanac-r-'));
afterAll(() => rmSync(folder, { recursive: true }));

const origin = {
  base: 'Base',
  version: '1.0.0',
  link: 'https://example.org/synthesis/?endpoint=response',
  title: 'Response,\nany “grade”',
};

const stepsOfMetafor = [
  'tell("weights", weights(result))',
  'tell("without", leave1out(result)$estimate)',
  'tell("growing", cumul(result, order = year)$estimate)',
];
const stepsByHand = [
  'tell("without", sapply(everyone, function(i) some(everyone[-i])["estimate"]))',
  'tell("growing", sapply(everyone[-1], function(i) some(order(studies$year)[1:i])["estimate"]))',
];

/** The script of a synthesis, and lines that tell what it leaves in R: its figures, steps and subgroups. */
const telling = (synthesis: Synthesis): string =>
  [
    rScript(synthesis, origin),
    `tell("figures", c(figures, result$tau2, result$I2, result$H2, ${synthesis.state.method === 'GLMM' ? 'result$QE.LRT, result$QEp.LRT' : 'result$QE, result$QEp'}))`,
    `tell("back", sapply(figures, function(x) if (is.na(x)) NA else ${{ PLO: 'transf.ilogit', PR: 'identity', PAS: 'transf.iarcsin', GEN: 'exp' }[synthesis.state.measure]}(x)))`,
    ...(synthesis.state.method === 'GLMM' ? stepsByHand : stepsOfMetafor),
    'if (exists("egger")) tell("egger", c(egger$zval, egger$dfs, egger$pval, egger$est))',
    'if (exists("between")) tell("between", c(between$QE, nrow(subgroups) - 1, between$QEp))',
  ].join('\n');

/**
 * What each synthesis leaves in R, in a plain locale. R and metafor are started once; each script runs by
 * itself.
 */
function inR(syntheses: readonly Synthesis[]): Record<string, number[]>[] {
  syntheses.forEach((synthesis, i) => writeFileSync(path.join(folder, `${i}.R`), telling(synthesis)));
  const lines = [
    'tell <- function(name, x) cat("@", name, ifelse(is.na(x), "NaN", sprintf("%.17g", as.numeric(x))), "\\n")',
    `for (i in 0:${syntheses.length - 1}) { cat("\\n@@\\n"); source(paste0(i, ".R"), local = new.env()) }`,
  ];
  writeFileSync(path.join(folder, 'all.R'), lines.join('\n'));
  const { status, stdout, stderr } = spawnSync('Rscript', ['all.R'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const told = stdout.split('\n@@\n').slice(1);
  expect(status, `script ${told.length} of ${syntheses.length}: ${stderr}`).toBe(0);
  return told.map((one) =>
    Object.fromEntries(
      [...one.matchAll(/^@ (\w+) (.*)$/gm)].map(([, name, values]) => [
        name,
        values!.trim().split(/\s+/).map(Number),
      ]),
    ),
  );
}

/** Relative above 1. */
function expectAlike(
  got: (number | null | undefined)[],
  wanted: number[] | undefined,
  of: string,
  within = 1e-6,
): void {
  expect(wanted, of).toHaveLength(got.length);
  got.forEach((value, i) => {
    const told = `${of} ${i}: ${value}, R ${wanted![i]}`;
    if (value === null || value === undefined) expect(wanted![i], told).toBeNaN();
    else
      expect(Math.abs(value - wanted![i]!) / Math.max(1, Math.abs(wanted![i]!)), told).toBeLessThan(within);
  });
}

const eleven = madeDataset(Array.from({ length: 11 }, (_, i) => counted(`s${i}`, 4 + i, 10 + 3 * i)));

const glmms: [name: string, dataset: typeof fourCounts, state: Partial<SynthesisState>][] = [
  ['the binomial–normal model', fourCounts, { overrides: ['setting'], method: 'GLMM', test: 'z' }],
  ['the binomial–normal model with t', fourCounts, { overrides: ['setting'], method: 'GLMM' }],
];

const zeros = madeDataset([
  counted('a', 0, 14, { trial: { year: 2012 } }),
  counted('b', 3, 30, { trial: { year: 2010 } }),
  counted('c', 8, 8, { trial: { year: 2011 } }),
]);

describe('the script for R', () => {
  if (missing) {
    const reason =
      'skipped: no R with metafor here; apt-get install -y --no-install-recommends r-base-core r-cran-metafor';
    console.error(`the script for R is ${reason}`);
    test.skip(reason, () => {});
    return;
  }

  const cases: [name: string, dataset: typeof fourCounts, state: Partial<SynthesisState>][] = [
    ['proportions as they usually are', fourCounts, { overrides: ['setting'] }],
    [
      'proportions in subgroups',
      fourCounts,
      { overrides: ['setting'], by: 'setting', test: 'adhoc', level: 90 },
    ],
    [
      'raw proportions by DerSimonian and Laird',
      fourCounts,
      { overrides: ['setting'], measure: 'PR', method: 'DL', test: 'z' },
    ],
    ['two proportions', fourCounts, { overrides: ['setting'], figures: ['a/figure', 'c/figure'] }],
    ['zero cells on the arcsine by Paule and Mandel', zeros, { measure: 'PAS', method: 'PM' }],
    ['zero cells on the logit', zeros, { level: 99, method: 'ML' }],
    ['ratios at several levels', threeRatios, {}],
    ['ratios with a fixed effect', threeRatios, { method: 'FE', test: 'z' }],
    [
      'two classes pooled together, in subgroups',
      twoClasses,
      { filters: { class: ['Antibody', 'Cells, engineered'] }, by: 'class' },
    ],
    [
      'two therapies of a class, in subgroups',
      twoClasses,
      { filters: { therapy: ['Product one', 'Agent'] }, by: 'therapy', method: 'PM' },
    ],
    ['eleven studies, with Egger’s test', eleven, {}],
    ...(hasLme4 ? glmms : []),
  ];
  const syntheses = cases.map(([, dataset, state]) => synthesisOf(dataset, state));
  let all: Record<string, number[]>[];
  beforeAll(() => {
    all = inR(syntheses);
  });

  test.each(cases.map(([name], i) => [name, i] as const))('gives what the page gives for %s', (_, i) => {
    const [synthesis, found] = [syntheses[i]!, all[i]!];
    if (typeof synthesis.result === 'string') throw new Error(synthesis.result);
    const { pooled, read } = synthesis.result;
    const { estimate, ci, prediction, tau2, i2, h2, q } = pooled;
    const isGlmm = pooled.method === 'GLMM';
    const within = isGlmm ? 5e-5 : 1e-6;
    const ends = (of: { low: number; high: number } | null) => [of?.low, of?.high];
    expectAlike(
      [estimate, ...ends(ci), ...ends(prediction), tau2, i2, h2, q.value, q.p],
      found.figures,
      'figures',
      within,
    );
    expectAlike([read.estimate, ...ends(read.ci), ...ends(read.prediction)], found.back, 'back', within);
    const percent = pooled.weights.map((weight) => 100 * weight);
    if (!isGlmm) expectAlike(percent, found.weights, 'weights');
    const estimates = (steps: Synthesis['without']) =>
      steps.map((step) => (typeof step === 'string' ? undefined : (step.pooled as Pooled).estimate));
    expectAlike(estimates(synthesis.without), found.without, 'without', within);
    const growing = estimates(synthesis.growing.map((step) => step.result));
    // One study alone has no model of this kind.
    expectAlike(isGlmm ? growing.slice(1) : growing, found.growing, 'growing', within);
    if (synthesis.egger) {
      const { t, df, p, limit } = synthesis.egger;
      expectAlike([t, df, p, limit], found.egger, 'egger');
    }
    if (synthesis.groups) {
      const between = synthesis.groups.between as Between;
      expectAlike([between.q, between.df, between.p], found.between, 'between');
    }
  });
});
