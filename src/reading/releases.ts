import fs from 'node:fs';
import path from 'node:path';
import { byVersion, release, type Release } from '../model/release.ts';
import { shown, UnreadableContent } from './corpus.ts';

/**
 * The releases that a content folder remembers in `releases/VERSION.json`, the earliest first.
 *
 * @throws UnreadableContent where one is not what `almanac export release` writes
 */
export function readReleases(root: string): Release[] {
  const folder = path.join(root, 'releases');
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .map((name) => readRelease(path.join(folder, name)))
    .sort((a, b) => byVersion(a.version, b.version));
}

function readRelease(file: string): Release {
  const mend = 'Restore the file, or delete it to forget that release';
  let json: unknown;
  try {
    json = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UnreadableContent(`${shown(file)}: not JSON (${(error as Error).message}). ${mend}`);
  }
  const { data, error } = release.safeParse(json);
  if (error) {
    const { path: place, message } = error.issues[0]!;
    throw new UnreadableContent(`${shown(file)}: ${place.join(' → ') || 'the whole file'}: ${message}. ${mend}`);
  }
  if (`${data.version}.json` !== path.basename(file))
    throw new UnreadableContent(`${shown(file)}: the version in it is ${data.version}; expected ${data.version}.json. ${mend}`);
  return data;
}
