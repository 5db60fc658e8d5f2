import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RiskOfBias } from '../../../src/model/appraisal-tools.ts';
import {
  certaintyOf,
  domains,
  grades,
  levelsDown,
  type Domain,
  type Evidence,
  type Judged,
} from '../../../src/synthesis/certainty.ts';
import { thresholds } from '../../../src/synthesis/certainty-domains.ts';

const appraised = (weight: number, overall?: RiskOfBias['overall']) => ({
  weight,
  riskOfBias: overall && { tool: 'rob-2' as const, overall },
});
const all = (overall?: RiskOfBias['overall'], k = 4) =>
  Array.from({ length: k }, () => appraised(1 / k, overall));

/** Four randomised trials at low risk that agree closely on a ratio below 1. */
const best: Evidence = {
  measure: 'GEN',
  randomised: true,
  studies: all('low'),
  ci: { low: 0.6, high: 0.8 },
  prediction: { low: 0.5, high: 0.95 },
  tau2: 0.01,
  i2: 20,
  gate: { differs: [], unstated: [] },
};
const share: Evidence = {
  ...best,
  measure: 'PLO',
  randomised: false,
  ci: { low: 0.45, high: 0.55 },
  prediction: { low: 0.42, high: 0.58 },
};

const stepOf = (domain: Domain, evidence: Partial<Evidence>, judged?: Judged) =>
  certaintyOf({ ...best, ...evidence }, judged).steps.find((step) => step.domain === domain)!;
const lowering = (...given: Parameters<typeof stepOf>) => stepOf(...given).computed.levels;

describe('the start', () => {
  test('is high for randomised comparisons and low for observational evidence', () => {
    expect(certaintyOf(best)).toMatchObject({ grade: 'high', computed: 'high', start: { grade: 'high' } });
    expect(certaintyOf(share)).toMatchObject({ grade: 'low', computed: 'low', start: { grade: 'low' } });
  });

  test('is left behind by as many levels as the domains lower it, and never below very low', () => {
    const worse = (evidence: Partial<Evidence>) => certaintyOf({ ...best, ...evidence }).grade;
    expect(worse({ i2: 80 })).toBe('moderate');
    expect(worse({ i2: 80, studies: all('some-concerns') })).toBe('low');
    expect(worse({ i2: 80, studies: all('high') })).toBe('very-low');
    expect(worse({ i2: 80, studies: all('high'), gate: { differs: ['a', 'b', 'c'], unstated: [] } })).toBe(
      'very-low',
    );
  });
});

describe('risk of bias', () => {
  test.each<[string, Evidence['studies'], number]>([
    ['all is low', all('low'), 0],
    ['most is low', [appraised(0.51, 'low'), appraised(0.49, 'some-concerns')], 0],
    ['half is no majority', [appraised(0.5, 'low'), appraised(0.5, 'some-concerns')], -1],
    ['moderate by ROBINS-I is as some concerns', [appraised(0.4, 'low'), appraised(0.6, 'moderate')], -1],
    ['nothing is appraised', all(), -1],
    ['what is not appraised counts as some concerns', [appraised(0.4, 'low'), appraised(0.6)], -1],
    ['most is low and the rest not appraised', [appraised(0.6, 'low'), appraised(0.4)], 0],
    ['less than a quarter is high', [appraised(0.76, 'low'), appraised(0.24, 'high')], 0],
    ['a quarter is high', [appraised(0.75, 'low'), appraised(0.25, 'high')], -1],
    ['half is serious', [appraised(0.5, 'low'), appraised(0.5, 'serious')], -1],
    ['most is critical', [appraised(0.49, 'low'), appraised(0.51, 'critical')], -2],
    ['all is high', all('high'), -2],
  ])('%s', (_, studies, levels) => {
    expect(lowering('risk-of-bias', { studies })).toBe(levels);
  });

  test.each<[string, Evidence['studies'], string | undefined]>([
    ['nothing is appraised', all(), 'no study was appraised'],
    [
      'the rest is not appraised',
      [appraised(0.4, 'low'), appraised(0.6)],
      '60.0% of the weight was not appraised',
    ],
    [
      'most has some concerns, whatever the rest has',
      [appraised(0.5, 'some-concerns'), appraised(0.5)],
      undefined,
    ],
    ['a quarter is high, whatever the rest has', [appraised(0.25, 'high'), appraised(0.75)], undefined],
    ['most is low and the rest not appraised', [appraised(0.6, 'low'), appraised(0.4)], undefined],
    ['all is appraised', all('some-concerns'), undefined],
  ])('that is serious for want of appraisals says so: %s', (_, studies, lacking) => {
    expect(stepOf('risk-of-bias', { studies }).computed.lacking).toBe(lacking);
  });

  test('tells the shares of the weight', () => {
    const studies = [
      appraised(0.5, 'low'),
      appraised(0.2, 'some-concerns'),
      appraised(0.2),
      appraised(0.1, 'serious'),
    ];
    const { computed } = stepOf('risk-of-bias', { studies });
    expect(computed.reason).toContain(
      'low risk of bias 50.0%, with some concerns 20.0%, at high risk 10.0%, not appraised 20.0%',
    );
    expect(computed.figures).toEqual({ low: 0.5, concerns: 0.2, high: 0.1, notAppraised: 0.2 });
    expect(stepOf('risk-of-bias', { studies: all() }).computed.reason).toBe(
      'No study is appraised. What is not appraised counts as some concerns. No more than half of the weight is at low risk, which is a serious limitation.',
    );
  });
});

