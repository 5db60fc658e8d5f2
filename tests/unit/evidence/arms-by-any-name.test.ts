import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../src/checks/run.ts';
import { link } from '../../../src/evidence/link.ts';
import { patientsOf } from '../../../src/evidence/standing.ts';
import { corpusOf, trial } from '../helpers/corpus.ts';

/** The small base with an arm `new` under another name, and how many patients each arm is said to have. */
function corpusWith(name: string, sizes: string) {
  const text = trial('- {id: cr, kind: proportion, arm: new, events: 18, total: 21}', {
    '{new: 21, old: 20}': sizes,
  })
    .replaceAll('{id: new,', `{id: ${name},`)
    .replaceAll('arm: new', `arm: ${name}`);
  return corpusOf({ 'trials/alpha.mdx': text });
}

describe.each(['printed', 'constructor', 'tostring', 'value'])('an arm called %s', (name) => {
  it('has its own patients', () => {
    const corpus = corpusWith(name, `{${name}: 21, old: 20}`);
    expect(runChecks(corpus).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { data } = link(corpus).trials[0]!;
    expect(data.arms.map((arm) => patientsOf(data, arm)?.value)).toEqual([21, 20]);
    expect(patientsOf(data)?.value).toBe(41);
  });

  it('has none where they are told of all arms together, or of the other alone', () => {
    for (const sizes of ['41', '{old: 20}']) {
      const { data } = link(corpusWith(name, sizes)).trials[0]!;
      expect(patientsOf(data, data.arms[0])).toBeUndefined();
    }
  });
});
