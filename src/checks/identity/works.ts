import type { Check } from '../check.ts';

export const duplicate: Check = {
  code: 'identity/duplicate-work',
  run({ corpus }, tally) {
    const file = corpus.files.references;
    for (const key of ['DOI', 'PMID', 'PMCID'] as const) {
      const first = new Map<string, string>();
      file?.data?.forEach((item, i) => {
        const value = item[key]?.toLowerCase();
        if (!value) return;
        tally.expect(file, !first.has(value), () => ({
          where: [i, key],
          message: `${item.id} has the same ${key} as ${first.get(value)}`,
          actual: item[key]!,
          expected: `a ${key} of its own`,
          help: 'keep one entry and make the other key its alias (custom.aliases), or look up which of the two is wrong',
        }));
        if (!first.has(value)) first.set(value, item.id);
      });
    }
  },
};

export const printed: Check = {
  code: 'identity/misprint',
  run({ corpus }, tally) {
    const file = corpus.files.references;
    file?.data?.forEach((item, i) => {
      const misprints = item.custom?.printed ?? [];
      if (misprints.length === 0) tally.expect(file, true, () => ({ where: [i], message: '', help: '' }));
      misprints.forEach((misprint, j) => {
        tally.expect(file, false, () => ({
          where: [i, 'custom', 'printed', j],
          message: `${misprint.in} prints its reference ${misprint.number} (${item.id}) otherwise: ${misprint.issue}`,
          actual: misprint.as,
          expected: item.title,
          help: 'nothing to mend: both forms are kept',
        }));
      });
    });
  },
};
