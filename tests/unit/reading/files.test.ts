import { describe, expect, it } from 'vitest';
import { check, good, type Changes } from '../checks/fixtures.ts';

const beta = 'trials/beta.mdx';
const entry = good(beta);
const body = (text: string) => entry.replace(/\n\nComplete[\s\S]*$/, () => `\n\n${text}\n`);
const changed = (from: string, to: string) => {
  if (!entry.includes(from)) throw new Error(`the good entry does not hold: ${from}`);
  return entry.replace(from, () => to);
};

/** What is told of a base with changes: place, code and fix of each finding. */
function told(changes: Changes) {
  return check(undefined, changes).findings.map(({ at, code, help }) => ({ at, code, help }));
}
const clean = (changes: Changes) => expect(told(changes)).toEqual([]);
const one = (changes: Changes, at: string, code: string, fix: string) => {
  const findings = told(changes);
  expect(findings.map((finding) => [finding.at, finding.code])).toEqual([[at, code]]);
  expect(findings[0]!.help).toContain(fix);
};

describe('bytes that are not UTF-8', () => {
  const at = (text: string, ...bytes: number[]) => {
    const [before, after] = text.split('‹here›') as [string, string];
    return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
  };

  it('of Latin-1 are told at the letter', () => {
    const bytes = at(changed('Jones 2021', 'Jon‹here›s 2021'), 0xe9);
    one({ [beta]: bytes }, 'trials/beta.mdx:5:15', 'schema/encoding', 'save the file as UTF-8');
    expect(check(undefined, { [beta]: bytes }).findings[0]).toMatchObject({ actual: '0xE9' });
  });

  it('are told after Chinese, which takes several bytes a letter', () => {
    one(
      { [beta]: at(changed('Jones 2021', '测试‹here› 2021'), 0xff) },
      'trials/beta.mdx:5:14',
      'schema/encoding',
      'UTF-8',
    );
  });

  it('of a letter cut short at the end of the file are told', () => {
    one(
      { 'pages/about.mdx': at(`${good('pages/about.mdx')}测‹here›`, 0xe4, 0xb8) },
      'pages/about.mdx:10:2',
      'schema/encoding',
      'UTF-8',
    );
  });

  it('of Chinese encodings are told in the files of the whole base', () => {
    one({ 'base.yaml': at('name: ‹here›\n', 0xb2, 0xe2) }, 'base.yaml:1:7', 'schema/encoding', 'UTF-8');
  });

  it('of UTF-16 are told at the first byte', () => {
    one(
      { 'pages/about.mdx': Buffer.from(`\uFEFF${good('pages/about.mdx')}`, 'utf16le') },
      'pages/about.mdx:1:1',
      'schema/encoding',
      'UTF-8',
    );
  });

  it('are told of every file that holds some', () => {
    const findings = told({
      'pages/about.mdx': at('a‹here›', 0xff),
      'topics/remission.mdx': at('ab‹here›', 0xff),
    });
    expect(findings.map((finding) => finding.at)).toEqual([
      'pages/about.mdx:1:2',
      'topics/remission.mdx:1:3',
    ]);
  });
});

describe('characters that nobody sees', () => {
  it.each([
    ['a null character', '\u0000', 'U+0000'],
    ['a terminal escape', '\u001B', 'U+001B'],
    ['a turn of the direction', '\u202E', 'U+202E'],
  ])('%s is told with its place', (_, character, name) => {
    const changes = { [beta]: changed('Jones 2021', `Jones ${character}2021`) };
    one(changes, 'trials/beta.mdx:5:18', 'schema/encoding', 'delete it');
    expect(check(undefined, changes).findings[0]!.message).toContain(name);
  });
});

