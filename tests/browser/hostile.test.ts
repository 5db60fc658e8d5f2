import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { plainTitle } from '../../src/citations/title.ts';
import { listen } from '../../src/cli/serve.ts';
import { hiddenCharacter } from '../../src/reading/hidden.ts';
import { attribute, parseHtml } from '../support/html.ts';
import { good, layOut } from '../unit/checks/fixtures.ts';
import { article, hostileLibrary } from '../unit/citations/items.ts';
import { command } from '../unit/cli/almanac.ts';

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-hostile-'));
const site = path.join(temporary, 'site');
const browser = await chromium.connect(inject('browser'));
let address = '';
let close = (): void => {};

const scripts = '</script><script>window.executed=1</script><img src=x onerror="window.executed=1">';
const script = {
  id: 'script',
  title: scripts,
  author: [{ literal: scripts }, { family: scripts, given: '"><svg onload=1>' }],
};
// Works with hidden characters are left out: `check` refuses them, so no page can hold one.
const accepted = hostileLibrary.filter(
  ({ id, title, author }) =>
    /^(title|name)-/.test(id) && !hiddenCharacter([title, ...(author ?? []).flatMap(Object.values)].join(' ')),
);
// Titles and pages differ, so that no two of them are taken for copies of one work.
const library = [...accepted, article(script)].map((item, i) => ({
  ...item,
  title: item.title === 'A title' ? `A title of ${i}` : item.title,
  page: `${i}00-${i}01`,
}));

/** A base whose library, and whose trial in all that citations take from it, hold what has broken one program or another. */
beforeAll(async () => {
  const content = path.join(temporary, 'content');
  const works = library.map((item) => `- ${JSON.stringify({ ...item, custom: { ...item.custom, unlinked: 'A hostile work' } })}`);
  const title = JSON.stringify(`Testumab ${scripts} 50% & {x} $1 $&`);
  layOut(content, undefined, {
    'references.yaml': `${good('references.yaml')}${works.join('\n')}\n`,
    'trials/alpha.mdx': good('trials/alpha.mdx').replace(/^title: .*(?:\n {2}.*)*$/m, `title: {en: ${title}}`),
  });
  const { code, stdout, stderr } = await command(['build', '--content', content, '--out', site]);
  expect(code, stdout + stderr).toBe(0);
  const server = await listen(site, 0);
  address = `http://localhost:${(server.address() as AddressInfo).port}`;
  close = () => {
    server.close();
    server.closeAllConnections();
  };
});

afterAll(async () => {
  close();
  await browser.close();
  fs.rmSync(temporary, { recursive: true, force: true });
});

const read = (name: string) => fs.readFileSync(path.join(site, name, 'index.html'), 'utf8');
const pages = () =>
  ['trials/alpha', 'references', 'trials', ...library.map(({ id }) => `references/${id}`)].map((name) => ({
    name,
    html: read(name),
  }));

test('no title and no name becomes an element or an attribute of any page', () => {
  const plain = parseHtml(read('references/smith-2020')).querySelectorAll('script').length;
  for (const { name, html } of pages()) {
    const root = parseHtml(html);
    const elements = root.querySelectorAll('*');
    expect(
      elements.flatMap((element) => element.attributes.filter(({ key }) => key.startsWith('on'))),
      name,
    ).toEqual([]);
    expect(root.querySelectorAll('img, main svg[onload], iframe, main style').length, name).toBe(0);
    if (name.startsWith('references/')) expect(root.querySelectorAll('script').length, name).toBe(plain);
  }
});

test('what machines are told of a work is its title, whatever it holds', () => {
  for (const { id, title } of library) {
    const root = parseHtml(read(`references/${id}`));
    const data = root.querySelectorAll('script').filter((script) => attribute(script, 'type') === 'application/ld+json');
    expect(data).toHaveLength(1);
    const { mainEntity } = JSON.parse(data[0]!.textContent) as { mainEntity: { name: string } };
    expect(mainEntity.name, id).toBe(plainTitle(title));
    const [span] = root.querySelectorAll('span.Z3988');
    const fields = new URLSearchParams(attribute(span!, 'title')!.replaceAll('&amp;', '&'));
    const told = fields.get('rft.atitle') ?? fields.get('rft.btitle') ?? fields.get('rft.title');
    expect(told, id).toBe(plainTitle(title));
  }
});

test('nothing of it runs, and the policy has nothing to forbid', async () => {
  for (const name of ['references/script/', 'trials/alpha/', 'references/', 'trials/']) {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    page.on('dialog', (dialog) => faults.push(dialog.message()));
    await page.goto(`${address}/${name}`);
    for (const style of await page.locator('cite-box input').all()) await style.check();
    expect(await page.evaluate(() => 'executed' in window), name).toBe(false);
    expect(faults, name).toEqual([]);
    await page.close();
  }
});
