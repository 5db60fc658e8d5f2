import { describe, expect, it } from 'vitest';
import { ledgerOf, type TrialLedger } from '../../../src/evidence/ledger.ts';
import { descriptiveEndpoints } from '../../../src/evidence/ledger/slot.ts';
import { checkBase, readBase, trialOf } from './helpers.ts';

/** The ledger of a trial with these facts: they get the ids f0, f1 … */
function ledger(lines: string[], changes?: Record<string, string>): TrialLedger {
  const corpus = readBase(lines.map((line, i) => `- {id: f${i}, ${line}}`).join('\n'), changes);
  return ledgerOf('alpha', trialOf(corpus), descriptiveEndpoints(corpus.files.endpoints!.data!));
}

/** `aspect: value ~ value (reason)` of each difference. */
const told = (lines: string[], changes?: Record<string, string>) =>
  ledger(lines, changes).discrepancies.map(
    ({ aspect, values, reason }) => `${aspect}: ${values.join(' ~ ')} (${reason})`,
  );
const agreed = (lines: string[]) =>
  [...ledger(lines).corroborated].map(([id, others]) => `${id}: ${others.join(', ')}`);

const smith = 'report: smith-2020';
const update = 'report: smith-2023';
const review = 'report: jones, cites: [smith-2020]';
const share = (figures: string, by: string) => `kind: proportion, ${figures}, ${by}`;
const hr = (figures: string, by: string) =>
  `kind: contrast, endpoint: os, measure: HR, arm: new, comparator: old, ${figures}, ${by}`;
/** Two reports that print the dates of their data. */
const cut = {
  'kind: primary': 'kind: primary\n    dataCutoff: 2019-06-30',
  'kind: update': 'kind: update, dataCutoff: 2022-06-30',
};
const median = (figures: string, by: string) => `kind: median, endpoint: os, unit: months, ${figures}, ${by}`;

describe('figures of two reports that agree', () => {
  it.each([
    ['the same percentage', [share('percent: 80.7', smith), share('percent: 80.7', review)]],
    [
      'one with its counts',
      [share('events: 88, total: 109, percent: 80.7', smith), share('percent: 80.7', review)],
    ],
    ['counts alone', [share('events: 88, total: 109', smith), share('percent: 80.7', review)]],
    [
      'counts alone, rounded to a whole number',
      [share('events: 58, total: 59', smith), share('percent: 98', review)],
    ],
    ['the same inequality', [share('percent: "<5"', smith), share('percent: "<5"', review)]],
    ['the same median', [median('value: 7.7', smith), median('value: 7.7', review)]],
    ['the same ratio', [hr('estimate: 0.66', smith), hr('estimate: 0.66', review)]],
    [
      'years and months',
      [
        'kind: landmark, endpoint: os, percent: 60, at: {value: 1, unit: years}, report: smith-2020',
        'kind: landmark, endpoint: os, percent: 60, at: {value: 12, unit: months}, report: jones',
      ],
    ],
  ])('corroborate each other: %s', (_, lines) => {
    expect(told(lines)).toEqual([]);
    expect(agreed(lines)).toEqual(['f0: f1', 'f1: f0']);
  });

  it('corroborate each other when they differ by rounding, which is shown', () => {
    const lines = [share('percent: 80.7', smith), share('percent: 81', review)];
    expect(told(lines)).toEqual(['figure: 80.7% ~ 81% (rounding)']);
    expect(agreed(lines)).toEqual(['f0: f1', 'f1: f0']);
  });

  it.each([
    ['another arm', [share('percent: 80, arm: new', smith), share('percent: 30, arm: old', review)]],
    ['another population', [share('percent: 80', smith), share('percent: 30, population: young', review)]],
    [
      'another time',
      [
        'kind: landmark, endpoint: os, percent: 60, at: {value: 1, unit: years}, report: smith-2020',
        'kind: landmark, endpoint: os, percent: 40, at: {value: 2, unit: years}, report: jones',
      ],
    ],
    ['another statistic', [median('value: 7.7', smith), median('value: 13.9, statistic: mean', review)]],
    [
      'another grade',
      [
        'kind: adverse-event, endpoint: crs, grade: any, scale: unstated, percent: 77, report: smith-2020',
        'kind: adverse-event, endpoint: crs, grade: 3-4, scale: unstated, percent: 46, report: jones',
      ],
    ],
    [
      'what describes patients is told apart by its definition',
      [
        'kind: count, endpoint: age, value: 20, unit: patients, definition: Above 60, report: smith-2020',
        'kind: count, endpoint: age, value: 30, unit: patients, definition: Below 30, report: jones',
      ],
    ],
    ['numbers of patients beside percentages', [share('events: 58', smith), share('percent: 98', review)]],
    ['an inequality that the number meets', [share('percent: ">90"', smith), share('percent: 94', review)]],
    ['a registered plan', [share('percent: 80, role: planned', smith), share('percent: 30', review)]],
    ['nothing printed', [share('missing: not-reported', smith), share('percent: 30', review)]],
  ])('are not compared: %s', (_, lines) => {
    expect(told(lines)).toEqual([]);
    expect(agreed(lines)).toEqual([]);
  });
});

