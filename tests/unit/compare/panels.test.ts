import { describe, expect, it } from 'vitest';
import { arrange, type Arrangement } from '../../../src/compare/arrange.ts';
import type { Dataset } from '../../../src/compare/dataset.ts';
import { differencesOf } from '../../../src/compare/differences.ts';
import { divided, panelsOf } from '../../../src/compare/panels.ts';
import { byReach, reachOf } from '../../../src/compare/reach.ts';
import { table } from '../../../src/compare/table.ts';
import { emptyView } from '../../../src/compare/view.ts';
import { timeRow, timeWords } from '../../../src/compare/times.ts';
import { another, counted, madeDataset, ratio, type Made } from '../../support/made-dataset.ts';
import { datasetsOf } from './datasets.ts';

const arranged = (datasets: readonly Dataset[]): Arrangement =>
  arrange(
    { ...emptyView, arms: datasets.map(({ trials }) => trials[0]!.id) },
    new Map(datasets.map((one) => [one.trials[0]!.id, one])),
  );
const graded = (id: string, scale: string, severity?: 'any' | 'severe'): Dataset => {
  const label = `grade ≥3 · ${scale}`;
  const study: Made = counted(id, 4, 20, {
    fact: { kind: 'adverse-event', row: label, rowLabel: label, scale, ...(severity ? { severity } : {}) },
  });
  return madeDataset([study]);
};

describe('panels', () => {
  it('put severe events on several scales on one axis, and name the scale of each', () => {
    const [panel, ...others] = panelsOf(
      arranged([graded('a', 'Penn scale', 'severe'), graded('b', 'CTCAE v4', 'severe')]).rows,
    );
    expect(others).toEqual([]);
    expect(panel).toMatchObject({ title: 'Response, severe or grade ≥3', drawn: 2 });
    expect(panel!.cells.map(({ rowLabel }) => rowLabel)).toEqual([
      'grade ≥3 · Penn scale',
      'grade ≥3 · CTCAE v4',
    ]);
  });

  it('keep other grades of two scales apart', () => {
    expect(panelsOf(arranged([graded('a', 'Penn scale'), graded('b', 'CTCAE v4')]).rows)).toHaveLength(2);
  });

  it('show six, those of both sides first, in their order', () => {
    const panel = (i: number, drawn: number) => ({
      key: `${i}`,
      title: '',
      axis: 'percent' as const,
      rows: [],
      cells: [],
      drawn,
    });
    const panels = Array.from({ length: 9 }, (_, i) => panel(i, i));
    const { shown, folded } = divided(panels);
    expect(shown.map(({ drawn }) => drawn)).toEqual([3, 4, 5, 6, 7, 8]);
    expect(folded).toHaveLength(3);
    expect(divided(panels.slice(0, 7)).folded).toEqual([]);
  });
});

describe('the dataset of a trial', () => {
  it.each([
    ['≥3', 'severe'],
    ['3-4', 'severe'],
    ['severe', 'severe'],
    ['any', 'any'],
    ['3', undefined],
    ['4', undefined],
    ['1-2', undefined],
  ])('says of grade %s whether it counts severe events: %s', (grade, severity) => {
    const event = `- {id: a, kind: adverse-event, grade: ${grade === '≥3' ? '"≥3"' : `"${grade}"`}, scale: unstated, arm: new, events: 3, total: 21}`;
    expect(datasetsOf(event).get('alpha')!.facts[0]!.severity).toBe(severity);
  });
});

describe('reach', () => {
  it.each([
    [2, 2, 'most'],
    [1, 2, 'one'],
    [1, 1, 'most'],
    [2, 5, 'some'],
    [3, 5, 'most'],
    [6, 12, 'most'],
  ])('%i of %i arms is %s', (having, arms, reach) => {
    expect(reachOf(having, arms)).toBe(reach);
  });

  it('folds what few arms have, and shows the best there is', () => {
    expect(byReach([3, 5, 2, 1], (having) => having, 5)).toEqual({
      shown: [3, 5],
      folded: [
        { reach: 'some', things: [2] },
        { reach: 'one', things: [1] },
      ],
    });
    expect(byReach([1, 1], (having) => having, 5)).toEqual({ shown: [1, 1], folded: [] });
  });
});

