import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { test } from '../support/browsing.ts';

const rows = (page: Page) => page.locator('tbody tr:visible');
const names = (page: Page) => rows(page).locator('th a').allInnerTexts();
const column = (page: Page, label: string) => rows(page).locator(`td[data-label="${label}"]`).allInnerTexts();
const status = (page: Page) => page.getByRole('status').filter({ hasText: 'trials' });
const heading = (page: Page, label: string) => page.getByRole('columnheader', { name: label, exact: true });
const choices = (page: Page, facet: string) =>
  page.getByRole('group', { name: facet, exact: true }).locator('label');

/** The value of a facet that fewest trials have, and how many have it. */
async function rarest(page: Page, facet: string): Promise<{ value: string; count: number }> {
  const read = (await choices(page, facet).allInnerTexts()).map((text) =>
    /^([^]+?)\s+(\d+)$/.exec(text.trim())!,
  );
  const [first] = read
    .map(([, value, count]) => ({ value: value!, count: Number(count) }))
    .sort((a, b) => a.count - b.count);
  return first!;
}

const number = (text: string) => (/^\d/.test(text) ? Number(text) : -1);

describe('the list of trials', () => {
  test('counts what a facet would leave, and leaves it', async ({ open, expect }) => {
    const page = await open('/trials/');
    const all = (await names(page)).length;
    await expect.poll(() => status(page).innerText()).toBe(`${all} of ${all} trials`);

    const { value, count } = await rarest(page, 'Setting');
    expect(count).toBeLessThan(all);
    await choices(page, 'Setting').getByText(value, { exact: true }).click();
    expect(await column(page, 'Setting')).toEqual(Array<string>(count).fill(value));
    expect(await status(page).innerText()).toBe(`${count} of ${all} trials`);

    const other = await rarest(page, 'Setting');
    expect(other.count, 'values of a facet add to each other, so their counts stand').toBe(count);
    const left = await choices(page, 'Therapy class').allInnerTexts();
    const sum = left.map((text) => Number(/\d+$/.exec(text)![0])).reduce((a, b) => a + b, 0);
    expect(sum, 'other facets count what is left').toBeGreaterThanOrEqual(count);
    expect(Math.max(...left.map((text) => Number(/\d+$/.exec(text)![0])))).toBeLessThanOrEqual(count);

    await page.getByRole('button', { name: 'Clear all', exact: true }).click();
    await expect.poll(() => names(page)).toHaveLength(all);
    expect(new URL(page.url()).search).toBe('');
  });

  test('finds words in names, and says when no trial fits', async ({ open, expect }) => {
    const page = await open('/trials/');
    const all = await names(page);
    const find = page.getByLabel('Find in the list');
    await find.fill(all.at(-1)!);
    expect(await names(page)).toContain(all.at(-1)!);
    expect((await names(page)).length).toBeLessThan(all.length);
    await find.fill('no trial has these words');
    expect(await names(page)).toEqual([]);
    await page.getByText('No trial matches.').waitFor();
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await expect.poll(() => names(page)).toEqual(all);
  });

  test('takes the conditions of the search, with its completion, beside facets and in the address', async ({
    open,
    expect,
  }) => {
    const page = await open('/trials/');
    const all = await names(page);
    const find = page.getByLabel('Find in the list');
    const hints = page.getByRole('form').locator('.hints');
    await find.fill('therapy:blina');
    await hints.getByRole('link', { name: 'therapy:blinatumomab' }).click();
    expect(await find.inputValue()).toBe('therapy:blinatumomab ');
    await expect.poll(() => names(page)).toContain('TOWER');
    expect(await names(page)).not.toContain('ELIANA');

    await find.fill('therapy:blinatumomab setting:mrd-positive n>20 year:2011..2018 endpoint:os');
    await expect.poll(() => names(page)).not.toContain('TOWER');
    expect(await names(page)).toEqual(['BLAST']);
    await find.fill('therapy:blinatumomab n>20 year:2011..2018');
    await expect.poll(() => rows(page).count()).toBeGreaterThan(3);
    for (const text of await column(page, 'Patients')) expect(number(text)).toBeGreaterThan(20);
    for (const year of (await column(page, 'Year')).map(number))
      expect(year >= 2011 && year <= 2018, String(year)).toBe(true);
    const found = await names(page);
    const counts = await choices(page, 'Setting').allInnerTexts();
    expect(counts.reduce((sum, text) => sum + Number(/\d+$/.exec(text.trim())![0]), 0)).toBe(found.length);

    await page.reload();
    await expect.poll(() => names(page)).toEqual(found);
    await page.goto(`/zh/trials/${new URL(page.url()).search}`);
    await expect.poll(() => rows(page).count()).toBe(found.length);

    await page.goto('/trials/?find=therapy%3Anothing');
    await hints.getByText('Nothing was found for “therapy:nothing”').waitFor();
    expect(await names(page)).toEqual([]);
    await find.fill('');
    await expect.poll(() => names(page)).toEqual(all);
  });

  test('takes conditions in Chinese', async ({ open, expect }) => {
    const page = await open('/zh/trials/');
    const find = page.getByLabel('在列表中查找');
    await find.fill('疗');
    await page.getByRole('form').getByRole('link', { name: '疗法:' }).click();
    await find.fill('疗法:贝林妥欧单抗 例数>300');
    await expect.poll(() => names(page)).toContain('TOWER');
    await expect.poll(async () => (await names(page)).length).toBeLessThan(15);
    for (const text of await column(page, '例数')) expect(number(text)).toBeGreaterThan(300);
  });

  test.for(['Year', 'Patients'])(
    'is sorted by %s when its heading is clicked, and again the other way',
    async (label, { open, expect }) => {
      const page = await open('/trials/');
      expect(await page.locator('th[aria-sort]').count()).toBe(0);
      const unsorted = (await column(page, label)).map(number);
      const rising = unsorted.toSorted((a, b) => a - b);
      expect(unsorted).not.toEqual(rising);

      await heading(page, label).getByRole('button').click();
      expect(await heading(page, label).getAttribute('aria-sort')).toBe('ascending');
      expect((await column(page, label)).map(number)).toEqual(rising);

      await heading(page, label).getByRole('button').click();
      expect(await heading(page, label).getAttribute('aria-sort')).toBe('descending');
      expect((await column(page, label)).map(number)).toEqual(rising.toReversed());

      await heading(page, 'Trial').getByRole('button').click();
      expect(await page.locator('th[aria-sort]').allInnerTexts()).toEqual(['Trial']);
      const sorted = await names(page);
      expect(sorted).toEqual(sorted.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })));
    },
  );

  test('draws a hundred rows of a long list at first, more when asked, and all on paper', async ({
    open,
    expect,
  }) => {
    const page = await open('/trials/');
    const each = (await names(page)).length;
    const times = Math.ceil(250 / each);
    const all = each * times;
    // The same rows, several times.
    await page.route('**/trials/', async (route) => {
      const text = await (await route.fetch()).text();
      const [start, end] = [text.indexOf('<tr', text.indexOf('<tbody')), text.indexOf('</tbody>')];
      await route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: text.slice(0, start) + text.slice(start, end).repeat(times) + text.slice(end),
      });
    });
    await page.goto('/trials/');
    await expect.poll(() => status(page).innerText()).toBe(`${all} of ${all} trials`);
    expect(await rows(page).count()).toBe(100);
    await page.getByText('The first 100 are shown.').waitFor();

    await page.getByRole('button', { name: 'Show 100 more' }).click();
    expect(await rows(page).count()).toBe(200);
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe(
      (await names(page))[100],
    );
    await page.getByRole('button', { name: `Show all ${all}` }).click();
    expect(await rows(page).count()).toBe(all);
    expect(await page.getByText('are shown.').isVisible()).toBe(false);

    await heading(page, 'Year').getByRole('button').click();
    const years = (await column(page, 'Year')).map(number);
    expect(years).toHaveLength(100);
    expect(years).toEqual(years.toSorted((a, b) => a - b));
    await page.emulateMedia({ media: 'print' });
    expect(await rows(page).count()).toBe(all);
    await page.emulateMedia({ media: 'screen' });

    const { value, count } = await rarest(page, 'Setting');
    await choices(page, 'Setting').getByText(value, { exact: true }).click();
    expect(await rows(page).count()).toBe(Math.min(count, 100));
    expect(await status(page).innerText()).toBe(`${count} of ${all} trials`);
  });

  test('is as it was after a reload, from a link, and on the way back', async ({ open, expect }) => {
    const page = await open('/trials/');
    const { value } = await rarest(page, 'Population');
    await choices(page, 'Population').getByText(value, { exact: true }).click();
    await heading(page, 'Year').getByRole('button').click();
    const chosen = await names(page);
    const url = page.url();
    const asItWas = async () => {
      expect(page.url()).toBe(url);
      expect(await names(page)).toEqual(chosen);
      expect(await choices(page, 'Population').getByText(value, { exact: true }).isChecked()).toBe(true);
      expect(await heading(page, 'Year').getAttribute('aria-sort')).toBe('ascending');
    };

    await page.reload();
    await asItWas();
    await rows(page).first().locator('th a').click();
    await page.getByRole('heading', { level: 1, name: chosen[0]! }).waitFor();
    await page.goBack();
    await asItWas();

    const elsewhere = await open(`/trials/${new URL(url).search}`);
    expect(await names(elsewhere)).toEqual(chosen);
  });

  test('shows what was found: a figure with its source, drawn small, in rows of two lines', async ({
    open,
    expect,
  }) => {
    const page = await open('/trials/');
    const cell = rows(page)
      .locator('td[data-label="Response"]')
      .filter({ has: page.locator('svg') })
      .first();
    expect(await cell.innerText()).toMatch(/\d%/);
    expect(await cell.getByRole('link').first().getAttribute('href')).toMatch(/^\/trials\/.+#/);
    const heights = await rows(page).evaluateAll((all) =>
      all.map((row) => row.getBoundingClientRect().height).sort((a, b) => a - b),
    );
    expect(heights[Math.floor(heights.length / 2)]).toBeLessThanOrEqual(44);
  });

  test('has the columns that are chosen, which its address holds', async ({ open, expect }) => {
    const page = await open('/trials/');
    const labels = async () =>
      (await page.getByRole('columnheader').allInnerTexts()).map((text) => text.trim());
    const atFirst = await labels();
    expect(atFirst).not.toContain('Design');
    await page.locator('summary').filter({ hasText: 'Columns' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Design' }).check();
    await page.getByRole('checkbox', { name: 'Patients' }).uncheck();
    const chosen = await labels();
    expect(chosen).toContain('Design');
    expect(chosen).not.toContain('Patients');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('checkbox', { name: 'Design' }).isVisible()).toBe(false);
    const again = await open(
      new URL(page.url()).search ? `/trials/${new URL(page.url()).search}` : '/trials/',
    );
    expect((await again.getByRole('columnheader').allInnerTexts()).map((text) => text.trim())).toEqual(
      chosen,
    );
  });

  test('is sorted from a list of columns where it is no table', async ({ open, expect }) => {
    const page = await open('/trials/', { viewport: { width: 360, height: 760 } });
    await page.getByLabel('Sort by').selectOption('-year');
    const years = (await column(page, 'Year')).map(number);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    expect(new URL(page.url()).searchParams.get('sort')).toBe('-year');
  });

  test('comes before its filters on a phone, which say how many are chosen', async ({ open, expect }) => {
    const page = await open('/trials/', { viewport: { width: 360, height: 760 } });
    await status(page).waitFor();
    expect(
      await rows(page)
        .first()
        .evaluate((row) => row.getBoundingClientRect().top < 640),
    ).toBe(true);
    const filters = page.locator('summary').filter({ hasText: 'Filters' });
    await filters.click();
    await page
      .locator('summary')
      .filter({ hasText: /^Setting$/ })
      .click();
    await choices(page, 'Setting').first().click();
    await expect.poll(() => filters.innerText()).toBe('Filters (1)');
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(() => choices(page, 'Setting').first().isVisible()).toBe(true);
    expect(await filters.isVisible()).toBe(false);
  });

  test('passes over parameters that it does not know', async ({ open, expect }) => {
    const page = await open('/trials/?sort=nothing&setting=nowhere&x=<b>');
    await status(page).waitFor();
    expect(await names(page)).toHaveLength(await page.locator('tbody tr').count());
  });

  test('takes the same address in Chinese, with the choice in its words', async ({ open, expect }) => {
    const value = 'setting=Relapsed+or+refractory';
    const page = await open(`/trials/?${value}`);
    await status(page).waitFor();
    const english = await rows(page).count();
    await page.goto(`/zh/trials/?${value}`);
    await page.locator('main').getByRole('status').filter({ hasText: '试验' }).waitFor();
    expect(english).toBeLessThan(await page.locator('tbody tr').count());
    expect(await rows(page).count()).toBe(english);
    expect(await page.locator('form label:has(input:checked)').innerText()).toMatch(/^\s*\p{sc=Han}/u);
  });

  test('is a plain table without JavaScript', async ({ open, expect }) => {
    const page = await open('/trials/?setting=nowhere', { javaScriptEnabled: false });
    expect(await rows(page).count()).toBe(await page.locator('tbody tr').count());
    expect(await rows(page).count()).toBeGreaterThan(0);
    expect(await page.getByRole('form', { name: 'Filter the trials' }).count()).toBe(0);
    expect(await page.locator('main').getByRole('button').count()).toBe(0);
    expect(await page.locator('main').getByRole('status').count()).toBe(0);
  });
});
