import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { isInShard, shardNamed, usualWorkers } from '../../../src/cli/shards.ts';
import { layOutMade } from '../../support/made-site.ts';
import { bytesOf, cacheWithModules, command, folder, here } from './almanac.ts';

describe('a shard', () => {
  it('is named as a part of a number', () => {
    expect(shardNamed('2/4')).toEqual({ number: 2, of: 4 });
    for (const wrong of ['', '0/4', '5/4', '2', '2/', 'a/b', '1/1000', '-1/2'])
      expect(() => shardNamed(wrong), wrong).toThrow(/expected I\/N, such as 2\/4/);
  });

  it('has each file in one of the parts, and all files of an entry in the same', () => {
    const entries = Array.from({ length: 200 }, (_, i) => `trials/study-${i}`);
    const counts = [1, 2, 3, 4].map(
      (number) => entries.filter((entry) => isInShard(`${entry}/index.html`, { number, of: 4 })).length,
    );
    expect(counts.reduce((sum, n) => sum + n)).toBe(200);
    expect(Math.min(...counts)).toBeGreaterThan(30);
    for (const entry of entries) {
      const of = [
        `${entry}/index.html`,
        `${entry}/figures/index.html`,
        `zh/${entry}/index.html`,
        `sheets/${entry}.json`,
        `${entry}.bib`,
      ];
      const part = [1, 2, 3, 4].find((number) => isInShard(`${entry}.json`, { number, of: 4 }));
      expect(of.every((file) => isInShard(file, { number: part ?? 0, of: 4 }))).toBe(true);
    }
  });

  it('is not made by another process where the base is small', () => {
    expect(usualWorkers(70)).toBe(1);
    expect(usualWorkers(1000)).toBeGreaterThanOrEqual(1);
  });
});

describe('a build in shards', () => {
  it('gives the bytes of one build, wherever its parts are carried, and refuses parts that do not fit', async () => {
    const root = folder();
    layOutMade(path.join(root, 'content'));
    const env = { ALMANAC_CACHE: cacheWithModules(path.join(root, 'cache')) };
    const build = (line: string) => command(`build --content content ${line}`, { cwd: root, env });
    expect((await build('--out whole --workers 1')).code).toBe(0);
    for (const shard of ['1/2', '2/2'])
      expect((await build(`--shard ${shard} --out part-${shard[0]}`)).code).toBe(0);
    const parts = (file: string) =>
      ['part-1', 'part-2'].filter((part) => fs.existsSync(path.join(root, part, file))).length;
    for (const file of [
      'data/outcomes.csv',
      'data/evidence.xlsx',
      'data/evidence.parquet',
      'api/v1/index.json',
      'index.html',
    ])
      expect(parts(file), file).toBe(1);
    fs.cpSync(path.join(root, 'part-2'), path.join(root, 'carried'), { recursive: true });
    expect((await build('--out joined --join part-1 carried')).code).toBe(0);
    expect(bytesOf(path.join(root, 'joined'))).toEqual(bytesOf(path.join(root, 'whole')));

    vi.stubEnv('ALMANAC_CACHE', env.ALMANAC_CACHE);
    const refused = async (line: string) =>
      (await here(`build --content content --out none ${line}`, { cwd: root })).stderr;
    expect(await refused('--join part-1')).toContain('shard 2/2 is missing');
    expect(await refused('--join part-1 part-1')).toContain('shard 1/2 is there twice');
    expect(await refused('--join part-1 whole')).toContain('whole holds no shard of this content');
    expect(await refused('--shard 3/2')).toContain('expected I/N');
    expect(await refused('part-1')).toContain('--join');
    const beta = path.join(root, 'content', 'trials', 'beta.mdx');
    const good = fs.readFileSync(beta);
    fs.appendFileSync(beta, '\nOne sentence more.\n');
    expect(await refused('--join part-1 part-2')).toContain('part-1 holds no shard of this content');
    expect(fs.existsSync(path.join(root, 'none'))).toBe(false);
    vi.unstubAllEnvs();

    // The processes of one machine share the work in the same way.
    fs.writeFileSync(beta, good);
    const anew = cacheWithModules(path.join(root, 'anew'), env.ALMANAC_CACHE);
    const shared = ['build', '--content', 'content', '--out', 'shared', '--workers', '2'];
    expect((await command(shared, { cwd: root, env: { ALMANAC_CACHE: anew } })).code).toBe(0);
    expect(bytesOf(path.join(root, 'shared'))).toEqual(bytesOf(path.join(root, 'whole')));
  });
});
