import fs from 'node:fs';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { keepTextsIn } from '../citations/engine.ts';
import { textReport } from '../checks/reporters.ts';
import { auditLinks } from '../checks/built-links.ts';
import { exportAll } from '../exports/index.ts';
import { collections } from '../model/collections.ts';
import { isUnmade } from '../model/unmade.ts';
import { shown } from '../reading/corpus.ts';
import { buildSearchIndex } from '../search-index/build.ts';
import { loadSite } from '../site/load.ts';
import { searchTerms } from '../views/search-terms.ts';
import { provideSite } from '../site/store.ts';
import {
  cacheFolder,
  contentFolder,
  contentOption,
  loadAstro,
  projectRoot,
  readArgs,
  refuseUnbundledPath,
  type Command,
} from './command.ts';
import { Draft } from './draft.ts';
import { isRunning, remove } from './folders.ts';
import { outputFolder } from './output.ts';
import { takeTurn } from './turn.ts';

export const build: Command = {
  usage: 'build [--content DIR] [--out DIR]',
  summary: 'Checks, then makes the site, its data and its search; the old output stays until all of it succeeded.',
  async run(args) {
    const { values } = readArgs(args, { ...contentOption, out: { type: 'string' } });
    refuseUnbundledPath();
    const content = contentFolder(values.content);
    const out = outputFolder(values.out ?? path.join(projectRoot, 'dist'), 'build', content);
    keepTextsIn(path.join(cacheFolder(), 'citations'));
    performance.mark('almanac:check');
    const { site, report } = loadSite(content, projectRoot);
    process.stdout.write(textReport(report));
    if (!site) {
      console.error('almanac build: the content has errors; the last good build stays as it was');
      return 1;
    }
    const { library, version } = site;
    const place = new Draft(out, 'build', (signal) => `almanac build: stopped by ${signal}; the last good build stays as it was`);
    const standing = process.cwd();
    try {
      provideSite(site);
      place.begin();
      performance.mark('almanac:pages');
      await makePages(place);
      performance.mark('almanac:exports');
      for await (const file of exportAll(library, version, report.findings, site)) place.write(file.path, file.content);
      performance.mark('almanac:search');
      const { pages } = await buildSearchIndex(place.folder, searchTerms(library));
      performance.mark('almanac:audit');
      const broken = auditLinks(place.folder);
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
      place.close();
    }
  },
};

/** The file of the content that a page or file of the site is made of; the folder where it is made of all. */
function fileBehind(what: string, content: string): string {
  const [collection, id] = /(?:^|\/)([a-z]+)\/([a-z0-9-]+)(?:[/.#]|$)/.exec(what)?.slice(1) ?? [];
  if (collection === 'references' || collection === 'endpoints') return `${content}/${collection}.yaml`;
  return id !== undefined && collections.some((one) => one === collection) ? `${content}/${collection}/${id}.mdx` : content;
}

/** Has Astro make the pages. It works in a folder of the checkout, where it finds the packages, and moves files about in it. */
async function makePages(place: Draft): Promise<void> {
  const rooms = path.join(projectRoot, '.almanac');
  const room = path.join(rooms, `pages-${process.pid}`);
  for (const name of fs.existsSync(rooms) ? fs.readdirSync(rooms) : []) {
    const pid = /^pages-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) remove(path.join(rooms, name));
  }
  place.alsoRemoves(room);
  // Loaded here, so that the commands that build nothing start at once.
  const { build: buildPages } = await loadAstro();
  // The bundler looks for packages from where it stands.
  process.chdir(projectRoot);
  // What Astro keeps in .astro/ has one name in all builds of a checkout, until it begins with the pages.
  const endTurn = await takeTurn(path.join(rooms, 'turn'), (holder) =>
    console.error(`almanac build: waiting for another build of this checkout (process ${holder})`),
  );
  const turn: AstroIntegration = { name: 'turn', hooks: { 'astro:build:start': endTurn } };
  try {
    await buildPages({
      root: projectRoot,
      outDir: path.join(room, 'site'),
      cacheDir: path.join(room, 'cache'),
      integrations: [turn],
      // What goes wrong comes back as an error, without a trace.
      logLevel: 'silent',
    });
  } finally {
    endTurn();
  }
  place.adopt(path.join(room, 'site'));
}
