import { chromium, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect, inject, test as base } from 'vitest';

/** Where the built site is served. */
export const { address } = inject('site');

/** Where the site of a base that was made up is served: `made-site.ts`. */
export const made = inject('made');

/** Where the site of the base in `examples/` is served. */
export const example = inject('example');

/** Where a site is served that stands below a path of its host: `below-site.ts`. */
export const below = inject('below');

// Kept until the worker ends: all test files that it runs share the connection.
const browser = await chromium.connect(inject('browser'));

/**
 * How a page is opened: of the site of the base, on a wide light screen with scripts and without a service
 * worker, where not said otherwise.
 */
export type Screen = BrowserContextOptions & {
  /** Faults that the test brings about, such as what cannot be fetched without a network. */
  expected?: RegExp;
};

/** What Playwright says where it blocks service workers. */
const blocked = 'Service Worker registration blocked by Playwright';

/**
 * `open` opens a page of the site in a browser profile of its own, closed after the test. Every test fails
 * when a page asks anything of another host, breaks its security policy, fails to load something, throws or
 * opens a dialog.
 */
export const test = base.extend('open', async ({ task }, { onCleanup }) => {
  const faults: string[] = [];
  const opened: Page[] = [];
  onCleanup(async () => {
    await Promise.all(opened.map((page) => page.context().close()));
    expect(faults, `faults on the way of: ${task.name}`).toEqual([]);
  });
  return async (path: string, { baseURL = address, expected, ...screen }: Screen = {}): Promise<Page> => {
    const context = await browser.newContext({
      baseURL,
      // What one test has kept, others must not find; and what goes through a worker, no test can hold back.
      serviceWorkers: 'block',
      viewport: { width: 1280, height: 800 },
      colorScheme: 'light',
      reducedMotion: 'reduce',
      ...screen,
    });
    // Ends what hangs: nothing here judges how fast the machine is.
    context.setDefaultTimeout(Number(process.env['BT'] ?? 300_000));
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${baseURL}/`) && !/^(data|blob):/.test(url))
        faults.push(`asks another host: ${url}`);
    });
    context.on('console', (message) => {
      const text = message.text();
      if (['error', 'warning'].includes(message.type()) && text !== blocked && !expected?.test(text))
        faults.push(`console: ${text}`);
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
