import { setImmediate } from 'node:timers/promises';
import { exportAll } from '../exports/index.ts';
import { MadePages } from '../site/made-pages.ts';
import type { Site } from '../site/store.ts';
import { bringBundle } from './bundle.ts';
import type { Draft } from './draft.ts';
import type { SiteFiles } from './site-files.ts';

/** What the making of pages needs. */
export interface Making {
  site: Site;
  place: Draft;
  room: string;
  code: string;
  /** Ends when all is there that pages are made of. */
  ready: Promise<unknown>;
  files: SiteFiles;
}

/** The modules of the pages, and which pages there are. */
export async function modulesOf({ site: { library }, room, code, ready }: Making) {
  const { url, languages } = library.base;
  await ready;
  const bundle = await bringBundle(room, code, url, 'build');
  const pages = await MadePages.of(bundle.entry, bundle.pages, url);
  const paths = await pages.paths(languages);
  return { client: bundle.client, pages, paths, addresses: paths.map(({ pathname }) => pathname) };
}

/**
 * Makes the pages that are meant, in the order of their files, and notes of each what is searched and linked,
 * so that nothing has to read them again.
 */
export async function makePages(
  { files }: Making,
  { pages, paths }: Awaited<ReturnType<typeof modulesOf>>,
  isMeant: IsMeant,
): Promise<void> {
  for (const one of paths) if (isMeant(one.file)) await files.page(one, () => pages.render(one));
}

/** Which file of the site is meant. */
export type IsMeant = (file: string) => boolean;

/** Makes the files for others to take away that are meant. */
export async function writeExports({ site, files }: Making, isMeant: IsMeant): Promise<void> {
  const { library, version, report, ...state } = site;
  let written = 0;
  for (const file of exportAll(library, version, report.findings, state)) {
    if (!isMeant(file.path)) continue;
    await files.file(file);
    written += 1;
    // Whatever else is under way gets its turn.
    if (written % 50 === 0) await setImmediate();
  }
}
