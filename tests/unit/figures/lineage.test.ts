import { describe, expect, it } from 'vitest';
import { trial } from '../helpers/corpus.ts';
import { checkBase } from './helpers.ts';

const figures = ['os 77.1', 'efs 50.6', 'cr 80.7', 'orr 81.3'];
const facts = (of: string[]) =>
  of
    .map(
      (figure, i) =>
        `- {id: f${i}, kind: proportion, endpoint: ${figure.split(' ')[0]}, percent: ${figure.split(' ')[1]}}`,
    )
    .join('\n');

interface Study {
  registry?: string;
  overlaps?: string;
  figures?: string[];
  reference?: string;
  kind?: string;
}

/** Two studies, each with a report of its own unless said otherwise. */
function studies(alpha: Study, beta: Study) {
  const of = ({
    registry,
    overlaps,
    figures: printed = [],
    reference = 'smith-2020',
    kind = 'primary',
  }: Study) => {
    const changes = {
      'status: completed': `status: completed${registry ? `\nregistry: [{registry: ClinicalTrials.gov, id: ${registry}}]` : ''}${overlaps ? `\noverlaps: [{trial: ${overlaps}, note: The same patients}]` : ''}`,
      '- reference: smith-2020': `- reference: ${reference}`,
      'kind: primary': `kind: ${kind}`,
    };
    return trial(facts(printed).replaceAll('percent', `report: ${reference}, percent`), changes);
  };
  return checkBase(
    '',
    {},
    { 'trials/alpha.mdx': of(alpha), 'trials/beta.mdx': of({ reference: 'other-2021', ...beta }) },
  )
    .findings.filter(({ code }) => code.startsWith('lineage/'))
    .map(({ code, severity, entry, line, message }) => ({ code, severity, entry, line, message }));
}

describe('a registry number', () => {
  it('belongs to one study', () => {
    expect(studies({ registry: 'NCT01234567' }, { registry: 'NCT07654321' })).toEqual([]);
    expect(studies({ registry: 'NCT01234567' }, { registry: 'NCT01234567' })).toEqual([
      {
        code: 'lineage/registry',
        severity: 'error',
        entry: 'trials/beta',
        line: 6,
        message: 'NCT01234567 is also the registry number of alpha',
      },
    ]);
  });
  it('may be shared where the overlap is declared on both sides', () => {
    const registry = 'NCT01234567';
    expect(studies({ registry, overlaps: 'beta' }, { registry, overlaps: 'alpha' })).toEqual([]);
  });
});

describe('a report', () => {
  it('of two studies is a warning, unless the overlap is declared', () => {
    expect(studies({}, { reference: 'smith-2020' })).toMatchObject([
      {
        code: 'lineage/report',
        severity: 'warning',
        entry: 'trials/beta',
        message: 'smith-2020 is also a report of alpha',
      },
    ]);
    expect(studies({ overlaps: 'beta' }, { reference: 'smith-2020', overlaps: 'alpha' })).toEqual([]);
  });

  it('of an agency may be of several studies', () => {
    expect(studies({ kind: 'regulatory' }, { kind: 'regulatory', reference: 'smith-2020' })).toEqual([]);
  });
});

describe('an overlap', () => {
  it('is declared on both sides', () => {
    expect(studies({ overlaps: 'beta' }, {})).toMatchObject([
      {
        code: 'lineage/overlap',
        severity: 'error',
        entry: 'trials/alpha',
        line: 6,
        message: 'alpha shares patients with beta, but beta does not say so',
      },
    ]);
  });
});

describe('two studies', () => {
  it('that print three or more identical telling figures are suspicious, with the figures', () => {
    const found = studies({ figures }, { figures });
    expect(found).toMatchObject([{ code: 'lineage/identical', severity: 'warning', entry: 'trials/beta' }]);
    expect(found[0]!.message).toBe('beta and alpha print 4 identical figures');
  });
  it.each([
    ['two of them', figures, figures.slice(2)],
    ['the same figures of other endpoints', figures, ['cr 77.1', 'orr 50.6', 'os 80.7', 'efs 81.3']],
    [
      'round figures, which say nothing',
      ['os 77', 'efs 50', 'cr 100', 'orr 80.0'],
      ['os 77', 'efs 50', 'cr 100', 'orr 80.0'],
    ],
    ['figures below one', ['os 0.77', 'efs 0.66', 'cr 0.45'], ['os 0.77', 'efs 0.66', 'cr 0.45']],
  ])('may print %s', (_, first, second) => {
    expect(studies({ figures: first }, { figures: second })).toEqual([]);
  });
  it('that share patients may print the same', () => {
    expect(studies({ figures, overlaps: 'beta' }, { figures, overlaps: 'alpha' })).toEqual([]);
  });
});
