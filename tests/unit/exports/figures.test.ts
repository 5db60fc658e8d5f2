import { describe, expect, it } from 'vitest';
import { exportFiles } from '../../support/export-files.ts';
import { appraisal, appraised } from '../helpers/appraisals.ts';
import { libraryOf, mdx, smallBase, trial, type Files } from '../helpers/corpus.ts';
import { recordsOf } from './parse-csv.ts';

function rows(table: string, files: Files): Record<string, string>[] {
  return recordsOf(
    exportFiles(libraryOf(files), '1.0').find(({ path }) => path === `data/${table}.csv`)!.content,
  );
}

/** The one row that an outcome of the test trial becomes; cells left empty are not in it. */
function outcome(text: string): Record<string, string> {
  const [row] = rows('outcomes', { 'trials/alpha.mdx': trial(`- {id: it, ${text}}`) });
  return Object.fromEntries(Object.entries(row!).filter(([, value]) => value !== ''));
}

describe('the figures of an outcome', () => {
  it('leads from the row to the trial, the report, the page that was read and the fact', () => {
    expect(outcome('kind: proportion, percent: 80, arm: new, role: primary')).toMatchObject({
      outcome_id: 'alpha/it',
      trial_id: 'alpha',
      report: 'smith-2020',
      report_kind: 'primary',
      endpoint: 'cr',
      kind: 'proportion',
      role: 'primary',
      arm: 'new',
      population: 'all',
      population_kind: 'randomised',
      source: 'https://journal.example/1',
      locator: 'table 2',
      url: 'https://base.example/trials/alpha/#it',
    });
  });

  it('names a review by its id, and has no address for it', () => {
    const row = outcome('kind: proportion, percent: 80, report: jones');
    expect(row).toMatchObject({ report: 'jones', report_kind: 'review' });
    expect(row).not.toHaveProperty('source');
  });

  it.each([
    ['80', '80'],
    ['80.0', '80.0'],
    ['"0.10"', '0.10'],
    ['5.50', '5.50'],
  ])('keeps %s as printed', (typed, printed) => {
    expect(outcome(`kind: proportion, percent: ${typed}`)).toMatchObject({ value: printed, unit: '%' });
  });

  it.each([
    ['"<0.1"', '<', '0.1'],
    ['"≥ 2.0"', '≥', '2.0'],
  ])('sets the sign of %s apart', (typed, bound, value) => {
    expect(outcome(`kind: median, value: ${typed}, unit: months`)).toMatchObject({
      bound,
      value,
      unit: 'months',
    });
  });

  it('keeps negative and very large numbers usable', () => {
    expect(
      outcome('kind: contrast, comparator: old, arm: new, measure: risk-difference, estimate: -1.5'),
    ).toMatchObject({
      value: '-1.5',
    });
    expect(outcome('kind: dose, value: 1.7e6, unit: cells/kg')).toMatchObject({
      value: '1.7e6',
      measure: 'planned',
    });
  });

  // R: binom.test(18, 21)$conf.int → 0.636576012983 0.969511032378
  it('computes the exact interval where none is printed, but never a value', () => {
    const row = outcome('kind: proportion, events: 18, total: 21');
    expect(row).toMatchObject({
      events: '18',
      total: '21',
      ci_level: '95',
      ci_low: '63.6576',
      ci_high: '96.9511',
      ci_origin: 'computed',
      ci_method: 'clopper-pearson',
    });
    expect(row).not.toHaveProperty('value');
  });

  it('does not show inferred events as printed ones', () => {
    const row = outcome('kind: proportion, percent: 85.7, total: 21');
    expect(row).toMatchObject({ total: '21', ci_low: '63.6576', ci_origin: 'computed' });
    expect(row).not.toHaveProperty('events');
  });

  it('gives the printed interval where there is one, at its own level', () => {
    const row = outcome(
      'kind: proportion, events: 18, total: 21, interval: {level: 97.5, low: "60.0", high: 97}',
    );
    expect(row).toMatchObject({ ci_level: '97.5', ci_low: '60.0', ci_high: '97', ci_origin: 'printed' });
    expect(row).not.toHaveProperty('ci_method');
  });

  it('says that a credible interval is one, and keeps a limit that was not reached', () => {
    expect(
      outcome('kind: proportion, percent: 80, interval: {kind: credible, level: 95, low: 60, high: 90}'),
    ).toMatchObject({
      ci_origin: 'printed',
      ci_method: 'credible',
    });
    expect(
      outcome('kind: median, value: 7.7, unit: months, interval: {level: 95, low: 6.0, high: not-reached}'),
    ).toMatchObject({
      ci_low: '6.0',
      ci_high: 'not-reached',
    });
  });

  it.each([
    ['kind: median, value: 5, unit: months, interval: {kind: range, low: 1.0, high: 9}', 'range'],
    ['kind: median, value: 5, unit: months, interval: {kind: iqr, low: 1.0, high: 9}', 'iqr'],
    ['kind: range, low: 1.0, high: 9, unit: months', 'range'],
    ['kind: dose, low: 1.0, high: 9, unit: mg', 'range'],
  ])('passes no span off as a confidence interval: %s', (text, origin) => {
    const row = outcome(text);
    expect(row).toMatchObject({ ci_low: '1.0', ci_high: '9', ci_origin: origin });
    expect(row).not.toHaveProperty('ci_level');
    expect(row).not.toHaveProperty('ci_method');
  });

  it.each([
    ['"<0.001"', { p_comparator: '<', p_value: '0.001', p_sides: 'unknown' }],
    ['"0.010"', { p_comparator: '=', p_value: '0.010', p_sides: 'unknown' }],
    ['{printed: "P = .02", sides: 1}', { p_comparator: '=', p_value: '.02', p_sides: '1' }],
  ])('takes the P value %s apart', (p, cells) => {
    expect(
      outcome(`kind: contrast, arm: new, comparator: old, measure: HR, estimate: 0.45, p: ${p}`),
    ).toMatchObject(cells);
  });

  it('gives no number to a P value that is only called not significant', () => {
    const row = outcome('kind: contrast, arm: new, comparator: old, measure: p-only, p: n.s.');
    expect(row).toMatchObject({ p_comparator: 'ns', measure: 'p-only' });
    expect(row).not.toHaveProperty('p_value');
  });

  it('names the other side of a contrast, arm or population', () => {
    expect(outcome('kind: contrast, arm: new, comparator: old, measure: HR, estimate: "0.50"')).toMatchObject(
      {
        arm: 'new',
        comparator: 'old',
        measure: 'HR',
        value: '0.50',
      },
    );
    expect(outcome('kind: contrast, versus: young, measure: HR, estimate: 0.5')).toMatchObject({
      comparator: 'young',
    });
  });

  it.each([
    ['any', '1', '5'],
    ['3', '3', '3'],
    ['3-4', '3', '4'],
    ['≥3', '3', '5'],
    ['severe', undefined, undefined],
    ['unstated', undefined, undefined],
  ])('spans grade %s', (grade, min, max) => {
    const row = outcome(`kind: adverse-event, grade: ${grade}, scale: ctcae-4, events: 3, total: 21`);
    expect([row.grade_min, row.grade_max, row.grade_scale]).toEqual([min, max, 'ctcae-4']);
  });

  it('gives the time of a landmark, and says which statistic a median is', () => {
    expect(outcome('kind: landmark, at: {value: "3.0", unit: years}, percent: 20.3')).toMatchObject({
      at_value: '3.0',
      at_unit: 'years',
      value: '20.3',
      unit: '%',
    });
    expect(outcome('kind: follow-up, statistic: mean, value: 29.6, unit: months')).toMatchObject({
      measure: 'mean',
    });
  });

  it('says why a figure is absent', () => {
    const row = outcome('kind: median, unit: months, missing: not-reached');
    expect(row).toMatchObject({ missing: 'not-reached' });
    expect(row).not.toHaveProperty('value');
  });

  it('lists the findings on a fact by its path', () => {
    const library = libraryOf();
    const found = ['arithmetic/percent', 'order/cr'].map((code) => ({
      code,
      severity: 'note',
      message: 'found',
      file: 'content/trials/alpha.mdx',
      entry: 'trials/alpha',
      fact: 'cr',
    }));
    const file = exportFiles(library, '1.0', found).find(({ path }) => path === 'data/outcomes.csv')!;
    expect(recordsOf(file.content)[0]!.findings).toBe('arithmetic/percent; order/cr');
  });
});

