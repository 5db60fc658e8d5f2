import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { good, layOut, type Changes } from '../checks/fixtures.ts';
import { command, folder, here } from './almanac.ts';

const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', [...identity, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();

/**
 * A repository in which the good base was committed (tag `first`) with its list of addresses, and then
 * changed.
 */
async function changed(changes: Changes = {}, below = 'content'): Promise<string> {
  const cwd = folder();
  layOut(path.join(cwd, below));
  await here(`addresses --write --content ${below}`, { cwd });
  git(cwd, 'init', '--quiet');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '--quiet', '--message', 'first');
  git(cwd, 'tag', 'first');
  for (const [name, content] of Object.entries(changes)) {
    const file = path.join(cwd, below, name);
    if (content === undefined) fs.rmSync(file);
    else fs.writeFileSync(file, content);
  }
  return cwd;
}

const alpha = good('trials/alpha.mdx');
const edited = (...edits: [from: string, to: string][]) =>
  edits.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, () => to);
  }, alpha);
const crOld = `  - id: cr-old
    kind: proportion
    endpoint: cr
    report: smith-2020
    source: paper
    locator: table 2
    arm: old
    population: all
    events: 50
    total: 162
`;
const references = good('references.yaml');
const listed = async (more: string) => {
  const cwd = await changed();
  return `${fs.readFileSync(path.join(cwd, 'content/permanent-urls.yaml'), 'utf8')}${more}`;
};

describe('what changed in an entry', () => {
  it.each<[string, [string, string][], RegExp[]]>([
    [
      'a figure, with what it is of and who reports it',
      [['estimate: .450', 'estimate: .440']],
      [
        /^ALPHA, version 1\.2, not raised {2}\(trials\/alpha\)$/m,
        /^ {2}~ overall survival, HR \.450 → \.440, primary report {2}\(os-hr\)$/m,
      ],
    ],
    [
      'a figure of one of two arms',
      [
        ['percent: 73.8', 'percent: 74'],
        ['"1.2"', '"2.0"'],
      ],
      [
        /^ALPHA, version 1\.2 → 2\.0 /m,
        /^ {2}~ complete remission, Testumab, 73\.8% → 74%, primary report {2}\(cr-new\)$/m,
      ],
    ],
    [
      'a trailing zero',
      [['value: 7.0', 'value: 7']],
      [/median|survival, Testumab, 7\.0 → 7 months, primary report {2}\(os-median\)/],
    ],
    ['a limit', [['high: 80.3', 'high: 80.4']], [/Testumab, 95% CI 66\.4–80\.3 → 66\.4–80\.4, primary/]],
    [
      'a limit that was reached',
      [['low: 4.2, high: not-reached', 'low: 4.2, high: 9']],
      [/4\.2 to not reached → 4\.2–9|4\.2–not reached → 4\.2–9/],
    ],
    [
      'an absence',
      [['missing: not-reached', 'value: 9.0']],
      [/not reached → 9\.0 months, update {2}\(os-median-update\)/],
    ],
    [
      'a new figure',
      [
        [
          '  - id: cr-old',
          `${crOld.replace('cr-old', 'cr-old-too').replace('table 2', 'text')}  - id: cr-old`,
        ],
      ],
      [
        /^1 entry changed; 1 fact new since/m,
        /^ {2}\+ complete remission, Usual care, 50\/162, primary report {2}\(cr-old-too\)$/m,
      ],
    ],
    [
      'a figure that is gone',
      [[crOld, '']],
      [/^ {2}- complete remission, Usual care, 50\/162, primary report {2}\(cr-old\)$/m],
    ],
    [
      'a figure of other patients',
      [['arm: old\n    population: all', 'arm: old\n    population: treated']],
      [/complete remission, Usual care, 50\/162: population all → treated, primary report {2}\(cr-old\)/],
    ],
    [
      'a place in an index only',
      [['trace: {percent: 2, total: 3}', 'trace: {percent: 3, total: 2}']],
      [/^1 entry changed since/m, /^ {2}~ 1 fact has another place in a source$/m],
    ],
    [
      'what is said of the study',
      [
        ['status: completed', 'status: terminated'],
        ['ages: 18 years and older', 'ages: Adults'],
      ],
      [/^ {2}~ status completed → terminated$/m, /^ {2}~ population\.ages 18 years and older → Adults$/m],
    ],
    [
      'a new arm',
      [['  - {id: old, label', '  - {id: third, label: Third, role: comparator}\n  - {id: old, label']],
      [/^ {2}\+ arms\.third new$/m],
    ],
    ['words', [['ALPHA compared', 'The study compared']], [/^ {2}~ prose changed: Design$/m]],
  ])('is %s', async (_, edits, expected) => {
    const cwd = await changed({ 'trials/alpha.mdx': edited(...edits) });
    const { code, stdout, stderr } = await here('diff first --content content', { cwd });
    expect([code, stderr]).toEqual([0, '']);
    for (const line of expected) expect(stdout).toMatch(line);
  });

  it('is nothing where lines are only broken otherwise, or nothing was touched', async () => {
    const cwd = await changed({ 'trials/alpha.mdx': edited(['with usual care [', 'with usual\ncare [']) });
    expect((await here('diff HEAD --content content', { cwd })).stdout).toMatch(
      /^No change since revision HEAD \([0-9a-f]{12}\)\n$/,
    );
  });
});

