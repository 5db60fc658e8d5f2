import fs from 'node:fs';
import os from 'node:os';
import { projectRoot } from '../../src/cli/command.ts';

/** A folder on another disk than that of the checkout, where this machine has one. */
export const otherDisk =
  ['/dev/shm'].find(
    (folder) => fs.existsSync(folder) && fs.statSync(folder).dev !== fs.statSync(projectRoot).dev,
  ) ?? os.tmpdir();
