import { readDate, finer, yearOf } from './dates.ts';
import { emptyDraft, type Draft, type FileRecord } from './draft.ts';
import { findDoi, findIsbn, findIssn, findPmid } from './identifiers.ts';
import { kindInWords } from './kinds.ts';
import { readName, readNames } from './names.ts';
import { pageSpan } from './pages.ts';
import { type Fields, linesIn, linesOf, type Field, recordOf } from './tagged.ts';
import { said } from './text.ts';

const tagLine = /^([A-Z][A-Z0-9])(?: (.*)|)$/;
/** Values of which each stands in a line of its own. */
const listed = new Set(['AU', 'AF', 'BE', 'BF', 'CA', 'GP']);

/** The records of a plain-text file of Web of Science: from `PT` to `ER`, wrapped lines with three spaces. */
export function* readIsi(text: string): Generator<FileRecord> {
  let fields: Field[] = [];
  for (const { text: content, line } of linesOf(text)) {
    if (/^\s/.test(content)) {
      const last = fields.at(-1);
      if (last && content.trim() !== '') {
        if (listed.has(last.tag)) fields.push({ tag: last.tag, value: content.trim(), line });
        else last.value += ` ${content.trim()}`;
      }
      continue;
    }
    const [, tag = '', value = ''] = tagLine.exec(content) ?? [];
    if ((tag === 'ER' || tag === 'PT') && fields.length > 0) {
      yield recordOf(fields, draftOf);
      fields = [];
    }
    if (tag !== '' && tag !== 'ER' && tag !== 'EF' && (tag === 'PT' || fields.length > 0))
      fields.push({ tag, value, line });
  }
  if (fields.length > 0) yield recordOf(fields, draftOf);
}

/** Values that a table has in one cell, separated by semicolons. */
const inOneCell = new Set([...listed, 'BA']);
export const isiTable = /^\uFEFF?PT\tAU\t/;

/** The records of a table of Web of Science: tags as names of columns, separated by tabs, without quotes. */
export function* readIsiTable(pieces: Iterable<string>): Generator<FileRecord> {
  let tags: string[] | undefined;
  for (const { text, line } of linesIn(pieces)) {
    if (text.trim() === '') continue;
    const cells = text.split('\t');
    if (tags === undefined) tags = cells.map((tag) => tag.replace('\uFEFF', '').trim());
    else yield recordOf(fieldsOf(cells, tags, line), draftOf);
  }
}

const fieldsOf = (cells: readonly string[], tags: readonly string[], line: number): Field[] =>
  cells.flatMap((cell, i) => {
    const [tag, value] = [
      tags[i] ?? '',
      cell.replace(/^"(.*)"$/s, (_, inner: string) => inner.replaceAll('""', '"')),
    ];
    return (inOneCell.has(tag) ? value.split(/\s*;\s*/) : [value]).map((one) => ({ tag, value: one, line }));
  });

const types: Record<string, NonNullable<Draft['type']>> = {
  J: 'article-journal',
  B: 'book',
  S: 'chapter',
  P: 'report',
  C: 'paper-conference',
};

function draftOf(fields: Fields): Draft {
  const full = fields.values('AF');
  const people = readNames(full.length > 0 ? full : fields.values('AU'));
  const groups = fields.values('CA', 'GP').flatMap((name) => readName(`${name},`) ?? []);
  const year = readDate(fields.first('PY'));
  const type = types[fields.first('PT')?.trim() ?? ''];
  const isPart =
    type === 'book' &&
    fields.first('SO') !== undefined &&
    fields.first('TI') !== fields.first('SO') &&
    fields.first('BP') !== undefined;
  return {
    ...emptyDraft(),
    type: isPart ? 'chapter' : type,
    ...kindInWords(fields.first('DT')),
    title: fields.first('TI'),
    authors: [...people.names, ...groups],
    truncated: people.truncated,
    editors: readNames(fields.first('BF') === undefined ? fields.values('BE') : fields.values('BF')).names,
    container: type === 'book' && !isPart ? undefined : said(fields.first('SO')),
    containerShort: said(fields.first('JI')),
    publisher: type === 'article-journal' ? undefined : said(fields.first('PU')),
    place: type === 'article-journal' ? undefined : said(fields.first('PI')),
    volume: said(fields.first('VL')),
    issue: said(fields.first('IS')),
    page: pageSpan(fields.first('BP'), fields.first('EP')),
    pageEnds: [fields.first('BP'), fields.first('EP')],
    number: said(fields.first('AR')),
    issued: finer(year, readDate(fields.first('PD'), yearOf(year))) ?? readDate(fields.first('EA')),
    doi: findDoi(fields.first('DI')),
    doiAsWritten: fields.first('DI'),
    pmid: findPmid(fields.first('PM'), true),
    issn: findIssn(fields.first('SN')) ?? findIssn(fields.first('EI')),
    isbn: findIsbn(fields.first('BN')),
    language: fields.first('LA'),
    keywords: (fields.first('DE') ?? '').split(';'),
    abstract: fields.first('AB'),
  };
}
