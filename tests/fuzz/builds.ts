import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../src/cli/command.ts';
import { accepted } from './accepted.ts';
import { draftOf } from './draft.ts';
import { faultOf, outputsOf } from './outputs.ts';
import { faultsOfPages } from './pages.ts';

/**
 * npm run fuzz:builds -- --seed S --count N [--no-pages]: builds bases of random entries. What
 * `almanac check` accepts must be linked, exported, built and audited, without a hole in any output. Says how
 * many entries were accepted; fails with the folder of a base that was not built.
 */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '5000' },
    batch: { type: 'string', default: '250' },
    seed: { type: 'string', default: '1' },
    'no-pages': { type: 'boolean', default: false },
  },
});
const [count, batch, seed] = [values.count, values.batch, values.seed].map(Number) as [
  number,
  number,
  number,
];
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-fuzz-'));
let [made, kept] = [0, 0];

for (let round = 0; kept < count; round += 1) {
  const root = path.join(temporary, `content-${seed + round}`);
  const draft = draftOf(seed + round, batch);
  const { corpus, report } = accepted(draft, root);
  made += batch;
  kept += draft.entries.length;
  const faults: string[] = [];
  try {
    for await (const output of outputsOf(corpus, report)) faults.push(...faultOf(output));
  } catch (error) {
    faults.push((error as Error).stack!);
  }
  if (!values['no-pages'] && faults.length === 0) faults.push(...build(root));
  if (faults.length > 0) {
    console.error(`seed ${seed + round}, ${root}:\n${faults.slice(0, 20).join('\n')}`);
    process.exitCode = 1;
  } else fs.rmSync(root, { recursive: true });
  process.stdout.write(
    `seed ${seed + round}: ${kept} of ${made} entries accepted${faults.length > 0 ? '' : ', all built'}\n`,
  );
}

/** Builds a folder as users do; what was wrong. */
function build(root: string): string[] {
  const out = path.join(temporary, 'site');
  fs.rmSync(out, { recursive: true, force: true });
  const command = ['src/cli/almanac.js', 'build', '--content', root, '--out', out];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: projectRoot, encoding: 'utf8' });
  return status === 0 && stderr === '' ? faultsOfPages(out) : [`build: exit ${status}: ${stderr}`];
}
