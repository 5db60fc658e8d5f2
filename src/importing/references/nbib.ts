import { readDate } from './dates.ts';
import { emptyDraft, type Draft, type FileRecord, type Name } from './draft.ts';
import { findDoi, findIsbn, findIssn, findPmcid, findPmid } from './identifiers.ts';
import { isGroup, person, readName } from './names.ts';
import { readPages } from './pages.ts';
import { ofPubmed } from './pubmed.ts';
import { type Fields, linesOf, type Field, recordOf } from './tagged.ts';
import { said } from './text.ts';

const tagLine = /^([A-Z]{2,4}[A-Z0-9]?) *- ?(.*)$/;

/**
 * The records of a file of PubMed or MEDLINE (nbib): each begins with its PMID, wrapped lines with six
 * spaces.
 */
export function* readNbib(text: string): Generator<FileRecord> {
  let fields: Field[] = [];
  for (const { text: content, line } of linesOf(text)) {
    if (content.trim() === '') continue;
    const [, tag, value = ''] = /^\s{3,}/.test(content) ? [] : (tagLine.exec(content) ?? []);
    if (tag === undefined) {
      const last = fields.at(-1);
      if (last && /^\s/.test(content)) last.value = `${last.value.trimEnd()} ${content.trim()}`;
      continue;
    }
    if (tag === 'PMID' && fields.length > 0) {
      yield recordOf(fields, draftOf);
      fields = [];
    }
    fields.push({ tag, value, line });
  }
  if (fields.length > 0) yield recordOf(fields, draftOf);
}

function draftOf(fields: Fields): Draft {
  const draft = emptyDraft();
  const isPart = fields.first('BTI') !== undefined;
  const location = (kind: string) =>
    fields
      .values('LID', 'AID')
      .find((value) => value.trim().endsWith(`[${kind}]`))
      ?.replace(/\[\w+\]\s*$/, '');
  return {
    ...draft,
    ...ofPubmed({
      kinds: fields.values('PT'),
      status: fields.first('PST') ?? '',
      title: fields.first('TI'),
      ownTitle: fields.first('VTI', 'TT'),
      bookTitle: fields.first('BTI', 'CTI'),
      journal: fields.first('JT'),
      journalShort: fields.first('TA'),
      retractedIn: fields.first('RIN'),
    }),
    authors: authorsOf(fields),
    truncated: fields.values('AU', 'FAU').some((name) => /^et al\.?$/i.test(name.trim())),
    editors: fields
      .values(fields.first('FED') === undefined ? 'ED' : 'FED')
      .flatMap((name) => nameOf(name) ?? []),
    publisher: isPart ? said(fields.first('PB')) : undefined,
    place: isPart ? said(fields.first('PL')) : undefined,
    edition: said(fields.first('EN')),
    volume: said(fields.first('VI')),
    issue: said(fields.first('IP')),
    page: readPages(fields.first('PG')),
    number: isPart || fields.first('PG') !== undefined ? undefined : articleNumber(location('pii')),
    issued: readDate(fields.first('DP')),
    doi: findDoi(location('doi')),
    doiAsWritten: location('doi'),
    pmid: findPmid(fields.first('PMID'), true),
    pmcid: findPmcid(fields.first('PMC')),
    issn: findIssn(fields.values('IS').join(' ')),
    isbn: findIsbn(fields.first('ISBN')),
    language: fields.first('LA'),
    keywords: [...fields.values('OT', 'MH'), ...fields.values('SI')],
    abstract: fields.first('AB'),
  };
}

/** A pii that is the number of an article (`e10`), not the publisher's own number of it. */
export const articleNumber = (pii: string | undefined): string | undefined => {
  const plain = pii?.trim() ?? '';
  return /^e\d{1,7}$|^\d{1,6}$/i.test(plain) ? plain : undefined;
};

/**
 * Persons and bodies in the order of the file: full names where the file has them. Investigators are no
 * authors.
 */
function authorsOf(fields: Fields): Name[] {
  const full = fields.first('FAU') !== undefined;
  return fields.all.flatMap(({ tag, value }) => {
    if (tag === 'CN') return said(value) === undefined ? [] : [{ literal: said(value) ?? '' }];
    if (tag !== (full ? 'FAU' : 'AU') || /^et al\.?$/i.test(value.trim())) return [];
    return nameOf(value) ?? [];
  });
}

/** `Muster, D Jr`, `Muster D Jr`, and `Allein`, whom nobody gives another name. */
function nameOf(value: string): Name | undefined {
  const text = value.trim();
  const [, family, given, ending] =
    /^(\S.*?)\s+(\p{Lu}{1,4})(?:\s+(Jr|Sr|[2-9](?:nd|rd|th)|I{2,3}|IV))?$/u.exec(text) ?? [];
  if (!text.includes(',') && family !== undefined) return person(family, given, ending);
  return text.includes(',') || isGroup(text) ? readName(text) : { family: text };
}
