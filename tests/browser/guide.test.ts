import { misfits } from '../support/accessibility.ts';
import { test } from '../support/browsing.ts';
import { chapters } from '../../src/views/guide/chapters.ts';

test.concurrent(
  'every chapter of the guide is accessible and fits, wide and narrow',
  async ({ open, expect }) => {
    const page = await open('/guide/');
    for (const [i, { path }] of chapters.entries()) {
      await page.goto(path);
      // By day axe is asked of every other chapter, at one width and the other in turn.
      const axeAt = (['none', 1280, 'none', 360] as const)[i % 4]!;
      expect.soft(await misfits(page, { axeAt }), path).toEqual([]);
    }
  },
);

test.concurrent('the card of an example says where its figure comes from', async ({ open, expect }) => {
  const page = await open('/guide/figure/');
  await page.getByRole('button', { name: 'Where this figure comes from' }).click();
  const card = page.locator('[popover]:popover-open');
  await expect(card.locator('p').first().textContent()).resolves.toMatch(/stated by /);
});
