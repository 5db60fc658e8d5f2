import fs from 'node:fs';
import path from 'node:path';

/**
 * Tells what changes in a folder and all below it. It watches the folders and not the files, for a file that
 * an editor puts in place of the former by renaming it is another one, which nobody watches.
 *
 * @param changed is handed the path of a file or folder; editors may cause several calls for one saving
 * @returns what ends it
 */
export function watchFolder(root: string, changed: (file: string) => void): () => void {
  const watchers = new Map<string, fs.FSWatcher>();
  const watch = (folder: string) => {
    if (watchers.has(folder)) return;
    const watcher = fs.watch(folder, (_, name) => {
      const file = name === null ? folder : path.join(folder, name);
      if (isFolder(file)) watchBelow(file);
      changed(file);
    });
    const end = () => {
      watcher.close();
      watchers.delete(folder);
    };
    // A folder that is taken away is no longer watched.
    watcher.on('error', end);
    watchers.set(folder, watcher);
  };
  const watchBelow = (folder: string) => {
    for (const one of foldersIn(folder)) watch(one);
  };
  watchBelow(root);
  return () => {
    for (const watcher of watchers.values()) watcher.close();
  };
}

const isFolder = (file: string) => fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** A folder and all below it. */
function foldersIn(folder: string): string[] {
  try {
    const below = fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((found) => found.isDirectory());
    return [folder, ...below.map((found) => path.join(found.parentPath, found.name))];
  } catch {
    return [];
  }
}
