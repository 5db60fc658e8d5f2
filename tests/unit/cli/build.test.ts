import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { otherDisk } from '../../support/disk.ts';
import { isWhole } from '../../support/sweep.ts';
import { bytesOf, command, start, until, withContent, type Run } from './almanac.ts';

/** A folder with content and, in `dist/`, what an earlier build left. */
function withBuild(fixture?: string, changes?: Record<string, string>): string {
  const cwd = withContent(fixture, changes);
  fs.mkdirSync(path.join(cwd, 'dist', 'data'), { recursive: true });
  fs.writeFileSync(path.join(cwd, 'dist', 'index.html'), '<h1>The last good build</h1>');
  fs.writeFileSync(path.join(cwd, 'dist', 'data', 'evidence.json'), '{}');
  fs.writeFileSync(path.join(cwd, 'dist', 'old.html'), 'A page of the last good build');
  fs.writeFileSync(path.join(cwd, 'dist', '.almanac-build'), 'data/evidence.json\nindex.html\nold.html\n');
  return cwd;
}
const line = 'build --content content --out dist';

describe('a build that succeeds', () => {
  const cwd = withBuild();
  const disk = fs.mkdtempSync(path.join(otherDisk, 'almanac-'));
  let own: Run;
  let other: Run | false;
  // One over an earlier build and one on another disk, at the same time.
  beforeAll(async () => {
    // A home that nobody can write into, as in a container: nothing of a build belongs there.
    const env = { HOME: '/dev/null', XDG_CONFIG_HOME: '/dev/null/config' };
    [own, other] = await Promise.all([
      command(line, { cwd, env }),
      isWhole &&
        command(['build', '--content', 'content', '--out', path.join(disk, 'dist')], { cwd: withContent() }),
    ]);
  });
  afterAll(() => fs.rmSync(disk, { recursive: true }));

  it('takes the place of the old one, whole', () => {
    const { code, stdout, stderr } = own;
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
      /^2 trials, 17 facts, \d+ pages in the search: dist$/,
    );
    const files = bytesOf(path.join(cwd, 'dist'));
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'index.html',
        'trials/alpha/index.html',
        'data/evidence.json',
        'data/outcomes.csv',
        'cite/library.bib',
      ]),
    );
    expect(files.has('old.html')).toBe(false);
    expect(fs.readdirSync(cwd).sort()).toEqual(['content', 'dist']);
    const list = fs
      .readFileSync(path.join(cwd, 'dist', '.almanac-build'), 'utf8')
      .trimEnd()
      .split('\n');
    expect([...list, '.almanac-build'].sort()).toEqual([...files.keys()].sort());
  });

  // By day two sites are built at the same time for the tests of the site, and one on another disk to compare
  // its bytes.
  it.runIf(isWhole)('does not mind another at the same time, nor another disk', () => {
    if (!other) throw new Error('the other was not built');
    expect([other.code, other.stderr]).toEqual([0, '']);
    expect(fs.readdirSync(disk)).toEqual(['dist']);
    const [one, two] = [cwd, disk].map((root) => bytesOf(path.join(root, 'dist'))) as [
      Map<string, string>,
      Map<string, string>,
    ];
    expect([...two.keys()]).toEqual([...one.keys()]);
    expect([...one.keys()].filter((name) => one.get(name) !== two.get(name))).toEqual([]);
  });
});

describe('a build that fails leaves the last good one as it was, byte for byte', () => {
  it.each([
    [
      'the content has errors',
      'bad-unknown-setting',
      undefined,
      1,
      'the content has errors; the last good build stays as it was',
    ],
    ['the content cannot be read', 'bad-yaml-tab', undefined, 1, 'the content has errors'],
    ['a file of the whole base is empty', undefined, { 'base.yaml': '' }, 1, 'the content has errors'],
    [
      'a link leads nowhere',
      undefined,
      {
        'pages/about.mdx':
          '---\nversion: "1.0"\nupdated: 2026-01-31\ntitle: {en: About}\n---\n\n[A page](/nowhere/) that is not there.\n',
      },
      1,
      'the content has errors; the last good build stays as it was',
    ],
  ])('where %s', async (_, fixture, changes, exit, says) => {
    const cwd = withBuild(fixture, changes);
    const before = bytesOf(cwd);
    const { code, stderr } = await command(line, { cwd });
    expect([code, stderr]).toEqual([exit, expect.stringContaining(says)]);
    expect(bytesOf(cwd)).toEqual(before);
    expect(fs.readdirSync(cwd).sort()).toEqual(['content', 'dist']);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('where %s stops it on its way', async (signal) => {
    const cwd = withBuild();
    const before = bytesOf(cwd);
    const { child, done } = start(line.split(' '), { cwd });
    await until(
      () => fs.readdirSync(cwd).some((name) => name.startsWith('dist.draft-')),
      'the draft is begun',
    );
    child.kill(signal);
    const { code, stderr } = await done;
    expect(code).toBe(signal === 'SIGINT' ? 130 : 143);
    expect(stderr).toContain(`stopped by ${signal}; the last good build stays as it was`);
    expect(bytesOf(cwd)).toEqual(before);
    expect(fs.readdirSync(cwd).sort()).toEqual(['content', 'dist']);
  });
});

describe('what is not a build is never replaced', () => {
  it.each([
    ['a folder with other files', 'notes', { 'notes/note.txt': 'mine' }],
    ['a folder with a page of its own', 'notes', { 'notes/index.html': 'mine' }],
    [
      'a build that is kept in version control',
      'notes',
      { 'notes/index.html': 'x', 'notes/data/evidence.json': '{}', 'notes/.git/HEAD': 'ref' },
    ],
    [
      'a folder that looks like a build',
      'notes',
      { 'notes/index.html': 'x', 'notes/data/evidence.json': '{}', 'notes/src/a.ts': 'mine' },
    ],
    ['a file', 'notes', { notes: 'mine' }],
    ['the content itself', 'content', {}],
  ])('%s', async (_, out, files: Record<string, string>) => {
    const cwd = withContent();
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
      fs.writeFileSync(path.join(cwd, name), text);
    }
    const before = bytesOf(cwd);
    const told = vi.spyOn(console, 'error').mockReturnValue();
    const code = await main(['build', '--content', path.join(cwd, 'content'), '--out', path.join(cwd, out)]);
    expect([code, told.mock.lastCall]).toEqual([
      2,
      [expect.stringContaining(`${out} holds something that is not a build`)],
    ]);
    told.mockRestore();
    expect(bytesOf(cwd)).toEqual(before);
  });
});

it('a build in a place that cannot be is refused in words', async () => {
  const cwd = withContent();
  fs.writeFileSync(path.join(cwd, 'file'), 'x');
  const { code, stderr } = await command('build --content content --out file/dist', { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^almanac build: .*file.*: not a directory \(ENOTDIR\)\. Check that/);
  expect(stderr).not.toMatch(/^\s+at |fault of the program/m);
  expect(fs.readdirSync(cwd).sort()).toEqual(['content', 'file']);
});
