import type { Draft, FileRecord } from './draft.ts';
import { finer, readDate, statusInDate, yearOf } from './dates.ts';
import { findDoi, findIsbn, findIssn, findPmcid, findPmid } from './identifiers.ts';
import { kindInWords, draftOfKind } from './kinds.ts';
import { readNames } from './names.ts';
import { pageSpan, readPages } from './pages.ts';
import { type Fields, linesOf, type Field, recordOf } from './tagged.ts';
import { said } from './text.ts';
import { firstAuthorsOnly } from '../../citations/csl.ts';

/*
 * citation-js cannot read what programs really write: it takes every line for a tag or nothing, so a wrapped
 * line is lost, a search history becomes part of a work, and a record whose type stands in its middle ends
 * the run.
 */

/**
 * Two capitals or a capital and a digit, a dash, and what is said. EndNote leaves out the space after the
 * dash.
 */
const tagLine = /^\s?([A-Z][A-Z0-9]) {1,2}-(?: ?(.*)| *)$/;
const closing = /^\s?ER {1,2}-\s*$/;
/** A tag that a program glued to the line before it. */
const glued = /\s[A-Z][A-Z0-9] {1,2}-\s.*$/;
const short = new Set('VL IS SP EP UR PY Y1 DA SN DO JO JF JA T2 CY PB'.split(' '));
/** Values of which EndNote writes one a line under one tag. */
const listed = new Set(['KW', 'AU', 'A1', 'A2', 'ED']);

/** The records of a RIS file. What stands between the closing tag of one and the next belongs to none. */
export function* readRis(text: string): Generator<FileRecord> {
  let fields: Field[] = [];
  let typed = false;
  const done = function* (): Generator<FileRecord> {
    if (typed || hasTitle(fields)) yield recordOf(fields, draftOf);
    [fields, typed] = [[], false];
  };
  for (const { text: content, line } of linesOf(text)) {
    if (closing.test(content)) {
      yield* done();
      continue;
    }
    const [, tag, rest = ''] = tagLine.exec(content) ?? [];
    if (tag !== undefined && tag !== 'ER') {
      if (tag === 'TY' && typed) yield* done();
      typed ||= tag === 'TY';
      fields.push({ tag, value: short.has(tag) ? rest.replace(glued, '') : rest, line });
    } else if (typed) continueWith(content, line, fields);
    // Before the type of a record only tags that lead straight to it are its own.
    else if (!hasTitle(fields)) fields = [];
  }
  yield* done();
}

const hasTitle = (fields: readonly Field[]) =>
  fields.some(({ tag, value }) => /^(?:TI|T1)$/.test(tag) && value.trim() !== '');

function continueWith(content: string, line: number, fields: Field[]): void {
  const last = fields.at(-1);
  if (!last || content.trim() === '') return;
  if (listed.has(last.tag)) fields.push({ tag: last.tag, value: content, line });
  else last.value += ` ${content.trim()}`;
}

function draftOf(fields: Fields): Draft {
  const draft = draftOfKind(fields.first('TY')?.trim());
  const first = fields.values('AU');
  const authors = readNames([...first, ...fields.values('A1').filter((name) => !first.includes(name))]);
  const titles = titlesOf(fields, draft.type);
  const notes = fields.values('N1', 'M1', 'M3', 'C6');
  return {
    ...draft,
    ...titles,
    ...kindsOf(fields, draft),
    key: fields.first('ID')?.trim(),
    authors: authors.names,
    truncated: authors.truncated || notes.some((note) => note.includes(firstAuthorsOnly)),
    editors: readNames(fields.values(...editorTags(draft.type))).names,
    publisher: said(fields.first('PB')),
    place: said(fields.first('CY', 'PP')),
    edition: said(fields.first('ET')),
    volume: said(fields.first('VL')),
    issue: said(fields.first('IS', 'CP')),
    page: pageSpan(fields.first('SP'), fields.first('EP')),
    pageEnds: [fields.first('SP'), fields.first('EP')],
    number: readPages(fields.first('C7')),
    ...datesOf(fields),
    doi: [
      ...fields.values('DO', 'DI', 'DOI'),
      ...notes.filter((note) => /^\s*(?:doi\b|10\.)/i.test(note)),
      ...fields.values('UR', 'LK', 'L3'),
    ]
      .map(findDoi)
      .find(Boolean),
    doiAsWritten: fields.first('DO', 'DI', 'DOI'),
    ...numbersOf(fields, notes),
    urls: fields.values('UR', 'LK', 'L2'),
    language: fields.first('LA'),
    keywords: fields.values('KW'),
    abstract: fields.joined('AB', 'N2'),
  };
}

