import { describe, expect, it } from 'vitest';
import { balanceOf, drawnBalance } from '../../../src/views/balance.ts';
import { libraryOf, smallBase, trial } from '../helpers/corpus.ts';

const kinds = 'kinds: [proportion, adverse-event, contrast]';
const endpoints = `
- {id: cr, label: {en: Remission}, abbreviation: CR, definition: x, family: response, direction: higher, balance: benefit, ${kinds}}
- {id: orr, label: {en: Response}, definition: x, family: response, direction: higher, ${kinds}}
- {id: storm, label: {en: Storm}, definition: x, family: safety, direction: lower, balance: severe-harm, ${kinds}}
- {id: liver, label: {en: Liver}, definition: x, family: safety, direction: lower, balance: harm, ${kinds}}
`;
const references = `${smallBase['references.yaml']}
- {id: smith-2023, type: article-journal, title: Later, author: [{family: Smith, given: A}], issued: {date-parts: [[2023]]}, language: en-US}
`;
const event = (id: string, rest: string) =>
  `- {id: ${id}, kind: adverse-event, scale: ctcae-4, arm: new, ${rest}}`;
const remission = (rest = '') =>
  `- {id: cr${rest.length}, kind: proportion, arm: new, events: 18, total: 21${rest}}`;

function balance(outcomes: string[], changes: Record<string, string> = {}) {
  const later = {
    '  - {review: jones, kind: review}':
      '  - {reference: smith-2023, kind: update, supersedes: [smith-2020]}\n  - {review: jones, kind: review}',
  };
  const files = { 'endpoints.yaml': endpoints, 'references.yaml': references };
  return balanceOf(
    libraryOf({ ...files, 'trials/alpha.mdx': trial(outcomes.join('\n'), { ...later, ...changes }) }),
  );
}

/** The points of each panel, as harm: arm, benefit, harm. */
const points = (...of: Parameters<typeof balance>) =>
  balance(...of).panels.flatMap(({ harm, points: own }) =>
    own.map((point) => [harm.id, point.name, point.benefit.outcome.id, point.harm.outcome.id]),
  );

describe('response against toxicity', () => {
  it('has a point for an arm that reports both', () => {
    const found = points([
      remission(),
      event('severe', 'grade: ">=3", endpoint: storm, events: 3, total: 21'),
    ]);
    expect(found).toEqual([['storm', 'Testumab in adults, Testumab', 'cr0', 'severe']]);
  });

  it.each([
    ['an event of any grade', [remission(), event('any', 'grade: any, endpoint: storm, percent: 80')]],
    ['an event of a low grade', [remission(), event('low', 'grade: "1-2", endpoint: storm, percent: 80')]],
    [
      'a narrower event with a term of its own',
      [remission(), event('severe', 'grade: 3, term: Hiccups, endpoint: storm, percent: 9')],
    ],
    [
      'a response of another arm',
      [remission().replace('arm: new', 'arm: old'), event('severe', 'grade: 3, endpoint: storm, percent: 9')],
    ],
    [
      'a response of a subgroup',
      [remission(', population: young'), event('severe', 'grade: 3, endpoint: storm, percent: 9')],
    ],
    [
      'a figure that only a review states',
      [remission(', report: jones'), event('severe', 'grade: 3, endpoint: storm, percent: 9')],
    ],
    [
      'a response without a figure',
      [
        `- {id: cr, kind: proportion, arm: new, missing: not-reported}`,
        event('severe', 'grade: 3, endpoint: storm, percent: 9'),
      ],
    ],
    [
      'an endpoint that the vocabulary does not name for it',
      [remission(', endpoint: orr'), event('severe', 'grade: 3, endpoint: storm, percent: 9')],
    ],
  ])('has none for %s', (_, outcomes) => {
    expect(points(outcomes)).toEqual([]);
  });

  it('counts every grade of an event that the vocabulary calls grave by itself', () => {
    const found = points([remission(), event('any', 'grade: unstated, endpoint: liver, percent: 14')]);
    expect(found).toEqual([['liver', 'Testumab in adults, Testumab', 'cr0', 'any']]);
  });

  it('takes the pair of the latest report, and one report before two', () => {
    const late = ', report: smith-2023';
    const both = [
      remission(),
      remission(late),
      event('early', 'grade: ">=3", endpoint: storm, percent: 20'),
      event('late', `grade: ">=3", endpoint: storm, percent: 25${late}`),
    ];
    expect(points(both)).toEqual([['storm', 'Testumab in adults, Testumab', `cr${late.length}`, 'late']]);
    expect(points(both.slice(0, 3))).toEqual([['storm', 'Testumab in adults, Testumab', 'cr0', 'early']]);
  });

  it('takes severe grades together before one of them alone', () => {
    const found = points([
      remission(),
      event('four', 'grade: 4, endpoint: storm, events: 1, total: 21'),
      event('severe', 'grade: ">=3", endpoint: storm, percent: 20'),
    ]);
    expect(found.map(([, , , harm]) => harm)).toEqual(['severe']);
  });

  it('gives each grading scale a shape of its own', () => {
    const library = libraryOf({
      'endpoints.yaml': endpoints,
      'trials/alpha.mdx': trial(
        [
          remission(),
          event('graded', 'grade: ">=3", endpoint: storm, percent: 20'),
          event('other', 'grade: unstated, endpoint: liver, percent: 14').replace('ctcae-4', 'unstated'),
        ].join('\n'),
      ),
    });
    expect([...balanceOf(library).scales]).toEqual([
      ['CTCAE v4', 'circle'],
      ['scale not stated', 'square'],
    ]);
  });

  it('says the figures of a mark as printed, and dashes the interval that was computed', () => {
    const of = balance([
      '- {id: cr, kind: proportion, arm: new, percent: 80.0}',
      event('severe', 'grade: ">=3", endpoint: storm, events: 3, total: 21'),
    ]);
    const svg = drawnBalance(of.panels[0]!, of).text;
    expect(svg).toContain('CR 80.0%, ');
    expect(svg.match(/class="whisker[^"]*"/g)).toEqual(['class="whisker computed"']);
  });
});
