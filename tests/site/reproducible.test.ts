import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { projectRoot } from '../../src/cli/command.ts';
import { otherDisk } from '../support/disk.ts';
import { isWhole } from '../support/sweep.ts';

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-elsewhere-'));
const disk = fs.mkdtempSync(path.join(otherDisk, 'almanac-disk-'));
afterAll(() => [temporary, disk].forEach((made) => fs.rmSync(made, { recursive: true })));

/** What a build is made of. */
const parts = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** What was built already: by night the base, else a small one with everything that is hard in it. */
const { content, folder } = inject(isWhole ? 'site' : 'made');

/** Hash of every file below a folder, by its path there. */
function hashes(root: string): Map<string, string> {
  const files = fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile());
  const paths = files.map((found) => path.relative(root, path.join(found.parentPath, found.name))).sort();
  return new Map(
    paths.map((name) => [
      name,
      createHash('sha256')
        .update(fs.readFileSync(path.join(root, name)))
        .digest('hex'),
    ]),
  );
}

test('a build of the same content in another folder, on another disk, in another time zone and language gives the same bytes', () => {
  const elsewhere = path.join(temporary, 'another place');
  fs.mkdirSync(elsewhere);
  for (const part of parts)
    fs.cpSync(path.join(projectRoot, part), path.join(elsewhere, part), { recursive: true });
  fs.cpSync(content, path.join(elsewhere, 'content'), { recursive: true });
  fs.symlinkSync(path.join(projectRoot, 'node_modules'), path.join(elsewhere, 'node_modules'), 'junction');
  const command = [
    path.join(elsewhere, 'src', 'cli', 'almanac.js'),
    'build',
    '--out',
    path.join(disk, 'site'),
  ];
  const env = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: temporary, env, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const [first, second] = [hashes(folder), hashes(path.join(disk, 'site'))];
  expect([...second.keys()]).toEqual([...first.keys()]);
  expect([...first].filter(([name, hash]) => second.get(name) !== hash).map(([name]) => name)).toEqual([]);
  expect(first.size).toBeGreaterThan(isWhole ? 500 : 100);
});
