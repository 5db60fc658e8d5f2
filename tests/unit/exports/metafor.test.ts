import { describe, expect, it } from 'vitest';
import { exampleOf, metaforColumns } from '../../../src/exports/index.ts';
import { exportFiles } from '../../support/export-files.ts';
import { libraryOf, mdx, trial, type Files } from '../helpers/corpus.ts';
import { projectEdition } from './editions.ts';
import { recordsOf } from './parse-csv.ts';

const other = { 'trials/beta.mdx': trial('- {id: cr, kind: proportion, events: 9, total: 12, arm: new}') };

/** The rows of the file for the endpoint `cr`; undefined where there is none. */
function rows(outcomes: string, changes: Record<string, string> = {}, files: Files = other) {
  const all = exportFiles(libraryOf({ 'trials/alpha.mdx': trial(outcomes, changes), ...files }), '1.0');
  const file = all.find(({ path }) => path === 'data/metafor/cr.csv');
  return file && recordsOf(file.content).filter(({ study }) => study === 'alpha');
}
const ids = (...of: Parameters<typeof rows>) =>
  rows(...of)?.map(({ outcome_id }) => outcome_id!.replace('alpha/', ''));

const laterReport = `reports:
  - reference: smith-2020
    kind: primary
    sources: [{id: paper, url: "https://journal.example/1", read: full-text}]
  - {reference: jones-2022, kind: final, supersedes: [smith-2020]}`;
const twoReports = {
  [`reports:
  - reference: smith-2020
    kind: primary
    sources: [{id: paper, url: "https://journal.example/1", read: full-text}]
  - {review: jones, kind: review}`]: laterReport,
};

