import { fitsPattern } from '../../model/vocabulary.ts';
import type { Check } from '../check.ts';
import { dataOf } from '../context/ids.ts';
import { wholePart } from '../context/part.ts';
import { allOf } from '../context/extracts.ts';
import { journalsOf, plainJournal } from './journals.ts';

/** The form of the DOIs of each journal that the vocabulary names. */
const vocabularyFile = allOf('vocabulary');
const formsOfJournals = wholePart('forms of DOIs', [vocabularyFile], (collect) => {
  const forms = dataOf(collect(vocabularyFile), 'vocabulary')?.journals ?? [];
  return new Map(forms.flatMap((form) => form.names.map((name) => [plainJournal(name), form] as const)));
});

export const doi: Check<'reference'> = {
  code: 'identity/doi',
  scope: 'reference',
  run({ work }, ask, { of }) {
    const { DOI } = work;
    const form = journalsOf(work).flatMap((name) => of(formsOfJournals).get(plainJournal(name)) ?? [])[0];
    if (!DOI || !form) return;
    ask.expect(fitsPattern(form.doi, DOI), () => ({
      where: ['DOI'],
      message: `${DOI} is not formed as the DOIs of ${journalsOf(work)[0]} are`,
      actual: DOI,
      expected: `such as ${form.example}`,
      help: 'look the work up; the DOI may be cut short. Keep the printed form under custom.printed',
    }));
  },
};

export const pmid: Check<'reference'> = {
  code: 'identity/pmid',
  scope: 'reference',
  run({ work: { PMID, issued } }, ask) {
    const year = issued?.['date-parts'][0]?.[0];
    if (!PMID || !year) return;
    // PubMed reached eight digits in 1999 (PMID 10000000); a shorter one of a later work is missing a digit.
    ask.expect(year < 2001 || PMID.length === 8, () => ({
      where: ['PMID'],
      message: `the PMID ${PMID} has ${PMID.length} digits, but works of ${year} have eight`,
      actual: PMID,
      expected: 'eight digits',
      help: 'look the work up; a digit is probably missing. Keep the printed form under custom.printed',
    }));
  },
};

export const identifier: Check<'reference'> = {
  code: 'identity/identifier',
  scope: 'reference',
  run({ work }, ask) {
    const { DOI, PMID, PMCID, custom } = work;
    const number = DOI ?? PMID ?? PMCID;
    const reason = custom?.['no-identifier'];
    ask.expect(number !== undefined || reason !== undefined, () => ({
      where: ['id'],
      message: `${work.id} has no DOI, PMID or PMCID, and does not say why`,
      actual: 'none',
      expected: 'one of the three, or a reason',
      help: 'look it up; where there is none, say why, such as custom: {no-identifier: {because: not-found, looked: 2026-11-21}}',
    }));
    if (!reason) return;
    ask.expect(number === undefined, () => ({
      where: ['custom', 'no-identifier'],
      message: `${work.id} says why it has no identifier, but has ${number}`,
      actual: reason.because,
      expected: 'no reason beside an identifier',
      help: 'take the reason away',
    }));
  },
};

export const pages: Check<'reference'> = {
  code: 'identity/pages',
  scope: 'reference',
  run({ work: { page = '' } }, ask) {
    const range = /^(\d+)-(\d+)$/.exec(page);
    if (!range) return;
    const [from, to] = [Number(range[1]), Number(range[2])];
    ask.expect(from <= to && to - from < 200, () => ({
      where: ['page'],
      message: `pages ${page} run ${from > to ? 'backwards' : 'over more than two hundred pages'}`,
      actual: page,
      expected: 'first and last page in order, both in full',
      help: 'look the work up; the number may be an article number',
    }));
  },
};