describe('how editors save files', () => {
  const files = ['base.yaml', 'references.yaml', beta, 'topics/remission.mdx'];
  const saved = (how: (text: string) => string) =>
    Object.fromEntries(files.map((name) => [name, how(good(name))]));
  const windows = (text: string) => text.replaceAll('\n', '\r\n');

  it('with Windows line ends, a byte-order mark, or both: nothing is told', () => {
    clean(saved(windows));
    clean(saved((text) => `\uFEFF${text}`));
    clean(saved((text) => `\uFEFF${windows(text)}`));
  });

  it('without a line end at the end: nothing is told', () => {
    clean(saved((text) => text.trimEnd()));
  });

  it.each([
    ['Windows line ends', windows],
    ['a byte-order mark', (text: string) => `\uFEFF${text}`],
  ])('with %s, places stay exact in frontmatter and body', (_, how) => {
    one(
      { [beta]: how(changed('setting: relapsed', 'setting: relapse')) },
      'trials/beta.mdx:9:10',
      'links/vocabulary',
      'relapsed',
    );
    one(
      { [beta]: how(body('Words [@jones-2021].\n\nMore\nwords [@jones-2020].')) },
      'trials/beta.mdx:37:9',
      'links/citation',
      'did you mean @jones-2021?',
    );
  });

  it('with spaces behind the fences: nothing is told', () => {
    clean({ [beta]: entry.replaceAll(/^---$/gm, '---  ') });
  });

  it.each(['.DS_Store', 'trials/.beta.mdx.swp', 'trials/.git/config'])(
    'a file of the system, %s, is passed over',
    (name) => {
      clean({ [name]: 'whatever' });
    },
  );
});

describe('files that are not there', () => {
  it.each(['base.yaml', 'vocabulary.yaml', 'endpoints.yaml', 'references.yaml'])(
    '%s is told once, and nothing else',
    (name) => {
      one({ [name]: undefined }, name, 'schema/missing-file', `add ${name}`);
    },
  );

  it.each(['base.yaml', 'vocabulary.yaml', 'endpoints.yaml', 'references.yaml'])(
    'an empty %s is told',
    (name) => {
      one({ [name]: '' }, `${name}:1:1`, 'schema/empty', 'fill it in');
    },
  );

  it.each(['base.yaml', 'vocabulary.yaml', 'endpoints.yaml', 'references.yaml'])(
    'a broken %s is told',
    (name) => {
      one({ [name]: 'a: [1\n' }, `${name}:2:1`, 'schema/yaml', 'quotes around this place');
    },
  );

  it('where no entry is there, only that is told', () => {
    const findings = told({
      trials: undefined,
      therapies: undefined,
      reviews: undefined,
      syntheses: undefined,
      topics: undefined,
      pages: undefined,
    });
    expect(findings.map(({ at, code }) => [at, code])).toEqual([['.', 'schema/content']]);
    expect(findings[0]!.help).toContain('almanac new trial');
  });
});

