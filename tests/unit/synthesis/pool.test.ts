import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../../src/synthesis/candidates.ts';
import { forest } from '../../../src/charts/forest.ts';
import { onPage } from '../../../src/charts/paint.ts';
import { softRules } from '../../../src/compare/rules.ts';
import { hintsOn } from '../../../src/synthesis/hints.ts';
import { resolveState, usualState } from '../../../src/synthesis/state.ts';
import { safely, synthesize, type Result } from '../../../src/synthesis/pool.ts';
import { counted, madeDataset, ratio } from '../../support/made-dataset.ts';
import { resultOf, synthesisOf } from '../../support/synthesis.ts';

/** The golden of the design. */
const four = madeDataset([
  counted('a', 54, 75),
  counted('b', 32, 53),
  counted('c', 18, 21),
  counted('d', 61, 75),
]);

test('pools what is ticked, with REML and Hartung–Knapp', () => {
  const { pooled, read } = resultOf(four);
  expect(pooled).toMatchObject({ k: 4, method: 'REML', test: 'knha', level: 0.95 });
  expect(pooled.estimate).toBeCloseTo(1.0547126484, 9);
  expect([read.estimate, read.ci.low, read.ci.high]).toEqual([
    expect.closeTo(0.7416788297, 9),
    expect.closeTo(0.5385066106, 9),
    expect.closeTo(0.8760009482, 9),
  ]);
  expect(resultOf(four, { figures: ['a/figure', 'c/figure'] }).pooled.k).toBe(2);
});

test('pools ratios by the level of their own intervals, on the logarithmic scale', () => {
  const dataset = madeDataset([
    ratio('a', 0.77, 0.58, 1.03, 97.5),
    ratio('b', 0.71, 0.55, 0.93),
    ratio('c', 0.9, 0.6, 1.35),
  ]);
  const { result, state, studies } = synthesisOf(dataset);
  expect(state.measure).toBe('GEN');
  // R: ((log(1.03) - log(0.58)) / (2 * qnorm(0.9875)))^2
  expect(studies[0]!.effect.v).toBeCloseTo(0.0164118160656, 12);
  expect((result as Result).read.estimate).toBeGreaterThan(0.7);
  expect((result as Result).read.estimate).toBeLessThan(0.9);
});

test('leaves out what the filters leave out', () => {
  const other = { arm: { targets: ['Target B'] } };
  const dataset = madeDataset([
    counted('a', 5, 9),
    counted('b', 6, 9),
    counted('c', 3, 9, other),
    counted('d', 4, 9, other),
  ]);
  const narrowed = synthesisOf(dataset, {
    filters: { target: ['Target B'] },
    figures: ['a/figure', 'b/figure', 'c/figure', 'd/figure'],
  });
  expect(narrowed.studies.map(({ name }) => name)).toEqual(['c', 'd']);
  expect(narrowed.state.figures).toHaveLength(4);
});

describe('refuses', () => {
  const settings = madeDataset([
    counted('a', 5, 9),
    counted('b', 6, 9, { trial: { setting: 'Newly diagnosed' } }),
  ]);

  test('what the gate refuses, with the studies but without a result', () => {
    const { result, studies, without, growing, verdict } = synthesisOf(settings);
    expect(verdict.poolable).toBe(false);
    expect(typeof result).toBe('string');
    expect(studies).toHaveLength(2);
    expect([without, growing]).toEqual([[], []]);
  });

  test('until the reader lets it pass, and then says so', () => {
    const { result, verdict } = synthesisOf(settings, { overrides: ['setting'] });
    expect((result as Result).pooled.k).toBe(2);
    expect(verdict.overridden).toEqual(['setting']);
  });

  test('nothing, and one study', () => {
    expect(synthesisOf(four, { figures: [] }).verdict.rulings[0]).toMatchObject({
      rule: 'studies',
      says: 'no figure to pool',
    });
    expect(synthesisOf(four, { figures: ['a/figure'] }).verdict.rulings[0]!.says).toBe(
      'only one figure to pool',
    );
  });

  test('what does not converge, in words', () => {
    // `circles-eight` of tests/golden/pooling.R.
    const y = [-0.411, -0.166, -0.725, 0.311, 0.024, -0.158, -0.096, -0.173];
    const v = [0.173, 0.081, 0.313, 0.018, 0.111, 0.148, 0.237, 0.187];
    const z = 1.959963984540054;
    const end = (i: number, sign: number) => Math.exp(y[i]! + sign * z * Math.sqrt(v[i]!));
    const circling = madeDataset(
      y.map((effect, i) => ratio(`s${i}`, Math.exp(effect), end(i, -1), end(i, 1))),
    );
    expect(synthesisOf(circling).result).toMatch(/REML did not converge/);
    expect(typeof resultOf(circling, { method: 'DL' })).toBe('object');
  });
});

