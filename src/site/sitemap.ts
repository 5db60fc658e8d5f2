import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { site } from './library.ts';

/** `/sitemap-index.xml`: every page, those of entries with the day of their version. */
export function pageMap(): AstroIntegration {
  let days: Map<string, string> | undefined;
  let former: Set<string> | undefined;
  return sitemap({
    namespaces: { news: false, xhtml: false, image: false, video: false },
    // Files that are made as pages are (JSON) end without a slash; what moved or was withdrawn is not to be found here.
    filter: (page) => page.endsWith('/') && !(former ??= formerAddresses()).has(new URL(page).pathname),
    serialize(item) {
      const { pathname } = new URL(item.url);
      const updated = (days ??= dayOfEntries()).get(pathname);
      const url = site().library.base.url + pathname;
      return updated === undefined ? { ...item, url } : { ...item, url, lastmod: updated };
    },
  });
}

const formerAddresses = () => new Set(site().library.former.map(({ was }) => was));

function dayOfEntries(): Map<string, string> {
  const { trials, therapies, reviews, topics, pages } = site().library;
  return new Map([...trials, ...therapies, ...reviews, ...topics, ...pages].map(({ path, data }) => [path, data.updated]));
}
