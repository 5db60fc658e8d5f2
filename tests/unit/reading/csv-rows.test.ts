import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/reading/csv.ts';
import { csvRows } from '../../../src/reading/csv-rows.ts';
import { some } from '../../support/sweep.ts';

const rows = (text: string) => [...csvRows([text], ',')];

describe('rows of a CSV text', () => {
  it.each([
    [
      'a,b\n"c,""d""",\n',
      [
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['c,"d"', ''] },
      ],
    ],
    [
      'a\r\n\r\n,\r\n"b\nc",d',
      [
        { line: 1, cells: ['a'] },
        { line: 4, cells: ['b\nc', 'd'] },
      ],
    ],
    [
      'a\rb',
      [
        { line: 1, cells: ['a'] },
        { line: 2, cells: ['b'] },
      ],
    ],
    // A quote that never closes spoils its line, and what is behind it is read.
    [
      'a\n"b,c\nd,e\n',
      [
        { line: 1, cells: ['a'] },
        { line: 2, fault: 'a quote that never closes; close it, or remove it' },
        { line: 3, cells: ['d', 'e'] },
      ],
    ],
    [
      'a"b\n"c"d\n"e" ,f\n',
      [
        { line: 1, fault: 'a quote inside a cell; put the whole cell in quotes and double those inside' },
        { line: 2, fault: 'text after the closing quote; double the quotes inside a quoted cell' },
        { line: 3, cells: ['e', 'f'] },
      ],
    ],
    ['', []],
  ])('%j', (text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  it('are the same wherever the text is cut, and those of the reader of whole texts where that reads it', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ',', '"', '""', '\n', '\r\n', '\r', ' ', '",', ',"', 'é'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 7 }), (whole, size) => {
        const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, i) =>
          whole.slice(i * size, (i + 1) * size),
        );
        expect([...csvRows(pieces, ',')]).toEqual(rows(whole));
        let strict: string[][];
        try {
          strict = readCsv(whole).map((row) => row.map((cell) => cell.text));
        } catch {
          return;
        }
        expect(rows(whole).map((row) => ('cells' in row ? row.cells : row.fault))).toEqual(strict);
      }),
      { numRuns: some(2000) },
    );
  });
});
