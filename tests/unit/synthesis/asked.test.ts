import { describe, expect, test } from 'vitest';
import { titleOf, together } from '../../../src/synthesis/asked.ts';
import { rowsOf, type Filters } from '../../../src/synthesis/candidates.ts';
import { methodsSentence } from '../../../src/synthesis/methods.ts';
import { rScript } from '../../../src/synthesis/r-script.ts';
import { widestOf } from '../../../src/synthesis/opening.ts';
import { readState, resolveState, usualState, writeState } from '../../../src/synthesis/state.ts';
import { dataCsv, dataJson } from '../../../src/synthesis/study-data.ts';
import { summaryOf } from '../../../src/synthesis/summary.ts';
import { counted, madeDataset } from '../../support/made-dataset.ts';
import { synthesisOf, twoClasses } from '../../support/synthesis.ts';
import { recordsOf } from '../exports/parse-csv.ts';

const origin = {
  base: 'Base',
  version: '1.0.0',
  link: 'https://example.org/synthesis/?endpoint=response',
  title: 'Response',
};
const opened = (filters: Filters) => {
  const { state, faults } = resolveState(
    { ...usualState, endpoint: 'response', filters },
    rowsOf(twoClasses),
  );
  expect(faults).toEqual([]);
  return state;
};
const bothClasses: Filters = { class: ['Antibody', 'Cells, engineered'] };

describe('a question of several therapies or classes', () => {
  test.each<[string, Filters, string[], string[]]>([
    ['one therapy', { therapy: ['Agent'] }, ['a', 'b'], []],
    ['two therapies of one class', { therapy: ['Product one', 'Product two'] }, ['c', 'd', 'e'], []],
    [
      'two classes, each of which may be pooled with the other',
      bothClasses,
      ['a', 'b', 'c', 'd', 'e'],
      ['treatment'],
    ],
    ['a class and a target of it', { class: ['Cells, engineered'], target: ['Target B'] }, ['e'], []],
    // The newly diagnosed are no more than two, but without them nothing of the small molecule is pooled.
    ['what only a smaller set holds', { class: ['Antibody', 'Small molecule'] }, ['f', 'g'], ['treatment']],
  ])('opens on the largest set for %s', (_, filters, trials, overrides) => {
    const state = opened(filters);
    expect(state.figures).toEqual(trials.map((trial) => `${trial}/figure`));
    expect(state.overrides).toEqual(overrides);
  });

  test('never takes up a comparator, and asks for one class where one value is chosen', () => {
    expect(opened({ target: ['Target A'] }).overrides).toEqual([]);
    expect(opened({ target: ['Target A'] }).figures).not.toContain('control/figure');
  });

  test('stands in its address, a part for each value, commas and all', () => {
    const state = opened(bothClasses);
    const address = writeState(state);
    expect(address).toContain('&class=Antibody&class=Cells,+engineered&');
    expect(readState(address)).toMatchObject({
      state: { filters: bothClasses, overrides: ['treatment'] },
      faults: [],
    });
  });

  test('keeps the figures that an address names, whatever it is kept to', () => {
    const { state } = readState('?endpoint=response&figures=a/figure,c/figure&class=Antibody');
    const settled = resolveState({ ...state, endpoint: 'response' }, rowsOf(twoClasses)).state;
    expect(settled).toMatchObject({
      figures: ['a/figure', 'c/figure'],
      filters: { class: ['Antibody'] },
      overrides: [],
    });
  });

  test('is called by what it pools', () => {
    const [row] = rowsOf(twoClasses);
    expect(titleOf('Response', row!, {})).toBe('Response');
    expect(titleOf('Response', row!, { ...bothClasses, target: ['Target A'] })).toBe(
      'Response, Antibody or Cells, engineered, Target A',
    );
  });

  test('says what it pools together, and leads to subgroups and back', () => {
    const whole = together(synthesisOf(twoClasses, { filters: bothClasses }))!.text;
    expect(whole).toContain('Pooled together: Antibody (2 study arms), Cells, engineered (3 study arms).');
    expect(whole).toContain('data-by="class">Show subgroups by therapy class<');
    expect(together(synthesisOf(twoClasses, { filters: bothClasses, by: 'class' }))!.text).toContain(
      'data-by="">',
    );
    expect(together(synthesisOf(twoClasses, { filters: { class: ['Antibody'] } }))).toBeUndefined();
    const none = { filters: { therapy: ['Agent', 'Third agent'] }, figures: ['a/figure', 'b/figure'] };
    const open = together(synthesisOf(twoClasses, none))!.text;
    expect(open).toContain('Third agent (no comparable figure). <button');
    expect(open).toContain('data-widen');
    expect(open).not.toContain('data-by');
    const [row] = rowsOf(twoClasses);
    expect(widestOf(row!, none.filters)).toEqual(['a', 'b', 'f', 'g'].map((trial) => `${trial}/figure`));
  });

  test('parts arms by treatment, not by what only prepares for it', () => {
    const conditioned = { therapies: ['Agent', 'Conditioning'], treatments: ['Agent'] };
    const dataset = madeDataset([
      counted('a', 4, 9, { arm: conditioned }),
      counted('b', 5, 9),
      counted('c', 5, 9),
    ]);
    expect(synthesisOf(dataset, { by: 'therapy' }).groups!.groups.map(({ name }) => name)).toEqual(['Agent']);
  });
});

describe('the downloads of subgroups', () => {
  const synthesis = synthesisOf(twoClasses, { filters: bothClasses, by: 'class' });
  const { groups } = synthesis.groups!;
  const estimates = groups.map(({ result }) => (result as Exclude<typeof result, string>).read.estimate);
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

  test('are a column, a part of the JSON and of the script', () => {
    expect(recordsOf(dataCsv(synthesis, origin)).map(({ subgroup, classes }) => [subgroup, classes])).toEqual(
      [
        ...Array.from({ length: 2 }, () => ['Antibody', 'Antibody']),
        ...Array.from({ length: 3 }, () => ['Cells, engineered', 'Cells, engineered']),
      ],
    );
    const told = JSON.parse(dataJson(synthesis, origin));
    expect(told).toMatchObject({ asked: bothClasses, options: { by: 'class' }, overridden: ['treatment'] });
    expect(told.subgroups.groups.map((one: { name: string; k: number }) => [one.name, one.k])).toEqual([
      ['Antibody', 2],
      ['Cells, engineered', 3],
    ]);
    expect(told.subgroups.between.df).toBe(1);
    expect(JSON.parse(dataJson(synthesisOf(twoClasses, {}), origin))).not.toHaveProperty('subgroups');
    expect(rScript(synthesis, origin)).toContain(
      'part = c("Antibody", "Antibody", "Cells, engineered", "Cells, engineered", "Cells, engineered")',
    );
  });

  test('are rows of the summary of findings and a sentence for the paper', () => {
    const { rows } = summaryOf(synthesis, origin)!;
    expect(rows.map(([first]) => first)).toEqual([
      'Outcome',
      'Response',
      'Response: Antibody',
      'Response: Cells, engineered',
    ]);
    expect(rows[2]![2]).toContain(percent(estimates[0]!));
    expect(rows[2]![3]).toBe('not estimable from fewer than three studies');
    expect(rows[3]![1]).toBe('3 study arms, 80 patients');
    const text = methodsSentence(synthesis, origin)!;
    expect(text).toContain(`By subgroup it was ${percent(estimates[0]!)} (95% CI `);
    expect(text).toContain(') in 2 study arms of Antibody; ');
    expect(text).toContain('overridden: treatments of one class.');
  });
});
