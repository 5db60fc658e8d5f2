import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runChecks } from '../../../src/checks/run.ts';
import { textReport } from '../../../src/checks/reporters.ts';
import { readBody } from '../../../src/reading/body.ts';
import { BorrowedCache } from '../../../src/reading/cache.ts';
import { contentHash } from '../../../src/reading/content-hash.ts';
import { readCorpus } from '../../../src/reading/corpus.ts';
import { isWhole, sample } from '../../support/sweep.ts';
import { check, good, layOut, type Changes } from '../checks/fixtures.ts';

const beta = 'trials/beta.mdx';
const named = (acronym: string) =>
  good(beta).replace('status: completed', () => `acronym: ${acronym}\nstatus: completed`);
const bodied = (text: string) => good(beta).replace(/\n\nComplete[\s\S]*$/, () => `\n\n${text}\n`);
const told = (changes: Changes) => check(undefined, changes).findings.map(({ at, code }) => [at, code]);

/** What the parser took more than half a minute for at a size that is still small. */
const crowded: [string, string][] = [
  ['stars before stars', '*'.repeat(20_000) + 'x' + '*'.repeat(20_000)],
  ['stars that close', 'a* '.repeat(30_000)],
  ['stars and underscores', '*_'.repeat(20_000)],
  ['emphasis in emphasis', '*a _'.repeat(2000) + 'b_ c*'.repeat(2000)],
  ['emphasis in an item', `- ${'*_'.repeat(20_000)}`],
  ['emphasis in a quotation', `> ${'a** '.repeat(20_000)}`],
  ['brackets', '['.repeat(50_000) + 'x' + ']'.repeat(50_000)],
  ['images', '!['.repeat(20_000) + '](a)'.repeat(20_000)],
  ['footnotes', '[^'.repeat(20_000) + '] '.repeat(20_000)],
  ['equals signs', '=\n'.repeat(40_000)],
  ['rows of tables', '|-|\n'.repeat(40_000)],
  ['braces', '{'.repeat(50_000) + '}'.repeat(50_000)],
  ['braces that never fit', '{('.repeat(20_000) + '}'.repeat(20_000)],
  ['braces in tags', '<a b={'.repeat(3000) + '}'.repeat(3000)],
  ['a brace around much', `{${'a+'.repeat(90_000)}${'}'.repeat(100)}`],
];

describe('bodies that would take the parser minutes', () => {
  it.each(crowded)('%s: one finding at its place', (_, text) => {
    const findings = check(undefined, { [beta]: bodied(text) }).findings;
    expect(findings.map(({ at, code }) => [at, code])).toEqual([
      [expect.stringMatching(/^trials\/beta\.mdx:34:\d$/), 'mdx/syntax'],
    ]);
    expect(findings[0]!.message).toMatch(/more than can be read$/);
  });

  it('in many passages are refused in the first that is too much', () => {
    const text = `${`${'*a _b_ c* '.repeat(60)}\n\n`.repeat(200)}`;
    expect(readBody(text)).toMatchObject({
      message: expect.stringMatching(/more than can be read$/) as string,
    });
  });

  it('are told from long ones: two hundred items, tables and comments are read', () => {
    const items = '- An item with *emphasis*, **weight** and [a link](/trials/alpha/).\n'.repeat(200);
    const table = `| a | b |\n|---|---|\n${'| *c* | `d` |\n'.repeat(200)}`;
    const comments = '{/* a comment */}\n\n'.repeat(80);
    for (const text of [items, table, comments]) expect(readBody(text)).toHaveProperty('tree');
  });
});

it('a list of a hundred thousand values where a text is expected is told once', () => {
  expect(told({ [beta]: named(`[${'1, '.repeat(90_000)}1]`) })).toEqual([[`${beta}:6:10`, 'schema/shape']]);
  expect(told({ [beta]: named(`[${'1, '.repeat(200_000)}1]`) })).toEqual([[`${beta}:1:1`, 'schema/yaml']]);
});

describe('characters that nobody sees', () => {
  const escapes = [
    ...[
      '\\0',
      '\\b',
      '\\e',
      '\\x7F',
      '\\x85',
      '\\u202E',
      '\\u2066',
      '\\u200E',
      '\\u200B',
      '\\u2028',
      '\\uFEFF',
    ],
    ...['\\uFFFE', '\\uFFFF', '\\uFDD0', '\\U0001FFFE', '\\uD800', '\\U000E0041', '\\uFFFD'],
  ];

  it.each(escapes)('are refused as an escape of YAML: %s', (escape) => {
    expect(told({ [beta]: named(`"a${escape}b"`) })).toEqual([[`${beta}:6:10`, 'schema/encoding']]);
    expect(
      told({ [beta]: good(beta).replace('status: completed', `"stat${escape}": 1\nstatus: completed`) }),
    ).toEqual([[`${beta}:6:1`, 'schema/encoding']]);
  });

  it.each(['&#x202E;', '&#8238;', '&#x1;', '&#x200B;', '&ZeroWidthSpace;', '&#xFFFE;', '&#0;', '&lrm;'])(
    'are refused as an entity in a body: %s',
    (entity) => {
      expect(told({ [beta]: bodied(`Words\n\nand ${entity} more`) })).toEqual([
        [`${beta}:36:1`, 'schema/encoding'],
      ]);
    },
  );

  it.each([
    '[a](/about/ "b&#x202E;")',
    '[a](/a&#x202E;bout/)',
    '![a&#x202E;](/a.png)',
    '<sub id="&#x202E;">a</sub>',
  ])('are refused in every part of it: %s', (text) => {
    expect(told({ [beta]: bodied(`Words ${text}`) }).map(([, code]) => code)).toContain('schema/encoding');
  });

  it('are refused in a release, which the feed shows', () => {
    const release = { version: '0.0.1', editions: { a: '1\u202E' } };
    const text = JSON.stringify(release).replace('\u202E', '\\u202E');
    expect(told({ 'releases/0.0.1.json': text })).toEqual([['releases/0.0.1.json:1:36', 'schema/encoding']]);
  });

  it('are told from letters, joiners and line ends of every script', () => {
    for (const text of [
      'ß…–−≥µ',
      '完全缓解',
      'می\u200Cخواهم',
      'क्\u200Dष',
      'e\u0301',
      '👩\u200D🔬',
      'a\\tb',
      'a\\nb',
    ])
      expect(told({ [beta]: named(`"${text}"`) })).toEqual([]);
  });
});

