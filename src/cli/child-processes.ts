import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Other processes that work for this one, and end with it. Whoever makes one ends with `close()`. */
export class ChildProcesses {
  readonly #running = new Set<ChildProcess>();
  readonly #end = () => this.close();

  constructor() {
    process.once('exit', this.#end);
  }

  /**
   * Runs a program of this folder; gives whether it did what it was asked. It prints nothing but, where that is wanted, its errors.
   *
   * @param program the name of its file, such as `almanac.js`
   */
  run(program: string, args: readonly string[], { saysErrors = false } = {}): Promise<boolean> {
    const stdio: StdioOptions = ['ignore', 'ignore', saysErrors ? 'inherit' : 'ignore'];
    const child = spawn(process.execPath, [fileURLToPath(new URL(program, import.meta.url)), ...args], { stdio });
    this.#running.add(child);
    return new Promise((resolve) => {
      const ended = (isDone: boolean) => {
        this.#running.delete(child);
        resolve(isDone);
      };
      child.once('error', () => ended(false));
      child.once('exit', (code) => ended(code === 0));
    });
  }

  /** Ends those that still run. */
  close(): void {
    process.off('exit', this.#end);
    for (const child of this.#running) child.kill();
  }
}