describe('YAML of every shape', () => {
  it('an alias stands for its anchor, and a fault in it is told where it is written', () => {
    const named = changed('status: completed', 'acronym: &name JONES\nstatus: completed');
    clean({ [beta]: named.replace('label: Testumab', 'label: *name') });
    one(
      { [beta]: named.replace('setting: relapsed', 'setting: *name') },
      'trials/beta.mdx:10:10',
      'schema/shape',
      'lower-case',
    );
  });

  it('aliases that multiply each other are stopped', () => {
    const grown = [...'bcdefghi'].map(
      (name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`,
    );
    const [finding, ...rest] = told({
      [beta]: changed('status: completed', `status: completed\na: &a [1, 2]\n${grown.join('\n')}`),
    });
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({
      code: 'schema/yaml',
      help: expect.stringContaining('write the values out') as string,
    });
    expect(finding!.at).toMatch(/^trials\/beta\.mdx:(?:1\d):\d+$/);
  });

  it.each([
    ['lists in lists', `x: ${'['.repeat(200)}${']'.repeat(200)}`, '7:64'],
    ['lists in lists, each on the line', `x:\n  ${'- '.repeat(200)}a`, '8:123'],
    [
      'maps in maps',
      `x:\n${Array.from({ length: 200 }, (_, i) => `${' '.repeat(i + 1)}a:`).join('\n')}`,
      '68:62',
    ],
    ['lists in lists that exhaust the parser', `x: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, undefined],
    ['items that exhaust the parser', `x:\n  ${'- '.repeat(20_000)}a`, undefined],
  ])('%s, too deep: one finding, and no crash', (_, yaml, at) => {
    const findings = told({ [beta]: changed('status: completed', `status: completed\n${yaml}`) });
    expect(findings.map(({ code }) => code)).toEqual(['schema/yaml']);
    expect(findings[0]!.at).toMatch(at ? `trials/beta.mdx:${at}` : /^trials\/beta\.mdx:[78]:\d+$/);
    expect(findings[0]!.help).toContain('remove brackets or indents');
  });

  it('one fault is told once, however many brackets it leaves open', () => {
    const topic = good('topics/remission.mdx').replace('endpoints: [cr, orr]', 'endpoints: [[[[[[cr, orr');
    one(
      { 'topics/remission.mdx': topic },
      'topics/remission.mdx:7:1',
      'schema/yaml',
      'quotes around this place',
    );
  });

  it.each([
    ['__proto__', '__proto__: {a: 1}'],
    ['constructor', 'constructor: 1'],
    ['a number', '1: 1'],
    ['a merge', '<<: {acronym: X}'],
  ])('%s as a key is an unknown key like any other', (_, line) => {
    one(
      { [beta]: changed('status: completed', `${line}\nstatus: completed`) },
      'trials/beta.mdx:6:1',
      'schema/unknown-key',
      'use one of the keys',
    );
  });

  it('two documents in one file are told', () => {
    one(
      { 'base.yaml': `${good('base.yaml')}---\na: 1\n` },
      'base.yaml:8:1',
      'schema/yaml',
      'around this place',
    );
  });
});

describe('bodies of every shape', () => {
  it.each([
    ['quotations in quotations', `${'> '.repeat(200)}a`, '34:120'],
    ['lists in lists', `${'- '.repeat(20_000)}a`, '34:120'],
    ['components in components', `${'<sub>'.repeat(200)}a${'</sub>'.repeat(200)}`, '34:296'],
    ['emphasis in emphasis', `${'*a **b '.repeat(60)}${'c** d*'.repeat(60)}`, undefined],
  ])('%s, too deep: one finding, and no crash', (_, text, at) => {
    const findings = told({ [beta]: body(text) });
    expect(findings.map(({ code }) => code)).toEqual(['mdx/syntax']);
    expect(findings[0]!.at).toMatch(at ? `trials/beta.mdx:${at}` : /^trials\/beta\.mdx:34:\d+$/);
    expect(findings[0]!.help).toContain('remove the marks');
  });

  it('an ordinary depth is read', () => {
    clean({ [beta]: body(`${'> '.repeat(5)}${'- '.repeat(5)}**a *b***`) });
  });

  it('a comment is no code, however it is laid out', () => {
    clean({ [beta]: body('{/* one */}\n\nWords {/* two\nlines */} and {} more.') });
  });
});

describe('files of every size', () => {
  it('a note of five megabytes on one line is read', () => {
    clean({ [beta]: changed('    total: 21', `    total: 21\n    note: ${'long '.repeat(1_000_000)}`) });
  });

  it('a body of five megabytes is refused in a line and not parsed', () => {
    const text = 'Words and more words of an endless text.\n'.repeat(125_000);
    one({ [beta]: body(text) }, 'trials/beta.mdx:34:1', 'mdx/syntax', 'shorten it');
  });

  it('a long line of words, digits and brackets is read', () => {
    clean({ [beta]: body('HR ( CI P 1 of [ a 1.1 '.repeat(2000)) });
  });
});
