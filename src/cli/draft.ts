import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const interruptions = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A folder that is written beside its place and takes it only when it is whole. Whoever makes one ends with `close()`. */
export class Draft {
  /** Where to write. */
  readonly folder: string;
  private readonly out: string;
  /** The first folder that had to be made for it. */
  private begun: string;
  /** Folders that are known to be there. */
  private readonly made = new Set<string>();
  private readonly stop: (signal: NodeJS.Signals) => void;

  /** @param stopped what to say where a signal ends it, such as `almanac build: stopped by SIGINT; …` */
  constructor(out: string, stopped: (signal: NodeJS.Signals) => string) {
    this.out = out;
    this.folder = `${out}.draft-${process.pid}`;
    this.begun = this.folder;
    this.stop = (signal) => {
      remove(this.begun);
      console.error(stopped(signal));
      process.exit(128 + os.constants.signals[signal]);
    };
    for (const signal of interruptions) process.once(signal, this.stop);
  }

  /** Makes its folder. */
  begin(): void {
    this.begun = fs.mkdirSync(this.folder, { recursive: true }) ?? this.folder;
  }

  /** Writes a file of it, at a path with slashes. */
  write(file: string, content: string | Uint8Array): void {
    const full = path.join(this.folder, file);
    const parent = path.dirname(full);
    // Thousands of files lie in a few folders, and asking for one costs more than writing a file.
    if (!this.made.has(parent)) fs.mkdirSync(parent, { recursive: true });
    this.made.add(parent);
    fs.writeFileSync(full, content);
  }

  /** Puts the finished draft in its place; what was there goes. */
  take(): void {
    const old = `${this.out}.old-${process.pid}`;
    const replaced = fs.existsSync(this.out);
    if (replaced) fs.renameSync(this.out, old);
    try {
      fs.renameSync(this.folder, this.out);
    } catch (error) {
      if (replaced) fs.renameSync(old, this.out);
      throw error;
    }
    this.begun = this.folder;
    remove(old);
  }

  /** Removes what did not take its place. */
  close(): void {
    remove(this.begun);
    for (const signal of interruptions) process.off(signal, this.stop);
  }
}

/** Others may still be writing into a folder that is on its way out. */
function remove(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}
