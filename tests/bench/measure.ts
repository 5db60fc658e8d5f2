import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Usage } from './usage.ts';

/** One run of a program, to its end. */
export interface Measured {
  /** Seconds by the clock. */
  wall: number;
  /** Seconds of processor time; more than `wall` where threads run side by side. */
  cpu: number;
  /** Largest resident memory in MB, with that of programs it started where the system tells it. */
  memory: number;
  /** Seconds of each step that the program marks as `almanac:STEP`, until the next. */
  steps: Record<string, number>;
}

const preload = fileURLToPath(new URL('usage.ts', import.meta.url));

/** Runs Node with these arguments; fails where the program does. */
export async function measure(args: readonly string[]): Promise<Measured> {
  const usageFile = path.join(os.tmpdir(), `almanac-usage-${process.pid}.json`);
  const from = performance.now();
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, BENCH_USAGE: usageFile },
  });
  let told = '';
  child.stderr.on('data', (data: Buffer) => (told += data.toString()));
  let family = 0;
  const watch = setInterval(() => (family = Math.max(family, memoryOf(child.pid!))), 50);
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  clearInterval(watch);
  const wall = (performance.now() - from) / 1000;
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}\n${told}`);
  const { cpu, memory, marks } = JSON.parse(fs.readFileSync(usageFile, 'utf8')) as Usage;
  fs.rmSync(usageFile);
  return { wall, cpu, memory: Math.max(memory, family), steps: stepsOf(marks) };
}

function stepsOf(marks: Usage['marks']): Record<string, number> {
  const own = marks.filter(({ name }) => name.startsWith('almanac:'));
  return Object.fromEntries(
    own.slice(0, -1).map(({ name, at }, i) => [name.replace('almanac:', ''), (own[i + 1]!.at - at) / 1000]),
  );
}

/** Resident memory of a process and of those it started, in MB; 0 where the system does not tell. */
function memoryOf(pid: number): number {
  try {
    const pages = Number(fs.readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    const children = fs
      .readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean);
    return children.reduce((sum, child) => sum + memoryOf(Number(child)), (pages * 4096) / 2 ** 20);
  } catch {
    return 0;
  }
}