describe('inconsistency', () => {
  test.each<[string, Partial<Evidence>, number]>([
    ['both intervals exclude 1', {}, 0],
    // The mean is below 1; the next trial may show an important harm.
    [
      'the prediction interval alone reaches an important effect beyond 1',
      { prediction: { low: 0.4, high: 1.3 } },
      -1,
    ],
    [
      'the prediction interval includes 1, and important benefit',
      { prediction: { low: 0.5, high: 1.05 } },
      -1,
    ],
    [
      'the prediction interval includes 1, and nothing important',
      { ci: { low: 0.85, high: 0.95 }, prediction: { low: 0.78, high: 1.1 } },
      0,
    ],
    // Both are too wide by one side: that is imprecision, and is not counted twice.
    [
      'both include 1 and important benefit',
      { ci: { low: 0.7, high: 1.1 }, prediction: { low: 0.5, high: 1.2 } },
      0,
    ],
    [
      'the prediction interval reaches the other side too',
      { ci: { low: 0.7, high: 1.1 }, prediction: { low: 0.5, high: 1.5 } },
      -1,
    ],
    ['I² is 74.9%', { i2: 74.9 }, 0],
    ['I² is 75%', { i2: 75 }, -1],
    [
      'I² is considerable and the prediction interval wide',
      { i2: 90, prediction: { low: 0.3, high: 1.6 } },
      -2,
    ],
    ['there is no prediction interval', { prediction: null }, 0],
    ['there is none, and I² is considerable', { prediction: null, i2: 80 }, -1],
    ['there is one study', { studies: all('low', 1), prediction: null, i2: 0 }, 0],
  ])('of ratios: %s', (_, evidence, levels) => {
    expect(lowering('inconsistency', evidence)).toBe(levels);
  });

  test.each<[string, Partial<Evidence>, number]>([
    ['half-widths of 5 and 8 points', {}, 0],
    ['half-widths of 5 and 15', { prediction: { low: 0.35, high: 0.65 } }, -1],
    ['half-widths of 15 and 18', { ci: { low: 0.35, high: 0.65 }, prediction: { low: 0.32, high: 0.68 } }, 0],
    ['half-widths of 15 and 30', { ci: { low: 0.35, high: 0.65 }, prediction: { low: 0.2, high: 0.8 } }, -1],
    ['half-widths of 5 and 40, and I² 95%', { prediction: { low: 0.1, high: 0.9 }, i2: 95 }, -2],
  ])('of proportions: %s', (_, evidence, levels) => {
    expect(lowering('inconsistency', { ...share, ...evidence })).toBe(levels);
  });

  test('tells its numbers, and says nothing of one study', () => {
    expect(stepOf('inconsistency', { prediction: { low: 0.4, high: 1.3 } }).computed.reason).toBe(
      'τ² 0.01. The 95% prediction interval (0.40–1.30) includes 1 and important effects on both sides; the confidence interval (0.60–0.80) excludes 1. I² is 20.0%, below what is considerable (75%).',
    );
    expect(stepOf('inconsistency', { studies: all('low', 1) }).computed).toMatchObject({
      judged: false,
      figures: {},
    });
  });
});

