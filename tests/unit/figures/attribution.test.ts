import { describe, expect, it } from 'vitest';
import { checkBase } from './helpers.ts';

const update = 'report: smith-2023';
const ofUpdate = (figures: string) => `kind: median, endpoint: os, unit: months, ${figures}, ${update}`;
const credited = (cites: string, figures = 'value: 7.7') =>
  `kind: median, endpoint: os, unit: months, ${figures}, report: jones, cites: [${cites}]`;

/** What is said of the figures of a review: `severity code: message`; the facts get the ids f0, f1 … */
function said(facts: string[], changes: Record<string, string> = {}): string[] {
  const lines = facts.map((fact, i) => `- {id: f${i}, ${fact}}`).join('\n');
  return checkBase(lines, changes).findings.flatMap(({ code, severity, message }) =>
    /attribut/.test(code) ? [`${severity} ${code}: ${message}`] : [],
  );
}
const kind = (kind: string, read?: string) => ({
  'kind: primary': `kind: ${kind}`,
  ...(read === undefined
    ? { '    sources: [{id: paper, url: "https://journal.example/1", read: full-text}]\n': '' }
    : { 'read: full-text': `read: ${read}` }),
});
const misattributed = (cited: string) =>
  `warning ledger/misattributed: jones credits f1 to ${cited}, but it is printed by smith-2023`;

describe('a figure of a review is credited rightly', () => {
  it.each([
    ['to the report that prints it', 'smith-2023'],
    ['to several, one of which prints it', 'smith-2020, smith-2023'],
  ])('%s', (_, cites) => {
    expect(said([ofUpdate('value: 7.7'), credited(cites)])).toEqual([]);
  });

  it.each([
    ['primary', 'abstract'],
    ['primary', 'table-of-later-work'],
    ['primary', undefined],
    ['abstract', 'abstract'],
  ])('as far as is known, where the cited report (%s, read: %s) may print it as well', (name, read) => {
    const facts = [ofUpdate('value: 7.7'), credited('smith-2020')];
    expect(said(facts, kind(name, read))).toEqual([]);
  });

  it('as far as is known, where no report was found to print it', () => {
    expect(said([ofUpdate('value: 9.9'), credited('smith-2020')], kind('ancillary'))).toEqual([]);
  });
});

describe('a result of a review is misattributed', () => {
  it('where the cited report is about something else, whether it was read or not', () => {
    const facts = [ofUpdate('value: 7.7'), credited('smith-2020')];
    expect(said(facts, kind('ancillary'))).toEqual([misattributed('smith-2020 (ancillary, not read)')]);
    expect(said(facts, kind('subgroup', 'abstract'))).toEqual([misattributed('smith-2020 (subgroup)')]);
  });

  it('where the cited report prints another figure, however much of it was read', () => {
    const own = 'kind: median, endpoint: os, unit: months, value: 6.2, report: smith-2020';
    expect(said([ofUpdate('value: 7.7'), credited('smith-2020'), own], kind('primary', 'abstract'))).toEqual([
      misattributed('smith-2020 (primary)'),
    ]);
  });

  it('with its interval; another interval is another figure', () => {
    const interval = (high: string) => `value: 7.7, interval: {level: 95, low: 6.0, high: ${high}}`;
    expect(
      said([ofUpdate(interval('9.2')), credited('smith-2020', interval('9.2'))], kind('ancillary')),
    ).toHaveLength(1);
    expect(
      said([ofUpdate(interval('9.2')), credited('smith-2020', interval('8.2'))], kind('ancillary')),
    ).toEqual([]);
  });

  it('even where its P value differs', () => {
    const hr = (by: string, p: string) =>
      `kind: contrast, endpoint: os, measure: HR, arm: new, comparator: old, estimate: 0.77, p: ${p}, ${by}`;
    const facts = [hr(update, '0.04'), hr('report: jones, cites: [smith-2020]', '0.0203')];
    expect(said(facts, kind('ancillary'))).toHaveLength(1);
  });
});

describe('a doubt about the work cited is a note', () => {
  const number = (endpoint: string, by: string) =>
    `kind: count, endpoint: ${endpoint}, value: 326, unit: patients, ${by}`;

  it('where a number of patients may stand in it as well, under whatever name', () => {
    const facts = [number('age', update), number('evaluable', 'report: jones, cites: [smith-2020]')];
    expect(said(facts, kind('ancillary'))).toEqual([
      'note ledger/attribution: jones credits f1 to smith-2020 (ancillary, not read), but it is printed by smith-2023',
    ]);
  });

  it('where it was read whole, and the figure not found', () => {
    expect(said([ofUpdate('value: 7.7'), credited('smith-2020')])).toEqual([
      'note ledger/attribution: jones credits f1 to smith-2020 (primary), but it is printed by smith-2023',
    ]);
  });

  it('where it is no report of the study', () => {
    expect(said([ofUpdate('value: 7.7'), credited('other-2021')])).toEqual([
      'note ledger/attribution: jones credits f1 to other-2021 (no report of this study), but it is printed by smith-2023',
    ]);
  });
});
