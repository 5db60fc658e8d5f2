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
      paths.map(
        (path) =>
          `${path.getAttribute('d')} ${getComputedStyle(path).fill === getComputedStyle(path).stroke}`,
      ),
    );

describe.for(views)('%s', (path) => {
  test('is accessible and fits, in light and dark, wide and narrow, unfolded', async ({ open, expect }) => {
    const page = await open(path);
    await page.evaluate(() =>
      document.querySelectorAll('details').forEach((details) => (details.open = true)),
    );
    expect(await misfits(page)).toEqual([]);
  });

  test('is complete without JavaScript', async ({ open, expect }) => {
    const [plain, scripted] = [await open(path, { javaScriptEnabled: false }), await open(path)];
    const marks = async (page: Page) =>
      (await page.locator('main').locator('td a, svg a').allTextContents()).length;
    expect(await marks(plain)).toBe(await marks(scripted));
    expect(await marks(plain)).toBeGreaterThan(10);
  });
});

describe('the maps on a narrow screen', () => {
  test.for(views.slice(0, 2))(
    '%s stays a table to who hears it, without empty cells',
    async (path, { open, expect }) => {
      const page = await open(path, { viewport: { width: 360, height: 640 } });
      const table = page.getByRole('table').first();
      expect(await table.getByRole('rowheader').count()).toBeGreaterThan(10);
      expect(await table.getByRole('row').count()).toBeGreaterThan(10);
      const cells = table.getByRole('cell');
      expect(await cells.count()).toBe(await table.locator('td:has(a)').count());
      expect(await cells.first().innerText()).not.toBe('');
    },
  );
});

describe('the marks', () => {
  test('of reports are reached with the keyboard, are told by name, and lead to the report', async ({
    open,
    expect,
  }) => {
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

  test('of study arms are reached with the keyboard, are told by name, and lead to the study', async ({
    open,
    expect,
  }) => {
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

describe('the card of a mark', () => {
  const marks = (page: Page) => page.locator('td > a[aria-describedby]');
  const card = (page: Page) => page.getByRole('tooltip');

  test.for([true, false])(
    'shows its figures to pointer and keyboard, with scripts: %s',
    async (javaScriptEnabled, { open, expect }) => {
      const page = await open('/map/', { javaScriptEnabled });
      expect(await card(page).count()).toBe(0);
      for (const show of ['hover', 'focus'] as const) {
        const mark = marks(page).nth(show === 'hover' ? 3 : 8);
        if (show === 'focus') await page.mouse.move(0, 0);
        await mark[show]();
        // Focus is shown where it comes from the keyboard.
        if (show === 'focus') await page.keyboard.press('Shift+Tab').then(() => page.keyboard.press('Tab'));
        await card(page).waitFor();
        expect(await card(page).getAttribute('id')).toBe(await mark.getAttribute('aria-describedby'));
        expect(await card(page).getByRole('listitem').first().innerText()).toMatch(/\d/);
        const [at, of] = [(await card(page).boundingBox())!, (await mark.boundingBox())!];
        expect(at.x).toBeGreaterThanOrEqual(0);
        expect(at.x + at.width).toBeLessThanOrEqual(1280);
        expect(at.y > of.y ? at.y - of.y - of.height : of.y - at.y - at.height).toBeLessThan(12);
      }
    },
  );

  test('stays while it is pointed at, and goes with Escape until the next mark', async ({ open, expect }) => {
    const page = await open('/map/');
    await marks(page).nth(3).hover();
    const [of, { y, height }] = [
      (await marks(page).nth(3).boundingBox())!,
      (await card(page).boundingBox())!,
    ];
    await page.mouse.move(of.x + of.width / 2, y + height / 2, { steps: 12 });
    expect(await card(page).count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await card(page).count()).toBe(0);
    await marks(page).nth(5).hover();
    expect(await card(page).count()).toBe(1);
  });

  test('has figures that stand where the mark leads', async ({ open, expect }) => {
    const page = await open('/map/');
    const links = await marks(page).evaluateAll((all) =>
      all.map((link) => ({
        href: link.getAttribute('href')!,
        value: document.querySelector(`[id="${link.getAttribute('aria-describedby')}"] li b`)!.textContent,
      })),
    );
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter(({ href }) => !/^\/(trials|therapies)\/.+#/.test(href))).toEqual([]);
    for (const kind of ['/trials/', '/therapies/']) {
      const { href, value } = links.find((link) => link.href.startsWith(kind))!;
      await page.goto(href);
      const target = page.locator(':target');
      expect(await target.isVisible(), href).toBe(true);
      expect(await target.locator('xpath=ancestor-or-self::table').innerText()).toContain(value);
    }
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
        const grid = [...plot.querySelectorAll('.grid')].map((line) =>
          (line as SVGGraphicsElement).getBBox(),
        );
        const [left, bottom] = [grid[0]!.x, grid[0]!.y + grid[0]!.height];
        const [width, height] = [grid[0]!.width, grid[0]!.height];
        return [...plot.querySelectorAll('a')].map((link) => {
          const [y, x] = [...link.getAttribute('aria-label')!.matchAll(/([\d.]+)%/g)].map(([, number]) =>
            Number(number),
          );
          const [, px, py] = /translate\(([\d.]+) ([\d.]+)\)/.exec(
            link.parentElement!.getAttribute('transform')!,
          )!;
          return [(100 * (Number(px) - left)) / width - x!, (100 * (bottom - Number(py))) / height - y!];
        });
      }),
    );
    for (const difference of places.flat()) expect(Math.abs(difference)).toBeLessThan(0.2);
  });

  test('draws computed intervals dashed and printed ones solid', async ({ open, expect }) => {
    const page = await open('/map/balance/');
    const dashes = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((lines) => lines.map((line) => getComputedStyle(line).strokeDasharray));
    const [dashed, solid] = [await dashes('.whisker.computed'), await dashes('.whisker:not(.computed)')];
    expect(dashed.length).toBeGreaterThan(0);
    expect(solid.length).toBeGreaterThan(0);
    expect(new Set(dashed)).not.toContain('none');
    expect(new Set(solid)).toEqual(new Set(['none']));
  });
});