describe('imprecision', () => {
  test.each<[string, Evidence['ci'], number]>([
    ['1 is excluded', { low: 0.5, high: 0.99 }, 0],
    ['1 is excluded from above', { low: 1.01, high: 3 }, 0],
    ['1 is included, and nothing important', { low: 0.76, high: 1.24 }, 0],
    ['1 and important benefit are included', { low: 0.75, high: 1.1 }, -1],
    ['1 and important harm are included', { low: 0.9, high: 1.25 }, -1],
    ['1 is the upper limit', { low: 0.5, high: 1 }, -1],
    ['everything is included', { low: 0.5, high: 2 }, -2],
  ])('of ratios: %s', (_, ci, levels) => {
    expect(lowering('imprecision', { ci })).toBe(levels);
  });

  test.each<[string, Evidence['ci'], number]>([
    ['a half-width of 5 points', { low: 0.45, high: 0.55 }, 0],
    ['a half-width of 11', { low: 0.39, high: 0.61 }, -1],
    ['a half-width of 19, askew', { low: 0.6, high: 0.98 }, -1],
    ['a half-width of 21', { low: 0.29, high: 0.71 }, -2],
  ])('of proportions: %s', (_, ci, levels) => {
    expect(lowering('imprecision', { ...share, ci })).toBe(levels);
  });

  test('follows the threshold that the reader sets', () => {
    const at = (evidence: Partial<Evidence>, important: number) =>
      stepOf('imprecision', evidence, { levels: {}, important }).computed;
    const ci = { low: 0.75, high: 1.1 };
    expect(at({ ci }, thresholds.ratio).levels).toBe(-1);
    expect(at({ ci }, 30)).toMatchObject({ levels: 0, figures: { low: 0.75, high: 1.1, important: 30 } });
    expect(at({ ci }, 30).reason).toBe(
      'The 95% confidence interval (0.75–1.10) includes 1 and no important effect. A ratio of 0.7 or less, or of 1.3 or more, is taken as important (the reader’s threshold).',
    );
    expect(at(share, 2).levels).toBe(-2);
    expect(at(share, 3).reason).toBe(
      'The 95% confidence interval (45.0–55.0%) has a half-width of 5.0 percentage points. Up to 3 (the reader’s threshold) it is precise, above 6 very imprecise.',
    );
  });
});

describe('indirectness', () => {
  test.each<[string[], string[], number]>([
    [[], [], 0],
    [[], ['The same time window', 'The same definition'], 0],
    [['The same setting'], [], -1],
    [['The same setting'], ['The same time window'], -1],
    [['The same setting', 'The same age group'], [], -2],
    [['The same setting', 'The same age group', 'The same definition'], [], -2],
  ])('where %j differ and %j are not stated', (differs, unstated, levels) => {
    const { computed } = stepOf('indirectness', { gate: { differs, unstated } });
    expect(computed.levels).toBe(levels);
    for (const title of [...differs, ...unstated])
      expect(computed.reason).toContain(title.replace('The', 'the'));
  });
});

describe('publication bias', () => {
  test.each([
    [4, 'With fewer than 10 studies (here 4)'],
    [9, 'With fewer than 10 studies (here 9)'],
    [10, 'of these 10 studies'],
  ])('is not judged of %i studies, and says so', (k, said) => {
    const { computed } = stepOf('publication-bias', { studies: all('low', k) });
    expect(computed).toMatchObject({ levels: 0, judged: false });
    expect(computed.reason).toContain(said);
  });
});

test('a judgement of the reader counts, and what was computed stays beside it', () => {
  const certainty = certaintyOf(
    { ...best, studies: all('high') },
    { levels: { 'risk-of-bias': 0, 'publication-bias': -1 } },
  );
  expect(certainty).toMatchObject({ grade: 'moderate', computed: 'low' });
  const [bias, agreement] = certainty.steps;
  expect(bias).toMatchObject({ levels: 0, byReader: true, computed: { levels: -2 } });
  expect(agreement).toMatchObject({ levels: 0, byReader: false, computed: { levels: 0 } });
});

const risk = fc.constantFrom<(RiskOfBias['overall'] | undefined)[]>(
  'low',
  'some-concerns',
  'moderate',
  undefined,
  'serious',
  'high',
);
/** Evenly spread, which fc.double is not. */
const hundredths = (min: number, max: number) =>
  fc.integer({ min: 100 * min, max: 100 * max }).map((whole) => whole / 100);
