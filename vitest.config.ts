import { defineConfig } from 'vitest/config';

const builtSite = 'tests/support/built-site.ts';

/** The site is built only where a test of the site or of the browser runs. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { test: { name: 'clients', include: ['tests/clients/**/*.test.ts'] } },
      { test: { name: 'site', include: ['tests/site/**/*.test.ts'], globalSetup: builtSite } },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: [builtSite, 'tests/support/browser-server.ts'],
          testTimeout: 30_000,
          maxConcurrency: 2,
        },
      },
    ],
  },
});
