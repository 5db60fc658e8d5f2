import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf, command, here, withContent } from './almanac.ts';

describe('almanac export opensearch', () => {
  it('writes the index and the documents, and says how to send them', async () => {
    const cwd = withContent();
    const { code, stdout, stderr } = await command('export opensearch --content content --out os', { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('os/index.json, os/bulk.ndjson, os/query.json written.');
    expect(stdout).toMatch(
      /curl -X POST 'localhost:9200\/[a-z0-9-]+\/_bulk\?refresh=true' .*--data-binary @os\/bulk\.ndjson/,
    );
    expect(fs.readdirSync(path.join(cwd, 'os')).sort()).toEqual([
      '.almanac-export',
      'bulk.ndjson',
      'index.json',
      'query.json',
    ]);
    // What it wrote itself it writes anew, and nothing else.
    expect((await here('export opensearch --content content --out os', { cwd })).code).toBe(0);
    fs.writeFileSync(path.join(cwd, 'os', 'mine.json'), 'precious');
    const before = bytesOf(cwd);
    const again = await here('export opensearch --content content --out os', { cwd });
    expect([again.code, again.stderr]).toEqual([
      2,
      expect.stringContaining('os holds what an export did not make: mine.json'),
    ]);
    expect(bytesOf(cwd)).toEqual(before);
  });

  it.each([
    ['a folder with a file of that name', 'ox', 'holds something that is not an export'],
    ['the content', 'content/trials/os', 'lie in each other'],
    ['a folder of entries', 'content/trials', 'holds something that is not an export'],
    ['nowhere', '', '--out is empty'],
  ])('never writes into %s', async (_, out, says) => {
    const cwd = withContent();
    fs.mkdirSync(path.join(cwd, 'ox'));
    fs.writeFileSync(path.join(cwd, 'ox', 'index.json'), 'precious');
    const before = bytesOf(cwd);
    const { code, stderr } = await here(['export', 'opensearch', '--content', 'content', '--out', out], {
      cwd,
    });
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
    expect(bytesOf(cwd)).toEqual(before);
  });
});

describe('almanac export release', () => {
  it('remembers the release in the content, and keeps what it remembers', async () => {
    const cwd = withContent();
    const line = 'export release --content content';
    const first = await here(line, { cwd });
    expect([first.code, first.stderr]).toEqual([0, '']);
    const [name] = fs.readdirSync(path.join(cwd, 'content', 'releases'));
    expect(name).toMatch(/^\d+\.\d+\.\d+\.json$/);
    expect((await here(line, { cwd })).code).toBe(0);
    fs.appendFileSync(path.join(cwd, 'content', 'releases', name!), '\n');
    const before = bytesOf(cwd);
    const again = await here(line, { cwd });
    expect([again.code, again.stderr]).toEqual([
      2,
      expect.stringContaining('records another state of the content; raise the version'),
    ]);
    expect(bytesOf(cwd)).toEqual(before);
    expect((await here('check --content content', { cwd })).code).toBe(0);
  });
});

it('a release is never written among the entries', async () => {
  const cwd = withContent();
  const before = bytesOf(cwd);
  const { code, stderr } = await here('export release --content content --out content/trials', { cwd });
  expect([code, stderr]).toEqual([2, expect.stringContaining('takes releases in content/releases only')]);
  expect(bytesOf(cwd)).toEqual(before);
});

describe('almanac export refuses', () => {
  it.each([
    ['nothing', 'export', 2, 'expected one of opensearch, release, parquet, schemas, found nothing'],
    ['what it does not know', 'export spark', 2, 'found spark'],
    [
      'content with errors',
      'export opensearch --content content',
      1,
      'the content has errors; nothing was written',
    ],
  ])('%s', async (_, line, exit, says) => {
    const cwd = withContent('bad-unknown-setting');
    const before = bytesOf(cwd);
    const { code, stderr } = await here(line, { cwd });
    expect([code, stderr]).toEqual([exit, expect.stringContaining(says)]);
    expect(bytesOf(cwd)).toEqual(before);
  });

  it('a release that cannot be read', async () => {
    const cwd = withContent(undefined, { 'releases/0.0.1.json': '{' });
    const { code, stderr } = await here('export opensearch --content content', { cwd });
    expect([code, stderr]).toEqual([1, 'almanac export: the content has errors; nothing was written\n']);
  });
});
