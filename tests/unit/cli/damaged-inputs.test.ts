import fs from 'node:fs';
import { expect, it } from 'vitest';
import { fuzzInputs } from '../../fuzz/inputs/cases.ts';
import { madeSandbox } from '../../fuzz/inputs/made.ts';
import { subjects } from '../../fuzz/inputs/subjects.ts';
import { some } from '../../support/sweep.ts';

/**
 * Of the first 250 every kind of input is one. `npm run fuzz` tries 20,000 others each night, in a process
 * that may write nowhere else.
 */
const tried = some(2_000, 250);

it(`${tried} damaged inputs of commands each end as they should`, async () => {
  const { sandbox, folder } = madeSandbox();
  const codes = [0, 0, 0];
  const seen = new Set<string>();
  try {
    for await (const { number, name, faults, code } of fuzzInputs(sandbox, {
      seed: 20261153,
      count: tried,
    })) {
      // The time of one is no fault of it on a machine that is busy; that of all of them is.
      expect({ number, name, faults: faults.filter((fault) => !fault.startsWith('it took ')) }).toEqual({
        number,
        name,
        faults: [],
      });
      codes[code] = (codes[code] ?? 0) + 1;
      seen.add(name);
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
  expect([...seen].sort()).toEqual(['arguments', ...subjects.map(({ name }) => name)].sort());
  // Damage is seen, and yet much of what is damaged is read.
  expect(Math.min(...codes)).toBeGreaterThan(tried / 10);
});
