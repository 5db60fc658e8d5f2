import { describe, expect, test } from 'vitest';
import { summaryAsLatex, summaryAsPage, summaryOf } from '../../../src/synthesis/summary.ts';
import { smallStudiesText } from '../../../src/synthesis/small-studies.ts';
import { funnel } from '../../../src/charts/funnel.ts';
import { onPaper } from '../../../src/charts/paint.ts';
import { counted, madeDataset } from '../../support/made-dataset.ts';
import { fourCounts, synthesisOf, threeRatios } from '../../support/synthesis.ts';

const origin = {
  base: 'Base',
  version: '1.0.0',
  link: 'https://example.org/synthesis/',
  title: 'Response <b> & more',
};

describe('the summary of findings', () => {
  test('has the columns of GRADE, with the counts, the effect and the certainty', () => {
    const { caption, rows, notes } = summaryOf(synthesisOf(fourCounts, { overrides: ['setting'] }), origin)!;
    expect(caption).toBe('Summary of findings: Response <b> & more');
    expect(rows[0]).toEqual([
      'Outcome',
      'Studies',
      'Proportion (95% CI)',
      '95% prediction interval',
      'Certainty (GRADE)',
    ]);
    expect(rows[1]![1]).toMatch(/^4 study arms, \d+ patients$/);
    expect(rows[1]![2]).toMatch(/^\d+\.\d% \(\d+\.\d–\d+\.\d\)$/);
    expect(rows[1]![4]).toMatch(/^(very low|low|moderate|high)$/);
    expect(notes[0]).toBe('Pooled although these rules do not hold: the same setting.');
    expect(notes.at(-1)).toBe('Base 1.0.0: https://example.org/synthesis/');
  });

  test('of ratios is a relative effect', () => {
    expect(summaryOf(synthesisOf(threeRatios, {}), origin)!.rows[0]![2]).toBe('Relative effect (95% CI)');
  });

  test('is none where nothing is pooled', () => {
    expect(summaryOf(synthesisOf(fourCounts, {}), origin)).toBeUndefined();
  });

  test('keeps its text apart from markup, as a page and for LaTeX', () => {
    const summary = summaryOf(synthesisOf(fourCounts, { overrides: ['setting'] }), origin)!;
    expect(summaryAsPage(summary)).toContain('Response &lt;b&gt; &amp; more');
    expect(summaryAsLatex(summary)).toContain('Response \\textless{}b\\textgreater{} \\& more');
    expect(summaryAsLatex(summary)).toMatch(/\\par .*\n\\end\{table\}\n$/);
  });
});

describe('small studies', () => {
  const many = madeDataset(Array.from({ length: 11 }, (_, i) => counted(`s${i}`, 4 + i, 10 + 3 * i)));

  test('are asked for from ten studies on, with a funnel of all of them', () => {
    const synthesis = synthesisOf(many, {});
    expect(smallStudiesText(synthesis)).toMatch(/^Egger’s test of small-study effects: t −?\d.*, df 9, P /);
    const drawn = funnel(synthesis, { width: 560, paint: onPaper })!.text;
    expect(drawn.match(/<circle/g)).toHaveLength(11);
    expect(drawn).not.toMatch(/NaN|undefined/);
    expect(smallStudiesText(synthesisOf(fourCounts, { overrides: ['setting'] }))).toContain(
      'need 10 studies or more; here are 4 studies',
    );
  });

  test('are not told of where nothing is pooled', () => {
    expect(smallStudiesText(synthesisOf(fourCounts, {}))).toBeUndefined();
    expect(funnel(synthesisOf(fourCounts, {}), { width: 560, paint: onPaper })).toBeUndefined();
  });
});
