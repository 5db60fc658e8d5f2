import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runChecks } from '../../src/checks/run.ts';
import { projectRoot } from '../../src/cli/command.ts';
import { link } from '../../src/evidence/link.ts';
import { readCorpus } from '../../src/reading/corpus.ts';
import { answersOf } from '../../src/views/answers.ts';
import { leadingSetting, resultsByTherapy } from '../../src/views/by-therapy.ts';
import { headlineOf } from '../../src/views/headline.ts';
import { navigationOf } from '../../src/views/navigation.ts';
import { conditionsExample } from '../../src/views/search-examples.ts';
import { resultColumns } from '../../src/views/trial-results.ts';
import { projectContent } from '../support/project.ts';
import { typedEntries, typedFile } from '../support/typed-content.ts';

const root = path.join(projectRoot, 'examples');
const names = fs.readdirSync(root).sort();

interface Vocabulary {
  settings: { id: string }[];
  targets: { id: string }[];
  therapyClasses: { id: string }[];
  scales: { id: string }[];
  attributes: { id: string }[];
}
interface Endpoint {
  id: string;
  family: string;
}

/** What a base calls its own: what describes patients, treatment and study may be called alike in two. */
function termsOf(content: string): string[] {
  const { settings, targets, therapyClasses, scales, attributes } = typedFile<Vocabulary>(
    'vocabulary.yaml',
    content,
  );
  const outcomes = typedFile<Endpoint[]>('endpoints.yaml', content).filter(
    ({ family }) => !['participants', 'treatment', 'follow-up', 'context'].includes(family),
  );
  const therapies = [...typedEntries<unknown>('therapies', content).keys()].map((id) => ({ id }));
  return [settings, targets, therapyClasses, scales, attributes, outcomes, therapies]
    .flat()
    .map(({ id }) => id);
}

describe.each(names)('the base in examples/%s', (name) => {
  const content = path.join(root, name);
  const corpus = readCorpus(content);

  test('has nothing that a check finds, and every figure of it is traced', () => {
    const { findings, checks } = runChecks(corpus);
    expect(findings).toEqual([]);
    const traced = checks.find(({ id }) => id === 'trace/figure')!;
    expect([traced.run > 100, traced.failed, traced.skipped]).toEqual([true, 0, 0]);
  });

  test('has three studies or more, each figure of which was read on a page whose address stands with it', () => {
    const trials = [
      ...typedEntries<{ reports: { sources?: { url: string }[] }[] }>('trials', content).values(),
    ];
    expect(trials.length).toBeGreaterThanOrEqual(3);
    for (const { reports } of trials)
      for (const { sources } of reports)
        expect(sources?.map(({ url }) => new URL(url).protocol)).toContain('https:');
  });

  test('shares no term of its disease with the base of this project', () => {
    const own = new Set(termsOf(projectContent));
    expect(termsOf(content).filter((id) => own.has(id))).toEqual([]);
  });

  test('says under which licence it may be used, as the content does', () => {
    const licence = (folder: string) => fs.readFileSync(path.join(folder, 'LICENSE.md'), 'utf8');
    expect(licence(content)).toContain('https://creativecommons.org/licenses/by/4.0/legalcode');
    expect(licence(projectContent)).toContain('https://creativecommons.org/licenses/by/4.0/legalcode');
  });
});

// The figures are those of the abstracts and pages that the entries name.
describe('a base whose results are clinical events', () => {
  const library = link(readCorpus(path.join(root, 'heart-failure')));
  const trial = (id: string) => library.trials.find((one) => one.id === id)!;

  test.each([
    [
      'dapa-hf',
      'In 4744 randomised adults with heart failure and an ejection fraction of 40% or less, cardiovascular death or worsening heart failure occurred in 16.3% with dapagliflozin against 21.2% with placebo (hazard ratio 0.74, 95% CI 0.65–0.85); worsening heart failure occurred in 10% against 13.7% (hazard ratio 0.70, 95% CI 0.59–0.83).',
    ],
    [
      'emperor-preserved',
      'In 5988 randomised adults with heart failure and an ejection fraction above 40%, cardiovascular death or hospitalisation for heart failure occurred in 13.8% with empagliflozin against 17.1% with placebo (hazard ratio 0.79, 95% CI 0.69–0.90); the hazard ratio for hospitalisation for heart failure was 0.71 with empagliflozin against placebo (95% CI 0.60–0.83).',
    ],
  ])('is told by its primary event: %s', (id, sentence) => {
    expect(headlineOf(trial(id), library).text).toBe(sentence);
  });

  test('lists each study with the event that it was made for, better when lower', () => {
    const [events, ...others] = resultColumns(library);
    expect([events?.key, others]).toEqual(['events', []]);
    const said = [...events!.of].map(([{ id }, { endpoint, figures }]) => [
      id,
      endpoint,
      ...figures.map(({ value }) => value),
    ]);
    expect(said.sort()).toEqual([
      ['dapa-hf', undefined, '16.3%', '21.2%'],
      ['deliver', undefined, '16.4%', '19.5%'],
      ['emperor-preserved', 'CV death or HHF', '13.8%', '17.1%'],
      ['emperor-reduced', 'CV death or HHF', '19.4%', '24.7%'],
    ]);
  });

  test('charts on its first page the event that most arms report, with the control below each arm', () => {
    const setting = leadingSetting(library)!;
    expect(setting.id).toBe('reduced-ejection-fraction');
    const [events, ...others] = resultsByTherapy(library, setting.id);
    expect([events?.id, others]).toEqual(['events', []]);
    const rows = events!.chart.groups.map(({ rows }) => rows.map(({ name, value }) => `${name} ${value}`));
    expect(rows).toEqual([
      ['DAPA-HF 9.7%', 'Placebo 13.4%'],
      ['EMPEROR-Reduced 13.2%', 'Placebo 18.3%'],
    ]);
  });

  test('answers what randomised studies can: whether an event is prevented, never how often it occurs', () => {
    expect(answersOf(library, undefined).map(({ question, sentence }) => [question, sentence])).toEqual([
      [
        'Does a treatment of the class SGLT2 inhibitor prevent cardiovascular death or hospitalisation for heart failure?',
        'In 2 studies of 8474 patients (adults, reduced ejection fraction), the hazard ratio for cardiovascular death or hospitalisation for heart failure was 0.75 when pooled (95% CI 0.68–0.83).',
      ],
    ]);
  });

  test('is searched by its own terms, and leads to no page of reviews, of which it has none', () => {
    expect(conditionsExample(library)).toBe(
      'setting:reduced-ejection-fraction n>20 year:2020..2022 endpoint:cv-death',
    );
    const paths = navigationOf(library).flatMap(({ sections }) => sections.map(({ path }) => path));
    expect(paths).toContain('/topics/');
    expect(paths).not.toContain('/reviews/');
  });
});
