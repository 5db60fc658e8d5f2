import { test } from '../support/browsing.ts';
import { parseHtml, textOf } from '../support/html.ts';
import { pages, pagesByType, type SitePage } from '../support/site-pages.ts';

/** Works are many and alike, but for the words of their titles, which may be too long for a line. */
const works = pagesByType.get('/references/*')!;
const longestWord = ({ html }: SitePage) =>
  Math.max(
    ...textOf(parseHtml(html).querySelector('h1')!)
      .split(' ')
      .map((word) => word.length),
  );
const tellingWorks = works.toSorted((a, b) => longestWord(b) - longestWord(a)).slice(0, 12);

// A page that has moved leads on before it can be measured.
const moved = pagesByType.get('/former/*') ?? [];
const visited = [...pages.filter((page) => !works.includes(page) && !moved.includes(page)), ...tellingWorks];

test('no page is wider than a screen of 320 pixels, with everything unfolded', async ({ open, expect }) => {
  const page = await open('/', { viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
  const wider: string[] = [];
  for (const { path } of visited) {
    await page.goto(path);
    const beyond = await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    });
    if (beyond !== 0) wider.push(`${path}: ${beyond} pixels too wide`);
  }
  expect(wider).toEqual([]);
});

test('the list of trials and outcome tables stay tables to who hears them', async ({ open, expect }) => {
  const page = await open('/trials/', { viewport: { width: 360, height: 640 } });
  const list = page.getByRole('table', { name: 'Trials' });
  expect(await list.getByRole('row').count()).toBe((await page.locator('tbody tr').count()) + 1);
  expect(await list.getByRole('columnheader', { name: 'Year' }).getByRole('button').isVisible()).toBe(true);
  const path = (await list.getByRole('rowheader').first().getByRole('link').getAttribute('href'))!;
  await page.goto(path);
  const outcomes = page.locator('table.outcomes').first();
  expect(await outcomes.getAttribute('role')).toBe('table');
  const roles = await outcomes.evaluate((table) =>
    [...table.querySelectorAll('thead, tbody, tr, th, td')]
      .filter((part) => !part.getAttribute('role'))
      .map((part) => part.outerHTML),
  );
  expect(roles).toEqual([]);
});
