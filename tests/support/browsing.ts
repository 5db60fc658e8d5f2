import { chromium, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, expect, inject, test as base } from 'vitest';

/** Where the built site is served. */
export const { address } = inject('site');

const browser = await chromium.connect(inject('browser'));
afterAll(() => browser.close());

/** How a page is opened: on a wide light screen with scripts, where not said otherwise. */
export type Screen = BrowserContextOptions;

/**
 * `open` opens a page of the site in a browser profile of its own, closed after the test. Every test fails when a page
 * asks anything of another host, breaks its security policy, fails to load something or throws.
 */
export const test = base.extend('open', async ({ task }, { onCleanup }) => {
  const faults: string[] = [];
  const opened: Page[] = [];
  onCleanup(async () => {
    await Promise.all(opened.map((page) => page.context().close()));
    expect(faults, `faults on the way of: ${task.name}`).toEqual([]);
  });
  return async (path: string, screen: Screen = {}): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: address,
      viewport: { width: 1280, height: 800 },
      colorScheme: 'light',
      reducedMotion: 'reduce',
      ...screen,
    });
    // Ends what hangs: nothing here judges how fast the machine is.
    context.setDefaultTimeout(120_000);
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${address}/`) && !/^(data|blob):/.test(url)) faults.push(`asks another host: ${url}`);
    });
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => faults.push(`throws: ${error.error().message}`));
    const page = await context.newPage();
    opened.push(page);
    await page.goto(path);
    return page;
  };
});
