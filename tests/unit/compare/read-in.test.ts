import { describe, expect, it } from 'vitest';
import { arrange } from '../../../src/compare/arrange.ts';
import { candidateTable } from '../../../src/synthesis/candidate-table.ts';
import { rowsOf } from '../../../src/synthesis/candidates.ts';
import { forestNotes } from '../../../src/synthesis/lines.ts';
import { methodsSentence } from '../../../src/synthesis/methods.ts';
import { onPaper } from '../../../src/charts/paint.ts';
import { panelPlot } from '../../../src/charts/interval-plot.ts';
import { timePlot } from '../../../src/charts/time-plot.ts';
import { panelsOf } from '../../../src/compare/panels.ts';
import { timeRow } from '../../../src/compare/times.ts';
import { rScript } from '../../../src/synthesis/r-script.ts';
import { emptyView, type View } from '../../../src/compare/view.ts';
import { dataCsv } from '../../../src/synthesis/study-data.ts';
import { table } from '../../../src/compare/table.ts';
import { plainTable, toCsv } from '../../../src/compare/export.ts';
import { datasetOfTrial } from '../../../src/views/datasets.ts';
import { counted, madeDataset } from '../../support/made-dataset.ts';
import { synthesisOf } from '../../support/synthesis.ts';
import { recordsOf } from '../exports/parse-csv.ts';
import { libraryOf } from '../helpers/corpus.ts';
import { inNews, inTable, readElsewhereFiles } from '../helpers/read-elsewhere.ts';

const library = libraryOf(readElsewhereFiles);
const datasets = new Map(library.trials.map((one) => [one.id, datasetOfTrial(one, library)]));
const view: View = { ...emptyView, arms: ['alpha'] };
const arrangement = arrange(view, datasets);
const rates = arrangement.rows.find(({ kind }) => kind === 'proportion')!;
const canvas = { width: 760, paint: onPaper };
const heightOf = (svg: string) => Number(/<svg[^>]* height="(\d+)"/.exec(svg)![1]);
const lowestText = (svg: string) =>
  Math.max(...[...svg.matchAll(/<text[^>]* y="([\d.]+)"/g)].map(([, y]) => Number(y)));

describe('a comparison says where a figure was read, if not in its report:', () => {
  it('in the cell', () => {
    const shown = [...table(arrangement, view).rows].map(({ markup }) => markup.text).join('');
    expect(shown).toContain(inTable);
    expect(shown).toContain(inNews);
  });

  it('in what is downloaded, even where every figure was read alike', () => {
    expect(plainTable(arrangement, view, '').rows.flat().join()).toContain(inTable);
    const alone = arrange({ ...view, arms: ['alpha.old'] }, datasets);
    expect(plainTable(alone, view, '').rows.flat().join()).toContain(inTable);
  });

  it('in CSV, as the word of outcomes.csv', () => {
    const cells = recordsOf(toCsv(arrangement, view, (to) => `https://base.example${to}`));
    const read = cells
      .filter(({ endpoint, row }) => endpoint === 'cr' && row === 'proportion')
      .map(({ read_in }) => read_in);
    expect(read).toEqual(['full-text', 'table-of-later-work']);
  });

  it('below the plots, which make room for it', () => {
    const plot = panelPlot(panelsOf([rates])[0]!, canvas).text;
    expect(plot).toContain(`R${inTable.slice(1)}: Testumab in adults,`);
    expect(lowestText(plot)).toBeLessThan(heightOf(plot));
    const times = timeRow(arrangement.rows)!;
    const timed = timePlot(times, canvas).text;
    expect(timed).toContain(`R${inNews.slice(1)}: Testumab in adults,`);
    expect(lowestText(timed)).toBeLessThan(heightOf(timed));
  });
});

describe('a synthesis says where a figure was read, if not in its report:', () => {
  const elsewhere = { readIn: 'news', readElsewhere: inNews } as const;
  const dataset = madeDataset([
    counted('a', 1, 9, { fact: elsewhere }),
    counted('b', 4, 9),
    counted('c', 3, 9),
  ]);
  const synthesis = synthesisOf(dataset);
  const origin = {
    base: 'Base',
    version: '1.0.0',
    link: 'https://example.org/synthesis/',
    title: 'Response',
  };
  const sentence = `Not read in its own report: ${synthesis.studies[0]!.name}, ${inNews}`;

  it('beside the report, when it is chosen', () => {
    expect(candidateTable(rowsOf(dataset)[0]!, synthesis.state).text.split(inNews)).toHaveLength(2);
  });

  it('below the plot', () => {
    expect(forestNotes(synthesis)).toContain(sentence);
  });

  it('in data, script and sentences', () => {
    expect(recordsOf(dataCsv(synthesis, origin)).map(({ read_in }) => read_in)).toEqual(['news', '', '']);
    expect(rScript(synthesis, origin)).toContain(`# ${sentence}\n`);
    expect(methodsSentence(synthesis, origin)).toContain(`${sentence}.`);
  });
});
