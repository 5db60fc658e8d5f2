import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { textReport } from '../checks/reporters.ts';
import { contextOf, datasetFiles, datasetSchema } from '../exports/index.ts';
import { readCorpus } from '../reading/corpus.ts';
import { shown } from '../reading/shown.ts';
import { loadSite } from '../site/load.ts';
import { projectRoot, UsageError } from './command.ts';
import { isFolder, isWithin, makeFolder, realPath } from './folders.ts';

/** In the folder of a dataset: what its columns mean, and what each part holds. */
const [schemaFile, partsFolder] = ['_schema.json', '_parts'];

/** What one export put into a dataset. */
interface Part {
  part: string;
  base: string;
  version: string;
  contentHash: string;
  trials: string[];
  files: Record<string, { rows: number; bytes: number; sha256: string }>;
}

/**
 * `almanac export parquet`: the facts and what is pooled of them as Parquet in folders by endpoint and year.
 *
 * A folder holds one part or several, each of its own content: a later export of the same part writes the
 * files that would be other bytes now and removes those that would not be there; another part adds its files.
 * Which figures are pooled by default (`usual`) and which overlap is decided among the studies of one
 * content: in parts, among those of each. Each file takes its place whole, the list of the part last, so that
 * one that was interrupted is put right by the next.
 */
export function exportParquet(content: string, out: string | undefined, part = '0'): number {
  if (out === '') throw new UsageError('--out is empty; expected a folder');
  if (!/^[a-z0-9-]{1,40}$/.test(part))
    throw new UsageError(
      `--part is ${part || 'empty'}; expected a name of lower-case letters, digits and hyphens`,
    );
  const folder = realPath(path.resolve(out ?? 'parquet'));
  if (isWithin(folder, realPath(content)) || isWithin(realPath(content), folder))
    throw new UsageError(
      `${shown(folder)} and the content lie in each other; choose another folder with --out DIR`,
    );
  refuseOther(folder);
  const { site, report } = loadSite(readCorpus(content), projectRoot);
  if (!site) {
    process.stdout.write(textReport(report));
    console.error('almanac export: the content has errors; nothing was written');
    return 1;
  }
  const { library, version, contentHash } = site;
  const trials = library.trials.map(({ id }) => id);
  refuseTwice(folder, part, trials);
  const before = partIn(folder, part)?.files ?? {};
  const files: Part['files'] = {};
  let written = 0;
  makeFolder(folder);
  write(folder, schemaFile, datasetSchema());
  for (const file of datasetFiles(library, contextOf(library, report.findings), part)) {
    const [sha256, bytes] = [hash('sha256', file.content), file.content.length];
    files[file.path] = { rows: file.rows, bytes, sha256 };
    if (before[file.path]?.sha256 === sha256 && sizeOf(path.join(folder, file.path)) === bytes) continue;
    write(folder, file.path, file.content);
    written += 1;
  }
  const gone = Object.keys(before).filter((file) => !Object.hasOwn(files, file));
  for (const file of gone) fs.rmSync(path.join(folder, file), { force: true });
  const record: Part = {
    part,
    base: library.base.name,
    version,
    contentHash: `sha256:${contentHash}`,
    trials,
    files,
  };
  write(folder, `${partsFolder}/${part}.json`, `${JSON.stringify(record, null, 1)}\n`);
  const facts = rowsIn(files, 'facts');
  process.stdout.write(
    `${trials.length} trials, ${facts} facts, ${rowsIn(files, 'inputs')} of them to be pooled, in ${Object.keys(files).length} files: ` +
      `${written} written, ${gone.length} removed, the others as they were: ${shown(folder)}, part ${part}\n`,
  );
  return 0;
}

const rowsIn = (files: Part['files'], name: string): number =>
  Object.entries(files).reduce((sum, [file, { rows }]) => sum + (file.startsWith(`${name}/`) ? rows : 0), 0);

const sizeOf = (file: string): number | undefined => fs.statSync(file, { throwIfNoEntry: false })?.size;

/** Puts a file into its place whole. */
function write(folder: string, name: string, content: string | Uint8Array): void {
  const file = path.join(folder, name);
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.draft`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(draft, content);
  fs.renameSync(draft, file);
}

/** @throws UsageError where a folder holds something else, or a dataset with other columns */
function refuseOther(folder: string): void {
  if (!fs.existsSync(folder)) return;
  if (!isFolder(folder)) throw new UsageError(`${shown(folder)} is no folder; choose another with --out DIR`);
  if (fs.readdirSync(folder).length === 0) return;
  const schema = path.join(folder, schemaFile);
  if (!fs.existsSync(schema))
    throw new UsageError(
      `${shown(folder)} holds something that is not a Parquet dataset; choose an empty or new folder with --out DIR`,
    );
  if (fs.readFileSync(schema, 'utf8') !== datasetSchema())
    throw new UsageError(
      `${shown(schema)} has other columns than are written now; export all parts into a new folder`,
    );
}

/** @throws UsageError where a trial would stand in two parts and be counted twice */
function refuseTwice(folder: string, part: string, trials: readonly string[]): void {
  const own = new Set(trials);
  const lists = isFolder(path.join(folder, partsFolder))
    ? fs.readdirSync(path.join(folder, partsFolder)).sort()
    : [];
  for (const name of lists.map((list) => path.basename(list, '.json')).filter((other) => other !== part)) {
    const twice = partIn(folder, name)?.trials.find((trial) => own.has(trial));
    if (twice !== undefined)
      throw new UsageError(
        `${twice} is in part ${name} of ${shown(folder)} already; name that part with --part ${name} to write it anew`,
      );
  }
}

function partIn(folder: string, part: string): Part | undefined {
  const file = path.join(folder, partsFolder, `${part}.json`);
  try {
    return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Part) : undefined;
  } catch {
    throw new UsageError(`${shown(file)} is no list of a part; export all parts into a new folder`);
  }
}