describe('figures that differ', () => {
  it.each([
    [
      'by more than rounding',
      [share('percent: 80.7', smith), share('percent: 82', review)],
      'figure: 80.7% ~ 82% (unexplained)',
    ],
    [
      'in the last digit',
      [share('percent: 80.7', smith), share('percent: 80.8', review)],
      'figure: 80.7% ~ 80.8% (unexplained)',
    ],
    [
      'from computed counts',
      [share('events: 58, total: 59', smith), share('percent: 97', review)],
      'figure: 58/59 ~ 97% (unexplained)',
    ],
    [
      'by an inequality that is not met',
      [share('percent: ">90"', smith), share('percent: 84', review)],
      'figure: >90% ~ 84% (unexplained)',
    ],
    [
      'in the denominator',
      [share('events: 88, total: 109', smith), share('events: 88, total: 164', review)],
      'figure: 88/109 ~ 88/164 (denominator)',
    ],
    [
      'by definition',
      [
        share('percent: 60, definition: By PCR', smith),
        share('percent: 67, definition: By flow cytometry', review),
      ],
      'figure: 60% ~ 67% (definition)',
    ],
    [
      'where one definition is not said',
      [share('percent: 60, definition: By PCR', smith), share('percent: 67', review)],
      'figure: 60% ~ 67% (unexplained)',
    ],
    [
      'by scale',
      [
        'kind: adverse-event, endpoint: crs, grade: "≥3", scale: ctcae-4, percent: 47, report: smith-2020',
        'kind: adverse-event, endpoint: crs, grade: "≥3", scale: penn, percent: 24, report: jones',
      ],
      'figure: 47% ~ 24% (definition)',
    ],
    [
      'by assay',
      [share('percent: 60, assay: flow cytometry', smith), share('percent: 67, assay: PCR', review)],
      'figure: 60% ~ 67% (definition)',
    ],
    [
      'by threshold',
      [share('percent: 60, threshold: 0.01', smith), share('percent: 67, threshold: 0.1', review)],
      'figure: 60% ~ 67% (definition)',
    ],
    [
      'where one scale is not said',
      [
        'kind: adverse-event, endpoint: crs, grade: "≥3", scale: ctcae-4, percent: 47, report: smith-2020',
        'kind: adverse-event, endpoint: crs, grade: "≥3", scale: unstated, percent: 46, report: jones',
      ],
      'figure: 47% ~ 46% (unexplained)',
    ],
    [
      'between two sources of one report',
      [share('percent: 91, source: paper', smith), share('percent: 90, source: slides', smith)],
      'figure: 91% ~ 90% (unexplained)',
    ],
  ])('say why: %s', (_, lines, difference) => {
    expect(told(lines)).toEqual([difference]);
    expect(agreed(lines)).toEqual([]);
  });

  it('carry the size of the difference and a stable id', () => {
    expect(
      ledger([median('value: 7.7', smith), median('value: 8.1', update)]).discrepancies[0],
    ).toMatchObject({
      id: 'alpha/f0~f1#figure',
      difference: expect.closeTo(0.4, 9),
    });
  });

  it('stand with the earlier listed report first', () => {
    expect(told([median('value: 8.1', update), median('value: 7.7', smith)])).toEqual([
      'figure: 7.7 ~ 8.1 (unexplained)',
    ]);
  });
});

