import { expect, it } from 'vitest';
import { fuzz } from '../../fuzz/fuzz.ts';
import { some } from '../../support/sweep.ts';

/** `npm run fuzz` damages thousands; what never ends is ended by the limit of the test. */
const tried = some(40, 15);

it(`${tried} damaged files of the base are each told without an exception, at places within the file`, () => {
  let refused = 0;
  for (const { number, file, errors, crash, misplaced } of fuzz('content', 20261128, tried)) {
    expect({ number, file, crash, misplaced }).toEqual({ number, file, crash: undefined, misplaced: [] });
    if (errors > 0) refused += 1;
  }
  // Damage is seen: most of it leaves something that no author would write.
  expect(refused).toBeGreaterThan(0.375 * tried);
});
