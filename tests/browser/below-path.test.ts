import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { listen } from '../../src/cli/serve.ts';
import { below, test as base } from '../support/browsing.ts';

/**
 * Pages of a site below a path of its host. Whatever a page asks for above the path is a fault, as is what is
 * not there.
 */
const test = base.extend(
  'visit',
  ({ open }) =>
    (page: string) =>
      open(below.address + page, { baseURL: below.address }),
);

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const main = (page: Page) => page.getByRole('main');
const at = (page: Page) => page.url().slice(below.address.length);
const options = (page: Page) => page.getByRole('dialog').getByRole('option');
/** Where everything leads that is a link on the page now, but to other hosts. */
const leadsOut = (page: Page) =>
  page.evaluate(
    (own) =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
        .map(({ href }) => href)
        .filter((href) => href.startsWith(location.origin) && !href.startsWith(`${own}/`)),
    below.address,
  );

/**
 * Has a file saved, which names some address, and gives the addresses of this host in it that lie above the
 * path.
 */
async function addressesOf(page: Page, take: string): Promise<string[]> {
  const button = page.locator(`[data-export="${take}"]`);
  await button.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const content = await text(await download.createReadStream());
  const named = [...content.matchAll(/https?:\/\/(?:localhost|owner\.example)[^\s"',}]*/g)].map(
    ([one]) => one,
  );
  return named.length === 0 ? ['none'] : named.filter((one) => !one.includes('/some/where/'));
}

describe('a site below a path of its host', () => {
  test('is reached by its links, and switches languages', async ({ visit, expect }) => {
    const page = await visit('/');
    expect(new URL(page.url()).pathname).toBe('/some/where/');
    await page.getByRole('banner').getByRole('link', { name: 'Trials' }).click();
    await page.waitForURL('**/some/where/trials/');
    await main(page).getByRole('link', { name: 'DAPA-HF', exact: true }).click();
    await page.waitForURL('**/some/where/trials/dapa-hf/');
    await page.getByRole('banner').getByRole('link', { name: '中文' }).click();
    await page.waitForURL('**/some/where/zh/trials/dapa-hf/');
    await page.getByRole('banner').getByRole('link', { name: '试验' }).click();
    await page.waitForURL('**/some/where/zh/trials/');
    expect(await leadsOut(page)).toEqual([]);
  });

  test('is searched, in the dialog and on its page, in both languages', async ({ visit, expect }) => {
    const page = await visit('/');
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').fill('cardiovascular death empagliflozin');
    await options(page).first().waitFor();
    expect(await leadsOut(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('combobox').fill('Forxiga');
    await options(page).filter({ hasText: 'Dapagliflozin' }).first().click();
    await page.waitForURL('**/some/where/therapies/dapagliflozin/');

    await page.goto(`${below.address}/search/?q=cardiovascular+death+dapagliflozin`);
    const results = main(page).locator('.results');
    await results.locator('.figures a').first().waitFor();
    await results
      .getByRole('button', { name: /BibTeX/ })
      .first()
      .waitFor();
    expect(await leadsOut(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      results
        .getByRole('button', { name: /BibTeX/ })
        .first()
        .click(),
    ]);
    expect(download.suggestedFilename()).toBe('trials.bib');
    await results.locator('.figures a').first().click();
    await page.waitForURL(/\/some\/where\/trials\/[a-z-]+\/#/);

    await page.goto(`${below.address}/zh/`);
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').fill('cardiovascular death empagliflozin');
    await page.getByRole('dialog').locator('.option.figure').first().waitFor();
    for (const one of await options(page).all())
      expect(await one.getAttribute('href')).toMatch(/^\/some\/where\/zh\//);
    await page.goto(`${below.address}/zh/search/?q=dapagliflozin`);
    await results.locator('h3 a').first().waitFor();
    expect(await results.locator('h3 a').first().getAttribute('href')).toMatch(/^\/some\/where\/zh\//);
    expect(await leadsOut(page)).toEqual([]);
  });

  test('shows the card of a figure beside it, and cites it by its whole address', async ({
    visit,
    expect,
  }) => {
    const page = await visit('/trials/dapa-hf/');
    await page.locator('.outcome tr[id] a.value').first().click();
    const card = page.locator('.provenance:popover-open');
    await card.waitFor();
    expect(await leadsOut(page)).toEqual([]);
    await card.getByRole('link', { name: /cite/i }).click();
    const box = page.locator('.cite-dialog');
    await box.getByRole('radio', { name: 'BibTeX', exact: true }).check();
    await box
      .locator('pre')
      .filter({ hasText: 'https://owner.example/some/where/trials/dapa-hf/#' })
      .first()
      .waitFor();
    await page.goto(`${below.address}/references/`);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('cite-selection [data-save]').click(),
    ]);
    expect(saved.suggestedFilename()).toMatch(/^selection\./);
  });

  test('compares, with links and files that lead below the path', async ({ visit, expect }) => {
    const page = await visit('/compare/');
    await page.getByRole('link', { name: /^Dapagliflozin against empagliflozin/ }).click();
    await page.locator('.table[aria-busy=false]').waitFor();
    expect(at(page)).toMatch(/^\/compare\/\?/);
    expect(await leadsOut(page)).toEqual([]);
    expect(await page.locator('.table thead a').first().getAttribute('href')).toBe(
      '/some/where/trials/dapa-hf/',
    );
    expect(await addressesOf(page, 'save csv')).toEqual([]);
    expect(await addressesOf(page, 'save bib'), 'works have addresses of their own').toEqual(['none']);
    await page.locator('details.gate > summary').first().click();
    await page.getByRole('link', { name: 'Pool them' }).first().click();
    await page.waitForURL('**/some/where/synthesis/?**');
    await main(page)
      .getByText(/^Pooled: /)
      .first()
      .waitFor();
    for (const take of ['save csv', 'save json', 'save r'])
      expect(await addressesOf(page, take), take).toEqual([]);
    expect(await leadsOut(page)).toEqual([]);
  });

  test('sets arms aside that another site of the host knows nothing of', async ({ visit, expect }) => {
    const page = await visit('/trials/dapa-hf/');
    await page.locator('button[data-compare]').first().click();
    const bar = page.locator('selection-bar');
    await bar.locator('a').waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['almanac.compare/some/where']);
    await bar.locator('a').click();
    await page.waitForURL('**/some/where/compare/?arms=dapa-hf**');
    await page.locator('.table[aria-busy=false]').waitFor();
    await bar.waitFor({ state: 'hidden' });
  });

  test('leads on from where something was, and says what is not there', async ({ visit, open, expect }) => {
    const page = await visit('/trials/old/');
    await page.waitForURL('**/some/where/trials/dapa-hf/');
    const lost = await open(`${below.address}/nowhere/`, { baseURL: below.address, expected: /404/ });
    expect(await leadsOut(lost)).toEqual([]);
    await lost.getByRole('banner').getByRole('link', { name: 'Trials' }).click();
    await lost.waitForURL('**/some/where/trials/');
  });

  test('is read without a network, beside what another site of the host keeps', async ({ open, expect }) => {
    const server = await listen(below.folder, 0);
    const { port } = server.address() as { port: number };
    const baseURL = `http://localhost:${port}/some/where`;
    const page = await open(`${baseURL}/trials/deliver/`, {
      baseURL,
      serviceWorkers: 'allow',
      expected: /net::ERR_|Failed to load resource|fetching the script/,
    });
    const kept = (asked: string) =>
      expect
        .poll(() =>
          page.evaluate(
            async (one) =>
              navigator.serviceWorker.controller !== null && (await caches.match(one)) !== undefined,
            `/some/where${asked}`,
          ),
        )
        .toBe(true);
    await kept('/trials/deliver/');
    await kept('/zh/offline/');
    await page.goto(`${baseURL}/zh/trials/`);
    await kept('/zh/trials/');
    await page.evaluate(() => caches.open('kept-of-another-site'));
    await page.goto(`${baseURL}/`);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('empagliflozin');
    await options(page).first().waitFor();
    await kept('/search/');
    server.close();
    server.closeAllConnections();
    await page.context().setOffline(true);

    await page.goto(`${baseURL}/trials/deliver/`);
    expect(await heading(page)).toBe('DELIVER');
    await page.goto(`${baseURL}/trials/emperor-reduced/`);
    expect(await heading(page)).toMatch(/not kept|network|offline/i);
    const listed = page.locator('kept-pages').getByRole('link');
    await listed.first().waitFor();
    expect(await listed.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual(
      expect.arrayContaining(['/some/where/', '/some/where/trials/deliver/']),
    );
    for (const link of await listed.all())
      expect(await link.getAttribute('href')).not.toMatch(/\/zh\/|offline/);
    await listed.filter({ hasText: 'DELIVER' }).click();
    await page.waitForURL('**/some/where/trials/deliver/');
    await page.goto(`${baseURL}/search/?q=empagliflozin`);
    await main(page).locator('.results h3 a').first().waitFor();
    await page.goto(`${baseURL}/zh/trials/dapa-hf/`);
    await page.locator('kept-pages a[href="/some/where/zh/trials/"]').waitFor();
    expect((await page.evaluate(() => caches.keys())).sort()).toEqual([
      'kept-of-another-site',
      expect.stringMatching(/^kept:\/some\/where\/:[0-9a-f]/),
    ]);
  });
});
