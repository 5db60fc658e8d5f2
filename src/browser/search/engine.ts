import { locale, sitePath } from '../../i18n/locale.ts';
import { indexFolder } from '../../search-index/files.ts';
import { IndexReader } from '../../search-index/query/reader.ts';
import { Search } from '../../search-index/query/search.ts';

let search: Search | undefined;

/** The search in the language of the page; it reads nothing until it is asked. */
export function engine(): Search {
  search ??= new Search(new IndexReader(read, locale()));
  return search;
}

/** @throws Error where the file cannot be read */
async function read(name: string): Promise<string> {
  const response = await fetch(sitePath(`/${indexFolder}/${name}`));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.text();
}

/** Fetches what every query needs. */
export async function ready(): Promise<void> {
  await engine().understanding();
}
