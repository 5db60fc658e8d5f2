import type { Check } from './check.ts';
import { factsOf } from './facts.ts';

const named: Check = {
  code: 'scales/named',
  run({ corpus }, tally) {
    for (const { source, path, fact } of factsOf(corpus)) {
      if (!('grade' in fact) || fact.grade?.min === undefined) continue;
      tally.expect(
        source,
        fact.scale !== undefined && fact.scale !== 'unstated',
        () => ({
          where: path,
          message: `the event is graded (${fact.grade!.printed}), but the report names no grading scale`,
          actual: 'unstated',
          expected: 'a grading scale',
          help: 'look in the report for the scale; where it names none, the note stands and the row is never set beside rows of a named scale',
        }),
        fact,
      );
    }
  },
};

export const scaleChecks: Check[] = [named];
