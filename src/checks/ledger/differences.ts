import type { Discrepancy } from '../../evidence/ledger.ts';
import { updates } from '../../evidence/updates.ts';
import type { Code } from '../../model/finding.ts';
import type { Trial } from '../../model/trial.ts';
import type { Check, Fault } from '../check.ts';
import { ledgersOf, pathOf } from './settled.ts';
import { bothTellers, tellerOf } from './teller.ts';

/** The check that tells a difference. */
function codeOf(trial: Trial, { facts: [a, b], reason }: Discrepancy): Code {
  if (reason !== 'unexplained') return 'ledger/explained';
  const isUpdate = updates(trial, b.report, a.report) || updates(trial, a.report, b.report);
  return isUpdate ? 'ledger/updated' : 'ledger/unexplained';
}

/**
 * One question for each two facts that agree in one aspect, and for each difference that is the check's own. A fact in
 * dispute has not passed, whether or not the finding stands under it.
 */
function differences(code: Code, help: string): Check {
  return {
    code,
    run({ corpus }, tally) {
      for (const { source, trial, ledger } of ledgersOf(corpus)) {
        const disputed = new Set(ledger.discrepancies.flatMap(({ facts }) => facts));
        for (const { facts, found } of ledger.comparisons) {
          if (found && codeOf(trial, found) !== code) continue;
          for (const fact of facts) if (!disputed.has(fact)) tally.asked.add(fact);
          tally.expect(source, !found, () => ({ ...told(trial, found!), help }), found && facts[1]);
        }
      }
    },
  };
}

function told(trial: Trial, { facts: [a, b], aspect, values, reason }: Discrepancy): Omit<Fault, 'help'> {
  const both = bothTellers(trial, a, b);
  const message = both
    ? `${both} print the ${aspect} of ${a.id} as ${values[0]} and of ${b.id} as ${values[1]}`
    : `${aspect} of ${b.id} (${tellerOf(trial, b)}) is ${values[1]}; ${a.id} (${tellerOf(trial, a)}) prints ${values[0]}`;
  return { where: pathOf(trial, b), message: `${message}: ${reason}`, actual: values[1], expected: values[0] };
}

const compareOnceMore = 'compare both sources once more; a difference that stands is shown on the site';

export const differenceChecks: Check[] = [
  differences('ledger/unexplained', compareOnceMore),
  differences('ledger/updated', 'where both reports print their data cut-offs, record them as dataCutoff'),
  differences('ledger/explained', compareOnceMore),
];
