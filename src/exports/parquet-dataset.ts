import type { EndpointNode, Library, TrialNode } from '../evidence/library.ts';
import { itemIn } from '../model/need.ts';
import { tableSchema } from './datapackage.ts';
import { inputCells, metaforColumns } from './metafor.ts';
import { outcomeRows, outcomes } from './outcomes.ts';
import { parquetOf } from './parquet.ts';
import type { ColumnEntry, Context } from './table.ts';
import { trials } from './trials.ts';
import { joinedToTrials, wideColumns, type WideColumn } from './wide.ts';
import { byText } from '../model/order.ts';

/** A file of a partition. */
export interface PartitionFile {
  /** `facts/endpoint=ID/year=2021/part-NAME.parquet` */
  path: string;
  rows: number;
  content: Uint8Array;
}

/** The folder of rows without a year, as Hive, Spark and DuckDB name it and read it as null. */
const noYear = '__HIVE_DEFAULT_PARTITION__';

const isIn = (names: readonly string[]) => (column: ColumnEntry) => !names.includes(column.name);

/** The columns in the files of each table; those of the folders they lie in are not repeated there. */
const inFiles = {
  facts: wideColumns.filter(isIn(['endpoint'])),
  inputs: metaforColumns.filter(isIn(['year'])),
};
type DatasetName = keyof typeof inFiles;

const inFolders: readonly ColumnEntry[] = [
  {
    name: 'endpoint',
    type: 'string',
    description: 'What is measured: an id of the endpoint glossary; a folder',
  },
  {
    name: 'year',
    type: 'integer',
    description: 'Year of the primary report of the study, else of the earliest; a folder',
  },
];

/**
 * The facts, and what a meta-analysis takes of them, as Parquet in folders by endpoint and year: `facts` has
 * the columns of evidence.parquet, `inputs` those of the tables for metafor, here also of endpoints that one
 * study alone has figures for.
 *
 * One endpoint after the other, so that no more than its rows is held. The same library gives the same bytes.
 *
 * @param part what distinguishes these files from others in the same folders; letters, digits and hyphens
 */
export function* datasetFiles(library: Library, context: Context, part: string): Generator<PartitionFile> {
  const known = new Map<string, readonly string[]>();
  const byId = new Map(library.trials.map((trial) => [trial.id, trial]));
  const trialOf = (id: string): readonly string[] => {
    const cells = known.get(id) ?? trialCells(byId.get(id), context);
    known.set(id, cells);
    return cells;
  };
  for (const endpoint of library.endpoints) {
    yield* factFiles(endpoint, library, context, trialOf, part);
    yield* inputFiles(endpoint, context, part);
  }
}

function* factFiles(
  endpoint: EndpointNode,
  library: Library,
  context: Context,
  trialOf: (id: string) => readonly string[],
  part: string,
): Generator<PartitionFile> {
  for (const [year, facts] of byYear(endpoint.facts, ({ trial }) => trial.year)) {
    const cells = outcomes.cellsOf(outcomeRows(facts, library), context);
    const columns = joinedToTrials(cells, trialOf).filter(isIn(['endpoint']));
    yield fileOf('facts', endpoint.id, year, part, columns);
  }
}

function* inputFiles(endpoint: EndpointNode, context: Context, part: string): Generator<PartitionFile> {
  const at = metaforColumns.findIndex(({ name }) => name === 'year');
  for (const [year, rows] of byYear(inputCells(endpoint, context), (cells) => itemIn(cells, at))) {
    const columns = metaforColumns.map((column, i) => ({
      ...column,
      cells: rows.map((row) => itemIn(row, i)),
    }));
    yield fileOf('inputs', endpoint.id, year, part, columns.filter(isIn(['year'])));
  }
}

function byYear<T>(
  things: readonly T[],
  yearOf: (thing: T) => string | number | undefined,
): [year: string, T[]][] {
  const groups = Map.groupBy(things, (thing) => String(yearOf(thing) ?? '') || noYear);
  return [...groups].sort(([a], [b]) => byText(a, b));
}

function fileOf(
  name: DatasetName,
  endpoint: string,
  year: string,
  part: string,
  columns: readonly WideColumn[],
): PartitionFile {
  return {
    path: `${name}/endpoint=${endpoint}/year=${year}/part-${part}.parquet`,
    rows: columns[0]?.cells.length ?? 0,
    content: parquetOf(columns),
  };
}

function trialCells(trial: TrialNode | undefined, context: Context): readonly string[] {
  return itemIn(trials.cellsOf(trial ? [trial] : [], context), 0);
}

/** What the columns of both tables mean, as a Data Package without data of its own. */
export function datasetSchema(): string {
  const described = (Object.keys(inFiles) as DatasetName[]).map((name) => ({
    name,
    path: `${name}/endpoint=*/year=*/part-*.parquet`,
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    partitionedBy: inFolders.map((column) => column.name),
    schema: tableSchema({
      columns: [...inFiles[name], ...inFolders],
      primaryKey: ['outcome_id'],
      foreignKeys: [],
    }),
  }));
  return `${JSON.stringify({ resources: described }, null, 1)}\n`;
}
