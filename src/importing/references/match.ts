import { authorsOf, folded } from '../../checks/identity/folded.ts';
import { inOneJournal } from '../../checks/identity/journals.ts';
import type { Reference } from '../../model/reference.ts';
import { yearOf } from './dates.ts';
import { hasHan } from './text.ts';

const numberKeys = ['DOI', 'PMID', 'PMCID'] as const;

/** What a record is: a work of the library, or nobody knows which of two. */
type Match = { work: Reference; by: string } | { unclear: string } | undefined;

/** The works of a library by number and title. Works that are added are found from then on. */
export class WorkIndex {
  readonly #byNumber = new Map<string, Reference>();
  readonly #byTitle = new Map<string, Reference[]>();

  constructor(works: readonly Reference[]) {
    for (const work of works) this.add(work);
  }

  /** Adds a work, or notes what it has now; a former state of it is replaced by its key. */
  add(work: Reference): void {
    for (const key of numberKeys) {
      const number = work[key];
      if (number !== undefined) this.#byNumber.set(`${key} ${number.toLowerCase()}`, work);
    }
    for (const title of titlesOf(work)) {
      const own = (this.#byTitle.get(title) ?? []).filter(({ id }) => id !== work.id);
      this.#byTitle.set(title, [...own, work]);
    }
  }

  /** The work that a record is: by DOI, PMID or PMCID, else by its title where nothing speaks against it. */
  find(record: Reference): Match {
    const numbered = numberKeys.flatMap((key) => {
      const number = record[key];
      const work = number === undefined ? undefined : this.#byNumber.get(`${key} ${number.toLowerCase()}`);
      return work ? [{ key, work }] : [];
    });
    const [first] = numbered;
    if (!first) {
      const titled = this.sameTitle(record).find((work) => isOneWork(record, work));
      return titled && { work: titled, by: 'title' };
    }
    const other = numbered.find(({ work }) => work.id !== first.work.id);
    if (other)
      return {
        unclear: `its ${first.key} is that of ${first.work.id}, its ${other.key} that of ${other.work.id}`,
      };
    if (isAnother(record, first.work))
      return {
        unclear: `its ${first.key} is that of ${first.work.id}, but title and first author are others`,
      };
    return { work: first.work, by: first.key };
  }

  /** The works with the title of a record. */
  sameTitle(record: Reference): Reference[] {
    return [...new Set(titlesOf(record).flatMap((title) => this.#byTitle.get(title) ?? []))];
  }
}

/** Titles as they are compared: letters and digits alone. */
const titlesOf = ({ title, custom }: Reference): string[] =>
  [title, custom?.['title-en']].flatMap((text) => comparedTitle(text ?? '') || []);
export const comparedTitle = (title: string): string => folded(title).replaceAll(' ', '');

/** Whether two first authors may be one; nothing where one is not known. */
function shareAuthor(a: Reference, b: Reference): boolean | undefined {
  const [one, other] = [a, b].map(
    ({ author = [], custom }) => authorsOf({ author: author.slice(0, 1), custom })[0],
  );
  if (!one || !other) return undefined;
  const compared = (names: readonly string[]) => names.map((name) => name.replaceAll(' ', ''));
  return compared(one).some((name) => compared(other).includes(name));
}

/** Whether two works of one title are one: no number, year, author, journal or volume tells them apart. */
function isOneWork(record: Reference, work: Reference): boolean {
  if (numberKeys.some((key) => record[key] !== undefined && work[key] !== undefined)) return false;
  const [year, other] = [yearOf(record.issued), yearOf(work.issued)];
  if (year !== undefined && other !== undefined && Math.abs(year - other) > 1) return false;
  const author = shareAuthor(record, work);
  if (author === false || inOneJournal(record, work) === false) return false;
  const plain = (text: string | undefined) => text?.replace(/^0+(?=\d)/, '').toLowerCase();
  if (record.volume !== undefined && work.volume !== undefined && plain(record.volume) !== plain(work.volume))
    return false;
  const title = comparedTitle(record.title);
  if (title.length >= (hasHan(title) ? 6 : 20)) return true;
  // `Editorial` and `Reply` are titles of many works: of these nothing may differ, be it that one of two says
  // nothing.
  const [page, otherPage] = [record, work].map((one) => (one.page ?? one.number)?.split('-')[0]);
  const isAlike = (author ?? (record.author === undefined && work.author === undefined)) && year === other;
  const isPlaced = inOneJournal(record, work) ?? record['container-title'] === work['container-title'];
  return (
    isAlike &&
    isPlaced &&
    (page === otherPage || (author === true && (page === undefined || otherPage === undefined)))
  );
}

/** Whether a work with the number of another is plainly none of it: one of the two has a wrong number. */
function isAnother(record: Reference, work: Reference): boolean {
  if (
    record.title === work.title ||
    hasHan(record.title) !== hasHan(work.title) ||
    shareAuthor(record, work) !== false
  )
    return false;
  const wordsOf = ({ title }: Reference) => new Set(hasHan(title) ? title : folded(title).split(' '));
  const [own, others] = [wordsOf(record), wordsOf(work)];
  const shared = [...own].filter((word) => others.has(word)).length;
  return shared < 0.5 * Math.min(own.size, others.size);
}
