import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import type { Edition } from './edition.ts';
import { guarded, isNumber } from '../model/spreadsheet.ts';
import type { Field } from './field.ts';
import type { FilledTable } from './table.ts';
import { itemIn } from '../model/need.ts';

/** What Excel holds: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
export const excelLimits = { characters: 32_767, rows: 1_048_576 } as const;

const cut = ' … (cut here: the whole is in the CSV)';

/**
 * All tables as sheets of one workbook, with the header frozen. Numbers are numbers that show the digits of their printed
 * form; text is guarded against formulas as in CSV, and cut where it is longer than a cell can be.
 */
export async function workbook({ tables }: Edition): Promise<Uint8Array> {
  const sheets = tables.map((table) => ({ sheet: table.name, data: sheetOf(table), stickyRowsCount: 1 }));
  const written = await writeWorkbook(sheets).toBuffer();
  return timeless(written);
}

function sheetOf({ columns, cells }: FilledTable): SheetData {
  const header = columns.map(({ name }) => ({ value: name, fontWeight: 'bold' as const }));
  const fits = cells.length < excelLimits.rows;
  const rows = fits ? cells : cells.slice(0, excelLimits.rows - 2);
  const shown = rows.map((row) => row.map((cell, i) => cellOf(itemIn(columns, i), cell)));
  return fits ? [header, ...shown] : [header, ...shown, [`… and ${cells.length - rows.length} rows more in the CSV`]];
}

function cellOf(field: Field, cell: string): SheetData[number][number] {
  if (cell === '') return null;
  const numeric = field.type === 'number' || field.type === 'integer' || field.printed;
  if (numeric && isNumber(cell)) {
    const decimals = /\.(\d+)$/.exec(cell)?.[1];
    return decimals === undefined ? Number(cell) : { value: Number(cell), format: `0.${'0'.repeat(decimals.length)}` };
  }
  if (field.type === 'boolean') return cell === 'true';
  // The writer looks texts up in an object, where these are never missing.
  const text = cell in Object.prototype ? `${cell}\u200B` : guarded(cell);
  return text.length > excelLimits.characters ? text.slice(0, excelLimits.characters - cut.length) + cut : text;
}

/** 1 January 1980, 0:00: the first moment that a ZIP archive can name. */
const epoch = 0x00210000;

/**
 * The same archive as if every file in it had been written at one moment, so that the same tables give the same bytes.
 * Where the times stand: APPNOTE.TXT of the ZIP format, 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (its end).
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