describe('a slip in one file of the whole base', () => {
  const slips: [string, string, (text: string) => string][] = [
    ['references.yaml', 'a tab', (text) => text.replace('\n  ', '\n\t')],
    ['references.yaml', 'a misspelt key', (text) => text.replace('type:', 'tipe:')],
    ['endpoints.yaml', 'an open bracket', (text) => text.replace('- id:', '- [id:')],
    ['vocabulary.yaml', 'an open bracket', (text) => text.replace('settings:', 'settings: [')],
    ['base.yaml', 'an open bracket', (text) => text.replace('name:', 'name: [')],
    ['permanent-urls.yaml', 'an open bracket', (text) => text.replace('\n- ', '\n- [')],
  ];

  it.each(sample(slips, 3))(
    '%s with %s is told once; what rests on it is skipped and counted',
    (file, _, slip) => {
      // The real base: everything in it leans on something.
      const content = path.resolve('content');
      const root = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-slip-'));
      try {
        fs.cpSync(content, root, { recursive: true });
        const text = fs.readFileSync(path.join(root, file), 'utf8');
        expect(slip(text)).not.toBe(text);
        fs.writeFileSync(path.join(root, file), slip(text));
        const whole = runChecks(readCorpus(root, isWhole ? undefined : new BorrowedCache(content)));
        const errors = whole.findings.filter(({ severity }) => severity === 'error');
        expect(errors.map((finding) => path.basename(finding.file))).toEqual([file]);
        expect(errors[0]!.line).toBeGreaterThan(0);
        if (file !== 'base.yaml') expect(whole.summary.skipped).toBeGreaterThan(50);
      } finally {
        fs.rmSync(root, { recursive: true });
      }
    },
  );
});

describe('what is no file of its own', () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-links-'));
  afterAll(() => fs.rmSync(root, { recursive: true }));
  const secret = path.join(root, 'secret.yaml');
  fs.writeFileSync(secret, 'token: ghp_SECRET0123456789\n');

  /** Checks a base to which something was done: the findings that stop it, and all that is printed. */
  function after(name: string, change: (content: string) => void) {
    const content = path.join(root, name);
    layOut(content);
    const before = contentHash(content);
    change(content);
    const report = runChecks(readCorpus(content));
    const errors = report.findings.filter(({ severity }) => severity === 'error');
    return {
      errors: errors.map(({ file, code }) => [path.relative(content, path.resolve(file)), code]),
      text: textReport(report),
      hash: [before, contentHash(content)],
    };
  }

  it.each([
    ['an entry', 'trials/leak.mdx', '/etc/passwd'],
    ['a figure index', 'sources/leak.yaml', secret],
    ['a link to a folder above', 'trials/up', '..'],
    ['a link to itself', 'trials/loop', 'loop'],
    ['a link to nothing', 'topics/none.mdx', 'nothing'],
    ['a link to a device', 'trials/zero.mdx', '/dev/zero'],
    ['a link within the content', 'trials/gamma.mdx', 'beta.mdx'],
    ['a link that nothing reads', 'notes.txt', secret],
  ])('%s is told in a line, and never opened: %s', (_, name, target) => {
    const { errors, text, hash } = after(name.replaceAll('/', '-'), (content) =>
      fs.symlinkSync(target, path.join(content, name)),
    );
    expect(errors).toEqual([[name, 'schema/file']]);
    expect(text).not.toMatch(/ghp_SECRET|root:/);
    expect(hash[1]).toBe(hash[0]);
  });

  it.each(['references.yaml', 'trials'])('a link in place of %s is told', (name) => {
    const { errors, text } = after(`instead-of-${name}`, (content) => {
      fs.renameSync(path.join(content, name), path.join(root, `moved-${name}`));
      fs.symlinkSync(path.join(root, `moved-${name}`), path.join(content, name));
    });
    expect(errors).toContainEqual([name, 'schema/file']);
    expect(text).toContain(`${name} is a symbolic link`);
  });

  it.each(['references.yaml', 'base.yaml'])('a folder in place of %s is told', (name) => {
    const { errors } = after(`folder-${name}`, (content) => {
      fs.rmSync(path.join(content, name));
      fs.mkdirSync(path.join(content, name));
    });
    expect(errors).toEqual([[name, 'schema/file']]);
  });

  it('a file of gigabytes is told and not read', () => {
    const { errors } = after('large', (content) => fs.truncateSync(path.join(content, beta), 3_000_000_000));
    expect(errors).toContainEqual([beta, 'schema/file']);
  });

  it.skipIf(process.platform === 'win32')('a pipe is told and not waited for', () => {
    const { errors } = after('pipe', (content) =>
      spawnSync('mkfifo', [path.join(content, 'trials', 'pipe.mdx')]),
    );
    expect(errors).toEqual([['trials/pipe.mdx', 'schema/file']]);
  });
});
