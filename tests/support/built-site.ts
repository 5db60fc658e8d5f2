import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { projectRoot } from '../../src/cli/command.ts';
import { listen } from '../../src/cli/serve.ts';

/** The site of `content/`, built once for a run and served until its end. */
export interface BuiltSite {
  /** Where the files lie. */
  folder: string;
  /** Where they are served: `http://localhost:PORT`. */
  address: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    site: BuiltSite;
  }
}

// The projects of a run have this file loaded once each; what they share lies here.
const slot = Symbol.for('almanac.built-site');
const shared = globalThis as { [slot]?: Promise<BuiltSite & { remove(): void }> | undefined };

export async function setup({ provide }: TestProject): Promise<void> {
  const { folder, address } = await (shared[slot] ??= start());
  provide('site', { folder, address });
}

export async function teardown(): Promise<void> {
  const site = await shared[slot]?.catch(() => undefined);
  shared[slot] = undefined;
  site?.remove();
}

async function start() {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-site-'));
  try {
    const folder = path.join(temporary, 'site');
    build(folder);
    const server = await listen(folder, 0);
    return {
      folder,
      address: `http://localhost:${(server.address() as AddressInfo).port}`,
      remove() {
        server.close();
        server.closeAllConnections();
        fs.rmSync(temporary, { recursive: true });
      },
    };
  } catch (error) {
    fs.rmSync(temporary, { recursive: true });
    throw error;
  }
}

/** Builds by the command that users type. */
function build(folder: string): void {
  const command = ['src/cli/almanac.js', 'build', '--out', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: projectRoot, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the site could not be built, so its tests cannot run\n\n${stdout}${stderr}`);
}
