import { describe, expect, it } from 'vitest';
import { arrange, numberOf } from '../../../src/compare/arrange.ts';
import { lineOf, textOf } from '../../../src/compare/cell-text.ts';
import { emptyView, type View } from '../../../src/compare/view.ts';
import { trial } from '../helpers/corpus.ts';
import { datasetsOf } from './datasets.ts';

const seen = (datasets: ReturnType<typeof datasetsOf>, view: Partial<View>) =>
  arrange({ ...emptyView, arms: ['alpha'], ...view }, datasets);
const texts = (found: ReturnType<typeof arrange>) =>
  found.rows.map((row) => [row.label, ...row.cells.map(lineOf)]);
const population = '- {id: young, kind: subgroup, label: The young, of: all}';

describe('a comparison', () => {
  const two = datasetsOf(`
- {id: new-cr, kind: proportion, arm: new, events: 18, total: 21, percent: 86}
- {id: old-cr, kind: proportion, arm: old, events: 8, total: 20, percent: 40}
- {id: hr, kind: contrast, arm: new, comparator: old, measure: HR, estimate: 0.45, interval: {level: 95, low: 0.34, high: 0.61}}
`);

  it('has a column for each arm and a row for each statistic', () => {
    const found = seen(two, {});
    expect(found.columns.map(({ key }) => key)).toEqual(['alpha.new', 'alpha.old']);
    expect(texts(found)).toEqual([
      ['proportion', '86% (18/21; 95% CI 63.7–97.0, computed)', '40% (8/20; 95% CI 19.1–63.9, computed)'],
      ['hazard ratio', 'HR 0.45 (95% CI 0.34–0.61)', 'reference group'],
    ]);
  });

  it('takes one arm alone, and says which it does not know', () => {
    const found = seen(two, { arms: ['alpha.old', 'alpha.third', 'omega'] });
    expect(found.columns.map(({ key }) => key)).toEqual(['alpha.old']);
    expect(found.unknown).toEqual(['alpha.third', 'omega']);
  });

  it('shows only rows that two arms report, where asked', () => {
    expect(seen(two, { rows: 'shared' }).rows.map(({ label }) => label)).toEqual(['proportion']);
  });

  it('orders the arms by a row, what has no figure last', () => {
    const order = (view: Partial<View>) => seen(two, view).columns.map(({ key }) => key);
    expect(order({ sort: 'cr~proportion' })).toEqual(['alpha.old', 'alpha.new']);
    expect(order({ sort: 'cr~proportion', descending: true })).toEqual(['alpha.new', 'alpha.old']);
    expect(order({ sort: 'cr~hazard ratio' })).toEqual(['alpha.new', 'alpha.old']);
    expect(order({ sort: 'no~such row' })).toEqual(['alpha.new', 'alpha.old']);
  });

  it('shows what a report says itself before what a review tells of it, and keeps the other', () => {
    const told = datasetsOf(`
- {id: told, kind: proportion, arm: new, percent: 85, report: jones}
- {id: own, kind: proportion, arm: new, events: 18, total: 21}
`);
    const [cell] = seen(told, {}).rows[0]!.cells;
    expect(cell!.fact!.uid).toBe('alpha/own');
    expect(cell!.others.map(({ uid }) => uid)).toEqual(['alpha/told']);
  });

  it('prefers a figure that a review tells to none of its own report', () => {
    const told = datasetsOf(`
- {id: own, kind: proportion, arm: new, missing: not-extracted}
- {id: told, kind: proportion, arm: new, percent: 85, report: jones}
`);
    expect(seen(told, {}).rows[0]!.cells[0]!.fact!.uid).toBe('alpha/told');
  });

  it('marks whose denominators differ', () => {
    const differing = datasetsOf(`
- {id: new-cr, kind: proportion, arm: new, events: 18, total: 21}
- {id: old-cr, kind: proportion, arm: old, events: 3, total: 9, population: young}
`);
    const [row] = seen(differing, {}).rows;
    expect(row!.cells.map(({ traits }) => traits.find(({ trait }) => trait === 'population'))).toEqual([
      { trait: 'population', text: 'All', differs: true },
      { trait: 'population', text: 'The young', differs: true },
    ]);
  });

  it('keeps grades of two scales in two rows', () => {
    const graded = datasetsOf(
      `
- {id: a, kind: adverse-event, arm: new, grade: "≥3", scale: ctcae-4, events: 3, total: 21}
- {id: b, kind: adverse-event, arm: old, grade: "≥3", scale: unstated, events: 2, total: 20}
`,
    );
    expect(
      seen(graded, {}).rows.map(({ label, cells }) => [label, ...cells.map((cell) => textOf(cell).value)]),
    ).toEqual([
      ['grade ≥3 · CTCAE v4', '14.3%', 'not recorded'],
      ['grade ≥3 · scale not stated', 'not recorded', '10.0%'],
    ]);
  });
});

