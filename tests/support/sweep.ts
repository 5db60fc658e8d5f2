/**
 * Whether everything is tried (`npm run test:nightly`), or of random cases and of many pages alike a sample
 * (`npm test`).
 */
export const isWhole = process.env['ALMANAC_TESTS'] === 'whole';

/** How many of so many random cases are tried: a tenth in `npm test`, or as many as are said. */
export const some = (all: number, fewer = Math.ceil(all / 10)): number => (isWhole ? all : fewer);

/** Every one of a list, or in `npm test` each so-manieth, the first among them. */
export const sample = <T>(all: readonly T[], each: number): T[] =>
  all.filter((_, i) => isWhole || i % each === 0);
