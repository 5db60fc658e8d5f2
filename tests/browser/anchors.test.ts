import { exampleTrial } from '../support/site-pages.ts';
import { test } from '../support/browsing.ts';

test('an address from before leads to the section that it meant', async ({ open, expect }) => {
  const page = await open(`${exampleTrial.path}#reports`);
  await page.waitForURL('**/#_reports');
  expect(await page.locator('h2:target').innerText()).toBe('Reports of this study');
});

test('the address of a figure stays as it is', async ({ open, expect }) => {
  const id = /<tr id="([^"]+)"/.exec(exampleTrial.html)![1]!;
  const page = await open(`${exampleTrial.path}#${id}`);
  expect(await page.locator('tr:target').count()).toBe(1);
  expect(page.url()).toMatch(new RegExp(`#${id}$`));
});

test('an anchor that nothing has leaves the page as it is', async ({ open, expect }) => {
  const page = await open(`${exampleTrial.path}#%zz`);
  expect(page.url()).toMatch(/#%zz$/);
});
