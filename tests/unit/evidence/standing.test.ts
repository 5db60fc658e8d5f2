import { describe, expect, test } from 'vitest';
import type { TrialNode } from '../../../src/evidence/library.ts';
import { figures } from '../../../src/i18n/figures.ts';
import type { Size } from '../../../src/model/trial.ts';
import { patientsOf, type Standing } from '../../../src/evidence/standing.ts';
import { projectLibrary } from '../../support/project.ts';
import { libraryOf, smallBase, trial } from '../helpers/corpus.ts';

const changes = {
  '  - {id: young, kind: subgroup, label: The young, of: all}': `  - {id: treated, kind: treated, label: Treated, of: all, n: {new: 20, old: 19}}
  - {id: evaluable, kind: evaluable, label: Evaluable, of: treated}
  - {id: young, kind: subgroup, label: The young, of: all}
  - {id: young-evaluable, kind: evaluable, label: The young who were evaluable, of: young, n: {new: 4, old: 3}}
  - {id: complete, kind: responders, label: Responders, of: evaluable}
  - {id: of-complete, kind: treated, label: Treated responders, of: complete}
  - {id: screened, kind: screened, label: Screened, n: 60}`,
  'sources: [{id: paper, url: "https://journal.example/1", read: full-text}]': `sources:
      - {id: paper, url: "https://journal.example/1", read: full-text}
      - {id: table, url: "https://journal.example/2", read: table-of-later-work}`,
  '  - {review: jones, kind: review}': `  - {reference: update-2021, kind: update, supersedes: [smith-2020]}
  - {reference: final-2022, kind: final, supersedes: [update-2021]}
  - {review: jones, kind: review}`,
};
const references = `${smallBase['references.yaml']}${['update-2021', 'final-2022']
  .map(
    (id) =>
      `\n- {id: ${id}, type: article-journal, title: Later, author: [{family: Smith}], language: en-US}`,
  )
  .join('')}`;

const studyOf = (...outcomes: string[]): TrialNode =>
  libraryOf({ 'references.yaml': references, 'trials/alpha.mdx': trial(outcomes.join('\n'), changes) })
    .trials[0]!;

/**
 * A proportion of the arm `new` with counts, or what is given in the place of a part; parts that are empty
 * are left out.
 */
function figure(id: string, given: Record<string, string> = {}): string {
  const source = given.report ? {} : { source: 'paper' };
  const parts = {
    id,
    kind: 'proportion',
    arm: 'new',
    population: 'all',
    events: '5',
    total: '20',
    ...source,
    ...given,
  };
  return `- {${Object.entries(parts)
    .flatMap(([key, value]) => (value === '' ? [] : [`${key}: ${value}`]))
    .join(', ')}}`;
}
const bare = { events: '', total: '' };
const factsOf = (...outcomes: string[]) =>
  new Map(studyOf(...outcomes).facts.map((fact) => [fact.outcome.id, fact.standing]));

describe('of two figures of an arm stands', () => {
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['that of the widest population', { population: 'treated' }, { population: 'evaluable' }],
    ['that of the wider of two of a kind', { population: 'treated' }, { population: 'of-complete' }],
    ['that of all patients, though it has no counts', { ...bare, percent: '80' }, { population: 'young' }],
    [
      'none of an evaluable part of a subgroup',
      { ...bare, percent: '80' },
      { population: 'young-evaluable' },
    ],
    ['that read in the report itself', { population: 'evaluable' }, { source: 'table' }],
    ['that of its own report, not of a review', { population: 'evaluable' }, { report: 'jones' }],
    ['that of all patients by a review, not of a subgroup', { report: 'jones' }, { population: 'young' }],
    [
      'that of the primary report',
      { population: 'treated' },
      { population: 'treated', arm: 'new', at: '{value: 1, unit: days}' },
    ],
    ['that without a time', {}, { at: '{value: 1, unit: months}' }],
    ['that at the earliest time', { at: '{value: 3, unit: weeks}' }, { at: '{value: 1, unit: months}' }],
    ['that of the usual definition', {}, { definition: 'another' }],
    ['a rate, not events without patients', { population: 'evaluable' }, { total: '' }],
    ['a figure, not silence', { population: 'young' }, { ...bare, missing: 'not-reported' }],
    ['that of the latest report of the same patients', { report: 'final-2022' }, {}],
    [
      'the earlier, where the later is of fewer patients',
      {},
      { report: 'final-2022', population: 'evaluable' },
    ],
    ['the first listed, where nothing parts them', {}, {}],
  ])('%s', (_, first, second) => {
    for (const written of [
      [figure('a', first), figure('b', second)],
      ...(first === second || JSON.stringify(first) === JSON.stringify(second)
        ? []
        : [[figure('b', second), figure('a', first)]]),
    ]) {
      const facts = factsOf(...written);
      expect([facts.get('a')!.place, facts.get('b')!.place]).toEqual([0, 1]);
    }
  });
});

