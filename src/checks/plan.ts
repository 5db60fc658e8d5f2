import type { Check } from './check.ts';

const unreported: Check = {
  code: 'plan/unreported',
  run({ corpus }, tally) {
    for (const source of corpus.entries.trials) {
      const trial = source.data;
      const results = trial?.outcomes.filter(({ role }) => role !== 'planned') ?? [];
      if (!trial || trial.planned.length === 0 || results.length === 0) continue;
      trial.planned.forEach(({ endpoint, role, measure }, i) => {
        tally.expect(
          source,
          results.some((outcome) => outcome.endpoint === endpoint),
          () => ({
            where: ['planned', i],
            message: `the registered ${role} endpoint ${endpoint} is reported nowhere: ${measure}`,
            actual: 'no outcome',
            expected: `an outcome of ${endpoint}`,
            help: 'look for it in the reports; where none gives it, the note stands',
          }),
        );
      });
    }
  },
};

const unregistered: Check = {
  code: 'plan/unregistered',
  run({ corpus }, tally) {
    for (const source of corpus.entries.trials) {
      const trial = source.data;
      if (!trial || trial.planned.length === 0) continue;
      trial.outcomes.forEach(({ endpoint, role }, i) => {
        if (role !== 'primary' && role !== 'secondary') return;
        tally.expect(
          source,
          trial.planned.some((planned) => planned.endpoint === endpoint),
          () => ({
            where: ['outcomes', i, 'endpoint'],
            message: `${endpoint} is reported as a ${role} endpoint but was not registered`,
            actual: endpoint,
            expected: trial.planned.map((planned) => planned.endpoint).join(', '),
            help: 'compare with the registration; where the report added it, the note stands',
          }),
        );
      });
    }
  },
};

export const planChecks: Check[] = [unreported, unregistered];
