import { describe, expect, it } from 'vitest';
import { checkBase, codesOn, sayOf } from './helpers.ts';

const rows: [codes: string[], fact: string][] = [
  [[], '{kind: adverse-event, endpoint: crs, grade: 3-4, scale: ctcae-4, percent: 46}'],
  [['scales/named'], '{kind: adverse-event, endpoint: crs, grade: 3-4, scale: unstated, percent: 46}'],
  [['scales/named'], '{kind: adverse-event, endpoint: crs, grade: "≥3", scale: unstated, percent: 46}'],
  [['scales/named'], '{kind: adverse-event, endpoint: crs, grade: 5, scale: unstated, events: 1}'],
  [[], '{kind: adverse-event, endpoint: crs, grade: any, scale: unstated, percent: 77}'],
  [[], '{kind: adverse-event, endpoint: crs, grade: severe, scale: unstated, percent: 46}'],
  [[], '{kind: adverse-event, endpoint: crs, grade: unstated, scale: unstated, percent: 46}'],
  [[], '{kind: range, endpoint: crs, low: 1, high: 46, unit: "%"}'],
  [['scales/named'], '{kind: range, endpoint: crs, low: 1, high: 46, unit: "%", grade: 3-4}'],
  [[], '{kind: range, endpoint: crs, low: 1, high: 46, unit: "%", grade: 3-4, scale: ctcae-4}'],
];
const said = sayOf(
  'scales',
  rows.map(([, fact]) => fact),
);

describe('a graded event', () => {
  it.each(rows.map(([codes, fact], i) => [fact, codes, i] as const))('%s → %j', (_, codes, i) => {
    expect(codesOn(said, i)).toEqual(codes);
  });
  it('without a scale is a note with its grade', () => {
    expect(said.get('f1')).toMatchObject([
      {
        severity: 'note',
        message: 'the event is graded (3-4), and no grading scale is named where it was read (table 2)',
      },
    ]);
  });
  it.each(['abstract', 'registry', 'news', 'table-of-later-work'])(
    'is not asked for its scale where %s was read',
    (read) => {
      const fact = '- {id: a, kind: adverse-event, endpoint: crs, grade: 3-4, scale: unstated, percent: 46}';
      const { checks, findings } = checkBase(fact, { 'read: full-text': `read: ${read}` });
      expect(findings.map(({ code }) => code)).not.toContain('scales/named');
      expect(checks.find(({ id }) => id === 'scales/named')).toMatchObject({ run: 0, skipped: 1 });
    },
  );
  it('is asked for it where a review states it, which is read whole', () => {
    const fact =
      '- {id: a, kind: adverse-event, endpoint: crs, grade: 3-4, scale: unstated, percent: 46, report: jones}';
    expect(checkBase(fact).findings.map(({ code }) => code)).toContain('scales/named');
  });
});
