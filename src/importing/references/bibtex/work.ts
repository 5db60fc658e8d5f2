import { finer, readDate, statusInDate, yearOf } from '../dates.ts';
import { emptyDraft, type Draft } from '../draft.ts';
import { findDoi, findIsbn, findIssn, findPmcid, findPmid } from '../identifiers.ts';
import { kindInWords, kindNamed } from '../kinds.ts';
import { readPages } from '../pages.ts';
import { said } from '../text.ts';
import { readTexNames } from './names.ts';
import type { Filled } from './read.ts';
import { texToAddress, texToText } from './tex.ts';

/** Types of BibTeX and BibLaTeX that say more or something else than their names do in other formats. */
const types: Record<string, Pick<Draft, 'type' | 'genre' | 'status'>> = {
  ...{
    inbook: { type: 'chapter' },
    incollection: { type: 'chapter' },
    bookinbook: { type: 'chapter' },
    suppbook: { type: 'chapter' },
  },
  ...{
    inreference: { type: 'chapter' },
    suppcollection: { type: 'chapter' },
    inproceedings: { type: 'paper-conference' },
  },
  ...{
    conference: { type: 'paper-conference' },
    proceedings: { type: 'book' },
    collection: { type: 'book' },
    mvbook: { type: 'book' },
  },
  ...{
    mvcollection: { type: 'book' },
    reference: { type: 'book' },
    manual: { type: 'book' },
    booklet: { type: 'book' },
  },
  ...{
    techreport: { type: 'report' },
    online: { type: 'webpage' },
    electronic: { type: 'webpage' },
    www: { type: 'webpage' },
  },
  ...{
    unpublished: { type: 'article' },
    periodical: { type: 'article-journal' },
    suppperiodical: { type: 'article-journal' },
  },
};

/** What an entry says, as plain text. */
export function draftOf({ type, key, fields }: Filled, notes: string[]): Draft {
  const tex = (...names: string[]) =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined && value.trim() !== '');
  const text = (...names: string[]) => {
    const value = tex(...names);
    return value === undefined ? undefined : said(texToText(value));
  };
  const address = (...names: string[]) =>
    names.flatMap((name) => (fields.has(name) ? [texToAddress(fields.get(name) ?? '')] : []));
  const kind = types[type] ?? kindNamed(type);
  if (!kind) notes.push(`the type @${type} is not known`);
  const authors = readTexNames(tex('author') ?? '');
  const note = text('note', 'annotation', 'addendum');
  const isThesis = (kind?.type ?? '') === 'thesis';
  const remarks = [note, text('pubstate'), text('howpublished')]
    .map((words) => ((words?.length ?? 99) < 60 ? kindInWords(words) : {}))
    .filter(({ genre }) => isThesis || genre?.endsWith('thesis') !== true);
  const eprint = eprintOf(text('eprint'), text('eprinttype', 'archiveprefix') ?? '');
  const draft: Draft = {
    ...emptyDraft(),
    ...kind,
    ...remarks.reduce((all, one) => ({ ...all, ...one }), {}),
    key,
    notes,
    title: joined([text('title'), text('subtitle')]),
    titleEn: titleAddon(text('titleaddon')),
    authors: authors.names,
    truncated: authors.truncated,
    editors: readTexNames(tex('editor') ?? '').names,
    volume: text('volume'),
    edition: text('edition'),
    page: readPages(text('pages', 'page')),
    number: text('eid', 'article-number', 'art_number', 'articleno'),
    publisher: text('publisher', 'institution', 'school', 'organization'),
    place: text('address', 'location'),
    ...datesOf(text, plainDate(tex('date')), notes),
    doi: [
      ...address('doi'),
      /^\s*(?:doi\b|https?:\S*doi|10\.)/i.test(note ?? '') ? note : undefined,
      ...address('url', 'howpublished'),
    ]
      .map(findDoi)
      .find(Boolean),
    doiAsWritten: text('doi'),
    pmid: findPmid(text('pmid'), true) ?? eprint.pmid ?? findPmid(note),
    pmcid: findPmcid(text('pmcid', 'pmc'), true) ?? findPmcid(note),
    issn: findIssn(text('issn')),
    isbn: findIsbn(text('isbn')),
    urls: address('url', 'link', 'howpublished', 'note'),
    language: text('language', 'langid', 'hyphenation'),
    keywords: (text('keywords', 'author_keywords', 'keyword') ?? '').split(/[;,]\s*/),
    abstract: tex('abstract'),
  };
  const language = text('language') === undefined ? text('langid') : undefined;
  return {
    ...draft,
    ...(language === undefined ? {} : { language }),
    ...placeOf(type, text, draft),
    ...typed(type, text, draft, eprint),
  };
}

