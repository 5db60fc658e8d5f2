import { setImmediate } from 'node:timers/promises';
import { exportAll } from '../exports/index.ts';
import { MadePages } from '../site/made-pages.ts';
import type { Site } from '../site/store.ts';
import { bringBundle } from './bundle.ts';
import type { Takeable } from './last-build.ts';
import type { SiteFiles } from './site-files.ts';

/** What the making of pages needs. */
interface Making {
  site: Site;
  room: string;
  code: string;
  /** Ends when all is there that pages are made of. */
  ready: Promise<unknown>;
  files: SiteFiles;
}

/** Who makes what. */
interface Divided {
  /** Whether a file is made here. */
  isOwn: IsMeant;
  /** What others have made, once they are done. */
  elsewhere: Promise<readonly Takeable[]>;
}

/**
 * Makes all pages and files of a site, but takes over what others have made of it meanwhile.
 *
 * @returns what else is needed of the pages: what they load, and their addresses
 */
export async function makeFiles(
  making: Making,
  { isOwn, elsewhere }: Divided,
): Promise<{ client: string; addresses: string[] }> {
  performance.mark('almanac:exports');
  // Before the pages, for their modules may still be made.
  await writeExports(making, isOwn);
  performance.mark('almanac:pages');
  const pages = await modulesOf(making);
  await makePages(making, pages, isOwn);
  const parts = await elsewhere;
  if (parts.length > 0) {
    making.files.alsoTakes(parts);
    const isOthers: IsMeant = (file) => !isOwn(file);
    await makePages(making, pages, isOthers);
    await writeExports(making, isOthers);
  }
  return { client: pages.client, addresses: pages.paths.map(({ pathname }) => pathname) };
}

/** The modules of the pages, and which pages there are. */
async function modulesOf({ site: { library }, room, code, ready }: Making) {
  const { url, languages } = library.base;
  await ready;
  const { client, entry, pages: styles } = await bringBundle(room, code, url, 'build');
  const pages = await MadePages.of(entry, styles, url);
  return { client, pages, paths: await pages.paths(languages) };
}

/**
 * Makes the pages that are meant, in the order of their files, and notes of each what is searched and linked,
 * so that nothing has to read them again.
 */
async function makePages(
  { files }: Making,
  { pages, paths }: Awaited<ReturnType<typeof modulesOf>>,
  isMeant: IsMeant,
): Promise<void> {
  for (const one of paths) if (isMeant(one.file)) await files.page(one, () => pages.render(one));
}

/** Which file of the site is meant. */
type IsMeant = (file: string) => boolean;

/** Makes the files for download that this run is to make. */
async function writeExports({ site, files }: Making, isMeant: IsMeant): Promise<void> {
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
