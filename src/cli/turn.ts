import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isRunning, makeFolder } from './folders.ts';

/**
 * Waits until no other process has the turn, and takes it: for files that every run of a checkout writes
 * under one name. The turn of a process that was killed is over.
 *
 * @param file names the turn; it holds the number of the process whose turn it is
 * @param waiting called once, where the wait grows long
 * @returns what ends the turn; it may be called again
 */
export async function takeTurn(file: string, waiting: (holder: number) => void): Promise<() => void> {
  makeFolder(path.dirname(file));
  for (let asked = 0; ; asked += 1) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      let over = false;
      return () => {
        if (!over) fs.rmSync(file, { force: true });
        over = true;
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : 0);
    if (!isRunning(holder)) fs.rmSync(file, { force: true });
    if (asked === 200) waiting(holder);
    await setTimeout(50);
  }
}