describe('the denominator denominator', () => {
  const datasets = datasetsOf(
    `
- {id: new-cr, kind: proportion, arm: new, events: 18, total: 19, percent: 95, population: seen}
- {id: old-cr, kind: proportion, arm: old, percent: 40, population: seen}
- {id: young-cr, kind: landmark, arm: new, at: {value: 1, unit: years}, percent: 60, population: young}
`,
    {
      [population]: `${population}\n  - {id: seen, kind: evaluable, label: Evaluable, of: all, n: {new: 19, old: 18}}`,
    },
  );
  const cellsOf = (denominator: View['denominator']) => seen(datasets, { denominator }).rows[0]!.cells;

  it('counts who was not evaluated as without the event', () => {
    const [cell] = cellsOf('randomised');
    // binom.test(18, 21)$conf.int in R: 0.6365760 0.9695110
    expect(lineOf(cell!)).toBe('85.7% computed (18/21; 95% CI 63.7–97.0, computed; reported: 95%)');
    expect(numberOf(cell!)).toMatchObject({ point: (100 * 18) / 21, computed: true });
  });

  it('leaves a figure as it is on its own denominator', () => {
    expect(textOf(cellsOf('evaluable')[0]!)).toMatchObject({ value: '95%', valueComputed: false });
  });

  it('says which count is missing instead of guessing', () => {
    expect(textOf(cellsOf('randomised')[1]!)).toMatchObject({
      value: 'not re-based: the counts are not reported',
      absent: true,
      reported: '40%',
    });
    expect(textOf(cellsOf('enrolled')[0]!).value).toBe(
      'not re-based: how many were enrolled is not reported',
    );
    expect(numberOf(cellsOf('enrolled')[0]!)).toBeUndefined();
  });

  it('has nothing to do with estimates over time', () => {
    const landmark = seen(datasets, { denominator: 'randomised' }).rows[1]!;
    expect(textOf(landmark.cells[0]!).value).toBe('60%');
  });

  it('does not guess how many events are among fewer patients', () => {
    const narrower = datasetsOf('- {id: cr, kind: proportion, arm: new, events: 18, total: 21}', {
      [population]: `${population}\n  - {id: seen, kind: evaluable, label: Evaluable, of: all, n: {new: 19, old: 18}}`,
    });
    expect(textOf(seen(narrower, { denominator: 'evaluable' }).rows[0]!.cells[0]!).value).toBe(
      'not re-based: how many events are among the evaluable is not reported',
    );
  });

  it('does not re-base a subgroup', () => {
    const young = datasetsOf(
      '- {id: cr, kind: proportion, arm: new, events: 3, total: 9, population: young}',
    );
    expect(textOf(seen(young, { denominator: 'randomised' }).rows[0]!.cells[0]!).value).toBe(
      'not re-based: a figure of a subgroup',
    );
  });
});

describe('planned endpoints', () => {
  it('are an absence of their own kind', () => {
    const planned = trial('- {id: n, kind: count, value: 41, unit: patients}', {
      'outcomes:': `planned:\n  - {id: p, role: primary, endpoint: cr, measure: Remission, timeFrame: 28 days, report: smith-2020, locator: record}\noutcomes:`,
    });
    const datasets = datasetsOf(
      '- {id: cr, kind: proportion, arm: new, events: 18, total: 21}',
      {},
      { beta: planned.replaceAll('smith-2020', 'jones-2022') },
    );
    const found = arrange({ ...emptyView, arms: ['alpha.new', 'beta.new'] }, datasets);
    const row = found.rows.find(({ label }) => label === 'proportion')!;
    expect(row.cells.map((cell) => textOf(cell).value)).toEqual(['85.7%', 'planned, no result']);
  });
});
