import { describe, expect, it } from 'vitest';
import { appraisal, appraised } from '../helpers/appraisals.ts';
import { checkBase } from './helpers.ts';

const facts = `
- {id: rate, kind: proportion, arm: new, percent: 80}
- {id: compared, kind: contrast, arm: new, comparator: old, measure: p-only, p: 0.04}
- {id: ages, kind: contrast, endpoint: os, arm: new, versus: young, measure: p-only, p: 0.04}`;

/** The codes that are told of one appraisal. */
const codesOf = (yaml: string, changes: Record<string, string> = {}) =>
  checkBase(facts, { ...appraised(yaml), ...changes })
    .findings.map(({ code }) => code)
    .filter((code) => code.startsWith('appraisal/'));

const rob2 = (told: Partial<Parameters<typeof appraisal>[1]>) =>
  appraisal('rob-2', { about: 'fact: compared', others: 'low', overall: 'low', ...told });
const robins = (told: Partial<Parameters<typeof appraisal>[1]>) =>
  appraisal('robins-i', { about: 'fact: compared', others: 'low', overall: 'low', ...told });
const jbi = (told: Partial<Parameters<typeof appraisal>[1]>) =>
  appraisal('jbi-case-series', { about: 'endpoint: cr', others: 'yes', overall: 'include', ...told });
const published = 'by: reference, reference: jones-2022, locator: table 2';
const unrandomised = { 'design: randomised': 'design: non-randomised' };

describe('what is not flagged', () => {
  it.each([
    ['a low risk in every domain and overall, by RoB 2', rob2({})],
    [
      'the whole at the level of its worst domain',
      rob2({ domains: { measurement: 'some-concerns' }, overall: 'some-concerns' }),
    ],
    ['several concerns that make a high risk', rob2({ others: 'some-concerns', overall: 'high' })],
    ['a low risk that was judged from the registry', rob2({ basis: 'abstract, registry' })],
    ['a low risk that was judged from the document of a regulator', rob2({ basis: 'regulator' })],
    [
      'concerns that were judged from an abstract',
      rob2({ others: 'some-concerns', overall: 'some-concerns', basis: 'abstract' }),
    ],
    ['a published judgement, whatever was read for it', rob2({ by: published, basis: 'abstract' })],
    [
      'a domain without information, the whole likewise',
      robins({ domains: { confounding: 'no-information' }, overall: 'no-information' }),
    ],
    [
      'a serious domain that decides over one without information',
      robins({ domains: { confounding: 'no-information', selection: 'serious' }, overall: 'serious' }),
    ],
    ['ROBINS-I of an endpoint that the study compares', robins({ about: 'endpoint: cr' })],
    [
      'a series with a question answered by no, which the reviewers include',
      jbi({ domains: { demographics: 'no' } }),
    ],
    ['a question that does not apply', jbi({ domains: { 'sites-described': 'not-applicable' } })],
    ['a series judged for one figure', jbi({ about: 'fact: rate' })],
  ])('%s', (_, yaml) => {
    expect(codesOf(yaml)).toEqual([]);
  });

  it('ROBINS-I of a study without chance', () => {
    expect(codesOf(robins({}), unrandomised)).toEqual([]);
  });
});

describe('what is flagged', () => {
  it.each([
    [
      'appraisal/overall',
      'low overall with some concerns in a domain',
      rob2({ domains: { deviations: 'some-concerns' } }),
    ],
    [
      'appraisal/overall',
      'moderate overall without information on a domain',
      robins({ domains: { confounding: 'no-information' }, overall: 'moderate' }),
    ],
    [
      'appraisal/overall',
      'no information overall with a critical domain',
      robins({ domains: { confounding: 'critical' }, overall: 'no-information' }),
    ],
    [
      'appraisal/basis',
      'one low domain from an abstract',
      rob2({
        others: 'some-concerns',
        domains: { measurement: 'low' },
        overall: 'some-concerns',
        basis: 'abstract',
      }),
    ],
    [
      'appraisal/basis',
      'one low domain from the words of others',
      rob2({
        others: 'some-concerns',
        domains: { measurement: 'low' },
        overall: 'some-concerns',
        basis: 'abstract, news, table-of-later-work, summary, slides',
      }),
    ],
    [
      'appraisal/basis',
      'a series to be included from an abstract',
      jbi({ others: 'unclear', basis: 'abstract' }),
    ],
    ['appraisal/tool', 'RoB 2 of a figure of one arm', rob2({ about: 'fact: rate' })],
    ['appraisal/tool', 'RoB 2 of a comparison of patients within an arm', rob2({ about: 'fact: ages' })],
    [
      'appraisal/tool',
      'ROBINS-I of an endpoint of which no arms are compared',
      robins({ about: 'endpoint: os' }),
    ],
    ['appraisal/tool', 'the checklist for series of a comparison', jbi({ about: 'fact: compared' })],
    ['appraisal/tool', 'an endpoint of which the study has no result', jbi({ about: 'endpoint: crs' })],
    [
      'appraisal/domains',
      'an answer twice, and so another not at all',
      jbi({}).replace('demographics', 'clinical-information'),
    ],
  ])('%s: %s', (code, _, yaml) => {
    expect(new Set(codesOf(yaml))).toEqual(new Set([code]));
  });

  it('RoB 2 of a comparison that chance did not make', () => {
    expect(codesOf(rob2({}), unrandomised)).toEqual(['appraisal/tool']);
  });

  it('with the worst domain and what to write', () => {
    const { findings } = checkBase(
      facts,
      appraised(rob2({ domains: { measurement: 'high', deviations: 'some-concerns' } })),
    );
    expect(findings.find(({ code }) => code === 'appraisal/overall')).toMatchObject({
      message: 'bias is low overall, but high in measurement',
      expected: 'high',
      help: expect.stringContaining('write overall: high') as string,
    });
  });
});
