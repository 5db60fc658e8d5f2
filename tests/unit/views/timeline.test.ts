import { describe, expect, it } from 'vitest';
import { entryText, timelineOf, type Timeline } from '../../../src/views/timeline.ts';
import { reportKinds } from '../../../src/model/trial.ts';
import { reportMarks } from '../../../src/views/timeline.ts';
import { libraryOf, smallBase, trial, type Files } from '../helpers/corpus.ts';

const outcomes = '- {id: cr, kind: proportion, events: 18, total: 21, arm: new}';
const timeline = (files: Files = {}) =>
  timelineOf(libraryOf({ 'trials/alpha.mdx': trial(outcomes), ...files }));
/** Each mark of a timeline: class, therapy, year, words. */
const marks = ({ groups }: Timeline) =>
  groups.flatMap(({ label, rows }) =>
    rows.flatMap(({ therapy, years }) =>
      [...years].flatMap(([year, { shown }]) =>
        shown.map((entry) => [label, therapy?.id, year, entryText(entry)]),
      ),
    ),
  );

describe('the timeline', () => {
  it('has a shape for every kind of report', () => {
    expect(reportMarks.flatMap(({ kinds }) => [...kinds]).sort()).toEqual([...reportKinds].sort());
    expect(new Set(reportMarks.map(({ shape }) => shape)).size).toBe(reportMarks.length);
  });

  it('shows each report by therapy and year, with its kind and the patients of the study', () => {
    expect(marks(timeline())).toEqual([
      ['Antibody', 'testumab', 2020, 'Testumab in adults, Smith 2020: primary report, 41 patients'],
      ['Antibody', 'testumab', 2022, 'Jones 2022: review, states figures of Testumab in adults'],
    ]);
  });

  it('has every year between the first and the last', () => {
    expect(timeline().years).toEqual([2020, 2021, 2022]);
  });

  it('shows a review once in a row, however many studies it reports', () => {
    const two = timeline({ 'trials/beta.mdx': trial(outcomes, { 'Testumab in adults': 'Testumab again' }) });
    expect(marks(two).filter(([, , year]) => year === 2022)).toEqual([
      ['Antibody', 'testumab', 2022, 'Jones 2022: review, states figures of 2 studies'],
    ]);
    expect(marks(two).filter(([, , year]) => year === 2020)).toHaveLength(2);
  });

  it('keeps works without a date, and studies without a therapy of the base', () => {
    const undated = timeline({
      'references.yaml': smallBase['references.yaml']!.replace(
        '  issued: {date-parts: [[2020, 3, 1]]}\n',
        '',
      ),
      'trials/beta.mdx': trial(outcomes, {
        ', therapies: [testumab]': '',
        '  - {review: jones, kind: review}\n': '',
      }),
    });
    expect(undated.years).toEqual([2022, undefined]);
    expect(marks(undated).map(([label, therapy, year]) => [label, therapy, year])).toEqual([
      ['Antibody', 'testumab', 2022],
      ['Antibody', 'testumab', undefined],
      ['Other treatment', undefined, undefined],
    ]);
  });

  it('says so where nobody says how many patients', () => {
    const unknown = timeline({ 'trials/alpha.mdx': trial(outcomes, { ', n: {new: 21, old: 20}': '' }) });
    expect(marks(unknown)[0]![3]).toBe(
      'Testumab in adults, Smith 2020: primary report, patients not reported',
    );
  });

  it('leaves all but the largest of very many to the list', () => {
    const many = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [
        `trials/t${10 + i}.mdx`,
        trial(outcomes, {
          'Testumab in adults': `Study ${10 + i}`,
          'n: {new: 21, old: 20}': `n: ${100 + i}`,
        }),
      ]),
    );
    const { groups, entries } = timeline(many);
    const cell = groups[0]!.rows[0]!.years.get(2020)!;
    expect(cell.shown.map(({ patients }) => patients)).toEqual([
      109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119,
    ]);
    expect(cell.more).toBe(10);
    expect(entries.filter(({ year }) => year === 2020)).toHaveLength(21);
  });
});
