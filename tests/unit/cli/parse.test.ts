import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/cli/command.ts';
import { readYaml } from '../../../src/reading/yaml.ts';
import { bytesOf, here, withContent } from './almanac.ts';

/** An invented abstract that speaks of the endpoints of the good base. */
const abstract = `Of 164 patients, 121 (73.8%) achieved CR. Median OS was 7.0 months (95% CI, 4.2 to not
reached). Grade ≥3 cytokine release syndrome occurred in 12 of 164 patients (7.3%). Twelve samples were lost in 2019.
`;

const parse = (cwd: string, ...args: string[]) =>
  here(['parse', ...args, '--content', path.join(cwd, 'content')], { cwd });

describe('almanac parse', () => {
  it('prints outcomes to paste, the words of each and its place, and the numbers that it did not understand', async () => {
    const cwd = withContent();
    fs.writeFileSync(path.join(cwd, 'abstract.txt'), abstract);
    const { code, stdout } = await parse(cwd, 'abstract.txt');
    expect(code).toBe(0);
    expect(readYaml(stdout).data).toEqual([
      {
        id: 'cr',
        kind: 'proportion',
        endpoint: 'cr',
        arm: '?',
        population: '?',
        report: '?',
        locator: null,
        events: 121,
        total: 164,
        percent: 73.8,
      },
      {
        ...{
          id: 'os-median',
          kind: 'median',
          endpoint: 'os',
          arm: '?',
          population: '?',
          report: '?',
          locator: null,
        },
        ...{ value: '7.0', unit: 'months', interval: { level: 95, low: 4.2, high: 'not-reached' } },
      },
      {
        ...{
          id: 'crs-grade-3',
          kind: 'adverse-event',
          endpoint: 'crs',
          arm: '?',
          population: '?',
          report: '?',
          locator: null,
        },
        ...{ grade: '≥3', scale: 'unstated', events: 12, total: 164, percent: 7.3 },
      },
    ]);
    expect(stdout).toContain('# 1:18 “Of 164 patients, 121 (73.8%) achieved CR. Median OS');
    expect(stdout).toContain('# Not understood: 2 numbers that are in no outcome\n#   2:85 twelve in “');
    expect(stdout).toContain('#   2:113 2019 in “');
  });

  it('leaves what the text does not say so that the check asks for it', async () => {
    const cwd = withContent();
    const { stdout } = await parse(cwd, abstract);
    const trial = path.join(cwd, 'content/trials/alpha.mdx');
    const text = fs.readFileSync(trial, 'utf8');
    const pasted = stdout.replace(/^(?=.)/gm, '  ').replace(/- id: /g, '- id: pasted-');
    fs.writeFileSync(trial, text.replace('outcomes:\n', `outcomes:\n${pasted}`));
    const { code, stdout: report } = await here(
      ['check', '--only', 'trials/alpha', '--content', path.join(cwd, 'content')],
      {
        cwd,
      },
    );
    expect(code).toBe(1);
    for (const key of ['arm', 'population', 'report', 'locator'])
      expect(report).toContain(`outcomes.pasted-cr.${key}`);
  });

  it('writes the figure index, by which what is pasted is traced from the start', async () => {
    const cwd = withContent();
    const told = [
      '--of',
      'smith-2020',
      '--arm',
      'new',
      '--population',
      'all',
      '--source',
      'smith-2020-abstract',
    ];
    const { code, stdout } = await parse(cwd, abstract, ...told);
    expect(code).toBe(0);
    expect(stdout).toContain('trace: {events: 2, total: 1, percent: 3}');
    expect(fs.readFileSync(path.join(cwd, 'content/sources/smith-2020-abstract.yaml'), 'utf8')).toContain(
      'numbers: [164, 121, 73.8, 7.0, 95, 4.2, 3, 12, 164, 7.3, twelve, 2019]',
    );
    const trial = path.join(cwd, 'content/trials/alpha.mdx');
    const pasted = stdout
      .replace(/^(?=.)/gm, '  ')
      .replace(/- id: /g, '- id: pasted-')
      .replace(/^ +report: .*$/gm, '$&\n    source: paper');
    fs.writeFileSync(trial, fs.readFileSync(trial, 'utf8').replace('outcomes:\n', `outcomes:\n${pasted}`));
    const { stdout: report } = await here(
      ['check', '--only', 'trials/alpha', '--content', path.join(cwd, 'content'), '--verbose'],
      { cwd },
    );
    expect(
      report.split('\n').filter((line) => /pasted/.test(line) && /trace\/|schema\/shape/.test(line)),
    ).toEqual([]);
    // A digit that changes on the way is found.
    fs.writeFileSync(trial, fs.readFileSync(trial, 'utf8').replace('percent: 7.3', 'percent: 7.2'));
    const { stdout: changed } = await here(
      ['check', '--only', 'trials/alpha', '--content', path.join(cwd, 'content')],
      { cwd },
    );
    expect(changed).toContain('percent is 7.2, but number 10 of abstract in the source is 7.3');
  });

  it('tells what contradicts itself, and says so by its exit', async () => {
    const { code, stdout } = await parse(withContent(), 'CR 24/34 (75%)');
    expect([code, stdout]).toEqual([
      1,
      expect.stringContaining('# ! 24/34 is 70.6%, and the text prints 75%'),
    ]);
  });

  it('says where nothing is understood', async () => {
    const { code, stdout } = await parse(withContent(), 'We saw 12 birds.');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^\[\]\n# Not understood: 1 number that is in no outcome\n# {3}1:8 12 in /);
  });

  it('says where there is no number', async () => {
    const { code, stdout } = await parse(withContent(), 'We saw birds.');
    expect([code, stdout]).toEqual([1, '[]\n# No number was found\n']);
  });

  it('takes a text that is longer than any name of a file', async () => {
    const { code, stdout } = await parse(withContent(), `CR was 70%. ${'No more was said. '.repeat(400)}`);
    expect([code, stdout]).toEqual([0, expect.stringContaining('percent: 70')]);
  });

  it('reads the standard input', () => {
    const cwd = withContent();
    const almanac = path.join(projectRoot, 'src/cli/almanac.js');
    const { status, stdout } = spawnSync(process.execPath, [almanac, 'parse', '-', '--content', 'content'], {
      cwd,
      input: 'CR 24/34 (70.6%)',
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, expect.stringContaining('events: 24')]);
  });

  it.each([
    ['nothing', [], 'expected one text, file or -, found 0'],
    ['two texts', ['CR 70%', 'OS 60%'], 'expected one text, file or -, found 2'],
    ['a file that is not there', ['abstract.txt'], 'abstract.txt: no such file'],
    ['a folder', ['content'], 'content is a folder; expected a text file'],
    ['an empty text', [' '], 'the text is empty'],
    ['a source of no report', ['CR 70%', '--source', 'new'], '--source needs --of KEY'],
    [
      'a source that is there',
      ['CR 70%', '--of', 'smith-2020', '--source', 'taken'],
      'taken.yaml exists already',
    ],
    ['an id that is none', ['CR 70%', '--arm', 'New arm'], '--arm cannot be "New arm"'],
    [
      'a date that is none',
      ['CR 70%', '--of', 'smith-2020', '--source', 'new', '--read', 'today'],
      '--read is "today"',
    ],
  ])('of %s is wrong usage, and nothing is written', async (_, args, message) => {
    const cwd = withContent(undefined, {
      'sources/taken.yaml': 'of: smith-2023\ntitle: abstract\nsections: [{id: a, numbers: []}]\n',
    });
    const before = bytesOf(path.join(cwd, 'content'));
    const { code, stdout, stderr } = await parse(cwd, ...args);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
    expect(bytesOf(path.join(cwd, 'content'))).toEqual(before);
  });

  it('says where a file is not UTF-8', async () => {
    const cwd = withContent();
    fs.writeFileSync(path.join(cwd, 'latin.txt'), Buffer.from([0x43, 0x52, 0x0a, 0x37, 0xb1]));
    const { code, stderr } = await parse(cwd, 'latin.txt');
    expect([code, stderr]).toEqual([2, expect.stringContaining('latin.txt:2:2: 0xB1 is not UTF-8')]);
  });
});