describe('intervals and their levels', () => {
  const interval = (level: number, low: string, high: string) =>
    `estimate: 0.77, interval: {level: ${level}, low: ${low}, high: ${high}}`;
  it.each([
    [[hr(interval(97.5, '0.58', '1.03'), smith), hr(interval(97.5, '0.58', '1.03'), review)], []],
    [[hr(interval(97.5, '0.58', '1.03'), smith), hr(interval(97.5, '0.6', '1.0'), review)], []],
    [
      [hr(interval(97.5, '0.58', '1.03'), smith), hr(interval(97.5, '0.58', '1.08'), review)],
      ['interval: 97.5% CI 0.58–1.03 ~ 97.5% CI 0.58–1.08 (unexplained)'],
    ],
    [
      [hr(interval(97.5, '0.58', '1.03'), smith), hr(interval(95, '0.58', '1.03'), review)],
      ['level: 97.5% CI 0.58–1.03 ~ 95% CI 0.58–1.03 (unexplained)'],
    ],
    [
      [
        median('value: 7.7, interval: {level: 95, low: 6.0, high: 9.2}', smith),
        median('value: 7.7, interval: {level: 95, low: 6.0, high: not-reached}', review),
      ],
      ['interval: 95% CI 6.0–9.2 ~ 95% CI 6.0 to not reached (unexplained)'],
    ],
    // A range and quartiles do not say the same of one median.
    [
      [
        median('value: 40, interval: {kind: range, low: 18, high: 59}', smith),
        median('value: 40, interval: {kind: iqr, low: 30, high: 50}', review),
      ],
      [],
    ],
    [
      [
        median('value: 40, interval: {kind: range, low: 18, high: 59}', smith),
        median('value: 40, interval: {kind: range, low: 19, high: 59}', review),
      ],
      ['interval: range 18–59 ~ range 19–59 (unexplained)'],
    ],
  ])('%j → %j', (lines, differences) => {
    expect(told(lines)).toEqual(differences);
  });
});

describe('P values', () => {
  const p = (value: string, by: string, sides?: number) =>
    hr(`estimate: 0.66, p: ${sides ? `{printed: "${value}", sides: ${sides}}` : `"${value}"`}`, by);
  it.each([
    ['0.04', '<0.05'],
    ['0.04', '≤0.04'],
    ['0.04', '>0.001'],
    ['0.0203', '0.02'],
    ['.018', '0.018'],
    ['<0.05', '<0.001'],
    ['NS', '0.10'],
    ['NS', '>0.05'],
    ['NS', 'NS'],
    ['0.05', '<0.05'], // printed at the threshold
  ])('%s and %s can be the same', (first, second) => {
    expect(told([p(first, smith), p(second, review)])).toEqual([]);
    expect(told([p(second, smith), p(first, review)])).toEqual([]);
  });

  it.each([
    ['0.04', '<0.01'],
    ['0.04', '>0.05'],
    ['0.04', '0.0203'],
    ['0.017', '.018'],
    ['NS', '0.03'],
    ['NS', '<0.05'],
    ['<0.001', '>0.05'],
  ])('%s and %s cannot', (first, second) => {
    expect(told([p(first, smith), p(second, review)])).toEqual([
      expect.stringMatching(/^P value: .*\(unexplained\)$/),
    ]);
    expect(told([p(second, smith), p(first, review)])).toHaveLength(1);
  });

  it('lose their sidedness on the way', () => {
    expect(told([p('0.0203', smith, 1), p('0.0203', review)])).toEqual([
      'sidedness: P = 0.0203 (one-sided) ~ P = 0.0203 (unexplained)',
    ]);
    expect(told([p('0.0203', smith, 1), p('0.0203', review, 1)])).toEqual([]);
    expect(told([p('0.04', smith, 2), p('0.04', review)])).toEqual([]);
  });

  it('lose nothing with it where the bound holds on two sides as well', () => {
    expect(told([p('<0.0001', smith, 1), p('<0.001', review)])).toEqual([]);
    expect(told([p('<0.001', smith, 1), p('<0.001', review)])).toHaveLength(1);
  });
});

describe('a review that repeats one report', () => {
  it('differs from the next report no more than that report does: the data cut is told once', () => {
    const lines = [median('value: 7.7', smith), median('value: 8.1', update), median('value: 7.7', review)];
    expect(told(lines, cut)).toEqual(['figure: 7.7 ~ 8.1 (data cut)']);
    expect(agreed(lines)).toEqual(['f0: f2', 'f2: f0']);
  });

  it('has the P of that report too, and not of the other', () => {
    const of = (estimate: string, p: string, by: string) => hr(`estimate: ${estimate}, p: ${p}`, by);
    const lines = [of('0.77', '0.04', smith), of('0.75', '0.01', update), of('0.77', '0.0203', review)];
    expect(told(lines, cut)).toEqual([
      'figure: 0.77 ~ 0.75 (data cut)',
      'P value: P = 0.04 ~ P = 0.01 (data cut)',
      'P value: P = 0.04 ~ P = 0.0203 (unexplained)',
    ]);
  });

  it('that agrees with neither differs from both', () => {
    const lines = [median('value: 7.7', smith), median('value: 8.1', update), median('value: 9.9', review)];
    expect(told(lines, cut)).toEqual([
      'figure: 7.7 ~ 8.1 (data cut)',
      'figure: 7.7 ~ 9.9 (unexplained)',
      'figure: 8.1 ~ 9.9 (unexplained)',
    ]);
  });

  it('does not repeat a report that prints only a number of patients', () => {
    const lines = [share('events: 58', smith), share('percent: 91', update), share('percent: 98', review)];
    expect(told(lines)).toEqual(['figure: 91% ~ 98% (unexplained)']);
  });
});

