import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { projectRoot, refuseUnbundledPath } from '../../../src/cli/command.ts';
import { main } from '../../../src/cli/main.ts';
import { bytesOf, command, folder, here, oldNode, withContent } from './almanac.ts';

const good = withContent();
const bad = withContent('bad-unknown-setting');

describe('help', () => {
  it('lists every command with what it does', async () => {
    const { code, stdout, stderr } = await command('help');
    expect([code, stderr]).toEqual([0, '']);
    for (const name of ['check', 'build', 'serve', 'dev', 'new', 'trace'])
      expect(stdout).toMatch(new RegExp(`^almanac ${name}\\b`, 'm'));
  });

  it('of one command tells how it is used', async () => {
    const { code, stdout } = await here('check --help', { cwd: good });
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^usage: almanac check \[PATH…\].*\n.*\n$/)]);
  });

  it('is shown where no command is given, which is wrong usage', async () => {
    const { code, stdout } = await here([], { cwd: good });
    expect([code, stdout]).toEqual([2, expect.stringContaining('almanac check')]);
  });
});

describe('wrong usage ends with 2 and says in words what is wrong', () => {
  const file = path.join(folder(), 'file');
  fs.writeFileSync(file, 'words');
  const full = path.dirname(file);

  it.each([
    ['chekc', 'there is no command chekc; did you mean check?'],
    ['frobnicate', 'there is no command frobnicate; expected one of check, build'],
    ['constructor', 'there is no command constructor'],
    ['check --formt json', "Unknown option '--formt'"],
    ['check --format xml', '--format cannot be xml; expected text, json, github'],
    ['check --format constructor', '--format cannot be constructor; expected text, json, github'],
    ['check --format', "'--format <value>' argument missing"],
    ['check nowhere', 'nowhere: no such file or folder'],
    [`check ${file}`, 'holds nothing of the content'],
    ['check --content nowhere', 'nowhere: no such folder; expected a content folder with trials/'],
    [`check --content ${file}`, 'no such folder'],
    ['build more', 'build takes no more'],
    [`build --content ${good}/content --out ${full}`, 'holds something that is not a build'],
    [`build --content ${good}/content --out ${file}`, 'holds something that is not a build'],
    ['build --content nowhere', 'nowhere: no such folder'],
    ['serve --dir nowhere', 'nowhere holds no build; run: almanac build'],
    [`serve --dir ${full}`, 'holds no build'],
    ['dev --port abc', 'the port cannot be abc'],
    ['new', 'expected trial, therapy or topic, found nothing'],
    ['new trail some-id', 'expected trial, therapy or topic, found trail'],
    ['new constructor some-id', 'expected trial, therapy or topic, found constructor'],
    ['new trial', 'cannot be an address'],
    ['new trial Some_ID', 'Some_ID cannot be an address; expected lower-case letters'],
    [`new trial alpha --content ${good}/content`, 'alpha.mdx exists already'],
    ['new trial gamma --content nowhere/deep', 'nowhere/deep: no such folder; make it first'],
    ['check --content=', '--content is empty; expected a folder'],
    [`build --content ${good}/content --out=`, '--out is empty'],
    [`trace index ${full} --of a --title t`, `${full}: illegal operation on a directory (EISDIR). Check`],
    [`trace index ${file} --of A --title t`, '--of is "A"; expected at most 100 lower-case'],
    [`trace index ${file} --of a --title t --read notadate`, '--read is "notadate"; expected a date such as'],
    [
      `trace index ${file} --of a --title t --url javascript:x`,
      '--url is "javascript:x"; expected an address',
    ],
    ['trace', 'expected index, locate or report, found nothing'],
  ])('almanac %s', async (line, says) => {
    const told: string[] = [];
    const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    vi.spyOn(console, 'error').mockImplementation((text: string) => void told.push(...text.split('\n')));
    const code = await main(line.split(' '));
    expect(told.join('\n')).toContain(says);
    expect(told.join('\n')).not.toMatch(/^\s+at |fault of the program/m);
    // One line for what is wrong, and one for how it goes.
    expect(told.length).toBeLessThanOrEqual(2);
    expect(stdout).not.toHaveBeenCalled();
    expect(code).toBe(2);
    expect(fs.readdirSync(full)).toEqual(['file']);
  });

  afterEach(() => void vi.restoreAllMocks());

  it('also as the shell sees it', async () => {
    const [command1, content] = await Promise.all(
      ['chekc', 'check --content nowhere'].map((line) => command(line)),
    );
    expect(command1).toEqual({
      code: 2,
      stdout: '',
      stderr: 'almanac: there is no command chekc; did you mean check? See: almanac help\n',
    });
    expect(content).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^almanac check: .*nowhere: no such folder.*\n$/) as string,
    });
  });
});

it.each(['/a/pr#j', '/a/50% b', '/a/what?', '/a/"b"'])(
  'a project in %s is told to be moved, for Astro fails there',
  (root) => {
    expect(() => refuseUnbundledPath(root)).toThrow(
      /^the project lies in .*, and Astro cannot make pages under a path with/,
    );
    expect(() => refuseUnbundledPath("/a/b (ö) [c] & 'd'")).not.toThrow();
  },
);

