import { describe } from 'vitest';
import { test } from '../support/browsing.ts';

describe('the quality page', () => {
  test('begins with what differs, in sentences whose figures lead to their rows', async ({
    open,
    expect,
  }) => {
    const page = await open('/quality/', { viewport: { width: 1280, height: 900 } });
    const sentences = page.locator('section[aria-labelledby^="differ-"] li');
    expect(await sentences.count()).toBeGreaterThan(3);
    for (const sentence of (await sentences.allInnerTexts()).slice(0, 20))
      expect(sentence).toMatch(/^.+, .+: .+ gives \S.*; .+ gives \S.*\. [A-Z].+\.$/);
    expect(await sentences.first().evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight)).toBe(
      true,
    );
    const order = await page.locator('main h2').allInnerTexts();
    expect(order[0]).toMatch(/^Where reports of one study differ/);
    expect(order.findIndex((one) => one.startsWith('Ledger'))).toBeGreaterThan(1);
    await sentences.first().locator('a.fact').first().click();
    await expect.poll(() => page.locator(':target').isVisible()).toBe(true);
  });

  test('sorts its ledger by a heading, and again the other way', async ({ open, expect }) => {
    const page = await open('/quality/');
    const ledger = page.getByRole('region', { name: 'Ledger of differences' });
    const heading = ledger.getByRole('columnheader', { name: 'Difference' });
    const sizes = () =>
      ledger
        .locator('td[data-sort]')
        .evaluateAll((cells: HTMLElement[]) => cells.map((cell) => Number(cell.dataset['sort'])));
    const rising = (await sizes()).sort((a, b) => a - b);
    expect(rising.length).toBeGreaterThan(1);

    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    expect(await sizes()).toEqual(rising);
    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    expect(await sizes()).toEqual(rising.toReversed());
  });

  test('leads from a finding to the row it is about, and to what its check says', async ({
    open,
    expect,
  }) => {
    const page = await open('/quality/');
    const row = page
      .locator('section[aria-labelledby^="findings-"] tbody tr')
      .filter({ has: page.locator('th a[href*="#"]') })
      .first();
    const about = (await row.locator('th a').getAttribute('href'))!;
    await row.locator('td a').last().click();
    expect(await page.locator('.check:target').isVisible()).toBe(true);
    await page.goto(about);
    expect(await page.locator('tr:target').isVisible()).toBe(true);
  });
});