type Text = (...names: string[]) => string | undefined;

const joined = (parts: readonly (string | undefined)[]) =>
  parts.filter((part) => part !== undefined).join(': ') || undefined;

/** Where the work appeared, by what kind it is. */
function placeOf(type: string, text: Text, draft: Draft): Partial<Draft> {
  const issue = text('number') ?? text('issue');
  if (draft.type === 'chapter' || draft.type === 'paper-conference')
    return {
      container: joined([text('booktitle', 'maintitle', 'journal', 'journaltitle'), text('booksubtitle')]),
      issue: text('number'),
    };
  if (draft.type === 'report') return { number: text('number') ?? draft.number };
  if (draft.type === 'book' || draft.type === 'thesis') return {};
  const [journal, short] = [
    text('journaltitle', 'journal'),
    text('shortjournal', 'journal-iso', 'journaliso', 'abbrev_source_title', 'fjournal'),
  ];
  if (type !== 'article') return { container: journal ?? misc(text), containerShort: short, issue };
  return { container: journal ?? text('booktitle') ?? text('maintitle'), containerShort: short, issue };
}

/** What `@misc` says of its place in words of its own. */
function misc(text: Text): string | undefined {
  const where = text('howpublished') ?? text('organization');
  return where === undefined || /^https?:|^(?:online|web ?page|electronic|preprint)$/i.test(where)
    ? undefined
    : where;
}

function typed(type: string, text: Text, draft: Draft, eprint: ReturnType<typeof eprintOf>): Partial<Draft> {
  const words = kindInWords(text('type'));
  const kept = text('type');
  if (draft.type === 'thesis') return { genre: words.genre ?? draft.genre ?? kept };
  if (draft.type === 'report')
    return { genre: words.genre ?? draft.genre ?? (kept === 'techreport' ? undefined : kept) };
  if (
    eprint.number !== undefined &&
    (type !== 'article' ||
      text('journal', 'journaltitle') === undefined ||
      /arxiv/i.test(text('journal', 'journaltitle') ?? ''))
  )
    return {
      type: 'article',
      genre: 'Preprint',
      number: eprint.number,
      container: draft.container ?? 'arXiv',
    };
  return {};
}

/** A number of an archive: PubMed's is a PMID, that of arXiv stands for a preprint. */
function eprintOf(
  eprint: string | undefined,
  archive: string,
): { pmid?: string | undefined; number?: string | undefined } {
  if (eprint === undefined) return {};
  if (/pubmed|pmid/i.test(archive)) return { pmid: findPmid(eprint, true) };
  const bare = eprint.replace(/^arxiv:\s*/i, '');
  return /arxiv/i.test(archive) || /^arxiv:/i.test(eprint) || /^\d{4}\.\d{4,5}(?:v\d+)?$/.test(eprint)
    ? { number: `arXiv:${bare}` }
    : {};
}

const titleAddon = (text: string | undefined) => /^\[(.+)\]$/.exec(text ?? '')?.[1];

/** A date of BibLaTeX, in which `~` says that it is about right. */
const plainDate = (tex: string | undefined) => tex?.replace(/[{}\s]/g, '').replace(/\\textasciitilde/g, '~');

function datesOf(text: Text, date: string | undefined, notes: string[]): Partial<Draft> {
  const stated = date ?? text('year');
  const about = /[~?]$|^c(?:a|irca)?\.\s?\d/.test(stated ?? '');
  const year = readDate(stated);
  const beside = [text('month'), text('day')].filter((part) => part !== undefined).join(' ');
  const month =
    beside === ''
      ? undefined
      : readDate(
          /^\d{1,2}( \d{1,2})?$/.test(beside) ? `${yearOf(year)}-${beside.replace(' ', '-')}` : beside,
          yearOf(year),
        );
  const issued = finer(year, month);
  const status = issued ? undefined : statusInDate(stated);
  if (!issued && status === undefined && stated !== undefined)
    notes.push(`the date ${JSON.stringify(stated)} cannot be read`);
  return {
    issued: issued && about ? { ...issued, circa: true } : issued,
    accessed: readDate(text('urldate')),
    ...(status === undefined ? {} : { status }),
  };
}
