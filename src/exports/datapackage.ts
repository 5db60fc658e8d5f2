import { createHash } from 'node:crypto';
import { hashOf, type Edition } from './edition.ts';
import type { ColumnEntry, FilledTable, TableEntry } from './table.ts';

/**
 * The descriptor of all CSV tables, by Data Package v2: https://datapackage.org/standard/data-package/
 *
 * `contentHash` is the one of reading/content-hash.ts; `hash` and `bytes` of a resource are those of its
 * file.
 */
export function dataPackage({ library: { base }, version, contentHash, tables, analyses }: Edition): string {
  const described = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: base.name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-'),
    title: base.name,
    description: base.tagline.en,
    homepage: base.url,
    version,
    contentHash: hashOf(contentHash),
    licenses: [
      {
        name: base.licence.name.replace(/[^-a-zA-Z0-9._]+/g, '-'),
        title: base.licence.name,
        path: base.licence.url,
      },
    ],
    contributors: [{ title: base.publisher, roles: ['publisher'] }],
    resources: [...tables, ...analyses].map(resource),
  };
  return `${JSON.stringify(described, null, 1)}\n`;
}

function resource(table: FilledTable) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    name: table.name,
    path: table.file.replace(/^data\//, ''),
    description: table.description,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: Buffer.byteLength(table.csv),
    hash: `sha256:${createHash('sha256').update(table.csv).digest('hex')}`,
    dialect: { $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json', lineTerminator: '\n' },
    schema: tableSchema(table),
  };
}

/** The Table Schema of a table: fields, keys, and the empty cell as the one missing value. */
export function tableSchema({
  columns,
  primaryKey,
  foreignKeys,
}: Pick<TableEntry, 'columns' | 'primaryKey' | 'foreignKeys'>) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: columns.map(fieldOf),
    missingValues: [''],
    ...(primaryKey.length > 0 ? { primaryKey } : {}),
    ...(foreignKeys.length > 0
      ? {
          foreignKeys: foreignKeys.map(({ fields, table, reference }) => ({
            fields: [fields],
            reference: { resource: table, fields: [reference] },
          })),
        }
      : {}),
  };
}

const fieldOf = ({ name, type, description, constraints }: ColumnEntry) => ({
  name,
  type,
  description,
  ...(constraints ? { constraints } : {}),
});
