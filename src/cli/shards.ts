import { hash } from 'node:crypto';
import { availableParallelism, freemem } from 'node:os';
import path from 'node:path';
import { locales } from '../i18n/locale.ts';
import { collections } from '../model/collections.ts';
import type { ChildProcesses } from './child-processes.ts';
import { UsageError } from './command.ts';

/** A part of a build, such as the second of four. */
export interface Shard {
  number: number;
  of: number;
}

/** In the folder of a shard: what the build that joins them has to know of its files. */
export const shardRecord = '.almanac-shard';

export const shardText = ({ number, of }: Shard): string => `${number}/${of}`;

/** @throws UsageError where a text names no shard */
export function shardNamed(text: string): Shard {
  const [number = 0, of = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text)?.slice(1) ?? []).map(Number);
  if (number < 1 || number > of)
    throw new UsageError(`--shard is ${text || 'empty'}; expected I/N, such as 2/4`);
  return { number, of };
}

/** Folders whose files are each about one thing. */
const ofOne: readonly string[] = [...collections, 'references', 'endpoints'];
/** Folders in which the same entries stand once more. */
const aside = new RegExp(`^(?:${[...locales, 'sheets'].join('|')})/`);

/**
 * Whether a file of the site is made in a shard. All that is made of one entry, in each language, belongs to
 * one shard: most of what is worked out for one of its pages is wanted by the others.
 *
 * @param file its path in the site, with slashes
 */
export function isInShard(file: string, { number, of }: Shard): boolean {
  const place = file.replace(aside, '');
  const [first = '', second = ''] = place.split('/');
  const about = ofOne.includes(first) ? `${first}/${second.replace(/\..*$/, '')}` : place;
  return hash('sha256', about, 'buffer').readUInt32BE() % of === number - 1;
}

/** Whether a base has so many studies that another process can read it before it is made. */
export const isLarge = (studies: number): boolean => studies >= 200;
/** What a process takes at most for a base of a thousand studies, in bytes. */
const room = 3e9;

/**
 * In how many processes a build of so many studies goes where nobody says it: as many as have a core and
 * memory of their own.
 */
export const usualWorkers = (studies: number): number =>
  !isLarge(studies) ? 1 : Math.max(1, Math.min(availableParallelism(), Math.floor(freemem() / room), 8));

/** @throws UsageError where a text is no number of processes */
export function workersNamed(text: string): number {
  const count = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (count < 1)
    throw new UsageError(`--workers is ${text || 'empty'}; expected a number of processes from 1 to 99`);
  return count;
}

/** The parts of a build in so many processes, the first for whoever asks. */
export function shardsOf(count: number): [Shard, ...Shard[]] {
  const others = Array.from({ length: count - 1 }, (_, i): Shard => ({ number: i + 2, of: count }));
  return [{ number: 1, of: count }, ...others];
}

/**
 * Has another process make a shard in a folder; gives whether it did. What one could not make is made by
 * whoever joins them.
 *
 * @param of.formatted ends when the works are formatted, which it waits for
 */
export function makeElsewhere(
  processes: ChildProcesses,
  shard: Shard,
  { content, url, formatted }: { content: string; url: string | undefined; formatted: Promise<unknown> },
  out: string,
): Promise<boolean> {
  const args = ['build', '--shard', shardText(shard), '--content', content, '--out', out];
  return processes.run('almanac.js', url === undefined ? args : [...args, '--url', url], {
    notifyWhen: formatted,
  });
}

/** The folder of a shard below another. */
export const shardFolder = (below: string, { number }: Shard): string => path.join(below, `shard-${number}`);
