import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reporters } from '../../../src/checks/reporters.ts';
import { runChecks } from '../../../src/checks/run.ts';
import { ReadCache } from '../../../src/reading/cache.ts';
import { allFiles, readCorpus } from '../../../src/reading/corpus.ts';
import { projectRoot } from '../../../src/cli/command.ts';
import { projectContent } from '../../support/project.ts';
import { isWhole } from '../../support/sweep.ts';
import { fixtures, good, layOut } from '../checks/fixtures.ts';

const made = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-cache-'));
afterAll(() => fs.rmSync(made, { recursive: true }));

/** By night the base of this project, else the small one with as many topics as make it worth a pack. */
const original = isWhole ? projectContent : path.join(made, 'small');
if (!isWhole) {
  const topic = good('topics/remission.mdx');
  layOut(
    original,
    undefined,
    Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [`topics/topic-${i}.mdx`, `${topic}\nTopic ${i}.\n`]),
    ),
  );
}
const content = path.join(made, 'content');
const packs = path.join(made, 'packs');
const read = (folder = packs) => readCorpus(content, new ReadCache(content, folder));
const said = (corpus: ReturnType<typeof readCorpus>) => {
  const report = runChecks(corpus);
  return Object.values(reporters).map((told) => told(report, { color: false, verbose: true }));
};
/** What is said without a cache. */
const anew = () => said(read(path.join(made, 'none', String(Math.random()))));
const packsOf = () => (fs.existsSync(packs) ? fs.readdirSync(packs) : []);
const [id] = fs.readdirSync(path.join(original, 'trials')).map((name) => path.basename(name, '.mdx'));
const trial = path.join(content, 'trials', `${id}.mdx`);

/** What is said of the content as it is. */
let unchanged: string[];
beforeAll(() => {
  fs.cpSync(original, content, { recursive: true });
  unchanged = anew();
});

beforeEach(() => {
  fs.rmSync(content, { recursive: true, force: true });
  fs.rmSync(packs, { recursive: true, force: true });
  fs.cpSync(original, content, { recursive: true });
});

/** Reads a base anew and holds what is kept of each file against what was read; gives the number of files. */
function readStrictly(root: string): number {
  let files = 0;
  class Strict extends ReadCache {
    override set<T extends object>(key: string, value: T): T {
      const kept = super.set(key, value);
      files += 1;
      expect(kept).toStrictEqual(value);
      return kept;
    }
  }
  readCorpus(root, new Strict(root, path.join(made, 'strict', String(Math.random()))), { threads: 0 });
  return files;
}

describe('what was read is kept by its bytes', () => {
  it('and gives the same data, bodies and report as reading it anew', () => {
    const first = read();
    expect(packsOf()).toHaveLength(1);
    const again = read();
    const parts = (corpus: typeof first) =>
      allFiles(corpus).map((file) => ({ ...file, at: undefined, atKey: undefined }));
    expect(JSON.stringify(parts(again))).toBe(JSON.stringify(parts(first)));
    expect(said(again)).toEqual(said(first));
    expect(said(again)).toEqual(anew());
  });

  it.each([
    ...(isWhole ? [['this base', projectContent] as const] : []),
    ['an example', path.join(projectRoot, 'examples', 'heart-failure')] as const,
    ['a small one', path.join(fixtures, 'good')] as const,
  ])('without losing anything that schemas and parsers make of %s', (_, root) => {
    expect(readStrictly(root)).toBeGreaterThan(10);
  });

  it('of code in a body too, which is told and not run', () => {
    const body =
      'A {1n}{/a/u}{/* c */} <Fact id={2n} {...[3n]} /> &lt;\n\n{(() => 4n)()}\n\nexport const a = 5n;\n';
    fs.writeFileSync(
      path.join(content, 'topics', 'code.mdx'),
      good('topics/remission.mdx').replace(/(?<=\n---\n)[^]*/, body),
    );
    const files = readStrictly(content);
    fs.rmSync(path.join(content, 'topics', 'code.mdx'));
    expect(readStrictly(content)).toBe(files - 1);
  });

  it('so that a file that has changed is read again, with its faults', () => {
    read();
    fs.writeFileSync(trial, fs.readFileSync(trial, 'utf8').replace('status: completed', 'status: complete'));
    expect(said(read())).toEqual(anew());
    expect(read().findings).toMatchObject([{ code: 'schema/shape', entry: `trials/${id}` }]);
    fs.writeFileSync(trial, fs.readFileSync(trial, 'utf8').replace('status: complete', 'status: completed'));
    expect(read().findings).toEqual([]);
  });

  it('as a file of its kind: the same bytes elsewhere are another file', () => {
    read();
    fs.copyFileSync(trial, path.join(content, 'topics', `${id}.mdx`));
    expect(read().findings.some(({ entry }) => entry === `topics/${id}`)).toBe(true);
    expect(said(read())).toEqual(anew());
  });
});

describe('a pack', () => {
  it.each([
    ['is empty', () => Buffer.alloc(0)],
    ['is something else', () => Buffer.from('PK\u0003\u0004 of another program')],
    ['ends early', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    [
      'has one other byte',
      (bytes: Buffer) =>
        Buffer.concat([bytes.subarray(0, -9), Buffer.from([bytes.at(-9)! ^ 1]), bytes.subarray(-8)]),
    ],
  ])('that %s is ignored and replaced', (_, spoil) => {
    read();
    const file = path.join(packs, packsOf()[0]!);
    const whole = fs.readFileSync(file);
    fs.writeFileSync(file, spoil(whole));
    expect(said(read())).toEqual(unchanged);
    expect(fs.readFileSync(file).equals(whole)).toBe(true);
  });

  it('that cannot be written stops nothing', () => {
    fs.writeFileSync(packs, 'a file stands where the folder should');
    expect(said(read())).toEqual(unchanged);
    expect(fs.readFileSync(packs, 'utf8')).toBe('a file stands where the folder should');
  });

  it('holds what the last run used and no more, and the newest few of them are kept', () => {
    read();
    const file = path.join(packs, packsOf()[0]!);
    const { size } = fs.statSync(file);
    for (const name of fs.readdirSync(path.join(content, 'sources')))
      fs.rmSync(path.join(content, 'sources', name));
    read();
    expect(fs.statSync(file).size).toBeLessThan(size);
    for (let i = 0; i < 12; i += 1) fs.writeFileSync(path.join(packs, `${i}.pack`), '');
    fs.appendFileSync(path.join(content, 'references.yaml'), '\n');
    read();
    expect(packsOf().length).toBeLessThanOrEqual(8);
    expect(packsOf()).toContain(path.basename(file));
  });
});
