import { hash } from 'node:crypto';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { FormattedAhead } from '../citations/ahead.ts';
import { keepTextsIn } from '../citations/engine.ts';
import { textReport } from '../checks/reporters.ts';
import { filesOf, LinkAudit, type BrokenLink } from '../checks/built-links.ts';
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
import { ChildProcesses, notifiedByParent } from './child-processes.ts';
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
  isLarge,
  makeElsewhere,
  shardFolder,
  shardNamed,
  shardRecord,
  shardsOf,
  shardText,
  usualWorkers,
  workersNamed,
  type Shard,
} from './shards.ts';
import { joined, partIn } from './joined.ts';
import { makeFiles } from './make-site.ts';
import { SiteFiles } from './site-files.ts';

export const build: Command = {
  usage: 'build [--content DIR] [--out DIR] [--url URL] [--workers N] [--shard I/N | --join DIR…]',
  summary:
    'Checks, then makes the site, its data and its search; the old output stays until all of it succeeded. --url names where it will stand, in place of base.yaml. --shard makes one part of it, --join puts all parts together.',
  async run(args) {
    const asked = optionsOf(args);
    const texts = path.join(cacheFolder(), 'citations');
    keepTextsIn(texts);
    const sources = sourcesKey();
    performance.mark('almanac:check');
    const processes = new ChildProcesses();
    const beginning = { url: asked.url, texts, code: codeKey(sources), processes };
    const { site, report, formatted, bundled } = begun(asked.content, beginning);
    const endAhead = async () => {
      processes.close();
      await formatted.close();
    };
    try {
      process.stdout.write(textReport(report));
      if (site) return await buildSite(asked, { ...beginning, site, sources, formatted, bundled, endAhead });
      console.error('almanac build: the content has errors; the last good build stays as it was');
      return 1;
    } finally {
      await endAhead();
    }
  },
};

/** What a command line asks for. */
interface Asked {
  content: string;
  out: string;
  url: string | undefined;
  workers: number | undefined;
  shard: Shard | undefined;
  /** The folders of shards that are joined. */
  joined: readonly string[];
}

function optionsOf(args: string[]): Asked {
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
  const workers = values.workers === undefined ? undefined : workersNamed(values.workers);
  const content = contentFolder(values.content);
  const out = outputFolder(values.out ?? path.join(projectRoot, 'dist'), 'build', content);
  return { content, out, url, workers, shard, joined: positionals };
}

type Begun = ReturnType<typeof begun>;

/** A base that was checked, with what is made of it ahead. */
interface Checked extends Beginning, Pick<Begun, 'formatted' | 'bundled'> {
  site: NonNullable<Begun['site']>;
  sources: string;
  /** Ends all that still runs beside. */
  endAhead: () => Promise<void>;
}

