import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { test } from '../support/browsing.ts';

const chart = (page: Page) => page.getByRole('figure', { name: /^Results by therapy/ });
const shown = (page: Page) => chart(page).locator('table:visible caption').allInnerTexts();
const choice = (page: Page, name: string) => chart(page).getByRole('radio', { name });
const firstHeading = (page: Page) => page.getByRole('heading', { level: 1 });

describe('the home page', () => {
  test('says in ten words what it is, and shows results on its first screen', async ({ open, expect }) => {
    const page = await open('/', { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    expect((await firstHeading(page).innerText()).split(/\s+/).length).toBeLessThanOrEqual(10);
    const rows = chart(page).locator('table:visible tbody tr');
    const within = await rows.evaluateAll(
      (all) => all.filter((row) => row.getBoundingClientRect().bottom <= 900).length,
    );
    expect(within).toBeGreaterThanOrEqual(15);
  });

  test('shows one sort of result at a time without a script, all of them on paper', async ({
    open,
    expect,
  }) => {
    const page = await open('/', { javaScriptEnabled: false });
    const [response, ...others] = await shown(page);
    expect(others).toEqual([]);
    await choice(page, 'Survival').check();
    const [survival, ...rest] = await shown(page);
    expect([survival === response, rest]).toEqual([false, []]);
    await choice(page, 'Survival').press('ArrowRight');
    expect(await choice(page, 'Severe toxicity').isChecked()).toBe(true);
    expect(await shown(page)).not.toContain(survival);
    await page.emulateMedia({ media: 'print' });
    expect(await shown(page)).toHaveLength(3);
  });

  test('reads as a table: therapy, study, patients, figure with its interval', async ({ open, expect }) => {
    const page = await open('/', { viewport: { width: 360, height: 760 } });
    const table = chart(page).getByRole('table');
    const row = table.getByRole('row').filter({ hasText: /\d–\d/ }).first();
    const words = await row.getByRole('cell').allInnerTexts();
    expect(words.join(' ')).toMatch(/[\d.]+%\s+[\d.]+–[\d.]+/);
    const link = row.getByRole('link').last();
    expect(await link.getAttribute('aria-label')).toMatch(/^.+: [\d.]+%$/);
  });

  test('answers each question in a sentence with its figures, and leads on to where they stand', async ({
    open,
    expect,
  }) => {
    const page = await open('/');
    const answers = page.getByRole('region', { name: 'Questions answered' }).getByRole('article');
    expect(await answers.count()).toBe(3);
    for (const answer of await answers.all()) {
      expect(await answer.getByRole('heading', { level: 3 }).innerText()).toMatch(/\?$/);
      expect(await answer.locator('.sentence').innerText()).toMatch(/\d/);
      expect(await answer.getByRole('listitem').count()).toBeGreaterThanOrEqual(2);
    }
    await answers.first().getByRole('heading').getByRole('link').click();
    await firstHeading(page).waitFor();
    expect(new URL(page.url()).pathname).not.toBe('/');
  });
});
