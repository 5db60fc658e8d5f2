import { describe, expect, it } from 'vitest';
import { arrange } from '../../../src/compare/arrange.ts';
import { toCsv } from '../../../src/compare/export.ts';
import { table } from '../../../src/compare/table.ts';
import { readView } from '../../../src/compare/view.ts';
import { appraisal, appraised } from '../helpers/appraisals.ts';
import { trial } from '../helpers/corpus.ts';
import { datasetsOf } from './datasets.ts';

const facts = `
- {id: rate, kind: proportion, arm: new, events: 18, total: 21}
- {id: other, kind: proportion, arm: old, events: 10, total: 20}
- {id: compared, kind: contrast, arm: new, comparator: old, measure: p-only, p: 0.04}`;
const datasets = datasetsOf(
  facts,
  appraised(
    appraisal('rob-2', {
      id: 'b',
      about: 'fact: compared',
      others: 'some-concerns',
      overall: 'some-concerns',
    }),
    appraisal('jbi-case-series', { id: 's', about: 'fact: rate', others: 'yes', overall: 'include' }),
  ),
  {
    beta: trial(facts, { 'reference: smith-2020': 'reference: jones-2022' }).replaceAll(
      'report: smith-2020',
      'report: jones-2022',
    ),
  },
);
const arranged = (search: string) => {
  const { view } = readView(search);
  return { view, arrangement: arrange(view, datasets) };
};
const html = (search: string) => {
  const { view, arrangement } = arranged(search);
  return [...table(arrangement, view).rows].map(({ markup }) => markup.text).join('');
};

describe('the risk of bias in a comparison', () => {
  it('is told of each arm, with endpoint and tool; of a comparison in both of its arms', () => {
    const { columns } = arranged('?arms=alpha').arrangement;
    expect(columns.map(({ arm, riskOfBias }) => [arm.id, riskOfBias])).toEqual([
      [
        'new',
        [
          'Complete remission: include (JBI checklist for case series)',
          'Complete remission: some concerns (RoB 2)',
        ],
      ],
      ['old', ['Complete remission: some concerns (RoB 2)']],
    ]);
  });

  it('stands among what is told of patients and treatment, and of an arm that nobody judged, says so', () => {
    const row = /<tr><th scope="row">Risk of bias<\/th>.*?<\/tr>/.exec(html('?arms=alpha.old,beta.old'))![0];
    const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text]) => text);
    expect(cells).toEqual(['Complete remission: some concerns (RoB 2)', 'not appraised']);
  });

  it('has no row where no study was judged', () => {
    expect(html('?arms=beta')).not.toContain('Risk of bias');
  });

  it('stands beside the name of an arm where arms are rows', () => {
    expect(html('?arms=alpha.old&transposed=1')).toContain(
      'Risk of bias: Complete remission: some concerns (RoB 2)',
    );
  });

  it('is told of each figure in the CSV', () => {
    const { view, arrangement } = arranged('?arms=alpha.new');
    const [header, ...lines] = toCsv(arrangement, view, (path) => path)
      .trim()
      .split(/\r?\n/);
    expect(header!.endsWith(',risk_of_bias,risk_of_bias_tool')).toBe(true);
    expect(lines.map((line) => line.split(',').slice(-2))).toEqual([
      ['include', 'jbi-case-series'],
      ['some-concerns', 'rob-2'],
    ]);
  });
});
