import type { Reference } from '../model/reference.ts';
import type { Check } from './check.ts';

/** How publishers form the DOIs of a journal: a DOI of another form is cut short or belongs to another work. */
const doiForms: { journal: RegExp; form: RegExp; example: string }[] = [
  {
    journal: /^J(ournal of)? Clin(ical)? Oncol(ogy)?$/i,
    form: /^10\.1200\/(JCO\.\d{4}\.\d{2}\.\d{4}|JCO\.\d{2}\.\d{5}|JCO-\d{2}-\d{5}|jco\.\d{4}\..+)$/i,
    example: '10.1200/JCO.20.02262',
  },
  {
    journal: /^(The )?N(ew)? Engl(and)? J(ournal of)? Med(icine)?$/i,
    form: /^10\.1056\/NEJM([a-z]*\d{6,7}|\d{15})$/i,
    example: '10.1056/NEJMoa1709866',
  },
  { journal: /^Blood$/i, form: /^10\.1182\/blood[.-].+$/i, example: '10.1182/blood-2017-07-793760' },
  { journal: /^Blood Adv(ances)?$/i, form: /^10\.1182\/bloodadvances[.-]\w+$/i, example: '10.1182/bloodadvances.2021006144' },
  {
    journal: /^Leukemia$/i,
    form: /^10\.1038\/(s41375-\d{3}-\d{4,5}-[\da-z]|leu(sup)?\.\d{4}\.\d+|sj\.leu\.\d+)$/i,
    example: '10.1038/s41375-019-0488-7',
  },
];

const journalsOf = (item: Reference) =>
  [item['container-title'], item['container-title-short']].filter((name) => name !== undefined);

const doi: Check = {
  code: 'identity/doi',
  run({ corpus }, tally) {
    const file = corpus.files.references;
    file?.data?.forEach((item, i) => {
      const rule =
        item.DOI && doiForms.find(({ journal }) => journalsOf(item).some((name) => journal.test(name.replaceAll('.', ''))));
      if (!rule) return;
      tally.expect(file, rule.form.test(item.DOI!), () => ({
        where: [i, 'DOI'],
        message: `${item.DOI} is not formed as the DOIs of ${journalsOf(item)[0]} are`,
        actual: item.DOI!,
        expected: `such as ${rule.example}`,
        help: 'look the work up; the DOI may be cut short. Keep the printed form under custom.printed',
      }));
    });
  },
};

const pmid: Check = {
  code: 'identity/pmid',
  run({ corpus }, tally) {
    const file = corpus.files.references;
    file?.data?.forEach((item, i) => {
      const year = item.issued?.['date-parts'][0]?.[0];
      if (!item.PMID || !year) return;
      // PubMed reached eight digits in 1999 (PMID 10000000); a shorter one of a later work is missing a digit.
      tally.expect(file, year < 2001 || item.PMID.length === 8, () => ({
        where: [i, 'PMID'],
        message: `the PMID ${item.PMID} has ${item.PMID!.length} digits, but works of ${year} have eight`,
        actual: item.PMID!,
        expected: 'eight digits',
        help: 'look the work up; a digit is probably missing. Keep the printed form under custom.printed',
      }));
    });
  },
};

const duplicate: Check = {
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

const pages: Check = {
  code: 'identity/pages',
  run({ corpus }, tally) {
    const file = corpus.files.references;
    file?.data?.forEach((item, i) => {
      const range = /^(\d+)-(\d+)$/.exec(item.page ?? '');
      if (!range) return;
      const [from, to] = [Number(range[1]), Number(range[2])];
      tally.expect(file, from <= to && to - from < 200, () => ({
        where: [i, 'page'],
        message: `pages ${item.page} run ${from > to ? 'backwards' : 'over more than two hundred pages'}`,
        actual: item.page!,
        expected: 'first and last page in order, both in full',
        help: 'look the work up; the number may be an article number',
      }));
    });
  },
};

const printed: Check = {
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

export const identityChecks: Check[] = [doi, pmid, duplicate, pages, printed];
