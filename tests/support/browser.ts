import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

/** Flags of the browser; the last keeps every name but localhost from being looked up. */
export const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];

/** The first is Chromium without the windows that nobody sees: the same engine in two thirds of the time. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/**
 * The browser of this machine: `CHROMIUM_PATH`, Playwright's own, one on the path; else Debian's is installed
 * where that is allowed.
 *
 * @throws Error of one line that says how to get one
 */
export function findBrowser(): string {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (isProgram(given)) return given;
    throw new Error(
      `no browser: CHROMIUM_PATH is ${given}, which is no program; let it name a Chromium, or unset it`,
    );
  }
  const own = chromium.executablePath();
  return [own].find(isProgram) ?? onPath() ?? installed();
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram);
}

function installed(): string {
  if (process.getuid?.() === 0 && fs.existsSync('/etc/debian_version')) {
    console.error('No browser is installed; installing Chromium with apt-get');
    const get = (...args: string[]) => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2] });
    get('update');
    // Not every Debian has the first.
    for (const name of names.slice(0, 2)) {
      get('install', '-y', name);
      const found = onPath();
      if (found) return found;
    }
  }
  throw new Error(
    'no browser: install Chromium (Debian: apt-get install chromium) or Google Chrome, or let CHROMIUM_PATH name one; without: npx vitest run --project unit --project alone --project site',
  );
}
