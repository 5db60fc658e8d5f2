import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { withHanFields } from './han-fields.ts';
import { termRows, termsFile, type SearchTerm } from './terms.ts';

/**
 * Parts of a page that would only repeat themselves in the index: column heads, and the endpoint
 * above a group of rows, which every row of the group names again.
 */
const excludeSelectors = ['thead', 'th[scope="rowgroup"]', 'svg'];

/** Pagefind's own interface, and the worker: the site has its own, and searches on the page itself. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight|worker)\./;

/** What `pagefind-entry.json` says of an index. */
interface Entry {
  languages: Record<string, { wasm: string | null; page_count: number }>;
}

/** The language of a page, and what is indexed of it. */
const language = /^[^]*?<html\b[^>]*?\slang="([^"]*)"/;
const body = /<main\b[^>]*\sdata-pagefind-body\b[^]*<\/main>/;

/**
 * The search index of a site, fed with its pages while they are made. A page is indexed when it has `data-pagefind-body`; each
 * `<html lang>` gets its own index.
 *
 * Pagefind is a process of its own, and reads a folder on all cores in a fraction of the time that it takes for pages handed over one
 * by one. So what it indexes of each page waits in a folder.
 */
export class SearchIndex {
  readonly #folder: string;

  /** @param folder a place of its own, made with the first page; whoever gives it removes it */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Lays the next page by, and gives what is searched of it; undefined where the search passes it over. */
  add(file: string, html: string): string | undefined {
    const main = body.exec(html)?.[0];
    if (main === undefined) return undefined;
    const lang = language.exec(html)?.[1];
    const laid = withHanFields(`<html${lang === undefined ? '' : ` lang="${lang}"`}><body>${main}</body></html>`);
    fs.writeFileSync(this.placeOf(file), laid);
    return laid;
  }

  /** Where a page is laid by, in a folder that is there. */
  placeOf(file: string): string {
    const place = path.join(this.#folder, file);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    return place;
  }

  /**
   * Writes the index into `pagefind/` of a site, and the names for near misses beside it.
   *
   * @throws Error in plain words when a page cannot be read, or none can be searched
   */
  async write(siteFolder: string, terms: readonly SearchTerm[]): Promise<{ pages: number }> {
    const outputPath = path.resolve(siteFolder, 'pagefind');
    fs.rmSync(outputPath, { recursive: true, force: true });
    await writeIndex(this.#folder, outputPath, siteFolder);
    const { languages } = JSON.parse(fs.readFileSync(path.join(outputPath, 'pagefind-entry.json'), 'utf8')) as Entry;
    const pages = Object.values(languages).reduce((sum, { page_count: count }) => sum + count, 0);
    if (pages === 0) throw new Error(`no page of ${siteFolder} can be searched; expected <main data-pagefind-body> on its pages`);
    if (languages['unknown'])
      throw new Error(`${languages['unknown'].page_count} pages of ${siteFolder} name no language; expected <html lang="…">`);
    removeUnused(outputPath, Object.values(languages));
    fs.writeFileSync(path.join(siteFolder, termsFile), `${JSON.stringify(termRows(terms))}\n`);
    return { pages };
  }
}

async function writeIndex(folder: string, outputPath: string, siteFolder: string): Promise<void> {
  try {
    const { index, errors } = await createIndex({ excludeSelectors });
    if (!index) throw new Error(errors.join('; '));
    done(await index.addDirectory({ path: folder }));
    done(await index.writeFiles({ outputPath }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`the search index of ${siteFolder} could not be written: ${reason}`, { cause: error });
  } finally {
    await close();
  }
}

/** Indexes the pages of a site that is built. */
export async function buildSearchIndex(siteFolder: string, terms: readonly SearchTerm[]): Promise<{ pages: number }> {
  if (!fs.statSync(siteFolder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${siteFolder} is no folder of a built site`);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'search-'));
  try {
    const search = new SearchIndex(folder);
    for (const page of pagesOf(siteFolder)) search.add(page, fs.readFileSync(path.join(siteFolder, page), 'utf8'));
    return await search.write(siteFolder, terms);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function pagesOf(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.replaceAll(path.sep, '/'))
    .sort();
}

function done({ errors }: { errors: string[] }): void {
  if (errors.length > 0) throw new Error(errors.join('; '));
}

/** Removes what no page loads. */
function removeUnused(folder: string, languages: Entry['languages'][string][]): void {
  const engines = new Set(languages.map(({ wasm }) => `wasm.${wasm ?? 'unknown'}.pagefind`));
  for (const name of fs.readdirSync(folder)) {
    if (unused.test(name) || (name.startsWith('wasm.') && !engines.has(name))) fs.rmSync(path.join(folder, name));
  }
}