describe('the table', () => {
  const arrangement = arranged(['a', 'b', 'c', 'd', 'e'].map((id) => madeDataset([counted(id, 4, 20)])));
  const view = { ...emptyView, arms: ['a', 'b', 'c', 'd', 'e'] };

  it('goes on in further tables of about one size where columns have no room', () => {
    const { frame, rows } = table(arrangement, view, { most: 3, open: new Set() });
    expect(frame.text.match(/<table>/g)).toHaveLength(2);
    expect([...frame.text.matchAll(/<caption>([^<]*)/g)].map(([, words]) => words)).toEqual([
      'Arms 1 to 3 of 5',
      'Arms 4 to 5 of 5',
    ]);
    const cells = [...rows].filter(({ markup }) => markup.text.includes('class="value"'));
    expect(cells.map(({ markup }) => markup.text.match(/<td/g)!.length)).toEqual([3, 2]);
  });

  it('names the arm in each cell for screens that show cells under each other', () => {
    const text = [...table(arrangement, view).rows].map(({ markup }) => markup.text).join('');
    for (const { name } of arrangement.columns) expect(text).toContain(`data-label="${name}"`);
  });

  it('leaves out and counts rows of one arm until they are asked for', () => {
    const study = counted('a', 4, 20);
    const own = another(study, { uid: 'a/other', row: 'other', rowLabel: 'other', kind: 'median' });
    const wide = arranged([
      madeDataset([study], [own]),
      ...['b', 'c'].map((id) => madeDataset([counted(id, 4, 20)])),
    ]);
    const shown = (open: ('some' | 'one')[]) => table(wide, view, { most: 9, open: new Set(open) });
    expect(shown([]).folded).toEqual([{ reach: 'one', count: 1 }]);
    const count = (open: ('some' | 'one')[]) =>
      [...shown(open).rows].filter(({ markup }) => markup.text.includes('class="value"'));
    expect(count([])).toHaveLength(1);
    expect(count(['one'])).toHaveLength(2);
  });
});

describe('what differs is said', () => {
  it('of patients, denominators and allocation', () => {
    const { patients, figures, allocation } = differencesOf(
      arranged([
        madeDataset([counted('a', 1, 9)]),
        madeDataset([
          counted('b', 1, 9, {
            trial: { ageGroup: 'Children' },
            fact: { population: { kind: 'randomised', label: 'All randomised' } },
          }),
        ]),
      ]),
    );
    expect(patients).toEqual(['Age group: Adults (a), Children (b).']);
    expect(figures).toEqual(['Denominators differ in Response (treated, randomised).']);
    expect(allocation).toBe('No two of these arms were randomised against each other.');
  });

  it('and that arms were randomised, where they were', () => {
    const { patients, allocation } = differencesOf(arranged([madeDataset([ratio('a', 0.7, 0.5, 0.9)])]));
    expect(allocation).toBe('The arms of a were randomised against each other.');
    expect(patients).toEqual([]);
  });
});

it('an interval of another level than 95 % says so beside its figure', () => {
  const { rows } = arranged([madeDataset([ratio('a', 0.75, 0.57, 0.99, 97.5)])]);
  const landmark = {
    kind: 'landmark',
    row: 'at 12 months',
    rowLabel: 'at 12 months',
    axis: 'percent',
    point: 60,
    value: '60%',
    months: 12,
  } as const;
  const { rows: timed } = arranged([
    madeDataset(
      [ratio('a', 0.75, 0.57, 0.99, 97.5)],
      [another(counted('a', 1, 2), { uid: 'a/at', ...landmark })],
    ),
  ]);
  expect(rows).toHaveLength(1);
  expect(timeRow(timed)!.arms.map(timeWords)[0]).toContain('HR 0.75 (97.5% CI 0.57–0.99)');
});
