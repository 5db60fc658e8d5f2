import { stringify } from 'csv-stringify/sync';
import { guarded } from '../model/spreadsheet.ts';

/** CSV by RFC 4180, in UTF-8 with LF: a header row, then the rows as given, every cell guarded against formulas. */
export function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([header, ...rows.map((row) => row.map(guarded))], {
    record_delimiter: '\n',
    // RFC 4180 quotes a lone CR too, which is no delimiter here.
    quoted_match: /\r/,
  });
}
