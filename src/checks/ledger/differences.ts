import type { Discrepancy } from '../../evidence/ledger.ts';
import { updates } from '../../evidence/updates.ts';
import type { Code } from '../../model/check-table.ts';
import type { Trial } from '../../model/trial.ts';
import type { Check, Fault } from '../check.ts';
import { bothReadFrom, readFrom } from './read-from.ts';

/** The check that reports a difference. */
function codeOf(trial: Trial, { facts: [a, b], reason }: Discrepancy): Code {
  if (reason !== 'unexplained') return 'ledger/explained';
  const isUpdate = updates(trial, b.report, a.report) || updates(trial, a.report, b.report);
  return isUpdate ? 'ledger/updated' : 'ledger/unexplained';
}

/**
 * One question for each two facts that agree in one aspect, and for each difference that is the check's own.
 * A fact in dispute has not passed, whether or not the finding stands under it.
 */
function differences(code: Code, help: string): Check<'trial'> {
  return {
    code,
    scope: 'trial',
    run(placed, ask, { ledgerOf }) {
      const { source, trial, outcomes } = placed;
      const { discrepancies, comparisons } = ledgerOf(placed);
      const disputed = new Set(discrepancies.flatMap(({ facts }) => facts));
      for (const { facts, found } of comparisons) {
        if (found && codeOf(trial, found) !== code) continue;
        for (const fact of facts) if (!disputed.has(fact)) ask.about(fact);
        if (found)
          ask.fault(
            { where: [], ...faultOf(trial, found), help },
            outcomes[trial.outcomes.indexOf(facts[1])],
          );
        else ask.pass({ source, path: [] });
      }
    },
  };
}

function faultOf(
  trial: Trial,
  { facts: [a, b], aspect, values, reason }: Discrepancy,
): Omit<Fault, 'help' | 'where'> {
  const both = bothReadFrom(trial, a, b);
  const message = both
    ? `${both} print the ${aspect} of ${a.id} as ${values[0]} and of ${b.id} as ${values[1]}`
    : `${aspect} of ${b.id} (${readFrom(trial, b)}) is ${values[1]}; ${a.id} (${readFrom(trial, a)}) prints ${values[0]}`;
  return { message: `${message}: ${reason}`, actual: values[1], expected: values[0] };
}

const compareOnceMore = 'compare both sources once more; a difference that stands is shown on the site';

export const differenceChecks: Check[] = [
  differences('ledger/unexplained', compareOnceMore),
  differences('ledger/updated', 'where both reports print their data cut-offs, record them as dataCutoff'),
  differences('ledger/explained', compareOnceMore),
];
