import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { ownTemporaryFolder } from './tests/support/temporary.ts';

ownTemporaryFolder();

const builtSite = 'tests/support/built-site.ts';

/**
 * Tests judge the product, never the machine. These limits only end what hangs: a quiet machine needs a
 * twentieth of them, one that is four times slower and busy with something else a third.
 */
const patience = {
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 120_000 } },
};

/** Tests that replace a module, or that keep processes and folders for as long as their file runs. */
const alone = ['tests/unit/cli/**/*.test.ts', 'tests/unit/browser/client.test.ts'];

/** On two cores both are used: the program that hands out the files has little to do. */
const maxWorkers = Math.max(2, availableParallelism() - 1);
const shared = { maxWorkers, ...patience };

/** The site is built only where a test of the site or of the browser runs. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: alone,
          // Nothing here changes what another file sees, so all of them share what one has imported.
          isolate: false,
          ...shared,
        },
      },
      { test: { name: 'alone', include: alone, ...shared } },
      { test: { name: 'clients', include: ['tests/clients/**/*.test.ts'], ...shared } },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: builtSite,
          // They share what they have read and parsed of the site.
          isolate: false,
          ...shared,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: [builtSite, 'tests/support/browser-server.ts'],
          // They share what they have read of the base, and one connection to the browser.
          isolate: false,
          maxConcurrency: 2,
          ...shared,
        },
      },
    ],
  },
});
