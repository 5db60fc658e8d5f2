import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { shown } from '../reading/shown.ts';
import { largestFile } from '../reading/files.ts';
import { UsageError } from './command.ts';

/** More than any content folder has in all its files. */
const mostBytes = 2_000_000_000;

/**
 * Runs git in a folder; gives what it wrote, or undefined where it failed. It reads objects only: no hook,
 * filter or pager runs.
 */
function git(folder: string, args: readonly string[], input?: string): Buffer | undefined {
  // The folder says which repository, not what a hook that runs this has set.
  const own = Object.entries(process.env).filter(
    ([name]) => !/^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX|NAMESPACE)$/.test(name),
  );
  const env = {
    ...Object.fromEntries(own),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_LITERAL_PATHSPECS: '1',
    LC_ALL: 'C',
  };
  const run = spawnSync('git', ['--no-pager', '-C', folder, ...args], { env, input, maxBuffer: mostBytes });
  if (run.error && (run.error as NodeJS.ErrnoException).code === 'ENOENT')
    throw new UsageError(
      'git is not installed, and a revision cannot be read without it; a release (VERSION) can',
    );
  return run.status === 0 ? run.stdout : undefined;
}

const line = (out: Buffer | undefined) => out?.toString('utf8').replace(/\r?\n$/, '');

/** A commit of the repository that holds a folder, with the path of the folder in it. */
interface Revision {
  commit: string;
  /** Ends in a slash; empty where the folder is the whole repository. */
  prefix: string;
}

/**
 * The commit that a name stands for in the repository of a folder.
 *
 * @throws UsageError where there is no repository or no such commit, in one line
 */
export function revisionOf(folder: string, name: string, releases: readonly string[]): Revision {
  const known = releases.length > 0 ? `releases are ${releases.join(', ')}` : 'it has no releases';
  const prefix = line(git(folder, ['rev-parse', '--show-prefix']));
  if (prefix === undefined)
    throw new UsageError(
      `${shown(folder)} lies in no git repository that can be read, and ${name} is no release of it; ${known}`,
    );
  // A name that begins like an option is one for git, too.
  const commit = /^-|\0/.test(name)
    ? undefined
    : line(git(folder, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]));
  if (commit === undefined)
    throw new UsageError(
      `${name} is neither a revision of the repository nor a release of the content; expected a branch, tag or commit (of a clone cut short: git fetch --unshallow), or a VERSION; ${known}`,
    );
  return { commit, prefix };
}

/**
 * Writes the files of a folder as a commit has them; links and submodules are left out, as nothing in content
 * is followed.
 *
 * @param folder any folder of the repository
 * @param to an empty folder
 * @returns how many files there were
 */
export function writeRevision(folder: string, { commit, prefix }: Revision, to: string): number {
  const listing = git(folder, [
    'ls-tree',
    '-r',
    '-z',
    '-l',
    '--full-tree',
    commit,
    ...(prefix === '' ? [] : [prefix]),
  ]);
  const files = (listing?.toString('utf8') ?? '').split('\0').flatMap((row) => {
    const [, object, size, name] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t([\s\S]+)$/.exec(row) ?? [];
    const below = name?.startsWith(prefix) ? name.slice(prefix.length) : '';
    return object !== undefined && isPlain(below) && Number(size) <= largestFile ? [{ object, below }] : [];
  });
  const contents = git(folder, ['cat-file', '--batch'], files.map(({ object }) => `${object}\n`).join(''));
  let at = 0;
  for (const { below } of files) {
    const end = contents?.indexOf('\n', at) ?? -1;
    if (contents === undefined || end < 0)
      throw new UsageError(`git cannot read ${prefix}${below} of ${commit}`);
    const size = Number(/ blob (\d+)$/.exec(contents.toString('latin1', at, end))?.[1] ?? Number.NaN);
    if (Number.isNaN(size)) throw new UsageError(`git cannot read ${prefix}${below} of ${commit}`);
    const file = path.join(to, below);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, contents.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return files.length;
}

/**
 * Whether a path leads to a file below; git refuses others when it makes a commit, and not when it reads one.
 */
const isPlain = (name: string) =>
  name !== '' &&
  name.split('/').every((part) => !['', '.', '..', '.git'].includes(part)) &&
  !/[\\:]/.test(name);
