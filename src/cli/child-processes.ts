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
   * Runs a program of this folder; gives whether it did what it was asked. It prints nothing but, where that
   * is wanted, its errors.
   *
   * @param program the name of its file, such as `almanac.js`
   * @param notifyWhen what the process is notified of (`notifiedByParent`)
   */
  run(
    program: string,
    args: readonly string[],
    { saysErrors = false, notifyWhen }: Running = {},
  ): Promise<boolean> {
    const stdio: StdioOptions = [
      'ignore',
      'ignore',
      saysErrors ? 'inherit' : 'ignore',
      ...(notifyWhen ? (['ipc'] as const) : []),
    ];
    const env = notifyWhen ? { ...process.env, [isNotified]: '1' } : process.env;
    const child = spawn(process.execPath, [fileURLToPath(new URL(program, import.meta.url)), ...args], {
      stdio,
      env,
    });
    this.#running.add(child);
    void notifyWhen?.then(() => child.connected && child.send('done', () => undefined));
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

interface Running {
  saysErrors?: boolean;
  notifyWhen?: Promise<unknown>;
}

const isNotified = 'ALMANAC_NOTIFIED';

/** Ends when the process that began this one says so, or is gone; undefined where none will say anything. */
export function notifiedByParent(): Promise<void> | undefined {
  if (!process.env[isNotified] || !process.connected) return undefined;
  return new Promise((resolve) => {
    process.once('disconnect', resolve);
    // What is listened to keeps a process from its end.
    process.once('message', () => process.disconnect());
  });
}
