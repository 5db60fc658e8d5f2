import { readDate, statusInDate, finer, yearOf } from './dates.ts';
import type { Draft, FileRecord } from './draft.ts';
import { findDoi, findIsbn, findIssn, findPmcid, findPmid } from './identifiers.ts';
import { kindInWords, draftOfKind } from './kinds.ts';
import { divideNames, readNames } from './names.ts';
import { readPages } from './pages.ts';
import { type Fields, linesOf, type Field, recordOf } from './tagged.ts';
import { hasHan, said } from './text.ts';

const tagLine = /^\s?%(\S)(?:\s(.*)|)$/;

/**
 * The records of a file in the form of refer, which EndNote, CNKI and Wanfang write (.enw): each begins with
 * `%0`.
 */
export function* readRefer(text: string): Generator<FileRecord> {
  let fields: Field[] = [];
  let blank = false;
  for (const { text: content, line } of linesOf(text)) {
    if (content.trim() === '') {
      blank = true;
      continue;
    }
    const [, tag, value = ''] = tagLine.exec(content) ?? [];
    // Files without %0 part their records by blank lines alone.
    const begins = tag === '0' || (blank && tag !== undefined && !fields.some((field) => field.tag === '0'));
    blank = false;
    if (begins && fields.length > 0) {
      yield recordOf(fields, draftOf);
      fields = [];
    }
    const last = fields.at(-1);
    if (tag !== undefined) fields.push({ tag, value, line });
    else if (last && /^[AEK?]$/.test(last.tag)) fields.push({ tag: last.tag, value: content, line });
    else if (last) last.value += ` ${content.trim()}`;
  }
  if (fields.length > 0) yield recordOf(fields, draftOf);
}

/** CNKI writes foreign names in either order and without a comma: a mark behind them keeps them whole. */
const asWritten = (name: string, fields: Fields) =>
  /CNKI/i.test(fields.joined('W')) && !name.includes(',') ? `${name.trim()},` : name;

function draftOf(fields: Fields): Draft {
  const draft = draftOfKind(fields.first('0')?.trim());
  const words = kindInWords(fields.first('9'));
  const authors = readNames(
    fields.values('A').flatMap((name) => (hasHan(name) ? divideNames(name) : [asWritten(name, fields)])),
  );
  const year = readDate(fields.first('D'));
  const notes = fields.values('Z', 'M');
  const isPubmed = /pubmed|medline|nlm/i.test(fields.joined('W', '~'));
  const isHouse = draft.type === 'book' || draft.type === 'thesis';
  return {
    ...draft,
    genre: words.genre ?? draft.genre,
    status: words.status ?? draft.status ?? statusInDate(fields.first('D')),
    key: fields.first('F')?.trim(),
    title: fields.first('T'),
    titleEn: said(fields.first('Q')),
    authors: authors.names,
    truncated: authors.truncated,
    // %Y is the tutor of a thesis, who is neither author nor editor.
    editors: readNames(fields.values('E')).names,
    container: isHouse ? undefined : said(fields.first('J', 'B')),
    containerShort: said(fields.first('O')),
    publisher: said(fields.first('I')),
    place: said(fields.first('C')),
    edition: said(fields.first('7')),
    volume: said(fields.first('V')),
    issue: said(fields.first('N')),
    page: readPages(fields.first('P')),
    issued: finer(year, readDate(fields.first('8'), yearOf(year))) ?? readDate(fields.first('8')),
    accessed: readDate(fields.first('[')),
    doi: [...fields.values('R'), ...notes.filter((note) => /doi/i.test(note)), ...fields.values('U')]
      .map(findDoi)
      .find(Boolean),
    pmid:
      fields
        .values('M')
        .map((text) => findPmid(text, isPubmed))
        .find(Boolean) ?? [...fields.values('Z', 'U')].map((text) => findPmid(text)).find(Boolean),
    pmcid: fields
      .values('2', 'Z', 'U')
      .map((text) => findPmcid(text))
      .find(Boolean),
    issn: findIssn(fields.joined('@')),
    isbn: findIsbn(fields.joined('@')),
    urls: fields.values('U'),
    language: fields.first('G'),
    keywords: fields.values('K').flatMap((line) => line.split(/[;；]+|\n/)),
    abstract: fields.joined('X'),
  };
}
