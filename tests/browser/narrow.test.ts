import { test } from '../support/browsing.ts';
import { pages } from '../support/site-pages.ts';

test('no page is wider than a screen of 320 pixels, with everything unfolded', { timeout: 120_000 }, async ({ open, expect }) => {
  const page = await open('/', { viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
  const wider: string[] = [];
  for (const { path } of pages) {
    await page.goto(path);
    const beyond = await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    });
    if (beyond !== 0) wider.push(`${path}: ${beyond} pixels too wide`);
  }
  expect(wider).toEqual([]);
});
