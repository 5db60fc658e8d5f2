import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const hashLength = 32;
/** Cache files of unused bases may be deleted. */
const mostFiles = 8;

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/**
 * A file in which something is kept of a content folder from run to run.
 *
 * It is a line that says what wrote it, the hash of the rest, and the rest. It is written whole and put in
 * place by renaming, so that two runs at once are safe and the last stands; of files of one kind the newest
 * few are kept. One that is broken or that something else wrote is as if it were not there, and where nothing
 * can be written, nothing is kept.
 */
export class KeptFile {
  readonly #file: string;
  readonly #ending: string;

  /**
   * @param root the content folder
   * @param folder where such files lie
   * @param ending what the kind of file is called by, such as `.pack`
   */
  constructor(root: string, folder: string, ending: string) {
    this.#file = path.join(folder, sha256(path.resolve(root)).toString('hex').slice(0, 16) + ending);
    this.#ending = ending;
  }

  /**
   * What is kept.
   *
   * @param writer what must have written it, on one line
   */
  read(writer: string): Buffer | undefined {
    try {
      const whole = fs.readFileSync(this.#file);
      const mark = Buffer.from(`${writer}\n`);
      const rest = whole.subarray(mark.length + hashLength);
      const isOwn = whole.subarray(0, mark.length).equals(mark);
      return isOwn && sha256(rest).equals(whole.subarray(mark.length, mark.length + hashLength))
        ? rest
        : undefined;
    } catch {
      return undefined;
    }
  }

  write(writer: string, parts: readonly Uint8Array[]): void {
    const folder = path.dirname(this.#file);
    const draft = `${this.#file}-${process.pid}`;
    try {
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(draft, Buffer.concat([Buffer.from(`${writer}\n`), sha256(...parts), ...parts]));
      fs.renameSync(draft, this.#file);
      this.#removeOld(folder);
    } catch {
      remove(draft);
    }
  }

  /** Drafts that killed runs left count as files, so that they go, too. */
  #removeOld(folder: string): void {
    const kept = fs
      .readdirSync(folder)
      .filter((name) => name.replace(/-\d+$/, '').endsWith(this.#ending))
      .map((name) => path.join(folder, name))
      .map((file) => ({ file, time: fs.statSync(file).mtimeMs }))
      .sort((a, b) => b.time - a.time);
    for (const { file } of kept.slice(mostFiles)) remove(file);
  }
}

function remove(file: string): void {
  try {
    fs.rmSync(file, { force: true });
  } catch {
    // Where nothing can be removed, nothing was written.
  }
}
