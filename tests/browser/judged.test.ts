import fs from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { test } from '../support/browsing.ts';
import { isWhole } from '../support/sweep.ts';

/**
 * A query with the pages that answer it, judged by readers of the base; none for what the base is not about.
 */
interface Judged {
  q: string;
  lang: 'en' | 'zh';
  category: string;
  best: string[];
  good: string[];
}
const judged = JSON.parse(fs.readFileSync(new URL('judged.json', import.meta.url), 'utf8')) as Judged[];

/** Pages, not places in them, in the order of the results. */
const pagesIn = async (page: Page, links: string): Promise<string[]> => {
  const paths = await page
    .locator(links)
    .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  return [...new Set(paths)];
};

const settled = (page: Page, status: string, before: string) =>
  page.waitForFunction(
    ([selector, last]) => {
      const said = document.querySelector(selector!)?.textContent?.trim() ?? '';
      return said !== '' && said !== 'Searching…' && said !== last;
    },
    [status, before],
  );

async function onPage(page: Page, query: string): Promise<string[]> {
  await page.goto(`/search/?q=${encodeURIComponent(query)}`);
  await settled(page, 'search-page [role=status]', '');
  return pagesIn(page, 'search-page .results a[href]');
}

/** Typed over what was asked before. */
async function inDialog(page: Page, query: string): Promise<string[]> {
  const field = page.getByRole('dialog').getByRole('combobox');
  if (!(await field.isVisible())) await page.keyboard.press('Control+k');
  await field.fill('');
  await field.fill(query);
  await page.waitForFunction(
    (asked) => document.querySelector('search-dialog')?.getAttribute('data-answered') === asked,
    query,
  );
  return pagesIn(page, 'search-dialog [role=option][href]:not(.all)');
}

/** Success among the first one and five, and the mean of one over the place of the first right answer. */
function measured(answers: ReadonlyMap<Judged, string[]>, lang: Judged['lang']) {
  const asked = [...answers].filter(([query]) => query.lang === lang && query.best.length > 0);
  const places = asked.map(
    ([{ best, good }, found]) => found.findIndex((path) => best.includes(path) || good.includes(path)) + 1,
  );
  const share = (most: number) => places.filter((place) => place > 0 && place <= most).length / places.length;
  return {
    first: share(1),
    five: share(5),
    mrr: places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / places.length,
  };
}

const kilobytes = (bytes: number) => bytes / 1000;

const floors = { first: 0.9, five: 0.97, mrr: 0.92 };

const ways = { 'on the page of the search': onPage, 'in the dialog, after other queries': inDialog } as const;

describe.each(Object.entries(ways))('judged queries %s', (name, ask) => {
  // By day a part of them on the page, which is loaded for each: both ask one engine.
  const queries = isWhole || name.includes('dialog') ? judged : judged.filter((_, i) => i % 12 === 0);

  test.concurrent(
    'are answered first, in each language, and what the base is not about is not',
    async ({ open, expect }) => {
      const page = await open('/');
      const answers = new Map<Judged, string[]>();
      for (const query of queries) answers.set(query, await ask(page, query.q));
      for (const [query, found] of answers) if (query.best.length === 0) expect(found, query.q).toEqual([]);
      for (const lang of ['en', 'zh'] as const) {
        const reached = measured(answers, lang);
        for (const key of ['first', 'five', 'mrr'] as const)
          expect(reached[key], `${key} in ${lang}, ${name}`).toBeGreaterThanOrEqual(
            queries === judged ? floors[key] : floors[key] - 0.15,
          );
      }
    },
  );
});

test.concurrent(
  'a query is answered alike whether it is the first or comes after others',
  async ({ open, expect }) => {
    const fresh = await open('/');
    const used = await open('/');
    const tried = judged.filter(({ category }) => category === 'typo' || category === 'partial');
    for (const { q } of judged.slice(0, 12)) await inDialog(used, q);
    for (const { q } of tried.slice(0, isWhole ? undefined : 3)) {
      await fresh.reload();
      expect(await inDialog(used, q), q).toEqual(await inDialog(fresh, q));
    }
  },
);

test('the first search costs at most 160 kB compressed, a further one 40, and nothing before', async ({
  open,
  expect,
}) => {
  const page = await open('/');
  let bytes = 0;
  const counting: Promise<void>[] = [];
  page.on('response', (response) => {
    counting.push(response.body().then((body) => void (bytes += gzipSync(body).length)));
  });
  const spent = async () => {
    await Promise.all(counting);
    const sum = bytes;
    bytes = 0;
    return kilobytes(sum);
  };
  await page.waitForTimeout(300);
  expect(await spent()).toBe(0);
  const first = ['inotuzumab overall survival', 'nuerotoxicity'];
  for (const [i, query] of [
    ...first,
    'CAR-T治疗后为什么会复发',
    'Kantarjian 2016',
    'blina MRD 2011',
  ].entries()) {
    await inDialog(page, query);
    expect(await spent(), query).toBeLessThan(i === 0 ? 160 : 40);
  }
});
