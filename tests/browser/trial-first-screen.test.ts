import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { test } from '../support/browsing.ts';
import { exampleTrial, pagesByType } from '../support/site-pages.ts';
import { sample } from '../support/sweep.ts';

const trials = pagesByType.get('/trials/*')!;
/** Pages of studies of which some figure can lead. */
const withResults = trials.filter(({ html }) => html.includes('aria-label="Main results"'));
/** One with figures that sources give differently, and folded ones. */
const differing = trials.find(({ html }) => /Sources differ \(\d+\)/.test(html))!.path;

const isSeen = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return element.checkVisibility({ visibilityProperty: true }) && top >= 0 && bottom <= innerHeight;
    });

test.concurrent.for([
  [1280, 900],
  [360, 760],
] as const)(
  'every trial with results shows the first of them on its first screen, %i by %i',
  async ([width, height], { open, expect }) => {
    expect(withResults.length).toBeGreaterThan(0);
    const page = await open('/about/', { viewport: { width, height } });
    for (const { path } of sample(withResults, 8)) {
      await page.goto(path);
      expect.soft(await isSeen(page, '.headline a'), `a figure in the sentence of ${path}`).toBe(true);
      if (width > 1000)
        expect.soft(await isSeen(page, '.leading .figure a'), `a drawn result of ${path}`).toBe(true);
    }
  },
);

describe('the head of a trial', () => {
  test('has few stops before the first figure, which leads to its row', async ({ open, expect }) => {
    const page = await open(differing);
    const before = await page.evaluate(() => {
      const stops = [
        ...document.querySelectorAll<HTMLElement>('main :is(a[href], button, summary, [tabindex="0"])'),
      ];
      return stops.filter((one) => one.checkVisibility()).findIndex((one) => one.closest('.headline'));
    });
    expect(before).toBeLessThanOrEqual(6);
    await page.locator('.headline a').first().click();
    expect(await page.locator('tr:target').count()).toBe(1);
  });

  test('leads to citation, data and differences in one press each', async ({ open, expect }) => {
    const page = await open(differing);
    for (const [name, heading] of [
      [/^Cite$/, 'Cite'],
      [/^Data$/, 'Data'],
      [/^Sources differ \(\d+\)$/, 'Where the sources differ'],
    ] as const) {
      await page.locator('.trial-head').getByRole('link', { name }).click();
      expect(await page.locator('h2:target').innerText()).toBe(heading);
      expect(await isSeen(page, 'h2:target')).toBe(true);
    }
    expect(await page.getByRole('button', { name: /^Compare/ }).count()).toBeGreaterThan(0);
  });

  test('says in its description what was found', async ({ open, expect }) => {
    const page = await open(withResults[0]!.path);
    const description = await page.locator('meta[name="description"]').getAttribute('content');
    expect(description).toContain(await page.locator('.headline').innerText());
  });
});

describe('the sections of a trial', () => {
  const current = (page: Page) => page.locator('section-nav a[aria-current]').innerText();

  test.for([1280, 360])('stay at hand and say where one is, %i wide', async (width, { open, expect }) => {
    const page = await open(differing, { viewport: { width, height: 800 } });
    const names = await page.locator('section-nav a').allTextContents();
    await page.evaluate(() => document.getElementById('_differ')!.scrollIntoView());
    await expect.poll(() => page.locator('section-nav a[aria-current]').count()).toBe(1);
    await expect
      .poll(() => page.locator('section-nav a[aria-current]').textContent())
      .toContain('Sources differ');
    expect(names.map((name) => name.trim())).toContain('Sources differ');
    expect(await isSeen(page, 'section-nav')).toBe(true);
    if (width < 1000) {
      expect(await page.locator('section-nav summary').innerText()).toBe('On this page: Sources differ');
      await page.locator('section-nav summary').click();
      await page
        .getByRole('navigation', { name: 'On this page' })
        .getByRole('link', { name: 'Cite' })
        .click();
      expect(
        await page.locator('section-nav details').evaluate((element: HTMLDetailsElement) => element.open),
      ).toBe(false);
    } else {
      await page
        .getByRole('navigation', { name: 'On this page' })
        .getByRole('link', { name: 'Cite' })
        .click();
      await expect.poll(() => current(page)).toBe('Cite');
    }
    expect(await isSeen(page, 'h2:target')).toBe(true);
  });

  test.for([true, false])(
    'unfold for the address of a figure within, with scripts: %s',
    async (javaScriptEnabled, { open, expect }) => {
      const before = await open(exampleTrial.path, { javaScriptEnabled });
      const folded = before.locator('details.fold:not([open]) tr[id]').first();
      const id = await folded.getAttribute('id');
      expect(await folded.isVisible()).toBe(false);
      // Opened anew: a page that is reloaded stays where its reader was.
      const page = await open(`${exampleTrial.path}#${id}`, { javaScriptEnabled });
      const target = page.locator('tr:target');
      await expect.poll(() => target.isVisible()).toBe(true);
      await expect
        .poll(() => target.evaluate((row) => row.getBoundingClientRect().top < innerHeight))
        .toBe(true);
    },
  );

  test('unfold when their name is chosen', async ({ open, expect }) => {
    const page = await open(exampleTrial.path);
    await page
      .getByRole('navigation', { name: 'On this page' })
      .getByRole('link', { name: 'Reports of this study' })
      .click();
    await expect.poll(() => page.locator('li[id^="_report-"]').first().isVisible()).toBe(true);
  });
});
