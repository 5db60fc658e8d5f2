import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import type { Edition } from './edition.ts';
import { guarded, isNumber } from '../model/spreadsheet.ts';
import type { Field } from './field.ts';
import type { FilledTable } from './table.ts';
import { itemIn } from '../model/need.ts';

/**
 * What a sheet holds. Characters of a cell and rows are limits of Excel:
 * https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3. Cells that are not empty are
 * counted because a sheet is written as one text, which in V8 ends at 536,870,888 characters, and such a cell
 * takes up to 64 of them.
 */
export const sheetLimits = { characters: 32_767, rows: 1_048_576, cells: 8_000_000 } as const;
type Limits = Record<keyof typeof sheetLimits, number>;

const cut = ' … (cut here: the whole is in the CSV)';

/**
 * All tables as sheets of one workbook, with the header frozen. Numbers are numbers that show the digits of
 * their printed form; text is guarded against formulas as in CSV, and cut where it is longer than a cell can
 * be. Of a table that is more than a sheet holds the first rows are there; the name of the sheet and its last
 * row say so.
 */
export async function workbook(
  { tables }: Pick<Edition, 'tables'>,
  limits: Limits = sheetLimits,
): Promise<Uint8Array> {
  const sheets = tables.map((table) => {
    const held = rowsHeld(table.cells, limits);
    const sheet = held === table.cells.length ? table.name : `${table.name} (first rows)`;
    return { sheet, data: sheetOf(table, held), stickyRowsCount: 1 };
  });
  const written = await writeWorkbook(sheets).toBuffer();
  return timeless(written);
}

/**
 * How many rows of a table a sheet holds beside its header: all, or as many as leave one for what is said of
 * the others.
 */
function rowsHeld(rows: FilledTable['cells'], limits: Limits): number {
  let filled = 0;
  const most = rows.length < limits.rows ? rows.length : limits.rows - 2;
  for (let row = 0; row < most; row++) {
    for (const cell of rows[row] ?? []) if (cell !== '') filled++;
    if (filled > limits.cells) return row;
  }
  return most;
}

function sheetOf({ columns, cells }: FilledTable, held: number): SheetData {
  const header = columns.map(({ name }) => ({ value: name, fontWeight: 'bold' as const }));
  const shown = cells.slice(0, held).map((row) => row.map((cell, i) => cellOf(itemIn(columns, i), cell)));
  const left = cells.length - held;
  return left === 0
    ? [header, ...shown]
    : [header, ...shown, [`… and ${left} ${left === 1 ? 'row' : 'rows'} more in the CSV`]];
}

function cellOf(field: Field, cell: string): SheetData[number][number] {
  if (cell === '') return null;
  const numeric = field.type === 'number' || field.type === 'integer' || field.printed;
  if (numeric && isNumber(cell)) {
    const decimals = /\.(\d+)$/.exec(cell)?.[1];
    return decimals === undefined
      ? Number(cell)
      : { value: Number(cell), format: `0.${'0'.repeat(decimals.length)}` };
  }
  if (field.type === 'boolean') return cell === 'true';
  // The writer looks texts up in an object, where these are never missing.
  const text = cell in Object.prototype ? `${cell}\u200B` : guarded(cell);
  return text.length > sheetLimits.characters
    ? text.slice(0, sheetLimits.characters - cut.length) + cut
    : text;
}

/** 1 January 1980, 0:00: the first moment that a ZIP archive can name. */
const epoch = 0x00210000;

/**
 * The same archive as if every file in it had been written at one moment, so that the same tables give the
 * same bytes. Where the times stand: APPNOTE.TXT of the ZIP format, 4.3.7 (local header), 4.3.12 (directory),
 * 4.3.16 (its end).
 */
function timeless(zip: Buffer): Uint8Array {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    zip.writeUInt32LE(epoch, entry + 12);
    zip.writeUInt32LE(epoch, zip.readUInt32LE(entry + 42) + 10);
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return zip;
}
