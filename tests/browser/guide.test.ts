import { violations } from '../support/accessibility.ts';
import { test } from '../support/browsing.ts';
import { chapters } from '../../src/views/guide/chapters.ts';

test.concurrent('every chapter of the guide is accessible and fits, wide and narrow', async ({ open, expect }) => {
  const page = await open('/guide/');
  for (const { path } of chapters) {
    await page.goto(path);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await violations(page), `violations on ${path}, ${width} wide`).toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `width of ${path}`).toBe(width);
    }
  }
});

test.concurrent('the card of an example says where its figure comes from', async ({ open, expect }) => {
  const page = await open('/guide/figure/');
  await page.getByRole('button', { name: 'Where this figure comes from' }).click();
  const card = page.locator('[popover]:popover-open');
  await expect(card.locator('p').first().textContent()).resolves.toMatch(/stated by /);
});
