import { localPath, sitePath } from '../i18n/locale.ts';
import { need } from '../model/need.ts';
import type { Catalogue } from '../compare/catalogue.ts';
import type { Dataset } from '../compare/dataset.ts';

const kept = new Map<string, Promise<Dataset | undefined>>();

/** The dataset of a trial or an endpoint, fetched once; undefined where the base has none of that name. */
export const datasetOf = (of: 'trials' | 'endpoints', id: string): Promise<Dataset | undefined> =>
  loadOnce(localPath(`/sheets/${of}/${id}.json`));

/** The same in English, whatever the page speaks: files for programs are made of it. */
export const inEnglish = async (of: 'trials' | 'endpoints', id: string): Promise<Dataset> =>
  need(await loadOnce(sitePath(`/sheets/${of}/${id}.json`)), id);

function loadOnce(path: string): Promise<Dataset | undefined> {
  const known = kept.get(path) ?? load<Dataset>(path);
  kept.set(path, known);
  // What failed on the way may succeed when asked again.
  known.catch(() => kept.delete(path));
  return known;
}

let arms: Promise<Catalogue | undefined> | undefined;

/** Every arm of the base, fetched once. */
export function catalogue(): Promise<Catalogue | undefined> {
  arms ??= load<Catalogue>(localPath('/sheets/arms.json'));
  arms.catch(() => (arms = undefined));
  return arms;
}

async function load<T>(path: string): Promise<T | undefined> {
  const response = await fetch(path);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${path}: the server answers ${response.status}`);
  return (await response.json()) as T;
}
