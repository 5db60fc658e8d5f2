import { text } from 'node:stream/consumers';
import type { Download, Page } from 'playwright-core';
import { describe } from 'vitest';
import { write } from '../../src/citations/write.ts';
import { factOf } from '../../src/evidence/citable.ts';
import { violations } from '../support/accessibility.ts';
import { test } from '../support/browsing.ts';
import { projectLibrary } from '../support/project.ts';
import { exampleTrial, pagesByType, read } from '../support/site-pages.ts';
import { isWhole, sample } from '../support/sweep.ts';

const library = projectLibrary();
const trial = exampleTrial.path;
const work = pagesByType.get('/references/*')![0]!.path;
const fileOf = (page: string, ending: string) => read(`${page.replace(/\/$/, '')}.${ending}`);

const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const contentOf = async (download: Download) => text(await download.createReadStream());
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const box = (page: Page) => page.locator('main cite-box');
const style = (page: Page, label: string) => box(page).getByRole('radio', { name: label, exact: true });
const shown = (page: Page) => box(page).locator('.citation:visible');

/** Every entry page has a cite box: one of each kind. */
const kinds = ['/trials/*', '/therapies/*', '/topics/*', '/reviews/*', '/references/*'].map(
  (kind) => pagesByType.get(kind)!.at(-1)!.path,
);

