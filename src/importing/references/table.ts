import { csvRows, type CsvRow } from '../../reading/csv-rows.ts';
import { separatorIn } from '../../reading/csv.ts';
import { finer, readDate, statusInDate, yearOf } from './dates.ts';
import { emptyDraft, type Draft, type FileRecord } from './draft.ts';
import { findDoi, findIsbn, findIssn, findPmid } from './identifiers.ts';
import { kindInWords, kindNamed } from './kinds.ts';
import { languageNamed } from './language.ts';
import { readNames } from './names.ts';
import { pageSpan, readPages } from './pages.ts';
import { said } from './text.ts';
import { withHead } from '../with-head.ts';

/** Exports of databases as tables, which Excel may have saved again with other marks between their cells. */
export type Table = 'Scopus (CSV)' | 'Embase (CSV)';

/**
 * What a record says under the names of its columns, in small letters: what stands in one cell, or in
 * several.
 */
type Values = ReadonlyMap<string, readonly string[]>;

const headLength = 20_000;
const headOf = (text: string) => /^\s*([^\r\n]*)/.exec(text.slice(0, headLength))?.[1] ?? '';
const namesIn = (head: string): string[] =>
  head.split(separatorIn(head)).map((name) => name.replace(/^[\s"\uFEFF]+|[\s"]+$/g, '').toLowerCase());

/**
 * The table that a text is, by the names of its columns or, where Embase writes a field a row, of its first
 * rows.
 */
export function tableOf(text: string): Table | undefined {
  const names = namesIn(headOf(text));
  const has = (...wanted: string[]) => wanted.every((name) => names.includes(name));
  if (
    has('title', 'source title') &&
    ['eid', 'authors', 'author full names', 'cited by'].some((name) => has(name))
  )
    return 'Scopus (CSV)';
  if (
    has('title') &&
    ['author names', 'pui', 'embase link', 'medline pmid', 'embase accession id'].some((name) => has(name))
  )
    return 'Embase (CSV)';
  return isByRow(text) ? 'Embase (CSV)' : undefined;
}

const isByRow = (text: string) =>
  /^\s*"?(?:RECORD \d+"?|TITLE"?[,;\t])[^\n]*\n(?:[^\n]*\n){0,60}?"?(?:AUTHOR NAMES|SOURCE|PUI|DOI)"?[,;\t]/.test(
    text.slice(0, headLength),
  );

/** The records of a table of Scopus: a row each. */
export const readScopus = (pieces: Iterable<string>): Iterable<FileRecord> => byColumn(pieces, scopusDraft);

/** The records of a table of Embase: a row each, or a row for each field. */
export function* readEmbase(pieces: Iterable<string>): Generator<FileRecord> {
  const { head, all } = withHead(pieces, headLength);
  yield* isByRow(head) ? byRow(all, head) : byColumn(all, embaseDraft);
}

function* byColumn(pieces: Iterable<string>, draftOf: (values: Values) => Draft): Generator<FileRecord> {
  const { head, all } = withHead(pieces, headLength);
  let names: string[] | undefined;
  for (const row of csvRows(all, separatorIn(headOf(head)))) {
    if ('fault' in row) yield refused(row);
    else if (names === undefined)
      names = row.cells.map((name) => name.replace('\uFEFF', '').trim().toLowerCase());
    else if (row.cells.length > names.length || row.cells.length < names.length / 2)
      yield refused({ line: row.line, fault: `${row.cells.length} cells under ${names.length} columns` });
    else {
      const cells = row.cells.map((cell, i) => [names?.[i] ?? '', [cell]] as const);
      yield { line: row.line, draft: draftOf(new Map(cells)) };
    }
  }
}

