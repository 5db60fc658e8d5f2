import { buffer } from 'node:stream/consumers';
import type { Download, Page } from 'playwright-core';
import { describe } from 'vitest';
import type { Catalogue } from '../../src/compare/catalogue.ts';
import type { Dataset } from '../../src/compare/dataset.ts';
import { offersOf } from '../../src/compare/offers.ts';
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

const field = 'Add a therapy class, target, therapy, trial or arm';
const headings = (page: Page) => page.locator('.table thead th:not(:first-child) > a').allInnerTexts();
const told = (page: Page) => page.locator('.messages').innerText();
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
  const offered = () =>
    page.locator('span.Z3988').evaluateAll((spans) => spans.map((span) => (span as HTMLElement).title));
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
    const bar = page.getByRole('region', { name: 'Comparison' });
    await expect.poll(() => bar.getByRole('status').innerText()).toBe('1 choice to compare');
    const other = datasets.find(({ trials: [one] }) => one!.id !== trials[0]!.id)!.trials[0]!;
    await page.goto(other.path);
    await page.getByRole('button', { name: 'Compare' }).first().click();
    await expect.poll(() => bar.getByRole('status').innerText()).toBe('2 choices to compare');
    await bar.getByRole('link', { name: 'Compare' }).click();
    await ready(page);
    expect(new URL(page.url()).search).toBe(`?arms=${trials[0]!.id},${other.id}`);
    expect(await headings(page)).toEqual([
      ...trials[0]!.arms.map(() => trials[0]!.name),
      ...other.arms.map(() => other.name),
    ]);
  });

  test('takes a name that is typed, by keyboard alone', async ({ open, expect }) => {
    const page = await open('/compare/');
    expect(await told(page)).toBe('No arm is chosen yet.');
    await page.getByRole('combobox', { name: field }).focus();
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
      .locator('.table')
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
    expect(await told(page)).toContain('Left out: lens cannot be “all”');
    expect(await told(page)).toContain(`there is no trial or arm “${wide!.trials[0]!.id}.nobody”`);
    expect(await headings(page)).toHaveLength(1);
  });
});

describe('a question', () => {
  const catalogue = JSON.parse(read('/sheets/arms.json')) as Catalogue;
  const question = offersOf(catalogue).find(({ kind }) => kind === 'class and target')!;

  test('offers class and target as one choice with its arms, in the capitals of its own', async ({
    open,
    expect,
  }) => {
    const page = await open('/compare/');
    const combobox = page.getByRole('combobox', { name: field });
    await combobox.focus();
    await page.keyboard.type(question.name.split(' ')[0]!.toLowerCase());
    const options = page.getByRole('option');
    await options.first().waitFor();
    expect(await options.first().innerText()).toBe(
      `${question.name}\ntherapy class and target, ${question.arms} arms`,
    );
    expect(await combobox.getAttribute('aria-activedescendant')).toBe(
      await options.first().getAttribute('id'),
    );
    await page.keyboard.press('ArrowDown');
    expect(await options.nth(1).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await combobox.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    await ready(page);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(question.name);
    expect(await told(page)).toMatch(new RegExp(`^${question.arms} arms of`));
  });

  test('keeps arms to an age group, and says how many it left out and why', async ({ open, expect }) => {
    const page = await compare(open, `?of=${'side' in question.adds ? question.adds.side : ''}`);
    const all = (await headings(page)).length;
    const chip = page.locator('[data-filter=age]').first();
    const left = Number(await chip.locator('.count').innerText());
    await chip.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => headings(page)).toHaveLength(left);
    expect(await told(page)).toContain(`${all - left} arms left out: ${all - left} by age group.`);
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).ariaPressed)).toBe('true');
    expect(new URL(page.url()).searchParams.get('age')).toBe(await chip.getAttribute('data-value'));
    await page.reload();
    await ready(page);
    expect(await headings(page)).toHaveLength(left);
    await page.getByText('What was left out').click();
    expect(await page.locator('.left-out li').count()).toBeGreaterThan(0);
  });

  test('says above the plots what differs', async ({ open, expect }) => {
    const page = await compare(open, `?of=${'side' in question.adds ? question.adds.side : ''}`);
    expect(await page.locator('.differences').innerText()).toMatch(
      /randomised against each other\. The patients differ\. .*Denominators differ in/s,
    );
  });
});