describe('the cite box', () => {
  test.for(kinds)('of %s works by keyboard alone, and is accessible', async (address, { open, expect }) => {
    const page = await open(address, clipboard);
    await style(page, 'NLM').focus();
    const first = await shown(page).first().innerText();
    await page.keyboard.press('ArrowRight');
    expect(await style(page, 'AMA').isChecked()).toBe(true);
    expect(await shown(page).first().innerText()).not.toBe(first);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toMatch(
      /^Copy the (publication|entry)$/,
    );
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    expect(await copied(page)).toBe((await shown(page).first().textContent())!.trim());
    expect(await violations(page, { within: 'main cite-box' })).toEqual([]);
  });

  test.for([
    ['BibTeX', 'bib', 'bib'],
    ['RIS', 'ris', 'ris'],
    ['CSL-JSON', 'csl.json', 'json'],
  ] as const)(
    'copies and downloads %s exactly as its file holds it',
    async ([label, ending, ofWork], { open, expect }) => {
      const page = await open(trial, clipboard);
      await style(page, label).check();
      await page.getByRole('button', { name: 'Copy the entry' }).click();
      await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
      expect(await copied(page)).toBe(fileOf(trial, ending));
      const downloading = page.waitForEvent('download');
      await page.getByRole('link', { name: `${label} of the entry`, exact: true }).click();
      const download = await downloading;
      expect(await contentOf(download)).toBe(fileOf(trial, ending));

      const record = await open(work, clipboard);
      await style(record, label).check();
      await record.getByRole('button', { name: 'Copy the publication' }).click();
      await record.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
      expect(await copied(record)).toBe(fileOf(work, ofWork));
    },
  );

  test('copies italics for word processors', async ({ open, expect }) => {
    const page = await open(work, clipboard);
    await style(page, 'APA').check();
    await page.getByRole('button', { name: 'Copy the publication' }).click();
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item!.getType('text/html')).text();
    });
    expect(html).toMatch(/<i\b.*>.+<\/i>/);
  });

  test('remembers the style, from page to page', async ({ open, expect }) => {
    const page = await open(trial);
    await style(page, 'GB/T 7714').check();
    await page.goto(work);
    expect(await style(page, 'GB/T 7714').isChecked()).toBe(true);
    expect(await shown(page).first().innerText()).toMatch(/\[J(\/OL)?\]/);
    await style(page, 'RIS').check();
    await page.reload();
    await expect.poll(() => box(page).locator('pre').first().textContent()).toBe(fileOf(work, 'ris'));
    expect(await shown(page).count()).toBe(0);
  });

  test('works where the browser keeps nothing and copies nothing', async ({ open, expect }) => {
    const page = await open('/about/');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new Error('refused');
        },
      });
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.goto(work);
    await style(page, 'AMA').check();
    expect(await shown(page).count()).toBe(1);
    await page.getByRole('button', { name: 'Copy the publication' }).click();
    await page.getByText('did not allow copying; the text is selected').waitFor();
    expect(await page.evaluate(() => String(getSelection()))).toBe(await shown(page).innerText());
  });

  test('without JavaScript shows one style, changes styles, and links to the files', async ({
    open,
    expect,
  }) => {
    const page = await open(trial, { javaScriptEnabled: false });
    expect(await page.locator('main button:visible').count()).toBe(0);
    expect(await box(page).locator('input:visible').count()).toBe(4);
    const works = await box(page).locator('.work').count();
    expect(await shown(page).count()).toBe(works);
    const nlm = await shown(page).allInnerTexts();
    await style(page, 'APA').check();
    expect(await shown(page).count()).toBe(works);
    expect(await shown(page).allInnerTexts()).not.toEqual(nlm);
    for (const label of ['BibTeX', 'RIS', 'CSL-JSON'])
      expect(await page.getByRole('link', { name: `${label} of the entry`, exact: true }).isVisible()).toBe(
        true,
      );
    await page.locator('table.outcomes a.value:visible').first().click();
    const href = await page.locator('.provenance:target a[data-report]').getAttribute('href');
    expect(href).toBe(`${trial}#_cite`);
  });

  test('fits a narrow screen', async ({ open, expect }) => {
    const page = await open(trial, { viewport: { width: 360, height: 740 } });
    await style(page, 'BibTeX').check();
    await box(page).locator('pre').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

describe('a single figure', () => {
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Cite this figure' });
  const facts = library.trials.find(({ path: own }) => own === trial)!.facts;
  const figure = (page: Page, id: string) =>
    page.locator(`.outcomes a[href="${new URL(page.url()).pathname}figures/#${id}"]`);
  /** Opens what the figure is folded in, as a link to it does. */
  const lead = (page: Page, id: string) => page.evaluate((to) => (location.hash = to), id);
  const ask = async (page: Page, id: string) => {
    await lead(page, id);
    await figure(page, id).click();
    // Looked for in its card alone: to name all links of a long page takes longer than all else.
    await page.locator('[popover]:popover-open').getByRole('link', { name: 'Cite this figure' }).click();
    await dialog(page).waitFor();
  };

  test('is cited from its card, by keyboard, and the figure has the focus back', async ({ open, expect }) => {
    const page = await open(trial);
    const { id } = facts[0]!.outcome;
    await lead(page, id);
    await figure(page, id).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Cite this figure' }).focus();
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
    expect(await violations(page, { within: 'dialog[open]' })).toEqual([]);
    expect(await dialog(page).innerText()).toContain(`#${id}`);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog(page).count()).toBe(0);
    // The dialog is hidden a task before it tells that it has closed.
    await expect
      .poll(() => figure(page, id).evaluate((element) => element === document.activeElement))
      .toBe(true);
  });

  test('has the title that almanac cite gives it, whichever figure it is', async ({ open, expect }) => {
    // The trial with the most figures, printed and computed.
    const longest = pagesByType.get('/trials/*')![0]!.path;
    const page = await open(longest);
    const all = library.trials.find(({ path: own }) => own === longest)!.facts;
    const alike = ({ outcome }: (typeof all)[number]) =>
      `${outcome.kind} ${Object.keys(outcome).sort().join(' ')}`;
    const unlike = [...new Map(all.map((one) => [alike(one), one])).entries()].sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    for (const fact of isWhole ? all : sample(unlike, 3).map(([, one]) => one)) {
      await ask(page, fact.outcome.id);
      const { title, URL } = factOf(fact, library.base);
      expect(await dialog(page).getByRole('heading', { level: 3 }).innerText()).toBe(title);
      expect(await dialog(page).locator('.citation:visible').innerText()).toMatch(
        new RegExp(`${RegExp.escape(title)} \\(version \\d+\\.\\d+, [-\\d]+\\).*${RegExp.escape(URL!)}`),
      );
      await page.keyboard.press('Escape');
    }
  });

  test.for([
    ['BibTeX', 'bib'],
    ['RIS', 'ris'],
    ['CSL-JSON', 'json'],
  ] as const)('comes in %s with the report that states it', async ([label, format], { open, expect }) => {
    const page = await open(trial, clipboard);
    const fact = facts.find(({ outcome }) => 'percent' in outcome) ?? facts[0]!;
    await ask(page, fact.outcome.id);
    await dialog(page).getByRole('radio', { name: label, exact: true }).check();
    await expect.poll(() => dialog(page).locator('pre').textContent()).not.toBe('');
    await dialog(page).getByRole('button', { name: 'Copy the figure' }).click();
    await dialog(page).getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    const expected = write[format]([factOf(fact, library.base), fact.report.reference.data]);
    expect(await copied(page)).toBe(expected);
    const downloading = page.waitForEvent('download');
    await dialog(page)
      .getByRole('link', { name: `${label} of the figure`, exact: true })
      .click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(`fact-${fact.trial.id}-${fact.outcome.id}.${format}`);
    expect(await contentOf(download)).toBe(expected);
  });
});

describe('a selection', () => {
  const selection = (page: Page) => page.locator('cite-selection');
  const cite = async (page: Page, format: string) => {
    await selection(page).getByRole('combobox').selectOption({ label: format });
    const downloading = page.waitForEvent('download');
    await selection(page).getByRole('button', { name: 'Download' }).click();
    return contentOf(await downloading);
  };

  test('of trials is their entries and reports, of what is shown and nothing else', async ({
    open,
    expect,
  }) => {
    const page = await open('/trials/', clipboard);
    const one = library.trials.at(-1)!;
    await page.getByLabel('Find in the list').fill(one.data.title.en.toLowerCase());
    await expect.poll(() => page.locator('tbody tr:visible').count()).toBe(1);
    expect(await cite(page, 'BibTeX')).toBe(fileOf(one.path, 'bib'));
    expect(await cite(page, 'RIS')).toBe(fileOf(one.path, 'ris'));
    expect(await cite(page, 'CSL-JSON')).toBe(fileOf(one.path, 'csl.json'));
    await selection(page).getByRole('button', { name: 'Copy' }).click();
    await selection(page).getByRole('status').filter({ hasText: 'copied' }).waitFor();
    expect(await copied(page)).toBe(fileOf(one.path, 'csl.json'));
  });

  test('of references is what the filter leaves, and all where nothing is filtered', async ({
    open,
    expect,
  }) => {
    const page = await open('/references/');
    expect(await cite(page, 'BibTeX')).toBe(read('/cite/library.bib'));
    expect(await cite(page, 'CSL-JSON')).toBe(read('/cite/library.json'));
    await page.getByLabel('Find in the list').fill('maude');
    const keys = await page
      .locator('[data-cite]:visible')
      .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['cite']!));
    expect(keys.length).toBeGreaterThan(0);
    expect(await cite(page, 'RIS')).toBe(write.ris(keys.map((key) => library.reference(key).data)));
    expect(new URL(page.url()).search).toBe('?find=maude');
    await page.reload();
    expect(await page.locator('[data-cite]:visible').count()).toBe(keys.length);
    expect(await violations(page, { within: 'cite-selection' })).toEqual([]);
  });

  test('is not offered without JavaScript, and the lists are whole', async ({ open, expect }) => {
    const page = await open('/references/?find=maude', { javaScriptEnabled: false });
    expect(await selection(page).isVisible()).toBe(false);
    expect(await page.locator('[data-cite]:visible').count()).toBe(library.references.length);
  });
});
