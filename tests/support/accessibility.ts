import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { withoutAlikeRows } from './alike-rows.ts';
import { isWhole } from './sweep.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
const ofColour = ['color-contrast', 'link-in-text-block'];

export type Scheme = 'light' | 'dark';

interface Seen {
  /** A selector of the part that is asked; the whole page where none is given. */
  within?: string;
  /**
   * The scheme changes colours and nothing else: all rules are asked in the first, those of colour in others.
   */
  schemes?: readonly Scheme[];
  /** Whether the rules of colour are asked; they are most of the work. */
  withColours?: boolean;
}

/**
 * What axe finds on a page in light and in dark, with the first element of each finding; by day of rows that
 * are built alike one is asked.
 */
export async function violations(page: Page, seen: Seen = {}): Promise<string[]> {
  return isWhole || seen.within !== undefined
    ? found(page, seen)
    : withoutAlikeRows(page, () => found(page, seen));
}

async function found(
  page: Page,
  { within, schemes = ['light', 'dark'], withColours = true }: Seen,
): Promise<string[]> {
  const told: string[] = [];
  for (const [i, colorScheme] of schemes.entries()) {
    await page.emulateMedia({ colorScheme });
    const axe = await axeOn(page);
    if (within !== undefined) axe.include(within);
    if (!withColours) axe.disableRules(ofColour);
    const { violations: all } = await (i === 0 ? axe.withTags(tags) : axe.withRules(ofColour)).analyze();
    told.push(
      ...all.map(
        ({ id, nodes }) =>
          `${colorScheme}: ${id}, ${nodes.length} times: ${nodes[0]!.html}: ${nodes[0]!.failureSummary}`,
      ),
    );
  }
  return told;
}

const sizes = [
  { width: 1280, usual: 'light', other: 'dark' },
  { width: 360, usual: 'dark', other: 'light' },
] as const;

export type Width = (typeof sizes)[number]['width'];

/** How wide the screens are on which pages are looked at. */
export const widths = sizes.map(({ width }) => width);

/**
 * The schemes in which a page of a width is asked: by night both, else one in each width, so that both are
 * seen.
 */
export const schemesAt = (at: number): Scheme[] =>
  sizes
    .filter(({ width }) => width === at)
    .flatMap(({ usual, other }) => (isWhole ? [usual, other] : [usual]));

interface Fitting {
  /** Waits until the page is drawn at a width. */
  ready?: (width: number) => Promise<void>;
  /** The width at which axe is asked by day, if it is; by night it is asked at both. */
  axeAt?: Width | 'none';
}

/** What is wrong with a page on a wide and on a narrow screen: what axe finds, and what does not fit. */
export async function misfits(page: Page, { ready, axeAt = 360 }: Fitting = {}): Promise<string[]> {
  const told: string[] = [];
  for (const { width } of sizes) {
    await page.setViewportSize({ width, height: 800 });
    await ready?.(width);
    if (isWhole || width === axeAt)
      told.push(
        ...(await violations(page, { schemes: schemesAt(width) })).map((fault) => `${width} wide: ${fault}`),
      );
    const taken = await widthOf(page);
    if (taken !== width) told.push(`${width} wide: the page takes ${taken}`);
  }
  return told;
}

/** How wide a page is, in CSS pixels. */
export const widthOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth);

async function axeOn(page: Page): Promise<AxeBuilder> {
  // Half a megabyte of script; once is enough for a page.
  const isThere = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder(isThere ? { page, axeSource: 'void 0' } : { page });
  return axe.options({ resultTypes: ['violations'] }).setLegacyMode();
}
