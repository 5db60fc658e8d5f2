import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runChecks } from '../../../src/checks/run.ts';
import { factsOf } from '../../../src/checks/facts.ts';
import { main } from '../../../src/cli/main.ts';
import { readCorpus } from '../../../src/reading/corpus.ts';
import { citations } from '../../../src/reading/prose.ts';
import { bytesOf, command, folder, here, start, until } from './almanac.ts';

const root = folder();
const made = (name: string) => path.join(root, name);
const base = made('base');
const first = await command(['synth', '--trials', '30', '--out', base]);
const corpus = readCorpus(base);
const report = runChecks(corpus);

describe('a base of thirty invented studies', () => {
  it('is said to be made, and how to go on', () => {
    expect(first).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        /^30 studies in \d+ files: .*base\. Next: almanac check --content .*base\n$/,
      ) as string,
      stderr: '',
    });
  });

  it('has no error and no warning', () => {
    expect(report.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it('gives every check something to ask', () => {
    expect(report.checks.filter(({ run }) => run === 0)).toEqual([]);
    expect(report.summary.skipped).toBe(0);
  });

  it('gives the ledger, the plan and the waivers something to tell', () => {
    const told = new Set(report.findings.map(({ code }) => code));
    expect([...told].sort()).toEqual([
      'arithmetic/percent',
      'ledger/explained',
      'plan/unreported',
      'scales/named',
    ]);
    expect(report.summary.waived).toBe(1);
  });

  it('has entries of the size of real ones', () => {
    const { trials, therapies, reviews, syntheses } = corpus.entries;
    expect(trials).toHaveLength(30);
    for (const { file, data, body } of trials) {
      const words = fs.readFileSync(file, 'utf8').split(/^---$/m)[2]!.split(/\s+/).length;
      expect(words).toBeGreaterThan(350);
      expect(words).toBeLessThan(550);
      expect(citations(body)).toHaveLength(16);
      expect(data!.outcomes.length).toBeGreaterThanOrEqual(20);
      expect(data!.outcomes.length).toBeLessThanOrEqual(30);
      expect(new Set(data!.outcomes.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(8);
    }
    expect(new Set(factsOf(corpus).map(({ fact }) => fact.kind)).size).toBe(12);
    expect(therapies).toHaveLength(11);
    expect(reviews).toHaveLength(1);
    expect(syntheses).toHaveLength(2);
    expect(corpus.files.references!.data).toHaveLength(78);
  });
});

describe('the same command', () => {
  it('makes the same bytes again, and others under another seed', async () => {
    await here(['synth', '--trials', '30', '--out', made('again')], { cwd: root });
    await here(['synth', '--trials', '30', '--seed', '2', '--out', made('other')], { cwd: root });
    expect(bytesOf(made('again'))).toEqual(bytesOf(base));
    const [own, other] = [bytesOf(base), bytesOf(made('other'))];
    for (const name of own.keys())
      if (name.startsWith('trials')) expect(other.get(name)).not.toBe(own.get(name));
  });

  it('makes the same studies where there are fewer', async () => {
    await here(['synth', '--trials', '20', '--out', made('fewer')], { cwd: root });
    const [all, fewer] = [bytesOf(base), bytesOf(made('fewer'))];
    const studies = [...fewer].filter(([name]) => name.startsWith('trials'));
    expect(studies).toHaveLength(20);
    for (const [name, bytes] of studies) expect(all.get(name)).toBe(bytes);
  });

  it('makes a base of a single study, which is valid too', async () => {
    fs.mkdirSync(made('one'));
    expect((await here(['synth', '--trials', '1', '--out', made('one')], { cwd: root })).code).toBe(0);
    expect(runChecks(readCorpus(made('one'))).summary).toMatchObject({ errors: 0, warnings: 0 });
  });

  it('leaves nothing behind where it is stopped', async () => {
    const { child, done } = start(['synth', '--trials', '100000', '--out', 'stopped'], { cwd: root });
    await until(
      () => fs.readdirSync(root).some((name) => name.startsWith('stopped.draft-')),
      'the draft is begun',
    );
    child.kill('SIGTERM');
    const { code, stderr } = await done;
    expect([code, stderr]).toEqual([143, 'almanac synth: stopped by SIGTERM; nothing was written\n']);
    expect(fs.readdirSync(root).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });
});

describe('what cannot be is refused in one line, and nothing is written', () => {
  const place = folder();
  fs.mkdirSync(path.join(place, 'full'));
  fs.writeFileSync(path.join(place, 'full', 'note.txt'), 'mine');
  const whole = 'expected a whole number from 1 to 100000';

  it.each([
    [['--trials', '5', '--out', 'full'], 'full is not an empty folder; choose another with --out DIR'],
    [['--trials', '5', '--out', 'full/note.txt'], 'note.txt is not an empty folder'],
    [['--trials', '5'], '--out is missing; expected a new or empty folder'],
    [['--out', 'new'], `--trials is missing; ${whole}`],
    ...['0', '1.5', '1e3', 'many', '', '100001', '99999999999'].map((n): [string[], string] => [
      ['--trials', n, '--out', 'new'],
      `--trials cannot be ${n || 'empty'}; ${whole}`,
    ]),
    [['--trials=-3', '--out', 'new'], `--trials cannot be -3; ${whole}`],
    [
      ['--trials', '5', '--seed', 'x', '--out', 'new'],
      '--seed cannot be x; expected a whole number from 0 to 1000000',
    ],
    [['--trials', '5', '--after', '100', '--out', 'new'], '--after is 100; expected a multiple of 200'],
    [['--trials', '5', '--out', 'new', 'more'], "Unexpected argument 'more'"],
  ])('almanac synth %j', async (args, says) => {
    const told: string[] = [];
    vi.spyOn(console, 'error').mockImplementation((text: string) => void told.push(...text.split('\n')));
    const placed = args.map((arg, i) => (args[i - 1] === '--out' ? path.join(place, arg) : arg));
    expect(await main(['synth', ...placed])).toBe(2);
    expect(told[0]).toContain(says);
    expect(told.slice(1)).toEqual(['usage: almanac synth --trials N --out DIR [--seed N] [--after N]']);
    expect([...bytesOf(place).keys()]).toEqual([path.join('full', 'note.txt')]);
    expect(fs.readdirSync(place)).toEqual(['full']);
  });

  afterEach(() => void vi.restoreAllMocks());
});
