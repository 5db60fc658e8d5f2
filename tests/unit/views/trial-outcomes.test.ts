import { describe, expect, it } from 'vitest';
import type { OutcomeRow } from '../../../src/views/outcome-rows.ts';
import type { Site } from '../../../src/views/site.ts';
import { trialOutcomes } from '../../../src/views/trial-outcomes.ts';
import { libraryOf, smallBase, trial } from '../helpers/corpus.ts';

const kinds = '[proportion, median, landmark, contrast, association, count]';
const endpoints = `${smallBase['endpoints.yaml']}
- {id: os, label: {en: Overall survival}, definition: Time alive, family: survival, direction: higher, kinds: ${kinds}}
- {id: enrolled, label: {en: Enrolled}, definition: Patients, family: participants, direction: neutral, kinds: [count]}
`;
const later = '\n  - {reference: brown-2021, kind: update, supersedes: [smith-2020]}';
const brown = `
- id: brown-2021
  type: article-journal
  title: An update
  author: [{family: Brown, given: D}]
  issued: {date-parts: [[2021]]}
  DOI: 10.1000/update
  language: en-US
`;

/** What a study with these outcomes shows. */
function shown(outcomes: string) {
  const library = libraryOf({
    'endpoints.yaml': endpoints,
    'references.yaml': `${smallBase['references.yaml']}${brown}`,
    'trials/alpha.mdx': trial(outcomes, {
      '\n  - {review: jones, kind: review}': `${later}\n  - {review: jones, kind: review}`,
    }),
  });
  const site = { library, report: { findings: [], asked: new Map() } } as unknown as Site;
  return trialOutcomes(site, library.trials[0]!).flatMap((family) => family.endpoints);
}

const ids = (rows: readonly OutcomeRow[]) => rows.map(({ figure }) => figure.id);
const cr = (id: string, rest: string) => `- {id: ${id}, kind: proportion, ${rest}}`;

describe('one row an estimate', () => {
  it('folds what a review says again under the figure that stands', () => {
    const [endpoint] = shown(
      `${cr('again', 'percent: 81, arm: new, report: jones')}\n${cr('own', 'percent: 81, arm: new')}`,
    );
    const [row, ...others] = endpoint!.blocks[0]!.rows;
    expect(others).toEqual([]);
    expect(row!.figure.id).toBe('own');
    expect(row!.same).toMatchObject([{ id: 'again', label: 'Jones 2022' }]);
  });

  it('says what a review says otherwise, and that it differs', () => {
    const [endpoint] = shown(
      `${cr('own', 'percent: 81, arm: new')}\n${cr('other', 'percent: 62, arm: new, report: jones')}`,
    );
    const [row, ...others] = endpoint!.blocks[0]!.rows;
    expect(others).toEqual([]);
    expect(row!.others).toMatchObject([
      { id: 'other', label: 'Jones 2022', text: '62%', note: 'differs', isContested: true },
    ]);
    expect(row!.figure.sourcesDiffer).toBe(true);
  });

  it('calls digits that were cut what they are, with the figure', () => {
    const [endpoint] = shown(
      `${cr('own', 'percent: 80.7, arm: new')}\n${cr('cut', 'percent: 80, arm: new, report: jones')}`,
    );
    expect(endpoint!.blocks[0]!.rows[0]!.others).toMatchObject([
      { text: '80%', note: 'truncation', isContested: false },
    ]);
  });

  it('folds a figure that a later report replaces, whatever it says', () => {
    const [endpoint] = shown(
      `${cr('first', 'percent: 81, arm: new')}\n${cr('last', 'percent: 62, arm: new, report: brown-2021')}`,
    );
    const [row, ...others] = endpoint!.blocks[0]!.rows;
    expect(others).toEqual([]);
    expect(row!.figure.id).toBe('last');
    expect(row!.others).toMatchObject([
      { id: 'first', text: '81%', note: 'earlier report', isContested: false },
    ]);
  });

  it('has a row each for other patients', () => {
    const [endpoint] = shown(
      `${cr('all', 'percent: 81, arm: new')}\n${cr('young', 'percent: 90, arm: new, population: young')}`,
    );
    expect(ids(endpoint!.blocks[0]!.rows)).toEqual(['all', 'young']);
  });

  it('loses no figure', () => {
    const outcomes = [
      cr('a', 'percent: 81, arm: new'),
      cr('b', 'percent: 81, arm: new, report: jones'),
      cr('c', 'percent: 30, arm: old'),
      '- {id: p, kind: contrast, measure: p-only, p: {comparator: "<", value: 0.001}, arm: new, comparator: old}'.replace(
        '{comparator: "<", value: 0.001}',
        '"<0.001"',
      ),
      '- {id: f, kind: association, measure: p-only, factor: age, direction: none, p: 0.2, arm: new}',
      '- {id: g, kind: association, measure: p-only, factor: sex, direction: none, p: 0.2, arm: new}',
    ];
    const rows = shown(outcomes.join('\n')).flatMap(({ blocks }) => blocks.flatMap((block) => block.rows));
    const all = rows.flatMap((row) =>
      [row.figure, ...row.same, ...row.others, ...row.between, ...row.each].map(({ id }) => id),
    );
    expect([...new Set(all)].sort()).toEqual(['a', 'b', 'c', 'f', 'g', 'p']);
  });
});

