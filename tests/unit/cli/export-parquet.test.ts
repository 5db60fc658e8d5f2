import fs from 'node:fs';
import path from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { some } from '../../support/sweep.ts';
import { bytesOf, folder, here, withContent } from './almanac.ts';

/** Every row of one table of a dataset, with endpoint and year from its folders. */
async function rowsIn(dataset: string, table: 'facts' | 'inputs'): Promise<Record<string, unknown>[]> {
  const files = fs.globSync('endpoint=*/year=*/part-*.parquet', { cwd: path.join(dataset, table) }).sort();
  const rows = await Promise.all(
    files.map(async (file) => {
      const [, endpoint, year] = /endpoint=([^/]+)\/year=([^/]+)/.exec(file)!;
      const bytes = fs.readFileSync(path.join(dataset, table, file));
      const own = await parquetReadObjects({
        file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
      });
      return own.map((row): Record<string, unknown> => ({ ...row, endpoint, year }));
    }),
  );
  return rows.flat().sort((a, b) => (String(a.outcome_id) < String(b.outcome_id) ? -1 : 1));
}

/** Without what is decided among all studies of a base, and in a part among its own. */
const ofEachTrial = (rows: Record<string, unknown>[]) =>
  rows.map((row) => ({ ...row, usual: undefined, overlaps: undefined }));

const line = 'export parquet --content content --out pq';

describe('almanac export parquet', () => {
  it('writes the columns and rows, then only what changed', async () => {
    const cwd = withContent();
    const first = await here(line, { cwd });
    expect([first.code, first.stderr]).toEqual([0, '']);
    const facts = await rowsIn(path.join(cwd, 'pq'), 'facts');
    expect(facts.length).toBe(Number(/(\d+) facts/.exec(first.stdout)![1]));
    const schema = JSON.parse(fs.readFileSync(path.join(cwd, 'pq', '_schema.json'), 'utf8')) as {
      resources: { name: string; schema: { fields: { name: string }[] } }[];
    };
    const fields = schema.resources
      .find(({ name }) => name === 'facts')!
      .schema.fields.map(({ name }) => name);
    expect(Object.keys(facts[0]!).sort()).toEqual(fields.toSorted());
    const before = bytesOf(cwd);
    const again = await here(line, { cwd });
    expect(again.stdout).toContain(': 0 written, 0 removed, the others as they were');
    expect(bytesOf(cwd)).toEqual(before);
    // One file is lost, and another is none of this content any more.
    const [lost] = fs.globSync('pq/facts/*/*/*.parquet', { cwd }).sort();
    fs.rmSync(path.join(cwd, lost!));
    expect((await here(line, { cwd })).stdout).toContain(': 1 written, 0 removed');
    expect(bytesOf(cwd)).toEqual(before);
  });

  it('takes a base in parts for the base as a whole', async () => {
    const cwd = folder();
    const more = some(200, 20);
    for (const made of [`${200 + more} --out whole`, '200 --out a', `${more} --after 200 --out b`])
      expect((await here(`synth --trials ${made}`, { cwd })).code).toBe(0);
    expect((await here('export parquet --content whole --out one', { cwd })).code).toBe(0);
    expect((await here('export parquet --content a --out two --part a', { cwd })).code).toBe(0);
    const second = await here('export parquet --content b --out two --part b', { cwd });
    expect([second.code, second.stderr]).toEqual([0, '']);
    for (const table of ['facts', 'inputs'] as const) {
      const whole = ofEachTrial(await rowsIn(path.join(cwd, 'one'), table));
      expect(whole.length).toBeGreaterThan((200 + more) * 2.5);
      expect(ofEachTrial(await rowsIn(path.join(cwd, 'two'), table))).toEqual(whole);
    }
    const twice = await here('export parquet --content a --out two --part c', { cwd });
    expect([twice.code, twice.stderr]).toEqual([
      2,
      expect.stringContaining('study-1 is in part a of two already'),
    ]);
  });

  it.each([
    [
      'a folder with something else',
      line,
      { 'pq/mine.txt': 'precious' },
      'holds something that is not a Parquet dataset',
    ],
    [
      'a dataset of other columns',
      line,
      { 'pq/_schema.json': '{}' },
      'has other columns than are written now',
    ],
    ['the content', 'export parquet --content content --out content/pq', {}, 'lie in each other'],
    [
      'a part without a name',
      ['export', 'parquet', '--content', 'content', '--part', ''],
      {},
      '--part is empty',
    ],
    ['a part that leads elsewhere', `${line} --part ../x`, {}, '--part is ../x'],
    [
      'a part of something else',
      'export release --content content --part 1',
      {},
      '--part belongs to export parquet',
    ],
  ])('refuses %s', async (_, words, files, says) => {
    const cwd = withContent();
    for (const [file, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
      fs.writeFileSync(path.join(cwd, file), text);
    }
    const before = bytesOf(cwd);
    const { code, stderr } = await here(words, { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
    expect(bytesOf(cwd)).toEqual(before);
  });
});