describe('the other tables', () => {
  it('count the patients of an arm where the report does', () => {
    expect(rows('arms', {}).map(({ arm_id, n }) => [arm_id, n])).toEqual([
      ['new', '21'],
      ['old', '20'],
    ]);
    const uncounted = { ', n: {new: 21, old: 20}': ', n: 41' };
    expect(rows('arms', { 'trials/alpha.mdx': trial('', uncounted) }).map(({ n }) => n)).toEqual(['', '']);
    const single = { ...uncounted, '  - {id: old, label: Usual care, role: comparator}\n': '' };
    expect(rows('arms', { 'trials/alpha.mdx': trial('', single) }).map(({ n }) => n)).toEqual(['41']);
  });

  it('give a trial the identifiers of its own reports, not of a review', () => {
    expect(rows('trials', {})[0]).toMatchObject({
      enrolled: '41',
      therapies: 'testumab',
      targets: 'cd19',
      year: '2020',
      dois: '10.1000/trial',
      pmids: '12345678',
    });
  });

  it('join several values in one cell', () => {
    const registry =
      'registry: [{registry: ClinicalTrials.gov, id: NCT01564784}, {registry: EudraCT, id: 2011-005491-41}]\nstatus:';
    expect(rows('trials', { 'trials/alpha.mdx': trial('', { 'status:': registry }) })[0]).toMatchObject({
      registry_ids: 'NCT01564784; 2011-005491-41',
    });
  });

  it('hold planned endpoints', () => {
    const planned = `planned:
  - {id: plan, role: primary, endpoint: cr, measure: Remission, timeFrame: 28 days, report: smith-2020, locator: protocol}
outcomes:`;
    expect(rows('planned', { 'trials/alpha.mdx': trial('', { 'outcomes:': planned }) })).toMatchObject([
      {
        planned_id: 'alpha/plan',
        trial_id: 'alpha',
        endpoint: 'cr',
        time_frame: '28 days',
        report: 'smith-2020',
      },
    ]);
  });

  it('hold appraisals, a row for each domain, and say with each outcome what stands for it', () => {
    const base = {
      'trials/alpha.mdx': trial(
        '- {id: a, kind: proportion, percent: 80}\n- {id: b, kind: contrast, arm: new, comparator: old, measure: p-only, p: 0.04}',
        appraised(
          appraisal('rob-2', {
            about: 'fact: b',
            others: 'low',
            domains: { measurement: 'some-concerns' },
            overall: 'some-concerns',
            basis: 'full-text, registry',
          }),
        ),
      ),
    };
    const found = rows('appraisals', base);
    expect(found.map(({ domain, judgement }) => `${domain} ${judgement}`)).toEqual([
      'deviations low',
      'measurement some-concerns',
      'missing-data low',
      'randomisation low',
      'selective-reporting low',
    ]);
    expect(found[0]).toMatchObject({
      ...{
        appraisal_id: 'alpha/bias',
        trial_id: 'alpha',
        tool: 'rob-2',
        outcome: 'alpha/b',
        endpoint: 'cr',
        by: 'base',
      },
      ...{
        judged_on: '2026-01-31',
        reference: '',
        basis: 'full-text; registry',
        reason: 'As told',
        report: 'smith-2020',
      },
      ...{ overall: 'some-concerns', url: 'https://base.example/trials/alpha/#bias' },
    });
    expect(rows('outcomes', base)).toMatchObject([
      { outcome_id: 'alpha/a', risk_of_bias: '', risk_of_bias_tool: '', appraisal: '' },
      {
        outcome_id: 'alpha/b',
        risk_of_bias: 'some-concerns',
        risk_of_bias_tool: 'rob-2',
        appraisal: 'alpha/bias',
      },
    ]);
  });

  it('hold the claims of a review with what it cites', () => {
    const review = mdx(`
title: {en: The review}
reference: jones-2022
scope: Everything
bibliography: [{number: 1, key: smith-2020}]
claims:
  - {id: span, kind: range, endpoint: cr, subject: All trials, locator: §2, low: 53, high: 94, unit: "%", cites: [smith-2020, jones-2022]}
  - {id: approved, kind: date, endpoint: cr, subject: Approval, locator: §1, date: 2017-08}
`);
    expect(rows('claims', { 'reviews/jones.mdx': review })).toMatchObject([
      { claim_id: 'jones/approved', kind: 'date', value: '2017-08' },
      {
        claim_id: 'jones/span',
        review: 'jones',
        subject: 'All trials',
        value: '',
        ci_low: '53',
        ci_high: '94',
        ci_origin: 'range',
        cites: 'smith-2020; jones-2022',
        url: 'https://base.example/reviews/jones/#span',
      },
    ]);
    expect(rows('references', { 'reviews/jones.mdx': review })[1]).toMatchObject({
      reference_id: 'smith-2020',
      authors: 'Smith A B',
      issued: '2020-03-01',
      doi: '10.1000/trial',
      trials: 'alpha',
      reviews: 'jones',
    });
  });

  it('keep the key of a reference whatever former key a trial uses', () => {
    const aliased = smallBase['references.yaml']!.replace(
      '- id: smith-2020',
      '- id: smith-new\n  custom: {aliases: [smith-2020]}',
    );
    const files = { 'references.yaml': aliased };
    expect(rows('outcomes', files)[0]!.report).toBe('smith-new');
    expect(rows('references', files).map(({ reference_id }) => reference_id)).toContain('smith-new');
  });
});
