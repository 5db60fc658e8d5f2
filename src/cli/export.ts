import fs from 'node:fs';
import path from 'node:path';
import { textReport } from '../checks/reporters.ts';
import {
  editionOf,
  indexName,
  openSearchFiles,
  releaseJson,
  releaseOf,
  type ExportFile,
} from '../exports/index.ts';
import { releaseVersion } from '../model/release.ts';
import { readCorpus } from '../reading/corpus.ts';
import { shown } from '../reading/shown.ts';
import { loadSite } from '../site/load.ts';
import type { Site } from '../site/store.ts';
import { contentFolder, contentOption, projectRoot, readArgs, UsageError, type Command } from './command.ts';
import { Draft } from './draft.ts';
import { listForEditors, writeSchemas } from './editors.ts';
import { exportParquet } from './export-parquet.ts';
import { isWithin, makeFolder, realPath } from './folders.ts';
import { outputFolder } from './output.ts';
import { firstIn } from '../model/need.ts';

/**
 * What can be exported apart from a build: its files, the folder for them where none is named, and what to do
 * next.
 */
interface Kind {
  files(site: Site): ExportFile[];
  folder(content: string): string;
  next(site: Site, folder: string): string;
  /** What was written once is not written over. */
  keeps?: true;
}

const kinds: Record<string, Kind> = {
  opensearch: {
    files: ({ library, version, report, contentHash, releases }) =>
      openSearchFiles(editionOf(library, version, report.findings, { contentHash, releases })),
    folder: () => path.resolve('opensearch'),
    next: ({ library }, folder) => {
      const name = indexName(library);
      const send = (type: string, file: string) =>
        `-H 'Content-Type: application/${type}' --data-binary @${folder}/${file}`;
      const asked = `'{"id": "${name}", "params": {"q": "…"}}'`;
      return [
        `curl -X PUT localhost:9200/${name} ${send('json', 'index.json')}`,
        `curl -X POST 'localhost:9200/${name}/_bulk?refresh=true' ${send('x-ndjson', 'bulk.ndjson')}`,
        `curl -X PUT localhost:9200/_scripts/${name} ${send('json', 'query.json')}`,
        `curl 'localhost:9200/${name}/_search/template?search_type=dfs_query_then_fetch' -H 'Content-Type: application/json' -d ${asked}`,
      ].join('\n');
    },
  },
  release: {
    files: ({ library, version }) => {
      const { error } = releaseVersion.safeParse(version);
      if (error)
        throw new UsageError(`package.json: the version is ${version}; ${firstIn(error.issues).message}`);
      return [{ path: `${version}.json`, content: releaseJson(releaseOf(library, version)) }];
    },
    folder: (content) => path.join(content, 'releases'),
    keeps: true,
    next: ({ version }) =>
      `Commit it with the tag of version ${version}; the feed lists what changes from now on.`,
  },
};

export const exportFrom: Command = {
  usage: `export ${[...Object.keys(kinds), 'parquet', 'schemas'].join('|')} [--content DIR] [--out DIR] [--part NAME]`,
  summary:
    'Writes the base for OpenSearch (index, bulk documents and query), as Parquet by endpoint and year for Spark and DuckDB, what the feed needs to know of this release, or the schemas by which editors complete and explain content.',
  async run(args) {
    const { values, positionals } = readArgs(
      args,
      { ...contentOption, out: { type: 'string' }, part: { type: 'string' } },
      true,
    );
    const [name, ...rest] = positionals;
    if (values.part !== undefined && name !== 'parquet')
      throw new UsageError('--part belongs to export parquet');
    if (name === 'schemas' && rest.length === 0)
      return exportSchemas(contentFolder(values.content), values.out);
    if (name === 'parquet' && rest.length === 0)
      return exportParquet(contentFolder(values.content), values.out, values.part);
    const kind = name !== undefined && Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (!kind || rest.length > 0)
      throw new UsageError(
        `expected one of ${Object.keys(kinds).join(', ')}, parquet, schemas, found ${positionals.join(' ') || 'nothing'}`,
      );
    const content = contentFolder(values.content);
    const { site, report } = loadSite(readCorpus(content), projectRoot);
    if (!site) {
      process.stdout.write(textReport(report));
      console.error('almanac export: the content has errors; nothing was written');
      return 1;
    }
    const files = kind.files(site);
    const given = values.out ?? kind.folder(content);
    const folder = kind.keeps ? path.resolve(given) : outputFolder(given, 'export', content);
    if (kind.keeps) addTo(folder, files, content);
    else await replace(folder, files);
    const list = files.map((file) => shown(path.join(folder, file.path))).join(', ');
    process.stdout.write(`${list} written.\n${kind.next(site, shown(folder))}\n`);
    return 0;
  },
};

/** The schemas depend on the code alone, so that content with errors can be edited by them. */
function exportSchemas(content: string, out: string | undefined): number {
  if (out === '') throw new UsageError('--out is empty; expected a folder');
  const files = writeSchemas(out === undefined ? undefined : path.resolve(out));
  if (out === undefined) listForEditors(content);
  process.stdout.write(`${files.length} schemas written: ${shown(path.dirname(firstIn(files)))}\n`);
  return 0;
}

/** Writes files beside others; an existing one with other contents stays, and is reported. */
function addTo(folder: string, files: readonly ExportFile[], content: string): void {
  const own = path.join(content, 'releases');
  if (isWithin(realPath(folder), realPath(content)) && realPath(folder) !== realPath(own))
    throw new UsageError(
      `${shown(folder)} lies in the content, which takes releases in ${shown(own)} only; leave --out away`,
    );
  const other = files
    .map(({ path: name, content: text }) => ({ file: path.join(folder, name), text }))
    .find(({ file, text }) => fs.existsSync(file) && fs.readFileSync(file, 'utf8') !== text);
  if (other)
    throw new UsageError(
      `${shown(other.file)} records another state of the content; raise the version in package.json, or delete the file to write it anew`,
    );
  makeFolder(folder);
  for (const file of files) fs.writeFileSync(path.join(folder, file.path), file.content);
}

async function replace(folder: string, files: readonly ExportFile[]): Promise<void> {
  const draft = new Draft(
    folder,
    'export',
    (signal) => `almanac export: stopped by ${signal}; nothing was written`,
  );
  try {
    draft.begin();
    for (const file of files) draft.write(file.path, file.content);
    await draft.take();
  } finally {
    draft.close();
  }
}
