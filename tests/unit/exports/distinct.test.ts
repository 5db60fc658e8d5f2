import { describe, expect, it } from 'vitest';
import { unusableRows } from '../../../src/exports/distinct.ts';
import type { FilledTable } from '../../../src/exports/table.ts';
import { editionWith, everyKind, projectEdition } from './editions.ts';

describe.each([
  ['this project', projectEdition()],
  ['a base with every kind of figure', editionWith(everyKind)],
])('the tables of %s', (_, { tables, analyses }) => {
  it.each([...tables, ...analyses].map((table) => [table.name, table] as const))(
    '%s: every row can be used',
    (_name, table) => {
      expect(unusableRows(table)).toEqual([]);
    },
  );
});

describe('a row that cannot be used is told:', () => {
  const outcomes = editionWith(everyKind).tables.find(({ name }) => name === 'outcomes')!;
  const changed = (change: (row: Record<string, string>) => Record<string, string>): FilledTable => {
    const names = outcomes.columns.map(({ name }) => name);
    const [first] = outcomes.cells;
    const row = change(Object.fromEntries(names.map((name, i) => [name, first![i]!])));
    return { ...outcomes, cells: [first!, names.map((name) => row[name] ?? '')] };
  };
  const other = { outcome_id: 'alpha/zz', url: 'https://base.example/trials/alpha/#zz' };
  const twin = ['outcomes: only figures distinguish alpha/zz from alpha/a'];

  it.each([
    ['all but its id', {}],
    ['all but its figure', { events: '17', value: '81', ci_low: '1' }],
    ['all but figure, locator and note', { events: '17', locator: 'page 3', note: 'Another' }],
  ])('equal to another in %s', (_, change) => {
    expect(unusableRows(changed((row) => ({ ...row, ...other, ...change })))).toEqual(twin);
  });

  it.each([
    { definition: 'With MRD' },
    { term: 'Fever' },
    { at_value: '30' },
    { unit: 'men' },
    { read_in: 'news' },
    { cites: 'x' },
  ])('not one that differs in %o', (change) => {
    expect(unusableRows(changed((row) => ({ ...row, ...other, ...change })))).toEqual([]);
  });

  it('one that says nothing', () => {
    const silent = changed((row) => {
      const said = outcomes.columns.filter(({ says }) => says).map(({ name }) => [name, '']);
      return { ...row, ...other, definition: 'It', ...Object.fromEntries(said) };
    });
    expect(unusableRows(silent)).toEqual(['outcomes: alpha/zz says nothing']);
  });
});
