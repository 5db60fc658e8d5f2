/**
 * Loaded before a program that is measured (`node --import`): on its way out it writes what it used to the
 * file that BENCH_USAGE names.
 */
import fs from 'node:fs';

/** What a program tells of itself. */
export interface Usage {
  /** Seconds of processor time, all threads together. */
  cpu: number;
  /** Largest resident memory in MB, without that of programs it started. */
  memory: number;
  /** Steps that it marked, in order: name, and when it began in milliseconds since its start. */
  marks: { name: string; at: number }[];
}

const file = process.env.BENCH_USAGE;
if (file !== undefined) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const marks = performance
      .getEntriesByType('mark')
      .map(({ name, startTime }) => ({ name, at: startTime }));
    const usage: Usage = { cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024, marks };
    fs.writeFileSync(file, JSON.stringify(usage));
  });
}
