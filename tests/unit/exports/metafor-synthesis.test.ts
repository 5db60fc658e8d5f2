import { expect, test } from 'vitest';
import { rowsOf } from '../../../src/comparison/candidates.ts';
import { softRules } from '../../../src/comparison/gate.ts';
import { synthesize } from '../../../src/comparison/synthesis.ts';
import { settle, usualState } from '../../../src/comparison/synthesis-state.ts';
import { sheetOfEndpoint } from '../../../src/site/sheets.ts';
import { proportionEffect, ratioEffect } from '../../../src/stats/effect-sizes.ts';
import { pool } from '../../../src/stats/pooling.ts';
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
  const rows = rowsOf(sheetOfEndpoint(endpoint, library));
  return rows.map((row) => {
    const { state } = settle({ ...usualState, endpoint: endpoint.id, row: row.id, overrides: [...softRules] }, rows);
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
      expect(descriptive.includes(endpoint.data.family) || studies.size === 1, [...studies].join()).toBe(true);
      return;
    }
    const usual = own.filter((one) => one.usual === 'true').map((one) => one.outcome_id);
    expect(usual.toSorted()).toEqual(state.figures.toSorted());
    // What is offered but not ticked is there as well, except for historical arms and whole studies beside their arms.
    const offered = row.candidates.filter(({ arm, trial, usual: ticked }) => {
      const beside = row.candidates.some((other) => other.trial === trial && other.arm);
      return ticked || (arm ? arm.role !== 'historical' : !beside);
    });
    expect(own.map((one) => one.outcome_id).toSorted()).toEqual(offered.map(({ figures }) => figures[0]!.uid).toSorted());
  },
);

test('a table holds no figure that the page would not pool, but estimates over time', () => {
  const ticked = new Set(offers.flatMap(({ row }) => row.candidates.flatMap(({ figures }) => figures.map(({ uid }) => uid))));
  const others = [...tables.values()]
    .flat()
    .filter(({ statistic, outcome_id }) => statistic !== 'landmark' && !ticked.has(outcome_id!));
  expect(others.map(({ outcome_id }) => outcome_id)).toEqual([]);
});

const pooled = offers.flatMap((offer) => {
  const { result } = synthesize(offer.state, offer.row);
  return typeof result === 'string' || !tables.has(offer.endpoint.id) ? [] : [{ ...offer, result }];
});

test.each(pooled)(
  '$endpoint.id, $row.id: the usual rows of the table give the result of the page',
  ({ endpoint, row, result }) => {
    const usual = tables.get(endpoint.id)!.filter((one) => one.row === row.id && one.usual === 'true');
    const effects = usual.map(({ xi, ni, estimate, low, high, level }) =>
      xi
        ? proportionEffect('PLO', Number(xi), Number(ni))
        : ratioEffect(Number(estimate), Number(low), Number(high), Number(level) / 100),
    );
    const again = pool(effects, { method: 'REML', test: 'knha', level: 0.95 });
    expect(again.estimate).toBeCloseTo(result.pooled.estimate, 12);
    expect(again.ci.low).toBeCloseTo(result.pooled.ci.low, 12);
    expect(again.tau2).toBeCloseTo(result.pooled.tau2, 12);
  },
);

test('there are rows to hold against each other', () => {
  expect(offers.filter(({ endpoint, row }) => row.candidates.length > 1 && tables.has(endpoint.id)).length).toBeGreaterThan(5);
  expect(pooled.length).toBeGreaterThan(2);
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