test('a sheet of paper holds every arm of a comparison, and cuts none', async ({ open, expect }) => {
  // As wide as A4 lying on its side, within its margins.
  const page = await open('/compare/', { viewport: { width: 1031, height: 703 } });
  await page.goto(`/compare/?arms=${arms.slice(0, 12).join(',')}`);
  await ready(page);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await ready(page);
  expect(await headings(page)).toHaveLength(12);
  const cut = await page
    .locator('main *')
    .evaluateAll((all) =>
      all
        .filter(
          (one) =>
            one.getClientRects().length > 0 &&
            !one.closest('.visually-hidden, .export') &&
            one.getBoundingClientRect().right > innerWidth,
        )
        .map(({ className }) => String(className)),
    );
  expect(cut).toEqual([]);
  const words = await page
    .locator('.table :is(th, td)')
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
  expect(words).toBe(0);
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
    const down = page.locator('.table table').first().locator('tbody th > a');
    const names = await down.allInnerTexts();
    await page.getByLabel('Order of arms').selectOption('name');
    await expect
      .poll(() => down.allInnerTexts())
      .toEqual(names.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
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

  test('draws panels in the order of the table, whose figures are read with their arm', async ({
    open,
    expect,
  }) => {
    const page = await compare(open, `?arms=${wide!.trials[0]!.id}`);
    const order = await page.locator('.table thead .arm').allInnerTexts();
    const rows = await page.locator('.panel').first().getByRole('listitem').allTextContents();
    expect(rows).toHaveLength(order.length);
    for (const [i, name] of order.entries()) expect(rows[i]).toContain(`${name}:`);
  });

  test('draws no plot of a single arm', async ({ open, expect }) => {
    const page = await compare(open, `?arms=${arms[0]}`);
    expect(await page.locator('.panel, .time').count()).toBe(0);
    expect(await page.locator('.plots details').last().innerText()).toContain('with a figure of one arm');
  });

  test('stands in the flow of the page, its heads staying in view, mostly full for five arms', async ({
    open,
    expect,
  }) => {
    const page = await compare(
      open,
      `?arms=${datasets
        .slice(0, 4)
        .map(({ trials }) => trials[0]!.id)
        .join(',')}`,
    );
    const table = page.locator('.table');
    expect(
      await table.evaluate((host) => [
        host.scrollHeight - host.clientHeight,
        host.scrollWidth - host.clientWidth,
      ]),
    ).toEqual([0, 0]);
    await page
      .locator('.table tbody tr')
      .nth(12)
      .evaluate((row) => row.scrollIntoView({ block: 'center' }));
    expect((await page.locator('.table thead th').nth(1).boundingBox())!.y).toBeLessThan(1);
    const bar = (await page.getByRole('region', { name: 'Export' }).boundingBox())!;
    expect(bar.y + bar.height).toBeLessThanOrEqual(800);
  });

  test('leaves at most a quarter of the cells of five arms empty', async ({ open, expect }) => {
    const single = datasets
      .filter(({ facts }) => facts.length > 40)
      .flatMap(({ trials: [trial] }) => trial!.arms.slice(0, 1).map(({ id }) => `${trial!.id}.${id}`));
    const page = await compare(open, `?arms=${single.slice(0, 5).join(',')}`);
    const cells = await page.locator('.table td').allInnerTexts();
    const empty = cells.filter((text) =>
      /^(not recorded|not reported|not extracted|not appraised|planned, no result)$/i.test(text.trim()),
    );
    expect(cells.length).toBeGreaterThan(50);
    expect(empty.length / cells.length).toBeLessThanOrEqual(0.25);
  });
});

describe('exporting', () => {
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
      expect((await bytesOf(download)).toString().startsWith(begins), `${name} begins with ${begins}`).toBe(
        true,
      );
    }
  });

  test('saves a plot as drawing and as picture', async ({ open, expect }) => {
    const page = await compare(open, `?arms=${wide!.trials[0]!.id}`);
    const figure = page.locator('.plots [data-plot]').first();
    for (const form of ['SVG', 'PNG']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name: `${form} of` }).click(),
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
    await expect.poll(() => page.locator('.export-status').innerText()).toBe('The link is copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  });
});

test.for([
  [2, 1280],
  [some(14, 6), 360],
] as const)(
  '%i arms are accessible and fit, in light and dark, wide and narrow',
  async ([count, axeAt], { open, expect }) => {
    const page = await compare(open, `?arms=${arms.slice(0, count).join(',')}&marked=1`);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    // What lies under a bar that stays comes out when the page is scrolled.
    await page.locator('.export').evaluate((bar) => ((bar as HTMLElement).style.position = 'static'));
    expect(await misfits(page, { axeAt })).toEqual([]);
  },
);

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

test('without scripts the page says where everything is, and the trials of its questions', async ({
  open,
  expect,
}) => {
  const page = await open('/compare/', { javaScriptEnabled: false });
  expect(await page.locator('main noscript li a[href^="/trials/"]').count()).toBeGreaterThan(1);
  expect(await page.locator('main noscript').innerText()).toContain('needs JavaScript');
  expect(await page.locator('compare-page').isVisible()).toBe(false);
});
