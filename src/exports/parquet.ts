import { parquetWriteBuffer, type BasicType } from 'hyparquet-writer';
import { hashOf, type Edition } from './edition.ts';
import type { Field } from './field.ts';
import { valuesOf, wideTable, type WideColumn } from './wide.ts';

const types: Record<Field['type'], BasicType> = {
  string: 'STRING',
  integer: 'INT32',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
};

/**
 * Outcomes joined to their trial, one row each, as Parquet: an empty cell is null, numbers are DOUBLE and
 * counts INT32.
 */
export function evidenceParquet({ version, contentHash, tables }: Edition): Uint8Array {
  return parquetOf(wideTable(tables), [
    { key: 'version', value: version },
    { key: 'content_hash', value: hashOf(contentHash) ?? '' },
  ]);
}

/** Columns of text as a Parquet file in which they have their types. */
export function parquetOf(
  columns: readonly WideColumn[],
  kvMetadata: readonly { key: string; value: string }[] = [],
): Uint8Array {
  const columnData = columns.map((column) => ({
    name: column.name,
    data: valuesOf(column),
    type: types[column.type],
    nullable: true,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata: [...kvMetadata] }));
}
