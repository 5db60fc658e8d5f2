import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../src/cli/command.ts';
import { bytesOf, command, here, withContent } from './almanac.ts';

const fixture = (name: string) => path.join(projectRoot, 'tests', 'fixtures', 'import', name);
const libraryOf = (cwd: string) => fs.readFileSync(path.join(cwd, 'content', 'references.yaml'), 'utf8');
const all = [
  'nbib-wrapped-lines.nbib',
  'cnki-refworks-gbk.txt',
  'bib-crossref-strings.bib',
  'more/wos.ris',
].map(fixture);
const importing = (...args: string[]) => ['import', 'refs', ...args, '--content', 'content'];

test('works are added below those that are there, check finds nothing but what a person must settle, twice is once', async () => {
  const cwd = withContent();
  const before = bytesOf(cwd);
  const library = libraryOf(cwd);
  const dry = await here(importing(...all, '--dry-run'), { cwd });
  expect([dry.code, dry.stderr]).toEqual([0, '']);
  expect(dry.stdout).toContain(
    'content/references.yaml would have 22 works added, 0 filled in; nothing is written',
  );
  expect(bytesOf(cwd)).toEqual(before);

  const run = await command(importing(...all), { cwd });
  expect([run.code, run.stderr]).toEqual([0, '']);
  expect(run.stdout).toMatch(
    /nbib-wrapped-lines\.nbib: PubMed \(nbib\); 3 records: 3 new, 0 joined to works that are there\n/,
  );
  expect(run.stdout).toMatch(/cnki-refworks-gbk\.txt: RefWorks, read as GBK; 3 records: 3 new/);
  expect(run.stdout).toContain('  + example-2034 (line 2): Inventumab against chemotherapy');
  expect(run.stdout).toContain('abstracts left out, for they are sentences of others: 1');
  expect(libraryOf(cwd).startsWith(library)).toBe(true);
  const changed = [...bytesOf(cwd)]
    .filter(([file, bytes]) => before.get(file) !== bytes)
    .map(([file]) => file);
  expect(changed).toEqual([path.join('content', 'references.yaml')]);

  await here('addresses --write --content content', { cwd });
  const check = JSON.parse((await here('check --content content --format json', { cwd })).stdout) as {
    findings: { code: string; severity: string }[];
  };
  expect([...new Set(check.findings.map(({ code }) => code))]).toEqual(['identity/identifier']);

  const after = libraryOf(cwd);
  const again = await here(importing(...all), { cwd });
  expect([again.code, libraryOf(cwd) === after]).toEqual([0, true]);
  expect(again.stdout).toContain('content/references.yaml stays as it is: nothing new');
});

test('what differs is kept and shown; --take takes one field, --update all', async () => {
  const cwd = withContent();
  const file = path.join(cwd, 'one.ris');
  fs.writeFileSync(
    file,
    'TY  - JOUR\nTI  - Testumab in grown-ups\nAU  - Smith, A\nDO  - https://doi.org/10.1000/ALPHA\nVL  - 13\nIS  - 2\nER  - \n',
  );
  const kept = await here(importing(file), { cwd });
  expect(kept.stdout).toContain(
    [
      '  ~ smith-2020 (line 1, by DOI)',
      '      + issue: 2',
      '      ! title: kept Testumab in adults; the file has Testumab in grown-ups',
      '      ! author: kept Smith A B, Nguyễn C; the file has Smith A',
      '      ! volume: kept 12; the file has 13',
    ].join('\n'),
  );
  expect(kept.stdout).toContain(
    '3 differences are left to you: --take KEY.FIELD takes one from the file, --update all',
  );
  expect(libraryOf(cwd)).toContain('  volume: 12\n  issue: "2"\n  page: 34-35'.replace('34-35', '34-45'));
  await here(importing(file, '--take', 'smith-2020.volume'), { cwd });
  expect(libraryOf(cwd)).toContain('  title: Testumab in adults\n');
  expect(libraryOf(cwd)).toContain('  volume: "13"\n');
  await here(importing(file, '--update'), { cwd });
  expect(libraryOf(cwd)).toContain(
    '  title: "Testumab in grown-ups"\n  author:\n    - {family: Smith, given: A}\n',
  );
});

test('a record that is refused is told with its line, and the others are imported', async () => {
  const cwd = withContent();
  const run = await here(importing(fixture('csl-json-dates.json'), fixture('more/biblatex.bib')), { cwd });
  expect(run.code).toBe(1);
  expect(run.stderr).toMatch(
    /csl-json-dates\.json:122: refused: it has no title;.*\n.*biblatex\.bib:26: refused: the entry @article is broken: a brace of it is not closed\n$/,
  );
  expect(run.stdout).toContain('8 records: 7 new, 0 joined to works that are there, 1 refused');
});

test.each([
  ['a web page', '<!DOCTYPE html><html></html>', /bad\.ris: this is a web page, not an export/],
  ['another text', 'hello', /bad\.ris: this is no file of references that is known; expected BibTeX, RIS/],
  ['broken JSON', '[{"id": 1,', /bad\.ris:1: this is no JSON/],
  ['an empty file', ' \n', /bad\.ris: the file is empty/],
  ['no records', '[]', /bad\.ris: this looks like CSL-JSON, but there is no record in it/],
  [
    'what drives a terminal',
    '[{"id": \x1b[31m\u202e',
    /bad\.ris:1: this is no JSON \([^\p{Cc}\u202e]*\\u001b/u,
  ],
])('%s is one line and exit code 2, and nothing of other files is written', async (_, content, said) => {
  const cwd = withContent();
  const before = bytesOf(cwd);
  const bad = path.join(cwd, '..', `bad-${path.basename(cwd)}`, 'bad.ris');
  fs.mkdirSync(path.dirname(bad));
  fs.writeFileSync(bad, content);
  const run = await here(importing(fixture('endnote-styles.xml'), bad), { cwd });
  expect([run.code, run.stdout]).toEqual([2, '']);
  expect(run.stderr).toMatch(said);
  expect(run.stderr).toMatch(/^[^\n]+\n$/);
  expect(bytesOf(cwd)).toEqual(before);
});

test('wrong usage and a library that cannot be read', async () => {
  const cwd = withContent('bad-yaml-tab');
  for (const [args, said] of [
    [importing(), /^almanac import: import refs needs a FILE\nusage: /],
    [importing(cwd), /: this is a folder; expected a file of references\n$/],
    [importing(path.join(cwd, 'none.bib')), /none\.bib: no such file/],
    [importing(fixture('more/wos.ris'), '--take', 'smith'), /--take cannot be smith; expected KEY\.FIELD/],
    [['import', 'refs', fixture('more/wos.ris'), '--content', 'nowhere'], /nowhere: no such folder/],
  ] as const) {
    const run = await here([...args], { cwd });
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toMatch(said);
  }
  const broken = withContent(undefined, { 'references.yaml': '- id: Bad Key\n' });
  const run = await here(importing(fixture('more/wos.ris')), { cwd: broken });
  expect(run.code).toBe(2);
  expect(run.stderr).toMatch(
    /^almanac import: content\/references\.yaml:1:\d+: .*the content has errors, see: almanac check/,
  );
});
