import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../src/cli/command.ts';
import { isWhole } from './sweep.ts';

/** All that has a part in the sites: what builds them, what they are built from, and what makes up a base. */
const sources = ['src', 'public', 'content', 'examples', 'tools', 'tests/fixtures'];
const files = [
  'tests/support/made-site.ts',
  'tests/support/below-site.ts',
  'tests/unit/checks/fixtures.ts',
  'tests/unit/citations/items.ts',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

const cache = path.join(projectRoot, 'node_modules', '.cache', 'almanac-tests');
const hour = 60 * 60 * 1000;

/** One name for all bytes of the sources, their paths, and the Node that runs. */
function nameOfSources(): string {
  const hash = createHash('sha256').update(process.version);
  const found = sources.flatMap((folder) =>
    fs
      .readdirSync(path.join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(projectRoot, path.join(entry.parentPath, entry.name))),
  );
  for (const name of [...found.sort(), ...files].filter((one) =>
    fs.existsSync(path.join(projectRoot, one)),
  )) {
    hash.update(`${name}\n`).update(
      createHash('sha256')
        .update(fs.readFileSync(path.join(projectRoot, name)))
        .digest(),
    );
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Takes away what other sources made and no run has begun with in the last hour, and what a run that was
 * killed left behind.
 */
function tidy(): void {
  for (const name of fs.readdirSync(cache)) {
    const folder = path.join(cache, name);
    if (Date.now() - fs.statSync(folder).mtimeMs > hour) fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A folder that `make` has filled. By day it is kept, so that a run after which no source has changed builds
 * nothing; by night everything is made anew, and goes with the run.
 */
export async function keptSites(
  make: (folder: string) => Promise<void>,
): Promise<{ folder: string; remove(): void }> {
  const removed = (folder: string) => () =>
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  fs.mkdirSync(cache, { recursive: true });
  tidy();
  const folder = path.join(cache, nameOfSources());
  if (!isWhole && fs.existsSync(folder)) {
    fs.utimesSync(folder, new Date(), new Date());
    return { folder, remove: () => undefined };
  }
  const draft = fs.mkdtempSync(isWhole ? path.join(os.tmpdir(), 'almanac-site-') : `${folder}.draft-`);
  try {
    await make(draft);
    if (isWhole) return { folder: draft, remove: removed(draft) };
    // Another run may have been quicker; what it made is the same.
    if (fs.existsSync(folder)) removed(draft)();
    else fs.renameSync(draft, folder);
    return { folder, remove: () => undefined };
  } catch (error) {
    removed(draft)();
    throw error;
  }
}
