import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { belowUrl } from '../../support/below-site.ts';
import { bytesOf, cacheWithModules, command, folder, here, withContent } from './almanac.ts';

it('a build for another address takes nothing over, and leaves nothing to take over', async () => {
  const root = withContent();
  const env = { ALMANAC_CACHE: cacheWithModules(path.join(root, 'cache')) };
  const build = (line: string) => command(`build --content content ${line}`, { cwd: root, env });
  const pagesOf = (site: string) =>
    (fs.readdirSync(path.join(root, site), { recursive: true }) as string[]).filter((name) =>
      name.endsWith('.html'),
    );
  const [own, other] = ['https://base.example', belowUrl.replace(/\/$/, '')];
  const read = (site: string, name: string) => fs.readFileSync(path.join(root, site, name), 'utf8');

  expect((await build('--out first')).code).toBe(0);
  // Each of the two processes is told the address.
  expect((await build(`--out below --url ${other}/ --workers 2`)).code).toBe(0);
  expect((await build('--out again')).code).toBe(0);
  expect(bytesOf(path.join(root, 'again'))).toEqual(bytesOf(path.join(root, 'first')));
  expect(pagesOf('below')).toEqual(pagesOf('first'));
  for (const name of pagesOf('below')) {
    expect(read('below', name), name).toContain('<html data-base-path="/some/where" ');
    expect(read('below', name), name).not.toContain(`"${own}`);
    expect(read('first', name), name).not.toContain('data-base-path');
  }
  expect(read('below', 'data/trials.csv')).toContain(`${other}/trials/beta/`);
  expect(read('below', 'sheets/trials/beta.json')).toContain('"path":"/some/where/trials/beta/"');
  expect(read('first', 'sheets/trials/beta.json')).toContain('"path":"/trials/beta/"');
});

it.each([
  ['', '--url is empty; expected'],
  ['a/b', '--url is a/b; expected an address that begins with https://'],
  ['https://owner.example/ü/', '“ü” cannot be in its path, only letters (a–z, A–Z), digits and - . _ ~'],
  [
    'https://owner.example/a?b',
    '--url is https://owner.example/a?b; expected the address of a host or of a folder on one',
  ],
])('refuses --url %j in one line', async (given, says) => {
  const { code, stdout, stderr } = await here(['build', '--url', given, '--out', 'site'], { cwd: folder() });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr.trim().split('\n')[0]).toContain(says);
});
