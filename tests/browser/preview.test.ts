import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { good as goodFile } from '../unit/checks/fixtures.ts';
import { start, until, withContent } from '../unit/cli/almanac.ts';
import { violations } from '../support/accessibility.ts';
import { test } from '../support/browsing.ts';

/** The preview of a base as it was, and where it is. */
function previewOf(root: string) {
  const preview = start(
    ['dev', '--content', 'content', '--port', '0', '--editor', 'edit://{file}?at={line},{column}'],
    {
      cwd: root,
    },
  );
  const place = /http:\/\/localhost:\d+[^ ]*(?=\/ )/;
  return {
    async address(): Promise<string> {
      await until(() => place.test(preview.run.stdout) || preview.run.code !== null, 'the preview answers');
      return place.exec(preview.run.stdout)?.[0] ?? '';
    },
    async end(): Promise<void> {
      preview.child.kill('SIGINT');
      await preview.done;
    },
  };
}

const root = withContent();
const trial = path.join(root, 'content', 'trials', 'beta.mdx');
const good = fs.readFileSync(trial, 'utf8');
const preview = previewOf(root);
let baseURL = '';

beforeAll(async () => {
  baseURL = await preview.address();
});
afterAll(() => preview.end());

describe.skipIf(process.platform === 'win32')('the preview', () => {
  test('shows a figure as soon as its entry is saved, and the findings beside it', async ({
    open,
    expect,
  }) => {
    const page = await open('/trials/beta/', { baseURL });
    const panel = page.locator('.preview-panel');
    await panel.getByText(/^0 errors/).waitFor();
    expect(await page.locator('#cr').textContent()).toContain('18/21');

    fs.writeFileSync(trial, good.replace('events: 18', 'events: 17'));
    await page.locator('#cr', { hasText: '17/21' }).waitFor();

    // More patients with the outcome than there are: an error, and yet the page shows what was written.
    fs.writeFileSync(trial, good.replace('events: 18', 'events: 28'));
    await panel.getByText(/^[1-9]\d* errors?/).waitFor();
    const seen = panel.locator('li.error').first();
    await seen.waitFor();
    const line = good.split('\n').findIndex((text) => text.includes('events: 18')) + 1;
    expect(await seen.textContent()).toContain(`content/trials/beta.mdx:${line}:`);
    expect(await seen.locator('a', { hasText: 'beta.mdx' }).getAttribute('href')).toMatch(
      new RegExp(`^edit://.*/content/trials/beta\\.mdx\\?at=${line},\\d+$`),
    );
    // The page follows the file, and is marked anew each time.
    await page.locator('#cr[data-finding="error"]').waitFor();

    fs.writeFileSync(trial, good);
    await panel.getByText(/^0 errors/).waitFor();
    await page.locator('#cr:not([data-finding="error"])', { hasText: '18/21' }).waitFor();
  });

  test('shows an entry whose setting is still to settle, as one that was just imported', async ({
    open,
    expect,
  }) => {
    const page = await open('/trials/beta/', { baseURL });
    const panel = page.locator('.preview-panel');
    fs.writeFileSync(
      trial,
      good.replace(/^setting: .*$/m, 'setting: to-settle').replace('events: 18', 'events: 17'),
    );
    await page.locator('#cr', { hasText: '17/21' }).waitFor();
    expect(await page.locator('main').textContent()).toContain('to settle');
    expect(await panel.locator('li.error').first().textContent()).toContain('to-settle');
    fs.writeFileSync(trial, good);
    await panel.getByText(/^0 errors/).waitFor();
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

  test('shows an entry as a form: each key, what its design asks for, its figures', async ({
    open,
    expect,
  }) => {
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

  test('tells a page that was made before the last change, as soon as it listens', async ({ expect }) => {
    const page = await (await fetch(`${baseURL}/trials/beta/`)).text();
    const seen = /data-seen="(\d+)"/.exec(page)![1]!;
    const first = async (since: string) => {
      const ending = new AbortController();
      const { body } = await fetch(`${baseURL}/_preview/events?seen=${since}`, { signal: ending.signal });
      const { value } = await body!.getReader().read();
      ending.abort();
      return new TextDecoder().decode(value);
    };
    expect(await first(seen)).toBe(': open\n\n');
    expect(await first('-1')).toBe('data: {}\n\n');
  });

  test('makes files to download and pages in other languages, and says what is not there', async ({
    expect,
  }) => {
    const answer = async (name: string) => fetch(baseURL + name);
    expect(await (await answer('/data/trials.csv')).text()).toContain('beta');
    expect(await (await answer('/api/v1/trials/beta.json')).text()).toBe(
      await (await answer('/trials/beta.json')).text(),
    );
    expect(await (await answer('/zh/trials/beta/')).text()).toContain('lang="zh-CN"');
    expect((await answer('/trials/none/')).status).toBe(404);
    expect((await answer('/_preview/trials/none/')).status).toBe(404);
    expect((await answer('/../../package.json')).status).toBe(404);
  });
});

describe.skipIf(process.platform === 'win32')('the preview of a base below a path of its host', () => {
  test('stands there with all that it adds, and asks for nothing above it', async ({
    open,
    expect,
    onTestFinished,
  }) => {
    const below = previewOf(
      withContent(undefined, {
        'base.yaml': goodFile('base.yaml').replace(/^url: .*$/m, 'url: https://owner.example/a/b'),
      }),
    );
    onTestFinished(() => below.end());
    const address = await below.address();
    expect(new URL(address).pathname).toBe('/a/b');
    expect((await fetch(new URL('/', address), { redirect: 'manual' })).headers.get('location')).toBe(
      '/a/b/',
    );
    const page = await open(`${address}/trials/beta/`, { baseURL: address });
    const panel = page.locator('.preview-panel');
    await panel.getByText(/^0 errors/).waitFor();
    expect(
      await page.evaluate(() => document.fonts.ready.then((all) => [...all].map(({ status }) => status))),
    ).not.toContain('error');
    await panel.getByRole('link', { name: 'Entry as a form' }).click();
    await page.waitForURL('**/a/b/_preview/trials/beta/');
    await panel.getByText(/^0 errors/).waitFor();
    await page.getByRole('link', { name: 'See its page' }).click();
    await page.waitForURL('**/a/b/trials/beta/');
    expect(await (await fetch(`${address}/sheets/trials/beta.json`)).text()).toContain(
      '"path":"/a/b/trials/beta/"',
    );
  });
});
