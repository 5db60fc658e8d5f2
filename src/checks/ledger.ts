import type { Check } from './check.ts';
import { attributionChecks } from './ledger/attribution.ts';
import { differenceChecks } from './ledger/differences.ts';
import { denominator, historicalComparator } from './ledger/patients.ts';

const oneStudy: Check<'trial'> = {
  code: 'ledger/one-study',
  scope: 'trial',
  run({ source, trial }, ask) {
    const own = new Set(trial.reports.map(({ reference }) => reference));
    trial.reports.forEach(({ id, kind }, i) => {
      if (kind !== 'review') return;
      const stated = trial.outcomes.filter(({ report }) => report === id);
      const cited = [...new Set(stated.flatMap(({ cites = [] }) => cites))].filter((key) => own.has(key));
      const [, second] = cited;
      // The finding belongs to the first statement that leads to a further report of the study.
      const further = stated.find(({ cites }) => second !== undefined && cites?.includes(second));
      const fault = () => ({
        where: [],
        message: `${id} cites ${cited.length} reports of this one study: ${cited.join(', ')}`,
        actual: cited.join(', '),
        expected: 'one entry per study',
        help: 'nothing to fix: the reports stand together here',
      });
      ask.expect(cited.length < 2, fault, {
        source,
        path: ['reports', i],
        ...(further ? { fact: further } : {}),
      });
    });
  },
};

export const ledgerChecks: Check[] = [
  ...differenceChecks,
  ...attributionChecks,
  oneStudy,
  historicalComparator,
  denominator,
];
