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
  const { trials, endpoints: order } = libraryOf({
    'trials/alpha.mdx': trial(outcomes),
    'endpoints.yaml': endpoints,
  });
  return leadingResults(trials[0]!, order).map(({ endpoint: of, facts, comparisons }) => [
    of.id,
    facts[0]?.outcome.kind === 'proportion' ? undefined : facts[0]?.standing.row.id,
    facts.map(({ outcome }) => outcome.id),
    ...comparisons.map(({ outcome }) => outcome.id),
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
    ['cr', undefined, ['cr-new', 'cr-old']],
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
  ).toEqual([['orr', undefined, ['orr-new']]]);
});

it('pairs arms of one report and population only', () => {
  expect(
    leading(`
- {id: cr-new, kind: proportion, endpoint: cr, events: 18, total: 21, arm: new}
- {id: cr-old, kind: proportion, endpoint: cr, events: 3, total: 9, arm: old, population: young}
`),
  ).toEqual([['cr', undefined, ['cr-new']]]);
});

it('never leads with what is exploratory, with a comparator alone, or with events of one grade where all severe ones are told', () => {
  const crs = `- id: crs
  label: {en: Storm}
  definition: As it says
  family: safety
  direction: lower
  balance: severe-harm
  kinds: [adverse-event]`;
  const { trials, endpoints: order } = libraryOf({
    'endpoints.yaml': `${endpoints}\n${crs}`,
    'trials/alpha.mdx': trial(`
- {id: cr-new, kind: proportion, endpoint: cr, events: 18, total: 21, arm: new}
- {id: orr-new, kind: proportion, endpoint: orr, events: 19, total: 21, arm: new, role: exploratory}
- {id: os-old, kind: median, endpoint: os, value: 9, unit: months, arm: old}
- {id: crs-3, kind: adverse-event, endpoint: crs, grade: "3", scale: unstated, percent: 69, arm: new}
- {id: crs-severe, kind: adverse-event, endpoint: crs, grade: "≥3", scale: unstated, percent: 2.4, arm: new}
`),
  });
  const ids = leadingResults(trials[0]!, order).flatMap(({ facts }) =>
    facts.map(({ outcome }) => outcome.id),
  );
  expect(ids).toEqual(['cr-new', 'crs-severe']);
});

it('takes what a review alone tells, or a part of the patients, only where there is nothing else', () => {
  const told =
    '- {id: cr-told, kind: proportion, endpoint: cr, events: 4, total: 25, arm: new, report: jones}';
  const part =
    '- {id: cr-young, kind: proportion, endpoint: cr, events: 4, total: 5, arm: new, population: young}';
  const fever = '- {id: fever, kind: proportion, endpoint: fever, events: 6, total: 20, arm: new}';
  const own = '- {id: cr-new, kind: proportion, endpoint: cr, events: 18, total: 21, arm: new}';
  const led = (...lines: string[]) => leading(lines.join('\n')).map(([, , facts]) => (facts as string[])[0]);
  expect(led(told, part, fever, own)).toEqual(['cr-new']);
  expect(led(told, part, fever)).toEqual(['cr-told']);
  expect(led(part, fever)).toEqual(['fever']);
  expect(led(part)).toEqual(['cr-young']);
  expect(led()).toEqual([]);
});
