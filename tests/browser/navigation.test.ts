import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { test } from '../support/browsing.ts';
import { exampleTrial } from '../support/site-pages.ts';

const groups = ['Trials', 'Therapies and topics', 'Evidence', 'Library', 'Data and guide'];
const bar = (page: Page) => page.getByRole('navigation', { name: 'Sections' });
const group = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true });
const phone = { viewport: { width: 360, height: 760 } };
const heightOf = (page: Page) =>
  page.locator('header.masthead').evaluate((element) => element.getBoundingClientRect().height);

describe('the navigation', () => {
  test('is one row of five groups on a wide screen, each of which opens its pages', async ({
    open,
    expect,
  }) => {
    const page = await open('/', { javaScriptEnabled: false });
    const shown = bar(page).locator('.group:visible');
    expect((await shown.allInnerTexts()).map((text) => text.replace('▾', '').trim())).toEqual(groups);
    const tops = await shown.evaluateAll(
      (all) => new Set(all.map((one) => one.getBoundingClientRect().top)).size,
    );
    expect(tops).toBe(1);
    expect(await heightOf(page)).toBeLessThanOrEqual(64);

    await group(page, 'Evidence').click();
    expect(await bar(page).getByRole('link').allInnerTexts()).toEqual([
      'Trials',
      'Map',
      'Compare',
      'Synthesis',
    ]);
    const [button, list] = await Promise.all(
      [group(page, 'Evidence'), bar(page).getByRole('link', { name: 'Map' })].map((one) => one.boundingBox()),
    );
    expect(list!.y).toBeGreaterThanOrEqual(button!.y + button!.height - 1);
    expect(Math.abs(list!.x - button!.x)).toBeLessThan(40);
    await bar(page).getByRole('link', { name: 'Synthesis' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/synthesis/');
  });

  test('is opened, walked and closed from the keyboard, where focus goes back to', async ({
    open,
    expect,
  }) => {
    const page = await open('/');
    await group(page, 'Library').focus();
    await page.keyboard.press('Enter');
    await bar(page).getByRole('link', { name: 'References' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement!.textContent.trim())).toBe('References');
    await page.keyboard.press('Escape');
    await bar(page).getByRole('link', { name: 'References' }).waitFor({ state: 'hidden' });
    expect(await group(page, 'Library').evaluate((one) => one === document.activeElement)).toBe(true);

    await page.keyboard.press('Space');
    await group(page, 'Evidence').click();
    expect(await bar(page).getByRole('link', { name: 'References' }).isVisible()).toBe(false);
  });

  test('is one button on a phone, in a masthead of one row', async ({ open, expect }) => {
    const page = await open('/', { ...phone, javaScriptEnabled: false });
    expect(await heightOf(page)).toBeLessThanOrEqual(64);
    expect(await bar(page).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    expect(await bar(page).locator('.group:visible, .heading:visible').allInnerTexts()).toEqual(groups);
    await page.keyboard.press('Escape');
    expect(await bar(page).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    await bar(page).getByRole('link', { name: 'Endpoints' }).click();
    await page.getByRole('heading', { level: 1, name: 'Endpoints' }).waitFor();
  });

  test('says where one is: the page and its group, and the way to it', async ({ open, expect }) => {
    const page = await open('/references/');
    const current = () =>
      bar(page)
        .locator('[aria-current]')
        .evaluateAll((all) => all.map((one) => [one.textContent.trim(), one.getAttribute('aria-current')]));
    expect(await current()).toEqual([
      ['Library', 'true'],
      ['References', 'page'],
    ]);
    await page.goto(exampleTrial.path);
    expect(await current()).toEqual([['Trials', 'true']]);
    const way = page.getByRole('navigation', { name: 'Breadcrumb' });
    expect(await way.getByRole('link').allInnerTexts()).toEqual(['Home', 'Trials']);
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    expect(await way.locator('[aria-current=page]').innerText()).toBe(title);
    await page.goto('/');
    expect(await way.count()).toBe(0);
    expect(await current()).toEqual([]);
  });
});
