import type { Page, Request } from 'playwright-core';

interface Shift {
  value: number;
  moved: string[];
}

/** What moved on a page by itself, as the browser tells it: https://wicg.github.io/layout-instability/ */
function watchShifts(): void {
  const shifts: Shift[] = [];
  Object.assign(globalThis, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      sources: { node?: Node }[];
    })[]) {
      const moved = entry.sources.map(({ node }) =>
        node instanceof Element ? node.outerHTML.slice(0, 60) : String(node?.textContent),
      );
      shifts.push({ value: entry.value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Two frames later, so that all is drawn and the observer has been told of the last change. */
const frames = (page: Page) =>
  page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));

/** What moved so far. */
export async function shiftsOf(page: Page): Promise<Shift[]> {
  await frames(page);
  return page.evaluate(() => (globalThis as unknown as { shifts: Shift[] }).shifts);
}

/**
 * From now on a page notes what moves on it; gives how to wait until it has all that it asks for and has
 * drawn it.
 */
export async function watched(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(watchShifts);
  const asked = new Set<Request>();
  page.on('request', (request) => asked.add(request));
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  return async () => {
    await page.evaluate(() => document.fonts.ready.then(() => true));
    do {
      await Promise.all([...asked].map(async (request) => (await request.response())?.finished()));
      await frames(page);
    } while (asked.size > 0);
  };
}

/**
 * Opens a page whose scripts, and then its fonts, come only after it was painted, as they do over a slow
 * line.
 */
export async function openLate(page: Page, path: string, settled: () => Promise<void>): Promise<void> {
  const [scripts, fonts] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const late = [
    [/\.js$/, scripts],
    [/\.woff2$/, fonts],
  ] as const;
  for (const [files, { promise }] of late)
    await page.route(files, async (route) => {
      await promise;
      await route.continue();
    });
  const loaded = page.goto(path);
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  scripts.resolve(undefined);
  await page.waitForLoadState('domcontentloaded');
  await frames(page);
  fonts.resolve(undefined);
  await loaded;
  await settled();
  await page.unrouteAll();
}
