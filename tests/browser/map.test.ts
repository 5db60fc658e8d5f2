import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { misfits } from '../support/accessibility.ts';
import { address, test } from '../support/browsing.ts';

const views = ['/map/', '/map/timeline/', '/map/balance/'];
const timelineMarks = (page: Page) => page.getByRole('region', { name: 'Table of reports' }).locator('td a');
const balanceMarks = (page: Page) => page.locator('figure svg a');
/** The drawn outlines of marks, each with its fill: what is left of them without colour. */
const looks = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll((paths) =>
      paths.map((path) => `${path.getAttribute('d')} ${getComputedStyle(path).fill === getComputedStyle(path).stroke}`),
    );

describe.for(views)('%s', (path) => {
  test('is accessible and fits, in light and dark, wide and narrow, unfolded', async ({ open, expect }) => {
    const page = await open(path);
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    expect(await misfits(page)).toEqual([]);
  });

  test('is complete without JavaScript', async ({ open, expect }) => {
    const [plain, scripted] = [await open(path, { javaScriptEnabled: false }), await open(path)];
    const marks = async (page: Page) => (await page.locator('main').locator('td a, svg a').allTextContents()).length;
    expect(await marks(plain)).toBe(await marks(scripted));
    expect(await marks(plain)).toBeGreaterThan(10);
  });
});

describe('the maps on a narrow screen', () => {
  test.for(views.slice(0, 2))('%s stays a table to who hears it, without empty cells', async (path, { open, expect }) => {
    const page = await open(path, { viewport: { width: 360, height: 640 } });
    const table = page.getByRole('table').first();
    expect(await table.getByRole('rowheader').count()).toBeGreaterThan(10);
    expect(await table.getByRole('row').count()).toBeGreaterThan(10);
    const cells = table.getByRole('cell');
    expect(await cells.count()).toBe(await table.locator('td:has(a)').count());
    expect(await cells.first().innerText()).not.toBe('');
  });
});

describe('the marks', () => {
  test('of reports are reached with the keyboard, are told by name, and lead to the report', async ({ open, expect }) => {
    const page = await open('/map/timeline/');
    const marks = timelineMarks(page);
    await page.getByRole('region', { name: 'Table of reports' }).locator('tbody th a').first().focus();
    await page.keyboard.press('Tab');
    const first = marks.first();
    expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await first.evaluate((link) => getComputedStyle(link).outlineStyle)).not.toBe('none');
    const [name, href] = [await first.getAttribute('aria-label'), await first.getAttribute('href')];
    expect(await page.getByRole('link', { name: name!, exact: true }).count()).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await page.waitForURL(new URL(href!, address).href);
    const [, kind] = /: (\w+)/.exec(name!)!;
    expect((await page.locator(':target').innerText()).toLowerCase()).toContain(kind);
  });

  test('of study arms are reached with the keyboard, are told by name, and lead to the study', async ({ open, expect }) => {
    const page = await open('/map/balance/');
    await page.locator('figcaption a').first().focus();
    await page.keyboard.press('Tab');
    const first = balanceMarks(page).first();
    expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await first.evaluate((link) => getComputedStyle(link).outlineStyle)).not.toBe('none');
    const label = (await first.getAttribute('aria-label'))!;
    expect(await page.getByRole('link', { name: label, exact: true }).count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.startsWith('/trials/'));
    expect(label.startsWith(await page.getByRole('heading', { level: 1 }).innerText())).toBe(true);
  });

  test('differ without colour', async ({ open, expect }) => {
    const page = await open('/map/timeline/');
    const kinds = await looks(page, '.legend path');
    expect(kinds.length).toBeGreaterThan(4);
    expect(new Set(kinds).size).toBe(kinds.length);
    await page.goto('/map/balance/');
    const scales = await looks(page, '.legend path');
    expect(scales.length).toBeGreaterThan(1);
    expect(new Set(scales).size).toBe(scales.length);
  });
});

describe('response against severe toxicity', () => {
  test('shows in each plot what its table says', async ({ open, expect }) => {
    const page = await open('/map/balance/');
    const plotted = await balanceMarks(page).evaluateAll((links) =>
      links.map((link) => {
        const [, arm, figures] = /^(.*?): (.*)$/.exec(link.getAttribute('aria-label')!)!;
        return [arm, ...[...figures!.matchAll(/([\d.]+)%/g)].map(([, number]) => Number(number))];
      }),
    );
    const tabled = await page
      .locator('main tbody tr:not(.group)')
      .evaluateAll((rows) =>
        rows.map((row) => [
          row.querySelector('th')!.textContent.trim(),
          ...[...row.querySelectorAll('td a')].map((link) => Number.parseFloat(link.textContent)),
        ]),
      );
    expect(tabled.length).toBeGreaterThan(5);
    expect(plotted).toEqual(tabled);
  });

  test('places each mark where its figures are', async ({ open, expect }) => {
    const page = await open('/map/balance/');
    const places = await page.locator('figure svg').evaluateAll((plots) =>
      plots.flatMap((plot) => {
        const grid = [...plot.querySelectorAll('.grid')].map((line) => (line as SVGGraphicsElement).getBBox());
        const [left, bottom] = [grid[0]!.x, grid[0]!.y + grid[0]!.height];
        const [width, height] = [grid[0]!.width, grid[0]!.height];
        return [...plot.querySelectorAll('a')].map((link) => {
          const [y, x] = [...link.getAttribute('aria-label')!.matchAll(/([\d.]+)%/g)].map(([, number]) => Number(number));
          const [, px, py] = /translate\(([\d.]+) ([\d.]+)\)/.exec(link.parentElement!.getAttribute('transform')!)!;
          return [(100 * (Number(px) - left)) / width - x!, (100 * (bottom - Number(py))) / height - y!];
        });
      }),
    );
    for (const difference of places.flat()) expect(Math.abs(difference)).toBeLessThan(0.2);
  });

  test('draws computed intervals dashed and printed ones solid', async ({ open, expect }) => {
    const page = await open('/map/balance/');
    const dashes = (selector: string) =>
      page.locator(selector).evaluateAll((lines) => lines.map((line) => getComputedStyle(line).strokeDasharray));
    const [dashed, solid] = [await dashes('.whisker.computed'), await dashes('.whisker:not(.computed)')];
    expect(dashed.length).toBeGreaterThan(0);
    expect(solid.length).toBeGreaterThan(0);
    expect(new Set(dashed)).not.toContain('none');
    expect(new Set(solid)).toEqual(new Set(['none']));
  });
});
