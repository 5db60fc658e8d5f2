import { expect, it } from 'vitest';
import { command, here, withContent } from './almanac.ts';

it('lists what is to be looked at again, and refuses a day that is none', async () => {
  const cwd = withContent();
  const { code, stdout } = await command('stale --before 2100-01-01 --content content', { cwd });
  expect(code).toBe(0);
  expect(stdout).toMatch(/ {2}content\/trials\/\w+\.mdx: the reports of the study\n/);
  const listed = JSON.parse(
    (await here('stale --before 2100-01-01 --json --content content', { cwd })).stdout,
  ) as unknown[];
  expect(stdout).toContain(
    `\n${listed.length} to look at again, of what was last looked at before 2100-01-01`,
  );
  const broken = await here('stale --content content', { cwd: withContent('bad-yaml-tab') });
  expect([broken.code, broken.stderr]).toEqual([
    2,
    expect.stringMatching(/^almanac stale: content\/trials\/beta\.mdx:\d+:\d+: .*has errors/),
  ]);
  const wrong = await here('stale --before yesterday', { cwd });
  expect([wrong.code, wrong.stderr]).toEqual([
    2,
    expect.stringMatching(/^almanac stale: --before is "yesterday"; expected a day/),
  ]);
});

it('knows what will be a year old on a day', async () => {
  const cwd = withContent();
  const told = async (line: string) => (await here(`stale --content content ${line}`, { cwd })).stdout;
  expect(await told('--as-of 2027-02-01')).toBe(await told('--before 2026-02-01'));
  expect(await told('--as-of 2027-02-01')).not.toBe(await told('--as-of 2027-01-31'));
  for (const [line, expected] of [
    ['--as-of 2027-02', /^almanac stale: --as-of is "2027-02"; expected a day such as/],
    ['--as-of 2027-02-30', /^almanac stale: --as-of is "2027-02-30"; expected a day/],
    [
      '--as-of 2027-02-01 --before 2026-02-01',
      /^almanac stale: --as-of and --before say the same in two ways/,
    ],
  ] as const) {
    const { code, stderr } = await here(`stale --content content ${line}`, { cwd });
    expect([code, stderr]).toEqual([2, expect.stringMatching(expected)]);
  }
});
