import type { Check } from './check.ts';
import type { PlacedFact, PlacedOutcome } from './facts.ts';
import { readKindOf } from './ledger/read-from.ts';

/** Whether the whole text was read in which the scale could be named. A review is read whole. */
function isReadWhole(placed: PlacedFact | PlacedOutcome): boolean {
  // Which parts of a published synthesis were read differs from figure to figure.
  if (placed.fact.kind === 'pooled') return false;
  return !('trial' in placed) || readKindOf(placed.trial, placed.fact) === 'full-text';
}

const named: Check<'fact'> = {
  code: 'scales/named',
  scope: 'fact',
  run(placed, ask) {
    const { fact } = placed;
    if (!('grade' in fact) || fact.grade?.min === undefined) return;
    const { grade } = fact;
    const isNamed = fact.scale !== undefined && fact.scale !== 'unstated';
    // An abstract or a table of another work may leave out the scale that the report names.
    if (!isNamed && !isReadWhole(placed)) {
      ask.skip();
      return;
    }
    ask.expect(isNamed, () => ({
      where: [],
      message: `the event is graded (${grade.printed}), and no grading scale is named where it was read (${fact.locator})`,
      actual: 'unstated',
      expected: 'a grading scale',
      help: 'look in the rest of the report for the scale; where it names none, the row is never set beside rows of a named scale',
    }));
  },
};

export const scaleChecks: Check[] = [named];
