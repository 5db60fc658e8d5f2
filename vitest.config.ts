import { defineConfig } from 'vitest/config';

const builtSite = 'tests/support/built-site.ts';

/** Enough for a machine that is busy with something else; nothing here takes a tenth of it on a quiet one. */
const testTimeout = 60_000;

/** The site is built only where a test of the site or of the browser runs. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout } },
      { test: { name: 'clients', include: ['tests/clients/**/*.test.ts'], testTimeout } },
      { test: { name: 'site', include: ['tests/site/**/*.test.ts'], globalSetup: builtSite, testTimeout } },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: [builtSite, 'tests/support/browser-server.ts'],
          testTimeout,
          maxConcurrency: 2,
        },
      },
    ],
  },
});
