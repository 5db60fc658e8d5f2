import { buffer } from 'node:stream/consumers';
import type { Download, Page } from 'playwright-core';
import { describe } from 'vitest';
import type { Dataset } from '../../src/compare/dataset.ts';
import { misfits } from '../support/accessibility.ts';
import { address, test } from '../support/browsing.ts';
import { wideDataset } from '../support/made-dataset.ts';
import { files, read } from '../support/site-pages.ts';
import { some } from '../support/sweep.ts';

const datasets = files
  .filter((file) => file.startsWith('/sheets/trials/'))
  .map((file) => JSON.parse(read(file)) as Dataset)
  .sort((a, b) => b.facts.length - a.facts.length);
const several = datasets.filter(({ trials }) => trials[0]!.arms.length > 1);
const [wide] = several;
const arms = datasets.flatMap(({ trials }) => trials[0]!.arms.map(({ id }) => `${trials[0]!.id}.${id}`));

const headings = (page: Page) => page.locator('.table thead th:not(:first-child) > a').allInnerTexts();
const told = (page: Page) => page.locator('.told').innerText();
const bytesOf = async (download: Download) => buffer(await download.createReadStream());
const ready = (page: Page) => page.locator('.table[aria-busy=false]').waitFor();
const compare = async (open: (path: string) => Promise<Page>, query: string): Promise<Page> => {
  const page = await open(`/compare/${query}`);
  await ready(page);
  return page;
};

test('offers Zotero the entries and reports of what is compared', async ({ open, expect }) => {
  const [one, other] = datasets as [Dataset, Dataset, ...Dataset[]];
  const page = await compare(open, `?arms=${one.trials[0]!.id}`);
  const offered = () => page.locator('span.Z3988').evaluateAll((spans) => spans.map((span) => (span as HTMLElement).title));
  expect(one.context!.length).toBeGreaterThan(1);
  expect((await offered()).sort()).toEqual([...new Set(one.context)].sort());
  await page.goto(`/compare/?arms=${one.trials[0]!.id},${other.trials[0]!.id}`);
  await ready(page);
  expect((await offered()).sort()).toEqual([...new Set([...one.context!, ...other.context!])].sort());
});

describe('choosing', () => {
  test('follows the reader from the list and an entry to the comparison', async ({ open, expect }) => {
    const [{ trials }] = several as [Dataset, ...Dataset[]];
    const page = await open('/trials/');
    const row = page.locator('tbody tr', { has: page.locator(`a[href="${trials[0]!.path}"]`) });
    await row.getByRole('button', { name: 'Compare' }).click();
    const tray = page.getByRole('region', { name: 'Comparison' });
    await expect.poll(() => tray.getByRole('status').innerText()).toBe('1 choice to compare');
    const other = datasets.find(({ trials: [one] }) => one!.id !== trials[0]!.id)!.trials[0]!;
    await page.goto(other.path);
    await page.getByRole('button', { name: 'Compare' }).first().click();
    await expect.poll(() => tray.getByRole('status').innerText()).toBe('2 choices to compare');
    await tray.getByRole('link', { name: 'Compare' }).click();
    await ready(page);
    expect(new URL(page.url()).search).toBe(`?arms=${trials[0]!.id},${other.id}`);
    expect(await headings(page)).toEqual([...trials[0]!.arms.map(() => trials[0]!.name), ...other.arms.map(() => other.name)]);
  });

  test('takes a name that is typed, by keyboard alone', async ({ open, expect }) => {
    const page = await open('/compare/');
    expect(await told(page)).toBe('No arm is chosen yet.');
    await page.getByLabel('Add a trial, an arm or a therapy').focus();
    await page.keyboard.type(wide!.trials[0]!.name.toLowerCase());
    await page.keyboard.press('Enter');
    await ready(page);
    expect((await headings(page)).length).toBe(wide!.trials[0]!.arms.length);
    await page.keyboard.type('nothing has this name');
    await page.keyboard.press('Enter');
    await expect.poll(() => told(page)).toBe('Nothing here is called “nothing has this name”.');
  });

  test('takes an arm out, and all', async ({ open, expect }) => {
    const page = await compare(open, `?arms=${wide!.trials[0]!.id}`);
    const all = (await headings(page)).length;
    await page
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click();
    await expect.poll(() => headings(page)).toHaveLength(all - 1);
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('table');
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => told(page)).toBe('No arm is chosen yet.');
    expect(new URL(page.url()).search).toBe('');
  });

  test('says what an address names that is not there', async ({ open, expect }) => {
    const page = await compare(open, `?arms=${wide!.trials[0]!.id}.nobody,${arms[0]}&lens=all`);
    expect(await told(page)).toContain('Left out: denominator cannot be “all”');
    expect(await told(page)).toContain(`there is no trial or arm “${wide!.trials[0]!.id}.nobody”`);
    expect(await headings(page)).toHaveLength(1);
  });
});

