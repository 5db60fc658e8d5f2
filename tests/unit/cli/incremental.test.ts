import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/cli/command.ts';
import { changes } from '../../support/edits.ts';
import { layOutMade } from '../../support/made-site.ts';
import { isWhole } from '../../support/sweep.ts';
import { cacheWithModules } from './almanac.ts';

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-incremental-'));
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));
const [content, out, cache] = ['content', 'site', 'cache'].map((name) => path.join(temporary, name)) as [
  string,
  string,
  string,
];

function run(to: string, kept: string) {
  const command = [
    path.join(projectRoot, 'src', 'cli', 'almanac.js'),
    'build',
    '--content',
    content,
    '--out',
    to,
  ];
  return spawnSync(process.execPath, command, {
    env: { ...process.env, ALMANAC_CACHE: kept },
    encoding: 'utf8',
  });
}

function build(to = out, kept = cache): void {
  const { status, stderr } = run(to, kept);
  expect([status, stderr]).toEqual([0, '']);
}

/** A build that takes nothing over but the modules of the pages, which do not depend on what was changed. */
function buildAnew(): string {
  const [to, fresh] = [path.join(temporary, 'anew'), path.join(temporary, 'fresh')];
  fs.rmSync(fresh, { recursive: true, force: true });
  build(to, cacheWithModules(fresh, cache));
  return to;
}

const filesOf = (folder: string) =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => path.relative(folder, path.join(found.parentPath, found.name)))
    .sort();

const hashesOf = (folder: string) =>
  Object.fromEntries(
    filesOf(folder).map((file) => [file, hash('sha256', fs.readFileSync(path.join(folder, file)))]),
  );

/** A choice that is the same in each run. */
function chooser(seed: number): <T>(list: readonly T[]) => T {
  let state = seed;
  return (list) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)]!;
  };
}

beforeAll(() => {
  layOutMade(content);
  cacheWithModules(cache);
  // Where the modules are not kept it makes them, and waits for other tests that make theirs; those after it
  // have them.
  const { status, stderr } = run(out, cache);
  expect([status, stderr.replace(/^almanac build: waiting for another build .*\n/, '')]).toEqual([0, '']);
});

/**
 * By day the changes are made one after the other, each with a build, and held against a clean build in the
 * end.
 */
const tried = isWhole
  ? [...changes.keys()]
  : ['a locator', 'the author of a work', 'the name of the base', 'a figure of a synthesis'];

describe('a build after an edit gives the bytes of a clean build', () => {
  for (const seed of isWhole ? [1, 2, 3] : [1])
    it.each(tried)(`after a change of %s (${seed})`, (name) => {
      const where = changes.get(name)!(content, chooser(seed));
      if (!isWhole) expect(where).toBeDefined();
      if (where === undefined) return;
      build();
      if (isWhole || name === tried.at(-1)) expect(hashesOf(out)).toEqual(hashesOf(buildAnew()));
    });

  it('where nothing else changed, without making pages of others anew', () => {
    const untouched = path.join(out, 'sheets', 'trials', 'beta.json');
    const { ino } = fs.statSync(untouched);
    const file = path.join(content, 'trials', 'alpha.mdx');
    fs.writeFileSync(file, `${fs.readFileSync(file, 'utf8').trimEnd()}\n\nOne sentence more.\n`);
    build();
    expect(fs.readFileSync(path.join(out, 'trials', 'alpha', 'index.html'), 'utf8')).toContain(
      'One sentence more.',
    );
    expect(fs.statSync(untouched).ino).toBe(ino);
  });

  it('where nothing changed at all, without touching a file', () => {
    const stamps = () =>
      filesOf(out).map((file) => {
        const { ino, mtimeMs } = fs.statSync(path.join(out, file));
        return [file, ino, mtimeMs];
      });
    const before = stamps();
    build();
    expect(stamps()).toEqual(before);
  });

  it('where somebody altered the last output, or what the last build left is broken', () => {
    const before = hashesOf(out);
    fs.appendFileSync(path.join(out, 'trials', 'beta', 'index.html'), '<p>Added by hand</p>');
    fs.rmSync(path.join(out, 'references', 'smith-2020.bib'));
    const left = fs.readdirSync(cache).find((name) => name.startsWith('built-'))!;
    fs.writeFileSync(
      path.join(cache, left, 'search', 'trials', 'alpha', 'index.html'),
      '<html lang="en"><body><main>Other</main>',
    );
    build();
    expect(hashesOf(out)).toEqual(before);
    fs.rmSync(out, { recursive: true });
    build();
    expect(hashesOf(out)).toEqual(before);
    if (!isWhole) return;
    fs.truncateSync(path.join(cache, left, 'built.json'), 1000);
    build();
    expect(hashesOf(out)).toEqual(before);
  });
});
