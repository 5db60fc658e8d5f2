import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { test } from '../support/browsing.ts';
import { exampleTrial } from '../support/site-pages.ts';
import { some } from '../support/sweep.ts';

interface Stop {
  /** Its place among the interactive elements of the page; -1 for something else. */
  index: number;
  label: string;
  /** Whether the focus can be seen: an outline, within the screen. */
  shown: boolean;
}

/** Notes the interactive elements that can be seen, in their order; gives how many there are. */
const noteInteractive = (page: Page) =>
  page.evaluate(() => {
    const selector = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    const seen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
    // Of a group of radio buttons the chosen one is reached; arrows lead to the others.
    const other = (element: Element) => element.matches('input[type=radio]:not(:checked)');
    const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (element) => element.tabIndex >= 0 && seen(element) && !other(element),
    );
    Object.assign(window, { interactive: all });
    return all.length;
  });

const focused = (page: Page) =>
  page.evaluate((): Stop => {
    const element = document.activeElement!;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const within = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    return {
      index: (window as unknown as { interactive: Element[] }).interactive.indexOf(element),
      label: element.outerHTML.slice(0, 120),
      shown: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && within,
    };
  });

/** Presses the Tab key so many times; where it led. */
async function tab(page: Page, times: number): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let i = 0; i < times; i++) {
    await page.keyboard.press('Tab');
    stops.push(await focused(page));
  }
  return stops;
}

describe('with the keyboard alone', () => {
  test.for(['/', '/trials/', exampleTrial.path])(
    'everything on %s is reached in order, and its focus is seen',
    async (path, { open, expect }) => {
      const page = await open(path);
      const count = await noteInteractive(page);
      // Of a long list, whose rows are alike, by day the first stops and the last.
      const first = Math.min(count, some(count, 100));
      const ways = [{ from: 0, stops: await tab(page, first) }];
      expect(ways[0]!.stops[0]!.label).toContain('Skip to the content');
      const last = Math.min(count - first, 30);
      if (last > 0) {
        const from = count - last;
        await page.evaluate(
          (at) => (window as unknown as { interactive: HTMLElement[] }).interactive[at]!.focus(),
          from - 1,
        );
        ways.push({ from, stops: await tab(page, last) });
      }
      for (const { from, stops } of ways) {
        // The button that cites a figure comes to the row which the reader has reached.
        const lasting = stops.filter(({ label }) => !label.includes('cite-figure'));
        expect(lasting.map(({ index }) => index)).toEqual(lasting.map((_, i) => from + i));
        expect(stops.filter(({ shown }) => !shown)).toEqual([]);
      }
    },
  );

  test('the skip link comes first and leads past the navigation', async ({ open, expect }) => {
    const page = await open('/');
    for (const path of ['/', '/trials/', '/search/', exampleTrial.path]) {
      await page.goto(path);
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: 'Skip to the content' });
      const shown = await skip.evaluate(
        (link) => link === document.activeElement && link.getBoundingClientRect().left >= 0,
      );
      expect(shown, path).toBe(true);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement!.closest('main') !== null), path).toBe(true);
    }
  });

  test('a wide table is scrolled', async ({ open, expect }) => {
    const page = await open(`${exampleTrial.path}#_arms`, { viewport: { width: 360, height: 640 } });
    const region = page.getByRole('region', { name: 'Arms', exact: true });
    await region.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  });

  test('a facet is opened, chosen and cleared', async ({ open, expect }) => {
    const page = await open('/trials/', { viewport: { width: 360, height: 640 } });
    const all = await page.locator('tbody tr:visible').count();
    await page.locator('summary').filter({ hasText: 'Filters' }).focus();
    await page.keyboard.press('Enter');
    await page
      .locator('summary')
      .filter({ hasText: /^Setting$/ })
      .focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect.poll(() => page.locator('tbody tr:visible').count()).toBeLessThan(all);
    await page.getByRole('button', { name: 'Clear all', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('tbody tr:visible').count()).toBe(all);
  });
});
