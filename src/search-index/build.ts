import fs from 'node:fs';
import path from 'node:path';
import { firstIn, itemIn } from '../model/need.ts';
import type { SearchContent } from './entities.ts';
import { indexFolder } from './files.ts';
import { searchedPage, type SearchedPage } from './page.ts';
import { writeLanguage } from './write.ts';

/**
 * The search index of a site, fed with its pages while they are made. A page is indexed when it has
 * `data-index-body`; each language has its own index. What is searched of a page waits in a folder, where
 * a later build finds it again.
 */
export class SearchIndex {
  readonly #folder: string;
  /** Folders that are known to be there. */
  readonly #known = new Set<string>();

  /** @param folder a place of its own, made with the first page; whoever gives it removes it */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Lays the next page by, and gives what is searched of it; undefined where the search passes it over. */
  add(file: string, html: string): string | undefined {
    const page = searchedPage(file, html);
    if (page === undefined) return undefined;
    const { words, ...head } = page;
    const laid = `${JSON.stringify(head)}\n${JSON.stringify(words)}`;
    fs.writeFileSync(this.placeOf(file), laid);
    return laid;
  }

  /** Where a page is laid by, in a folder that is there. */
  placeOf(file: string): string {
    const place = path.join(this.#folder, file);
    const parent = path.dirname(place);
    if (!this.#known.has(parent)) fs.mkdirSync(parent, { recursive: true });
    this.#known.add(parent);
    return place;
  }

  /**
   * Writes the index of each language into the site.
   *
   * @throws Error in plain words when a page names no language, or none can be searched
   */
  write(siteFolder: string, contentIn: (language: string) => SearchContent): { pages: number } {
    const folder = path.join(siteFolder, indexFolder);
    fs.rmSync(folder, { recursive: true, force: true });
    const linesOf = (name: string) => fs.readFileSync(path.join(this.#folder, name), 'utf8').split('\n');
    const pages = pagesOf(this.#folder).map((name): SearchedPage => ({
      ...(JSON.parse(firstIn(linesOf(name))) as Omit<SearchedPage, 'words'>),
      // Those of all pages would be most of what is held.
      get words() {
        return JSON.parse(itemIn(linesOf(name), 1)) as SearchedPage['words'];
      },
    }));
    if (pages.length === 0)
      throw new Error(
        `no page of ${siteFolder} can be searched; expected <main data-index-body> on its pages`,
      );
    const nameless = pages.filter(({ language }) => language === '');
    if (nameless.length > 0)
      throw new Error(`${nameless.length} pages of ${siteFolder} name no language; expected <html lang="…">`);
    const languages = Map.groupBy(pages, ({ language }) => language.slice(0, 2).toLowerCase());
    for (const [language, own] of languages) writeLanguage(folder, language, own, contentIn(language));
    return { pages: pages.length };
  }
}

function pagesOf(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.replaceAll(path.sep, '/'))
    .sort();
}
