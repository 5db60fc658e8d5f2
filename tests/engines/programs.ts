import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'vitest';
import { engineCache } from './cache.ts';

/** A folder with what a test needs, or why there is none, as it is told beside a test that is left out. */
export type Fetched = { folder: string } | { missing: string };

const hasProgram = (name: string, ...args: string[]) => spawnSync(name, args).status === 0;

/**
 * Fetches what a description in a file names, once: again only where the description has changed.
 *
 * @param from the description, such as a pom.xml
 * @param fetch puts all of it into a folder that is there, and gives whether that went well
 * @param more what else decides what is fetched, such as a version
 */
function fetchedOnce(name: string, from: string, fetch: (folder: string) => boolean, more = ''): Fetched {
  const hash = createHash('sha256').update(fs.readFileSync(from)).update(more).digest('hex').slice(0, 16);
  const folder = path.join(engineCache, `${name}-${hash}`);
  if (fs.existsSync(folder)) return { folder };
  const draft = `${folder}.${process.pid}`;
  fs.mkdirSync(draft, { recursive: true });
  if (!fetch(draft)) {
    fs.rmSync(draft, { recursive: true });
    return { missing: `${name} could not be fetched` };
  }
  fs.renameSync(draft, folder);
  return { folder };
}

/** The `java` of `JAVA_HOME` where that is set, as Maven takes it, or else of the path. */
export const java: string = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin', 'java') : 'java';

/**
 * The libraries that a pom.xml names, and those that they need, as jars in `lib/`.
 *
 * @param properties of the pom.xml that are to be others than it says
 */
export function javaLibraries(
  name: string,
  pom: string,
  properties: Readonly<Record<string, string>> = {},
): Fetched {
  if (!hasProgram(java, '-version')) return { missing: `${java} (17 or newer) is not installed` };
  const set = Object.entries(properties).map(([key, value]) => `-D${key}=${value}`);
  const fetch = (folder: string) => {
    const goal = [
      '-q',
      '-B',
      '-f',
      pom,
      ...set,
      'dependency:copy-dependencies',
      `-DoutputDirectory=${path.join(folder, 'lib')}`,
    ];
    return hasProgram('mvn', ...goal);
  };
  return fetchedOnce(name, pom, fetch, set.join(' '));
}

/** Packages of npm as they are served, by their name without a version: `hl7.terminology.r5.tgz`. */
export function npmPackages(name: string, list: string): Fetched {
  const packages = Object.entries(JSON.parse(fs.readFileSync(list, 'utf8')) as Record<string, string>);
  return fetchedOnce(name, list, (folder) =>
    packages.every(([pack, version]) => {
      const packed = hasProgram(
        'npm',
        'pack',
        '--silent',
        '--pack-destination',
        folder,
        `${pack}@${version}`,
      );
      if (packed)
        fs.renameSync(path.join(folder, `${pack}-${version}.tgz`), path.join(folder, `${pack}.tgz`));
      return packed;
    }),
  );
}

/** Runs tests where all is here that they need; says plainly what is missing where it is not. */
export function where(needed: readonly Fetched[], what: string, tests: (...folders: string[]) => void): void {
  const missing = needed.flatMap((one) => ('missing' in one ? [one.missing] : []));
  if (missing.length === 0) return tests(...needed.flatMap((one) => ('folder' in one ? [one.folder] : [])));
  const reason = `skipped: ${missing.join(', ')}`;
  console.error(`${what} ${reason}`);
  test.skip(`${what} (${reason})`, () => {});
}

/** A figure of a run, for docs/scale.md. */
export const tell = (line: string): void => void process.stdout.write(`${line}\n`);