/** `"TITLE","…"`, `"AUTHOR NAMES","…","…"`: a record begins with its title or its number. */
function* byRow(pieces: Iterable<string>, head: string): Generator<FileRecord> {
  let open: { line: number; values: Map<string, readonly string[]> } | undefined;
  for (const row of csvRows(pieces, separatorIn(headOf(head)))) {
    if ('fault' in row) {
      yield refused(row);
      continue;
    }
    const [name = '', ...values] = row.cells.map((cell) => cell.trim());
    const own = name.replace('\uFEFF', '').toLowerCase();
    if (/^record \d+$/.test(own) || (own === 'title' && open?.values.has('title') !== false)) {
      if (open) yield { line: open.line, draft: embaseDraft(open.values) };
      open = { line: row.line, values: new Map() };
    }
    if (open && !open.values.has(own))
      open.values.set(
        own,
        values.filter((value) => value !== ''),
      );
  }
  if (open) yield { line: open.line, draft: embaseDraft(open.values) };
}

const refused = ({ line, fault }: Extract<CsvRow, { fault: string }>): FileRecord => ({
  line,
  refused: `no row of a table: ${fault}`,
});

/**
 * Names separated by semicolons, or by commas behind initials (`Example A.B., Muster M.`), without the
 * numbers behind them.
 */
