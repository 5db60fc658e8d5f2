import { inflateRawSync } from 'node:zlib';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it, vi } from 'vitest';
import { guarded } from '../../../src/model/spreadsheet.ts';
import { once } from '../../../src/reading/once.ts';
import type { Edition } from '../../../src/exports/edition.ts';
import { evidenceParquet } from '../../../src/exports/parquet.ts';
import type { FilledTable } from '../../../src/exports/table.ts';
import { wideColumns } from '../../../src/exports/wide.ts';
import { sheetLimits, workbook } from '../../../src/exports/workbook.ts';
import { isWhole } from '../../support/sweep.ts';
import { trial } from '../helpers/corpus.ts';
import { editionWith, everyKind, hostile, projectEdition } from './editions.ts';

const project = projectEdition();
const editions: [string, Edition][] = [
  ['the project', project],
  ['a figure of every kind', editionWith(everyKind)],
  ['hostile text', editionWith(hostile)],
];
const written = once(workbook);
const plain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Rows of a CSV table of an edition by column name. */
function records({ tables }: Edition, name: string): Record<string, string>[] {
  const { columns, cells } = tables.find((table) => table.name === name)!;
  return cells.map((row) => Object.fromEntries(row.map((cell, i) => [columns[i]!.name, cell])));
}

describe.each(editions)('evidence.parquet of %s', (_, edition) => {
  const file = evidenceParquet(edition).buffer as ArrayBuffer;

  it('has types: counts are INT32, figures DOUBLE, words UTF-8', () => {
    const { schema, key_value_metadata } = parquetMetadata(file);
    const types = Object.fromEntries(
      schema.slice(1).map(({ name, type, converted_type }) => [name, converted_type ?? type]),
    );
    expect(types).toMatchObject({
      outcome_id: 'UTF8',
      events: 'INT32',
      total: 'INT32',
      value: 'DOUBLE',
      value_printed: 'UTF8',
      ci_low: 'DOUBLE',
      ci_high_printed: 'UTF8',
      p_value: 'DOUBLE',
      grade_min: 'INT32',
      trial_enrolled: 'INT32',
      trial_setting: 'UTF8',
    });
    expect(Object.keys(types)).toEqual(wideColumns.map(({ name }) => name));
    expect(key_value_metadata).toContainEqual({
      key: 'content_hash',
      value: `sha256:${edition.contentHash}`,
    });
  });

  it('holds what outcomes.csv and trials.csv hold', async () => {
    const read = await parquetReadObjects({ file });
    const trials = new Map(records(edition, 'trials').map((trial) => [trial.trial_id, trial]));
    const outcomes = records(edition, 'outcomes');
    expect(read).toHaveLength(outcomes.length);
    const expected = outcomes.map((outcome) => {
      const trial = trials.get(outcome.trial_id)!;
      return Object.fromEntries(
        wideColumns.map(({ name, type }) => {
          if (/^ci_.*_printed$/.test(name) && outcome.ci_origin === 'computed') return [name, null];
          const cell =
            name.startsWith('trial_') && name !== 'trial_id'
              ? trial[name.slice(6)]!
              : outcome[name.replace(/_printed$/, '')]!;
          if (type === 'string') return [name, cell === '' ? null : cell];
          return [name, plain.test(cell) ? Number(cell) : null];
        }),
      );
    });
    expect(read).toEqual(expected);
  });
});

it('evidence.parquet keeps the digits of a figure beside its number', async () => {
  const rows = await parquetReadObjects({
    file: evidenceParquet(editionWith(everyKind)).buffer as ArrayBuffer,
  });
  const row = (id: string) => rows.find(({ outcome_id }) => outcome_id === `alpha/${id}`);
  expect(row('e')).toMatchObject({
    value: 5,
    value_printed: '5.0',
    ci_low: 4.6,
    ci_high: null,
    ci_high_printed: 'not-reached',
  });
  expect(row('b')).toMatchObject({
    value: 80,
    value_printed: '80.0',
    ci_low: null,
    ci_low_printed: '<1',
    ci_level: 97.5,
  });
  // Nobody printed an interval of 18 of 21 patients.
  const notPrinted = { ci_level_printed: null, ci_low_printed: null, ci_high_printed: null };
  expect(row('a')).toMatchObject({ ci_origin: 'computed', ci_low: 63.6576, ci_high: 96.9511, ...notPrinted });
  expect(row('q')).toMatchObject({ value: 1_700_000, value_printed: '1.7e6' });
  expect(row('k')).toMatchObject({ value: -1.5 });
  expect(row('f')).toMatchObject({ value: null, value_printed: null, missing: 'not-reached' });
});

describe.each(editions)('evidence.xlsx of %s', (_, edition) => {
  it('has a sheet for each table, with every cell of it', async () => {
    const sheets = await readWorkbook(Buffer.from(await written(edition)), { trim: false });
    expect(sheets.map(({ sheet }) => sheet)).toEqual(edition.tables.map(({ name }) => name));
    for (const { name, columns, cells } of edition.tables) {
      const [header, ...rows] = sheets.find(({ sheet }) => sheet === name)!.data;
      expect(header).toEqual(columns.map((column) => column.name));
      const expected = cells.map((row) =>
        row.map((cell, i) => {
          const { type, printed } = columns[i]!;
          if (cell === '') return null;
          if (type === 'boolean') return cell === 'true';
          return (type !== 'string' || printed) && plain.test(cell)
            ? Number(cell)
            : guarded(cell).slice(0, sheetLimits.characters);
        }),
      );
      const shortened = (value: unknown) =>
        typeof value === 'string' && value.length > 30_000 ? value.slice(0, 30_000) : value;
      expect(rows.map((row) => row.map(shortened))).toEqual(expected.map((row) => row.map(shortened)));
    }
  });
});

