import { createHash, hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { remove } from './folders.ts';

/** Of one kind so many folders are kept. */
const most = 4;
/** In a kept folder: its files with their hashes. */
const list = 'kept.json';

/**
 * Puts a copy of a folder into a cache under a name. It is written whole and put in place by renaming, so
 * that two runs at once are safe; a cache that cannot be written to is let be.
 */
export function keepFolder(cache: string, name: string, folder: string): void {
  const draft = path.join(cache, `${name}.draft-${process.pid}`);
  try {
    fs.mkdirSync(cache, { recursive: true });
    fs.cpSync(folder, draft, { recursive: true });
    fs.writeFileSync(path.join(draft, list), JSON.stringify(hashesOf(draft)));
    remove(path.join(cache, name));
    fs.renameSync(draft, path.join(cache, name));
    removeOld(cache, name.replace(/-[^-]*$/, ''));
  } catch {
    removeQuietly(draft);
  }
}

/** Copies a kept folder to a new place; false where there is none, or it is not as it was kept. */
export function takeFolder(cache: string, name: string, to: string): boolean {
  const kept = path.join(cache, name);
  try {
    const known = fs.readFileSync(path.join(kept, list), 'utf8');
    fs.cpSync(kept, to, { recursive: true });
    fs.rmSync(path.join(to, list));
    if (JSON.stringify(hashesOf(to)) === known) return true;
  } catch {
    // As if it were not there.
  }
  removeQuietly(to);
  return false;
}

/** The hash of some files by their names and bytes. */
export function hashOfFiles(root: string, files: readonly string[]): string {
  const whole = createHash('sha256');
  for (const file of files)
    whole.update(`${file}\n${hash('sha256', fs.readFileSync(path.join(root, file)))}\n`);
  return whole.digest('hex');
}

/** Every file below a folder or the file itself, from a root, with slashes; none where nothing is there. */
export function filesBelow(root: string, name: string): string[] {
  const full = path.join(root, name);
  const found = fs.statSync(full, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [name] : [];
  return fs
    .readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

const hashesOf = (folder: string) =>
  filesBelow(folder, '.')
    .filter((file) => file !== list)
    .map((file) => [file, hash('sha256', fs.readFileSync(path.join(folder, file)))]);

function removeOld(cache: string, kind: string): void {
  const kept = fs
    .readdirSync(cache)
    .filter((name) => name.startsWith(`${kind}-`))
    .map((name) => ({ folder: path.join(cache, name), time: fs.statSync(path.join(cache, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { folder } of kept.slice(most)) remove(folder);
}

function removeQuietly(folder: string): void {
  try {
    remove(folder);
  } catch {
    // Where nothing can be removed, nothing was written.
  }
}
