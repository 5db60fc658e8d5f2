import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../src/checks/run.ts';
import { corpusOf } from '../helpers/corpus.ts';
import { filesOf } from './helpers.ts';

describe('a report that the trial does not list', () => {
  const share = (id: string, percent: number, report: string) =>
    `- {id: ${id}, kind: proportion, percent: ${percent}, report: ${report}}`;
  const event = (report: string) =>
    `- {id: b, kind: adverse-event, endpoint: crs, grade: 3, scale: unstated, percent: 10, report: ${report}}`;
  it.each([
    [
      'of a figure that another report prints otherwise',
      [share('a', 80, 'smith-2020'), share('b', 70, 'smyth-2020')],
    ],
    ['of an event whose grading scale is not named', [event('smyth-2020')]],
  ])('is told as that, and is no fault of the program: %s', (_, facts) => {
    const { findings } = runChecks(corpusOf(filesOf(facts.join('\n'))));
    expect(findings.filter(({ code }) => code === 'links/report').map(({ message }) => message)).toEqual([
      'there is no report smyth-2020',
    ]);
  });
});
