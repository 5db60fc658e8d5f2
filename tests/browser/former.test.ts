import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { listen } from '../../src/cli/serve.ts';
import { violations } from '../support/accessibility.ts';
import { parseHtml } from '../support/html.ts';
import { layOut } from '../unit/checks/fixtures.ts';
import { command } from '../unit/cli/almanac.ts';

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-former-'));
const site = path.join(temporary, 'site');
let address = '';
let close = (): void => {};
const browser = await chromium.connect(inject('browser'));

/** A base in which a trial was renamed, one was withdrawn, a figure moved and one went; a work of it has a former key. */
beforeAll(async () => {
  const content = path.join(temporary, 'content');
  layOut(content, undefined, {
    'permanent-urls.yaml': [
      '- {was: /trials/old/, now: /trials/alpha/}',
      '- /trials/old/#os-hr',
      '- {was: /trials/gone/, withdrawn: "The report was retracted <b>by its authors</b>.", on: 2026-01-31}',
      '- {was: /trials/alpha/#was, now: /trials/alpha/#os-hr}',
      '- {was: /trials/alpha/#misread, withdrawn: It was misread., on: 2026-01-31}',
    ].join('\n'),
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

async function opened(where: string, javaScriptEnabled: boolean, see: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ baseURL: address, javaScriptEnabled });
  const faults: string[] = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  const page = await context.newPage();
  await page.goto(where);
  await see(page);
  await context.close();
  expect(faults).toEqual([]);
}

describe('an address that moved', () => {
  test.each([true, false])('leads on (scripts: %s)', (scripts) =>
    opened('/trials/old/', scripts, async (page) => {
      await page.waitForURL('**/trials/alpha/');
    }),
  );

  test('takes the figure along that was asked for', () =>
    opened('/trials/old/#os-hr', true, async (page) => {
      await page.waitForURL('**/trials/alpha/#os-hr');
      expect(await page.locator('tr:target').count()).toBe(1);
    }));

  test('is one for a former key of a work, whose files stay too', async () => {
    await opened('/references/smith-2022/', true, (page) => page.waitForURL('**/references/smith-2023/'));
    for (const ending of ['bib', 'ris', 'json'])
      expect(fs.readFileSync(path.join(site, `references/smith-2022.${ending}`), 'utf8')).toBe(
        fs.readFileSync(path.join(site, `references/smith-2023.${ending}`), 'utf8'),
      );
  });

  test('is kept out of search engines and names its new address', () => {
    const maps = fs.readdirSync(site).filter((name) => /^sitemap-\d+\.xml$/.test(name));
    const listed = maps.map((name) => fs.readFileSync(path.join(site, name), 'utf8')).join('');
    expect(listed).toContain('/trials/alpha/<');
    expect(listed).not.toMatch(/\/trials\/(old|gone)\/|smith-2022/);
    const root = parseHtml(fs.readFileSync(path.join(site, 'trials/old/index.html'), 'utf8'));
    expect(root.querySelector('link[rel="canonical"]')?.getAttributeValue('href')).toMatch(/\/trials\/alpha\/$/);
    expect(root.querySelector('meta[name="robots"]')?.getAttributeValue('content')).toBe('noindex');
  });
});

describe('what was withdrawn', () => {
  test('says so, when and why, in words and not in markup', () =>
    opened('/trials/gone/', true, async (page) => {
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('This entry was withdrawn');
      expect(await page.locator('main').innerText()).toContain('On 2026-01-31. The report was retracted <b>by its authors</b>.');
      expect(await violations(page)).toEqual([]);
    }));

  test('or moved within a page is told at its anchor', () =>
    opened('/trials/alpha/#misread', true, async (page) => {
      expect(await page.locator('li:target').innerText()).toBe('#misread was withdrawn on 2026-01-31. It was misread.');
      expect(await page.locator('li#was').innerText()).toBe('#was is now /trials/alpha/#os-hr');
    }));
});
