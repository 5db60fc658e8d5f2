import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { misfits } from '../support/accessibility.ts';
import { example, test as base } from '../support/browsing.ts';

/** Pages of the base in `examples/`, made by the engine that knows nothing of its disease. */
const test = base.extend(
  'visit',
  ({ open }) =>
    (path: string) =>
      open(path, { baseURL: example.address }),
);

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const main = (page: Page) => page.getByRole('main');

describe('a base of another disease', () => {
  test('shows results on its first page, and what it answers', async ({ visit, expect }) => {
    const page = await visit('/');
    expect(await heading(page)).toBe('What trials of SGLT2 inhibitors in heart failure have found');
    const chart = page.getByRole('figure', { name: 'Results by therapy, reduced ejection fraction' });
    expect(await chart.getByRole('row', { name: /DAPA-HF/ }).innerText()).toMatch(/2373\s+9\.7%/);
    expect(await main(page).getByRole('article').innerText()).toContain('0.75');
    expect(await misfits(page, { axeAt: 1280 })).toEqual([]);
  });

  test('leads a study with the figures of its primary endpoint', async ({ visit, expect }) => {
    const page = await visit('/trials/emperor-reduced/');
    const text = await main(page).innerText();
    const order = [
      '19.4% with empagliflozin against 24.7% with placebo',
      'HR 0.75',
      '361/1863',
      'Interpretation',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places[0]).toBe(Math.min(...places));
    expect(await misfits(page)).toEqual([]);
  });

  test('finds a drug by its brand name', async ({ visit, expect }) => {
    const page = await visit('/search/?q=Forxiga');
    const first = page.locator('search-page .results').getByRole('link').first();
    expect(await first.innerText()).toContain('Dapagliflozin');
    await first.click();
    await page.waitForURL('**/therapies/dapagliflozin/');
    expect(await heading(page)).toBe('Dapagliflozin');
  });

  test('compares the arms of two studies, from a question that it offers', async ({ visit, expect }) => {
    const page = await visit('/compare/');
    await page.getByRole('link', { name: /^Dapagliflozin against empagliflozin/ }).click();
    await page.locator('.table[aria-busy=false]').waitFor();
    const heads = await page.locator('.table thead th:not(:first-child) > a').allInnerTexts();
    expect(heads.map((head) => head.trim())).toEqual([
      'DAPA-HF',
      'DAPA-HF',
      'EMPEROR-Reduced',
      'EMPEROR-Reduced',
    ]);
    const row = page
      .locator('.table')
      .getByRole('row', { name: /^Hospitalisation for heart failure proportion/ });
    for (const value of ['9.7%', '13.4%', '13.2%', '18.3%']) expect(await row.innerText()).toContain(value);
  });

  test('opens a question that pools, with its forest plot', async ({ visit, expect }) => {
    const page = await visit('/synthesis/');
    await main(page)
      .getByRole('link', { name: /^Cardiovascular death, hazard ratio/ })
      .click();
    const told = main(page).getByText(/^Pooled: 0\.\d\d \(95% CI/);
    await told.waitFor();
    expect(await told.innerText()).toMatch(/from 2 comparisons\.$/);
  });

  test('draws its map of what is known, and offers no plot of what no endpoint of it is weighed for', async ({
    visit,
    expect,
  }) => {
    const page = await visit('/map/');
    expect(await page.getByRole('columnheader', { name: 'Clinical events' }).count()).toBe(1);
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(['Dapagliflozin', 'Empagliflozin']);
    expect(await page.getByRole('navigation', { name: 'Views of the map' }).getByRole('link').count()).toBe(
      2,
    );
  });
});
