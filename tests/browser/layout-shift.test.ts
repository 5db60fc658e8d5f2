import type { Page } from 'playwright-core';
import { test } from '../support/browsing.ts';
import { samplePages } from '../support/site-pages.ts';

interface Shift {
  value: number;
  moved: string[];
}

/** What moved on a page by itself, as the browser tells it: https://wicg.github.io/layout-instability/ */
function watchShifts(): void {
  const shifts: Shift[] = [];
  Object.assign(globalThis, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node?: Node }[] })[]) {
      const moved = entry.sources.map(({ node }) =>
        node instanceof Element ? node.outerHTML.slice(0, 60) : String(node?.textContent),
      );
      shifts.push({ value: entry.value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Opens a page whose scripts, or fonts, come only after it was painted, as they do over a slow line. */
async function openLate(page: Page, path: string, late: RegExp): Promise<Shift[]> {
  const { promise: painted, resolve: release } = Promise.withResolvers<undefined>();
  await page.route(late, async (route) => {
    await painted;
    await route.continue();
  });
  const loaded = page.goto(path);
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  release(undefined);
  await loaded;
  await page.waitForLoadState('networkidle');
  await page.unroute(late);
  return shiftsOf(page);
}

/** What moved so far: two frames later, so that the observer has been told of the last change. */
async function shiftsOf(page: Page): Promise<Shift[]> {
  await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
  return page.evaluate(() => (globalThis as unknown as { shifts: Shift[] }).shifts);
}

const parts = [
  ['scripts', /\.js$/],
  ['fonts', /\.woff2$/],
] as const;

test.concurrent.for([360, 1280])(
  'nothing moves when scripts or fonts come late, on any kind of page, %i wide',
  async (width, { open, expect }) => {
    const page = await open('/', { viewport: { width, height: 800 } });
    await page.addInitScript(watchShifts);
    for (const [part, late] of parts) {
      for (const path of samplePages) {
        const shifts = await openLate(page, path, late);
        const sum = shifts.reduce((total, { value }) => total + value, 0);
        expect.soft(sum, `${path}, late ${part}: ${shifts.flatMap(({ moved }) => moved).join(' | ')}`).toBeLessThan(0.01);
      }
    }
  },
);

test('a shift is seen where there is one', async ({ open, expect }) => {
  const page = await open('/');
  await page.addInitScript(watchShifts);
  await page.goto('/about/');
  expect(await shiftsOf(page)).toEqual([]);
  await page.evaluate(() => (document.querySelector('main')!.style.marginTop = '300px'));
  await expect.poll(async () => (await shiftsOf(page)).length).toBeGreaterThan(0);
});
