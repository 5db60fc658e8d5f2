import { rowsOf } from '../../src/synthesis/candidates.ts';
import type { Dataset } from '../../src/compare/dataset.ts';
import { resolveState, usualState, type SynthesisState } from '../../src/synthesis/state.ts';
import { synthesize, type Result } from '../../src/synthesis/pool.ts';
import { counted, madeDataset, ratio } from './made-dataset.ts';

/** The synthesis of a made-up dataset, as usual but for what is given. */
export function synthesisOf(dataset: Dataset, state: Partial<SynthesisState> = {}) {
  const settled = resolveState({ ...usualState, ...state, endpoint: 'response' }, rowsOf(dataset));
  return synthesize(settled.state, settled.row);
}

/** Its pooled effect. */
export const resultOf = (...given: Parameters<typeof synthesisOf>) => synthesisOf(...given).result as Result;

/** The golden of the design, in two settings, with a name that must be escaped. */
export const fourCounts = madeDataset([
  counted('a', 54, 75, { trial: { name: 'A "1" & <b>', year: 2021 } }),
  counted('b', 32, 53, { trial: { name: 'É≥, 二' } }),
  counted('c', 18, 21, { trial: { setting: 'Newly diagnosed' } }),
  counted('d', 61, 75, { trial: { setting: 'Newly diagnosed', year: 2018 } }),
]);

/**
 * Two classes that could be pooled but for being two, a third one among the newly diagnosed, and a
 * comparator.
 */
export const twoClasses = madeDataset([
  counted('a', 18, 30),
  counted('b', 21, 32),
  ...['c', 'd', 'e'].map((id, i) =>
    counted(id, [15, 24, 20][i] ?? 0, [20, 32, 28][i] ?? 0, {
      arm: {
        therapies: [i === 1 ? 'Product two' : 'Product one'],
        classes: ['Cells, engineered'],
        targets: i === 2 ? ['Target B'] : ['Target A'],
      },
    }),
  ),
  counted('f', 11, 14, {
    trial: { setting: 'Newly diagnosed' },
    arm: { therapies: ['Third agent'], classes: ['Small molecule'] },
  }),
  counted('g', 12, 15, { trial: { setting: 'Newly diagnosed' } }),
  counted('control', 3, 30, { arm: { role: 'comparator' } }),
]);

export const threeRatios = madeDataset([
  ratio('a', 0.77, 0.58, 1.03, 97.5),
  ratio('b', 0.71, 0.55, 0.93),
  ratio('c', 1.3, 0.8, 2.1, 90),
]);
