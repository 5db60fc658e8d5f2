import { text } from 'node:stream/consumers';
import type { Download, Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { isContested } from '../../src/evidence/ledger.ts';
import { address, test } from '../support/browsing.ts';
import { projectLibrary } from '../support/project.ts';
import { exampleTrial } from '../support/site-pages.ts';

const hands = ['pointer', 'keyboard'] as const;
type Hand = (typeof hands)[number];

/** A reader on the way to an answer, who counts each press, by pointer or by keyboard alone. */
class Reader {
  interactions = 0;
  readonly page: Page;
  readonly #hand: Hand;

  constructor(page: Page, hand: Hand) {
    this.page = page;
    this.#hand = hand;
  }

  /** Presses a link or a button; by keyboard only one that the Tab key reaches. */
  async press(target: Locator): Promise<void> {
    this.interactions += 1;
    if (this.#hand === 'pointer') return target.click();
    await target.focus();
    const isReached = await target.evaluate(
      (element) => element === document.activeElement && (element as HTMLElement).tabIndex >= 0,
    );
    if (!isReached) throw new Error(`the keyboard does not reach ${String(target)}`);
    await this.page.keyboard.press('Enter');
  }

  async take(target: Locator): Promise<Download> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.press(target)]);
    return download;
  }
}

const contentOf = async (download: Download) => text(await download.createReadStream());
const firstHeading = (page: Page) => page.getByRole('heading', { level: 1 });
const inMain = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('link', { name }).first();
const allowCopying = (page: Page) =>
  page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
/** The row of a figure that the address names, once it is in view. */
const rowAsked = (page: Page) => page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);

/** The study with the most figures that sources give differently. */
const differencesIn = (trial: { facts: readonly { disputes: Parameters<typeof isContested>[0][] }[] }) =>
  new Set(trial.facts.flatMap(({ disputes }) => disputes.filter(isContested))).size;
const [contested] = projectLibrary().trials.toSorted((a, b) => differencesIn(b) - differencesIn(a));

