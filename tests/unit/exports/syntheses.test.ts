import { describe, expect, it } from 'vitest';
import { evidenceJson } from '../../../src/exports/evidence.ts';
import { pooledResults } from '../../../src/exports/pooled.ts';
import { editionOf } from '../../../src/exports/index.ts';
import { libraryOf } from '../helpers/corpus.ts';
import { inSyntheses } from '../helpers/syntheses.ts';
import { parseCsv } from './parse-csv.ts';

const results = [
  '- {id: a, measure: share, estimate: "0.50", interval: {level: 97.5, low: 0.40, high: 0.60}, prediction: {level: 95, low: 0.1, high: 0.9}, i2: 90.1, tau2: 0.20, heterogeneity: "<0.001", studies: 3, patients: 90, differs: {from: b, p: 0.24}}',
  '- {id: b, measure: OR, estimate: 4.71, against: Usual care, group: The young, p: 0.04}',
  '- {id: c, measure: percent, interval: {kind: range, low: 64.9, high: 100}, group: All studies apart}',
].join('\n');
const library = libraryOf(inSyntheses(results, 'size: {studies: 4, patients: 100, locator: abstract}'));
const edition = editionOf(
  library,
  '1.2.3',
  [
    {
      code: 'pooled/sides',
      severity: 'warning',
      message: 'x',
      file: 'f',
      entry: 'syntheses/pool',
      fact: 'b',
    },
  ],
  { contentHash: '', releases: [] },
);

describe('syntheses.csv', () => {
  const [header, ...cells] = parseCsv(edition.tables.find(({ name }) => name === 'syntheses')!.csv) as [
    string[],
    ...string[][],
  ];
  const rows = cells.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));

  it('has a row for each pooled result, with its figures as printed', () => {
    expect(rows.map(({ result_id }) => result_id)).toEqual(['pool/a', 'pool/b', 'pool/c']);
    expect(rows[0]).toMatchObject({
      ...{
        synthesis: 'pool',
        reference: 'jones-2022',
        endpoint: 'cr',
        measure: 'share',
        value: '0.50',
        interval_kind: 'confidence',
      },
      ...{
        ci_level: '97.5',
        ci_low: '0.40',
        ci_high: '0.60',
        prediction_low: '0.1',
        prediction_high: '0.9',
        i2: '90.1',
        tau2: '0.20',
      },
      ...{
        heterogeneity_p_comparator: '<',
        heterogeneity_p: '0.001',
        differs_from: 'pool/b',
        differs_p: '0.24',
        studies: '3',
      },
      ...{
        synthesis_studies: '4',
        synthesis_patients: '100',
        therapies: 'testumab',
        classes: 'antibody',
        targets: 'cd19',
      },
      ...{ read_in: 'abstract', findings: '', url: 'https://base.example/syntheses/pool/#a' },
    });
  });

  it('names what the checks found, and calls a span of studies a range', () => {
    expect(rows[1]).toMatchObject({
      findings: 'pooled/sides',
      against: 'Usual care',
      group: 'The young',
      p_value: '0.04',
    });
    expect(rows[2]).toMatchObject({ value: '', interval_kind: 'range', ci_low: '64.9', ci_high: '100' });
  });

  it('describes every column', () => {
    expect(pooledResults.columns.filter(({ description }) => description === '')).toEqual([]);
  });
});

it('evidence.json holds the syntheses as authored, each result with its address', () => {
  const { syntheses } = JSON.parse(evidenceJson(edition)) as {
    syntheses: { id: string; pooled: { uid: string; url: string }[] }[];
  };
  expect(syntheses).toMatchObject([
    { id: 'pool', url: 'https://base.example/syntheses/pool/', reference: 'jones-2022' },
  ]);
  expect(syntheses[0]!.pooled.map(({ uid }) => uid)).toEqual(['pool/a', 'pool/b', 'pool/c']);
});
