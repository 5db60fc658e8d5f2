import { editionOf } from '../../../src/exports/index.ts';
import type { Edition } from '../../../src/exports/edition.ts';
import { contentHash } from '../../../src/reading/content-hash.ts';
import { lazily, projectContent, projectLibrary, projectReport } from '../../support/project.ts';
import { appraisal, appraised } from '../helpers/appraisals.ts';
import { libraryOf, trial, type Files } from '../helpers/corpus.ts';

/** The content of this project, with its findings. */
export const projectEdition: () => Edition = lazily(() => {
  const { findings, summary } = projectReport();
  if (summary.errors > 0) throw new Error('the content of this project has errors; run: almanac check');
  return editionOf(projectLibrary(), '0.1.0', findings, {
    contentHash: contentHash(projectContent),
    releases: [],
  });
});

/** A base of these files, with no findings. */
export function editionWith(files: Files = {}): Edition {
  return editionOf(libraryOf(files), '1.2.3', [], { contentHash: 'ab'.repeat(32), releases: [] });
}

/**
 * A trial with a figure of every kind, an appraisal by this base and by a work, and with everything that
 * figures may be: bounded, absent, negative, very large.
 */
export const everyKind: Files = {
  'trials/alpha.mdx': trial(
    `
- {id: a, kind: proportion, events: 18, total: 21}
- {id: b, kind: proportion, percent: "80.0", total: 20, at: {value: 30, unit: days, basis: within}, interval: {level: 97.5, low: "<1", high: 90}}
- {id: c, kind: proportion, definition: As counted, events: "<11", total: ">100"}
- {id: d, kind: proportion, definition: In part, percent: "<5", events: "<2"}
- {id: e, kind: median, value: 5.0, unit: months, interval: {level: 95, low: 4.6, high: not-reached}}
- {id: f, kind: median, arm: old, unit: months, missing: not-reached}
- {id: g, kind: landmark, at: {value: 2, unit: years}, percent: 22.9, spread: {kind: standard-error, value: 4.0}}
- {id: h, kind: landmark, at: {value: 2, unit: years}, percent: 40, interval: {kind: credible, level: 95, low: 30, high: 51}}
- {id: i, kind: contrast, arm: new, comparator: old, measure: HR, estimate: 0.45, interval: {level: 95, low: 0.34, high: 0.61}, p: {printed: "<.001", sides: 1}}
- {id: j, kind: contrast, versus: young, measure: p-only, p: NS}
- {id: k, kind: contrast, arm: new, comparator: old, measure: risk-difference, estimate: -1.5, unit: percentage points}
- {id: l, kind: association, factor: age, measure: OR, direction: positive, estimate: 2.0, p: 0.02}
- {id: m, kind: adverse-event, grade: ≥3, scale: ctcae-4, events: 3, total: 21}
- {id: n, kind: adverse-event, grade: severe, scale: unstated, percent: 10, term: Fever}
- {id: o, kind: range, low: 53, high: 94, unit: "%"}
- {id: p, kind: count, value: 12, unit: patients}
- {id: q, kind: dose, value: 1.7e6, unit: cells/kg}
- {id: r, kind: dose, low: 0.5, high: 2, unit: mg, statistic: level}
- {id: s, kind: follow-up, value: "≥24", unit: months}
- {id: t, kind: median, statistic: mean, value: 29.6, unit: months, interval: {kind: iqr, low: 20, high: 40}}`,
    appraised(
      appraisal('rob-2', { id: 'bias', about: 'fact: i', others: 'low', overall: 'low' }),
      appraisal('jbi-case-series', {
        ...{
          id: 'series',
          about: 'endpoint: cr',
          others: 'yes',
          domains: { demographics: 'not-applicable' },
          overall: 'include',
        },
        by: 'by: reference, reference: jones-2022, locator: table 2',
      }),
    ),
  ),
};

/** What an author may write that a spreadsheet would run, cut or break on. */
export const hostile: Files = {
  'trials/alpha.mdx': trial(
    `
- {id: a, kind: count, value: 12, unit: "=cmd|' /C calc'!A0", locator: "+1+1", note: x}
- {id: b, kind: contrast, arm: new, comparator: old, measure: risk-difference, estimate: -1.5, unit: "@SUM(A1)"}`,
    {
      'Testumab in adults': `"=HYPERLINK(\\"https://evil.example\\",\\"x\\"), or\\nnot <b>&amp;</b> 贝林妥欧单抗 ${'long '.repeat(9000)}end"`,
    },
  ),
};
