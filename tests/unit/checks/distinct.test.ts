import { describe, expect, it } from 'vitest';
import { indistinct } from '../../../src/checks/distinct.ts';
import { runChecks } from '../../../src/checks/run.ts';
import { exportFiles } from '../../support/export-files.ts';
import { corpusOf, libraryOf, trial, type Files } from '../helpers/corpus.ts';

const sources = `
      - {id: paper, url: "https://journal.example/1", read: full-text}
      - {id: table, url: "https://journal.example/2", read: table-of-later-work}
      - {id: same-table, url: "https://journal.example/2", read: table-of-later-work}`;
/** Two facts of one report; `MORE` in either stands for what it has of its own. */
const filesOf = (kind: string, first: string, second: string): Files => ({
  'trials/alpha.mdx': trial(
    `- {id: a, source: paper, ${kind}, ${first}}\n- {id: b, source: paper, ${kind}, ${second}}`.replaceAll(
      /source: paper, (.*source: )/g,
      '$1',
    ),
    {
      ' [{id: paper, url: "https://journal.example/1", read: full-text}]': sources,
    },
  ),
});
const found = (files: Files) =>
  runChecks(corpusOf(files), [indistinct]).findings.map(({ message, line }) => `${message}, ${line}`);

const share = 'kind: proportion';
const event = 'kind: adverse-event, scale: unstated';

describe('two facts of a report cannot be told apart that differ in', () => {
  it.each([
    ['nothing', share, 'percent: 80', 'percent: 80'],
    ['their figures', share, 'percent: 80', 'percent: 81, interval: {level: 95, low: 70, high: 90}'],
    ['the figure and why there is none', share, 'percent: 80', 'missing: not-extracted'],
    [
      'the sides of an association',
      'kind: association, factor: age, measure: statement',
      'direction: none',
      'direction: positive',
    ],
    [
      'their place and note',
      share,
      'percent: 80, locator: table 1',
      'percent: 81, locator: table 2, note: Later',
    ],
    ['two names of one page', share, 'percent: 80, source: table', 'percent: 81, source: same-table'],
    [
      'an inequality of the time',
      share,
      'percent: 80, at: {value: 2, unit: years}',
      'percent: 81, at: {value: "≥2", unit: years}',
    ],
  ])('%s', (_, kind, first, second) => {
    expect(found(filesOf(kind, first, second))).toEqual([
      expect.stringMatching(/^only its figures distinguish b from a on line \d+, \d+$/),
    ]);
  });
});

describe('two facts of a report are told apart by', () => {
  it.each([
    ['their arm', share, 'percent: 80, arm: new', 'percent: 81, arm: old'],
    ['their population', share, 'percent: 80', 'percent: 81, population: young'],
    ['their time', share, 'percent: 80', 'percent: 81, at: {value: 2, unit: years}'],
    [
      'a window',
      share,
      'percent: 80, at: {value: 90, unit: days}',
      'percent: 81, at: {from: 29, value: 90, unit: days}',
    ],
    [
      'what a time means',
      share,
      'percent: 80, at: {value: 2, unit: years}',
      'percent: 81, at: {value: 2, unit: years, basis: after}',
    ],
    ['their definition', share, 'percent: 80', 'percent: 81, definition: With negative MRD'],
    ['their term', event, 'grade: any, percent: 4', 'grade: any, percent: 5, term: Fever'],
    ['their grade', event, 'grade: severe, percent: 4', 'grade: unstated, percent: 5'],
    [
      'what the ± means',
      'kind: landmark, at: {value: 2, unit: years}',
      'percent: 4, spread: {kind: unstated, value: 1}',
      'percent: 5, spread: {kind: standard-error, value: 1}',
    ],
    ['their unit', 'kind: count', 'value: 15, unit: hospitals', 'value: 10, unit: countries'],
    ['their statistic', 'kind: median, unit: months', 'value: 15', 'value: 10, statistic: unstated'],
    ['who is cited', share, 'percent: 80, report: jones, cites: [smith-2020]', 'percent: 81, report: jones'],
    ['the page on which each was read', share, 'percent: 80', 'percent: 81, source: table'],
  ])('%s, in every table, too', (_, kind, first, second) => {
    const files = filesOf(kind, first, second);
    expect(found(files)).toEqual([]);
    expect(() => exportFiles(libraryOf(files), '1.0').map(({ content }) => content)).not.toThrow();
  });
});
