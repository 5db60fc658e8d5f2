import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { FormattedAhead } from '../citations/ahead.ts';
import { keepTextsIn } from '../citations/engine.ts';
import { textReport } from '../checks/reporters.ts';
import { filesOf, LinkAudit } from '../checks/built-links.ts';
import { exportAll } from '../exports/index.ts';
import { collections } from '../model/collections.ts';
import { isUnmade } from '../model/unmade.ts';
import { cacheFolder } from '../reading/cache.ts';
import { readCorpus, shown } from '../reading/corpus.ts';
import { SearchIndex } from '../search-index/build.ts';
import type { SearchContent } from '../search-index/entities.ts';
import { valueIn } from '../model/need.ts';
import { inLocale } from '../i18n/locale.ts';
import { loadSite } from '../site/load.ts';
import { MadePages } from '../site/made-pages.ts';
import { serviceWorker } from '../site/service-worker.ts';
import { writeSitemap } from '../site/sitemap.ts';
import { searchContent } from '../views/search-entries.ts';
import { provideSite, type Site } from '../site/store.ts';
import { bringBundle, codeKey, sourcesKey } from './bundle.ts';
import { contentFolder, contentOption, projectRoot, readArgs, refuseUnbundledPath, type Command } from './command.ts';
import { Draft } from './draft.ts';
import { isRunning, remove } from './folders.ts';
import { LastBuild, Values } from './last-build.ts';
import { outputFolder } from './output.ts';
import { SiteFiles } from './site-files.ts';
import { takeTurn } from './turn.ts';

export const build: Command = {
  usage: 'build [--content DIR] [--out DIR]',
  summary: 'Checks, then makes the site, its data and its search; the old output stays until all of it succeeded.',
  async run(args) {
    const { values } = readArgs(args, { ...contentOption, out: { type: 'string' } });
    refuseUnbundledPath();
    const content = contentFolder(values.content);
    const out = outputFolder(values.out ?? path.join(projectRoot, 'dist'), 'build', content);
    const texts = path.join(cacheFolder(), 'citations');
    keepTextsIn(texts);
    performance.mark('almanac:check');
    const corpus = readCorpus(content);
    const ahead = new FormattedAhead({ works: corpus.files.references?.data ?? [], folder: texts });
    const { site, report } = loadSite(corpus, projectRoot);
    process.stdout.write(textReport(report));
    if (!site) {
      await ahead.close();
      console.error('almanac build: the content has errors; the last good build stays as it was');
      return 1;
    }
    const { library } = site;
    const place = new Draft(out, 'build', (signal) => `almanac build: stopped by ${signal}; the last good build stays as it was`);
    const standing = process.cwd();
    const room = roomOfPages();
    const [links, search] = [new LinkAudit(), new SearchIndex(path.join(room, 'search'))];
    const left = leftIn(content);
    const sources = sourcesKey();
    const code = codeKey(sources);
    const now = new Values(library.watched);
    const files = new SiteFiles({
      site,
      place,
      values: now,
      last: new LastBuild({ folder: left, code, out, values: now }),
      links,
      search,
    });
    try {
      provideSite(site);
      place.begin();
      place.alsoRemoves(room);
      performance.mark('almanac:pages');
      await makePages({ site, place, room, code, sources, ready: ahead.done, files });
      performance.mark('almanac:exports');
      await writeExports(site, place, files);
      performance.mark('almanac:search');
      const contents = new Map<string, SearchContent>();
      for (const language of library.base.languages)
        contents.set(language, await inLocale(language, () => searchContent(library)));
      const { pages } = search.write(place.folder, (language) => valueIn(contents, language));
      performance.mark('almanac:audit');
      const broken = links.broken(filesOf(place.folder));
      performance.mark('almanac:done');
      if (broken.length > 0) {
        console.error(
          `almanac build: ${broken.length} links of the built site lead nowhere; the last good build stays as it was`,
        );
        for (const { page, href, problem } of broken.slice(0, 20)) console.error(`  ${page}: ${href}: ${problem}`);
        return 1;
      }
      place.take();
      process.chdir(standing);
      files.now.leave(left, { code, out, contentHash: site.contentHash, search: path.join(room, 'search') });
      process.stdout.write(
        `${library.trials.length} trials, ${library.facts.size} facts, ${pages} pages in the search: ${shown(out)}\n`,
      );
      return 0;
    } catch (error) {
      if (!isUnmade(error)) throw error;
      process.chdir(standing);
      console.error(
        `almanac build: ${fileBehind(error.what, shown(content))}: ${error.message}; the last good build stays as it was. A check should have refused this: please report it; ALMANAC_DEBUG=1 shows where.`,
      );
      if (process.env.ALMANAC_DEBUG) console.error(error);
      return 2;
    } finally {
      process.chdir(standing);
      await ahead.close();
      place.close();
    }
  },
};

/** Makes the files for others to take away. */
async function writeExports({ library, version, report, ...state }: Site, place: Draft, files: SiteFiles): Promise<void> {
  let written = 0;
  for await (const file of exportAll(library, version, report.findings, state)) {
    if ('isOfEntry' in file) await files.file(file.path, () => file.content);
    else place.write(file.path, file.content);
    written += 1;
    // Whatever else is under way gets its turn.
    if (written % 50 === 0) await setImmediate();
  }
}

/** The file of the content that a page or file of the site is made of; the folder where it is made of all. */
function fileBehind(what: string, content: string): string {
  const [collection, id] = /(?:^|\/)([a-z]+)\/([a-z0-9-]+)(?:[/.#]|$)/.exec(what)?.slice(1) ?? [];
  if (collection === 'references' || collection === 'endpoints') return `${content}/${collection}.yaml`;
  return id !== undefined && collections.some((one) => one === collection) ? `${content}/${collection}/${id}.mdx` : content;
}

const rooms = path.join(projectRoot, '.almanac');

/** A folder of the checkout for the pages of this run while they are made; those that killed runs left are removed. */
function roomOfPages(): string {
  for (const name of fs.existsSync(rooms) ? fs.readdirSync(rooms) : []) {
    const pid = /^pages-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) remove(path.join(rooms, name));
  }
  return path.join(rooms, `pages-${process.pid}`);
}

/** What the making of pages needs. */
interface Making {
  site: Site;
  place: Draft;
  room: string;
  code: string;
  sources: string;
  /** Ends when all is there that pages are made of. */
  ready: Promise<void>;
  files: SiteFiles;
}

/** Makes the pages, in the order of their files, and notes of each what is searched and linked, so that nothing has to read them again. */
async function makePages({ site: { library, contentHash }, place, room, code, sources, ready, files }: Making): Promise<void> {
  const { url, languages } = library.base;
  const bundle = await bringBundle(room, code, url, () =>
    // What Astro keeps in .astro/ has one name in all builds of a checkout, until it begins with the pages.
    takeTurn(path.join(rooms, 'turn'), (holder) =>
      console.error(`almanac build: waiting for another build of this checkout (process ${holder})`),
    ),
  );
  place.write('service-worker.js', serviceWorker(bundle.client, { contentHash, code: sources, languages }));
  place.adopt(bundle.client);
  await ready;
  const pages = await MadePages.of(bundle.entry, bundle.pages, url);
  const paths = await pages.paths(languages);
  for (const one of paths) await files.page(one, () => pages.render(one));
  await writeSitemap(
    place.folder,
    paths.map(({ pathname }) => pathname),
    library,
  );
}

/** Where a build of this content leaves what the next may take over. */
const leftIn = (content: string) => path.join(cacheFolder(), `built-${hash('sha256', content).slice(0, 16)}`);
