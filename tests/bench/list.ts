/**
 * node tests/bench/list.ts ADDRESS [--rows 1000,2000] [--runs 3]: what the list of trials costs a browser, as
 * it is or with its first rows alone. The address is that of a list that is served: `almanac serve`,
 * `almanac dev`.
 */
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type CDPSession } from 'playwright-core';
import { findBrowser, flags } from '../support/browser.ts';

/**
 * Times in milliseconds: of processor time of the main thread of the page, which others on the machine change
 * little, and by the clock where that is said.
 */
interface Opened {
  'first paint, clock': number;
  'DOMContentLoaded, clock': number;
  'until it can be used': number;
  'a letter': number;
  'dearest letter': number;
  'a box': number;
  'a heading': number;
  'heap, MB': number;
  /** The most memory of the process that shows the page. */
  'process, MB': number;
  nodes: number;
}

const { values, positionals } = parseArgs({
  options: { rows: { type: 'string' }, runs: { type: 'string', default: '3' } },
  allowPositionals: true,
});
const [address] = positionals;
if (address === undefined) throw new Error('expected the address of a list of trials');

/** What is typed, letter by letter: many rows have its beginning, few all of it. */
const typed = 'study 5';

const whole = await (await fetch(address)).text();
const sizes = values.rows?.split(',').map(Number) ?? [rowsOf(whole).length];
for (const size of sizes) {
  const text = cutTo(size);
  const bytes = Buffer.from(text);
  process.stdout.write(`${size} rows: ${bytes.length} bytes, ${gzipSync(bytes).length} compressed\n`);
  const all: Opened[] = [];
  for (let i = 0; i < Number(values.runs); i++) all.push(await opened(address, text));
  for (const key of Object.keys(all[0] ?? {}) as (keyof Opened)[])
    process.stdout.write(`  ${key}: ${Math.round(median(all.map((one) => one[key])))}\n`);
}

function rowsOf(text: string): string[] {
  return text
    .slice(text.indexOf('<tbody'), text.indexOf('</tbody>'))
    .split(/(?=<tr )/)
    .slice(1);
}

/** The page with its first rows alone. */
function cutTo(size: number): string {
  const cut = rowsOf(whole).slice(size).join('');
  return cut === '' ? whole : whole.replace(cut, () => '');
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** Opens a list in a browser of its own, which has nothing in store, and uses it. */
async function opened(url: string, text: string): Promise<Opened> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: flags });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
    page.setDefaultTimeout(600_000);
    await page.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: text }));
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForFunction(() => document.querySelector('trial-list:defined thead button') !== null);
    await drawn(session);
    const usable = await spent(session);
    const { painted, ready } = await page.evaluate(() => ({
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      ready: (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming)
        .domContentLoadedEventEnd,
    }));
    const costOf = async (act: () => Promise<unknown>) => {
      const before = await spent(session);
      await act();
      await drawn(session);
      return (await spent(session)) - before;
    };
    const press = (selector: string) => costOf(() => page.locator(selector).first().dispatchEvent('click'));
    await costOf(() => page.locator('input[name=find]').focus());
    const letters: number[] = [];
    for (const letter of typed)
      letters.push(await costOf(() => page.keyboard.press(letter === ' ' ? 'Space' : letter)));
    await costOf(() => page.locator('input[name=find]').fill(''));
    const box = await press('.groups input[type=checkbox]');
    const heading = await press('thead th[data-key=year] button');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const { nodes } = await session.send('Memory.getDOMCounters');
    return {
      'first paint, clock': painted,
      'DOMContentLoaded, clock': ready,
      'until it can be used': usable,
      'a letter': median(letters),
      'dearest letter': Math.max(...letters),
      'a box': box,
      'a heading': heading,
      'heap, MB': usedSize / 1e6,
      'process, MB': await memoryOf(browser),
      nodes,
    };
  } finally {
    await browser.close();
  }
}

/** Milliseconds of processor time of the main thread so far. */
async function spent(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}

/** Waits until two frames are drawn: the second begins when the first is laid out and painted. */
async function drawn(session: CDPSession): Promise<void> {
  const expression =
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))';
  await session.send('Runtime.evaluate', { expression, awaitPromise: true });
}

/** The most memory of the process that shows the page, in MB; 0 where the system does not tell. */
async function memoryOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        return (
          Number(/^VmHWM:\s+(\d+) kB$/m.exec(fs.readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024
        );
      } catch {
        return 0;
      }
    });
  return Math.max(0, ...peaks);
}
