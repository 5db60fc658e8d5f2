import { expect, it } from 'vitest';
import { provenanceOf } from '../../../src/views/provenance.ts';
import type { Site } from '../../../src/views/site.ts';
import { libraryOf, trial } from '../helpers/corpus.ts';

/** The card of the first of some outcomes. */
function cardOf(outcomes: string, asked: string[] = []) {
  const library = libraryOf({ 'trials/alpha.mdx': trial(outcomes) });
  const [fact] = library.trials[0]!.facts;
  const report = { findings: [], asked: new Map([[fact!.outcome, asked]]) };
  return provenanceOf({ library, report } as unknown as Site, fact!);
}
const said = (outcomes: string) => {
  const { value, rest } = cardOf(outcomes).sentence;
  return value + rest;
};

it.each([
  [
    'kind: adverse-event, grade: ">=3", scale: ctcae-4, percent: 47, events: 10, total: 21, arm: new',
    '47% of 21 patients (All; Testumab): Complete remission, grade ≥3, CTCAE v4',
  ],
  [
    'kind: proportion, events: 18, total: 21, arm: new',
    '85.7%, computed, of 21 patients (All; Testumab): Complete remission',
  ],
  [
    'kind: median, value: 7.7, unit: months, interval: {level: 95, low: 5, high: 9}, arm: old',
    '7.7 months, 95% CI 5–9, in 20 patients (All; Usual care): Complete remission, median',
  ],
  [
    'kind: contrast, measure: HR, estimate: 0.75, interval: {level: 97.5, low: 0.57, high: 0.99}, p: 0.0105, arm: new, comparator: old',
    'HR 0.75, 97.5% CI 0.57–0.99, P = 0.0105, in 41 patients (All; Testumab against Usual care): Complete remission',
  ],
  [
    'kind: count, value: 1, unit: patients, population: young',
    '1 patient (The young; All arms): Complete remission',
  ],
])('a card says %s as %s', (outcome, sentence) => {
  expect(said(`- {id: one, ${outcome}}`)).toBe(sentence);
});

it('tells where the figure was read, and leads to its address, and what was checked', () => {
  const card = cardOf('- {id: one, kind: proportion, events: 18, total: 21, arm: new}', [
    'arithmetic/percent',
    'arithmetic/total',
  ]);
  expect(card.statedBy).toEqual({ href: '/references/smith-2020/', label: 'Smith 2020' });
  expect(card.read).toMatchObject({
    text: 'full text',
    locator: { label: 'table 2', href: '/trials/alpha/#_read-smith-2020-paper' },
  });
  expect(card.computed).toMatch(/^95% CI 63\.7–97\.0, computed from 18\/21 \(/);
  expect(card.passed).toEqual({ count: 2, about: 'arithmetic' });
});

it('gathers what another report says otherwise in one line, and leads to it', () => {
  const outcomes = `
- {id: own, kind: proportion, percent: 81, interval: {level: 95, low: 70, high: 90}, arm: new}
- {id: other, kind: proportion, percent: 62, interval: {level: 95, low: 50, high: 72}, arm: new, report: jones}`;
  expect(cardOf(outcomes).differs).toEqual([
    {
      href: '#other',
      label: 'Jones 2022',
      text: 'figure 62% (unexplained), interval 95% CI 50–72 (unexplained)',
      isOfDigits: false,
    },
  ]);
});
