import fs from 'node:fs';
import path from 'node:path';
import { describe } from 'vitest';
import { violations } from '../support/accessibility.ts';
import { made, test } from '../support/browsing.ts';
import { parseHtml } from '../support/html.ts';

const baseURL = made.address;
const read = (name: string) => fs.readFileSync(path.join(made.folder, name), 'utf8');

describe('an address that moved', () => {
  test.for([true, false])('leads on (scripts: %s)', async (javaScriptEnabled, { open }) => {
    const page = await open('/trials/old/', { baseURL, javaScriptEnabled });
    await page.waitForURL('**/trials/alpha/');
  });

  test('takes the figure along that was asked for', async ({ open, expect }) => {
    const page = await open('/trials/old/#os-hr', { baseURL });
    await page.waitForURL('**/trials/alpha/#os-hr');
    expect(await page.locator('tr:target').count()).toBe(1);
  });

  test('is one for a former key of a work, whose files stay too', async ({ open, expect }) => {
    const page = await open('/references/smith-2022/', { baseURL });
    await page.waitForURL('**/references/smith-2023/');
    for (const ending of ['bib', 'ris', 'json'])
      expect(read(`references/smith-2022.${ending}`)).toBe(read(`references/smith-2023.${ending}`));
  });

  test('is kept out of search engines and names its new address', ({ expect }) => {
    const maps = fs.readdirSync(made.folder).filter((name) => /^sitemap-\d+\.xml$/.test(name));
    const listed = maps.map(read).join('');
    expect(listed).toContain('/trials/alpha/<');
    expect(listed).not.toMatch(/\/trials\/(old|gone)\/|smith-2022/);
    const root = parseHtml(read('trials/old/index.html'));
    expect(root.querySelector('link[rel="canonical"]')?.getAttributeValue('href')).toMatch(
      /\/trials\/alpha\/$/,
    );
    expect(root.querySelector('meta[name="robots"]')?.getAttributeValue('content')).toBe('noindex');
  });
});

describe('what was withdrawn', () => {
  test('says so, when and why, in words and not in markup', async ({ open, expect }) => {
    const page = await open('/trials/gone/', { baseURL });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('This entry was withdrawn');
    expect(await page.locator('main').innerText()).toContain(
      'On 2026-01-31. The report was retracted <b>by its authors</b>.',
    );
    expect(await violations(page)).toEqual([]);
  });

  test('or moved within a page is told at its anchor', async ({ open, expect }) => {
    const page = await open('/trials/alpha/#misread', { baseURL });
    expect(await page.locator('li:target').innerText()).toBe(
      '#misread was withdrawn on 2026-01-31. It was misread.',
    );
    expect(await page.locator('li#was').innerText()).toBe('#was is now /trials/alpha/#os-hr');
  });
});
