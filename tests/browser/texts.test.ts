import { describe } from 'vitest';
import { misfits } from '../support/accessibility.ts';
import { test } from '../support/browsing.ts';
import { pagesByType } from '../support/site-pages.ts';

const topic = pagesByType
  .get('/topics/*')!
  .find(({ html }) => html.includes('aria-label="Figures of this text"'))!.path;
const reviews = pagesByType.get('/reviews/*')!.filter(({ html }) => html.includes('about single studies'));

describe('the text of a topic', () => {
  test('has its figures beside it, at most a dozen, each of which it names', async ({ open, expect }) => {
    const page = await open(topic, { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    const beside = page.getByRole('complementary', { name: 'Figures of this text' });
    const drawn = beside.getByRole('listitem');
    expect(await drawn.count()).toBeGreaterThan(3);
    expect(await drawn.count()).toBeLessThanOrEqual(12);
    const named = await page
      .locator('.prose a.fact')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    const links = await drawn.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links.filter((link) => !named.includes(link))).toEqual([]);
    const [text, aside] = [(await page.locator('.prose').boundingBox())!, (await beside.boundingBox())!];
    expect(aside.x).toBeGreaterThan(text.x + text.width);
    expect(aside.y).toBeLessThan(text.y + 40);
    expect(await drawn.first().innerText()).toMatch(/\d/);
  });

  test('is accessible and fits, wide and narrow', async ({ open, expect }) => {
    expect(await misfits(await open(topic))).toEqual([]);
  });
});

describe('a review', () => {
  test('begins with how many of its figures agree, differ and cannot be compared', async ({
    open,
    expect,
  }) => {
    const page = await open(reviews[0]!.path, { viewport: { width: 1280, height: 900 } });
    for (const { path } of reviews) {
      await page.goto(path);
      const counts = page.locator('.counts');
      const all = Number(/Of (\d+) figure/.exec(await counts.locator('p').innerText())![1]);
      const parts = await counts.locator('li strong').allInnerTexts();
      expect(parts.map(Number).reduce((sum, part) => sum + part, 0)).toBe(all);
      expect(await counts.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
    }
    const differ = page.locator('.counts').getByRole('link', { name: /differ/ });
    if ((await differ.count()) === 0) return;
    await differ.click();
    expect(await page.locator('h2:target').isVisible()).toBe(true);
  });

  test('is accessible and fits, wide and narrow', async ({ open, expect }) => {
    expect(await misfits(await open(reviews[0]!.path))).toEqual([]);
  });
});
