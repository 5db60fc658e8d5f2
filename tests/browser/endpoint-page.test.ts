import { describe } from 'vitest';
import { misfits } from '../support/accessibility.ts';
import { test } from '../support/browsing.ts';
import { pagesByType } from '../support/site-pages.ts';

/** The endpoint with the most figures. */
const longest = pagesByType.get('/endpoints/*')![0]!.path;

describe(`the page of an endpoint, ${longest}`, () => {
  test('is accessible and fits, wide and narrow, unfolded', async ({ open, expect }) => {
    const page = await open(longest);
    await page.evaluate(() =>
      document.querySelectorAll('details').forEach((details) => (details.open = true)),
    );
    expect(await misfits(page)).toEqual([]);
  });

  test('leads from a figure to its row on the page of its trial', async ({ open, expect }) => {
    const page = await open(longest);
    const figure = page.locator('table.outcomes td.figure a').first();
    const value = await figure.innerText();
    await figure.click();
    await page.waitForURL((url) => url.pathname.startsWith('/trials/'));
    const row = page
      .locator('tr')
      .filter({ has: page.locator(':target') })
      .or(page.locator('tr:target'));
    expect(await row.innerText()).toContain(value);
  });

  test('has each part that it lists', async ({ open, expect }) => {
    const page = await open(longest);
    const links = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
    expect(await links.count()).toBeGreaterThan(1);
    for (const link of await links.all()) {
      await link.click();
      expect(await page.locator('h2:target').isVisible(), await link.innerText()).toBe(true);
    }
  });

  test('is found by its other names', async ({ open, expect }) => {
    const page = await open('/search/?q=OS');
    const results = page.locator('search-page .results a');
    await results.first().waitFor();
    expect(
      await results.evaluateAll((links) =>
        links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
      ),
    ).toContain('/endpoints/os/');
  });
});