describe('a figure is superseded', () => {
  const isSuperseded = (first: Record<string, string>, later: Record<string, string>) =>
    factsOf(figure('a', first), figure('b', { report: 'final-2022', ...later })).get('a')!.superseded;

  test('by one of a later report, directly or by way of another', () => {
    expect(isSuperseded({}, {})).toBe(true);
    expect(isSuperseded({ report: 'update-2021' }, {})).toBe(true);
    expect(isSuperseded({}, { report: 'update-2021' })).toBe(true);
    expect(isSuperseded({ report: 'final-2022' }, { report: 'update-2021' })).toBe(false);
  });

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['of other patients', {}, { population: 'evaluable' }],
    ['of another arm', {}, { arm: 'old' }],
    ['of another subgroup', { population: 'young' }, { population: 'young-evaluable' }],
    ['that gives none', {}, { ...bare, missing: 'not-reported' }],
    ['of another row', { kind: 'landmark', at: '{value: 1, unit: years}', ...bare, percent: '50' }, {}],
  ])('not by one %s', (_, first, later) => expect(isSuperseded(first, later)).toBe(false));

  test('not by one on another scale, but by one that names none', () => {
    const graded = (scale: string) => ({ kind: 'adverse-event', grade: '3', scale });
    expect(isSuperseded(graded('ctcae-4'), graded('unstated'))).toBe(true);
    expect(isSuperseded(graded('unstated'), graded('ctcae-4'))).toBe(true);
  });

  test('never by a report that supersedes itself, or in a circle', () => {
    const circle = {
      ...changes,
      'kind: primary': 'kind: primary\n    supersedes: [smith-2020, update-2021]',
    };
    const files = { 'references.yaml': references, 'trials/alpha.mdx': trial(figure('a'), circle) };
    expect(libraryOf(files).trials[0]!.facts.map(({ standing }) => standing.superseded)).toEqual([false]);
  });
});

describe('what a figure gives to a pooling', () => {
  const said = ({ obstacle }: Standing) => obstacle && figures.obstacle[obstacle];
  const obstacleOf = (given: Record<string, string>) => said(factsOf(figure('a', given)).get('a')!);
  const ratio = { ...bare, kind: 'contrast', comparator: 'old', measure: 'HR', estimate: '0.5' };

  test.each<[string | undefined, Record<string, string>]>([
    [undefined, {}],
    [undefined, { ...ratio, interval: '{level: 97.5, low: 0.3, high: 0.6}' }],
    ['reported only in a review', { report: 'jones' }],
    ['no figure: not reached', { ...bare, kind: 'median', unit: 'months', missing: 'not-reached' }],
    ['a subgroup', { population: 'young' }],
    ['a subgroup', { population: 'young-evaluable' }],
    ['of people screened, before they entered the study', { population: 'screened' }],
    ['a percentage without counts', { ...bare, percent: '50' }],
    ['events without the number of patients', { total: '' }],
    [
      'an estimate over time, not a count of patients',
      { ...bare, kind: 'landmark', at: '{value: 1, unit: years}', percent: '5' },
    ],
    ['a ratio without its interval', ratio],
    ['a ratio without its interval', { ...ratio, interval: '{level: 95, low: 0.6, high: 0.9}' }],
    ['a ratio without its interval', { ...ratio, interval: '{level: 95, low: 0, high: 0.9}' }],
    ['a ratio without its interval', { ...ratio, interval: '{level: 95, low: 0.5, high: 0.5}' }],
    ['a ratio without its interval', { ...ratio, interval: '{level: 95, low: "<0.3", high: 0.6}' }],
    [
      'a ratio without its interval',
      { ...ratio, interval: '{kind: credible, level: 95, low: 0.3, high: 0.6}' },
    ],
    ['neither a proportion nor a ratio', { ...bare, kind: 'median', value: '3', unit: 'months' }],
  ])('%s: %o', (reason, given) => expect(obstacleOf(given)).toBe(reason));

  test('is nothing where a later report has replaced it', () => {
    const facts = factsOf(figure('a'), figure('b', { report: 'final-2022' }));
    expect(['a', 'b'].map((id) => said(facts.get(id)!))).toEqual(['replaced by a later report', undefined]);
    expect([facts.get('a')!.usual, facts.get('b')!.usual]).toEqual([false, true]);
  });
});

