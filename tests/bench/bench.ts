/**
 * npm run bench -- [--trials 100,1000] [--no-build] [--runs 3] [--json FILE]: what checks and builds of this
 * commit cost on bases of invented studies, beside the floor: reading, parsing and validating the same files,
 * and nothing else.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { measure, type Measured } from './measure.ts';
import { outputOf, type Output } from './output.ts';
import { tableOf } from './table.ts';

/** What was measured of one base. */
export interface Sized {
  trials: number;
  floor: Measured;
  check: Measured;
  build?: Measured & Output;
}

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '100,1000' },
    runs: { type: 'string', default: '3' },
    build: { type: 'boolean', default: true },
    json: { type: 'string' },
  },
  allowNegative: true,
});
const sizes = values.trials.split(',').map(Number);
const runs = Number(values.runs);
if (![...sizes, runs].every((n) => Number.isInteger(n) && n > 0)) {
  console.error('bench: --trials takes whole numbers such as 100,1000, and --runs takes one');
  process.exit(2);
}

const almanac = fileURLToPath(new URL('../../src/cli/almanac.js', import.meta.url));
const floor = fileURLToPath(new URL('floor.ts', import.meta.url));
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-bench-'));
const measured: Sized[] = [];
try {
  for (const trials of sizes) {
    const content = path.join(temporary, `content-${trials}`);
    const out = path.join(temporary, `site-${trials}`);
    await measure([almanac, 'synth', '--trials', String(trials), '--out', content]);
    const sized: Sized = {
      trials,
      floor: await best(() => measure([floor, content])),
      check: await best(() => measure([almanac, 'check', '--content', content])),
    };
    if (values.build) {
      const build = await measure([almanac, 'build', '--content', content, '--out', out]);
      sized.build = { ...build, ...outputOf(out, trials) };
    }
    measured.push(sized);
    for (const folder of [content, out]) fs.rmSync(folder, { recursive: true, force: true });
  }
} finally {
  fs.rmSync(temporary, { recursive: true, force: true });
}
process.stdout.write(tableOf(measured));
if (values.json !== undefined) fs.writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`);

/** The run that took least: what others do on the machine only ever adds. */
async function best(run: () => Promise<Measured>): Promise<Measured> {
  const all: Measured[] = [];
  for (let i = 0; i < runs; i += 1) all.push(await run());
  return all.reduce((least, other) => (other.wall < least.wall ? other : least));
}
