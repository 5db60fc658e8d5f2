import fs from 'node:fs/promises';
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

type Index = NonNullable<Awaited<ReturnType<typeof createIndex>>['index']>;

/** Pages that may wait for Pagefind, which is a process of its own: more would only fill the memory. */
const mostWaiting = 40;

/**
 * The search index of a site, fed with its pages while they are made. Whoever begins one ends with `close()`.
 * A page is indexed when it has `data-pagefind-body`; each `<html lang>` gets its own index.
 */
export class SearchIndex {
  #index: Promise<Index> | undefined;
  /** The end of what Pagefind has been given so far. */
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  /**
   * Hands over the next page. Pagefind numbers pages as they come, so they come in the order of their files, and one by one.
   *
   * @returns once few enough pages wait that another may be made
   */
  async add(file: string, html: string): Promise<void> {
    this.#index ??= begun();
    const index = this.#index;
    this.#waiting += 1;
    const before = this.#last;
    this.#last = (async () => {
      await before;
      done(await (await index).addHTMLFile({ sourcePath: file, content: withHanFields(html) }));
      this.#waiting -= 1;
    })();
    // Whoever asks next, or writes, is told.
    this.#last.catch(() => undefined);
    if (this.#waiting > mostWaiting) await this.#last;
  }

  /**
   * Writes the index into `pagefind/` of a site, and the names for near misses beside it.
   *
   * @throws Error in plain words when a page cannot be read, or none can be searched
   */
  async write(siteFolder: string, terms: readonly SearchTerm[]): Promise<{ pages: number }> {
    const outputPath = path.resolve(siteFolder, 'pagefind');
    try {
      await this.#last;
      await fs.rm(outputPath, { recursive: true, force: true });
      done(await (await (this.#index ??= begun())).writeFiles({ outputPath }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`the search index of ${siteFolder} could not be written: ${reason}`, { cause: error });
    }
    const { languages } = JSON.parse(await fs.readFile(path.join(outputPath, 'pagefind-entry.json'), 'utf8')) as Entry;
    const pages = Object.values(languages).reduce((sum, language) => sum + language.page_count, 0);
    if (pages === 0) throw new Error(`no page of ${siteFolder} can be searched; expected <main data-pagefind-body> on its pages`);
    if (languages['unknown'])
      throw new Error(`${languages['unknown'].page_count} pages of ${siteFolder} name no language; expected <html lang="…">`);
    await removeUnused(outputPath, Object.values(languages));
    await fs.writeFile(path.join(siteFolder, termsFile), `${JSON.stringify(termRows(terms))}\n`);
    return { pages };
  }

  /** Ends Pagefind. */
  async close(): Promise<void> {
    if (this.#index) await close();
  }
}

/** Indexes the pages of a site that is built. */
export async function buildSearchIndex(siteFolder: string, terms: readonly SearchTerm[]): Promise<{ pages: number }> {
  if (!(await fs.stat(siteFolder).catch(() => undefined))?.isDirectory())
    throw new Error(`${siteFolder} is no folder of a built site`);
  const search = new SearchIndex();
  try {
    for (const page of await pagesOf(siteFolder)) await search.add(page, await fs.readFile(path.join(siteFolder, page), 'utf8'));
    return await search.write(siteFolder, terms);
  } finally {
    await search.close();
  }
}

async function begun(): Promise<Index> {
  const { index, errors } = await createIndex({ excludeSelectors });
  if (!index) throw new Error(errors.join('; '));
  return index;
}

async function pagesOf(folder: string): Promise<string[]> {
  const files = await fs.readdir(folder, { recursive: true });
  return files
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.replaceAll(path.sep, '/'))
    .sort();
}

function done({ errors }: { errors: string[] }): void {
  if (errors.length > 0) throw new Error(errors.join('; '));
}

/** Removes what no page loads. */
async function removeUnused(folder: string, languages: Entry['languages'][string][]): Promise<void> {
  const engines = new Set(languages.map(({ wasm }) => `wasm.${wasm ?? 'unknown'}.pagefind`));
  for (const name of await fs.readdir(folder)) {
    if (unused.test(name) || (name.startsWith('wasm.') && !engines.has(name))) await fs.rm(path.join(folder, name));
  }
}