describe.for(hands)('by %s', (hand) => {
  test('blinatumomab and residual disease: figure, interval and source in three interactions', async ({
    open,
    expect,
  }) => {
    const page = await open('/');
    const reader = new Reader(page, hand);
    await reader.press(inMain(page, /^Blinatumomab$/));
    await firstHeading(page).filter({ hasText: 'Blinatumomab' }).waitFor();
    const setting = page
      .locator('.setting')
      .filter({ has: page.getByRole('heading', { name: /residual disease/ }) });
    const row = setting.getByRole('row').filter({ hasText: '80%' });
    expect(await row.innerText()).toContain('56.3–94.3');
    await reader.press(row.getByRole('link', { name: /: 80%/ }));
    await page.waitForURL(/\/trials\/mt103-202\/#/);
    const asked = rowAsked(page);
    expect(await asked.innerText()).toContain('80%');
    await reader.press(asked.locator('a[href*="/figures/#"]').first());
    const card = page.locator('.provenance:popover-open');
    await card.waitFor();
    expect(await card.innerText()).toMatch(/80%[^]*stated by/);
    expect(reader.interactions).toBeLessThanOrEqual(3);
  });

  test('a therapy against another in one population: link and table in four interactions', async ({
    open,
    expect,
  }) => {
    const page = await open('/');
    const reader = new Reader(page, hand);
    await reader.press(page.locator('main a[href="/compare/"]').first());
    await reader.press(inMain(page, /against/));
    await page.locator('.table[aria-busy=false]').waitFor();
    expect(await page.locator('.panel').count()).toBeGreaterThan(1);
    expect(await page.locator('.table tbody td').count()).toBeGreaterThan(20);
    const title = await firstHeading(page).innerText();
    await allowCopying(page);
    await reader.press(page.getByRole('button', { name: 'Copy link' }));
    await expect.poll(() => page.locator('.export-status').innerText()).toBe('The link is copied.');
    const link = await clipboard(page);
    await reader.press(page.getByRole('button', { name: 'Copy Markdown' }));
    await expect.poll(() => clipboard(page)).toContain('| --- |');
    expect(reader.interactions).toBeLessThanOrEqual(4);
    await page.goto(link);
    await page.locator('.table[aria-busy=false]').waitFor();
    expect(await firstHeading(page).innerText()).toBe(title);
  });

  test('pool a question and take its R script: three interactions', async ({ open, expect }) => {
    const page = await open('/');
    const reader = new Reader(page, hand);
    await reader.press(page.locator('main a[href="/synthesis/"]').first());
    await reader.press(
      page.getByRole('region', { name: 'Questions that pool' }).locator('a[href*="endpoint="]').first(),
    );
    await page
      .getByRole('status')
      .filter({ hasText: /^Pooled: / })
      .waitFor();
    const script = await reader.take(page.getByRole('button', { name: 'R (metafor)' }));
    expect(script.suggestedFilename()).toMatch(/\.R$/);
    expect(await contentOf(script)).toMatch(/library\(metafor\)[^]*rma/);
    expect(reader.interactions).toBeLessThanOrEqual(3);
  });

  test('cite a study: one interaction', async ({ open, expect }) => {
    const page = await open(exampleTrial.path);
    const reader = new Reader(page, hand);
    await reader.press(page.getByRole('main').getByRole('link', { name: 'Cite', exact: true }).first());
    const citation = page.locator('main cite-box .citation:visible').first();
    await expect
      .poll(() => citation.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight))
      .toBe(true);
    expect(await citation.innerText()).toMatch(/\d{4}/);
    expect(reader.interactions).toBe(1);
  });

  test('cite a list: one interaction', async ({ open, expect }) => {
    const page = await open('/trials/');
    const reader = new Reader(page, hand);
    const file = await reader.take(page.locator('cite-selection').getByRole('button', { name: 'Download' }));
    expect((await contentOf(file)).match(/^@\w+\{/gm)!.length).toBeGreaterThan(
      projectLibrary().trials.length,
    );
    expect(reader.interactions).toBe(1);
  });

  test('cite a figure: one interaction, in its row or in its card', async ({ open, expect }) => {
    const page = await open(exampleTrial.path);
    const figure = page.locator('table.outcomes a.value:visible').first();
    const fromRow = new Reader(page, hand);
    if (hand === 'pointer') await figure.hover();
    else await figure.focus();
    await fromRow.press(
      page.getByRole('button', { name: `Cite this figure: ${(await figure.innerText()).trim()}` }),
    );
    const own = page.getByRole('dialog', { name: 'Cite this figure' });
    const link = new URL((await figure.getAttribute('href'))!, page.url()).hash;
    expect(await own.locator('.citation:visible').innerText()).toContain(`${exampleTrial.path}${link}`);
    expect(fromRow.interactions).toBe(1);
    await page.keyboard.press('Escape');
    await own.waitFor({ state: 'detached' });
    expect(await figure.evaluate((one) => one === document.activeElement)).toBe(true);

    await figure.click();
    await page.locator('.provenance:popover-open').waitFor();
    const reader = new Reader(page, hand);
    await reader.press(page.getByRole('link', { name: 'Cite this figure' }));
    const dialog = page.getByRole('dialog', { name: 'Cite this figure' });
    expect(await dialog.locator('.citation:visible').innerText()).toContain(`${exampleTrial.path}#`);
    expect(reader.interactions).toBe(1);
  });

  test('what is contested about a study: one interaction', async ({ open, expect }) => {
    const page = await open(contested!.path);
    const reader = new Reader(page, hand);
    await reader.press(page.getByRole('link', { name: /^Sources differ \(\d+\)$/ }).first());
    expect(await page.locator('h2:target').innerText()).toBe('Where the sources differ');
    const rows = page.locator('section:has(> h2:target) tbody tr');
    expect(await rows.count()).toBeGreaterThan(1);
    const first = await rows.first().evaluate((row) => row.getBoundingClientRect().top);
    expect(first).toBeLessThan(800);
    expect(reader.interactions).toBe(1);
  });

  test('the best evidence for a drug in a setting: two interactions', async ({ open, expect }) => {
    const page = await open('/');
    const reader = new Reader(page, hand);
    await reader.press(inMain(page, /^Tisagenlecleucel$/));
    await firstHeading(page).filter({ hasText: 'Tisagenlecleucel' }).waitFor();
    const setting = page.locator('.setting').first();
    expect(await setting.getByRole('heading').innerText()).toMatch(/Relapsed or refractory\s+\d+ studies/);
    const largest = setting.getByRole('row').filter({ hasText: 'CIBMTR' }).first();
    expect(await largest.innerText()).toMatch(/\d+%/);
    await reader.press(largest.getByRole('link').last());
    await page.waitForURL(/\/trials\/.+#/);
    expect(reader.interactions).toBeLessThanOrEqual(2);
  });
});
