import { pathToFileURL } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroConfig, AstroIntegrationLogger } from 'astro';
import { citedNodes } from '../evidence/citable.ts';
import type { Library } from '../evidence/library.ts';
import { englishPath } from '../i18n/locale.ts';
import { need } from '../model/need.ts';
import { basePathOf } from '../model/site-address.ts';

/**
 * Writes `/sitemap-index.xml` and what it names: every page of a site, those of entries with the day of their
 * version.
 */
export async function writeSitemap(
  folder: string,
  pathnames: readonly string[],
  library: Library,
): Promise<void> {
  const { pages, former, base } = library;
  const basePath = basePathOf(base.url);
  const within = (url: string) => new URL(url).pathname.slice(basePath.length);
  const days = new Map([...citedNodes(library), ...pages].map(({ path, data }) => [path, data.updated]));
  const gone = new Set(former.map(({ was }) => was));
  const { hooks } = sitemap({
    namespaces: { news: false, xhtml: false, image: false, video: false },
    // Files that are made as pages are (JSON) end without a slash; what moved or was withdrawn, or is shown
    // without a network, is not to be found here.
    filter: (page) => page.endsWith('/') && !page.endsWith('/offline/') && !gone.has(within(page)),
    serialize(item) {
      const pathname = within(item.url);
      const updated = days.get(englishPath(pathname));
      const url = base.url + pathname;
      return updated === undefined ? { ...item, url } : { ...item, url, lastmod: updated };
    },
  });
  const ofConfig = { site: base.url, base: `${basePath}/` } as AstroConfig;
  const logger = {
    info: () => undefined,
    warn: console.error,
    error: console.error,
  } as unknown as AstroIntegrationLogger;
  // Astro would tell it the same, but the pages are made by the command.
  await need(hooks['astro:config:done'])({ config: ofConfig } as never);
  await need(hooks['astro:routes:resolved'])({ routes: [], logger });
  const found = pathnames.map((pathname) => ({ pathname: pathname.slice(1) }));
  await need(hooks['astro:build:done'])({
    dir: pathToFileURL(`${folder}/`),
    pages: found,
    assets: new Map(),
    logger,
  });
}
