import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/views/credit.ts';
import { evidenceMap } from '../../../src/views/evidence-map.ts';
import { datasetOfTrial } from '../../../src/views/datasets.ts';
import { timelineOf } from '../../../src/views/timeline.ts';
import { libraryOf, mdx, smallBase, trial } from '../helpers/corpus.ts';

const classes =
  '{id: antibody, label: {en: Antibody}}, {id: conditioning, label: {en: Conditioning}, preparatory: true}';
const [oneArm, otherArm] = ['therapies: [testumab]', 'role: comparator'];
/** One arm was prepared for the antibody; the other was given what prepares, or nothing. */
const libraryWith = (other: string) =>
  libraryOf({
    'vocabulary.yaml': smallBase['vocabulary.yaml']!.replace(
      '{id: antibody, label: {en: Antibody}}',
      classes,
    ),
    'therapies/prepamine.mdx': mdx('name: {en: prepamine}\nclass: conditioning'),
    'trials/alpha.mdx': trial(
      '- {id: of-new, kind: proportion, events: 18, total: 21, arm: new}\n- {id: of-old, kind: proportion, events: 9, total: 20, arm: old}',
      { [oneArm]: 'therapies: [testumab, prepamine]', [otherArm]: `${otherArm}${other}` },
    ),
  });
const library = libraryWith('');
const [prepamine, testumab] = library.therapies;

describe('what prepares for a treatment', () => {
  it('is no class of an arm that is given the treatment, though it was given', () => {
    const [arm] = datasetOfTrial(library.trials[0]!, library).trials[0]!.arms;
    expect(arm).toMatchObject({ therapies: ['testumab', 'prepamine'], classes: ['Antibody'] });
  });

  it('is credited with no result, and has no row on map and timeline', () => {
    expect(factsOf(prepamine!)).toEqual([]);
    expect(factsOf(testumab!).map(({ uid }) => uid)).toEqual(['alpha/of-new']);
    expect(evidenceMap(library, 1).therapies.map(({ id }) => id)).toEqual(['testumab']);
    expect(timelineOf(library).groups.map(({ label }) => label)).toEqual(['Antibody']);
  });

  it('is the class of an arm that is given nothing else', () => {
    const alone = libraryWith(', therapies: [prepamine]');
    expect(datasetOfTrial(alone.trials[0]!, alone).trials[0]!.arms.map(({ classes: own }) => own)).toEqual([
      ['Antibody'],
      ['Conditioning'],
    ]);
    expect(factsOf(alone.therapies[0]!).map(({ uid }) => uid)).toEqual(['alpha/of-old']);
  });
});
