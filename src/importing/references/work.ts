import { reference, type Reference } from '../../model/reference.ts';
import type { Draft } from './draft.ts';
import { arePersonal, bestAddress } from './identifiers.ts';
import { guessedType } from './kinds.ts';
import { languageNamed, languageOfTitle } from './language.ts';
import { areWidened } from './pages.ts';
import { isFileName, plainText, said, saysSomething, titleText } from './text.ts';

/** A work as the library would have it, but for its key; and what a person should know of how it was read. */
export interface ReadWork {
  work: Reference;
  /** The key that the file gives it. */
  key: string | undefined;
  /** The file says what kind of work it is, and in which language. */
  known: { type: boolean; language: boolean };
  hasAbstract: boolean;
  notes: string[];
}

/** Stands for the key until it has one. */
const noKey = 'work';

/**
 * A draft as a work of the library; what the model does not take is left out and said. A work without a title
 * is refused.
 */
export function workOf(draft: Draft): ReadWork | { refused: string } {
  const title = titleText(draft.title);
  // Signs alone distinguish nothing.
  if (title === undefined || !/[\p{L}\p{N}]/u.test(title))
    return { refused: 'it has no title; a work without one cannot be distinguished from others' };
  if (isFileName(title)) return { refused: `it has no title but the name of a file, ${title}` };
  const notes = [...draft.notes];
  if (draft.doi === undefined && saysSomething(draft.doiAsWritten ?? ''))
    notes.push(`the DOI ${JSON.stringify(plainText(draft.doiAsWritten ?? '').slice(0, 80))} cannot be read`);
  if (areWidened(draft.pageEnds))
    notes.push(`the pages ${draft.pageEnds?.join(' and ')} are read as ${draft.page}`);
  const type = draft.type ?? guessedType(draft);
  const named = languageNamed(draft.language);
  const hasNumber = draft.doi !== undefined || draft.pmid !== undefined || draft.pmcid !== undefined;
  if (arePersonal(draft.urls)) notes.push('an address that holds for one reader alone is left out');
  const short = draft.containerShort === draft.container ? undefined : draft.containerShort;
  const fields: [keyof Reference, unknown][] = [
    ['genre', draft.genre],
    ['title', title],
    ['author', listed(draft.authors)],
    ['editor', listed(draft.editors)],
    ['container-title', container(draft)],
    ['container-title-short', short],
    // Nobody cites a journal by its publisher.
    ['publisher', type === 'article-journal' ? undefined : draft.publisher],
    ['publisher-place', type === 'article-journal' ? undefined : draft.place],
    ['edition', draft.edition],
    ['volume', draft.volume],
    ['issue', draft.issue],
    ['page', draft.page],
    ['number', draft.number],
    ['issued', draft.issued],
    ['accessed', draft.accessed],
    ['status', stillHolds(draft) ? draft.status : undefined],
    ['DOI', draft.doi],
    ['PMID', draft.pmid],
    ['PMCID', draft.pmcid],
    ['ISSN', draft.issn],
    ['ISBN', draft.isbn],
    ['URL', bestAddress(draft.urls, hasNumber)],
    ['keyword', keywords(draft.keywords)],
    ['language', named ?? languageOfTitle(title)],
    ['custom', customOf(draft, type, hasNumber)],
  ];
  // Pages and numbers of a broken file may hold what no file of the library may.
  const plain = fields.map(([name, value]): (typeof fields)[number] => [
    name,
    typeof value === 'string' ? said(value) : value,
  ]);
  const given = plain.filter(([, value]) => value !== undefined);
  const found = { id: noKey, type, ...Object.fromEntries(given) };
  const work = fitting(found, notes);
  return {
    work,
    key: draft.key,
    known: { type: draft.type !== undefined, language: named !== undefined },
    hasAbstract: saysSomething(draft.abstract ?? ''),
    notes,
  };
}

/** A work with volume and pages is out, whatever a database still says. */
const stillHolds = ({ status, volume, page, number }: Draft) =>
  !/press|ahead/.test(status ?? '') || volume === undefined || (page ?? number) === undefined;

const listed = <T>(names: readonly T[]): readonly T[] | undefined => (names.length > 0 ? names : undefined);

/** The journal or book; the title of a book is not what holds it. */
const container = (draft: Draft) =>
  titleText(draft.container) === titleText(draft.title) ? undefined : draft.container;

/**
 * Words about the work, each once and without the star of MEDLINE for the main ones; what stands between
 * commas of MEDLINE (`Leukemia, Lymphoid`) is one.
 */
function keywords(words: readonly string[]): string | undefined {
  const all = words
    .flatMap((word) => said(word) ?? [])
    .map((word) => word.replaceAll(';', ',').replace(/(^|\/)\*/g, '$1'));
  return all.length > 0 ? [...new Set(all)].join('; ') : undefined;
}

function customOf(draft: Draft, type: Reference['type'], hasNumber: boolean): Reference['custom'] {
  const titleEn = titleText(draft.titleEn);
  const custom = {
    ...(draft.truncated && draft.authors.length > 0 ? { 'authors-truncated': true } : {}),
    ...(titleEn === undefined || titleEn === titleText(draft.title) ? {} : { 'title-en': titleEn }),
    // For other kinds only a look-up says why; the check asks for it.
    ...(hasNumber ? {} : reasonOf(type)),
  };
  return Object.keys(custom).length > 0 ? custom : undefined;
}

function reasonOf(type: Reference['type']): Pick<NonNullable<Reference['custom']>, 'no-identifier'> {
  if (type === 'book') return { 'no-identifier': { because: 'book' } };
  return type === 'webpage' ? { 'no-identifier': { because: 'web-page' } } : {};
}

/** What of a work the model takes. Each value that it does not take goes, and is said. */
function fitting(found: Record<string, unknown>, notes: string[]): Reference {
  let left = found;
  for (;;) {
    const parsed = reference.safeParse(left);
    if (parsed.success) return parsed.data;
    const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
    for (const name of wrong) {
      const value = typeof left[name] === 'string' ? left[name] : JSON.stringify(left[name]);
      notes.push(
        `${name} ${plainText(value).slice(0, 80)} is left out: ${parsed.error.issues.find(({ path }) => path[0] === name)?.message}`,
      );
    }
    left = Object.fromEntries(Object.entries(left).filter(([name]) => !wrong.has(name)));
    if (!('title' in left) || !('type' in left) || !('language' in left)) throw parsed.error;
  }
}