const people = (values: readonly string[]) =>
  readNames(
    values
      .flatMap((value) => value.split(value.includes(';') ? /\s*;\s*/ : /(?<=\p{Lu}\.),\s+/u))
      .map((name) => name.replace(/\s*\(\d+\)\s*$/, ''))
      .filter((name) => !/^\[?no author/i.test(name)),
  );

const isEnglish = (language: string | undefined) =>
  language === undefined || languageNamed(language)?.startsWith('en') !== false;

/** `English title [Own title]` of a work in another language. */
function titlesOf(title: string | undefined, language: string | undefined): Pick<Draft, 'title' | 'titleEn'> {
  const [, english, own] = isEnglish(language)
    ? []
    : (/^(.{3,}?)[\s;]*\[([^[\]]{3,})\]\s*$/s.exec(title ?? '') ?? []);
  return own === undefined ? { title } : { title: own, titleEn: said(english) };
}

const kinds: Record<string, Pick<Draft, 'type' | 'genre' | 'status'>> = {
  ...{
    note: { type: 'article-journal' },
    'short survey': { type: 'article-journal' },
    erratum: { type: 'article-journal' },
  },
  ...{ 'data paper': { type: 'article-journal' }, 'conference review': { type: 'paper-conference' } },
  retracted: { type: 'article-journal', status: 'retracted' },
};
function kindOf(written: string | undefined, draft: Draft): Partial<Draft> {
  const words = written?.trim().toLowerCase() ?? '';
  const kind = (Object.hasOwn(kinds, words) ? kinds[words] : undefined) ?? kindNamed(words);
  if (words !== '' && kind === undefined && Object.keys(kindInWords(words)).length === 0)
    draft.notes.push(`the type ${written?.trim()} is not known`);
  return { ...kind, ...kindInWords(words) };
}

/** The first of some columns that says something. */
const firstOf =
  (values: Values) =>
  (...names: string[]) =>
    names.flatMap((name) => values.get(name) ?? []).find((value) => said(value) !== undefined);

/** All that the first of some columns says that says anything. */
const listOf = (values: Values, ...names: string[]): string[] =>
  names
    .map((name) => (values.get(name) ?? []).filter((value) => said(value) !== undefined))
    .find((own) => own.length > 0) ?? [];

function scopusDraft(values: Values): Draft {
  const first = firstOf(values);
  const draft = emptyDraft();
  const kind = kindOf(first('document type'), draft);
  const authors = people([first('author full names', 'authors') ?? '']);
  const language = first('language of original document')?.split(';')[0];
  const isHouse = kind.type === 'book';
  return {
    ...draft,
    ...kind,
    ...titlesOf(first('title'), language),
    status: kind.status ?? (/in press/i.test(first('publication stage') ?? '') ? 'in press' : undefined),
    authors: authors.names,
    truncated: authors.truncated,
    editors:
      kind.type === 'chapter' || kind.type === 'paper-conference' || isHouse
        ? people([first('editors') ?? '']).names
        : [],
    container: isHouse ? undefined : said(first('source title')),
    containerShort: isHouse ? undefined : said(first('abbreviated source title')),
    publisher: kind.type === 'article-journal' ? undefined : said(first('publisher')),
    volume: said(first('volume')),
    issue: said(first('issue')),
    page: pageSpan(first('page start'), first('page end')),
    pageEnds: [first('page start'), first('page end')],
    number: said(first('art. no.', 'article number')),
    issued: yearIn(first('year'), draft),
    doi: findDoi(first('doi')),
    doiAsWritten: first('doi'),
    pmid: findPmid(first('pubmed id'), true),
    issn: findIssn(withHyphen(first('issn'))),
    isbn: findIsbn(first('isbn')),
    urls: [first('link') ?? ''],
    language,
    keywords: (first('author keywords') ?? '').split(';'),
    abstract: first('abstract'),
  };
}

/** Excel takes the noughts from the beginning of a number. */
const withHyphen = (issn: string | undefined) =>
  issn?.replace(/^\d{5,7}[\dXx]?$/, (digits) => digits.padStart(8, '0'));

function embaseDraft(values: Values): Draft {
  const first = firstOf(values);
  const draft = emptyDraft();
  const kind = kindOf(first('publication type', 'document type'), draft);
  const authors = people(listOf(values, 'author names', 'authors'));
  const language = first('article language', 'language of article');
  const year = yearIn(first('publication year', 'year'), draft);
  const own = first('original title', 'original (non-english) title');
  return {
    ...draft,
    ...kind,
    title: own ?? first('title'),
    titleEn: own === undefined ? undefined : said(first('title')),
    status: kind.status ?? statusInDate(first('publication year')),
    authors: authors.names,
    truncated: authors.truncated,
    editors: kind.type === 'chapter' || kind.type === 'book' ? people(listOf(values, 'editors')).names : [],
    ...placeIn(first),
    publisher: said(first('book publisher')),
    issued:
      finer(year, readDate(first('date of publication'), yearOf(year))) ??
      readDate(first('date of publication')),
    doi: findDoi(first('doi')),
    doiAsWritten: first('doi'),
    pmid: findPmid(first('medline pmid'), true),
    issn: findIssn(first('issn')),
    isbn: findIsbn(first('isbn')),
    urls: [first('full text link') ?? ''],
    language,
    keywords: listOf(values, 'author keywords').flatMap((word) => word.split(/[;,]\s*/)),
    abstract: first('abstract', 'original abstract'),
  };
}

/**
 * Where it appeared: in columns, or in the one line of `Source`: `Journal of Cells (2034) 12:3 (131-144)`.
 */
function placeIn(first: ReturnType<typeof firstOf>): Partial<Draft> {
  const source = first('source');
  const [, journal, volume, issue, pages] =
    /^(.{2,200}?)\s*\(\d{4}\)\s*(?:(\S{1,20}?)(?::([^()]{1,30}?))?\s*)?(?:\(([^()]{1,30})\))?\.?\s*(?:Date of Publication.*)?$/i.exec(
      source ?? '',
    ) ?? [];
  return {
    container: said(first('source title')) ?? said(journal) ?? said(source),
    volume: said(first('volume')) ?? said(volume),
    issue: said(first('issue')) ?? said(issue),
    page: pageSpan(first('first page'), first('last page')) ?? readPages(pages),
    pageEnds: [first('first page'), first('last page')],
    number: said(first('article number')),
  };
}

function yearIn(written: string | undefined, draft: Draft): Draft['issued'] {
  const year = readDate(written);
  if (written !== undefined && !year && statusInDate(written) === undefined)
    draft.notes.push(`the year ${JSON.stringify(written.trim())} cannot be read`);
  return year;
}