/**
 * Editors stand in A2 of a chapter, in A3 of a paper, in ED everywhere. Of a thesis A3 is the tutor, and no
 * editor.
 */
function editorTags(type: Draft['type']): string[] {
  if (type === 'chapter' || type === 'paper-conference') return ['ED', 'A2'];
  return type === 'book' ? ['ED', 'A2'] : ['ED'];
}

function titlesOf(fields: Fields, type: Draft['type']): Partial<Draft> {
  const title = fields.first('TI', 'T1', 'CT') ?? (type === 'book' ? fields.first('BT', 'T2') : undefined);
  const own: Partial<Draft> = { title, titleEn: englishTitle(fields) };
  if (type === 'book' || type === 'thesis') return own;
  if (type === 'chapter') return { ...own, container: said(fields.first('T2', 'BT', 'JF', 'JO')) };
  if (type === 'paper-conference')
    return { ...own, container: said(fields.first('T2', 'C3', 'BT', 'JF', 'JO', 'T3')) };
  if (type === 'webpage' || type === 'report' || type === 'dataset')
    return { ...own, container: said(fields.first('T2', 'JF', 'JO')) };
  const names = fields.values('JF', 'T2', 'JO', 'JA', 'J2', 'J1').flatMap((name) => said(name) ?? []);
  const container = names[0];
  const shorter = fields
    .values('JA', 'J2', 'J1', 'JO')
    .flatMap((name) => said(name) ?? [])
    .find((name) => name !== container);
  return { ...own, container, containerShort: shorter };
}

function englishTitle(fields: Fields): string | undefined {
  const noted = fields.values('N1').map((note) => /^\s*English title:\s*(.+)$/.exec(note)?.[1]);
  return said(noted.find(Boolean) ?? fields.first('TT'));
}

function kindsOf(fields: Fields, draft: Draft): Partial<Draft> {
  const words = fields.values('M3', 'PT', 'C9', 'U3').map(kindInWords);
  const noted = fields.values('N1').map((note) => (note.trim().length < 40 ? kindInWords(note) : {}));
  const all = [...words, ...noted];
  // `M.D.` in a note makes no thesis of an article.
  const genre = all
    .map((one) => one.genre)
    .find((one) => one !== undefined && (draft.type === 'thesis' || !one.endsWith('thesis')));
  const status = all.map((one) => one.status).find((one) => one !== undefined);
  return {
    genre: genre ?? draft.genre,
    status: status ?? draft.status ?? statusInDate(fields.first('PY', 'Y1')),
  };
}

function datesOf(fields: Fields): Partial<Draft> {
  const [stated] = fields
    .values('PY', 'Y1', 'YR')
    .flatMap((text) => (text.trim() === '' ? [] : [{ text, date: readDate(text) }]));
  const dated = fields.first('DA', 'Y1');
  const year = yearOf(stated?.date);
  const issued = finer(stated?.date, readDate(dated, year)) ?? readDate(dated);
  const unread = stated !== undefined && !stated.date && statusInDate(stated.text) === undefined;
  return {
    issued,
    accessed: readDate(fields.first('Y2')),
    notes: unread ? [`the year ${JSON.stringify(stated.text.trim())} cannot be read`] : [],
  };
}

function numbersOf(fields: Fields, notes: readonly string[]): Partial<Draft> {
  const isPubmed = /pubmed|medline|nlm/i.test(fields.joined('DB', 'DP'));
  const serial = fields.joined('SN');
  return {
    pmid:
      [...fields.values('PM'), ...fields.values('AN')]
        .map((text) => findPmid(text, isPubmed))
        .find(Boolean) ??
      [...notes, ...fields.values('UR', 'LK', 'C5')].map((text) => findPmid(text)).find(Boolean),
    pmcid: [...fields.values('C2', 'PC'), ...notes, ...fields.values('UR')]
      .map((text) => findPmcid(text))
      .find(Boolean),
    issn: findIssn(serial),
    isbn: findIsbn(serial),
  };
}