describe('a table for meta-analysis', () => {
  it('has the counts of a study arm, printed or inferred', () => {
    const [printed, inferred] = rows(`
- {id: a, kind: proportion, events: 18, total: 21, arm: new}
- {id: b, kind: proportion, percent: "80.0", total: 20, arm: old}`)!;
    expect(printed).toMatchObject({
      study: 'alpha',
      arm: 'new',
      statistic: 'proportion',
      xi: '18',
      ni: '21',
      xi_origin: 'printed',
    });
    expect(printed).toMatchObject({
      setting: 'relapsed',
      age_group: 'adult',
      year: '2020',
      report: 'smith-2020',
      yi: '',
      sei: '',
    });
    expect(inferred).toMatchObject({ arm: 'old', xi: '16', ni: '20', xi_origin: 'inferred' });
  });

  // R: log(0.45); (log(0.61) - log(0.34)) / (2 * qnorm(0.9875)) → -0.79850770 0.13039008
  it('has the logarithm of a ratio, its error from the interval at its own level', () => {
    const [row] = rows(
      '- {id: a, kind: contrast, arm: new, comparator: old, measure: HR, estimate: 0.45, interval: {level: 97.5, low: 0.34, high: 0.61}}',
    )!;
    expect(row).toMatchObject({
      statistic: 'HR',
      comparator: 'old',
      estimate: '0.45',
      low: '0.34',
      high: '0.61',
      level: '97.5',
    });
    expect([row!.yi, row!.sei]).toEqual(['-0.798508', '0.13039']);
  });

  // R: (86 - 63) / (2 * qnorm(0.975)) / 100 → 0.05867454
  it('has a landmark as a proportion, its error as printed or from the interval, one row for each time', () => {
    const found = rows(`
- {id: a, kind: landmark, at: {value: 12, unit: months}, percent: 76, interval: {level: 95, low: 63, high: 86}}
- {id: b, kind: landmark, at: {value: 2, unit: years}, percent: 22.9, spread: {kind: standard-error, value: 4.0}}
- {id: c, kind: landmark, at: {value: 3, unit: years}, percent: 20}
- {id: d, kind: landmark, at: {value: 4, unit: years}, percent: 20, spread: {kind: standard-deviation, value: 4}}`)!;
    expect(found.map(({ months, yi, sei }) => [months, yi, sei])).toEqual([
      ['12', '0.76', '0.058675'],
      ['24', '0.229', '0.04'],
    ]);
  });

  it('is there only where two studies have a figure, and not of what describes patients', () => {
    const figure = '- {id: a, kind: proportion, events: 18, total: 21}';
    expect(rows(figure, {}, {})).toBeUndefined();
    expect(
      rows(figure, {}, { 'trials/beta.mdx': trial('- {id: cr, kind: proportion, percent: 50}') }),
    ).toBeUndefined();
    expect(rows(figure)).toHaveLength(1);
  });

  it.each([
    ['what a review tells', '- {id: a, kind: proportion, events: 18, total: 21, report: jones}'],
    ['what was planned', '- {id: a, kind: proportion, events: 18, total: 21, role: planned}'],
    ['a figure without counts', '- {id: a, kind: proportion, percent: 80}'],
    ['a count that is only bounded', '- {id: a, kind: proportion, events: "<5", total: 21}'],
    ['a figure that is absent', '- {id: a, kind: proportion, missing: not-reported}'],
    [
      'a ratio without interval',
      '- {id: a, kind: contrast, arm: new, comparator: old, measure: HR, estimate: 0.45}',
    ],
    [
      'a ratio with a credible interval',
      '- {id: a, kind: contrast, arm: new, comparator: old, measure: HR, estimate: 0.45, interval: {kind: credible, level: 95, low: 0.3, high: 0.6}}',
    ],
    [
      'a ratio outside its interval',
      '- {id: a, kind: contrast, arm: new, comparator: old, measure: HR, estimate: 0.9, interval: {level: 95, low: 0.3, high: 0.6}}',
    ],
    [
      'a difference',
      '- {id: a, kind: contrast, arm: new, comparator: old, measure: risk-difference, estimate: 5}',
    ],
    ['a median', '- {id: a, kind: median, value: 5, unit: months}'],
  ])('leaves out %s', (_, outcome) => {
    // A third study keeps the file.
    const files = {
      ...other,
      'trials/gamma.mdx': trial('- {id: cr, kind: proportion, events: 3, total: 4}'),
    };
    expect(rows(outcome, {}, files)).toEqual([]);
  });

  it('leaves out the patients of others', () => {
    const outcome =
      '- {id: a, kind: proportion, events: 18, total: 21, arm: old}\n- {id: b, kind: proportion, events: 1, total: 2, arm: new}';
    expect(ids(outcome, { 'role: comparator': 'role: historical' })).toEqual(['b']);
  });

  it('counts no patient twice: a whole study not beside its arms, an earlier report not beside the later', () => {
    const whole = '- {id: w, kind: proportion, events: 30, total: 41}';
    expect(ids(whole)).toEqual(['w']);
    expect(ids(`${whole}\n- {id: a, kind: proportion, events: 18, total: 21, arm: new}`)).toEqual(['a']);
    const reports = `- {id: a, kind: proportion, events: 18, total: 21, arm: new}
- {id: b, kind: proportion, events: 17, total: 21, arm: new, report: jones-2022}`;
    expect(ids(reports, twoReports)).toEqual(['b']);
  });

  it('has one figure of an arm: that of the widest population, then the one without a time or at the earliest', () => {
    const young = '- {id: y, kind: proportion, events: 3, total: 4, arm: new, population: young}';
    const third = { 'trials/gamma.mdx': trial('- {id: cr, kind: proportion, events: 3, total: 4}') };
    expect(ids(young, {}, { ...other, ...third })).toEqual([]);
    expect(ids(`${young}\n- {id: a, kind: proportion, events: 18, total: 21, arm: new}`)).toEqual(['a']);
    const timed = [3, 1, 2].map(
      (n) =>
        `- {id: m${n}, kind: proportion, events: ${n}, total: 21, arm: new, at: {value: ${n}, unit: months}}`,
    );
    expect(ids(timed.join('\n'))).toEqual(['m1']);
    expect(ids(`${timed.join('\n')}\n- {id: a, kind: proportion, events: 18, total: 21, arm: new}`)).toEqual([
      'a',
    ]);
  });

  it('keeps gradings apart', () => {
    const events = ['any', '≥3', 'severe'].map(
      (g, i) =>
        `- {id: e${i}, kind: adverse-event, grade: ${g}, scale: ctcae-4, events: ${i}, total: 21, arm: new}`,
    );
    expect(
      rows(events.join('\n'))!.map(({ grade, grade_min, grade_max }) => [grade, grade_min, grade_max]),
    ).toEqual([
      ['any', '1', '5'],
      ['severe', '', ''],
      ['≥3', '3', '5'],
    ]);
  });

  it('takes the one arm of a study for its whole', () => {
    const single = {
      '  - {id: old, label: Usual care, role: comparator}\n': '',
      ', n: {new: 21, old: 20}': '',
    };
    const both = `- {id: w, kind: proportion, events: 18, total: 21}\n- {id: a, kind: proportion, events: 3, total: 4, arm: new, population: young}`;
    expect(rows(both, single)!.map(({ arm, outcome_id }) => [arm, outcome_id])).toEqual([['new', 'alpha/w']]);
  });
});

describe('the tables of the project', () => {
  const { library, analyses } = projectEdition();

  it('are in the dictionary, and have two studies each', () => {
    expect(analyses.length).toBeGreaterThan(5);
    for (const { columns, cells } of analyses) {
      expect(columns).toEqual(metaforColumns);
      expect(new Set(cells.map(([study]) => study)).size).toBeGreaterThan(1);
    }
  });

  it('have one row for each statistic of a study arm, and only own results', () => {
    for (const { name, columns, cells } of analyses) {
      const at = (column: string) => columns.findIndex((one) => one.name === column);
      const slot = ['study', 'arm', 'comparator', 'statistic', 'term', 'grade', 'grade_scale'];
      const key = (row: readonly string[]) =>
        [...slot, ...(row[at('statistic')] === 'landmark' ? ['months'] : [])]
          .map((column) => row[at(column)])
          .join('|');
      const keys = cells.map(key);
      expect(new Set(keys).size, name).toBe(keys.length);
      expect(cells.map((row) => row[at('report_kind')])).not.toContain('review');
    }
  });

  it('offer one to show how', () => {
    expect(analyses.map(({ name }) => name)).toContain(`metafor-${exampleOf(library)}`);
    expect(
      exampleOf(libraryOf({ 'reviews/jones.mdx': mdx('title: {en: R}\nreference: jones-2022\nscope: x') })),
    ).toBeUndefined();
  });
});
