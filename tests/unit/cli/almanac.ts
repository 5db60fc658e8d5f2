import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, vi } from 'vitest';
import { projectRoot } from '../../../src/cli/command.ts';
import { main } from '../../../src/cli/main.ts';
import { cacheFolder } from '../../../src/reading/cache.ts';
import { isWhole } from '../../support/sweep.ts';
import { layOut, type Changes } from '../checks/fixtures.ts';

const almanac = path.join(projectRoot, 'src', 'cli', 'almanac.js');

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}
interface Options {
  cwd?: string;
  env?: Record<string, string>;
  /** The Node to start it with; the one of this test where none is given. */
  node?: string;
}

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-cli-'));
const running = new Set<ChildProcess>();
let folders = 0;

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  fs.rmSync(temporary, { recursive: true, force: true });
});

/** An empty folder of its own for each test. */
export function folder(): string {
  folders += 1;
  const made = path.join(temporary, String(folders));
  fs.mkdirSync(made);
  return made;
}

/** A folder with `content/` in it: the good base, with a fixture laid over it and changes. */
export function withContent(fixture?: string, changes?: Changes): string {
  const made = folder();
  layOut(path.join(made, 'content'), fixture, changes);
  return made;
}

/**
 * A cache of its own, to which only the modules of the pages are copied from another: its builds make every
 * page, and need no Vite.
 *
 * @param from the cache of this machine where none is given; by night its modules are made anew
 */
export function cacheWithModules(made: string, from?: string): string {
  fs.mkdirSync(made);
  const usual = !isWhole && fs.existsSync(cacheFolder()) ? cacheFolder() : made;
  for (const name of fs.readdirSync(from ?? usual).filter((one) => /^bundle-[0-9a-f]+$/.test(one))) {
    try {
      fs.cpSync(path.join(from ?? usual, name), path.join(made, name), { recursive: true });
    } catch {
      // Another build has removed it meanwhile; a build takes no part of it.
    }
  }
  return made;
}

/** Starts the command as a user does. */
export function start(args: string[], { cwd = temporary, env = {}, node = process.execPath }: Options = {}) {
  const child = spawn(node, [almanac, ...args], {
    cwd,
    env: { ...process.env, PORT: '', NO_COLOR: '1', ...env },
  });
  running.add(child);
  const run: Run = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => (run.stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (run.stderr += data.toString()));
  const done = new Promise<Run>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve({ ...run, code });
    });
  });
  return { child, run, done };
}

/** Runs a command line to its end. */
export const command = (line: string | string[], options?: Options): Promise<Run> =>
  start(typeof line === 'string' ? line.split(' ') : line, options).done;

/** Runs a command line in this process, which is quicker: for what asks nothing of the process itself. */
export async function here(line: string | string[], { cwd }: { cwd: string }): Promise<Run> {
  const before = process.cwd();
  const run: Run = { code: null, stdout: '', stderr: '' };
  const out = vi
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => ((run.stdout += String(text)), true));
  const told = vi
    .spyOn(console, 'error')
    .mockImplementation((text) => void (run.stderr += `${String(text)}\n`));
  process.chdir(cwd);
  try {
    run.code = await main(typeof line === 'string' ? line.split(' ') : line);
    return run;
  } finally {
    process.chdir(before);
    out.mockRestore();
    told.mockRestore();
  }
}

/** Waits until something is so; fails after a while. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 300_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Every file below a folder with its bytes. */
export function bytesOf(root: string): Map<string, string> {
  const files = fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile());
  return new Map(
    files
      .map((found) => path.join(found.parentPath, found.name))
      .sort()
      .map((file) => [path.relative(root, file), fs.readFileSync(file, 'base64')]),
  );
}

/** A Node of this machine that is too old to run TypeScript, where there is one. */
export function oldNode(): string | undefined {
  const candidates = (process.env.PATH ?? '').split(path.delimiter).map((entry) => path.join(entry, 'node'));
  return [...new Set([...candidates, '/usr/local/bin/node', '/usr/bin/node'])].find((node) => {
    const version = fs.existsSync(node) ? spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout : '';
    const [, major, minor] = /^v(\d+)\.(\d+)/.exec(version) ?? [];
    return major !== undefined && (Number(major) < 22 || (Number(major) === 22 && Number(minor) < 18));
  });
}