describe('the view', () => {
  test('is restored from its address', async ({ open, expect }) => {
    const page = await compare(open, `?arms=${arms.slice(0, 4).join(',')}`);
    await page.getByLabel('Denominator').selectOption('treated');
    await page.getByRole('combobox', { name: 'Rows' }).selectOption('shared');
    await page.getByLabel('mark differences').check();
    await page.getByLabel('Order of arms').selectOption('year');
    await page.getByLabel('descending').check();
    await ready(page);
    const seen = await page.locator('.table').innerHTML();
    const again = await compare(open, new URL(page.url()).search);
    expect(await again.locator('.table').innerHTML()).toBe(seen);
    expect(await again.getByLabel('Denominator').inputValue()).toBe('treated');
    expect(await again.getByLabel('descending').isChecked()).toBe(true);
  });

  test('shows arms as rows, and orders them by a row', async ({ open, expect }) => {
    const page = await compare(open, `?arms=${arms.slice(0, 3).join(',')}&transposed=1`);
    const down = page.locator('.table tbody th > a');
    const names = await down.allInnerTexts();
    await page.getByLabel('Order of arms').selectOption('name');
    await expect.poll(() => down.allInnerTexts()).toEqual(names.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  });

  test('shows only the endpoints that are asked for, and the usual ones again', async ({ open, expect }) => {
    const page = await compare(open, `?arms=${wide!.trials[0]!.id}`);
    const rows = page.locator('.table tbody:not(.traits) tr:not(.family) th');
    const all = await rows.count();
    await page.getByText('Endpoints', { exact: true }).last().click();
    await page.locator('.endpoints input:checked').first().uncheck();
    await expect.poll(() => rows.count()).toBeLessThan(all);
    expect(page.url()).toContain('endpoints=');
    await page.getByRole('button', { name: 'Default endpoints' }).click();
    await expect.poll(() => rows.count()).toBe(all);
  });

  test('draws plots in the order of the table, each with words for those who do not see it', async ({ open, expect }) => {
    const page = await compare(open, `?arms=${wide!.trials[0]!.id}`);
    await page.locator('.plots figure').first().scrollIntoViewIfNeeded();
    const label = (await page.locator('.plots svg').first().getAttribute('aria-label'))!;
    const names = await page.locator('.table thead .arm').allInnerTexts();
    const places = names.map((name) => label.indexOf(name)).filter((place) => place >= 0);
    expect(places.length).toBeGreaterThan(0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe('taking away', () => {
  test('saves every form of the table, and the references', async ({ open, expect }) => {
    const page = await compare(open, `?arms=${wide!.trials[0]!.id}`);
    for (const [button, name, begins] of [
      ['Save CSV', 'comparison.csv', 'trial_id,trial,arm_id'],
      ['Save Markdown', 'comparison.md', wide!.trials[0]!.name],
      ['Save LaTeX', 'comparison.tex', '% Needs \\usepackage{booktabs,array}'],
      ['Save HTML', 'comparison.html', '<table>'],
      ['BibTeX', 'comparison.bib', '@'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button, exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(name);
      expect((await bytesOf(download)).toString().startsWith(begins), `${name} begins with ${begins}`).toBe(true);
    }
  });

  test('saves a plot as drawing and as picture', async ({ open, expect }) => {
    const page = await compare(open, `?arms=${wide!.trials[0]!.id}`);
    const figure = page.locator('.plots figure').first();
    await figure.scrollIntoViewIfNeeded();
    for (const form of ['SVG', 'PNG']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name: form, exact: true }).click(),
      ]);
      const bytes = await bytesOf(download);
      if (form === 'PNG') expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      else expect(bytes.toString()).toMatch(/^<\?xml[^]*<svg[^]*<\/svg>\n$/);
      if (form === 'SVG') expect(bytes.toString()).not.toContain('var(--');
      expect(bytes.length).toBeGreaterThan(500);
    }
  });

  test('copies the link', async ({ open, expect }) => {
    const page = await compare(open, `?arms=${arms[0]}`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(() => page.locator('.taken').innerText()).toBe('The link is copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  });
});

test.for([
  [2, 1280],
  [some(14, 6), 360],
] as const)('%i arms are accessible and fit, in light and dark, wide and narrow', async ([count, axeAt], { open, expect }) => {
  const page = await compare(open, `?arms=${arms.slice(0, count).join(',')}&marked=1`);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await misfits(page, { axeAt })).toEqual([]);
});

test('sixty arms by forty endpoints are shown whole, before and after a change', async ({ open, expect }) => {
  const page = await open('/compare/');
  await page.route('**/sheets/trials/study-*.json', (route) =>
    route.fulfill({ json: wideDataset(/study-\d+/.exec(route.request().url())![0], 40) }),
  );
  await page.goto(`/compare/?arms=${Array.from({ length: 60 }, (_, i) => `study-${i}`).join(',')}`);
  await ready(page);
  const cells = page.locator('.table tbody:not(.traits) td');
  expect(await cells.count()).toBe(60 * 40);
  const marked = page.locator('input[name=marked]');
  await marked.setChecked(!(await marked.isChecked()));
  await ready(page);
  expect(await cells.count()).toBe(60 * 40);
});

test('without scripts the page says where everything is', async ({ open, expect }) => {
  const page = await open('/compare/', { javaScriptEnabled: false });
  expect(await page.locator('main noscript').innerText()).toContain('needs JavaScript');
  expect(await page.locator('compare-page').isVisible()).toBe(false);
});