const anyEvidence = fc
  .record({
    measure: fc.constantFrom('GEN' as const, 'PLO' as const),
    studies: fc.array(fc.tuple(hundredths(0.01, 1), risk), { minLength: 2, maxLength: 6 }),
    middle: hundredths(0.2, 0.8),
    half: hundredths(0.01, 0.4),
    more: hundredths(0, 0.4),
    isPredicted: fc.boolean(),
    i2: fc.nat({ max: 100 }),
    differs: fc.nat({ max: 3 }),
  })
  .map(({ measure, studies, middle, half, more, isPredicted, i2, differs }): Evidence => {
    const sum = studies.reduce((all, [weight]) => all + weight, 0);
    const scale = measure === 'GEN' ? (x: number) => Math.exp(2 * (x - 0.5)) : (x: number) => x;
    const around = (by: number) => ({ low: scale(middle - by), high: scale(middle + by) });
    return {
      measure,
      randomised: measure === 'GEN',
      studies: studies.map(([weight, overall]) => appraised(weight / sum, overall)),
      ci: around(half),
      prediction: isPredicted ? around(half + more) : null,
      tau2: 0.1,
      i2,
      gate: { differs: Array.from({ length: differs }, (_, i) => `Rule ${i}`), unstated: [] },
    };
  });

const gradeOf = (evidence: Evidence) => grades.indexOf(certaintyOf(evidence).grade);
const wider = ({ low, high }: Evidence['ci'], by: number) => ({ low: low / (1 + by), high: high * (1 + by) });

/** The same without the floor at very low, which would hide much. */
function heightOf(evidence: Evidence): number {
  const { start, steps } = certaintyOf(evidence);
  return grades.indexOf(start.grade) + steps.reduce((sum, { levels }) => sum + levels, 0);
}

/** Ways in which evidence gets worse. */
const worsenings: Record<string, (evidence: Evidence, by: number) => Evidence> = {
  'no randomisation': (evidence) => ({ ...evidence, randomised: false }),
  'a study at higher risk': ({ studies, ...rest }) => ({
    ...rest,
    studies: studies.map((study, i) => (i === 0 ? appraised(study.weight, 'critical') : study)),
  }),
  'a study whose low risk is not known': ({ studies, ...rest }) => ({
    ...rest,
    studies: studies.map((study) => (study.riskOfBias?.overall === 'low' ? appraised(study.weight) : study)),
  }),
  'wider intervals': (evidence, by) => ({
    ...evidence,
    ci: wider(evidence.ci, by),
    prediction: evidence.prediction && wider(evidence.prediction, by),
  }),
  // Up to the prediction interval, which holds the confidence interval.
  'a wider confidence interval': (evidence, by) => {
    const { ci, prediction } = evidence;
    const wide = wider(ci, by);
    return {
      ...evidence,
      ci: prediction
        ? { low: Math.max(wide.low, prediction.low), high: Math.min(wide.high, prediction.high) }
        : wide,
    };
  },
  'a wider prediction interval': (evidence, by) => ({
    ...evidence,
    prediction: evidence.prediction && wider(evidence.prediction, by),
  }),
  'more heterogeneity': (evidence, by) => ({ ...evidence, i2: Math.min(100, evidence.i2 + 100 * by) }),
  'another rule that does not hold': ({ gate, ...rest }) => ({
    ...rest,
    gate: { ...gate, differs: [...gate.differs, 'One more'] },
  }),
};

test.each(Object.entries(worsenings))('%s never raises the certainty', (_, worsen) => {
  fc.assert(
    fc.property(anyEvidence, hundredths(0, 0.5), (evidence, by) => {
      const worse = worsen(evidence, by);
      expect(gradeOf(worse)).toBeLessThanOrEqual(gradeOf(evidence));
      expect(heightOf(worse)).toBeLessThanOrEqual(heightOf(evidence));
    }),
    { seed: 5, numRuns: 1000 },
  );
});

test('each level of a judgement lowers by at least as much as the one before', () => {
  fc.assert(
    fc.property(anyEvidence, fc.constantFrom(...domains), (evidence, domain) => {
      const by = levelsDown.map((levels) =>
        grades.indexOf(certaintyOf(evidence, { levels: { [domain]: levels } }).grade),
      );
      expect(by).toEqual(by.toSorted((a, b) => b - a));
      expect(by[0]).toBeGreaterThanOrEqual(gradeOf(evidence));
    }),
    { seed: 5, numRuns: 300 },
  );
});