describe('a workbook', () => {
  it('guards formulas, leaves negative numbers numbers, and cuts what a cell cannot hold', async () => {
    const sheets = await readWorkbook(Buffer.from(await workbook(editionWith(hostile))), { trim: false });
    const cells = sheets.flatMap(({ data }) => data.flat());
    const texts = cells.filter((cell) => typeof cell === 'string');
    expect(texts.filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
    expect(texts.filter((text) => text.startsWith("'="))).toHaveLength(2);
    expect(cells).toContain(-1.5);
    const longest = texts.toSorted((a, b) => b.length - a.length)[0]!;
    expect(longest).toHaveLength(sheetLimits.characters);
    expect(longest).toMatch(/the whole is in the CSV\)$/);
  });

  it('holds words that every object of JavaScript has', async () => {
    const words = ['constructor', '__proto__', 'toString'];
    const outcomes = words.map((unit, i) => `- {id: w${i}, kind: count, value: 1, unit: ${unit}}`).join('\n');
    const sheets = await readWorkbook(
      Buffer.from(await workbook(editionWith({ 'trials/alpha.mdx': trial(outcomes) }))),
    );
    const cells = sheets
      .flatMap(({ data }) => data.flat())
      .map((cell) => String(cell).replace(/\u200B$/, ''));
    expect(cells).toEqual(expect.arrayContaining(words));
  });

  it.each([
    ['has as many rows as a sheet', { rows: 4 }, 'rows', 3, undefined],
    ['has more rows than a sheet', { rows: 3 }, 'rows (first rows)', 1, '… and 2 rows more in the CSV'],
    ['has as many cells as a sheet', { cells: 5 }, 'rows', 3, undefined],
    ['has more cells than a sheet', { cells: 4 }, 'rows (first rows)', 2, '… and 1 row more in the CSV'],
  ])('says so where a table %s can hold', async (_, limits, name, count, told) => {
    const made = {
      tables: [
        tableOf([
          ['a', '1'],
          ['b', ''],
          ['c', '3'],
        ]),
      ],
    };
    const [sheet] = await readWorkbook(Buffer.from(await workbook(made, { ...sheetLimits, ...limits })));
    expect(sheet!.sheet).toBe(name);
    expect(sheet!.data.slice(0, count + 1)).toEqual(
      [
        ['id', 'value'],
        ['a', 1],
        ['b', null],
        ['c', 3],
      ].slice(0, count + 1),
    );
    expect(sheet!.data.slice(count + 1).map(([cell]) => cell)).toEqual(told === undefined ? [] : [told]);
  });

  // 1,048,577 rows take half a minute and 1.6 GB.
  it.skipIf(!isWhole)(
    'ends where a sheet of Excel does, and says how many rows there are beyond',
    async () => {
      const rows = Array.from({ length: sheetLimits.rows + 1 }, (_, i) => [`r${i}`, String(i)]);
      const zip = Buffer.from(await workbook({ tables: [tableOf(rows)] }));
      const sheet = unzipped(zip, 'xl/worksheets/sheet1.xml');
      expect(sheet.match(/<row /g)).toHaveLength(sheetLimits.rows);
      expect(sheet.slice(-400)).toMatch(/<c r="B1048575"[^>]*><v>1048573<\/v><\/c><\/row><row r="1048576"/);
      expect(unzipped(zip, 'xl/sharedStrings.xml')).toContain('… and 3 rows more in the CSV');
      expect(unzipped(zip, 'xl/workbook.xml')).toContain('name="rows (first rows)"');
    },
  );

  it('and the Parquet file may be empty', async () => {
    const empty = editionWith({ 'trials/alpha.mdx': trial('') });
    const sheets = await readWorkbook(Buffer.from(await workbook(empty)));
    expect(sheets.find(({ sheet }) => sheet === 'outcomes')!.data).toHaveLength(1);
    expect(await parquetReadObjects({ file: evidenceParquet(empty).buffer as ArrayBuffer })).toEqual([]);
  });

  it('shows the digits that were printed', async () => {
    const zip = Buffer.from(await workbook(editionWith(everyKind)));
    expect(unzipped(zip, 'xl/styles.xml')).toContain('formatCode="0.0"');
  });

  it('is the same byte for byte, at any time', async () => {
    const first = await written(project);
    vi.setSystemTime('2031-05-06T07:08:09Z');
    try {
      expect(Buffer.compare(first, await workbook(project))).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});

/** A table of ids and values. */
function tableOf(cells: string[][]): FilledTable {
  const columns = [
    { name: 'id', type: 'string', description: '' },
    { name: 'value', type: 'number', description: '' },
  ] as const;
  return {
    name: 'rows',
    file: 'data/rows.csv',
    description: '',
    columns,
    primaryKey: ['id'],
    foreignKeys: [],
    cells,
    csv: '',
  };
}

/** The text of a file in a ZIP archive, by its directory. */
function unzipped(zip: Buffer, name: string): string {
  const entry = zip.lastIndexOf(name) - 46;
  const start = zip.readUInt32LE(entry + 42);
  const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
  return inflateRawSync(zip.subarray(data, data + zip.readUInt32LE(entry + 20))).toString();
}
