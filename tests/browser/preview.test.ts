import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { start, until, withContent } from '../unit/cli/almanac.ts';
import { violations } from '../support/accessibility.ts';
import { test } from '../support/browsing.ts';

const root = withContent();
const trial = path.join(root, 'content', 'trials', 'beta.mdx');
const good = fs.readFileSync(trial, 'utf8');
const preview = start(['dev', '--content', 'content', '--port', '0', '--editor', 'edit://{file}?at={line},{column}'], {
  cwd: root,
});
let baseURL = '';

beforeAll(async () => {
  const place = /http:\/\/localhost:\d+/;
  await until(() => place.test(preview.run.stdout) || preview.run.code !== null, 'the preview answers');
  baseURL = place.exec(preview.run.stdout)?.[0] ?? '';
});
afterAll(async () => {
  preview.child.kill('SIGINT');
  await preview.done;
});

describe.skipIf(process.platform === 'win32')('the preview', () => {
  test('shows a figure as soon as its entry is saved, and the findings beside it', async ({ open, expect }) => {
    const page = await open('/trials/beta/', { baseURL });
    const panel = page.locator('.preview-panel');
    await panel.getByText(/^0 errors/).waitFor();
    expect(await page.locator('#cr').textContent()).toContain('18/21');

    fs.writeFileSync(trial, good.replace('events: 18', 'events: 17'));
    await page.locator('#cr', { hasText: '17/21' }).waitFor();

    // More patients with the outcome than there are: an error, and yet the page shows what was written.
    fs.writeFileSync(trial, good.replace('events: 18', 'events: 28'));
    await panel.getByText(/^[1-9]\d* errors?/).waitFor();
    const told = panel.locator('li.error').first();
    await told.waitFor();
    const line = good.split('\n').findIndex((text) => text.includes('events: 18')) + 1;
    expect(await told.textContent()).toContain(`content/trials/beta.mdx:${line}:`);
    expect(await told.locator('a', { hasText: 'beta.mdx' }).getAttribute('href')).toMatch(
      new RegExp(`^edit://.*/content/trials/beta\\.mdx\\?at=${line},\\d+$`),
    );
    expect(await page.locator('#cr').getAttribute('data-finding')).toBe('error');

    fs.writeFileSync(trial, good);
    await panel.getByText(/^0 errors/).waitFor();
    await page.locator('#cr:not([data-finding="error"])', { hasText: '18/21' }).waitFor();
  });

  test('keeps the last page of an entry that cannot be read, and says why', async ({ open, expect }) => {
    const page = await open('/trials/beta/', { baseURL });
    const panel = page.locator('.preview-panel');
    fs.writeFileSync(trial, good.replace('status: completed', 'status: [completed'));
    await panel.locator('.behind').waitFor();
    expect(await page.locator('#cr').textContent()).toContain('18/21');
    expect(await panel.locator('li.error').first().textContent()).toContain('content/trials/beta.mdx:');
    fs.writeFileSync(trial, good);
    await panel.locator('.behind').waitFor({ state: 'detached' });
  });

  test('shows an entry as a form: each key, what its design asks for, its figures', async ({ open, expect }) => {
    const page = await open('/trials/beta/', { baseURL });
    await page.locator('.preview-panel').getByRole('link', { name: 'Entry as a form' }).click();
    const missing = page.locator('.expected .missing');
    await missing.first().waitFor();
    const wanting = (await missing.allTextContents()).join('\n');
    expect(wanting).toContain('A registry number');
    expect(wanting).not.toContain('The size of a population');
    expect(await page.getByRole('row', { name: /^registry / }).textContent()).toContain('–');
    expect(await page.getByRole('row', { name: /^cr / }).textContent()).toContain('18/21');
    expect(await page.getByRole('row', { name: /^status / }).textContent()).toContain('completed');
    await page
      .locator('.preview-panel')
      .getByText(/^0 errors/)
      .waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('makes files to download and pages in other languages, and says what is not there', async ({ expect }) => {
    const answer = async (name: string) => fetch(baseURL + name);
    expect(await (await answer('/data/trials.csv')).text()).toContain('beta');
    expect(await (await answer('/zh/trials/beta/')).text()).toContain('lang="zh-CN"');
    expect((await answer('/trials/none/')).status).toBe(404);
    expect((await answer('/_preview/trials/none/')).status).toBe(404);
    expect((await answer('/../../package.json')).status).toBe(404);
  });
});