/** Makes the site in a draft, which takes the place of the last one once all of it is there. */
async function buildSite(asked: Asked, checked: Checked): Promise<number> {
  const { content, out, shard } = asked;
  const { site, code, sources, processes, formatted, bundled } = checked;
  const { library, contentHash } = site;
  const basePath = basePathOf(library.base.url);
  const room = roomOfModules('pages');
  const place = new Draft(
    out,
    'build',
    (signal) => `almanac build: stopped by ${signal}; the last good build stays as it was`,
  );
  try {
    const searched = path.join(room, 'search');
    const [links, search] = [new LinkAudit(basePath), new SearchIndex(searched)];
    const [left, values] = [leftIn(content), new Values(library.watched)];
    const known = { code: siteKey(code, library.base.url), out, contentHash, values };
    const parts = joined(asked.joined, known);
    const last = new LastBuild({ ...known, folder: left });
    if (!shard && parts.length === 0 && last.stillLies) {
      process.stdout.write(`${summaryOf(library, last.searched)}: ${shown(out)}, as it was\n`);
      return 0;
    }
    const files = new SiteFiles({ site, place, values, last: [...parts, last], links, search });
    provideSite(site);
    place.begin();
    place.alsoRemoves(room);
    // Where most is taken over, other processes would only read what this one has read.
    const isAlone = parts.length > 0 || (asked.workers === undefined && !last.isEmpty);
    const count = isAlone ? 1 : (asked.workers ?? usualWorkers(library.trials.length));
    const [own, ...others] = shard ? [shard] : shardsOf(count);
    const made = async (one: Shard) => {
      const folder = shardFolder(room, one);
      await makeElsewhere(processes, one, { content, url: asked.url, formatted: formatted.done }, folder);
      return partIn(folder, known);
    };
    const { client, addresses } = await makeFiles(
      { site, room, code, ready: Promise.all([formatted.done, bundled]), files },
      { isOwn: (file) => isInShard(file, own), elsewhere: Promise.all(others.map(made)) },
    );
    if (shard) {
      const record = path.join(place.folder, shardRecord);
      files.now.leave(record, { ...known, out: place.folder, search: searched, shard });
      await place.take();
      process.stdout.write(
        `shard ${shardText(shard)}: ${shown(out)}; when all are made: almanac build --join DIR…\n`,
      );
      return 0;
    }
    const edition = { contentHash, code: sources, languages: library.base.languages, basePath };
    place.write('service-worker.js', serviceWorker(client, edition));
    place.adopt(client);
    await writeSitemap(place.folder, addresses, library);
    performance.mark('almanac:search');
    const { pages: found } = search.write(place.folder, await searchContents(library));
    performance.mark('almanac:audit');
    if (leadsNowhere(links.broken(filesOf(place.folder)))) return 1;
    performance.mark('almanac:done');
    const replaced = place.take();
    files.now.leave(left, { ...known, search: searched, searched: found });
    await replaced;
    process.stdout.write(`${summaryOf(library, found)}: ${shown(out)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Unmade)) throw error;
    tellUnmade(error, content);
    return 2;
  } finally {
    await checked.endAhead();
    place.close();
  }
}

/** A page or file that could not be made although the content has no errors. */
function tellUnmade(error: Unmade, content: string): void {
  console.error(
    `almanac build: ${fileBehind(error.what, shown(content))}: ${error.message}; the last good build stays as it was. A check should have refused this: please report it; ALMANAC_DEBUG=1 shows where.`,
  );
  if (process.env.ALMANAC_DEBUG) console.error(error);
}

/**
 * A content folder, read, checked and linked, with what is made of it meanwhile. A function of its own, so
 * that the text and the places of what was read are free again when pages are made.
 */
function begun(content: string, { url, texts, code, processes }: Beginning) {
  const corpus = publishedAt(url, readCorpus(content));
  // By itself a heap may double before it is cleared; one that grows by a fifth takes an eighth less memory.
  if (isLarge(corpus.entries.trials.length)) setFlagsFromString('--heap-growing-percent=20');
  // Where another process has asked for this one, it formats them.
  const works = corpus.files.references?.data ?? [];
  const formatted = new FormattedAhead({ works, folder: texts, byOthers: notifiedByParent() });
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

/** What is searched beside the pages, by language. */
async function searchContents(library: Library): Promise<(language: string) => SearchContent> {
  const contents = new Map<string, SearchContent>();
  for (const language of library.base.languages)
    contents.set(language, await inLocale(language, () => searchContent(library)));
  return (language) => valueIn(contents, language);
}

/** Whether some links lead nowhere; prints which. */
function leadsNowhere(broken: readonly BrokenLink[]): boolean {
  if (broken.length === 0) return false;
  console.error(
    `almanac build: ${broken.length} links of the built site lead nowhere; the last good build stays as it was`,
  );
  for (const { page, href, problem } of broken.slice(0, 20)) console.error(`  ${page}: ${href}: ${problem}`);
  return true;
}

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
