import { arrange } from '../../src/compare/arrange.ts';
import { candidateTable, otherFigures } from '../../src/synthesis/candidate-table.ts';
import { rowsOf } from '../../src/synthesis/candidates.ts';
import { forestFile } from '../../src/charts/forest.ts';
import { methodsSentence } from '../../src/synthesis/methods.ts';
import { onPaper } from '../../src/charts/paint.ts';
import { panelPlot } from '../../src/charts/interval-plot.ts';
import { panelsOf } from '../../src/compare/panels.ts';
import { timePlot } from '../../src/charts/time-plot.ts';
import { timeRow } from '../../src/compare/times.ts';
import { rScript } from '../../src/synthesis/r-script.ts';
import { denominators, type Dataset } from '../../src/compare/dataset.ts';
import { emptyView, type View } from '../../src/compare/view.ts';
import { dataCsv } from '../../src/synthesis/study-data.ts';
import { hintsOn } from '../../src/synthesis/hints.ts';
import { resolveState, usualState } from '../../src/synthesis/state.ts';
import {
  finding,
  forestTable,
  gateList,
  growingTable,
  heterogeneity,
  withoutTable,
} from '../../src/synthesis/tables.ts';
import { synthesize } from '../../src/synthesis/pool.ts';
import { table } from '../../src/compare/table.ts';
import { plainTable, toCsv, toHtml, toLatex, toMarkdown } from '../../src/compare/export.ts';

const canvas = { width: 720, paint: onPaper };

/** A comparison of the arms of a dataset, as the page and its files tell it, by every denominator. */
export function comparisonOf(dataset: Dataset): string {
  const datasets = new Map(dataset.trials.map(({ id }) => [id, dataset]));
  const endpoints = dataset.endpoints.map(({ id }) => id);
  return [undefined, ...denominators]
    .flatMap((denominator) => {
      const view: View = {
        ...emptyView,
        arms: [...datasets.keys()],
        endpoints,
        rows: 'every',
        marked: true,
        denominator,
      };
      const arrangement = arrange(view, datasets);
      const plain = plainTable(arrangement, view, 'Arms');
      const times = [...Map.groupBy(arrangement.rows, ({ endpoint }) => endpoint.id).values()].map((rows) =>
        timeRow(rows),
      );
      return [
        ...[...table(arrangement, view).rows].map((row) => row.markup),
        toCsv(arrangement, view, (path) => path),
        ...[toHtml, toLatex, toMarkdown].map((form) => form(plain)),
        ...arrangement.rows.flatMap((row) => panelsOf([row]).map((panel) => panelPlot(panel, canvas))),
        ...times.flatMap((row) => (row ? [timePlot(row, canvas)] : [])),
      ];
    })
    .join('\n');
}

const origin = { base: 'Base', version: '1.0.0', link: 'https://base.example/synthesis/', title: 'Response' };

/** What can be pooled of an endpoint, as usual, and everything that is said of it. */
export function synthesesOf(dataset: Dataset): string {
  const rows = rowsOf(dataset);
  return rows
    .flatMap(({ id: row }) => {
      const settled = resolveState({ ...usualState, endpoint: dataset.endpoints[0]!.id, row }, rows);
      const synthesis = synthesize(settled.state, settled.row);
      return [
        candidateTable(synthesis.row, synthesis.state),
        otherFigures(synthesis.row),
        gateList(synthesis),
        finding(synthesis),
        heterogeneity(synthesis) ?? '',
        forestTable(synthesis),
        forestFile(synthesis, 'Response', []),
        withoutTable(synthesis),
        growingTable(synthesis),
        ...hintsOn(synthesis),
        dataCsv(synthesis, origin),
        methodsSentence(synthesis, origin) ?? '',
        typeof synthesis.result === 'string' ? '' : rScript(synthesis, origin),
      ];
    })
    .join('\n');
}
