import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeFolder, move, remove, removeAside } from './folders.ts';
import { draftMark, listFiles, putBack, type Made } from './output.ts';

const interruptions = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whether a folder cannot be renamed: something is mounted there, or what it lies in cannot be written. */
function standsAlone(folder: string): boolean {
  if (!fs.existsSync(folder)) return false;
  const parent = path.dirname(folder);
  const mounts = '/proc/self/mountinfo';
  if (fs.statSync(folder).dev !== fs.statSync(parent).dev) return true;
  if (
    fs.existsSync(mounts) &&
    fs.readFileSync(mounts, 'utf8').includes(` ${folder.replaceAll(' ', '\\040')} `)
  )
    return true;
  try {
    fs.accessSync(parent, fs.constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/**
 * A folder that is written beside its place and takes it only when it is whole. Whoever makes one ends with
 * `close()`.
 */
export class Draft {
  /** Where to write. */
  readonly folder: string;
  /** Its place. */
  readonly out: string;
  private readonly made: Made | undefined;
  /** The first folder that had to be made for it, until it takes its place. */
  private begun: string | undefined;
  private readonly rooms: string[] = [];
  /** Folders that are known to be there. */
  private readonly known = new Set<string>();
  private readonly stop: (signal: NodeJS.Signals) => void;

  /**
   * @param made what it becomes, which a list in it will say; nothing where it may never be replaced
   * @param stopped what to say where a signal ends it, such as `almanac build: stopped by SIGINT; …`
   */
  constructor(out: string, made: Made | undefined, stopped: (signal: NodeJS.Signals) => string) {
    this.out = out;
    this.made = made;
    this.folder = standsAlone(out) ? path.join(out, `.draft-${process.pid}`) : `${out}.draft-${process.pid}`;
    this.stop = (signal) => {
      this.clear();
      console.error(stopped(signal));
      process.exit(128 + os.constants.signals[signal]);
    };
    for (const signal of interruptions) process.once(signal, this.stop);
  }

  /** Makes its folder. */
  begin(): void {
    this.begun = makeFolder(this.folder) ?? this.folder;
    this.write(draftMark, '');
  }

  /** Names a folder that is needed on its way, and goes when it is done. */
  alsoRemoves(folder: string): void {
    this.rooms.push(folder);
  }

  /** Writes a file of it, at a path with slashes. */
  write(file: string, content: string | Uint8Array): void {
    fs.writeFileSync(this.placeOf(file), content);
  }

  /** Where a file of it lies, in a folder that is there. */
  placeOf(file: string): string {
    const full = path.join(this.folder, file);
    const parent = path.dirname(full);
    // Thousands of files lie in a few folders, and asking for one costs more than writing a file.
    if (!this.known.has(parent)) fs.mkdirSync(parent, { recursive: true });
    this.known.add(parent);
    return full;
  }

  /** Takes over everything in a folder that something else has written. */
  adopt(folder: string): void {
    for (const name of fs.readdirSync(folder)) move(path.join(folder, name), path.join(this.folder, name));
  }

  /** Puts the finished draft in its place. What was there goes meanwhile: ends when it is gone. */
  take(): Promise<void> {
    if (this.made) listFiles(this.folder, this.made);
    fs.rmSync(path.join(this.folder, draftMark));
    const old = path.dirname(this.folder) === this.out ? this.swapWithin() : this.swap();
    this.begun = undefined;
    if (old === undefined) return Promise.resolve();
    fs.writeFileSync(path.join(old, draftMark), '');
    return removeAside(old);
  }

  /** Gives where that lies whose place it took. */
  private swap(): string | undefined {
    const old = `${this.out}.old-${process.pid}`;
    const replaced = fs.existsSync(this.out);
    if (replaced) fs.renameSync(this.out, old);
    try {
      fs.renameSync(this.folder, this.out);
    } catch (error) {
      if (replaced) fs.renameSync(old, this.out);
      throw error;
    }
    return replaced ? old : undefined;
  }

  /** The same for a folder that cannot be renamed: its parts change places, one by one. */
  private swapWithin(): string {
    const old = path.join(this.out, `.old-${process.pid}`);
    const before = fs.readdirSync(this.out).filter((name) => !/^\.(?:draft|old)-\d+$/.test(name));
    fs.mkdirSync(old);
    try {
      for (const name of before) fs.renameSync(path.join(this.out, name), path.join(old, name));
      for (const name of fs.readdirSync(this.folder))
        fs.renameSync(path.join(this.folder, name), path.join(this.out, name));
    } catch (error) {
      putBack(old, this.out);
      throw error;
    }
    remove(this.folder);
    return old;
  }

  /** Removes what did not take its place. */
  close(): void {
    this.clear();
    for (const signal of interruptions) process.off(signal, this.stop);
  }

  private clear(): void {
    for (const folder of [this.begun, ...this.rooms]) if (folder !== undefined) remove(folder);
  }
}
