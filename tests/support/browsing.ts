import { chromium, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect, inject, test as base } from 'vitest';

/** Where the built site is served. */
export const { address } = inject('site');

/** Where the site of a base that was made up is served: `made-site.ts`. */
export const made = inject('made');

/** Where the site of the base in `examples/` is served. */
export const example = inject('example');

// Kept until the worker ends: all test files that it runs share the connection.
const browser = await chromium.connect(inject('browser'));

/** How a page is opened: of the site of the base, on a wide light screen with scripts, where not said otherwise. */
export type Screen = BrowserContextOptions;

/**
 * `open` opens a page of the site in a browser profile of its own, closed after the test. Every test fails when a page
 * asks anything of another host, breaks its security policy, fails to load something, throws or opens a dialog.
 */
export const test = base.extend('open', async ({ task }, { onCleanup }) => {
  const faults: string[] = [];
  const opened: Page[] = [];
  onCleanup(async () => {
    await Promise.all(opened.map((page) => page.context().close()));
    expect(faults, `faults on the way of: ${task.name}`).toEqual([]);
  });
  return async (path: string, { baseURL = address, ...screen }: Screen = {}): Promise<Page> => {
    const context = await browser.newContext({
      baseURL,
      viewport: { width: 1280, height: 800 },
      colorScheme: 'light',
      reducedMotion: 'reduce',
      ...screen,
    });
    // Ends what hangs: nothing here judges how fast the machine is.
    context.setDefaultTimeout(Number(process.env['BT'] ?? 300_000));
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${baseURL}/`) && !/^(data|blob):/.test(url)) faults.push(`asks another host: ${url}`);
    });
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => faults.push(`throws: ${error.error().message}`));
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      faults.push(`asks the reader: ${dialog.message()}`);
      void dialog.dismiss();
    });
    opened.push(page);
    await page.goto(path);
    return page;
  };
});
