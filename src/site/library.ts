import { providedSite, type Site } from './store.ts';

/** The base, for pages. */
export function site(): Site {
  const found = providedSite();
  if (!found) throw new Error('no base is loaded; build with: almanac build');
  return found;
}