describe('arms', () => {
  const pair = `${cr('old', 'percent: 29, arm: old')}\n${cr('young', 'percent: 90, arm: new, population: young')}\n${cr('new', 'percent: 81, arm: new')}`;
  const p = '- {id: p, kind: contrast, measure: p-only, p: "<0.001", arm: new, comparator: old}';
  const ratio =
    '- {id: or, kind: contrast, measure: OR, estimate: 2.1, interval: {level: 90, low: 1.1, high: 3.2}, arm: new, comparator: old}';

  it('of one figure are neighbours, and what they share is said once', () => {
    const rows = shown(pair)[0]!.blocks[0]!.rows;
    expect(ids(rows)).toEqual(['new', 'old', 'young']);
    expect(rows.map(({ place }) => place)).toEqual(['first', 'next', 'alone']);
    expect(rows.map(({ shared }) => shared)).toEqual([['All'], [], undefined]);
    expect(rows.map(({ describedBy }) => describedBy)).toEqual(['new', 'old _of-new', 'young']);
    expect(rows.map(({ strip }) => strip.look)).toEqual(['main', 'comparator', 'main']);
  });

  it('have a P value without a ratio under them', () => {
    const { blocks } = shown(`${pair}\n${p}`)[0]!;
    expect(blocks).toHaveLength(1);
    expect(blocks[0]!.rows[1]!.between).toMatchObject([
      { id: 'p', label: 'P < 0.001', arms: 'Between the arms', source: 'Smith 2020' },
    ]);
  });

  it('have their ratio next, with the level of its interval, and a P value printed apart from it', () => {
    const { blocks } = shown(`${pair}\n${ratio}\n${p}`)[0]!;
    expect(blocks.map(({ caption }) => caption)).toEqual(['Rates', 'Comparisons']);
    const [row] = blocks[1]!.rows;
    expect(row!.figure.parts).toEqual([{ text: '90% CI 1.1–3.2', isComputed: false }]);
    expect(row!.between.map(({ id }) => id)).toEqual(['p']);
  });

  it('keep a comparison that belongs to none of their figures in a row of its own', () => {
    const rows = shown(p)[0]!.blocks.flatMap((block) => block.rows);
    expect(ids(rows)).toEqual(['p']);
  });
});

describe('factors', () => {
  const factor = (id: string, value: string) =>
    `- {id: ${id}, kind: association, measure: p-only, factor: ${id}, direction: none, p: ${value}, arm: new}`;

  it('of which a report prints one P value share a row', () => {
    const rows = shown(
      `${factor('age', '"<0.05"')}\n${factor('sex', '"<0.05"')}\n${factor('site', '0.2')}`,
    )[0]!.blocks[0]!.rows;
    expect(rows.map(({ each }) => each.map(({ label }) => label))).toEqual([['age', 'sex'], []]);
  });
});

describe('axes', () => {
  it('of percentages are drawn once for all tables of a page', () => {
    const blocks = shown(
      `${cr('cr', 'percent: 81, arm: new')}\n- {id: os, endpoint: os, kind: landmark, percent: 60, at: {value: 1, unit: years}, arm: new}`,
    ).flatMap((endpoint) => endpoint.blocks);
    expect(blocks.map(({ grid, isFirst }) => [grid, isFirst])).toEqual([
      ['_axis-percent', true],
      ['_axis-percent', false],
    ]);
  });

  it('are left out where nothing is drawn', () => {
    expect(
      shown('- {id: n, endpoint: enrolled, kind: count, value: 41, unit: patients}')[0]!.blocks[0]!.axis,
    ).toBeUndefined();
  });
});

describe('survival in time', () => {
  const os = (id: string, rest: string) => `- {id: ${id}, endpoint: os, ${rest}}`;
  const median = os('median', 'kind: median, value: 7.7, unit: months, arm: new');
  const rate = os('rate', 'kind: landmark, percent: 22.8, at: {value: 2, unit: years}, arm: new');

  it('shows the median at 50% and a rate at its time', () => {
    const [endpoint] = shown(`${median}\n${rate}`);
    expect(endpoint!.chart!.population).toBe('All');
    expect(endpoint!.chart!.arms).toMatchObject([
      {
        label: 'Testumab',
        points: [
          { months: 7.7, percent: 50 },
          { months: 24, percent: 22.8 },
        ],
      },
    ]);
  });

  it('needs two figures of one population', () => {
    expect(shown(rate)[0]!.chart).toBeUndefined();
    expect(
      shown(`${rate}\n${median.replace('arm: new', 'arm: new, population: young')}`)[0]!.chart,
    ).toBeUndefined();
  });
});
