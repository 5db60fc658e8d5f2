import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Gives a run of the tests a temporary folder of its own, in which all that tests and their programs make
 * lies. It goes with the run, whatever a test that fails leaves in it; that of a run that was killed goes
 * with the next.
 */
export function ownTemporaryFolder(): void {
  const parent = os.tmpdir();
  for (const name of fs.readdirSync(parent)) {
    const [, pid] = /^almanac-tests-(\d+)$/.exec(name) ?? [];
    if (pid && !isRunning(Number(pid))) fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  }
  const own = path.join(parent, `almanac-tests-${process.pid}`);
  fs.mkdirSync(own);
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = own;
  process.on('exit', () => fs.rmSync(own, { recursive: true, force: true, maxRetries: 5 }));
}
