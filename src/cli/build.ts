import { hash } from 'node:crypto';
import path from 'node:path';
import { FormattedAhead } from '../citations/ahead.ts';
import { keepTextsIn } from '../citations/engine.ts';
import { textReport } from '../checks/reporters.ts';
import { filesOf, LinkAudit } from '../checks/built-links.ts';
import type { Library } from '../evidence/library.ts';
import { collections } from '../model/collections.ts';
import { basePathOf } from '../model/site-address.ts';
import { Unmade } from '../model/unmade.ts';
import { cacheFolder } from '../reading/cache.ts';
import { readCorpus } from '../reading/corpus.ts';
import { shown } from '../reading/shown.ts';
import { SearchIndex } from '../search-index/build.ts';
import type { SearchContent } from '../search-index/entities.ts';
import { valueIn } from '../model/need.ts';
import { inLocale } from '../i18n/locale.ts';
import { loadSite } from '../site/load.ts';
import { serviceWorker } from '../site/service-worker.ts';
import { writeSitemap } from '../site/sitemap.ts';
import { searchContent } from '../views/search-entries.ts';
import { provideSite } from '../site/store.ts';
import { bundleAhead, codeKey, roomOfModules, siteKey, sourcesKey } from './bundle.ts';
import { ChildProcesses, toldByParent } from './child-processes.ts';
import {
  contentFolder,
  contentOption,
  projectRoot,
  readArgs,
  refuseUnbundledPath,
  UsageError,
  type Command,
} from './command.ts';
import { Draft } from './draft.ts';
import { Values } from './digests.ts';
import { LastBuild } from './last-build.ts';
import { outputFolder } from './output.ts';
import { addressNamed, publishedAt } from './published-at.ts';
import {
  isInShard,
  makeElsewhere,
  shardFolder,
  shardNamed,
  shardRecord,
  shardText,
  usualWorkers,
  workersNamed,
  type Shard,
} from './shards.ts';
import { joined, partIn } from './joined.ts';
import { makePages, modulesOf, writeExports } from './make-site.ts';
import { SiteFiles } from './site-files.ts';

export const build: Command = {
  usage: 'build [--content DIR] [--out DIR] [--url URL] [--workers N] [--shard I/N | --join DIR…]',
  summary:
    'Checks, then makes the site, its data and its search; the old output stays until all of it succeeded. --url names where it will stand, in place of base.yaml. --shard makes one part of it, --join puts all parts together.',
  async run(args) {
    const options = {
      ...contentOption,
      out: { type: 'string' },
      url: { type: 'string' },
      shard: { type: 'string' },
      workers: { type: 'string' },
    } as const;
    const { values, positionals } = readArgs(args, { ...options, join: { type: 'boolean' } }, true);
    refuseUnbundledPath();
    const shard = values.shard === undefined ? undefined : shardNamed(values.shard);
    refuseOtherWords({ shard, join: values.join === true, folders: positionals });
    const url = values.url === undefined ? undefined : addressNamed(values.url);
    const asked = values.workers === undefined ? undefined : workersNamed(values.workers);
    const content = contentFolder(values.content);
    const out = outputFolder(values.out ?? path.join(projectRoot, 'dist'), 'build', content);
    const texts = path.join(cacheFolder(), 'citations');
    keepTextsIn(texts);
    const sources = sourcesKey();
    const code = codeKey(sources);
    performance.mark('almanac:check');
    const processes = new ChildProcesses();
    const { site, report, formatted, bundled } = begun(content, { url, texts, code, processes });
    const endAhead = async () => {
      processes.close();
      await formatted.close();
    };
    process.stdout.write(textReport(report));
    if (!site) {
      await endAhead();
      console.error('almanac build: the content has errors; the last good build stays as it was');
      return 1;
    }
    const { library, contentHash } = site;
    const basePath = basePathOf(library.base.url);
    const room = roomOfModules('pages');
    const place = new Draft(
      out,
      'build',
      (signal) => `almanac build: stopped by ${signal}; the last good build stays as it was`,
    );
    try {
      const [links, search] = [new LinkAudit(basePath), new SearchIndex(path.join(room, 'search'))];
      const searched = path.join(room, 'search');
      const [left, now] = [leftIn(content), new Values(library.watched)];
      const known = { code: siteKey(code, library.base.url), out, contentHash, values: now };
      const parts = joined(positionals, known);
      const last = new LastBuild({ ...known, folder: left });
      if (!shard && parts.length === 0 && last.stillLies) {
        process.stdout.write(`${summaryOf(library, last.searched)}: ${shown(out)}, as it was\n`);
        return 0;
      }
      const files = new SiteFiles({ site, place, values: now, last: [...parts, last], links, search });
      provideSite(site);
      place.begin();
      place.alsoRemoves(room);
      const making = { site, place, room, code, ready: Promise.all([formatted.done, bundled]), files };
      // Where most is taken over, other processes would only read what this one has read.
      const isAlone = shard !== undefined || parts.length > 0 || (asked === undefined && !last.isEmpty);
      const count = isAlone ? 1 : (asked ?? usualWorkers(library.trials.length));
      const [own, ...others] = shard
        ? [shard]
        : Array.from({ length: count }, (_, i): Shard => ({ number: i + 1, of: count }));
      const isOwn = (file: string) => own === undefined || isInShard(file, own);
      const elsewhere = Promise.all(
        others.map((one) =>
          makeElsewhere(processes, one, { content, url, formatted: formatted.done }, shardFolder(room, one)),
        ),
      );
      performance.mark('almanac:exports');
      // Before the pages, for their modules may still be made.
      await writeExports(making, isOwn);
      performance.mark('almanac:pages');
      const pages = await modulesOf(making);
      await makePages(making, pages, isOwn);
      if (shard) {
        files.now.leave(path.join(place.folder, shardRecord), {
          ...known,
          out: place.folder,
          search: searched,
          shard,
        });
        await place.take();
        process.stdout.write(
          `shard ${shardText(shard)}: ${shown(out)}; when all are made: almanac build --join DIR…\n`,
        );
        return 0;
      }
      if (others.length > 0) {
        await elsewhere;
        for (const one of others) files.alsoTakes(partIn(shardFolder(room, one), known));
        await makePages(making, pages, (file) => !isOwn(file));
        await writeExports(making, (file) => !isOwn(file));
      }
      const edition = { contentHash, code: sources, languages: library.base.languages, basePath };
      place.write('service-worker.js', serviceWorker(pages.client, edition));
      place.adopt(pages.client);
      await writeSitemap(place.folder, pages.addresses, library);
      performance.mark('almanac:search');
      const contents = new Map<string, SearchContent>();
      for (const language of library.base.languages)
        contents.set(language, await inLocale(language, () => searchContent(library)));
      const { pages: found } = search.write(place.folder, (language) => valueIn(contents, language));
      performance.mark('almanac:audit');
      const broken = links.broken(filesOf(place.folder));
      performance.mark('almanac:done');
      if (broken.length > 0) {
        console.error(
          `almanac build: ${broken.length} links of the built site lead nowhere; the last good build stays as it was`,
        );
        for (const { page, href, problem } of broken.slice(0, 20))
          console.error(`  ${page}: ${href}: ${problem}`);
        return 1;
      }
      const replaced = place.take();
      files.now.leave(left, { ...known, search: searched, searched: found });
      await replaced;
      process.stdout.write(`${summaryOf(library, found)}: ${shown(out)}\n`);
      return 0;
    } catch (error) {
      if (!(error instanceof Unmade)) throw error;
      console.error(
        `almanac build: ${fileBehind(error.what, shown(content))}: ${error.message}; the last good build stays as it was. A check should have refused this: please report it; ALMANAC_DEBUG=1 shows where.`,
      );
      if (process.env.ALMANAC_DEBUG) console.error(error);
      return 2;
    } finally {
      await endAhead();
      place.close();
    }
  },
};

