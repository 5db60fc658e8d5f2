import fs from 'node:fs';
import path from 'node:path';
import { shown } from '../reading/shown.ts';
import { UsageError } from './command.ts';
import { isFolder, isRunning, isWithin, realPath, remove } from './folders.ts';
import { firstIn } from '../model/need.ts';

/** What commands make whole, each in a folder of its own. */
export type Made = 'build' | 'export';

/** In such a folder: the files that the command made, one a line. Only these are ever replaced. */
const listOf = (made: Made) => `.almanac-${made}`;

/** In a folder that is being written: that it is a draft. */
export const draftMark = '.almanac-draft';

/**
 * The folder that --out names, where it may be written or replaced: it is new, empty, or holds what the same
 * command made and nothing else. What an interrupted run left there is cleared away.
 *
 * @param content the content folder, which takes no output: its files are content, and its hash names them
 * all
 */
export function outputFolder(given: string, made: Made, content: string): string {
  if (given === '') throw new UsageError('--out is empty; expected a new or empty folder');
  const out = realPath(path.resolve(given));
  clearAfterInterruption(out);
  if (fs.existsSync(out)) refuseToLose(out, made);
  if (isWithin(out, realPath(content)) || isWithin(realPath(content), out))
    throw new UsageError(
      `${shown(out)} and the content in ${shown(content)} lie in each other; choose another folder with --out DIR`,
    );
  return out;
}

function refuseToLose(out: string, made: Made): void {
  const article = made === 'build' ? 'a build' : 'an export';
  const names = isFolder(out) ? fs.readdirSync(out).filter((name) => !draftName.test(name)) : undefined;
  if (names?.length === 0) return;
  if (!names?.includes(listOf(made)))
    throw new UsageError(
      `${shown(out)} holds something that is not ${article}; choose an empty or new folder with --out DIR`,
    );
  const own = new Set(fs.readFileSync(path.join(out, listOf(made)), 'utf8').split('\n'));
  const foreign = filesOf(out).filter((file) => !own.has(file) && file !== listOf(made));
  if (foreign.length > 0)
    throw new UsageError(
      `${shown(out)} holds what ${article} did not make: ${foreign.slice(0, 3).join(', ')}${
        foreign.length > 3 ? ` and ${foreign.length - 3} more` : ''
      }. Move it away${made === 'build' ? ' (what belongs to the site goes into public/)' : ''}, or choose another folder with --out DIR`,
    );
}

/** Writes down which files a finished draft holds. */
export function listFiles(folder: string, made: Made): void {
  const files = filesOf(folder).filter((file) => file !== draftMark);
  fs.writeFileSync(path.join(folder, listOf(made)), files.map((file) => `${file}\n`).join(''));
}

/** Every file below a folder, with slashes; drafts within it are passed over. */
function filesOf(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => !found.isDirectory())
    .map((found) => path.relative(folder, path.join(found.parentPath, found.name)).replaceAll(path.sep, '/'))
    .filter((file) => !draftName.test(firstIn(file.split('/'))))
    .sort();
}

/**
 * What a draft and what it takes the place of are called within a folder; beside it, its name stands in
 * front.
 */
const draftName = /^\.(draft|old)-(\d+)$/;

/**
 * Removes what killed runs were writing, and puts back what one of them had taken away and not yet replaced.
 */
export function clearAfterInterruption(out: string): void {
  const name = path.basename(out);
  for (const [folder, prefix] of [
    [path.dirname(out), name],
    [out, ''],
  ] as const) {
    for (const found of isFolder(folder) ? fs.readdirSync(folder) : []) {
      const [, kind, pid] = (found.startsWith(prefix) && draftName.exec(found.slice(prefix.length))) || [];
      if (kind === undefined || isRunning(Number(pid))) continue;
      const left = path.join(folder, found);
      if (fs.existsSync(path.join(left, draftMark))) remove(left);
      else if (kind === 'old' && prefix === '') putBack(left, out);
      else if (kind === 'old' && !fs.existsSync(out)) fs.renameSync(left, out);
    }
  }
}

/** Moves what was taken out of a folder back into it. */
export function putBack(old: string, out: string): void {
  for (const name of fs.readdirSync(old)) {
    remove(path.join(out, name));
    fs.renameSync(path.join(old, name), path.join(out, name));
  }
  remove(old);
}
