import { readDate, statusInDate, finer, yearOf } from './dates.ts';
import type { Draft, FileRecord } from './draft.ts';
import { findDoi, findIsbn, findIssn, findPmid } from './identifiers.ts';
import { kindInWords, draftOfKind } from './kinds.ts';
import { divideNames, readNames } from './names.ts';
import { readPages } from './pages.ts';
import { type Fields, linesOf, type Field, recordOf } from './tagged.ts';
import { said } from './text.ts';

/** What CNKI's own form (E-Study) calls the fields: `Title-题名: …`. */
const cnki: Record<string, string> = {
  ...{
    title: 'title',
    author: 'author',
    source: 'journal',
    year: 'year',
    pubtime: 'date',
    keyword: 'keywords',
    summary: 'abstract',
  },
  ...{
    period: 'issue',
    roll: 'volume',
    page: 'pages',
    organ: 'author address',
    link: 'url',
    doi: 'doi',
    srcdatabase: 'reference type',
  },
};
const cnkiLine = /^([A-Za-z]+)-[^:：]{1,12}[:：]\s?(.*)$/;

/** The records of a file in CNKI's own form: each begins with `DataType`. */
export function* readCnki(text: string): Generator<FileRecord> {
  let fields: Field[] = [];
  for (const { text: content, line } of linesOf(text)) {
    if (/^DataType\s*[:：]/.test(content) && fields.length > 0) {
      yield recordOf(fields, draftOf);
      fields = [];
    }
    const [, name = '', value = ''] = cnkiLine.exec(content) ?? [];
    const own = name.toLowerCase();
    const last = fields.at(-1);
    if (Object.hasOwn(cnki, own)) fields.push({ tag: cnki[own] ?? own, value: value.trim(), line });
    else if (name === '' && last && content.trim() !== '' && !/^DataType/.test(content))
      last.value += ` ${content.trim()}`;
  }
  if (fields.length > 0) yield recordOf(fields, draftOf);
}

const tagLine = /^\s*\{([A-Za-z][A-Za-z/ ]{1,40})\}\s*[:：]?(.*)$/;

/**
 * The records of a file of NoteExpress, as CNKI, Wanfang and VIP write it: each begins with
 * `{Reference Type}`.
 */
export function* readNoteExpress(text: string): Generator<FileRecord> {
  let fields: Field[] = [];
  for (const { text: content, line } of linesOf(text)) {
    const [, name, value = ''] = tagLine.exec(content) ?? [];
    const tag = name?.trim().toLowerCase();
    if (tag === 'reference type' && fields.length > 0) {
      yield recordOf(fields, draftOf);
      fields = [];
    }
    const last = fields.at(-1);
    if (tag !== undefined) fields.push({ tag, value: value.trim(), line });
    else if (last && content.trim() !== '') last.value += ` ${content.trim()}`;
  }
  if (fields.length > 0) yield recordOf(fields, draftOf);
}

function draftOf(fields: Fields): Draft {
  const draft = draftOfKind(fields.first('reference type')?.trim());
  const words = kindInWords(fields.joined('type of work', 'subsidiary author') || undefined);
  const authors = readNames(fields.values('author').flatMap(divideNames));
  const year = readDate(fields.first('year'));
  const serial = fields.joined('isbn/issn', 'issn', 'isbn');
  const isHouse = draft.type === 'book' || draft.type === 'thesis';
  return {
    ...draft,
    genre: words.genre ?? draft.genre,
    status: words.status ?? draft.status ?? statusInDate(fields.first('year')),
    title: fields.first('title'),
    titleEn: said(fields.first('translated title')),
    authors: authors.names,
    truncated: authors.truncated,
    editors:
      draft.type === 'thesis'
        ? []
        : readNames(fields.values('secondary author', 'editor').flatMap(divideNames)).names,
    container: isHouse ? undefined : said(fields.first('journal', 'secondary title', 'periodical title')),
    publisher: said(fields.first('publisher', 'university')),
    place: said(fields.first('place published')),
    edition: said(fields.first('edition')),
    volume: said(fields.first('volume')),
    issue: said(fields.first('issue', 'number')),
    page: readPages(fields.first('pages')),
    issued: finer(year, readDate(fields.first('date'), yearOf(year))) ?? readDate(fields.first('date')),
    doi: [...fields.values('doi'), ...fields.values('url')].map(findDoi).find(Boolean),
    doiAsWritten: fields.first('doi'),
    pmid: fields
      .values('accession number', 'url')
      .map((text) => findPmid(text))
      .find(Boolean),
    issn: findIssn(serial),
    isbn: findIsbn(serial),
    urls: fields.values('url'),
    language: fields.first('language'),
    keywords: fields.values('keywords').flatMap((line) => line.split(/[;；]+/)),
    abstract: fields.joined('abstract'),
  };
}
