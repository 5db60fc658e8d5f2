import { describe, expect, test } from 'vitest';
import { leadingSetting, resultsByTherapy } from '../../../src/views/by-therapy.ts';
import { libraryOf, trial } from '../helpers/corpus.ts';

const all = 'definition: x, family: response, direction: higher, balance: benefit, kinds: [proportion]';
const endpoints = `
- {id: cr, label: {en: Remission}, atMost: [wide], ${all}}
- {id: wide, label: {en: Wide remission}, abbreviation: WR, ${all}}
- {id: os, label: {en: Overall survival}, definition: x, family: survival, direction: higher, kinds: [median, landmark]}
- {id: storm, label: {en: Storm}, definition: x, family: safety, direction: lower, balance: severe-harm, kinds: [adverse-event]}
`;

/** The charts of one trial, a line a row: its name, its figure, its look. */
function charts(outcomes: string, changes: Record<string, string> = {}) {
  const library = libraryOf({ 'endpoints.yaml': endpoints, 'trials/alpha.mdx': trial(outcomes, changes) });
  const setting = leadingSetting(library);
  if (!setting) return {};
  return Object.fromEntries(
    resultsByTherapy(library, setting.id).map(({ id, chart }) => [
      id,
      chart.groups.flatMap(({ rows }) =>
        rows.map(({ name, value, strip, kind }) => [name, value, strip.look, kind].join(' | ')),
      ),
    ]),
  );
}
const rate = (id: string, endpoint: string, arm: string, percent: number, rest = '') =>
  `- {id: ${id}, kind: proportion, endpoint: ${endpoint}, arm: ${arm}, percent: ${percent}${rest}}`;

describe('results by therapy', () => {
  test('show the widest response of an arm, with the randomised control below it', () => {
    const { response } = charts(
      [rate('a', 'cr', 'new', 60), rate('b', 'wide', 'new', 80), rate('c', 'wide', 'old', 30)].join('\n'),
    );
    expect(response).toEqual(['Testumab in adults | 80% | main | ', 'Usual care | 30% | comparator | ']);
  });

  test('mark a response that is narrower than the one they are named after', () => {
    const other = trial(rate('b', 'wide', 'new', 90));
    const library = libraryOf({
      'endpoints.yaml': endpoints,
      'trials/alpha.mdx': trial(rate('a', 'cr', 'new', 60)),
      'trials/beta.mdx': other,
    });
    const [{ chart } = { chart: undefined }] = resultsByTherapy(library, 'relapsed');
    expect(chart?.caption).toBe('Wide remission');
    expect(chart?.other).toBe('Remission alone');
    expect(
      chart?.groups.flatMap(({ rows }) => rows.map(({ value, strip }) => `${value} ${strip.look}`)),
    ).toEqual(['60% other', '90% main']);
  });

  test('never show a rate where times are drawn, nor a subgroup, a review or a mild event', () => {
    const found = charts(
      [
        rate('a', 'cr', 'new', 60),
        rate('b', 'wide', 'new', 99, ', population: young'),
        rate('c', 'wide', 'new', 98, ', report: jones'),
        '- {id: d, kind: landmark, endpoint: os, arm: new, percent: 50, at: {value: 1, unit: years}}',
        '- {id: e, kind: median, endpoint: os, arm: new, statistic: median, value: 9.5, unit: months}',
        '- {id: f, kind: adverse-event, endpoint: storm, arm: new, grade: any, scale: ctcae-4, percent: 90}',
      ].join('\n'),
    );
    expect(found).toEqual({
      response: ['Testumab in adults | 60% | main | '],
      survival: ['Testumab in adults | 9.5 months | main | '],
    });
  });

  test('say on which scale a harm was graded, and prefer a scale to none', () => {
    const event = (id: string, scale: string, percent: number) =>
      `- {id: ${id}, kind: adverse-event, endpoint: storm, arm: new, grade: ">=3", scale: ${scale}, percent: ${percent}}`;
    const { toxicity } = charts(
      [rate('z', 'cr', 'new', 60), event('a', 'unstated', 20), event('b', 'ctcae-4', 25)].join('\n'),
    );
    expect(toxicity).toEqual(['Testumab in adults | 25% | main | grade ≥3, CTCAE v4']);
  });

  test('leave out arms of fewer than twenty patients', () => {
    const few = { 'n: {new: 21, old: 20}': 'n: {new: 19, old: 20}' };
    expect(charts(rate('a', 'cr', 'new', 60), few)).toEqual({});
  });
});
