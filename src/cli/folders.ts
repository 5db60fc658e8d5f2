import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** Makes a folder and those above it; gives the first that had to be made. */
export function makeFolder(folder: string): string | undefined {
  // Where a parent is there and yet takes no folder (/proc), the recursive mkdir of Node never ends.
  if (fs.existsSync(folder)) return undefined;
  const above = makeFolder(path.dirname(folder));
  fs.mkdirSync(folder);
  return above ?? folder;
}

/** Removes a folder; others may still be writing into one that is on its way out. */
export function remove(folder: string): void {
  fs.rmSync(folder, whole);
}
const whole = { recursive: true, force: true, maxRetries: 5, retryDelay: 50 };

/** The same in a thread of its own: thousands of files keep the disk busy, and not the processor. */
export async function removeAside(folder: string): Promise<void> {
  const thread = new Worker(
    `require('node:fs').rmSync(require('node:worker_threads').workerData, ${JSON.stringify(whole)})`,
    {
      eval: true,
      workerData: folder,
    },
  );
  await once(thread, 'exit');
}

/** Moves a file or folder, to another disk too. */
export function move(from: string, to: string): void {
  try {
    fs.renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    fs.cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    remove(from);
  }
}

/** Where a path really leads; of what is not there yet, where it would lie. */
export function realPath(file: string): string {
  if (fs.existsSync(file)) return fs.realpathSync(file);
  const parent = path.dirname(file);
  return parent === file ? file : path.join(realPath(parent), path.basename(file));
}

/** Whether a path lies in a folder, or is it. */
export function isWithin(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

/** Whether the process that a draft is named after still runs. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export const isFolder = (file: string) =>
  fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * Gives a file a second place: as the same file where the first is about to go, else as a copy, so that
 * nobody alters both.
 */
export function secondPlace(from: string, to: string, isSame: boolean): void {
  if (isSame) {
    try {
      fs.linkSync(from, to);
      return;
    } catch (error) {
      if (!['EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK'].includes((error as NodeJS.ErrnoException).code ?? ''))
        throw error;
    }
  }
  fs.copyFileSync(from, to, fs.constants.COPYFILE_FICLONE);
}
