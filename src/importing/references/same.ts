import { folded, namesOf } from '../../checks/identity/folded.ts';
import { inOneJournal, plainJournal } from '../../checks/identity/journals.ts';
import type { Reference } from '../../model/reference.ts';
import { wholeFamily } from '../../citations/names.ts';
import type { Name, WorkDate } from './draft.ts';
import { comparedTitle } from './match.ts';
import { readPages } from './pages.ts';

type Key = keyof Reference;
type Same = (work: Reference, record: Reference) => boolean;

const plain = (text: string | undefined) =>
  folded(text ?? '')
    .replace(/(?<![\p{L}\p{N}])0+(?=\d)/gu, '')
    .replaceAll(' ', '');
const sorted = (text: string | undefined) =>
  folded((text ?? '').replace(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/gu, ' '))
    .split(' ')
    .map((word) => word.replace(/^0+(?=\d)/, '').replace(/^suppl(?:ement)?$/, 's'))
    .sort()
    .join(' ');
const holds = (a: string, b: string) => a.includes(b) || b.includes(a);

/**
 * Whether what a record says of a field is what the library says, be it otherwise written or less precise.
 */
export const same: Partial<Record<Key, Same>> = {
  type: (work, record) => work.type === record.type,
  title: (work, record) => {
    const titles = ({ title, custom }: Reference) =>
      [title, custom?.['title-en']].flatMap((one) => (one === undefined ? [] : [comparedTitle(one)]));
    const cut = record.title.replace(/\s*(?:…|\.\.\.)$/, '');
    return titles(work).some(
      (one) => titles(record).includes(one) || (cut !== record.title && one.startsWith(comparedTitle(cut))),
    );
  },
  author: (work, record) =>
    samePeople(work.author, record.author, record.custom?.['authors-truncated'] === true),
  editor: (work, record) => samePeople(work.editor, record.editor, false),
  'container-title': (work, record) =>
    inOneJournal(work, record) === true ||
    holds(plain(work['container-title']), plain(record['container-title'])),
  'container-title-short': (work, record) =>
    inOneJournal(work, record) === true ||
    plainJournal(work['container-title-short'] ?? '') === plainJournal(record['container-title-short'] ?? ''),
  publisher: (work, record) => holds(plain(work.publisher), plain(record.publisher)),
  'publisher-place': (work, record) =>
    holds(plain(work['publisher-place']), plain(record['publisher-place'])),
  edition: (work, record) =>
    Number.parseInt(work.edition ?? '', 10) === Number.parseInt(record.edition ?? '', 10) ||
    plain(work.edition) === plain(record.edition),
  volume: (work, record) => sorted(work.volume) === sorted(record.volume),
  issue: (work, record) => sorted(work.issue) === sorted(record.issue),
  page: (work, record) => [work.page, work.number].some((one) => samePages(one, record.page)),
  number: (work, record) => [work.number, work.page].some((one) => samePages(one, record.number)),
  issued: (work, record) => isWithin(record.issued, work.issued),
  DOI: (work, record) => work.DOI?.toLowerCase() === record.DOI?.toLowerCase(),
  PMID: (work, record) => work.PMID === record.PMID,
  PMCID: (work, record) => work.PMCID === record.PMCID,
  ISBN: (work, record) => isbnCore(work.ISBN) === isbnCore(record.ISBN),
  language: (work, record) => work.language.slice(0, 2) === record.language.slice(0, 2),
};

/** One of two numbers of ten and thirteen digits: without prefix, hyphens and check digit. */
const isbnCore = (isbn: string | undefined) =>
  isbn
    ?.replace(/[- ]/g, '')
    .replace(/^97[89](?=.{10}$)/, '')
    .slice(0, -1);

/** The same pages, or the first of them. */
function samePages(own: string | undefined, found: string | undefined): boolean {
  if (own === undefined || found === undefined) return false;
  const [one, other] = [own, found].map((pages) =>
    (readPages(pages) ?? pages).toLowerCase().replace(/\s/g, ''),
  );
  return one === other || one?.split('-')[0] === other;
}

/** Whether a date is another, or a less precise form of it. */
function isWithin(found: WorkDate | undefined, own: WorkDate | undefined): boolean {
  const [[first = []] = [], [start = []] = []] = [found?.['date-parts'], own?.['date-parts']];
  return first.length <= start.length && first.every((part, i) => part === start[i]);
}

/** Whether two lists name the same people in the same order; one that is cut short, the first of them. */
function samePeople(
  own: readonly Name[] | undefined,
  found: readonly Name[] | undefined,
  isCut: boolean,
): boolean {
  if (!own || !found) return false;
  if (JSON.stringify(own) === JSON.stringify(found)) return true;
  if (isCut ? found.length > own.length : found.length !== own.length) return false;
  return found.every((name, i) => {
    const known = own[i];
    return known !== undefined && samePerson(known, name);
  });
}

/** One person by family name and first initial; Chinese names divided or not; a group by its words. */
function samePerson(a: Name, b: Name): boolean {
  const compared = (name: Name) => namesOf(name).map((one) => one.replaceAll(' ', ''));
  if ('literal' in a || 'literal' in b) {
    const others = new Set(compared(b));
    return compared(a).some((one) => others.has(one));
  }
  const initial = ({ given = '' }: { given?: string | undefined }) => folded(given).charAt(0);
  const [own, other] = [initial(a), initial(b)];
  const family = (name: Exclude<Name, { literal: string }>) =>
    [name.family, wholeFamily(name)].map((one) => folded(one).replaceAll(' ', ''));
  const familyMatches =
    family(a).some((one) => family(b).includes(one)) || compared(a).some((one) => compared(b).includes(one));
  return familyMatches && (own === '' || other === '' || own === other);
}
