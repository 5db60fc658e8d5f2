import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../src/model/csv.ts';
import { guarded } from '../../../src/model/spreadsheet.ts';
import { parseCsv } from '../exports/parse-csv.ts';

/** What a reader does who wants the text back: drops the apostrophe that the guard put in front. */
const unguarded = (cell: string) => (/^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

describe('CSV by RFC 4180', () => {
  it.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['the "best" arm', '"the ""best"" arm"'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['a lone\rreturn', '"a lone\rreturn"'],
    ['', ''],
    [' kept ', ' kept '],
    ['贝林妥欧单抗 ≥3', '贝林妥欧单抗 ≥3'],
  ])('writes %j as %j', (cell, written) => {
    expect(
      csvText([
        ['a', 'b'],
        [cell, 'end'],
      ]),
    ).toBe(`a,b\n${written},end\n`);
  });

  it('ends every row with LF, the header alone too', () => {
    expect(csvText([['a', 'b']])).toBe('a,b\n');
  });

  it('gives every cell back to a strict reader, however hostile', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(
          '"',
          ',',
          '\n',
          '\r',
          "'",
          '=',
          '+',
          '-',
          '@',
          '\t',
          ';',
          '1',
          '.',
          'e',
          ' ',
          '＝',
          'x',
        ),
      }),
    );
    const rows = fc.array(fc.tuple(hostile, hostile, hostile), { minLength: 1 });
    fc.assert(
      fc.property(rows, (cells) => {
        const [, ...read] = parseCsv(csvText([['a', 'b', 'c'], ...cells]));
        expect(read.map((row) => row.map(unguarded))).toEqual(cells);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the guard against formulas', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("https://evil.example")',
    '+cmd|/c calc',
    '-2+3',
    '-1.5 to 3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '==',
    '--1',
    '＝1+1',
    "'=1",
  ])('puts an apostrophe before %j', (cell) => {
    expect(guarded(cell)).toBe(`'${cell}`);
  });

  it.each(['-1.5', '+5', '-0.10', '-1.7e6', '-.5', '<0.001', '1-2', '=', "'tis", "O'Brien", 'a=b', '≥3', ''])(
    'leaves %j as it is',
    (cell) => {
      expect(guarded(cell)).toBe(cell);
    },
  );
});
