import type { Library } from '../evidence/library.ts';
import { later } from '../model/later.ts';
import { made } from '../model/unmade.ts';
import { apiFiles } from './api/index.ts';
import { endpointOf } from './api/lists.ts';
import { apiFile } from './api/resources.ts';
import { appraisals } from './appraisals.ts';
import { arms } from './arms.ts';
import { citationFiles } from './citations.ts';
import { claims } from './claims.ts';
import { dataPackage } from './datapackage.ts';
import { discrepancies } from './discrepancies.ts';
import { unusableRows } from './distinct.ts';
import { contextOf, type ContentState, type Edition } from './edition.ts';
import { entryFiles } from './entries.ts';
import { evidenceSchema } from './evidence-schema.ts';
import { evidenceJson, evidenceLines } from './evidence.ts';
import { feed } from './feed.ts';
import { fhirFiles } from './fhir/bundle.ts';
import { binaryFile, exportFile, type BinaryFile, type ExportFile } from './file.ts';
import { findings } from './findings.ts';
import { metaforTables } from './metafor.ts';
import { outcomes } from './outcomes.ts';
import { evidenceParquet } from './parquet.ts';
import { planned } from './planned.ts';
import { registered } from './registered.ts';
import { pooledResults } from './pooled.ts';
import { references } from './references.ts';
import { llms, robots } from './signs.ts';
import { filled, tableNamed, type FilledTable, type FindingRow, type Table } from './table.ts';
import { trials } from './trials.ts';
import { workbook } from './workbook.ts';

export { apiRoot, poolingExamples, resources as apiResources } from './api/index.ts';
export { exampleOf, metaforColumns, metaforTables } from './metafor.ts';
export { openSearchFiles } from './opensearch/files.ts';
export { indexName } from './opensearch/mapping.ts';
export { contextOf } from './edition.ts';
export { datasetFiles, datasetSchema } from './parquet-dataset.ts';
export { releaseJson, releaseOf } from './release.ts';
export { wideColumns } from './wide.ts';
export type { BinaryFile, ExportFile };

/** Every table of the whole base, for the data dictionary. */
export const tables: readonly Table[] = [
  trials,
  arms,
  outcomes,
  planned,
  registered,
  appraisals,
  references,
  claims,
  pooledResults,
  findings,
  discrepancies,
];

/** What holds for every CSV file, for the data dictionary. */
export const conventions: readonly string[] = [
  'CSV by RFC 4180 in UTF-8 with LF, a header row, sorted by id.',
  'No byte order mark, which the csv module of Python and read.csv of R would take for part of the first column’s name. Excel ' +
    'therefore garbles Chinese in a CSV that is opened by a double click, and makes a date of a phase such as 1/2: the workbook ' +
    'has the same cells as they are.',
  'Figures are text exactly as printed, trailing zeros included; large and small numbers as 1.7e6.',
  'Several values in one cell are joined by a semicolon and a space.',
  'A text cell that a spreadsheet would take for a formula has an apostrophe in front; numbers such as -1.5 never do.',
];

/** A file of the whole base. */
interface Download<Content> {
  path: string;
  description: string;
  make: (edition: Edition) => Content;
}

/** The files of the whole base that are no table, as text. */
export const documents: readonly Download<string>[] = [
  {
    path: 'data/datapackage.json',
    description:
      'Data Package v2: every CSV file with the type, meaning and keys of its columns, its size and hash',
    make: dataPackage,
  },
  {
    path: 'data/evidence.json',
    description:
      'Everything in one file: trials with their outcomes, therapies, endpoints, reviews, published syntheses, references',
    make: evidenceJson,
  },
  {
    path: 'data/evidence.schema.json',
    description: 'The JSON Schema of evidence.json',
    make: evidenceSchema,
  },
  {
    path: 'data/evidence.ndjson',
    description: 'The outcomes of evidence.json, one a line, each with what must be known of its trial',
    make: evidenceLines,
  },
];

/** The same that are not text. */
export const binaries: readonly Download<Uint8Array | Promise<Uint8Array>>[] = [
  {
    path: 'data/evidence.xlsx',
    description: 'All tables as sheets of one workbook: for Excel and LibreOffice',
    make: workbook,
  },
  {
    path: 'data/evidence.parquet',
    description:
      'Outcomes joined to their trial, one row each, with types: for DuckDB, pandas, polars, Spark',
    make: evidenceParquet,
  },
];

/** Files about the site itself. */
const signs: readonly Omit<Download<string>, 'description'>[] = [
  { path: 'feed.xml', make: feed },
  { path: 'robots.txt', make: robots },
  { path: 'llms.txt', make: (edition) => llms(edition, [...documents, ...binaries]) },
];

/**
 * Every file that the build writes for download, one after the other: of a large base they are many.
 *
 * The same library, version, findings and state always give the same bytes. A file is made when its content
 * is asked for, and what several need, such as the tables, once for all of them.
 *
 * @param version of the base, as it stands in evidence.json
 * @param found the findings of the checks, for findings.csv and the column `findings`
 * @param state hash and releases of the content that the library was read from
 */
export function* exportAll(
  library: Library,
  version: string,
  found: readonly FindingRow[],
  state: ContentState,
): Generator<ExportFile | BinaryFile> {
  const edition = editionOf(library, version, found, state);
  yield* textFiles(edition);
  for (const { path, make } of binaries) yield binaryFile(path, () => make(edition));
}

/**
 * The tables whose rows the checks of the content (schema/indistinct) have shown to differ: columns must not
 * lose that.
 */
const checked = ['outcomes', 'claims', 'syntheses'];

/** What all files are made from; the tables are filled when they are first asked for. */
export function editionOf(
  library: Library,
  version: string,
  found: readonly FindingRow[],
  state: ContentState,
): Edition {
  const context = contextOf(library, found);
  const fill = (table: Table) => made(`data/${table.name}`, () => filled(table, library, context));
  const whole = later(() => distinctRows(tables.map(fill)));
  const analyses = later(() => metaforTables(library).map(fill));
  return {
    library,
    version,
    ...state,
    context,
    get tables() {
      return whole();
    },
    get analyses() {
      return analyses();
    },
  };
}

/** @throws Error where two rows cannot be told apart */
function distinctRows(filledTables: FilledTable[]): FilledTable[] {
  const unusable = filledTables.filter(({ name }) => checked.includes(name)).flatMap(unusableRows);
  if (unusable.length > 0) throw new Error(unusable.join('; '));
  return filledTables;
}

function* textFiles(edition: Edition): Generator<ExportFile> {
  for (const { name, file } of tables) yield exportFile(file, () => tableNamed(edition.tables, name).csv);
  for (const { name, file } of metaforTables(edition.library)) {
    const alsoAt = apiFile(`endpoints/${endpointOf({ name })}/inputs.csv`);
    yield exportFile(file, () => tableNamed(edition.analyses, name).csv, { alsoAt });
  }
  for (const { path, make } of [...documents, ...signs]) yield exportFile(path, () => make(edition));
  yield* apiFiles(edition, wholeFiles);
  yield* entryFiles(edition);
  yield* fhirFiles(edition);
  yield* citationFiles(edition.library, edition.version);
}

/** The files of the whole base that programs may want, for the index of the API. */
const wholeFiles = [
  ...tables.map(({ file, description }) => ({ path: file, description })),
  ...documents,
  ...binaries,
];