describe('entries, references and files', () => {
  it('that are new or gone are told with their facts, the latter as withdrawn where the list of addresses says so', async () => {
    const before = await changed();
    const list = fs.readFileSync(path.join(before, 'content/permanent-urls.yaml'), 'utf8');
    const beta = good('trials/beta.mdx');
    const withdrawn = list.replace(
      '- /trials/beta/\n',
      '- {was: /trials/beta/, withdrawn: It was counted twice, on: 2026-11-01}\n',
    );
    expect(withdrawn).not.toBe(list);
    const cwd = await changed({
      'trials/beta.mdx': undefined,
      'trials/gamma.mdx': beta,
      'permanent-urls.yaml': withdrawn,
    });
    const { stdout } = await here('diff first --content content', { cwd });
    expect(stdout).toMatch(/, withdrawn: It was counted twice, version .* {2}\(trials\/beta\)\n {2}- /);
    expect(stdout).toMatch(/, new, version .* {2}\(trials\/gamma\)\n {2}\+ /);
    const unsaid = await changed({ 'trials/beta.mdx': undefined });
    expect((await here('diff first --content content', { cwd: unsaid })).stdout).toMatch(
      /, gone, and not withdrawn in permanent-urls\.yaml/,
    );
  });

  it('that were renamed keep their facts', async () => {
    const list = (await listed('')).replace(
      '- /trials/beta/\n',
      '- {was: /trials/beta/, now: /trials/gamma/}\n',
    );
    const cwd = await changed({
      'trials/beta.mdx': undefined,
      'trials/gamma.mdx': good('trials/beta.mdx'),
      'permanent-urls.yaml': list,
    });
    const { stdout } = await here('diff first --content content', { cwd });
    expect(stdout).toMatch(
      /^1 entry renamed since .*\n\n.*, renamed from trials\/beta, version \S+ {2}\(trials\/gamma\)\n$/,
    );
  });

  it('a renamed figure is told once', async () => {
    const list = (await listed('')).replace(
      '- /trials/alpha/#cr-old\n',
      '- {was: "/trials/alpha/#cr-old", now: "/trials/alpha/#cr-usual"}\n',
    );
    const cwd = await changed({
      'trials/alpha.mdx': edited(['- id: cr-old', '- id: cr-usual']),
      'permanent-urls.yaml': list,
    });
    const { stdout } = await here('diff first --content content', { cwd });
    expect(stdout).toMatch(
      /^1 entry changed; 1 fact changed since .*\n.*\n.*\n {2}~ complete remission, Usual care, primary report, renamed from cr-old {2}\(cr-usual\)\n$/,
    );
  });

  it('works are told by author, year and title, and by their new key', async () => {
    const [first] = references.split(/(?=^- id: )/m).filter((part) => part.startsWith('- id: '));
    const more = `${references}\n${first!.replace(/^- id: \S+/, '- id: new-2026').replace(/^ {2}(DOI|PMID):.*\n/gm, '')}`;
    const cwd = await changed({ 'references.yaml': more });
    const { stdout } = await here('diff first --content content', { cwd });
    expect(stdout).toMatch(
      /^1 reference new since .*\n\nReferences {2}\(references\.yaml\)\n {2}\+ \S.*: \S.* {2}\(new-2026\)\n$/,
    );
    const renamed = references.replace(
      /- id: smith-2020\n/,
      '- id: smith-twenty\n  custom: {aliases: [smith-2020]}\n',
    );
    expect(renamed).not.toBe(references);
    const other = await changed({ 'references.yaml': renamed });
    expect((await here('diff first --content content', { cwd: other })).stdout).toMatch(
      / {2}~ .*, renamed from smith-2020 {2}\(smith-twenty\)/,
    );
  });

  it('an endpoint, and an address that is taken off the list', async () => {
    const endpoints = good('endpoints.yaml').replace(
      /definition: .*/,
      'definition: Something else that is measured, in more words than a line of a report has room for',
    );
    const list = (await listed('')).replace('- /trials/beta/\n', '');
    const cwd = await changed({ 'endpoints.yaml': endpoints, 'permanent-urls.yaml': list });
    const { stdout } = await here('diff first --content content', { cwd });
    expect(stdout).toMatch(/\nendpoints\.yaml\n {2}~ \S+\.definition changed\n/);
    expect(stdout).toMatch(
      /no longer listed; no line is ever taken away {2}\(permanent-urls\.yaml\)\n {2}! \/trials\/beta\/\n/,
    );
  });
});

