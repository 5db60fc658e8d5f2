#!/usr/bin/env node
// Starts the command under a Node that runs TypeScript; an older Node hands over to the one the project
// brings.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import module from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  module.enableCompileCache?.();
  // Who reads the output may stop before its end (`| head`).
  process.stdout.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit(0);
    console.error(`almanac: the output cannot be written (${error.code})`);
    process.exit(2);
  });
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const self = fileURLToPath(import.meta.url);
  const bin = path.join(path.dirname(self), '..', '..', 'node_modules', '.bin');
  const windows = process.platform === 'win32';
  const own = path.join(bin, windows ? 'node.cmd' : 'node');
  if (!fs.existsSync(own)) {
    console.error(
      `almanac: Node ${process.versions.node} is too old, and the project's own is not installed; expected Node 22.18 or newer. Run: npm ci`,
    );
    process.exitCode = 2;
  } else {
    const run = spawn(own, [self, ...process.argv.slice(2)], { stdio: 'inherit', shell: windows });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => run.kill(signal));
    run.on('error', (error) => {
      console.error(`almanac: ${own} cannot be started (${error.message}). Run: npm ci`);
      process.exitCode = 2;
    });
    run.on('exit', (code, signal) => (process.exitCode = code ?? 128 + os.constants.signals[signal]));
  }
}
