/**
 * npm run fuzz -- --seed S --count N: damages inputs of every kind at random, one after the other, and runs
 * the commands that read them; of twenty, three are files of the content, checked within the base
 * (`--only content`), the others inputs of commands (`--only inputs`). Exits with 1 where one ends in an
 * exception, takes longer than two seconds, writes where it should not, or is told at a place outside its
 * file; `--only WHICH --from I --count 1` has it again, and `--keep DIR` keeps it. The inputs run in a
 * process of their own, which may write into its temporary folder alone and is ended where it never ends.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '20000' },
    from: { type: 'string', default: '0' },
    content: { type: 'string', default: 'content' },
    only: { type: 'string' },
    keep: { type: 'string' },
  },
});
const [seed, count, from] = [Number(values.seed), Number(values.count), Number(values.from)];
/** A machine that is busy with something else takes its time. */
const mostWaited = 300_000;
let [done, faults, slowest] = [0, 0, 0];
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

const ofContent =
  values.only === 'content' ? count : values.only === 'inputs' ? 0 : Math.ceil((count * 3) / 20);
for (const { number, file, crash, misplaced, seconds } of fuzz(values.content, seed, ofContent, from)) {
  done += 1;
  slowest = Math.max(slowest, seconds);
  const told = crash ?? (seconds > 2 ? `${seconds.toFixed(1)} s` : misplaced[0]);
  if (told === undefined) continue;
  faults += 1;
  tell(`content ${number} ${file}: ${told}`);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-fuzz-'));
try {
  for (let next = from; next < from + count - ofContent;) next = await runFrom(next);
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
tell(`${done} damaged inputs, seed ${seed}: ${faults} faults; the slowest took ${slowest.toFixed(2)} s`);
process.exitCode = faults > 0 ? 1 : 0;

/** Runs the inputs from a number on; gives the number behind the last that was begun. */
async function runFrom(first: number): Promise<number> {
  const own = fs.mkdtempSync(path.join(folder, 'run-'));
  const args = [String(seed), String(first), String(from + count - ofContent), own];
  const child = spawn(
    process.execPath,
    [
      '--no-warnings',
      '--permission',
      '--allow-fs-read=*',
      `--allow-fs-write=${folder}`,
      '--allow-child-process',
      fileURLToPath(new URL('inputs/child.ts', import.meta.url)),
      ...args,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ALMANAC_CACHE: path.join(folder, 'cache'), TMPDIR: own },
    },
  );
  let last = first;
  let timer = setTimeout(() => child.kill('SIGKILL'), mostWaited);
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(timer);
    timer = setTimeout(() => child.kill('SIGKILL'), mostWaited);
    const said = JSON.parse(line) as
      { begins: number } | { number: number; name: string; seconds: number; faults: string[] };
    if ('begins' in said) {
      last = said.begins;
      continue;
    }
    done += 1;
    slowest = Math.max(slowest, said.seconds);
    if (said.faults.length === 0) continue;
    faults += 1;
    tell(`${said.number} ${said.name}: ${said.faults.join('; ')}`);
    if (values.keep !== undefined) {
      fs.mkdirSync(values.keep, { recursive: true });
      fs.copyFileSync(
        path.join(folder, `input-${said.number}`),
        path.join(values.keep, `${seed}-${said.number}`),
      );
    }
  }
  clearTimeout(timer);
  if (child.exitCode === 0) return Infinity;
  faults += 1;
  tell(
    `${last}: it never ended, or ended the process (${child.signalCode ?? child.exitCode}); --only inputs --from ${last} --count 1 has it again`,
  );
  return last + 1;
}
