import { describe, expect, it } from 'vitest';
import { trial } from '../helpers/corpus.ts';
import { checkBase } from './helpers.ts';

/** What one check says of these facts: `fact: message`. */
function saidBy(
  code: string,
  lines: string[],
  changes?: Record<string, string>,
  files?: Record<string, string>,
): string[] {
  const facts = lines.map((line, i) => `- {id: f${i}, ${line}}`).join('\n');
  return checkBase(facts, changes, files).findings.flatMap((finding) => {
    if (finding.code !== code) return [];
    expect(finding.severity).toBe('note');
    return [`${finding.fact}: ${finding.message}`];
  });
}

describe('a comparison with patients of another study', () => {
  const said = (lines: string[], changes?: Record<string, string>, files?: Record<string, string>) =>
    saidBy('ledger/historical-comparator', lines, changes, files);
  const contrast = 'kind: contrast, endpoint: os, measure: HR, estimate: 0.77, arm: new, comparator: old';
  const historical = { 'role: comparator': 'role: historical' };

  it('is noted where the comparator is historical', () => {
    expect(said([contrast], historical)).toEqual([
      'f0: smith-2020 compares with Usual care: not within one study',
    ]);
  });
  it('is noted where the arm itself is historical', () => {
    expect(
      said([contrast.replace('arm: new, comparator: old', 'arm: old, comparator: new')], historical),
    ).toHaveLength(1);
  });
  it('is noted where the arm belongs to another trial, which is named', () => {
    const files = { 'trials/beta.mdx': trial('', { 'reference: smith-2020': 'reference: other-2021' }) };
    expect(said([contrast], { 'role: comparator': 'role: comparator, study: beta' }, files)).toEqual([
      'f0: smith-2020 compares with Usual care (beta): not within one study',
    ]);
  });
  it.each([
    ['arms of one trial', contrast, {}],
    ['an arm that names its own trial', contrast, { 'role: comparator': 'role: comparator, study: alpha' }],
    [
      'subgroups',
      'kind: contrast, endpoint: os, measure: HR, estimate: 0.77, arm: old, versus: young',
      historical,
    ],
    ['a figure of the historical arm alone', 'kind: proportion, percent: 17, arm: old', historical],
  ])('is not made by %s', (_, line, changes) => {
    expect(said([line], changes)).toEqual([]);
  });
});

describe("a review's denominator", () => {
  const said = (lines: string[], changes?: Record<string, string>) =>
    saidBy('ledger/denominator', lines, changes);
  const own = 'kind: proportion, events: 18, total: 30';
  const review = (total: number) => `kind: proportion, events: 18, total: ${total}, report: jones`;

  it.each([
    ['a total of the report', [own, review(30)]],
    ['the size of an arm', [own, review(21)]],
    ['the size of both arms', [own, review(41)]],
    [
      'a total of another endpoint',
      [own, 'kind: proportion, endpoint: orr, events: 2, total: 33', review(33)],
    ],
    ['a number of patients', [own, 'kind: count, endpoint: age, value: 33, unit: patients', review(33)]],
    ['of a study whose reports give none for the endpoint', ['kind: proportion, percent: 80', review(33)]],
    [
      'of an endpoint that no report tells',
      [own, review(33).replace('proportion', 'proportion, endpoint: orr')],
    ],
    ['not told', [own, 'kind: proportion, percent: 80, report: jones']],
  ])('may be %s', (_, lines) => {
    expect(said(lines)).toEqual([]);
  });

  it.each([
    ['one that nobody else uses', [own, review(33)]],
    [
      'the number of something else than patients',
      [own, review(33), 'kind: count, endpoint: age, value: 33, unit: years'],
    ],
    [
      'a number that only the review uses elsewhere',
      [own, review(33), 'kind: proportion, endpoint: orr, events: 2, total: 33, report: jones'],
    ],
  ])('is noted where it is %s', (_, lines) => {
    expect(said(lines)[0]).toBe(
      'f1: jones counts f1 out of 33; no report of the study that was read uses this number',
    );
  });

  it('is noted where only the review gives the population its size', () => {
    const young = '- {id: young, kind: subgroup, label: The young, of: all}';
    const sized = (report: string) => ({
      [young]: young.replace('of: all', `of: all, n: 33, report: ${report}`),
    });
    expect(said([own, review(33)], sized('jones'))).toHaveLength(1);
    expect(said([own, review(33)], sized('smith-2020'))).toEqual([]);
  });
});
