import { defineConfig } from 'vitest/config';
import { ownTemporaryFolder } from '../support/temporary.ts';

ownTemporaryFolder();

/**
 * Servers and validators that are fetched first and take minutes: `npm run test:engines`, one after the
 * other.
 */
export default defineConfig({
  test: {
    name: 'engines',
    include: ['tests/engines/**/*.test.ts'],
    maxWorkers: 1,
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
  },
});
