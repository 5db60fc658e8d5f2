import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/cli/command.ts';
import { link } from '../../../src/evidence/link.ts';
import { readCorpus } from '../../../src/reading/corpus.ts';
import { headlineOf } from '../../../src/views/headline.ts';
import { word } from '../../../src/wording/figures.ts';
import { libraryOf, smallBase, trial } from '../helpers/corpus.ts';

const endpoint = (id: string, label: string, family: string) =>
  `- {id: ${id}, label: {en: ${label}}, definition: As it says, family: ${family}, direction: higher, kinds: [proportion, median, landmark, contrast, adverse-event, association]}`;
const endpoints = [
  endpoint('cr', 'Complete remission', 'response'),
  endpoint('os', 'Overall survival', 'survival'),
  endpoint('fever', 'Fever', 'safety'),
].join('\n');
const vocabulary = smallBase['vocabulary.yaml']!.replace(
  'label: {en: Relapsed}',
  'label: {en: Relapsed}, patients: {en: after relapse}',
);

function said(outcomes: string, changes?: Record<string, string>): string {
  const library = libraryOf({
    'trials/alpha.mdx': trial(outcomes, changes),
    'endpoints.yaml': endpoints,
    'vocabulary.yaml': vocabulary,
  });
  return headlineOf(library.trials[0]!, library).text;
}

describe('the sentence of a study', () => {
  it('names patients, arms, figures and how they compare, with the level of the interval', () => {
    expect(
      said(`
- {id: cr-new, kind: proportion, endpoint: cr, percent: 80.7, arm: new}
- {id: cr-old, kind: proportion, endpoint: cr, percent: 29.4, arm: old}
- {id: cr-p, kind: contrast, endpoint: cr, measure: p-only, p: {printed: "<0.001", sides: 1}, arm: new, comparator: old}
- {id: os-new, kind: median, endpoint: os, value: 7.7, unit: months, arm: new}
- {id: os-old, kind: median, endpoint: os, value: 6.2, unit: months, arm: old}
- {id: os-hr, kind: contrast, endpoint: os, measure: HR, estimate: 0.75, interval: {level: 97.5, low: 0.57, high: 0.99}, arm: new, comparator: old}
`),
    ).toBe(
      'In 41 randomised adults after relapse, complete remission was 80.7% with testumab against 29.4% with usual care ' +
        '(P < 0.001, one-sided); median overall survival was 7.7 months against 6.2 months ' +
        '(hazard ratio 0.75, 97.5% CI 0.57–0.99).',
    );
  });

  it('says what was computed, and of which patients where they are others', () => {
    expect(
      said(`
- {id: cr-new, kind: proportion, endpoint: cr, events: 16, total: 20, percent: 80, arm: new, population: young}
- {id: os-new, kind: landmark, endpoint: os, at: {value: 1, unit: years}, percent: 61, interval: {level: 95, low: 50, high: 70}, arm: new}
`),
    ).toBe(
      'In 21 adults after relapse (all), overall survival at 1 year was 61% with testumab (95% CI 50–70).',
    );
    expect(
      said('- {id: cr-new, kind: proportion, endpoint: cr, events: 16, total: 21, percent: 76, arm: new}'),
    ).toBe(
      'In 21 adults after relapse (all), complete remission was 76% with testumab (16 of 21; 95% CI 52.8–91.8, computed).',
    );
  });

  it('tells a ratio alone, and names a review that alone tells a figure', () => {
    expect(
      said(
        '- {id: os-hr, kind: contrast, endpoint: os, measure: HR, estimate: 0.33, interval: {level: 95, low: 0.2, high: 0.6}, arm: new, comparator: old}',
      ),
    ).toBe(
      'In 41 randomised adults after relapse, the hazard ratio for overall survival was 0.33 with testumab against usual care (95% CI 0.2–0.6).',
    );
    expect(
      said('- {id: cr-told, kind: proportion, endpoint: cr, percent: 16, arm: new, report: jones}'),
    ).toMatch(
      /^According to a review \(Jones 2022\), in 21 adults after relapse \(all\), complete remission was 16% with testumab/,
    );
  });

  it('says plainly that there is no figure', () => {
    expect(said('')).toBe('No figure of an outcome is recorded here.');
    expect(
      said('- {id: cr-new, kind: proportion, endpoint: cr, missing: not-extracted, arm: new, role: primary}'),
    ).toBe('No figure is recorded here for its primary endpoint, complete remission.');
    expect(said('', { 'status: completed': 'status: recruiting' })).toContain(
      'The study is recorded as recruiting.',
    );
    expect(
      said(
        '- {id: fever, kind: association, endpoint: fever, factor: age, measure: statement, direction: positive, arm: new}',
      ),
    ).toBe('No rate is recorded here; associations are, with fever.');
  });
});

describe('the sentences of the base', () => {
  const library = link(readCorpus(path.join(projectRoot, 'content')));
  const all = library.trials.map((one) => ({ one, headline: headlineOf(one, library) }));

  it('are sentences', () => {
    for (const { headline } of all) {
      expect(headline.text).toMatch(/^[A-Z][^]*[^.]\.$/);
      expect(headline.text).not.toMatch(
        /undefined|\(\)|\( | \)| ,| {2}|\.\.|\([^()]*\([^()]*\)[^()]*\([^()]*$/,
      );
      expect(headline.text.split('(').length, headline.text).toBe(headline.text.split(')').length);
    }
  });

  it('hold no figure but those of facts that may lead, with every level that is not 95%', () => {
    for (const { one, headline } of all) {
      for (const part of headline.parts) {
        if (typeof part === 'string') continue;
        const { outcome, standing, trial: of, derived } = part.fact;
        expect(of).toBe(one);
        expect(standing.superseded, part.fact.uid).toBe(false);
        expect(outcome.role).not.toBe('exploratory');
        const { interval } = word(outcome, derived);
        const level = interval && /^[\d.]+%/.exec(interval)?.[0];
        if (level !== undefined && level !== '95%' && outcome.kind !== 'contrast')
          expect(headline.text).toContain(interval!);
        if (level !== undefined && outcome.kind === 'contrast') expect(part.text).toContain(level);
      }
    }
  });

  it.for([
    ['randomised', /^In \d+ .*\d%? .*(against|hazard ratio) /],
    ['single-arm', /^(In|According to a review \(.+\), in) .* (was|occurred in) |^No figure/],
    ['retrospective-cohort', /^(In|According) .* (was|occurred in) |^No (figure|rate)/],
    ['pooled-analysis', /^In [\d]+ .* occurred in /],
    ['dose-escalation', /^(In .* was |No figure is recorded here for its primary endpoints?, )/],
  ] as const)('of a design that is %s have its form', ([design, form]) => {
    const own = all.filter(({ one }) => one.data.design === design);
    expect(own.length).toBeGreaterThan(0);
    for (const { headline } of own) expect(headline.text).toMatch(form);
  });
});
