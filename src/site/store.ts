import type { Site } from '../views/site.ts';

export type { Site };

/** One for all: a preview by Astro itself (`astro dev`) has this module a second time. */
const slot = Symbol.for('almanac.site');
const shared = globalThis as { [slot]?: Site };

/** Makes a loaded base the one that pages show. */
export function provideSite(site: Site): void {
  shared[slot] = site;
}

/** The base that was loaded, if any. */
export function providedSite(): Site | undefined {
  return shared[slot];
}
