import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ReferenceImport } from '../../../src/importing/references/import.ts';
import { decode } from '../../../src/reading/decode.ts';
import { decodedPieces } from '../../../src/reading/decode-pieces.ts';

const folder = path.resolve('tests/fixtures/import');
const inFolder = (name: string) => path.join(folder, name);
const text = fs.readFileSync(inFolder('ris-ovid-junk-between.ris'), 'utf8');

it.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
  ['carriage returns', Buffer.from(text.replaceAll('\n', '\r'))],
  ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['GBK', fs.readFileSync(inFolder('cnki-refworks-gbk.txt'))],
  ['Windows', Buffer.from('TY  - JOUR\nTI  - Zwölf \x96 Fälle\nER  - \n', 'latin1')],
  ['both', Buffer.concat([Buffer.from('TI  - Zwölf\n'), Buffer.from('AB  - Fälle\n', 'latin1')])],
])('%s in pieces is what it is at once', (_, bytes) => {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-pieces-'));
  const file = path.join(made, 'in.txt');
  fs.writeFileSync(file, bytes);
  try {
    const { pieces, encoding } = decodedPieces(file);
    const whole = decode(bytes);
    expect([...pieces].join('')).toBe(whole.text.replace(/\r\n?/g, '\n'));
    expect(whole.encoding.endsWith(encoding)).toBe(true);
  } finally {
    fs.rmSync(made, { recursive: true });
  }
});

it('a file of references in pieces brings the works that it brings at once', () => {
  const file = inFolder('ris-ovid-junk-between.ris');
  const counts: number[] = [];
  const inPieces = new ReferenceImport([], [], () => false).readPieces('it', decodedPieces(file), (count) =>
    counts.push(count),
  );
  expect(inPieces).toEqual(new ReferenceImport([], [], () => false).read('it', fs.readFileSync(file)));
  expect(counts).toEqual([1, 2, 3]);
});
