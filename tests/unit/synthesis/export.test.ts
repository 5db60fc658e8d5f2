import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { methodsSentence } from '../../../src/synthesis/methods.ts';
import { rScript } from '../../../src/synthesis/r-script.ts';
import { dataCsv, dataJson, reportKeys } from '../../../src/synthesis/study-data.ts';
import { counted, madeDataset } from '../../support/made-dataset.ts';
import { fourCounts, resultOf, synthesisOf, threeRatios } from '../../support/synthesis.ts';
import { command, folder } from '../cli/almanac.ts';
import { parseCsv, recordsOf } from '../exports/parse-csv.ts';

const origin = {
  base: 'Base',
  version: '1.0.0',
  link: 'https://example.org/synthesis/?endpoint=response',
  title: 'Response',
};
const pooled = synthesisOf(fourCounts, { overrides: ['setting'] });

describe('the data', () => {
  test.each([
    ['counts', pooled, ['--measure', 'PLO']],
    ['ratios', synthesisOf(threeRatios), ['--measure', 'GEN']],
  ])('of %s are read by almanac pool, which gives the same', async (_, synthesis, measure) => {
    const file = path.join(folder(), 'studies.csv');
    fs.writeFileSync(file, dataCsv(synthesis, origin));
    const { code, stdout, stderr } = await command([
      'pool',
      file,
      ...measure,
      '--method',
      'REML',
      '--test',
      'knha',
      '--json',
    ]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    if (typeof synthesis.result === 'string') throw new Error(synthesis.result);
    expect(JSON.parse(stdout)).toMatchObject({
      estimate: synthesis.result.pooled.estimate,
      ci: synthesis.result.pooled.ci,
      backTransformed: { prediction: synthesis.result.read.prediction },
    });
  });

  test('say where each figure comes from, and which rules were overridden', () => {
    expect(recordsOf(dataCsv(pooled, origin))[0]).toMatchObject({
      study: 'A "1" & <b>',
      events: '54',
      total: '75',
      setting: 'Relapsed',
      report: 'a-2020',
      url: 'https://example.org/trials/a/#figure',
      overridden: 'setting',
      source: 'Base 1.0.0',
    });
  });

  test('cannot become a formula', () => {
    const hostile = madeDataset([
      counted('a', 1, 9, { trial: { name: '=cmd()' } }),
      counted('b', 1, 9, { trial: { name: 'x,"y"' } }),
    ]);
    const [, ...rows] = parseCsv(dataCsv(synthesisOf(hostile), origin));
    expect(rows.map(([study]) => study)).toEqual(["'=cmd()", 'x,"y"']);
  });
});

test('each report is cited once', () => {
  const shared = { key: 'one-2020', label: 'One', path: '/references/one-2020/', kind: 'primary' as const };
  const dataset = madeDataset([
    counted('a', 1, 9, { fact: { report: shared } }),
    counted('b', 1, 9, { fact: { report: shared } }),
  ]);
  expect(reportKeys(synthesisOf(dataset))).toEqual(['one-2020']);
  expect(reportKeys(pooled)).toEqual(['a-2020', 'b-2020', 'c-2020', 'd-2020']);
});

describe('the sentences for a paper', () => {
  test('say what was pooled, how, with what result, and against which rules', () => {
    const { read } = resultOf(fourCounts, { overrides: ['setting'] });
    const text = methodsSentence(pooled, origin)!;
    expect(text).toContain(
      'We pooled response from 4 study arms with 224 patients, with the figures of Base 1.0.0',
    );
    expect(text).toContain(
      'logit-transformed proportions in a random-effects model (τ² by restricted maximum likelihood)',
    );
    expect(text).toContain(`${(100 * read.estimate).toFixed(1)}% (95% CI 53.9–87.6; 95% prediction interval`);
    expect(text).toContain('overridden: the same setting.');
    expect(text).toMatch(
      /metafor 3\.8; the synthesis is at https:\/\/example\.org\/synthesis\/\?endpoint=response$/,
    );
  });

  test.each([
    [
      'Cardiovascular death or hospitalization, HR',
      'We pooled cardiovascular death or hospitalization, HR from 3 comparisons, ',
    ],
    ['HIV infection', 'We pooled HIV infection from 3 comparisons, '],
  ])('begin no word with a capital but names, and count what ratios compare: %s', (title, begins) => {
    const text = methodsSentence(synthesisOf(threeRatios), { ...origin, title })!;
    expect(text.startsWith(begins)).toBe(true);
    expect(text).not.toContain('study arm');
  });

  test('say that no study was appraised where certainty is lowered for want of it, and not for a judgement of their own', () => {
    expect(methodsSentence(pooled, origin)).toContain(
      'rated down for risk of bias (−1, because no study was appraised), ',
    );
    const own = synthesisOf(fourCounts, {
      overrides: ['setting'],
      judged: { levels: { 'risk-of-bias': -2 } },
    });
    expect(methodsSentence(own, origin)).toContain('rated down for risk of bias (−2), ');
  });

  test('name the subgroups, and no rule where none was overridden', () => {
    const text = methodsSentence(synthesisOf(fourCounts, { overrides: ['setting'], by: 'setting' }), origin)!;
    expect(text).toMatch(
      /Subgroups by setting, each with a τ² of its own, were compared with Q [\d.]+, 1 df, P/,
    );
    expect(methodsSentence(synthesisOf(threeRatios), origin)).not.toContain('overridden');
  });

  test('are none where nothing is pooled', () => {
    expect(methodsSentence(synthesisOf(fourCounts), origin)).toBeUndefined();
  });
});

describe('the certainty', () => {
  const appraised = madeDataset([
    counted('a', 40, 80, { fact: { riskOfBias: { tool: 'rob-2', overall: 'low' } } }),
    counted('b', 42, 84, { trial: { setting: 'Newly diagnosed' } }),
    counted('c', 44, 88),
  ]);
  const judged = { levels: { 'risk-of-bias': 0 } as const };
  const synthesis = synthesisOf(appraised, { overrides: ['setting'], judged });

  test('is judged from appraisals, intervals and the gate, at 95% whatever level is shown', () => {
    const byDomain = ({ certainty }: ReturnType<typeof synthesisOf>) =>
      Object.fromEntries(certainty!.steps.map(({ domain, computed }) => [domain, computed.levels]));
    const found = {
      'risk-of-bias': -1,
      inconsistency: 0,
      imprecision: -1,
      indirectness: -1,
      'publication-bias': 0,
    };
    expect(byDomain(synthesis)).toEqual(found);
    const wide = synthesisOf(appraised, { overrides: ['setting'], level: 99, test: 'z' });
    const narrow = synthesisOf(appraised, { overrides: ['setting'], level: 90, test: 'z' });
    expect(wide.certainty).toEqual(narrow.certainty);
    // All three are 50%, so by Hartung–Knapp the interval has no width. The normal standard error is √(1/63)
    // on the logit scale and t with 2 degrees of freedom 4.3027: 50% ± 13.2 points.
    const { figures, reason } = synthesis.certainty!.steps[2]!.computed;
    expect(reason).toContain('The 95% confidence interval by the ad hoc variant (36.8–63.2%)');
    expect(figures.low).toBeCloseTo(0.3677, 4);
    expect(figures.high).toBeCloseTo(0.6323, 4);
    // Narrower than its variant, yet wider than the normal one: judged as shown.
    const [, , shown] = synthesisOf(threeRatios).certainty!.steps;
    const { ci } = resultOf(threeRatios).read;
    expect(shown!.computed.figures).toMatchObject({ low: ci.low, high: ci.high });
    expect(synthesisOf(threeRatios).certainty!.start.grade).toBe('high');
    expect(synthesisOf(appraised).certainty).toBeUndefined();
  });

  test('stands in the CSV with each step, and each study with its appraisal', () => {
    const [first, second] = recordsOf(dataCsv(synthesis, origin));
    expect(first).toMatchObject({ risk_of_bias: 'low', risk_of_bias_tool: 'rob-2', certainty: 'very low' });
    expect(second).toMatchObject({ risk_of_bias: '', risk_of_bias_tool: '' });
    expect(first!.certainty_steps).toBe(
      'start low; risk of bias 0 (the reader’s judgement; computed: serious (−1)); inconsistency 0; imprecision −1; indirectness −1; publication bias not judged',
    );
    expect(recordsOf(dataCsv(synthesisOf(appraised), origin))[0]).toMatchObject({
      certainty: '',
      certainty_steps: '',
    });
  });

  test('stands in the JSON with its reasons and numbers', () => {
    const { certainty, studies, result, overridden, link } = JSON.parse(dataJson(synthesis, origin));
    expect({ overridden, link }).toEqual({ overridden: ['setting'], link: origin.link });
    expect(studies[0]).toMatchObject({ study: 'a', events: 40, total: 80, risk_of_bias: 'low' });
    expect(result.k).toBe(3);
    expect(certainty).toMatchObject({
      grade: 'very-low',
      computed: 'very-low',
      threshold: { value: 10, of: 'half-width', byReader: false },
    });
    expect(certainty.steps[0]).toMatchObject({
      domain: 'risk-of-bias',
      levels: 0,
      byReader: true,
      computed: { levels: -1 },
    });
    expect(certainty.steps[0].computed.figures.notAppraised).toBeCloseTo(172 / 252, 10);
    expect(JSON.parse(dataJson(synthesisOf(appraised), origin))).toMatchObject({
      notPooled: 'blocked by comparability rules',
    });
  });

  test('tells a threshold of the reader', () => {
    const own = synthesisOf(threeRatios, { judged: { levels: {}, important: 20 } });
    expect(recordsOf(dataCsv(own, origin))[0]!.certainty_steps).toMatch(
      /; threshold of imprecision a change of 20% \(the reader’s\)$/,
    );
    expect(methodsSentence(own, origin)).toContain(
      'The threshold of imprecision was our own: a change of 20%.',
    );
    expect(rScript(own, origin)).toContain(
      'A ratio of 0.8 or less, or of 1.2 or more, is taken as important (the reader’s threshold).',
    );
  });

  test('stands in the sentences for a paper and in the script for R, with whose judgement it is', () => {
    expect(methodsSentence(synthesis, origin)).toContain(
      'The certainty of this evidence (GRADE) was very low: it started at low and was rated down for imprecision (−1) and indirectness (−1). Our own judgement replaced the computed one for risk of bias (computed: serious (−1)); as computed, the certainty was very low.',
    );
    const script = rScript(synthesis, origin);
    expect(script).toContain(
      '# Certainty (GRADE): very low; as computed: very low\n# - start: low. Single arms',
    );
    expect(script).toContain(
      '# - risk of bias 0 (the reader’s judgement; computed: serious (−1)). Share of the pooled weight',
    );
  });
});

test('the script for R is plain ASCII in its data, and one line a comment', () => {
  const script = rScript(pooled, { ...origin, title: 'Two\nlines' });
  expect(script).toMatch(/^# Two lines\n# From Base 1\.0\.0: https/);
  expect(script).toContain('# Pooled although these rules do not hold: the same setting\n');
  expect(script).toContain(String.raw`"A \"1\" & <b>", "c", "d", "\U{c9}\U{2265}, \U{4e8c}"`);
  expect(script.replace(/^#.*$/gm, '')).toMatch(/^[\n -~]*$/);
});
