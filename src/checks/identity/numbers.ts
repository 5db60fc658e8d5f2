import { fitsPattern } from '../../model/vocabulary.ts';
import type { Check } from '../check.ts';
import { journalsOf, plainJournal } from './journals.ts';

export const doi: Check = {
  code: 'identity/doi',
  run({ corpus }, tally) {
    const file = corpus.files.references;
    const formByName = new Map(
      corpus.files.vocabulary?.data?.journals.flatMap((form) => form.names.map((name) => [plainJournal(name), form])),
    );
    file?.data?.forEach((item, i) => {
      const form = journalsOf(item).flatMap((name) => formByName.get(plainJournal(name)) ?? [])[0];
      if (!item.DOI || !form) return;
      tally.expect(file, fitsPattern(form.doi, item.DOI), () => ({
        where: [i, 'DOI'],
        message: `${item.DOI} is not formed as the DOIs of ${journalsOf(item)[0]} are`,
        actual: item.DOI!,
        expected: `such as ${form.example}`,
        help: 'look the work up; the DOI may be cut short. Keep the printed form under custom.printed',
      }));
    });
  },
};

export const pmid: Check = {
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

export const pages: Check = {
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
