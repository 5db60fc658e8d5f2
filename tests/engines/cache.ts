import path from 'node:path';

/**
 * What was fetched stays here, outside of git; it may go at any time. `ALMANAC_ENGINES` names another folder.
 */
export const engineCache = path.resolve(
  process.env.ALMANAC_ENGINES ?? path.join(import.meta.dirname, '../../node_modules/.cache/engines'),
);
