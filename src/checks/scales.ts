import type { Check } from './check.ts';
import { factsOf, type PlacedFact, type PlacedOutcome } from './facts.ts';
import { readKindOf } from './ledger/teller.ts';

/** Whether the whole text was read in which the scale could be named. A review is read whole. */
function isReadWhole(placed: PlacedFact | PlacedOutcome): boolean {
  return !('trial' in placed) || readKindOf(placed.trial, placed.fact) === 'full-text';
}

const named: Check = {
  code: 'scales/named',
  run({ corpus }, tally) {
    for (const placed of factsOf(corpus)) {
      const { source, path, fact } = placed;
      if (!('grade' in fact) || fact.grade?.min === undefined) continue;
      const isNamed = fact.scale !== undefined && fact.scale !== 'unstated';
      // An abstract or a table of another work may leave out the scale that the report names.
      if (!isNamed && !isReadWhole(placed)) {
        tally.skip();
        continue;
      }
      tally.expect(
        source,
        isNamed,
        () => ({
          where: path,
          message: `the event is graded (${fact.grade!.printed}), and no grading scale is named where it was read (${fact.locator})`,
          actual: 'unstated',
          expected: 'a grading scale',
          help: 'look in the rest of the report for the scale; where it names none, the row is never set beside rows of a named scale',
        }),
        fact,
      );
    }
  },
};

export const scaleChecks: Check[] = [named];
