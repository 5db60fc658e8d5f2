import module from 'node:module';
import { workerData } from 'node:worker_threads';
import type { AheadOf } from './ahead.ts';

// Before the code is loaded that reads: each thread would compile it anew.
module.enableCompileCache();
const { readFromTheEnd } = await import('./ahead-reading.ts');
readFromTheEnd(workerData as AheadOf);
