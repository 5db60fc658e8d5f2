import type { Reference } from '../../model/reference.ts';
import type { Check } from '../check.ts';
import type { CheckContext } from '../context.ts';
import { dataOf } from '../context/ids.ts';
import { wholePart } from '../context/part.ts';
import { allOf } from '../context/extracts.ts';
import type { Subjects } from '../subjects.ts';
import { authorsOf, folded } from './folded.ts';
import { inOneJournal } from './journals.ts';
import { valueIn } from '../../model/need.ts';

const numberKeys = ['DOI', 'PMID', 'PMCID'] as const;
const numberOf = (work: Reference, key: (typeof numberKeys)[number]) => work[key]?.toLowerCase();

/** The first work with each number, and the works with each title, in the order of the library. */
const worksFile = allOf('references');
const twins = wholePart('works by number and title', [worksFile], (collect) => {
  const works = dataOf(collect(worksFile), 'references') ?? [];
  const byNumber = new Map<string, Reference>();
  for (const work of works.toReversed())
    for (const key of numberKeys) if (work[key]) byNumber.set(`${key} ${numberOf(work, key)}`, work);
  const titles = new Map(works.map((work) => [work, titlesOf(work)]));
  const titled = works.flatMap((work, i) => valueIn(titles, work).map((title) => ({ title, work, i })));
  return { byNumber, titles, byTitle: Map.groupBy(titled, ({ title }) => title) };
});

/** The titles of a work as they are compared: without capitals, marks, punctuation and markup. */
function titlesOf({ title, custom }: Reference): string[] {
  return [title, custom?.['title-en']]
    .filter((text) => text !== undefined)
    .filter((text) => !/(?:…|\.\.\.)\s*$/.test(text))
    .map((text) => folded(text.replace(/<[^>]*>|[*_`$\\]/g, '')).replaceAll(' ', ''))
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

/**
 * Whether the library tells two versions of a work apart: another journal or kind, or abstracts of two
 * meetings.
 */
function areVersions(a: Reference, b: Reference): boolean {
  if (a.type !== b.type || (a.genre ?? '') !== (b.genre ?? '') || (a.status ?? '') !== (b.status ?? ''))
    return true;
  if (inOneJournal(a, b) === false) return true;
  return a.genre !== undefined && a.volume !== undefined && b.volume !== undefined && a.volume !== b.volume;
}

/**
 * The first work before another in the library that has its title, of those that are wanted. Pairs that share
 * a number are found by it.
 */
function earlierOf(
  { path, work }: Subjects['reference'],
  { of }: CheckContext,
  wanted: typeof isSame,
): Reference | undefined {
  const sharesNumber = (other: Reference) =>
    numberKeys.some((key) => work[key] && numberOf(work, key) === numberOf(other, key));
  const { byTitle, titles } = of(twins);
  return valueIn(titles, work)
    .flatMap((title) => valueIn(byTitle, title).filter(({ i }) => i < Number(path[0])))
    .find(({ work: other }) => isSame(work, other) && !sharesNumber(other) && wanted(work, other))?.work;
}

export const duplicate: Check<'reference'> = {
  code: 'identity/duplicate-work',
  scope: 'reference',
  run(subject, ask, context) {
    const { work } = subject;
    for (const key of numberKeys) {
      const { [key]: actual } = work;
      const first = context.of(twins).byNumber.get(`${key} ${numberOf(work, key)}`);
      if (!first || actual === undefined) continue;
      ask.expect(first === work, () => ({
        where: [key],
        message: `${work.id} has the same ${key} as ${first.id}`,
        actual,
        expected: `a ${key} of its own`,
        help: 'keep one entry and make the other key its alias (custom.aliases), or look up which of the two is wrong',
      }));
    }
    if (valueIn(context.of(twins).titles, work).length === 0) return;
    const earlier = earlierOf(subject, context, (a, b) => !areVersions(a, b));
    ask.expectNone(earlier, ({ id }) => ({
      where: ['title'],
      actual: work.title,
      message: `${work.id} has the title of ${id}, but other details`,
      expected: 'one entry for a work, or another container-title or genre for another version of it',
      help: 'look up which details are right, keep one entry and make the other key its alias (custom.aliases)',
    }));
  },
};

export const version: Check<'reference'> = {
  code: 'identity/version',
  scope: 'reference',
  run(subject, ask, context) {
    const { work } = subject;
    if (valueIn(context.of(twins).titles, work).length === 0) return;
    const earlier = earlierOf(subject, context, areVersions);
    ask.expectNone(earlier, ({ id }) => ({
      where: ['title'],
      actual: work.title,
      message: `${work.id} has the title of ${id}: two versions of one work`,
      expected: 'one work, cited by the version that prints the figure',
      help: 'nothing to fix where the two are an abstract or preprint and its paper',
    }));
  },
};

export const printed: Check<'reference'> = {
  code: 'identity/misprint',
  scope: 'reference',
  run({ work }, ask) {
    const misprints = work.custom?.printed ?? [];
    if (misprints.length === 0) ask.pass();
    misprints.forEach((misprint, i) =>
      ask.expect(misprint.earlier === true, () => ({
        where: ['custom', 'printed', i],
        message: `${misprint.in} prints its reference ${misprint.number} (${work.id}) otherwise: ${misprint.issue}`,
        actual: misprint.as,
        expected: misprint.issue,
        help: 'nothing to fix: both forms are kept; where it was right when it was printed, say earlier: true',
      })),
    );
  },
};
