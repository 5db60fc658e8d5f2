import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { searchWords } from '../../src/i18n/search-words.ts';
import { misfits, violations } from '../support/accessibility.ts';
import { address, test } from '../support/browsing.ts';
import { parseHtml, textOf } from '../support/html.ts';
import { pagesByType } from '../support/site-pages.ts';

const trial = pagesByType.get('/trials/*')![0]!;
const name = textOf(parseHtml(trial.html).querySelector('h1')!);

const dialog = (page: Page) => page.getByRole('dialog', { name: searchWords.label });
const field = (page: Page) => dialog(page).getByRole('combobox');
const options = (page: Page) => dialog(page).getByRole('option');
const opener = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Search' });
const isFocused = (element: Element) => element === document.activeElement;

/** Opens the dialog and asks; waits for the answer. */
async function ask(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await field(page).fill(query);
  await options(page).first().waitFor();
}

describe('the search dialog', () => {
  test('is opened by /, Ctrl-K and Cmd-K, and closed by Escape', async ({ open, expect }) => {
    const page = await open('/trials/');
    const before = page.getByRole('banner').getByRole('link', { name: 'Trials' });
    for (const key of ['/', 'Control+k', 'Meta+k']) {
      await before.focus();
      await page.keyboard.press(key);
      await dialog(page).waitFor();
      expect(await field(page).evaluate(isFocused), key).toBe(true);
      expect(await field(page).inputValue(), key).toBe('');
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'hidden' });
      expect(await before.evaluate(isFocused), key).toBe(true);
    }
  });

  test('is opened by its button and closed by another', async ({ open, expect }) => {
    const page = await open('/about/');
    await opener(page).click();
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await opener(page).evaluate(isFocused)).toBe(true);
  });

  test('leaves a / that is typed into a field alone, and any / when told so', async ({ open, expect }) => {
    const page = await open('/trials/');
    await page.getByLabel('Find in the list').press('/');
    expect(await dialog(page).count()).toBe(0);
    expect(await page.getByLabel('Find in the list').inputValue()).toBe('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('/');
    await dialog(page).getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await page.keyboard.press('/');
    expect(await dialog(page).count()).toBe(0);
  });

  test('is gone through with the arrow keys; Enter opens what is chosen', async ({ open, expect }) => {
    const page = await open('/');
    await ask(page, name);
    expect(await field(page).getAttribute('aria-expanded')).toBe('true');
    expect(await dialog(page).getByRole('status').innerText()).toMatch(/\d+ page/);
    const chosen = () => options(page).and(page.locator('[aria-selected="true"]'));
    expect(await chosen().count()).toBe(0);

    const all = await options(page).count();
    for (let i = 0; i < all; i++) {
      await page.keyboard.press('ArrowDown');
      expect(await chosen().getAttribute('id')).toBe(await options(page).nth(i).getAttribute('id'));
      expect(await field(page).getAttribute('aria-activedescendant')).toBe(await chosen().getAttribute('id'));
    }
    expect(await field(page).evaluate(isFocused), 'the focus stays in the field').toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await chosen().count(), 'after the last comes the field again').toBe(0);
    await page.keyboard.press('ArrowDown');
    const href = (await chosen().getAttribute('href'))!;
    await page.keyboard.press('Enter');
    await page.waitForURL(new URL(href, address).href);
  });

  test('finds a trial by its name', async ({ open, expect }) => {
    const page = await open('/');
    await ask(page, name);
    await options(page).locator(`visible=true`).filter({ hasText: name }).first().click();
    await page.waitForURL((url) => url.pathname === trial.path);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(name);
  });

  test('says so when it finds nothing', async ({ open, expect }) => {
    const page = await open('/');
    await page.keyboard.press('/');
    await field(page).fill('qqqqzzzz');
    await expect.poll(() => dialog(page).getByRole('status').innerText()).toContain('qqqqzzzz');
    expect(await field(page).getAttribute('aria-expanded')).toBe('false');
    expect(await options(page).count()).toBe(0);
    const ways = dialog(page).locator('.ways');
    for (const path of ['/trials/', '/map/']) await ways.locator(`a[href="${path}"]`).waitFor();
    await field(page).fill('blinmab');
    await ways.getByRole('link', { name: 'Blinatumomab' }).click();
    await options(page).first().waitFor();
    expect(await field(page).inputValue()).toBe('Blinatumomab');
    expect(await ways.getByRole('link').count()).toBe(0);
  });

  test('is accessible, wide and narrow', async ({ open, expect }) => {
    const page = await open('/');
    await ask(page, name);
    const within = 'dialog[open]';
    const wide = await violations(page, { within });
    await page.setViewportSize({ width: 320, height: 640 });
    expect({ wide, narrow: await violations(page, { within }) }).toEqual({ wide: [], narrow: [] });
    expect(await dialog(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  });

  test('is a link to the search page without JavaScript', async ({ open, expect }) => {
    const page = await open('/', { javaScriptEnabled: false });
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    expect(new URL(page.url()).pathname).toBe('/search/');
    const notice = page.locator('main noscript');
    expect(await notice.innerText()).toContain('needs JavaScript');
    expect(await page.getByRole('main').getByRole('search').count()).toBe(0);
    await notice.locator('a[href="/trials/"]').click();
    expect(new URL(page.url()).pathname).toBe('/trials/');
  });
});

