import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, here, withContent } from './almanac.ts';

describe('addresses', () => {
  it('lists what the list lacks, adds it in order and keeps what stands there', async () => {
    const cwd = withContent();
    const file = path.join(cwd, 'content', 'permanent-urls.yaml');
    const listed = await command('addresses --content content', { cwd });
    expect([listed.code, listed.stderr]).toEqual([0, '']);
    expect(listed.stdout).toMatch(/^\/trials\/alpha\/$/m);
    expect(fs.existsSync(file)).toBe(false);

    await here('addresses --write --content content', { cwd });
    const whole = fs.readFileSync(file, 'utf8');
    expect(whole).toMatch(/^# Every address/);
    const without = whole.replace(
      '- /trials/alpha/#os-hr\n',
      '# a note\n- {was: /trials/alpha/#os-h, now: /trials/alpha/#os-hr}\n',
    );
    fs.writeFileSync(file, without);
    const { stdout } = await here('addresses --write --content content', { cwd });
    expect(stdout).toMatch(/^\/trials\/alpha\/#os-hr\n1 addresses added to /);
    const lines = fs.readFileSync(file, 'utf8').split('\n');
    expect(lines.slice(lines.indexOf('# a note'), lines.indexOf('# a note') + 4)).toEqual([
      '# a note',
      '- {was: /trials/alpha/#os-h, now: /trials/alpha/#os-hr}',
      '- /trials/alpha/#os-hr',
      '- /trials/alpha/#os-median',
    ]);
    const check = await here('check --content content', { cwd });
    expect([check.code, check.stdout]).toEqual([0, expect.stringContaining('0 errors, 0 warnings')]);
    expect((await here('addresses --content content', { cwd })).stdout).toMatch(/^0 addresses not in /);
  });

  it('of content with errors says where the first one is', async () => {
    const { code, stderr } = await here('addresses --content content', { cwd: withContent('bad-yaml-tab') });
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^almanac addresses: content\/trials\/beta\.mdx:\d+:\d+: .*\n$/),
    ]);
  });
});
