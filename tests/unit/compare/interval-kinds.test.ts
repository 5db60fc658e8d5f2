import { describe, expect, test } from 'vitest';
import { arrange } from '../../../src/compare/arrange.ts';
import { rowsOf } from '../../../src/synthesis/candidates.ts';
import { softRules } from '../../../src/compare/rules.ts';
import { onPaper } from '../../../src/charts/paint.ts';
import { outline } from '../../../src/charts/shapes.ts';
import { panelPlot } from '../../../src/charts/interval-plot.ts';
import { panelsOf } from '../../../src/compare/panels.ts';
import { emptyView } from '../../../src/compare/view.ts';
import { synthesize } from '../../../src/synthesis/pool.ts';
import { resolveState, usualState } from '../../../src/synthesis/state.ts';
import { toCsv } from '../../../src/compare/export.ts';
import { datasetOfEndpoint } from '../../../src/views/datasets.ts';
import { parseCsv } from '../exports/parse-csv.ts';
import { libraryOf, trial } from '../helpers/corpus.ts';
import { datasetsOf } from './datasets.ts';

const figure = (interval: string) =>
  `- {id: a, kind: proportion, arm: new, events: 10, total: 21${interval ? `, interval: ${interval}` : ''}}`;
const kinds = {
  confidence: '{level: 97.5, low: 20, high: 70}',
  credible: '{kind: credible, level: 90, low: 10, high: 99}',
  range: '{kind: range, low: 10, high: 99}',
  iqr: '{kind: iqr, low: 10, high: 99}',
  none: '',
};
const factOf = (interval: string) => datasetsOf(figure(interval)).get('alpha')!.facts[0]!;

test.each<[keyof typeof kinds, object]>([
  ['confidence', { level: 97.5, low: 20, high: 70 }],
  ['credible', { level: 90, low: 10, high: 99, intervalKind: 'credible' }],
  ['range', { low: 10, high: 99, intervalKind: 'range' }],
  ['iqr', { low: 10, high: 99, intervalKind: 'iqr' }],
  ['none', { level: 95, intervalComputed: true }],
])('a dataset carries kind and level of an interval: %s', (kind, expected) => {
  const fact = factOf(kinds[kind]);
  expect(fact).toMatchObject(expected);
  expect('level' in fact).toBe('level' in expected);
  expect('intervalKind' in fact).toBe('intervalKind' in expected);
});

describe('in a comparison an interval that is no confidence interval', () => {
  const arrangementOf = (interval: string) =>
    arrange({ ...emptyView, arms: ['alpha'] }, datasetsOf(figure(interval)));
  const plotOf = (interval: string) =>
    panelPlot(panelsOf(arrangementOf(interval).rows.slice(0, 1))[0]!, { width: 800, paint: onPaper }).text;
  const caps = (svg: string) => [...svg.matchAll(/<line (x1="([\d.]+)" x2="\2" )?y1="-3" y2="3"\/>/g)].length;

  test.each<[keyof typeof kinds, number, string]>([
    ['confidence', 2, '97.5% CI 20–70'],
    ['none', 2, '(25.7–70.2)'],
    ['credible', 0, '90% CrI 10–99'],
    ['range', 0, 'range 10–99'],
    ['iqr', 0, 'IQR 10–99'],
  ])('has no caps, and is called what it is: %s', (kind, expected, words) => {
    const svg = plotOf(kinds[kind]);
    expect(caps(svg)).toBe(expected);
    expect(svg).toContain(words);
  });

  test.each(['confidence', 'credible', 'range'] as const)('is told in the file: %s', (kind) => {
    const [header, row] = parseCsv(toCsv(arrangementOf(kinds[kind]), emptyView, (to) => to));
    expect(row![header!.indexOf('interval_kind')]).toBe(kind);
  });
});

test('a forest plot shows confidence intervals only: the printed, the exact, else that of the scale of pooling', () => {
  const library = libraryOf(
    Object.fromEntries(
      Object.entries(kinds).map(([id, interval]) => [
        `trials/${id === 'confidence' ? 'alpha' : id}.mdx`,
        trial(figure(interval)),
      ]),
    ),
  );
  const rows = rowsOf(datasetOfEndpoint(library.endpoints[0]!, library));
  const { state, row } = resolveState({ ...usualState, endpoint: 'cr', overrides: [...softRules] }, rows);
  const shown = synthesize(state, row).studies.map(({ candidate, origin, level }) => [
    candidate.trial.id,
    origin,
    level,
  ]);
  expect(shown.toSorted()).toEqual([
    ['alpha', 'printed', 97.5],
    ['credible', 'approximate', 95],
    ['iqr', 'approximate', 95],
    ['none', 'exact', 95],
    ['range', 'approximate', 95],
  ]);
});

test('comparators and historical arms are hollow squares, all others circles', () => {
  const marks = (role: string) => {
    const datasets = datasetsOf(figure('').replace('arm: new', 'arm: old'), {
      'role: comparator': `role: ${role}`,
    });
    const { rows } = arrange({ ...emptyView, arms: ['alpha.old'] }, datasets);
    const svg = panelPlot(panelsOf(rows.slice(0, 1))[0]!, { width: 800, paint: onPaper }).text;
    const [, fill, drawn] = /<g stroke="[^"]+" fill="([^"]+)"[^>]*>.*?<path d="([^"]+)"/.exec(svg)!;
    return [
      fill === onPaper.paper,
      (['circle', 'square'] as const).find((shape) => outline(shape, 4.5) === drawn),
    ];
  };
  expect(['experimental', 'single', 'comparator', 'historical'].map(marks)).toEqual([
    [false, 'circle'],
    [false, 'circle'],
    [true, 'square'],
    [true, 'square'],
  ]);
});
