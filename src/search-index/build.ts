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

/**
 * Indexes the pages of a built site into `pagefind/`, and writes the names for near misses beside it.
 * A page is indexed when it has `data-pagefind-body`; each `<html lang>` gets its own index.
 *
 * @throws Error in plain words when a page cannot be read, or none can be searched
 */
export async function buildSearchIndex(siteFolder: string, terms: readonly SearchTerm[]): Promise<{ pages: number }> {
  const outputPath = path.resolve(siteFolder, 'pagefind');
  if (!(await fs.stat(siteFolder).catch(() => undefined))?.isDirectory())
    throw new Error(`${siteFolder} is no folder of a built site`);
  await fs.rm(outputPath, { recursive: true, force: true });
  await writeIndex(path.resolve(siteFolder), outputPath);
  const { languages } = JSON.parse(await fs.readFile(path.join(outputPath, 'pagefind-entry.json'), 'utf8')) as Entry;
  const pages = Object.values(languages).reduce((sum, language) => sum + language.page_count, 0);
  if (pages === 0) throw new Error(`no page of ${siteFolder} can be searched; expected <main data-pagefind-body> on its pages`);
  if (languages['unknown'])
    throw new Error(`${languages['unknown'].page_count} pages of ${siteFolder} name no language; expected <html lang="…">`);
  await removeUnused(outputPath, Object.values(languages));
  await fs.writeFile(path.join(siteFolder, termsFile), `${JSON.stringify(termRows(terms))}\n`);
  return { pages };
}

async function writeIndex(siteFolder: string, outputPath: string): Promise<void> {
  try {
    const { index, errors } = await createIndex({ excludeSelectors });
    if (!index) throw new Error(errors.join('; '));
    // Page by page, for the order in which a disk lists its files differs from disk to disk, and the index with it.
    for (const page of await pagesOf(siteFolder))
      done(
        await index.addHTMLFile({
          sourcePath: page,
          content: withHanFields(await fs.readFile(path.join(siteFolder, page), 'utf8')),
        }),
      );
    done(await index.writeFiles({ outputPath }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`the search index of ${siteFolder} could not be written: ${reason}`, { cause: error });
  } finally {
    await close();
  }
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