it.skipIf(!fs.existsSync('/dev/full'))('output that cannot be written is told', () => {
  const line = `"${process.execPath}" "${path.join(projectRoot, 'src/cli/almanac.js')}" help > /dev/full`;
  const { status, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([2, 'almanac: the output cannot be written (ENOSPC)\n']);
});

describe('check', () => {
  it('of a good base ends with 0', async () => {
    const { code, stdout, stderr } = await command('check --content content', { cwd: good });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/\n\d+ checks, \d+ questions asked, .* 0 errors, 0 warnings, 0 notes\n$/);
    expect(stdout).toMatch(/^ +asked +passed +failed +waived +skipped\n {2}schema +content +1 +1 +· +· +·\n/);
  });

  it('of a bad base ends with 1 and tells the place as one types it', async () => {
    const { code, stdout } = await command('check --content content', { cwd: bad });
    expect(code).toBe(1);
    expect(stdout).toContain(
      'content/trials/beta.mdx:9:10 error there is no setting relapse  (links/vocabulary)',
    );
    expect(stdout).toContain('fix: did you mean relapsed?');
  });

  it('as JSON prints one object and nothing else', async () => {
    const { code, stdout, stderr } = await here('check --content content --format json', { cwd: bad });
    const { summary, findings } = JSON.parse(stdout) as { summary: object; findings: object[] };
    expect([code, stderr]).toEqual([1, '']);
    expect(summary).toMatchObject({ errors: 1, warnings: 0 });
    expect(findings).toMatchObject([
      { code: 'links/vocabulary', file: 'content/trials/beta.mdx', line: 9, column: 10 },
    ]);
  });

  it('for GitHub annotates lines', async () => {
    const { code, stdout } = await here('check --content content --format github', { cwd: bad });
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(/^::error file=content\/trials\/beta\.mdx,line=9,col=10,title=/),
    ]);
  });

  it('of a path shows what is wrong there, and ends by that alone', async () => {
    const clean = await here('check content/trials/alpha.mdx --content content', { cwd: bad });
    const faulty = await here('check content/trials --content content', { cwd: bad });
    const both = await here('check content/topics content/trials/beta.mdx --content content', { cwd: bad });
    expect([clean.code, faulty.code, both.code]).toEqual([0, 1, 1]);
    expect(clean.stdout).not.toContain('beta.mdx');
    expect(faulty.stdout).toContain('beta.mdx:9:10');
  });

  it('of a folder without content fails, for nothing was checked', async () => {
    const { code, stdout } = await here('check --content .', { cwd: folder() });
    expect([code, stdout]).toEqual([1, expect.stringContaining('there is no entry in this folder')]);
  });

  it('ends quietly where its reader stops listening', () => {
    const keys = Array.from({ length: 1000 }, (_, i) => `key${i}: 1`).join('\n');
    const cwd = withContent(undefined, { 'topics/remission.mdx': `---\n${keys}\n---\n` });
    const almanac = path.join(projectRoot, 'src/cli/almanac.js');
    const line = `"${process.execPath}" "${almanac}" check --content content --format json | head -c 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', line], { cwd, encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['{', '']);
  });
});

describe('new', () => {
  /** Runs a command line in this process, on the content of a folder. */
  const on = async (cwd: string, line: string) => {
    const { code, stdout } = await here([...line.split(' '), '--content', path.join(cwd, 'content')], {
      cwd: process.cwd(),
    });
    return { code, stdout };
  };

  it.each([
    ['trial', 'trials', 1],
    ['therapy', 'therapies', 1],
    ['topic', 'topics', 0],
  ])(
    '%s writes a commented entry into %s/, and check says what is still to be filled in',
    async (kind, collection, exit) => {
      const cwd = withContent();
      const file = path.join(cwd, 'content', collection, 'some-new.mdx');
      expect(await on(cwd, `new ${kind} some-new`)).toEqual({
        code: 0,
        stdout: expect.stringContaining(`${file} written`) as string,
      });
      expect(fs.readFileSync(file, 'utf8')).toMatch(/^---\n#.*\n[\s\S]*updated: \d{4}-\d\d-\d\d\n/);
      const { code, stdout } = await on(cwd, `check ${file}`);
      expect(code).toBe(exit);
      if (exit > 0) expect(stdout).toMatch(/some-new\.mdx:\d+:\d+ error .*\(schema\/shape\)/);
      expect(stdout).not.toContain('schema/yaml');
    },
  );

  it('in an empty folder begins a base, as the shell sees it', async () => {
    const cwd = folder();
    expect((await command('new topic first --content content', { cwd })).code).toBe(0);
    expect([...bytesOf(cwd).keys()]).toEqual([path.join('content', 'topics', 'first.mdx')]);
    const { code, stdout } = await on(cwd, 'check');
    expect(code).toBe(1);
    for (const name of ['base', 'vocabulary', 'endpoints', 'references'])
      expect(stdout).toContain(`content/${name}.yaml; CONTRIBUTING.md`);
  });
});

describe('under a Node that is too old', () => {
  const node = oldNode();

  it.skipIf(!node)('the command runs under the one that the project brings', async () => {
    const [own, handed] = await Promise.all([
      command('check --content content --format json', { cwd: bad }),
      command('check --content content --format json', { cwd: bad, node: node! }),
    ]);
    expect(handed).toEqual(own);
  });
});
