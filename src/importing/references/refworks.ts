import { readDate, statusInDate, finer, yearOf } from './dates.ts';
import type { Draft, FileRecord } from './draft.ts';
import { findDoi, findIsbn, findIssn, findPmcid, findPmid } from './identifiers.ts';
import { kindInWords, draftOfKind } from './kinds.ts';
import { divideNames, readNames } from './names.ts';
import { pageSpan } from './pages.ts';
import { type Fields, linesOf, type Field, recordOf } from './tagged.ts';
import { said } from './text.ts';

/** Tags of RefWorks. Others at the beginning of a line are words of a wrapped text. */
const tags = new Set(
  (
    'RT SR ID A1 A2 A3 A4 A5 A6 AB AD AN AV BT CL CN CR CT CY DB DO DS DT ED ER FD FL GE IL IS JF JO K1 K2 LA LK LL NO NR OL OP OR ' +
    'OS OT PB PL PM PMC PP PR PS PY RD RE RF RP SF SL SM SN SP ST SU T1 T2 T3 TA TC TK TT U1 U2 U3 U4 U5 U6 U7 U8 UL VO WP WT WV YR'
  ).split(' '),
);
const tagLine = /^\s?([A-Za-z][A-Za-z0-9]C?)(?:\s(.*)|)$/;

/** The records of a file of RefWorks, as CNKI and RefWorks itself write it: each begins with `RT`. */
export function* readRefworks(text: string): Generator<FileRecord> {
  let fields: Field[] = [];
  for (const { text: content, line } of linesOf(text)) {
    if (content.trim() === '') continue;
    const [, found = '', value = ''] = tagLine.exec(content) ?? [];
    const tag = found.toUpperCase();
    if (tag === 'RT' && fields.length > 0) {
      yield recordOf(fields, draftOf);
      fields = [];
    }
    const last = fields.at(-1);
    // A tag is written small where a database does so throughout (`vo`), never in the middle of a text.
    if (tags.has(tag) && (found === tag || found === 'vo')) {
      if (fields.length > 0 || tag === 'RT') fields.push({ tag, value, line });
    } else if (last) last.value += ` ${content.trim()}`;
  }
  if (fields.length > 0) yield recordOf(fields, draftOf);
}

function draftOf(fields: Fields): Draft {
  const draft = draftOfKind(fields.first('RT')?.trim());
  const words = kindInWords(fields.joined('DT', 'CL', 'GE'));
  const authors = readNames(fields.values('A1').flatMap(divideNames));
  const year = readDate(fields.first('YR', 'PY'));
  const [pages, serial] = [fields.first('OP'), fields.joined('SN')];
  return {
    ...draft,
    genre: words.genre ?? draft.genre,
    status: words.status ?? draft.status ?? statusInDate(fields.first('YR', 'FD')),
    key: fields.first('ID')?.trim(),
    title: fields.first('T1'),
    titleEn: said(fields.first('TT')),
    authors: authors.names,
    truncated: authors.truncated,
    editors: draft.type === 'thesis' ? [] : readNames(fields.values('A2').flatMap(divideNames)).names,
    container:
      draft.type === 'book' || draft.type === 'thesis' ? undefined : said(fields.first('JF', 'T2', 'JO')),
    containerShort: fields.first('JF') === undefined ? undefined : said(fields.first('JO')),
    publisher: said(fields.first('PB')),
    place: said(fields.first('PP')),
    edition: said(fields.first('ED')),
    volume: said(fields.first('VO')),
    issue: said(fields.first('IS')),
    page: pageSpan(fields.first('SP'), pages),
    pageEnds: [fields.first('SP'), pages],
    issued: finer(year, readDate(fields.first('FD'), yearOf(year))) ?? readDate(fields.first('FD')),
    accessed: readDate(fields.first('RD')),
    doi: [...fields.values('DO'), ...fields.values('LK', 'UL')].map(findDoi).find(Boolean),
    doiAsWritten: fields.first('DO'),
    pmid:
      fields
        .values('PM')
        .map((text) => findPmid(text, true))
        .find(Boolean) ??
      fields
        .values('NO', 'UL', 'LK', 'AN')
        .map((text) => findPmid(text))
        .find(Boolean),
    pmcid: fields
      .values('PMC', 'NO')
      .map((text) => findPmcid(text))
      .find(Boolean),
    issn: findIssn(serial),
    isbn: findIsbn(serial),
    urls: fields.values('LK', 'UL'),
    language: fields.first('LA'),
    keywords: fields.values('K1').flatMap((line) => line.split(/[;；]+/)),
    abstract: fields.joined('AB').replace('<正>', ''),
  };
}