describe('the search page', () => {
  const results = (page: Page) =>
    page
      .getByRole('main')
      .locator('.results ol > li:visible')
      .filter({ has: page.locator('h3') });
  const status = (page: Page) => page.getByRole('main').getByRole('status');
  const kinds = (page: Page) => page.getByRole('group', { name: 'Kind of page' });
  const total = async (page: Page) => Number(/^\d+/.exec(await status(page).innerText())?.[0]);

  test('answers the form of the home page', async ({ open, expect }) => {
    const page = await open('/');
    await page.getByRole('searchbox', { name: 'Search trials, therapies and figures' }).fill(name);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/search/');
    await results(page).first().waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe(name);
    const found = await results(page).getByRole('heading').getByRole('link').allInnerTexts();
    expect(found).toContain(name);
  });

  test('narrows by a facet, counts, and keeps its state in the address', async ({ open, expect }) => {
    const page = await open('/search/?q=leukaemia');
    await results(page).first().waitFor();
    const all = await total(page);
    const choice = kinds(page).getByRole('checkbox', { name: /^Trial/ });
    const promised = Number(/\d+$/.exec((await choice.locator('xpath=..').innerText()).trim())![0]);
    expect(promised).toBeLessThan(all);
    await choice.check();
    await expect.poll(() => total(page)).toBe(promised);
    for (const link of await results(page).getByRole('heading').getByRole('link').all())
      expect(await link.getAttribute('href')).toMatch(/^\/trials\/./);
    const narrowed = page.url();
    expect(new URL(narrowed).searchParams.getAll('type')).toEqual(['Trial']);
    expect(new URL(narrowed).searchParams.get('q')).toBe('leukaemia');

    await page.reload();
    await expect.poll(() => total(page)).toBe(promised);
    expect(await choice.isChecked()).toBe(true);
    await page.goBack();
    await expect.poll(() => total(page)).toBe(all);
    expect(await choice.isChecked()).toBe(false);
    await page.goForward();
    await expect.poll(() => total(page)).toBe(promised);

    await results(page).first().getByRole('heading').getByRole('link').click();
    await page.waitForURL((url) => url.pathname.startsWith('/trials/'));
    await page.goBack();
    await expect.poll(() => total(page)).toBe(promised);
    expect(page.url()).toBe(narrowed);

    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await expect.poll(() => total(page)).toBe(all);
  });

  test('says which name was taken, and for what', async ({ open, expect }) => {
    const page = await open(`/search/?q=${encodeURIComponent('贝林妥欧单抗')}`);
    await results(page).first().waitFor();
    expect(await status(page).innerText()).toContain('贝林妥欧单抗, a Chinese name of Blinatumomab');
    expect(await results(page).first().locator('[lang="zh-CN"]').innerText()).toBe('贝林妥欧单抗');
    expect(await page.title()).toMatch(/^贝林妥欧单抗 · Search/);
  });

  test('shows results for the nearest name, and those for what was typed when asked', async ({
    open,
    expect,
  }) => {
    const page = await open('/search/?q=blinatumamab');
    await expect.poll(() => status(page).innerText()).toContain('Showing results for “Blinatumomab”');
    await page.getByRole('link', { name: 'Search for “blinatumamab” instead' }).click();
    await expect.poll(() => status(page).innerText()).toContain('Nothing was found for “blinatumamab”');
    expect(await results(page).count()).toBe(0);
    await page.getByRole('main').locator('.hints a[href="/trials/"]').click();
    await page.waitForURL((url) => url.pathname === '/trials/');
  });

  test.for(['lung cancer', 'breast cancer', '妊娠 治疗', '"residual minimal disease"'])(
    'shows nothing as found for %s, and leads on',
    async (query, { open, expect }) => {
      const page = await open(`/search/?q=${encodeURIComponent(query)}`);
      await status(page).filter({ hasText: 'Nothing was found for' }).waitFor();
      expect(await page.getByRole('main').locator('.results a').count()).toBe(0);
      const hints = page.getByRole('main').locator('.hints');
      for (const path of ['/therapies/', '/trials/', '/references/', '/map/'])
        await hints.locator(`a[href="${path}"]`).waitFor();
      if (!query.endsWith('cancer')) return;
      await hints.getByRole('link', { name: /^cancer \(\d+ pages\)$/ }).click();
      await results(page).first().waitFor();
      expect(new URL(page.url()).searchParams.get('q')).toBe('cancer');
    },
  );

  test('takes words in quotes as they stand, side by side', async ({ open, expect }) => {
    const page = await open('/search/?q=minimal+residual+disease');
    await results(page).first().waitFor();
    const all = await total(page);
    await page.getByRole('searchbox').fill('"minimal residual disease"');
    await expect.poll(() => total(page)).toBeLessThan(all);
    expect(await total(page)).toBeGreaterThan(10);
  });

  test('has its filters in Chinese, at the same address', async ({ open, expect }) => {
    const page = await open('/zh/search/?q=CD19&setting=Relapsed+or+refractory&phase=Phase+2');
    await results(page).first().waitFor();
    const labels = page.getByRole('main').locator('.facets label');
    const chosen = labels.filter({ has: page.locator('input:checked') });
    await expect.poll(() => chosen.count()).toBe(2);
    for (const text of await chosen.allInnerTexts()) expect(text).toMatch(/\p{sc=Han}/u);
    const values = await page.getByRole('main').locator('.facets label span:first-of-type').allInnerTexts();
    // Names of targets, and years, are written alike.
    expect(values.filter((text) => /[a-z]{3}/.test(text))).toEqual([]);
  });

  test('shows figures as figures, each with its source', async ({ open, expect }) => {
    const page = await open('/search/?q=inotuzumab+overall+survival');
    const figure = page.getByRole('main').locator('.figures li').first();
    await figure.waitFor();
    expect(await figure.locator('.value').innerText()).toMatch(/\d/);
    expect(await figure.locator('a').first().getAttribute('href')).toMatch(/^\/trials\/.+#./);
    expect(await figure.locator('.source').getAttribute('href')).toMatch(/^\/(references|reviews)\/./);
  });

  test('is asked by conditions, and helps with their names', async ({ open, expect }) => {
    const page = await open(
      '/search/?q=' + encodeURIComponent('therapy:blinatumomab setting:mrd-positive n>20'),
    );
    await results(page).first().waitFor();
    const found = await results(page).getByRole('heading').getByRole('link').allInnerTexts();
    expect(found).toContain('MT103-202');
    expect(found).not.toContain('TOWER');
    await page.getByRole('searchbox').fill('therapy:blina');
    const next = page.getByRole('main').locator('.hints').getByRole('link', { name: 'therapy:blinatumomab' });
    await next.click();
    expect(await page.getByRole('searchbox').inputValue()).toBe('therapy:blinatumomab ');
  });

  test('takes trials that were found to a comparison and to BibTeX in one step', async ({ open, expect }) => {
    const page = await open('/search/?q=inotuzumab&type=Trial');
    await page.getByRole('button', { name: 'Save as BibTeX' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as BibTeX' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('trials.bib');
    const compare = page.getByRole('link', { name: 'Compare these trials' });
    await expect.poll(() => compare.getAttribute('href')).toMatch(/^\/compare\/\?arms=[a-z0-9-]+,/);
  });

  test('does not search what is still being composed', async ({ open, expect }) => {
    const page = await open('/search/');
    const field = page.getByRole('searchbox');
    await field.evaluate((input: HTMLInputElement) => {
      input.value = 'bai';
      input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    });
    await page.waitForTimeout(300);
    expect(new URL(page.url()).search).toBe('');
    await field.evaluate((input: HTMLInputElement) => {
      input.value = '白血病';
      input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    });
    await results(page).first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('白血病');
  });

  test('is accessible with its results, wide and narrow', async ({ open, expect }) => {
    const page = await open('/search/?q=leukaemia&type=Trial');
    await results(page).first().waitFor();
    expect(await misfits(page)).toEqual([]);
  });

  test('takes words that look like code for words', async ({ open, expect }) => {
    const page = await open(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}&type=%3Cb%3E`);
    await expect.poll(() => status(page).innerText()).not.toBe('Searching…');
    expect(await page.getByRole('main').locator('img').count()).toBe(0);
  });
});
