#!/usr/bin/env node
// Starts the command under a Node that runs TypeScript; an older Node hands over to the one the project brings.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const self = fileURLToPath(import.meta.url);
  const own = path.join(
    path.dirname(self),
    '..',
    '..',
    'node_modules',
    '.bin',
    process.platform === 'win32' ? 'node.cmd' : 'node',
  );
  if (!fs.existsSync(own)) {
    console.error(
      `almanac: Node ${process.versions.node} is too old, and the project's own is not installed; expected Node 22.18 or newer. Run: npm ci`,
    );
    process.exitCode = 2;
  } else {
    const run = spawnSync(own, [self, ...process.argv.slice(2)], { stdio: 'inherit', shell: process.platform === 'win32' });
    process.exitCode = run.status ?? 1;
  }
}
