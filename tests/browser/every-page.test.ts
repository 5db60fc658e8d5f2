import { violations } from '../support/accessibility.ts';
import { test } from '../support/browsing.ts';
import { samplePages } from '../support/site-pages.ts';

/** Two browser pages share the work. */
const halves = [0, 1].map((half) => samplePages.filter((_, i) => i % 2 === half));

test.concurrent.for(halves)(
  'every kind of page is accessible and fits, in light and dark, wide and narrow: %j',
  async (paths, { open, expect }) => {
    const page = await open('/');
    for (const path of paths) {
      await page.goto(path);
      // Of the foldings of one section, which are made alike, some.
      await page.evaluate(() => {
        const first = document.querySelectorAll<HTMLDetailsElement>('details:nth-of-type(-n + 3)');
        for (const details of first) details.open = true;
      });
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await violations(page), `violations on ${path}, ${width} wide`).toEqual([]);
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `width of ${path}`).toBe(width);
      }
    }
  },
);
