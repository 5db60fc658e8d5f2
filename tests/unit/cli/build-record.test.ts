import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readNumber } from '../../../src/model/reads.ts';
import { NumberLists, readRecord, writeRecord, type BuildRecord } from '../../../src/cli/build-record.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-record-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const record = (): BuildRecord => {
  const lists = NumberLists.empty();
  const reads = { names: lists.add([0, 2]), answers: lists.add([0]) };
  const page = { links: lists.add([1]), anchors: lists.add([]), searched: { size: 7, time: 1.5 } };
  return {
    whole: { searched: 1, state: 'as it was' },
    code: 'this code',
    out: '/site',
    contentHash: 'ab',
    names: Int32Array.from(['trial:a\tname', 'trial:a\tpath', 'fact:a/os\t+'], readNumber),
    values: Float64Array.of(1, 2 ** 52 - 1, -1),
    compared: new Map([[1, { names: lists.add([2]), answers: lists.add([0]) }]]),
    answers: [{ names: lists.add([1, 2]), answers: lists.add([]) }],
    texts: ['/', '/trials/a/'],
    files: [['trials/a/index.html', { size: 12, time: 3.25, reads, props: '', hashes: [4, 64], page }]],
    lists,
  };
};

describe('lists of numbers', () => {
  it('are what was put in, however many', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(2 ** 31 - 1), { maxLength: 3000 }), { maxLength: 20 }),
        (given) => {
          const lists = NumberLists.empty();
          const spans = given.map((list) => lists.add(list));
          expect(spans.map((span) => [...lists.of(span)])).toEqual(given);
          expect([...lists.all]).toEqual(given.flat());
          const again = new NumberLists(Int32Array.from(lists.all));
          expect(spans.map((span) => [...again.of(span)])).toEqual(given);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('the record of a build', () => {
  it('comes back as it was written', () => {
    writeRecord(folder, record());
    const { lists, ...rest } = readRecord(folder, 'this code')!;
    const { lists: own, ...written } = record();
    expect(rest).toEqual(written);
    expect([...lists.all]).toEqual([...own.all]);
  });

  it('is none for another code', () => {
    writeRecord(folder, record());
    expect(readRecord(folder, 'another code')).toBeUndefined();
  });

  it.each(['built.json', 'names.json', 'values.bin', 'files.json', 'lists.bin'])(
    'is none where %s is cut, altered or gone',
    (name) => {
      const file = path.join(folder, name);
      const damages: (() => void)[] = [
        () => fs.truncateSync(file, fs.statSync(file).size - 4),
        () => {
          const bytes = fs.readFileSync(file);
          bytes[bytes.length - 3]! ^= 1;
          fs.writeFileSync(file, bytes);
        },
        () => fs.rmSync(file),
      ];
      for (const damage of damages) {
        writeRecord(folder, record());
        expect(readRecord(folder, 'this code')).toBeDefined();
        damage();
        expect(readRecord(folder, 'this code')).toBeUndefined();
      }
    },
  );
});
