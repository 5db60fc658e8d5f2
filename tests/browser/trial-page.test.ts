import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { violations } from '../support/accessibility.ts';
import { address, test } from '../support/browsing.ts';
import { exampleTrial, pagesByType } from '../support/site-pages.ts';

const trial = exampleTrial.path;
/** The trial with the most to show. */
const longest = pagesByType.get('/trials/*')![0]!.path;

const background = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
/** Opens all that is folded, as a reader does who wants everything. */
const unfold = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
const inView = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const { top, height } = element.getBoundingClientRect();
    return top >= 0 && top + Math.min(height, 20) <= innerHeight;
  });

describe('a trial', () => {
  test('a figure in the text leads to its row, which stands out', async ({ open, expect }) => {
    const page = await open(trial);
    await unfold(page);
    const links = page.locator(`.prose a.fact[href^="${trial}#"]`);
    expect(await links.count()).toBeGreaterThan(0);
    const href = (await links.last().getAttribute('href'))!;
    const row = `tr[id="${href.split('#')[1]}"]`;
    const plain = await background(page, row);
    await links.last().click();
    expect(page.url()).toBe(address + href);
    expect(await inView(page, row)).toBe(true);
    expect(await background(page, row)).not.toBe(plain);
  });

  test('a citation leads to its work in the list, and back', async ({ open, expect }) => {
    const page = await open(trial);
    await unfold(page);
    const cite = page.locator('.prose a.cite').first();
    const [id, href] = [await cite.getAttribute('id'), await cite.getAttribute('href')];
    const plain = await background(page, href!);
    await cite.click();
    expect(await inView(page, href!)).toBe(true);
    expect(await background(page, href!)).not.toBe(plain);
    const [, reference, time] = /(\d+)-(\d+)$/.exec(id!)!;
    await page
      .getByRole('link', { name: `Back to citation ${time} of reference ${reference}`, exact: true })
      .click();
    expect(new URL(page.url()).hash).toBe(`#${id}`);
    expect(await inView(page, `#${id}`)).toBe(true);
  });

  test('each heading of its contents is there', async ({ open, expect }) => {
    const page = await open(trial);
    const links = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
    const labels = await links.allInnerTexts();
    expect(labels.length).toBeGreaterThan(3);
    for (const label of labels) {
      await links.filter({ hasText: new RegExp(`^\\s*${label}\\s*$`) }).click();
      expect(await inView(page, 'h2:target'), label).toBe(true);
    }
  });
});

describe('where a figure comes from', () => {
  const figure = (page: Page) => page.locator('table.outcomes a.value').first();
  const card = (page: Page) => page.locator('[popover]:popover-open');

  test('is told when the figure is asked, by the keyboard too', async ({ open, expect }) => {
    const page = await open(trial);
    const value = await figure(page).innerText();
    await figure(page).focus();
    await page.keyboard.press('Enter');
    await card(page).waitFor();
    expect(await card(page).innerText()).toContain(value);
    expect(await card(page).innerText()).toContain('stated by');
    expect(await card(page).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await violations(page, { within: '[popover]:popover-open' })).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await card(page).evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await card(page).count()).toBe(0);
    expect(await figure(page).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('is told beside the figure, and at the foot of a narrow screen', async ({ open, expect }) => {
    const wide = await open(trial, { viewport: { width: 1280, height: 900 } });
    await figure(wide).click();
    await card(wide).waitFor();
    const [at, told] = [(await figure(wide).boundingBox())!, (await card(wide).boundingBox())!];
    const above = at.y - (told.y + told.height);
    expect(Math.max(told.y - (at.y + at.height), above)).toBeLessThan(20);
    const narrow = await open(trial, { viewport: { width: 320, height: 640 } });
    await figure(narrow).click();
    await card(narrow).waitFor();
    const { x, y, width, height } = (await card(narrow).boundingBox())!;
    expect([x, width, Math.round(y + height)]).toEqual([0, 320, 640]);
  });

  test('is fetched once for all figures of a page', async ({ open, expect }) => {
    const page = await open(longest);
    let asked = 0;
    page.on('request', (request) => void (asked += Number(request.url().endsWith('/figures/'))));
    for (const place of [0, 1, 2]) {
      await page.locator('table.outcomes a.value:visible').nth(place).click();
      await card(page).waitFor();
      await page.keyboard.press('Escape');
    }
    expect(asked).toBe(1);
  });

  test('is told on the page of the figures where there is no JavaScript, or where it fails', async ({
    open,
    expect,
  }) => {
    for (const javaScriptEnabled of [false, true]) {
      const page = await open(trial, { javaScriptEnabled });
      const href = await figure(page).getAttribute('href');
      // What a script asks for has no card; what a reader goes to has.
      const empty = { contentType: 'text/html', body: '<!doctype html>' };
      await page.route('**/figures/', (route) =>
        route.request().isNavigationRequest() ? route.continue() : route.fulfill(empty),
      );
      await figure(page).click();
      await page.waitForURL(`**${href}`);
      expect(await page.locator('.provenance:target').innerText()).toContain('stated by');
      expect(await inView(page, '.provenance:target')).toBe(true);
      await page
        .locator('.provenance:target')
        .getByRole('link', { name: 'Show it among the results' })
        .click();
      await page.waitForURL(`**${trial}#*`);
      expect(await inView(page, ':target')).toBe(true);
    }
  });
});

describe('on paper', () => {
  // A4 less usual margins.
  const paper = { viewport: { width: 718, height: 1000 }, colorScheme: 'dark' } as const;

  test.for([trial, pagesByType.get('/reviews/*')!.at(-1)!.path, '/trials/'])(
    '%s has its content and nothing to click',
    async (path, { open, expect }) => {
      const page = await open(path, paper);
      await page.emulateMedia({ media: 'print' });
      for (const role of ['banner', 'navigation', 'form', 'search', 'dialog'] as const) {
        expect(await page.getByRole(role).count(), role).toBe(0);
      }
      expect(await page.locator('.button:visible').count()).toBe(0);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const tables = page.locator('main table');
      expect(await tables.count()).toBeGreaterThan(0);
      // Within a closed folding a table would have its box and not be painted.
      const painted = await tables.evaluateAll((all) =>
        all.map((table) => table.checkVisibility({ visibilityProperty: true })),
      );
      expect(painted).not.toContain(false);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(718);
    },
  );

  test('the figures stand in columns, light, and none is cut off', async ({ open, expect }) => {
    const page = await open(longest, paper);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
    const wider = await page
      .locator('table.outcomes')
      .evaluateAll((tables) =>
        tables
          .filter((table) => table.getBoundingClientRect().right > innerWidth)
          .map((table) => table.querySelector('caption')!.innerText),
      );
    expect(wider).toEqual([]);
    expect(await page.locator('table.outcomes thead').first().isVisible()).toBe(true);
  });
});
