import type { Edition } from '../edition.ts';
import type { ExportFile } from '../file.ts';
import { documentsOf } from './documents.ts';
import { indexName, indexOf } from './mapping.ts';
import { queryTemplate } from './query.ts';

/**
 * The base for OpenSearch, for when it has outgrown the search inside the site: `index.json` creates the
 * index, `bulk.ndjson` fills it, and `query.json` is the search template by which it is asked.
 *
 * https://docs.opensearch.org/latest/api-reference/document-apis/bulk/
 */
export function openSearchFiles(edition: Edition): ExportFile[] {
  const index = indexName(edition.library);
  const lines = documentsOf(edition).flatMap(({ id, ...document }) => [
    JSON.stringify({ index: { _index: index, _id: id } }),
    JSON.stringify(document),
  ]);
  return [
    { path: 'index.json', content: `${JSON.stringify(indexOf(edition), null, 2)}\n` },
    { path: 'bulk.ndjson', content: lines.map((line) => `${line}\n`).join('') },
    { path: 'query.json', content: `${JSON.stringify(queryTemplate, null, 2)}\n` },
  ];
}
