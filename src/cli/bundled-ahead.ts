import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isBundleKept } from './bundle.ts';

/**
 * Has another process make the modules of the pages, where they are not kept, while this one checks the content. Nothing depends on
 * it: what it has not left among the kept folders is made by whoever asks for it.
 */
export class BundledAhead {
  readonly #child: ChildProcess | undefined;
  /** Ends with the process. */
  readonly done: Promise<void>;
  readonly #end = () => this.close();

  /**
   * @param code the key of the code
   * @param site the address of the site
   */
  constructor(code: string, site: string) {
    if (isBundleKept(code, site)) {
      this.done = Promise.resolve();
      return;
    }
    const script = fileURLToPath(new URL('bundle-ahead.ts', import.meta.url));
    const child = spawn(process.execPath, [script, code, site], { stdio: ['ignore', 'ignore', 'inherit'] });
    this.#child = child;
    process.once('exit', this.#end);
    this.done = new Promise((resolve) => {
      child.once('error', () => resolve());
      child.once('exit', () => resolve());
    });
  }

  /** Ends it, if it still runs. */
  close(): void {
    process.off('exit', this.#end);
    this.#child?.kill();
  }
}
