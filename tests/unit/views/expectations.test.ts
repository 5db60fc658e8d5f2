import { describe, expect, it } from 'vitest';
import { firstIn } from '../../../src/model/need.ts';
import { readCorpus } from '../../../src/reading/corpus.ts';
import { fieldsOf } from '../../../src/views/entry-form.ts';
import { expectedOf } from '../../../src/views/expectations.ts';
import { fixtures } from '../checks/fixtures.ts';

const { entries } = readCorpus(`${fixtures}/good`);
const trial = (id: string) =>
  firstIn(entries.trials.flatMap((one) => (one.id === id && one.data ? one.data : [])));
const missing = (of: ReturnType<typeof trial>) =>
  expectedOf(of).flatMap(({ name, isMet }) => (isMet ? [] : name));

describe('what is expected of a study', () => {
  const beta = trial('beta');

  it('depends on its design', () => {
    expect(missing(beta)).not.toContain('An arm that the others are compared with');
    expect(missing({ ...beta, design: 'randomised' })).toEqual(
      expect.arrayContaining([
        'An arm that the others are compared with',
        'The patients as randomised, with their number in each arm',
        'A ratio or difference between the arms, with its interval',
        'A RoB 2 judgement of a result',
      ]),
    );
    expect(missing({ ...beta, design: 'retrospective-cohort' })).not.toContain('A registry number');
  });

  it('is met by what the entry has, and by nothing that is only planned', () => {
    expect(missing(beta)).not.toContain('A proportion with its denominator');
    const planned = beta.outcomes.map((one) => ({ ...one, role: 'planned' as const }));
    expect(missing({ ...beta, outcomes: planned })).toEqual(
      expect.arrayContaining(['A result', 'A proportion with its denominator']),
    );
    expect(
      missing({ ...beta, registry: [{ registry: 'ClinicalTrials.gov', id: 'NCT99990001' }] }),
    ).not.toContain('A registry number');
  });
});

describe('an entry as a form', () => {
  const field = (key: string) => fieldsOf('trials', trial('beta')).find((one) => one.key === key);

  it('has every key of the schema, with what stands there', () => {
    expect(field('status')).toMatchObject({ isRequired: true, value: 'completed' });
    expect(field('outcomes')?.value).toBe('1: cr');
    expect(field('acronym')).toMatchObject({ isRequired: false, value: undefined });
    expect(field('setting')?.description).toBe('From vocabulary.yaml, settings');
  });

  it('shows the keys of an entry that cannot be read', () => {
    expect(fieldsOf('topics', undefined).every(({ value }) => value === undefined)).toBe(true);
    expect(fieldsOf('topics', undefined).map(({ key }) => key)).toContain('question');
  });
});