test('pooled of themselves are arms that are no comparators, and a whole study only where none has a figure', () => {
  const usual = (...outcomes: string[]) =>
    [...factsOf(...outcomes)].filter(([, { usual: own }]) => own).map(([id]) => id);
  expect(usual(figure('a'), figure('b', { arm: 'old' }), figure('c', { arm: '' }))).toEqual(['a']);
  expect(usual(figure('c', { arm: '' }))).toEqual([]);
});

test('the patients of a study are counted by its widest whole population', () => {
  const { data } = studyOf();
  expect([patientsOf(data), patientsOf(data, data.arms[0])].map((n) => n?.printed)).toEqual(['41', '21']);
  const populations = data.populations.filter(({ id }) => id !== 'all' && id !== 'treated');
  // Of two reports whose populations are equally wide, that which counts more.
  const fifty: Size = { kind: 'together', figure: { printed: '50', value: 50, decimals: 0 } };
  const later = { ...data.populations[0]!, id: 'later', n: fifty };
  expect(patientsOf({ ...data, populations: [...data.populations, later] })!.printed).toBe('50');
  // Neither those screened, nor the evaluable part of a subgroup.
  expect(patientsOf({ ...data, populations })).toBeUndefined();
});

test('in this project no arm is represented by a part of it where all its patients have a figure', () => {
  const { trials } = projectLibrary();
  for (const { facts } of trials) {
    const slots = Map.groupBy(
      facts,
      ({ endpoint, standing, arm }) => `${endpoint.id} ${standing.row.id} ${arm?.id}`,
    );
    for (const slot of slots.values()) {
      const [first] = slot.toSorted((a, b) => a.standing.place - b.standing.place);
      if (slot.some(({ standing }) => standing.barred === undefined))
        expect(first!.standing.barred, first!.uid).toBeUndefined();
    }
  }
  const prwcc = trials.find(({ id }) => id === 'prwcc')!.facts;
  const standing = prwcc.filter(({ endpoint, standing: { place } }) => endpoint.id === 'cr' && place === 0);
  expect(
    standing.map(({ population, outcome }) => [population.kind, 'total' in outcome && outcome.total?.value]),
  ).toEqual([['enrolled', 200]]);
  expect(
    prwcc.filter(({ standing: { usual }, population }) => usual && /first-relapse/.test(population.id)),
  ).toEqual([]);
});

describe('what describes patients or treatment', () => {
  const endpoints = smallBase['endpoints.yaml']!.replace('family: response', 'family: participants');
  const rowsOf = (...definitions: string[]) => {
    const outcomes = definitions.map((definition, i) => figure(`f${i}`, definition ? { definition } : {}));
    const library = libraryOf({
      'endpoints.yaml': endpoints,
      'trials/alpha.mdx': trial(outcomes.join('\n')),
    });
    return library.trials[0]!.facts.map(({ standing }) => standing.row.id);
  };

  test('is held against what is defined alike, and against nothing else', () => {
    expect(rowsOf('Relapsed', 'In first relapse', 'Relapsed', '')).toEqual([
      'proportion · relapsed',
      'proportion · in first relapse',
      'proportion · relapsed',
      'proportion',
    ]);
  });
});

describe('what is pooled where the reader chooses nothing', () => {
  const arms = '  - {id: new, label: Testumab, role: experimental, therapies: [testumab]}';
  const beside = (overlaps: string, total: number) => ({
    'trials/alpha.mdx': trial(figure('a', { events: '5', total: '20' })),
    'trials/beta.mdx': trial(figure('b', { events: '5', total: String(total) })).replace(
      /^arms:/m,
      `${overlaps}arms:`,
    ),
  });
  const usual = (files: Record<string, string>) =>
    [...libraryOf(files).facts.values()].filter(({ standing }) => standing.usual).map(({ uid }) => uid);

  test('counts no patient twice: of two studies that share some, the larger is taken', () => {
    expect(usual(beside('', 12))).toEqual(['alpha/a', 'beta/b']);
    const overlap = 'overlaps:\n  - {trial: alpha, note: Some of the same patients}\n';
    expect(usual(beside(overlap, 12))).toEqual(['alpha/a']);
    expect(usual(beside(overlap, 31))).toEqual(['beta/b']);
  });

  test('is of an arm that was given a therapy of the base', () => {
    const given = trial(figure('a'));
    expect(usual({ 'trials/alpha.mdx': given })).toEqual(['alpha/a']);
    expect(given).toContain(arms.trim());
    expect(usual({ 'trials/alpha.mdx': given.replace('therapies: [testumab]', 'therapies: []') })).toEqual(
      [],
    );
  });
});