describe('the checks of the ledger', () => {
  const lines = (facts: string[]) => facts.map((fact, i) => `- {id: f${i}, ${fact}}`).join('\n');
  const codes = (facts: string[], changes?: Record<string, string>) =>
    checkBase(lines(facts), changes).findings.flatMap(({ code, severity }) =>
      code.startsWith('ledger/') ? [`${severity} ${code}`] : [],
    );

  it('tell an unexplained difference as a warning, with both values and both facts', () => {
    const { findings } = checkBase(lines([share('percent: 80.7', smith), share('percent: 82', review)]));
    expect(findings).toMatchObject([
      { code: 'ledger/unexplained', severity: 'warning', fact: 'f1', actual: '82%', expected: '80.7%' },
    ]);
    expect(findings[0]!.message).toBe(
      'figure of f1 (jones) is 82%; f0 (smith-2020) prints 80.7%: unexplained',
    );
  });

  it('tell an explained difference as a note, and one that only an update could explain as another', () => {
    const lines = [median('value: 7.7', smith), median('value: 8.1', update)];
    const supersedes = { 'kind: update': 'kind: update, supersedes: [smith-2020]' };
    expect(codes(lines, cut)).toEqual(['note ledger/explained']);
    expect(codes(lines)).toEqual(['warning ledger/unexplained']);
    expect(codes(lines, supersedes)).toEqual(['note ledger/updated']);
    expect(codes([...lines, median('value: 9.9', review)], supersedes)).toContain(
      'warning ledger/unexplained',
    );
  });

  it('say where a figure was read that was not read in its report', () => {
    const said = (lines: string[], changes: Record<string, string>) => {
      const facts = lines.map((line, i) => `- {id: f${i}, ${line}}`).join('\n');
      return checkBase(facts, changes).findings.map(({ message }) => message);
    };
    const tables = {
      'read: full-text}]':
        'read: table-of-later-work}, {id: other, url: "https://j.example/2", read: table-of-later-work}]',
    };
    const slides = {
      'read: full-text}]': 'read: full-text}, {id: other, url: "https://j.example/2", read: slides}]',
    };
    const lines = [share('percent: 48, source: paper', smith), share('percent: 44, source: other', smith)];
    expect(said(lines, tables)).toEqual([
      'two later tables on smith-2020 print the figure of f0 as 48% and of f1 as 44%: unexplained',
    ]);
    expect(said(lines, slides)).toEqual([
      'figure of f1 (slides on smith-2020) is 44%; f0 (smith-2020) prints 48%: unexplained',
    ]);
  });

  it('ask one question for each two facts in each aspect, and count none in dispute as passed', () => {
    const interval = (low: string) => `interval: {level: 95, low: ${low}, high: 9.2}`;
    const lines = [
      median(`value: 7.7, ${interval('6.0')}`, smith),
      median(`value: 7.7, ${interval('6.1')}`, review),
      share('percent: 80.7', smith),
      share('percent: 80.7', review),
      share('percent: 50, endpoint: orr', smith),
      share('percent: 51, endpoint: orr', review),
    ];
    const { checks, asked } = checkBase(lines.map((line, i) => `- {id: f${i}, ${line}}`).join('\n'));
    const count = (id: string) => checks.find((check) => check.id === id);
    expect(count('ledger/unexplained')).toMatchObject({ run: 4, failed: 2 });
    expect(count('ledger/explained')).toMatchObject({ run: 2, failed: 0 });
    const passed = [...asked].filter(([, by]) => by.includes('ledger/explained')).map(([{ id }]) => id);
    expect(passed.sort()).toEqual(['f2', 'f3']);
  });

  it('tell where a review cites several reports of one study', () => {
    const cited = (cites: string, endpoint: string) =>
      share('percent: 80.7', `endpoint: ${endpoint}, report: jones, cites: [${cites}]`);
    const facts = [cited('smith-2020', 'cr'), cited('smith-2023', 'orr')];
    expect(codes(facts)).toEqual(['note ledger/one-study']);
    // The finding belongs to the first statement on the further report.
    expect(checkBase(lines(facts)).findings).toMatchObject([{ fact: 'f1' }]);
    expect(codes([cited('smith-2020', 'cr'), cited('smith-2020', 'orr')])).toEqual([]);
    expect(codes([cited('smith-2020', 'cr'), cited('other-2021', 'orr')])).toEqual([]);
  });
});
