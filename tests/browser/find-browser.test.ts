import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { findBrowser } from '../support/browser.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-browsers-'));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** A program of this name, in a folder for the path. */
function program(name: string, mode = 0o755): string {
  const own = fs.mkdtempSync(path.join(folder, 'bin-'));
  fs.writeFileSync(path.join(own, name), '', { mode });
  return own;
}

describe('the browser of the tests', () => {
  test('is the one that CHROMIUM_PATH names', () => {
    const given = path.join(program('my-browser'), 'my-browser');
    vi.stubEnv('CHROMIUM_PATH', given);
    expect(findBrowser()).toBe(given);
  });

  test('is not looked for elsewhere when CHROMIUM_PATH names none: one line says so', () => {
    vi.stubEnv('CHROMIUM_PATH', path.join(folder, 'gone'));
    expect(findBrowser).toThrow(/^no browser: CHROMIUM_PATH is .*gone, which is no program; [^\n]+$/);
  });

  test.skipIf(fs.existsSync(chromium.executablePath()))(
    'is found on the path, Chromium before Chrome, and before both the one without windows',
    () => {
      vi.stubEnv('CHROMIUM_PATH', '');
      const [chrome, dead, own] = [program('google-chrome'), program('chromium', 0o644), program('chromium')];
      vi.stubEnv('PATH', [chrome, dead, own].join(path.delimiter));
      expect(findBrowser()).toBe(path.join(own, 'chromium'));
      vi.stubEnv('PATH', [dead, chrome].join(path.delimiter));
      expect(findBrowser()).toBe(path.join(chrome, 'google-chrome'));
      const shell = program('chromium-headless-shell');
      vi.stubEnv('PATH', [own, shell].join(path.delimiter));
      expect(findBrowser()).toBe(path.join(shell, 'chromium-headless-shell'));
    },
  );
});
