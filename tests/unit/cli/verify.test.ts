import fs from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { frontmatterOf } from '../../../src/reading/frontmatter.ts';
import { readYaml } from '../../../src/reading/yaml.ts';
import { good } from '../checks/fixtures.ts';
import { folder, here, withContent } from './almanac.ts';

const text = `A total of 34 patients were treated. CR was achieved in 24 of 34 patients (70.6%; 95% CI, 52.5–84.9).
Median OS was 7.70 months (95% CI, 6.0 to not reached). The HR was 0.45 (97.5% CI, 0.34 to 0.61; P<0.001).
`;
const common = 'population: all\n  report: smith-2020';
const entry = `- id: cr
  kind: proportion
  endpoint: cr
  ${common}
  locator: abstract, passage 2
  events: 24
  total: 34
  percent: 70.6
  interval: {level: 95, low: 52.5, high: 84.9}
- id: os
  kind: median
  endpoint: os
  ${common}
  locator: abstract, passage 3
  value: 7.70
  unit: months
  interval: {level: 95, low: 6.0, high: not-reached}
- id: hr
  kind: contrast
  endpoint: os
  arm: new
  comparator: old
  ${common}
  locator: abstract, passage 4
  measure: HR
  estimate: 0.45
  interval: {level: 97.5, low: 0.34, high: 0.61}
  p: "<0.001"
`;

/** Runs `almanac verify` on a proposed entry and a text. */
async function verify(proposed: string, ...args: string[]) {
  const cwd = folder();
  fs.writeFileSync(path.join(cwd, 'entry.yaml'), proposed);
  fs.writeFileSync(path.join(cwd, 'text.txt'), text);
  return here(['verify', 'entry.yaml', '--text', 'text.txt', ...args], { cwd });
}

describe('almanac verify', () => {
  it('accepts what the passages print', async () => {
    const { code, stdout } = await verify(entry);
    expect([code, stdout]).toEqual([0, '14 figures and words looked up: 0 refused\n']);
  });

  it.each([
    ['a changed digit', ['percent: 70.6', 'percent: 70.5'], '9:12', '70.5', 'passage 2 does not print 70.5'],
    ['a lost zero', ['value: 7.70', 'value: 7.7'], '17:10', '7.7', 'passage 3 does not print 7.7'],
    ['another passage', ['passage 3', 'passage 2'], '17:10', '7.70', 'passage 2 does not print 7.70'],
    ['no such passage', ['passage 4', 'passage 9'], '27:12', 'passage 9', 'there is no passage 9'],
    ['a lost bound', ['"<0.001"', '0.001'], '31:6', '0.001', 'passage 4 prints <0.001'],
    [
      'a bound that is not printed',
      ['percent: 70.6', 'percent: "<70.6"'],
      '9:12',
      '<70.6',
      'passage 2 prints 70.6',
    ],
    [
      'an end of another interval',
      ['high: 0.61', 'high: 0.45'],
      '30:44',
      '0.45',
      'does not print 0.45 beside',
    ],
    [
      'what was not said',
      ['high: 84.9}', 'high: not-reached}'],
      '10:13',
      'not reached',
      'passage 2 does not say',
    ],
    ['a wrong level', ['level: 97.5', 'level: 95'], '30:21', '95', 'passage 4 does not print 95'],
    ['an unknown kind', ['kind: median', 'kind: medain'], '12:9', '"medain"', 'kind cannot be "medain"'],
  ])('refuses %s', async (_, [from = '', to = ''], place, actual, message) => {
    const { code, stdout } = await verify(entry.replace(from, to), '--format', 'json');
    const { findings } = JSON.parse(stdout) as {
      findings: { line: number; column: number; actual: string; message: string }[];
    };
    expect(code).toBe(1);
    const [first] = findings;
    expect([`${first?.line}:${first?.column}`, first?.actual]).toEqual([
      place,
      expect.stringContaining(actual),
    ]);
    expect(first?.message).toContain(message);
  });

  it('looks in the whole text where no passage is named, and reads the frontmatter of an entry', async () => {
    const cwd = folder();
    const whole = `---\nversion: "1.0"\noutcomes:\n${entry.replaceAll(/, passage \d/g, '').replace(/^/gm, '  ')}\n---\n`;
    fs.writeFileSync(path.join(cwd, 'entry.mdx'), whole);
    const { code, stdout } = await here(['verify', 'entry.mdx', '--text', text], { cwd });
    expect([code, stdout]).toEqual([0, '14 figures and words looked up: 0 refused\n']);
    fs.writeFileSync(path.join(cwd, 'entry.mdx'), whole.replace('events: 24', 'events: 25'));
    const refused = await here(['verify', 'entry.mdx', '--text', text], { cwd });
    expect([refused.code, refused.stdout]).toEqual([
      1,
      expect.stringContaining('entry.mdx:10:13 error outcomes.cr: events is 25'),
    ]);
  });

  it('asks whose text it is where an entry has several reports', async () => {
    const two = `${entry}- id: orr\n  kind: proportion\n  endpoint: orr\n  population: all\n  report: smith-2023\n  locator: table 1\n  percent: 80\n`;
    expect(await verify(two)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--of smith-2020 | smith-2023') as string,
    });
    expect(await verify(two, '--of', 'smith-2020')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 facts of other reports left out') as string,
    });
  });

  it('of an entry that states nothing fails, and what cannot be read is wrong usage', async () => {
    expect((await verify('[]\n')).code).toBe(1);
    expect((await verify('- id: [\n')).code).toBe(1);
    expect((await verify(entry, '--format', 'xml')).code).toBe(2);
    expect((await here(['verify', 'absent.yaml', '--text', text], { cwd: folder() })).code).toBe(2);
    expect((await here(['verify'], { cwd: folder() })).code).toBe(2);
  });
});

describe('almanac prompt', () => {
  it('has the rules, the vocabulary of the base and the passages that verify numbers', async () => {
    const cwd = withContent();
    const { code, stdout } = await here(['prompt', text, '--content', path.join(cwd, 'content')], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain(
      '- cr | Complete remission, 完全缓解, CR | proportion, contrast, range, association',
    );
    expect(stdout).toContain('\n[3] Median OS was 7.70 months (95% CI, 6.0 to not reached).\n');
    expect(stdout).toContain('locator: abstract, passage 3');
  });

  it('gives a schema that the entries of a base fit', async () => {
    const cwd = withContent();
    const { stdout } = await here(['prompt', text, '--content', path.join(cwd, 'content')], { cwd });
    const schema = JSON.parse(stdout.split('\n').find((line) => line.startsWith('{')) ?? '') as object;
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const fits = ajv.compile(schema);
    const alpha = readYaml(frontmatterOf(good('trials/alpha.mdx'))?.source ?? '').data;
    expect(fits(alpha), JSON.stringify(fits.errors)).toBe(true);
    expect(fits({ ...(alpha as object), outcomes: [{ id: 'x', kind: 'guess' }] })).toBe(false);
  });
});
