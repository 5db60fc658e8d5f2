import type { Reference } from '../../model/reference.ts';
import type { SourceFile } from '../../reading/corpus.ts';
import type { Check, Tally } from '../check.ts';
import { authorsOf, folded } from './folded.ts';
import { inOneJournal } from './journals.ts';

type Library = SourceFile<Reference[]> | undefined;
const numberKeys = ['DOI', 'PMID', 'PMCID'] as const;

/** Asks of every number of a work whether an earlier one has it. */
function askOfNumbers(file: Library, tally: Tally): void {
  for (const key of numberKeys) {
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
}

/** The titles of a work as they are compared: without capitals, marks, punctuation and markup. */
function titlesOf({ title, custom }: Reference): string[] {
  const whole = [title, custom?.['title-en']].filter((text) => text !== undefined && !/(?:…|\.\.\.)\s*$/.test(text));
  return whole
    .map((text) => folded(text!.replace(/<[^>]*>|[*_`$\\]/g, '')).replaceAll(' ', ''))
    .filter((text) => text.length >= (/\p{Script=Han}/u.test(text) ? 6 : 20));
}

const yearOf = (item: Reference) => item.issued?.['date-parts'][0]?.[0];

/** Whether two works with one title are by one author, or in one journal, in neighbouring years. */
function isSame(a: Reference, b: Reference): boolean {
  const [from, to] = [yearOf(a), yearOf(b)];
  if (from !== undefined && to !== undefined && Math.abs(from - to) > 1) return false;
  const [one, other] = [authorsOf(a)[0], authorsOf(b)[0]];
  return one?.some((name) => other?.includes(name)) === true || inOneJournal(a, b) === true;
}

/** Whether the library tells two versions of a work apart: another journal or kind, or abstracts of two meetings. */
function areVersions(a: Reference, b: Reference): boolean {
  if (a.type !== b.type || (a.genre ?? '') !== (b.genre ?? '') || (a.status ?? '') !== (b.status ?? '')) return true;
  if (inOneJournal(a, b) === false) return true;
  return a.genre !== undefined && a.volume !== undefined && b.volume !== undefined && a.volume !== b.volume;
}

/** Asks of every work whether an earlier one has its title; pairs that share a number are told by it. */
function askOfTitles(
  file: Library,
  tally: Tally,
  wanted: (a: Reference, b: Reference) => boolean,
  told: (item: Reference, earlier: Reference) => { message: string; expected: string; help: string },
): void {
  const byTitle = new Map<string, Reference[]>();
  file?.data?.forEach((item, i) => {
    const titles = titlesOf(item);
    if (titles.length === 0) return;
    const sharesNumber = (other: Reference) =>
      numberKeys.some((key) => item[key] && item[key].toLowerCase() === other[key]?.toLowerCase());
    const earlier = titles
      .flatMap((title) => byTitle.get(title) ?? [])
      .find((other) => isSame(item, other) && !sharesNumber(other) && wanted(item, other));
    tally.expect(file, earlier === undefined, () => ({ where: [i, 'title'], actual: item.title, ...told(item, earlier!) }));
    for (const title of titles) byTitle.set(title, [...(byTitle.get(title) ?? []), item]);
  });
}

export const duplicate: Check = {
  code: 'identity/duplicate-work',
  run({ corpus }, tally) {
    const file = corpus.files.references;
    askOfNumbers(file, tally);
    const isDuplicate = (a: Reference, b: Reference) => !areVersions(a, b);
    askOfTitles(file, tally, isDuplicate, (item, earlier) => ({
      message: `${item.id} has the title of ${earlier.id}, but other details`,
      expected: 'one entry for a work, or another container-title or genre for another version of it',
      help: 'look up which details are right, keep one entry and make the other key its alias (custom.aliases)',
    }));
  },
};

export const version: Check = {
  code: 'identity/version',
  run({ corpus }, tally) {
    askOfTitles(corpus.files.references, tally, areVersions, (item, earlier) => ({
      message: `${item.id} has the title of ${earlier.id}: two versions of one work`,
      expected: 'one work, cited by the version that prints the figure',
      help: 'nothing to mend where the two are an abstract or preprint and its paper',
    }));
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
        tally.expect(file, misprint.earlier === true, () => ({
          where: [i, 'custom', 'printed', j],
          message: `${misprint.in} prints its reference ${misprint.number} (${item.id}) otherwise: ${misprint.issue}`,
          actual: misprint.as,
          expected: misprint.issue,
          help: 'nothing to mend: both forms are kept; where it was right when it was printed, say earlier: true',
        }));
      });
    });
  },
};
