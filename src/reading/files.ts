import fs from 'node:fs';
import path from 'node:path';

/** What lies in a content folder under a name; only a `file` is ever read. */
export type FileKind = 'file' | 'large' | 'folder' | 'link' | 'special';

/** More than any base has in one file, and little enough to be read at once. */
export const largestFile = 100_000_000;

/** What a path is, without following it where it is a link; nothing where there is nothing. */
export function kindOf(file: string): FileKind | undefined {
  const stats = fs.lstatSync(file, { throwIfNoEntry: false });
  if (!stats) return undefined;
  if (stats.isSymbolicLink()) return 'link';
  if (stats.isDirectory()) return 'folder';
  if (!stats.isFile()) return 'special';
  return stats.size > largestFile ? 'large' : 'file';
}

/**
 * Everything below a folder that is no folder, sorted by the bytes of its path. Links are named and not
 * followed, for what they lead to is not in the folder; names with a dot in front are the system's.
 */
export function filesBelow(folder: string): string[] {
  if (kindOf(folder) !== 'folder') return [];
  return below(folder).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

function below(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((found) => {
    if (found.name.startsWith('.')) return [];
    const full = path.join(folder, found.name);
    return found.isDirectory() ? below(full) : [full];
  });
}
