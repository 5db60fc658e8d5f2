import { Worker } from 'node:worker_threads';
import type { Citable } from './entry.ts';

/** Fewer works are formatted sooner than a thread is begun. */
const fewest = 200;

/** What the thread is handed. */
export interface AheadOf {
  works: Citable[];
  /** The folder of kept texts, in which it leaves what it makes. */
  folder: string;
}

/** What another process formats meanwhile: ends when that has left it in the folder. */
interface ByOthers {
  byOthers?: Promise<void> | undefined;
}

/**
 * Formats works in all styles in a thread of its own, so that whoever asks for them later finds them among
 * the kept texts. Nothing depends on it: what it has not left there is formatted when it is asked for.
 */
export class FormattedAhead {
  readonly #worker: Worker | undefined;
  /** Ends with the thread. */
  readonly done: Promise<void>;

  constructor({ works, folder, byOthers }: AheadOf & ByOthers) {
    if (byOthers || works.length < fewest) {
      this.done = byOthers ?? Promise.resolve();
      return;
    }
    const worker = new Worker(new URL('ahead-worker.ts', import.meta.url), {
      workerData: { works, folder } satisfies AheadOf,
    });
    this.#worker = worker;
    this.done = new Promise((resolve) => {
      // A fault of the thread comes again, with its place, when the same work is formatted outside it.
      worker.once('error', () => resolve());
      worker.once('exit', () => resolve());
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }
}
