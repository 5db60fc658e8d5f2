import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
const ofColour = ['color-contrast', 'link-in-text-block'];

/** What axe finds on a page in light and in dark, with the first element of each finding. */
export async function violations(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await (await axeOn(page)).withTags(tags).analyze();
  // The scheme changes colours and nothing else.
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await (await axeOn(page)).withRules(ofColour).analyze();
  return Object.entries({ light, dark }).flatMap(([scheme, { violations: found }]) =>
    found.map(({ id, nodes }) => `${scheme}: ${id}, ${nodes.length} times: ${nodes[0]!.html}: ${nodes[0]!.failureSummary}`),
  );
}

async function axeOn(page: Page): Promise<AxeBuilder> {
  // Half a megabyte of script; once is enough for a page.
  const isThere = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder(isThere ? { page, axeSource: 'void 0' } : { page });
  return axe.options({ resultTypes: ['violations'] }).setLegacyMode();
}
