import { providedSite, type Site } from './store.ts';

/** The base, for pages. */
export function site(): Site {
  const found = providedSite();
  if (!found) throw new Error('no base is loaded; build with: almanac build');
  return found;
}

/** The first digits of the content hash, enough to tell two states of the content apart. */
export function shortHash(): string {
  return site().contentHash.slice(0, 12);
}