describe('an index of a source', () => {
  it('that is new, gone or changed is told in a line', async () => {
    const index = good('sources/smith-2023.yaml');
    const cwd = await changed({
      'sources/other.yaml': index,
      'sources/smith-2023.yaml': index.replace('326, 80', '326, 81'),
    });
    const { stdout } = await here('diff first --content content', { cwd });
    expect(stdout).toMatch(/^1 other file new, 1 changed since /);
    expect(stdout).toMatch(/\nIndexes of sources {2}\(sources\/\)\n {2}\+ new {2}\(sources\/other\.yaml\)\n/);
    expect(stdout).toMatch(/ {2}~ changed {2}\(sources\/smith-2023\.yaml\)\n$/);
  });
});

describe('what it is held against', () => {
  it('is a release by its version, whose figures are known and whose words are not', async () => {
    const cwd = await changed();
    expect((await here('export release --content content', { cwd })).code).toBe(0);
    const [file] = fs.readdirSync(path.join(cwd, 'content/releases'));
    const version = path.basename(file!, '.json');
    fs.writeFileSync(
      path.join(cwd, 'content/trials/alpha.mdx'),
      edited(['estimate: .450', 'estimate: .440'], ['"1.2"', '"2.0"'], [crOld, '']),
    );
    fs.rmSync(path.join(cwd, '.git'), { recursive: true });
    const { code, stdout } = await here(`diff ${version} --content content`, { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      new RegExp(
        `^1 entry changed; 1 fact changed, 1 gone since release ${version.replaceAll('.', '\\.')}\n`,
      ),
    );
    expect(stdout).toMatch(
      / {2}~ overall survival, estimate \.450 → \.440, primary report {2}\(os-hr\)\n {2}- events 50, total 162 {2}\(cr-old\)\n$/,
    );
  });

  it('is content anywhere in the repository, committed or not, whatever a hook has set', async () => {
    const cwd = await changed(
      { 'trials/alpha.mdx': edited(['estimate: .450', 'estimate: .440']) },
      'a folder/content',
    );
    const whole = await changed({ 'trials/alpha.mdx': edited(['estimate: .450', 'estimate: .440']) }, '.');
    const env = { GIT_DIR: '/nowhere' };
    for (const run of [
      command(['diff', 'first', '--content', 'a folder/content'], { cwd, env }),
      command(['diff', 'first', '--content', '.'], { cwd: whole, env }),
    ]) {
      expect(await run).toMatchObject({
        code: 0,
        stderr: '',
        stdout: expect.stringContaining('HR .450 → .440') as string,
      });
    }
    git(cwd, 'commit', '--quiet', '--all', '--message', 'second');
    const { stdout } = await here(['diff', 'HEAD~1', '--content', 'a folder/content'], { cwd });
    expect(stdout).toContain('HR .450 → .440');
  });

  it('tells what of either side cannot be read, and compares the rest', async () => {
    const cwd = await changed({ 'trials/beta.mdx': '---\nversion: [\n---\n' });
    git(cwd, 'commit', '--quiet', '--all', '--message', 'broken');
    fs.writeFileSync(path.join(cwd, 'content/trials/beta.mdx'), good('trials/beta.mdx'));
    fs.writeFileSync(
      path.join(cwd, 'content/trials/alpha.mdx'),
      edited(['estimate: .450', 'estimate: .440']),
    );
    const fixed = await here('diff HEAD --content content', { cwd });
    expect(fixed.code).toBe(0);
    expect(fixed.stdout).toMatch(
      /not read before, so not compared {2}\(trials\/beta\.mdx:\d+:\d+\)\n {2}! \S/,
    );
    expect(fixed.stdout).toContain('HR .450 → .440');
    expect(fixed.stdout).not.toMatch(/new, version/);
    expect(fixed.stderr).toMatch(
      /^almanac diff: 1 file of revision HEAD \([0-9a-f]{12}\) cannot be read; the rest is compared\n$/,
    );
    fs.writeFileSync(path.join(cwd, 'content/trials/alpha.mdx'), '---\nversion: [\n---\n');
    const broken = await here('diff first --content content', { cwd });
    expect([broken.code, broken.stderr]).toEqual([
      1,
      expect.stringMatching(/^almanac diff: 1 file cannot be read now, see: almanac check/),
    ]);
    expect(broken.stdout).not.toMatch(/gone/);
  });

  it('runs nothing of the repository and follows no link in it', async () => {
    const cwd = await changed();
    fs.writeFileSync(path.join(cwd, '.gitattributes'), '* filter=evil diff=evil\n');
    fs.rmSync(path.join(cwd, 'content/trials/beta.mdx'));
    fs.symlinkSync('/etc/passwd', path.join(cwd, 'content/trials/beta.mdx'));
    git(cwd, 'add', '.');
    git(cwd, 'commit', '--quiet', '--message', 'link');
    for (const kind of ['clean', 'smudge'])
      git(cwd, 'config', `filter.evil.${kind}`, `touch ${path.join(cwd, 'ran')}`);
    git(cwd, 'config', 'diff.evil.textconv', `touch ${path.join(cwd, 'ran')}`);
    fs.rmSync(path.join(cwd, 'content/trials/beta.mdx'));
    fs.writeFileSync(path.join(cwd, 'content/trials/beta.mdx'), good('trials/beta.mdx'));
    const { stdout, code } = await here('diff HEAD --content content', { cwd });
    expect([code, fs.existsSync(path.join(cwd, 'ran'))]).toEqual([0, false]);
    expect(stdout).toMatch(/^1 entry new;/);
  });
});

describe('formats', () => {
  it('tell the same; content is no Markdown, HTML or account in a comment', async () => {
    const hostile = '<img src=x onerror=alert(1)> @everyone [x](https://evil.example) **b** #1';
    const cwd = await changed({
      'trials/alpha.mdx': edited(
        ['estimate: .450', 'estimate: .440'],
        ['acronym: ALPHA', `acronym: '${hostile}'`],
      ),
    });
    const markdown = await here('diff first --format markdown --content content', { cwd });
    expect(markdown.stdout).toMatch(/^## Evidence that changes\n\n1 entry changed; 1 fact changed since /);
    expect(
      markdown.stdout.replaceAll(/<\/?(?:code|details|summary)>/g, '').replace(/^\*\*(.*)\*\* /gm, '$1'),
    ).not.toMatch(/[<@[*](?!&)/);
    const json = JSON.parse(
      (await here('diff first --format json --content content', { cwd })).stdout,
    ) as Record<string, unknown>;
    expect(json).toMatchObject({
      since: { name: 'first', kind: 'revision', commit: git(cwd, 'rev-parse', 'HEAD') },
      entries: [
        {
          entry: 'trials/alpha',
          change: 'changed',
          version: { before: '1.2', after: '1.2' },
          facts: [
            { id: 'os-hr', change: 'changed', text: 'HR .450 → .440', parts: { estimate: ['.450', '.440'] } },
          ],
          other: [{ what: 'acronym', change: 'changed', before: 'ALPHA' }],
        },
      ],
      works: [],
      files: [],
      unlisted: [],
      unread: [],
    });
  });

  it('of Markdown fit a comment, however much has changed', async () => {
    const cwd = await changed();
    const beta = good('trials/beta.mdx');
    for (let i = 0; i < 300; i += 1)
      fs.writeFileSync(
        path.join(cwd, `content/trials/beta-${i}.mdx`),
        beta.replace(/^title:/m, `acronym: ${'Long words '.repeat(40).trim()}\ntitle:`),
      );
    const { stdout } = await here('diff first --format markdown --content content', { cwd });
    expect(stdout.length).toBeLessThan(65_536);
    expect(stdout).toMatch(/\n\d+ more are left out here: `almanac diff` tells all\.\n$/);
  });
});

describe('a wrong use', () => {
  it.each([
    ['diff --content content', /^almanac diff: expected one revision or release, found nothing\nusage: /],
    [
      'diff first second --content content',
      /^almanac diff: expected one revision or release, found first second\n/,
    ],
    [
      'diff first --format html --content content',
      /^almanac diff: --format cannot be html; expected text, markdown, json\n/,
    ],
    [
      'diff nonsense --content content',
      /^almanac diff: nonsense is neither a revision of the repository nor a release of the content; .*it has no releases\n/,
    ],
    ['diff --content content -- --output=x', /^almanac diff: --output=x is neither a revision/],
    ['diff first:content --content content', /^almanac diff: first:content is neither a revision/],
    ['diff first --content nowhere', /^almanac diff: nowhere: no such folder/],
  ])('%s is told in a line', async (line, expected) => {
    const cwd = await changed();
    const { code, stdout, stderr } = await here(line, { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(expected);
    expect(stderr.split('\n').filter((told) => !told.startsWith('usage: '))).toHaveLength(2);
    expect(fs.existsSync(path.join(cwd, 'x'))).toBe(false);
  });

  it('is a folder in no repository, and a revision without the folder', async () => {
    const cwd = folder();
    layOut(path.join(cwd, 'content'));
    const none = await command('diff HEAD --content content', {
      cwd,
      env: { GIT_CEILING_DIRECTORIES: path.dirname(cwd) },
    });
    expect([none.code, none.stderr]).toEqual([
      2,
      expect.stringMatching(
        /^almanac diff: content lies in no git repository that can be read, and HEAD is no release of it; it has no releases\n/,
      ),
    ]);
    const there = await changed();
    layOut(path.join(there, 'other'));
    const absent = await here('diff HEAD --content other', { cwd: there });
    expect([absent.code, absent.stderr]).toEqual([
      2,
      expect.stringMatching(/^almanac diff: HEAD has no file in other\//),
    ]);
  });

  it('of any words ends in a line, never in a fault', async () => {
    const cwd = await changed();
    const words = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        'HEAD',
        'first',
        '@',
        '@{u}',
        'HEAD^{tree}',
        ':/first',
        '^first',
        'first..HEAD',
        '-n',
        '--',
        '0.0.0',
        '../x',
        'HEAD:content',
        '\u0000',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 2 }), async (given) => {
        const { code, stdout, stderr } = await here(['diff', '--content', 'content', '--', ...given], {
          cwd,
        });
        expect([0, 2]).toContain(code);
        if (code === 0) expect(stdout).toMatch(/^No change since revision /);
        else expect(stderr).toMatch(/^almanac diff: /);
        expect(stderr).not.toMatch(/fault of the program|\n {4}at /);
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});
