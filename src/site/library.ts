import { basePathOf } from '../model/site-address.ts';
import { providedSite, type Site } from './store.ts';

/** The base, for pages. */
export function site(): Site {
  const found = providedSite();
  if (!found) throw new Error('no base is loaded; build with: almanac build');
  return found;
}

/**
 * An address within the site as words print it: links get the path of its host when their page is made,
 * words do not.
 */
export const printedPath = (path: string): string => basePathOf(site().library.base.url) + path;

/** The first digits of the content hash, enough to tell two states of the content apart. */
export function shortHash(): string {
  return site().contentHash.slice(0, 12);
}
