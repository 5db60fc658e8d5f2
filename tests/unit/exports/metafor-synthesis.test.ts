import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { rowsOf } from '../../../src/synthesis/candidates.ts';
import { softRules } from '../../../src/compare/rules.ts';
import { synthesize } from '../../../src/synthesis/pool.ts';
import { resolveState, usualState } from '../../../src/synthesis/state.ts';
import { exportFiles } from '../../support/export-files.ts';
import { readCounts, readRatios } from '../../../src/reading/study-table.ts';
import { datasetOfEndpoint } from '../../../src/views/datasets.ts';
import { proportionEffect, ratioEffect } from '../../../src/stats/effect-sizes.ts';
import { pool } from '../../../src/stats/pooling.ts';
import { NotConverged } from '../../../src/stats/tau-squared.ts';
import { projectEdition } from './editions.ts';

const { library, analyses } = projectEdition();
/** The rows of the table of an endpoint, by column. */
const tables = new Map(
  analyses.map(({ name, columns, cells }) => [
    name.replace('metafor-', ''),
    cells.map((row) => Object.fromEntries(columns.map((column, i) => [column.name, row[i]!]))),
  ]),
);
/** Every row of every endpoint, as the page of syntheses offers it when nothing is chosen. */
const offers = library.endpoints.flatMap((endpoint) => {
  const rows = rowsOf(datasetOfEndpoint(endpoint, library));
  return rows.map((row) => {
    const { state } = resolveState(
      { ...usualState, endpoint: endpoint.id, row: row.id, overrides: [...softRules] },
      rows,
    );
    return { endpoint, row, state };
  });
});
const descriptive = ['participants', 'follow-up', 'context'];

test.each(offers.filter(({ row }) => row.candidates.length > 0))(
  '$endpoint.id, $row.id: the table holds as usual what the page ticks',
  ({ endpoint, row, state }) => {
    const own = tables.get(endpoint.id)?.filter((one) => one.row === row.id);
    const studies = new Set(row.candidates.map(({ trial }) => trial.id));
    if (!own) {
      // There is no table of what describes patients, nor where one study alone has figures.
      expect(descriptive.includes(endpoint.data.family) || studies.size === 1, [...studies].join()).toBe(
        true,
      );
      return;
    }
    const usual = own.filter((one) => one.usual === 'true').map((one) => one.outcome_id);
    expect(usual.toSorted()).toEqual(state.figures.toSorted());
    // What is offered but not ticked is there as well, except for historical arms and whole studies beside
    // their arms.
    const offered = row.candidates.filter(({ arm, trial, usual: ticked }) => {
      const beside = row.candidates.some((other) => other.trial === trial && other.arm);
      return ticked || (arm ? arm.role !== 'historical' : !beside);
    });
    expect(own.map((one) => one.outcome_id).toSorted()).toEqual(
      offered.map(({ figures }) => figures[0]!.uid).toSorted(),
    );
  },
);

test('a table holds no figure that the page would not pool, but estimates over time', () => {
  const ticked = new Set(
    offers.flatMap(({ row }) => row.candidates.flatMap(({ figures }) => figures.map(({ uid }) => uid))),
  );
  const others = [...tables.values()]
    .flat()
    .filter(({ statistic, outcome_id }) => statistic !== 'landmark' && !ticked.has(outcome_id!));
  expect(others.map(({ outcome_id }) => outcome_id)).toEqual([]);
});

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-metafor-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
for (const file of exportFiles(library, '0.1.0'))
  if (file.path.startsWith('data/metafor/'))
    fs.writeFileSync(path.join(folder, path.basename(file.path)), file.content);

const inTables = offers.filter(({ endpoint, state }) => tables.has(endpoint.id) && state.figures.length > 0);

test.each(inTables)(
  '$endpoint.id, $row.id: almanac pool reads of the table what the page pools',
  ({ endpoint, row, state }) => {
    const { result, verdict } = synthesize(state, row);
    const file = path.join(folder, `${endpoint.id}.csv`);
    const isRatio = state.measure === 'GEN';
    const effectsOf = () =>
      isRatio
        ? readRatios(file, row.id).studies.map(({ estimate, low, high, level }) =>
            ratioEffect(estimate, low, high, level / 100),
          )
        : readCounts(file, row.id).studies.map(({ events, total }) => proportionEffect('PLO', events, total));
    const refused = verdict.rulings.filter(({ verdict: own }) => own === 'refused').map(({ rule }) => rule);
    if (refused.includes('patients'))
      return expect(effectsOf).toThrow(/share patients, who would be counted twice/);
    const effects = effectsOf();
    expect(effects).toHaveLength(state.figures.length);
    if (typeof result === 'string') return expect(refused).not.toEqual([]);
    const again = pool(effects, { method: 'REML', test: 'knha', level: 0.95 });
    if (again instanceof NotConverged) throw again;
    const { estimate, ci, tau2 } = result.pooled;
    const pairs = [
      [again.estimate, estimate],
      [again.ci.low, ci.low],
      [again.ci.high, ci.high],
      [again.tau2, tau2],
    ] as const;
    // The table has the studies in another order, which a sum shows in its last digit.
    for (const [ofTable, ofPage] of pairs) expect(ofTable).toBeCloseTo(ofPage, 12);
  },
);

test('there are rows to hold against each other', () => {
  expect(
    offers.filter(({ endpoint, row }) => row.candidates.length > 1 && tables.has(endpoint.id)).length,
  ).toBeGreaterThan(5);
  const results = inTables.map(({ state, row }) => synthesize(state, row).result);
  expect(results.filter((result) => typeof result !== 'string').length).toBeGreaterThan(2);
});

test('arms of one study, and studies that share patients, name each other', () => {
  const rows = [...tables.values()].flat();
  const ofIno = tables.get('cr-cri')!.filter(({ study }) => study === 'ino-vate');
  expect(ofIno.map(({ overlaps }) => overlaps)).toEqual(
    ofIno.map(({ outcome_id }) => ofIno.find((one) => one.outcome_id !== outcome_id)!.outcome_id),
  );
  for (const { overlaps, outcome_id } of rows)
    for (const other of (overlaps ?? '').split('; ').filter(Boolean))
      expect(rows.find((one) => one.outcome_id === other)!.overlaps!.split('; ')).toContain(outcome_id);
});
