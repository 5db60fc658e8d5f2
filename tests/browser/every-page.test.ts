import type { Page } from 'playwright-core';
import type { ExpectStatic } from 'vitest';
import { poolingQuestions } from '../../src/views/pooling-questions.ts';
import { schemesAt, violations, widthOf, widths, type Width } from '../support/accessibility.ts';
import { test } from '../support/browsing.ts';
import { openLate, shiftsOf, watched } from '../support/page-walk.ts';
import { projectLibrary } from '../support/project.ts';
import { chineseSample, samplePages } from '../support/site-pages.ts';
import { isWhole } from '../support/sweep.ts';

/** The tools with a question in their address, which they answer once their scripts have come. */
const asked = [
  ...poolingQuestions(projectLibrary())
    .pool.slice(0, 1)
    .flatMap(({ href }) => [href, `/zh${href}`]),
  `/compare/?arms=${projectLibrary()
    .trials.slice(0, 5)
    .map(({ id }) => id)
    .join(',')}`,
  '/search/?q=CAR',
];

/**
 * What is opened on a screen of a width: by night all, by day every other page on the wide one, those between
 * on the narrow one.
 */
const openedAt = (width: Width, all: readonly string[]) =>
  all.filter((_, i) => isWhole || i % widths.length === widths.indexOf(width));

/** A page is opened at one width, and fits both. */
async function expectToFit(page: Page, path: string, expect: ExpectStatic): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await widthOf(page), `width of ${path}`).toBe(width);
  }
}

/** Two browser pages share the work. */
test.concurrent.for(widths)(
  'every kind of page, and tools with a question, %i wide, is accessible and fits, and nothing moves when scripts and fonts come late',
  async (width, { open, expect }) => {
    const page = await open('/', { viewport: { width, height: 800 } });
    const settled = await watched(page);
    for (const path of openedAt(width, [...samplePages, ...asked])) {
      await page.setViewportSize({ width, height: 800 });
      await openLate(page, path, settled);
      const shifts = await shiftsOf(page);
      const sum = shifts.reduce((total, { value }) => total + value, 0);
      expect
        .soft(sum, `moves on ${path}: ${shifts.flatMap(({ moved }) => moved).join(' | ')}`)
        .toBeLessThan(0.01);
      // Of the foldings of one section, which are made alike, some.
      await page.evaluate(() => {
        const first = document.querySelectorAll<HTMLDetailsElement>('details:nth-of-type(-n + 3)');
        for (const details of first) details.open = true;
      });
      expect.soft(await violations(page, { schemes: schemesAt(width) }), `violations on ${path}`).toEqual([]);
      await expectToFit(page, path, expect);
    }
  },
);

test.concurrent.for(widths)(
  'every kind of Chinese page, %i wide, is accessible and fits',
  async (width, { open, expect }) => {
    const page = await open('/zh/', { viewport: { width, height: 800 } });
    for (const path of openedAt(width, chineseSample)) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      // By day its colours are left out, for they are those of the same page in English.
      const seen = { schemes: schemesAt(width), withColours: isWhole };
      expect.soft(await violations(page, seen), `violations on ${path}`).toEqual([]);
      await expectToFit(page, path, expect);
    }
  },
);

test('a move is seen where there is one', async ({ open, expect }) => {
  const page = await open('/');
  const settled = await watched(page);
  await openLate(page, '/about/', settled);
  expect(await shiftsOf(page)).toEqual([]);
  await page.evaluate(() => (document.querySelector('main')!.style.marginTop = '300px'));
  await expect.poll(async () => (await shiftsOf(page)).length).toBeGreaterThan(0);
});

test('a fault is seen in whichever row it stands, and the rows are there afterwards', async ({
  open,
  expect,
}) => {
  const page = await open('/references/');
  const items = () => page.locator('main li').evaluateAll((all) => all.map(({ textContent }) => textContent));
  const before = await items();
  expect(await violations(page)).toEqual([]);
  expect(await items()).toEqual(before);
  await page
    .locator('main li')
    .last()
    .evaluate((item) => item.append(document.createElement('img')));
  expect((await violations(page, { schemes: ['light'] })).join('\n')).toContain('image-alt');
});
