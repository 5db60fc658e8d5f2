import { test } from '../support/browsing.ts';
import { pagesByType, type SitePage } from '../support/site-pages.ts';
import { isWhole, some } from '../support/sweep.ts';

/** Pages of one type are alike but for their words, which may be too long for a line. */
const longestWord = (html: string) =>
  Math.max(
    ...html
      .replaceAll(/<(script|style)[^]*?<\/\1>|<[^>]+>/g, ' ')
      .split(/\s+/)
      .map((word) => word.length),
  );
const byLongestWord = (a: SitePage, b: SitePage) => longestWord(b.html) - longestWord(a.html);
const titleOf = (html: string) => /<h1[^]*?<\/h1>/.exec(html)![0];
const byTitle = (a: SitePage, b: SitePage) => longestWord(titleOf(b.html)) - longestWord(titleOf(a.html));

/**
 * What is looked at: by night every page but most of the works, else of each type the one with the longest
 * word; `every-page.test.ts` opens one of each as wide as a phone.
 */
const visited = [...pagesByType]
  // A page that has moved leads on before it can be measured.
  .filter(([type]) => type !== '/former/*')
  .flatMap(([type, all]) => {
    if (type === '/references/*') return all.toSorted(byTitle).slice(0, some(12, 4));
    return isWhole ? all : all.toSorted(byLongestWord).slice(0, 1);
  });

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

test('the name of the site is whole on a narrow screen, and the other language in the menu', async ({
  open,
  expect,
}) => {
  const page = await open('/trials/', { viewport: { width: 360, height: 640 } });
  for (const path of ['/trials/', '/zh/trials/']) {
    await page.goto(path);
    const name = page.locator('.masthead .name');
    expect(await name.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    const switches = page.locator('.masthead a[data-language]');
    expect(await switches.evaluateAll((links) => links.filter((link) => link.checkVisibility()).length)).toBe(
      0,
    );
    await page.locator('.menu').click();
    expect(await page.locator('#_menu a[data-language]').isVisible()).toBe(true);
  }
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
