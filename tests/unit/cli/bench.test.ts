import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/cli/command.ts';
import { folder } from './almanac.ts';

const bench = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(projectRoot, 'tests/bench/bench.ts'), ...args], {
    encoding: 'utf8',
    cwd: projectRoot,
  });

it('tells what checks cost beside the floor, as a table and as a file', () => {
  const file = path.join(folder(), 'bench.json');
  const { status, stdout, stderr } = bench('--trials', '4,2', '--no-build', '--runs', '1', '--json', file);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^studies +2 +4\nfloor +[\d.]+ s +[\d.]+ s\n {2}each further study +-?[\d.]+ ms\n/);
  expect(stdout).toMatch(/^check +[\d.]+ s +[\d.]+ s$/m);
  expect(stdout).not.toContain('build');
  const measured = JSON.parse(fs.readFileSync(file, 'utf8')) as {
    trials: number;
    check: { wall: number; memory: number };
  }[];
  expect(measured.map(({ trials }) => trials)).toEqual([4, 2]);
  for (const { check } of measured) {
    expect(check.wall).toBeGreaterThan(0);
    expect(check.memory).toBeGreaterThan(10);
  }
});

it.each([
  ['--trials', '1,x'],
  ['--trials', '0'],
  ['--runs', '0'],
])('%s %s is refused in a line', (...args) => {
  expect(bench(...args)).toMatchObject({
    status: 2,
    stdout: '',
    stderr: 'bench: --trials takes whole numbers such as 100,1000, and --runs takes one\n',
  });
});
