import { describe, expect, it } from 'vitest';
import { publishedOn, type Asked } from '../../../src/views/published.ts';
import { libraryOf } from '../helpers/corpus.ts';
import { synthesis } from '../helpers/syntheses.ts';

const vocabulary = `
settings: [{id: relapsed, label: {en: Relapsed}}, {id: first-line, label: {en: First line}}]
ageGroups:
  - {id: adult, label: {en: Adults}, within: all-ages}
  - {id: child, label: {en: Children}, within: all-ages}
  - {id: all-ages, label: {en: All ages}}
targets: [{id: cd19, label: {en: CD19}}, {id: cd22, label: {en: CD22}}]
therapyClasses: [{id: antibody, label: {en: Antibody}}]
scales: [{id: ctcae-4, label: {en: CTCAE v4}}]
attributes: []
abbreviations: []
`;
const about = (question: string) => ({
  from: 'therapies: [testumab]',
  to: `therapies: [testumab]${question}`,
});
const published = (results: string, question = '') => {
  const { from, to } = about(question);
  return libraryOf({
    'vocabulary.yaml': vocabulary,
    'syntheses/pool.mdx': synthesis(results).replace(from, to),
  });
};
const asked: Asked = {
  ...{
    endpoint: 'cr',
    row: 'proportion',
    treatment: ['Antibody'],
    targets: ['CD19'],
    setting: ['Relapsed'],
    age: ['Adults'],
  },
};
const idsOn = (library: ReturnType<typeof libraryOf>, changes: Partial<Asked> = {}) =>
  publishedOn({ ...asked, ...changes }, library).map(({ data }) => data.id);

describe('the published results that stand beside a question', () => {
  const share = '- {id: a, measure: percent, estimate: 50}';

  it('are of the same endpoint, class and target', () => {
    expect(idsOn(published(share))).toEqual(['a']);
    expect(idsOn(published(share), { endpoint: 'os' })).toEqual([]);
    expect(idsOn(published(share), { treatment: ['Chemotherapy'] })).toEqual([]);
    expect(idsOn(published(share), { targets: ['CD22'] })).toEqual([]);
    expect(
      idsOn(published('- {id: a, measure: percent, estimate: 50, classes: [antibody], targets: [cd22]}')),
    ).toEqual([]);
  });

  it('are of the same row: shares beside shares, ratios beside ratios, one time, one grade', () => {
    const all = published(
      [
        '- {id: share, measure: share, estimate: 0.5}',
        '- {id: hr, measure: HR, estimate: 0.5, against: Usual care}',
        '- {id: later, measure: percent, estimate: 40, at: {value: 2, unit: years}}',
        '- {id: severe, measure: percent, estimate: 3, grade: "3-5"}',
        '- {id: lone-ratio, measure: HR, estimate: 0.6, group: Nobody else}',
      ].join('\n'),
    );
    expect(idsOn(all)).toEqual(['share']);
    expect(idsOn(all, { row: 'hazard ratio' })).toEqual(['hr']);
    expect(idsOn(all, { row: 'at 24 months' })).toEqual(['later']);
    expect(idsOn(all, { row: 'grade ≥3 · CTCAE v4' })).toEqual(['severe']);
  });

  it('are of no other setting or age group; one that holds the other will do', () => {
    expect(idsOn(published(share, ', setting: first-line'))).toEqual([]);
    expect(idsOn(published(share, ', setting: relapsed'))).toEqual(['a']);
    expect(idsOn(published(share, ', ageGroup: child'))).toEqual([]);
    expect(idsOn(published(share, ', ageGroup: all-ages'))).toEqual(['a']);
  });

  it('are those of the same age where a synthesis has them, else those of all', () => {
    const parts = published(
      `${share}\n- {id: adults, measure: percent, estimate: 45, group: Adults, ageGroup: adult}\n- {id: low, measure: percent, estimate: 70, group: Low burden}`,
      ', ageGroup: all-ages',
    );
    expect(idsOn(parts)).toEqual(['adults']);
    expect(idsOn(parts, { age: ['Children'] })).toEqual(['a']);
  });
});
