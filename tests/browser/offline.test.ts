import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, onTestFinished } from 'vitest';
import { offlineWords as english } from '../../src/i18n/en/offline.ts';
import { offlineWords as chinese } from '../../src/i18n/zh/offline.ts';
import { listen } from '../../src/cli/serve.ts';
import { misfits } from '../support/accessibility.ts';
import { test } from '../support/browsing.ts';

/** What browsers say of what cannot be fetched. */
const expected = /net::ERR_|Failed to load resource|fetching the script/;

interface Served {
  address: string;
  /** Ends the server; a network that is not there. */
  stop(): void;
}

/** The site, on a server that may be stopped. */
async function served(folder = inject('site').folder): Promise<Served> {
  const server = await listen(folder, 0);
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  onTestFinished(stop);
  return { address: `http://localhost:${(server.address() as AddressInfo).port}`, stop };
}

/** Waits until the first page and what it is made of are kept. */
const kept = (page: Page, asked: string) =>
  expect
    .poll(() =>
      page.evaluate(
        async (path) =>
          navigator.serviceWorker.controller !== null && (await caches.match(path)) !== undefined,
        asked,
      ),
    )
    .toBe(true);

async function lost(page: Page, { stop }: Served): Promise<void> {
  stop();
  await page.context().setOffline(true);
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

describe('without a network', () => {
  test('pages that were seen are there as they were, others are told and those kept are listed', async ({
    open,
  }) => {
    const site = await served();
    const page = await open('/trials/blast/', { baseURL: site.address, serviceWorkers: 'allow', expected });
    await kept(page, '/trials/blast/');
    await page.goto('/zh/trials/blast/');
    await page.goto('/topics/icans/');
    const seen = await page.getByRole('main').innerText();
    const fonts = () =>
      page.evaluate(() => document.fonts.ready.then((all) => [...all].map(({ status }) => status)));
    await fonts();
    await lost(page, site);

    await page.reload();
    expect(await page.getByRole('main').innerText()).toBe(seen);
    expect(await fonts()).not.toContain('error');
    await page.goto('/trials/blast/');
    expect(await heading(page)).toBe('BLAST');
    // Its script runs: the theme is switched.
    await page
      .getByRole('banner')
      .getByRole('button', { name: /light and dark/ })
      .click();

    await page.goto('/trials/tower/');
    expect(await heading(page)).toBe(english.title);
    const listed = page.locator('kept-pages').getByRole('link');
    await listed.first().waitFor();
    expect(await listed.allInnerTexts()).toEqual(expect.arrayContaining(['BLAST']));
    for (const link of await listed.all())
      expect(await link.getAttribute('href')).not.toMatch(/^\/zh\/|offline/);
    expect(await misfits(page)).toEqual([]);
    await listed.filter({ hasText: 'BLAST' }).click();
    await page.waitForURL('**/trials/blast/');

    await page.goto('/zh/trials/tower/');
    expect(await heading(page)).toBe(chinese.title);
    await page.locator('kept-pages a[href="/zh/trials/blast/"]').waitFor();
  });

  test('what was searched is found again, in the dialog and on the page of the search', async ({ open }) => {
    const site = await served();
    const page = await open('/', { baseURL: site.address, serviceWorkers: 'allow', expected });
    await kept(page, '/');
    const options = page.getByRole('dialog').getByRole('option');
    const ask = async (query: string) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').fill(query);
      await options.first().waitFor();
      return options.allInnerTexts();
    };
    const found = await ask('inotuzumab');
    await kept(page, '/search/');
    await lost(page, site);

    await page.goto('/');
    expect(await ask('inotuzumab')).toEqual(found);
    await page.goto('/search/?q=inotuzumab');
    const results = page.getByRole('main').locator('.results');
    await results.locator('h3 a').first().waitFor();
    expect(await results.locator('h3 a').first().getAttribute('href')).toBe(
      '/therapies/inotuzumab-ozogamicin/',
    );
    await page.getByRole('searchbox').fill('neurofilament');
    await page.getByRole('status').filter({ hasText: 'Without a network' }).waitFor();
  });
});

test('a newer edition is offered, not forced; a page that is of it takes it over without a word', async ({
  open,
}) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'allmanac-offline-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  fs.cpSync(inject('site').folder, folder, { recursive: true });
  const site = await served(folder);
  const page = await open('/about/', { baseURL: site.address, serviceWorkers: 'allow', expected });
  await kept(page, '/about/');
  const editionIn = (one: Page) => one.locator('[data-edition]').innerText();
  const former = await editionIn(page);
  const newer = 'fedcba987654';
  for (const file of ['service-worker.js', 'about/index.html', 'data/index.html'].map((name) =>
    path.join(folder, name),
  ))
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll(former, newer));
  await page.evaluate(() => Object.assign(window, { stays: true }));
  const bar = page.getByRole('region', { name: english.newer });

  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
  await bar.getByText(english.newer).waitFor();
  expect(await misfits(page)).toEqual([]);
  expect(await editionIn(page)).toBe(former);
  await bar.getByRole('button', { name: english.later }).click();
  await bar.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => 'stays' in window), 'nothing was loaded anew').toBe(true);

  // Another page is of the former edition still, and offers it again.
  await page.goto('/compare/');
  await page.evaluate(() => Object.assign(window, { asked: true }));
  await bar.getByRole('button', { name: english.reload }).click();
  await page.waitForFunction(() => !document.querySelector('.newer-edition') && !('asked' in window));
  await expect.poll(() => page.evaluate(() => caches.keys())).toContainEqual(expect.stringContaining(newer));
  const states = () =>
    page.evaluate(async () => {
      const all = await navigator.serviceWorker.getRegistration();
      return { waiting: all?.waiting !== null, active: all?.active?.state };
    });
  await expect.poll(states).toEqual({ waiting: false, active: 'activated' });

  const last = 'abcdef012345';
  for (const file of ['service-worker.js', 'data/index.html'].map((name) => path.join(folder, name)))
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll(newer, last));
  await page.goto('/data/');
  expect(await editionIn(page)).toBe(last);
  await expect.poll(() => page.evaluate(() => caches.keys())).toContainEqual(expect.stringContaining(last));
  await expect.poll(states).toEqual({ waiting: false, active: 'activated' });
  expect(await bar.count()).toBe(0);
  // The edition before stays, for what was seen of it; the one before that goes.
  await expect
    .poll(async () => (await page.evaluate(() => caches.keys())).filter((name) => name.includes(former)))
    .toEqual([]);
});

test('nothing is kept of what is only downloaded', async ({ open }) => {
  const site = await served();
  const page = await open('/data/', { baseURL: site.address, serviceWorkers: 'allow', expected });
  await kept(page, '/data/');
  await page.reload();
  await page.evaluate(() =>
    Promise.all(['/data/trials.csv', '/cite/library.bib'].map(async (file) => (await fetch(file)).text())),
  );
  const paths = await page.evaluate(async () => {
    const all = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    );
    return all.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(paths).toContain('/data/');
  expect(paths.filter((one) => /\.(csv|bib|json)$/.test(one))).toEqual([]);
});
