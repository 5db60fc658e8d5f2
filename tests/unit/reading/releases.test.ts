import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { contentHash } from '../../../src/reading/content-hash.ts';
import { readCorpus } from '../../../src/reading/corpus.ts';

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-releases-'));
let root: string;
beforeEach(() => (root = fs.mkdtempSync(path.join(temporary, 'content-'))));
afterAll(() => fs.rmSync(temporary, { recursive: true }));

function write(name: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  fs.writeFileSync(path.join(root, name), text);
}

describe('releases', () => {
  const text = (version: string) => JSON.stringify({ version, entries: {} });

  it('are read in the order of their versions', () => {
    for (const version of ['0.10.0', '0.9.1', '0.9.0']) write(`releases/${version}.json`, text(version));
    expect(readCorpus(root).releases.map(({ version }) => version)).toEqual(['0.9.0', '0.9.1', '0.10.0']);
  });

  it('of which one leads up to another come before it', () => {
    for (const version of ['1.0.0', '1.0.0-rc.10', '1.0.0-rc.2', '0.9.0'])
      write(`releases/${version}.json`, text(version));
    expect(readCorpus(root).releases.map(({ version }) => version)).toEqual([
      '0.9.0',
      '1.0.0-rc.2',
      '1.0.0-rc.10',
      '1.0.0',
    ]);
  });

  it('may be missing', () => {
    expect(readCorpus(root).releases).toEqual([]);
  });

  it.each([
    ['no JSON', '{', 'schema/yaml', '1:2'],
    ['another version than its name', text('1.0.1'), 'schema/filename', undefined],
    ['a version that is none', text('one'), 'schema/shape', '1:12'],
    ['an unknown key', '{"version":"1.0.0","entries":{},\n"more":1}', 'schema/unknown-key', '2:1'],
    [
      'a figure that is no text',
      '{"version":"1.0.0","entries":{"/trials/a/":{"version":"1.0","updated":"2026-01-31","facts":{"b":{"percent":5}}}}}',
      'schema/shape',
      '1:108',
    ],
  ])('that hold %s are told by the check, at their place', (_, content, code, at) => {
    write('releases/1.0.0.json', content);
    const { findings, releases } = readCorpus(root);
    const own = findings.filter(({ entry }) => entry === 'releases/1.0.0.json');
    expect(own.map((one) => [one.code, one.line && `${one.line}:${one.column}`])).toEqual([[code, at]]);
    expect(releases).toEqual([]);
  });

  it('that are no files are told by the check', () => {
    fs.mkdirSync(path.join(root, 'releases', '1.0.0.json'), { recursive: true });
    expect(readCorpus(root).findings.map(({ code, entry }) => [code, entry])).toContainEqual([
      'schema/filename',
      'releases/1.0.0.json',
    ]);
  });
});

describe('the hash of a content folder', () => {
  it('is that of the list that sha256sum prints', () => {
    if (spawnSync('sha256sum', ['--version']).status !== 0)
      return expect(contentHash(root)).toMatch(/^[0-9a-f]{64}$/);
    for (const name of ['b.yaml', 'a/z.mdx', 'a/é.mdx', 'B.yaml', 'a-b/x.mdx', '.hidden', 'a/.swap'])
      write(name, name);
    const script = `find . -type f | grep -v '/[.]' | sed 's|^\\./||' | LC_ALL=C sort | xargs sha256sum | sha256sum`;
    const { stdout } = spawnSync('sh', ['-c', script], { cwd: root, encoding: 'utf8' });
    expect(contentHash(root)).toBe(stdout.split(' ')[0]);
  });

  it('changes with a byte or a name, and with nothing else', () => {
    write('a.yaml', 'one');
    const first = contentHash(root);
    write('.draft', 'x');
    fs.utimesSync(path.join(root, 'a.yaml'), new Date(0), new Date(0));
    expect(contentHash(root)).toBe(first);
    write('a.yaml', 'two');
    expect(contentHash(root)).not.toBe(first);
    fs.renameSync(path.join(root, 'a.yaml'), path.join(root, 'b.yaml'));
    write('b.yaml', 'one');
    expect(contentHash(root)).not.toBe(first);
  });
});
