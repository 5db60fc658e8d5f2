import fs from 'node:fs';
import path from 'node:path';
import { main } from '../../../src/cli/main.ts';

/** What came of one command line. */
export interface Ran {
  code: number;
  told: string;
  /** Of the processor: another program's work is not this one's. */
  seconds: number;
  /** Files that are there, or are otherwise, since the last reset, below the folder around the sandbox. */
  changed: string[];
}

/** Folders around the one that commands run in, so that what climbs out of it is seen. */
const depth = ['a', 'b', 'c'];

/** A folder with a base in `content/`, in which commands run and which is as before after a reset. */
export class Sandbox {
  readonly root: string;
  readonly #around: string;
  readonly #before = new Map<string, Buffer>();

  /** @param folder empty; its own from now on */
  constructor(folder: string, content: string, changes: Record<string, string>) {
    this.#around = folder;
    this.root = path.join(folder, ...depth);
    fs.cpSync(content, path.join(this.root, 'content'), { recursive: true });
    for (const [name, text] of Object.entries(changes)) this.write(name, text);
    this.keep();
  }

  write(name: string, bytes: string | Uint8Array): void {
    const file = path.join(this.root, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, bytes);
  }

  read = (name: string): Buffer => fs.readFileSync(path.join(this.root, name));

  /** Takes what is there now for the state that a reset leads back to. */
  keep(): void {
    this.#before.clear();
    for (const file of this.#files()) this.#before.set(file, fs.readFileSync(path.join(this.#around, file)));
  }

  reset(): void {
    for (const file of this.changed()) {
      const before = this.#before.get(file);
      if (before) this.write(path.relative(path.join(...depth), file), before);
      else fs.rmSync(path.join(this.#around, file), { recursive: true, force: true });
    }
  }

  #files(): string[] {
    return fs
      .readdirSync(this.#around, { recursive: true, withFileTypes: true })
      .filter((found) => !found.isDirectory() && !/\.git(?:\/|$)/.test(found.parentPath))
      .map((found) => path.relative(this.#around, path.join(found.parentPath, found.name)));
  }

  /** Files, by their path in the sandbox or to it, that are new, gone or otherwise. */
  changed(): string[] {
    const now = new Set(this.#files());
    const isOther = (file: string) =>
      !this.#before.get(file)?.equals(fs.readFileSync(path.join(this.#around, file)));
    return [...[...now].filter(isOther), ...[...this.#before.keys()].filter((file) => !now.has(file))];
  }

  /** The name of a file of the sandbox as `changed` tells it. */
  named = (name: string): string => path.join(...depth, name);

  /** Runs a command line within the sandbox, in this process. */
  async run(args: readonly string[]): Promise<Ran> {
    const parts: string[] = [];
    const take = (text: unknown): boolean => {
      parts.push(String(text));
      return true;
    };
    const [before, out, err, error] = [
      process.cwd(),
      process.stdout.write,
      process.stderr.write,
      console.error,
    ];
    const begun = process.cpuUsage();
    try {
      process.chdir(this.root);
      Object.assign(process.stdout, { write: take });
      Object.assign(process.stderr, { write: take });
      console.error = (text: unknown) => void take(`${String(text)}\n`);
      const code = await main([...args]);
      const { user, system } = process.cpuUsage(begun);
      return { code, told: parts.join(''), seconds: (user + system) / 1e6, changed: this.changed() };
    } finally {
      process.chdir(before);
      Object.assign(process.stdout, { write: out });
      Object.assign(process.stderr, { write: err });
      console.error = error;
    }
  }
}
