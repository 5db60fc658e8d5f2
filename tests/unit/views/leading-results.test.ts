import { expect, it } from 'vitest';
import { leadingResults } from '../../../src/views/leading-results.ts';
import { libraryOf, trial } from '../helpers/corpus.ts';

const endpoint = (id: string, family: string) =>
  `- {id: ${id}, label: {en: ${id}}, definition: As it says, family: ${family}, direction: higher, kinds: [proportion, median, landmark, contrast]}`;
const endpoints = [
  endpoint('cr', 'response'),
  endpoint('orr', 'response'),
  endpoint('os', 'survival'),
  endpoint('fever', 'safety'),
].join('\n');

/** The facts that lead the page of a study with these outcomes: endpoint, figures of the arms, ratio. */
function leading(outcomes: string) {
  const { trials, endpoints: order } = libraryOf({ 'trials/alpha.mdx': trial(outcomes), 'endpoints.yaml': endpoints });
  return leadingResults(trials[0]!, order).map(({ endpoint: of, row, facts, ratio }) => [
    of.id,
    row,
    facts.map(({ outcome }) => outcome.id),
    ratio?.outcome.id,
  ]);
}

it('leads with the figures of both arms, and with the ratio of their survival', () => {
  expect(
    leading(`
- {id: cr-old, kind: proportion, endpoint: cr, events: 6, total: 20, arm: old}
- {id: cr-new, kind: proportion, endpoint: cr, events: 18, total: 21, arm: new}
- {id: os-new, kind: median, endpoint: os, value: 7.7, unit: months, arm: new}
- {id: os-hr, kind: contrast, endpoint: os, measure: HR, estimate: 0.71, interval: {level: 95, low: 0.55, high: 0.93}, arm: new, comparator: old}
- {id: fever-new, kind: proportion, endpoint: fever, events: 6, total: 20, arm: new}
`),
  ).toEqual([
    ['cr', undefined, ['cr-new', 'cr-old'], undefined],
    ['os', 'median', ['os-new'], 'os-hr'],
  ]);
});

it('prefers a median, then the rate nearest to a year, to a mean', () => {
  const rate = (id: string, years: number) =>
    `- {id: ${id}, kind: landmark, endpoint: os, percent: ${90 - years}, at: {value: ${years}, unit: years}, arm: new}`;
  const mean = '- {id: mean, kind: median, statistic: mean, endpoint: os, value: 1606, unit: days, arm: new}';
  const median = '- {id: median, kind: median, endpoint: os, value: 9, unit: months, arm: new}';
  const ledBy = (...lines: string[]) => leading(lines.join('\n'))[0]![2];
  expect(ledBy(mean, rate('five', 5), rate('two', 2))).toEqual(['two']);
  expect(ledBy(mean, rate('one', 1), median)).toEqual(['median']);
  expect(ledBy(mean)).toEqual(['mean']);
});

it('prefers the primary endpoint, and leaves out subgroups and what nobody reported', () => {
  expect(
    leading(`
- {id: cr-new, kind: proportion, endpoint: cr, events: 18, total: 21, arm: new}
- {id: orr-new, kind: proportion, endpoint: orr, events: 19, total: 21, arm: new, role: primary}
- {id: os-young, kind: median, endpoint: os, value: 9, unit: months, arm: new, population: young}
- {id: os-none, kind: median, endpoint: os, missing: not-reported, unit: months, arm: new}
`),
  ).toEqual([['orr', undefined, ['orr-new'], undefined]]);
});
