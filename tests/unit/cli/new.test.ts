import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/cli/command.ts';
import { good } from '../checks/fixtures.ts';
import { here, withContent } from './almanac.ts';

/** The library with a work that no entry names yet. */
const references = `${good('references.yaml').trimEnd()}
- id: new-2026
  type: article-journal
  title: A new trial
  author: [{family: New, given: A}]
  container-title: Journal of Tests
  issued: {date-parts: [[2026]]}
  DOI: 10.1000/new
  language: en-US
`;

/** What somebody does who reads the comments of a template and nothing else. */
const follow: Record<string, (text: string) => string> = {
  // The examples of outcomes name endpoints of many bases; those of this one take their place.
  trial: (text) =>
    text
      .replace(/^setting: SETTING # .*: (\S+).*$/m, 'setting: $1')
      .replace(/ageGroup: AGE-GROUP # .*: (\S+).*$/m, 'ageGroup: $1')
      .replace('{/*', '')
      .replace('*/}', '')
      .replaceAll('KEY', 'new-2026')
      .replace('ADDRESS', 'journal.example/1')
      .replace('# - {id: control', '- {id: control')
      .replace(
        '# n: 24            how many; of two arms {main: 24, control: 23}',
        'n: {main: 24, control: 24}',
      )
      .replace('# report: new-2026      which', 'report: new-2026 # which')
      .replace('# locator: abstract\nreports', 'locator: abstract\nreports')
      .replace('role: single', 'role: experimental')
      .replace('therapies: []', 'therapies: [testumab]')
      .replace('outcomes: []', 'outcomes:')
      .replace(/^#( {2}.*)$/gm, '$1'),
  therapy: (text) =>
    text
      .replace(/^class: CLASS # .*: (\S+).*$/m, 'class: $1')
      .replace('# unlinked', 'unlinked')
      .replace('{/*', '')
      .replace('*/}', '')
      .replace('KEY]. ', 'smith-2020]. ')
      .replace('approvals: []\n# approvals:', 'approvals:')
      .replace(/^# ( {2}.*)$/gm, '$1')
      .replace('ADDRESS', 'agency.example/1')
      .replace('report: KEY, locator', 'report: overview, locator'),
  topic: (text) =>
    text
      .replace('{/*', '')
      .replace('*/}', '')
      .replace('KEY', 'smith-2020')
      .replace('TRIAL/FACT', 'alpha/cr-new'),
};

describe('an entry that is begun by almanac new and filled in by its comments', () => {
  it.each([
    ['trial', 'trials'],
    ['therapy', 'therapies'],
    ['topic', 'topics'],
  ])('passes as a %s', async (kind, folder) => {
    const cwd = withContent(undefined, kind === 'trial' ? { 'references.yaml': references } : {});
    expect((await here(`new ${kind} some-new --content content`, { cwd })).code).toBe(0);
    const file = path.join(cwd, 'content', folder, 'some-new.mdx');
    const begun = fs.readFileSync(file, 'utf8');
    const text = follow[kind]!(begun);
    // Capitals that are left would be something that the comments do not explain.
    expect(
      text.replaceAll(/CAPITALS|CONTRIBUTING|report: KEY$|HR|OR|RR|NCT0+|ACRONYM|ID\b/gm, ''),
    ).not.toMatch(/\b[A-Z]{3,}\b/);
    fs.writeFileSync(file, text);
    expect((await here('addresses --write --content content', { cwd })).code).toBe(0);
    const { code, stdout } = await here(`check content/${folder}/some-new.mdx --content content`, { cwd });
    expect(stdout).toMatch(/: 0 errors, 0 warnings, /);
    expect(code).toBe(0);
    // What was not asked to be replaced passes as it stands, apart from what only the author knows.
    expect((await here(`check --content content`, { cwd })).code).toBe(0);
  });

  it('says what a value can be where it stands, by the vocabulary of its base', async () => {
    const cwd = withContent();
    await here('new trial some-new --content content', { cwd });
    const text = fs.readFileSync(path.join(cwd, 'content/trials/some-new.mdx'), 'utf8');
    expect(text).toMatch(/^setting: SETTING # from vocabulary\.yaml, settings: relapsed\b/m);
    expect(text).toMatch(/^phase: not-reported # early-1 \| '1' \| 1\/2 \| '2' /m);
    expect(text).toMatch(/role: single # experimental \| comparator \| single \| historical$/m);
    // Outside of the checkout nobody knows where the schemas are.
    expect(text).not.toContain('$schema');
    const bare = withContent(undefined, { 'vocabulary.yaml': 'settings: [' });
    expect((await here('new trial some-new --content content', { cwd: bare })).code).toBe(0);
    expect(fs.readFileSync(path.join(bare, 'content/trials/some-new.mdx'), 'utf8')).toMatch(/settings$/m);
  });

  it('in the checkout names its schema, and is known to the language server at once', async () => {
    const content = path.join(projectRoot, 'node_modules', '.cache', `new-${process.pid}`);
    fs.mkdirSync(content, { recursive: true });
    try {
      await here(['new', 'trial', 'some-new', '--content', content], { cwd: projectRoot });
      const [, line] = fs.readFileSync(path.join(content, 'trials/some-new.mdx'), 'utf8').split('\n');
      const [, schema] = /^# yaml-language-server: \$schema=(\S+)$/.exec(line!) ?? [];
      expect(path.resolve(content, 'trials', schema!)).toBe(
        path.join(projectRoot, 'schemas', 'trials.schema.json'),
      );
      expect(fs.existsSync(path.join(projectRoot, 'schemas', 'trials.schema.json'))).toBe(true);
      const list = fs.readFileSync(path.join(projectRoot, '.astro/collections/collections.json'), 'utf8');
      const { entries } = JSON.parse(list) as { entries: Record<string, string> };
      expect(Object.entries(entries)).toEqual([
        [expect.stringMatching(/\/trials\/some-new\.mdx$/), 'trials'],
      ]);
    } finally {
      fs.rmSync(content, { recursive: true });
      await here('export schemas', { cwd: projectRoot });
    }
  });
});
