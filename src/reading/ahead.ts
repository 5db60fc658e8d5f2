import { availableParallelism } from 'node:os';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { ReadCache } from './cache.ts';

/** How much is read in threads; tests ask for other numbers. */
export interface Threads {
  threads: number;
  /** Fewer unknown files are read sooner than a thread is begun. */
  fewest: number;
  /** How long a file may take in a thread, in milliseconds, before the caller reads it and all others. */
  patience: number;
  /** What a thread runs. */
  program: URL;
}

const usual = (): Threads => ({
  // The caller reads too.
  threads: Math.min(availableParallelism(), 4) - 1,
  fewest: 300,
  patience: 10_000,
  program: new URL('ahead-worker.ts', import.meta.url),
});

/**
 * What becomes of a file: nobody has begun it, somebody reads it, a thread has read it and said what it
 * found.
 */
export const stateOf = { free: 0, taken: 1, done: 2 } as const;

/** What a thread is handed. */
export interface AheadOf {
  root: string;
  /** In the order in which the main thread reads them; threads begin at the end. */
  files: readonly string[];
  /** The state of each file, and behind them the number of files that no thread has asked for. */
  states: Int32Array;
  port: MessagePort;
}

/** What a thread has read of a file without a fault, for the cache. */
export interface ReadInThread {
  key: string;
  kept: Uint8Array;
}

/**
 * Reads the files of a base in threads, from the last to the first, while the caller reads them from the
 * first to the last until both meet. Nothing depends on it: a file that a thread has not left in the cache,
 * because it has a fault or because the thread has failed, is read by the caller as if there were no threads.
 */
export class ReadAhead {
  private readonly cache: ReadCache;
  private readonly how: Threads;
  private readonly places = new Map<string, number>();
  private readonly states: Int32Array;
  private readonly threads: { worker: Worker; port: MessagePort }[] = [];

  constructor(root: string, files: readonly string[], cache: ReadCache, how: Partial<Threads> = {}) {
    this.cache = cache;
    this.how = { ...usual(), ...how };
    this.states = new Int32Array(new SharedArrayBuffer((files.length + 1) * Int32Array.BYTES_PER_ELEMENT));
    this.states[files.length] = files.length;
    // Counted and not looked for: nearly always all of them are known.
    if (files.length - cache.size < this.how.fewest) return;
    files.forEach((file, place) => this.places.set(file, place));
    for (let i = 0; i < this.how.threads; i += 1) this.begin({ root, files, states: this.states });
  }

  private begin(task: Omit<AheadOf, 'port'>): void {
    const { port1: port, port2 } = new MessageChannel();
    try {
      const worker = new Worker(this.how.program, {
        workerData: { ...task, port: port2 } satisfies AheadOf,
        transferList: [port2],
        // What a parser leaves behind is little; a thread would take a hundred megabytes for it.
        resourceLimits: { maxYoungGenerationSizeMb: 24 },
        stdout: true,
        stderr: true,
      });
      // Its fault comes again, with its place, when the same file is read by the caller.
      worker.on('error', () => undefined);
      worker.unref();
      this.threads.push({ worker, port });
    } catch {
      port.close();
    }
  }

  /** Keeps threads from a file that is about to be read, or waits until the one that has begun it is done. */
  claim(file: string): void {
    const place = this.places.get(file);
    if (place === undefined || this.threads.length === 0) return;
    const { free, taken } = stateOf;
    if (Atomics.compareExchange(this.states, place, free, taken) === free) return;
    const waited = Atomics.wait(this.states, place, taken, this.how.patience);
    this.receive();
    if (waited === 'timed-out') this.end();
  }

  /** Puts what threads have sent into the cache. */
  receive(): void {
    for (const { port } of this.threads) {
      for (let found = receiveMessageOnPort(port); found; found = receiveMessageOnPort(port)) {
        const { key, kept } = found.message as ReadInThread;
        this.cache.add(key, kept);
      }
    }
  }

  /** Ends the threads; they have nothing left to do unless they have failed. */
  end(): void {
    for (const { worker, port } of this.threads.splice(0)) {
      port.close();
      void worker.terminate();
    }
  }
}
