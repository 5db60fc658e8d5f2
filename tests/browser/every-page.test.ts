import { describe } from 'vitest';
import { violations } from '../support/accessibility.ts';
import { test } from '../support/browsing.ts';
import { samplePages } from '../support/site-pages.ts';

describe.concurrent.each(samplePages)('%s', (path) => {
  test('is accessible and fits, in light and dark, wide and narrow, folded out', async ({ open, expect }) => {
    const page = await open(path);
    // Of the foldings of one section, which are made alike, some.
    await page.evaluate(() => {
      const first = document.querySelectorAll<HTMLDetailsElement>('details:nth-of-type(-n + 3)');
      for (const details of first) details.open = true;
    });
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await violations(page), `violations, ${width} wide`).toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), 'width of the page').toBe(width);
    }
  });
});
