import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { ReadAhead, type Threads } from '../../../src/reading/ahead.ts';
import { ReadCache } from '../../../src/reading/cache.ts';
import { allFiles, readCorpus, type Corpus } from '../../../src/reading/corpus.ts';
import { filesBelow } from '../../../src/reading/files.ts';
import { projectRoot } from '../../../src/cli/command.ts';
import { lazily, projectContent } from '../../support/project.ts';
import { isWhole } from '../../support/sweep.ts';
import { fixtures, layOut } from '../checks/fixtures.ts';

const made = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-ahead-'));
afterAll(() => fs.rmSync(made, { recursive: true }));

/**
 * The good base with the entries and sources of all fixtures: hundreds of files, of which most have a fault.
 */
const faulty = path.join(made, 'faulty');
layOut(faulty);
for (const [i, fixture] of fs.readdirSync(fixtures).entries()) {
  for (const file of filesBelow(path.join(fixtures, fixture))) {
    const folder = path.dirname(path.relative(path.join(fixtures, fixture), file));
    if (folder === '.' || folder === 'releases') continue;
    fs.mkdirSync(path.join(faulty, folder), { recursive: true });
    const copy = path.join(faulty, folder, `in-${i}-${path.basename(file)}`);
    if (fs.lstatSync(file).isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(file), copy);
    else fs.copyFileSync(file, copy);
  }
}

let packs = 0;
const anew = (root: string) => new ReadCache(root, path.join(made, `packs-${(packs += 1)}`));

/**
 * A cache that holds the caller up at its first file, so that threads have read something of a small base
 * too.
 */
class SlowCache extends ReadCache {
  override get(key: string): (() => unknown) | undefined {
    this.holdUp();
    return super.get(key);
  }

  private holdUp = () => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, 500);
    this.holdUp = () => undefined;
  };
}

/** What is read of a base of which nothing is known, and what is found of it when it is read again. */
function read(root: string, how: Partial<Threads>): { first: unknown; again: unknown } {
  const slow = new SlowCache(root, path.join(made, `packs-${(packs += 1)}`));
  const first = told(readCorpus(root, slow, { fewest: 1, ...how }));
  const known = new ReadCache(root, path.join(made, `packs-${packs}`));
  return { first, again: told(readCorpus(root, known, { threads: 0 })) };
}

const readFirst = (root: string, how: Partial<Threads>) =>
  told(readCorpus(root, anew(root), { fewest: 1, ...how }));

/** A corpus as text can hold it, with the places of the first keys of each file. */
function told(corpus: Corpus): unknown {
  const places = allFiles(corpus).map(({ file, data, at, atKey }) => [
    file,
    ...Object.keys(data ?? {}).flatMap((key) => [at([key]), atKey([key])]),
  ]);
  return JSON.parse(JSON.stringify({ ...corpus, places }));
}

describe('a base is read in threads as without them', () => {
  it.each([
    ...(isWhole ? [['this base', projectContent] as const] : []),
    ['an example', path.join(projectRoot, 'examples', 'heart-failure')] as const,
    ['a small one', path.join(fixtures, 'good')] as const,
    ['one full of faults', faulty] as const,
  ])('%s', (_, root) => {
    const first = readFirst(root, { threads: 0 });
    expect(read(root, { threads: 2 })).toEqual({ first, again: first });
  });
});

it('a thread reads from the end what nobody has begun, and leaves it in the cache', async () => {
  const files = filesBelow(path.join(fixtures, 'good')).filter((file) => !file.includes('releases'));
  const cache = anew(made);
  const ahead = new ReadAhead(path.join(fixtures, 'good'), files, cache, {
    threads: 1,
    fewest: files.length,
  });
  ahead.claim(files[0]!);
  await expect.poll(() => (ahead.receive(), cache.size)).toBe(files.length - 1);
  ahead.end();
});

it('no thread is begun for few files', async () => {
  const files = filesBelow(path.join(fixtures, 'good'));
  const ahead = new ReadAhead(path.join(fixtures, 'good'), files, anew(made), {
    threads: 1,
    fewest: files.length + 1,
    program: failing('process.exit(1)'),
  });
  expect(ahead).toMatchObject({ threads: [] });
});

/** A program of a thread that begins the last file and does not end it. */
function failing(end: string): URL {
  const file = path.join(made, `failing-${(packs += 1)}.mjs`);
  fs.writeFileSync(
    file,
    `import { workerData } from 'node:worker_threads';
     console.log('a thread says something');
     const { states, files } = workerData;
     for (let i = 1; i <= 3; i += 1) Atomics.store(states, files.length - i, 1);
     Atomics.store(states, files.length, 1);
     Atomics.notify(states, files.length);
     ${end}`,
  );
  return pathToFileURL(file);
}

describe('a thread that fails changes nothing', () => {
  const alone = lazily(() => readFirst(faulty, { threads: 0 }));
  it.each([
    ['that cannot be started', pathToFileURL(path.join(made, 'none.mjs'))],
    ['that throws', failing('throw new Error("a fault")')],
    ['that ends', failing('process.exit(3)')],
    ['that never ends', failing('for (;;);')],
    [
      'that needs more memory than there is',
      failing('const all = []; for (;;) all.push(new Array(1e6).fill(all.length));'),
    ],
  ])('one %s', (_, program) => {
    expect(readFirst(faulty, { threads: 2, program, patience: 100 })).toEqual(alone());
  });
});
