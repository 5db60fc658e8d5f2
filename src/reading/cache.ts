import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { KeptFile } from './kept-file.ts';

/** What is kept of a smaller base is not worth its file. */
const fewest = 50;

/** What a reader of files finds and leaves of files read before. */
export interface KeptReads {
  /** How what was read of the bytes with a key is had, if it is known. */
  get: (key: string) => (() => unknown) | undefined;
  /** Keeps what was read, and gives it as it will be found. */
  set: <T extends object>(key: string, value: T) => T;
}

/** The name of some bytes, read as a file of some kind. */
export function keyOf(kind: string, bytes: Buffer): string {
  return createHash('sha256').update(`${kind}\n`).update(bytes).digest('hex');
}

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];

/**
 * A value as it is kept: JSON, which is read faster than what V8 makes of it and leaves its short strings
 * once in memory.
 */
export const serialized = (value: object): Uint8Array<ArrayBuffer> => encoder.encode(JSON.stringify(value));
const parsed = (kept: Uint8Array): unknown => JSON.parse(decoder.decode(kept));

/**
 * What was read of files, by their bytes: a file that has not changed is not parsed again.
 *
 * All that a content folder needs stands in one file, a pack, in `cacheFolder()`; it holds what the last run
 * used and no more.
 */
export class ReadCache implements KeptReads {
  private readonly file: KeptFile;
  private readonly known: Map<string, Uint8Array>;
  private readonly used = new Map<string, Uint8Array>();
  private isNew = false;

  constructor(root: string, folder = cacheFolder()) {
    this.file = new KeptFile(root, folder, '.pack');
    this.known = unpacked(this.file.read(writer()));
  }

  /** How many files are known. */
  get size(): number {
    return this.known.size;
  }

  /** How what is kept under a key is had, for few commands look at all of it; undefined where nothing is. */
  get(key: string): (() => unknown) | undefined {
    const kept = this.known.get(key);
    if (!kept) return undefined;
    this.used.set(key, kept);
    return () => parsed(kept);
  }

  /**
   * The value comes back in strings of its own: those that the parsers made would keep the text of the file
   * alive.
   */
  set<T extends object>(key: string, value: T): T {
    const kept = serialized(value);
    this.isNew = true;
    this.used.set(key, kept);
    return parsed(kept) as T;
  }

  /** Takes over what was read elsewhere. */
  add(key: string, kept: Uint8Array): void {
    this.isNew = true;
    this.known.set(key, kept);
  }

  /** Writes what this run used, where that is not what stands there. */
  save(): void {
    if ((!this.isNew && this.used.size === this.known.size) || this.used.size < fewest) return;
    this.file.write(writer(), packOf(this.used));
  }
}

/**
 * What is kept of a folder, for one like it (the same folder at another time): it is read, and never written.
 */
export class BorrowedCache extends ReadCache {
  override save(): void {
    // What the folder itself needs is all that is kept of it.
  }
}

/**
 * Where runs leave what later ones need not make again: ALMANAC_CACHE, else a folder that goes with the
 * packages. Nothing depends on it; it may be removed at any time.
 */
export function cacheFolder(): string {
  const given = process.env.ALMANAC_CACHE;
  return given
    ? path.resolve(given)
    : fileURLToPath(new URL('../../node_modules/.cache/almanac', import.meta.url));
}

let knownVersion: string | undefined;

/** The version of all that has a part in reading. */
function version(): string {
  return (knownVersion ??= versionOfRooms(['reading', 'model']));
}

/** The version of all that has a part in what some rooms do: their code, the packages, the engine. */
export function versionOfRooms(rooms: readonly string[]): string {
  return [...rooms.flatMap((room) => filesOf(`../${room}`)), ...lockFile()]
    .reduce((hash, file) => hash.update(fs.readFileSync(file)), createHash('sha256').update(process.version))
    .digest('hex');
}

/** A copy of the project may lack the lock file; its packages are then those of the same folder. */
function lockFile(): string[] {
  const file = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
  return fs.existsSync(file) ? [file] : [];
}

function filesOf(folder: string): string[] {
  const full = fileURLToPath(new URL(folder, import.meta.url));
  return fs
    .readdirSync(full, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => path.join(full, name));
}

/** What writes a pack. */
const writer = () => `almanac read 3 ${version()}`;

/** The length of a list, the list of keys with lengths, and what is kept. */
function packOf(entries: ReadonlyMap<string, Uint8Array>): Uint8Array[] {
  const list = Buffer.from(JSON.stringify([...entries].map(([key, { length }]) => [key, length])));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(list.length);
  return [length, list, ...entries.values()];
}

function unpacked(pack: Buffer | undefined): Map<string, Uint8Array> {
  const entries = new Map<string, Uint8Array>();
  if (!pack) return entries;
  let at = 4 + pack.readUInt32LE();
  for (const [key, size] of JSON.parse(pack.toString('utf8', 4, at)) as [string, number][])
    entries.set(key, pack.subarray(at, (at += size)));
  return entries;
}
