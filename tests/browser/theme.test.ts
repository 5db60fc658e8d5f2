import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { test } from '../support/browsing.ts';

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme']);
const toggle = (page: Page) => page.getByRole('button', { name: 'Switch between light and dark' });

/** From now on a page notes the theme that it has when its body begins: what is painted first. */
const noteFirstPaint = (page: Page) =>
  page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      (window as { first?: string | undefined }).first = document.documentElement.dataset['theme'];
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
const first = (page: Page) => page.evaluate(() => (window as { first?: string }).first);

describe('light and dark', () => {
  test.for([
    ['light', 'dark'],
    ['dark', 'light'],
  ] as const)(
    'a %s system is followed until %s is chosen, which then holds on every page',
    async ([system, chosen], { open, expect }) => {
      const page = await open('/', { colorScheme: system });
      const before = await paper(page);
      expect(await theme(page)).toBeUndefined();

      await toggle(page).click();
      expect(await theme(page)).toBe(chosen);
      const after = await paper(page);
      expect(after).not.toBe(before);

      await noteFirstPaint(page);
      await page.reload();
      expect(await first(page)).toBe(chosen);
      expect(await paper(page)).toBe(after);
      await page.goto('/trials/');
      expect(await first(page)).toBe(chosen);
      expect(await paper(page)).toBe(after);

      await toggle(page).click();
      expect(await theme(page)).toBe(system);
      expect(await paper(page)).toBe(before);
    },
  );

  test('what is stored under its name by others is passed over', async ({ open, expect }) => {
    const page = await open('/');
    await page.evaluate(() => localStorage.setItem('theme', '"><script>'));
    await page.reload();
    expect(await theme(page)).toBeUndefined();
  });

  test('there is no switch without JavaScript', async ({ open, expect }) => {
    const page = await open('/', { javaScriptEnabled: false, colorScheme: 'dark' });
    expect(await toggle(page).count()).toBe(0);
  });
});
