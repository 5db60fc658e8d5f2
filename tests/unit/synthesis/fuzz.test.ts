import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidateTable, otherFigures } from '../../../src/synthesis/candidate-table.ts';
import { domains, levelsDown } from '../../../src/synthesis/certainty.ts';
import { certaintyTable, certaintyWord, importantField } from '../../../src/synthesis/certainty-table.ts';
import { forest, forestFile } from '../../../src/charts/forest.ts';
import { onPage } from '../../../src/charts/paint.ts';
import { softRules } from '../../../src/compare/rules.ts';
import { methodsSentence } from '../../../src/synthesis/methods.ts';
import { rScript } from '../../../src/synthesis/r-script.ts';
import { dataCsv, dataJson } from '../../../src/synthesis/study-data.ts';
import { hintsOn } from '../../../src/synthesis/hints.ts';
import { levels, partitions } from '../../../src/synthesis/state.ts';
import {
  finding,
  forestTable,
  gateList,
  growingTable,
  heterogeneity,
  withoutTable,
} from '../../../src/synthesis/tables.ts';
import { measures } from '../../../src/stats/effect-sizes.ts';
import { tests } from '../../../src/stats/pooling.ts';
import { methods } from '../../../src/stats/tau-squared.ts';
import { counted, madeDataset, ratio, type Made } from '../../support/made-dataset.ts';
import { synthesisOf } from '../../support/synthesis.ts';

const trial = fc.record({
  setting: fc.constantFrom('Relapsed', 'Newly diagnosed'),
  year: fc.constantFrom(2012, 2020, 2021),
  design: fc.constantFrom('single-arm', 'randomised', 'of its own'),
});
const counts = fc
  .tuple(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), trial)
  .map(
    ([total, share, own]) =>
      (id: string) =>
        counted(id, Math.round(total * share), total, { trial: own }),
  );
const ratios = fc
  .tuple(
    fc.double({ min: -300, max: 300, noNaN: true }),
    fc.double({ min: 1e-9, max: 300, noNaN: true }),
    fc.constantFrom(90, 95, 97.5),
  )
  .map(
    ([log, half, level]) =>
      (id: string) =>
        ratio(id, Math.exp(log), Math.exp(log - half), Math.exp(log + half), level),
  );
const options = fc.record({
  measure: fc.constantFrom(...measures),
  method: fc.constantFrom(...methods),
  test: fc.constantFrom(...tests),
  level: fc.constantFrom(...levels),
  by: fc.option(fc.constantFrom(...partitions), { nil: undefined }),
  overrides: fc.constantFrom([], softRules),
  judged: fc.record({
    levels: fc.dictionary(fc.constantFrom(...domains), fc.constantFrom(...levelsDown)),
    important: fc.constantFrom(undefined, 0.1, 99.9),
  }),
});
const origin = { base: 'Base', version: '1.0.0', link: 'https://example.org/synthesis/', title: 'Response' };

/** Everything that the page or a file would say. */
function said(make: readonly ((id: string) => Made)[], state: Parameters<typeof synthesisOf>[1]): string {
  const synthesis = synthesisOf(madeDataset(make.map((of, i) => of(`s${i}`))), state);
  const isPooled = typeof synthesis.result !== 'string';
  return [
    candidateTable(synthesis.row, synthesis.state),
    otherFigures(synthesis.row),
    gateList(synthesis),
    finding(synthesis),
    heterogeneity(synthesis) ?? '',
    forestTable(synthesis),
    forest(synthesis, { width: 320, paint: onPage, title: 'Response' }),
    forestFile(synthesis, 'Response', []),
    withoutTable(synthesis),
    growingTable(synthesis),
    ...hintsOn(synthesis),
    ...(synthesis.certainty ? [certaintyWord(synthesis.certainty), certaintyTable(synthesis.certainty)] : []),
    importantField(synthesis.state),
    dataCsv(synthesis, origin),
    dataJson(synthesis, origin),
    methodsSentence(synthesis, origin) ?? '',
    isPooled ? rScript(synthesis, origin) : '',
  ].join('\n');
}

test.each([
  ['counts', counts],
  ['ratios', ratios],
])('whatever the %s, there is an answer, and no hole in it', (_, study) => {
  fc.assert(
    fc.property(fc.array(study, { minLength: 1, maxLength: 7 }), options, (make, state) => {
      expect(said(make, state)).not.toMatch(/NaN|Infinity|undefined|\[object/);
    }),
    { seed: 5, numRuns: 250 },
  );
});