/**
 * A content folder, read, checked and linked, with what is made of it meanwhile. A function of its own, so
 * that the text and the places of what was read are free again when pages are made.
 */
function begun(content: string, { url, texts, code, processes }: Beginning) {
  const corpus = publishedAt(url, readCorpus(content));
  // Where another process has asked for this one, it formats them.
  const works = corpus.files.references?.data ?? [];
  const formatted = new FormattedAhead({ works, folder: texts, byOthers: toldByParent() });
  const address = corpus.files.base?.data?.url;
  const bundled = address === undefined ? undefined : bundleAhead(processes, code, address);
  return { ...loadSite(corpus, projectRoot), formatted, bundled };
}

interface Beginning {
  url: string | undefined;
  /** The folder of formatted citations. */
  texts: string;
  code: string;
  processes: ChildProcesses;
}

const summaryOf = ({ trials, facts }: Library, searched: number) =>
  `${trials.length} trials, ${facts.size} facts, ${searched} pages in the search`;

/** Shards, and folders without the word that says what they are for. */
function refuseOtherWords({
  shard,
  join,
  folders,
}: {
  shard: Shard | undefined;
  join: boolean;
  folders: readonly string[];
}): void {
  if (shard && join)
    throw new UsageError('--shard makes a part and --join puts parts together; choose one of them');
  if (join && folders.length === 0)
    throw new UsageError('--join names no folder; expected those of all shards');
  if (!join && folders.length > 0)
    throw new UsageError(`build takes no ${folders.join(' ')}; folders of shards follow --join`);
}

/** The file of the content that a page or file of the site is made of; the folder where it is made of all. */
function fileBehind(what: string, content: string): string {
  const [collection, id] = /(?:^|\/)([a-z]+)\/([a-z0-9-]+)(?:[/.#]|$)/.exec(what)?.slice(1) ?? [];
  if (collection === 'references' || collection === 'endpoints') return `${content}/${collection}.yaml`;
  return id !== undefined && collections.some((one) => one === collection)
    ? `${content}/${collection}/${id}.mdx`
    : content;
}

/** Where a build of this content leaves what the next may take over. */
const leftIn = (content: string) => path.join(cacheFolder(), `built-${hash('sha256', content).slice(0, 16)}`);