describe('parts', () => {
  const years = [2021, 2019, undefined, 2020];
  const dataset = madeDataset(
    ['a', 'b', 'c', 'd'].map((id, i) =>
      counted(id, 5 + i, 12, { trial: { year: years[i]!, setting: i < 2 ? 'Relapsed' : 'Newly diagnosed' } }),
    ),
  );
  const parted = synthesisOf(dataset, { by: 'setting', overrides: ['setting'] });

  test('grow by year, the unknown last', () => {
    expect(parted.growing.map(({ study }) => study.name)).toEqual(['b', 'd', 'a', 'c']);
    expect((parted.growing.at(-1)!.result as Result).read).toEqual((parted.result as Result).read);
  });

  test('leave each study out in turn', () => {
    expect(parted.without).toHaveLength(4);
    const rest = synthesisOf(dataset, {
      overrides: ['setting'],
      figures: ['b/figure', 'c/figure', 'd/figure'],
    });
    expect((parted.without[0] as Result).read).toEqual((rest.result as Result).read);
  });

  test('are subgroups with a test between them', () => {
    const { groups, between } = parted.groups!;
    expect(groups.map(({ name, studies }) => [name, studies.length])).toEqual([
      ['Newly diagnosed', 2],
      ['Relapsed', 2],
    ]);
    expect(between).toMatchObject({ df: 1 });
    expect(synthesisOf(dataset, { by: 'age', overrides: ['setting'] }).groups!.between).toBe(
      'it needs two subgroups',
    );
  });
});

describe('hints', () => {
  const hints = (...given: Parameters<typeof synthesisOf>) => hintsOn(synthesisOf(...given)).join('\n');
  const alike = madeDataset([counted('a', 20, 40), counted('b', 21, 42), counted('c', 30, 59)]);

  test('tell where Hartung–Knapp is narrower than the normal interval, with the ad hoc one', () => {
    expect(hints(alike)).toMatch(/τ² = 0.*narrower than the normal interval.*ad hoc/s);
    const { read } = resultOf(alike, { test: 'adhoc' });
    expect(hints(alike)).toContain(`${(100 * read.ci.low).toFixed(1)}–${(100 * read.ci.high).toFixed(1)}`);
    expect(hints(alike, { test: 'z' })).not.toMatch(/narrower/);
    expect(hints(four)).not.toMatch(/narrower/);
  });

  test('are needed by no line of a list: it has the wider of the two intervals', () => {
    const same = madeDataset([ratio('a', 0.75, 0.65, 0.87), ratio('b', 0.75, 0.65, 0.86)]);
    const told = safely(synthesisOf(same));
    const { read } = told.result as Result;
    expect(told.state.test).toBe('z');
    // R: s <- (log(c(.87, .86)) - log(.65)) / (2 * qnorm(.975)); exp(unlist(rma(log(c(.75, .75)), sei =
    // s)[c("ci.lb", "ci.ub")]))
    expect([read.ci.low, read.ci.high]).toEqual([
      expect.closeTo(0.6779752, 6),
      expect.closeTo(0.82967637, 6),
    ]);
    expect(safely(synthesisOf(four)).state.test).toBe('knha');
  });

  test('tell why there is no prediction interval', () => {
    expect(hints(four, { figures: ['a/figure', 'b/figure'] })).toMatch(
      /No prediction interval: it needs three/,
    );
    expect(hints(four, { method: 'FE' })).toMatch(/No prediction interval: a fixed effect/);
    expect(hints(four)).not.toMatch(/prediction/);
  });

  test('tell of added halves, and of none on the arcsine', () => {
    const zero = madeDataset([counted('a', 0, 9), counted('b', 4, 9), counted('c', 5, 9)]);
    expect(hints(zero)).toMatch(/\(a\), ½ is added/);
    expect(hints(zero, { measure: 'PAS' })).not.toMatch(/½/);
  });

  test('tell of intervals at other levels and of counts from percentages', () => {
    expect(hints(madeDataset([ratio('a', 0.77, 0.58, 1.03, 97.5), ratio('b', 0.71, 0.55, 0.93)]))).toMatch(
      /of a, Treated comes .* 97.5%/,
    );
    const inferred = counted('a', 5, 9, { fact: { counts: { events: 5, total: 9, inferred: true } } });
    expect(hints(madeDataset([inferred, counted('b', 4, 9)]))).toMatch(
      /number of events in a is computed: it is the only whole number/,
    );
  });
});

test('a hundred studies are pooled and drawn', () => {
  const studies = Array.from({ length: 100 }, (_, i) =>
    counted(`study-${i}`, 3 + ((i * 7) % 20), 25 + (i % 9)),
  );
  const rows = rowsOf(madeDataset(studies));
  const { state } = resolveState(
    { ...usualState, endpoint: 'response', by: 'design', overrides: softRules },
    rows,
  );
  const synthesis = synthesize(state, rows[0]!);
  expect((synthesis.result as Result).pooled.k).toBe(100);
  expect(
    forest(synthesis, { width: 860, paint: onPage, title: 'Response' }).text.match(/<rect /g)!.length,
  ).toBeGreaterThanOrEqual(100);
});
