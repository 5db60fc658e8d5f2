import type { Check } from './check.ts';
import { attributionChecks } from './ledger/attribution.ts';
import { differenceChecks } from './ledger/differences.ts';
import { denominator, historicalComparator } from './ledger/patients.ts';
import { ledgersOf } from './ledger/settled.ts';

const oneStudy: Check = {
  code: 'ledger/one-study',
  run({ corpus }, tally) {
    for (const { source, trial } of ledgersOf(corpus)) {
      trial.reports.forEach(({ id, kind }, i) => {
        if (kind !== 'review') return;
        const own = new Set(trial.reports.map(({ reference }) => reference));
        const cited = [
          ...new Set(trial.outcomes.filter((fact) => fact.report === id).flatMap((fact) => fact.cites ?? [])),
        ].filter((key) => own.has(key));
        // The finding belongs to the first statement that leads to a further report of the study.
        const further = trial.outcomes.find((fact) => fact.report === id && fact.cites?.includes(cited[1]!));
        tally.expect(
          source,
          cited.length < 2,
          () => ({
            where: ['reports', i],
            message: `${id} cites ${cited.length} reports of this one study: ${cited.join(', ')}`,
            actual: cited.join(', '),
            expected: 'one study, told as one',
            help: 'nothing to mend: the reports stand together here',
          }),
          further,
        );
      });
    }
  },
};

export const ledgerChecks: Check[] = [...differenceChecks, ...attributionChecks, oneStudy, historicalComparator, denominator];
