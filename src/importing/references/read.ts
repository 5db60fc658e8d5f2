import { readBibtex } from './bibtex/read.ts';
import type { Part } from './bibtex/scan.ts';
import { readCslJson, readCslList, readCslYaml } from './csl.ts';
import type { FileRecord } from './draft.ts';
import { readEndnoteXml } from './endnote-xml.ts';
import { isiTable, readIsi, readIsiTable } from './isi.ts';
import { readNbib } from './nbib.ts';
import { readCnki, readNoteExpress } from './noteexpress.ts';
import { readPubmedXml } from './pubmed-xml.ts';
import { readRefer } from './refer.ts';
import { readRefworks } from './refworks.ts';
import { readRis } from './ris.ts';
import { segmentSize, segmentsOf, type Segment } from './segments.ts';
import { readEmbase, readScopus, tableOf } from './table.ts';
import { withHead } from '../with-head.ts';

/**
 * Every form of file that is read, by the name that reports use. Some forms are read whole, in segments of
 * whole records …
 */
const readers = {
  BibTeX: readBibtex,
  RIS: readRis,
  'PubMed (nbib)': readNbib,
  'EndNote (.enw)': readRefer,
  NoteExpress: readNoteExpress,
  CNKI: readCnki,
  RefWorks: readRefworks,
  'Web of Science': readIsi,
  'CSL-JSON': readCslJson,
  'CSL-YAML': readCslYaml,
} as const satisfies Record<string, (text: string) => Iterable<FileRecord>>;
/** … tables row by row and XML element by element. */
const pieceReaders = {
  'PubMed XML': readPubmedXml,
  'EndNote XML': readEndnoteXml,
  'Web of Science (tabs)': readIsiTable,
  'Scopus (CSV)': readScopus,
  'Embase (CSV)': readEmbase,
} as const satisfies Record<string, (pieces: Iterable<string>) => Iterable<FileRecord>>;
export type Form = keyof typeof readers | keyof typeof pieceReaders;

/** Lines by which a form is recognised. */
const signs: [form: Form, sign: RegExp][] = [
  ['NoteExpress', /^[ \t]*\{Reference Type\}/m],
  ['CNKI', /^DataType\s*[:：]\s*\d/m],
  ['RIS', /^[ \t]?TY {1,2}-/m],
  ['PubMed (nbib)', /^PMID ?- ?\d/m],
  ['EndNote (.enw)', /^[ \t]?%0(?:[ \t]|$)/m],
  ['Web of Science', /^(?:FN (?:Clarivate|Thomson|ISI)|PT [JBSPC]$)/m],
  ['RefWorks', /^RT [A-Z]/m],
  ['CSL-YAML', /^(?:references:|[ \t]*- +["']?(?:id|type|title)["']?:[ \t])/m],
  ['BibTeX', /^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]/m],
];

/** The form of a text, by what it is and not by its name; nothing where it is none that is read. */
export function formOf(text: string): Form | undefined {
  const start = text.trimStart();
  if (start.startsWith('<')) {
    const head = start.slice(0, 5_000);
    if (/<(?:PubmedArticleSet|PubmedBookArticleSet|PubmedArticle|PubmedBookArticle)\b/.test(head))
      return 'PubMed XML';
    return /<xml>\s*<records>|<records>\s*<record>|<RECORDS>/i.test(head) ? 'EndNote XML' : undefined;
  }
  if (/^[[{]\s*(?:["{[\]}]|$)/.test(start)) return 'CSL-JSON';
  const table = isiTable.test(start) ? 'Web of Science (tabs)' : tableOf(start);
  if (table) return table;
  const found = signs.flatMap(([form, sign]) => {
    const at = text.search(sign);
    return at < 0 ? [] : [{ form, at }];
  });
  // The sign that comes first: an abstract may hold a line that looks like another form.
  return found.reduce<(typeof found)[number] | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined)
    ?.form;
}

/**
 * The records of a text, which may come in pieces, in their order.
 *
 * @param size how many characters are read together
 * @throws Malformed where it is no JSON or YAML
 */
export function* recordsOf(pieces: Iterable<string>, form: Form, size = segmentSize): Generator<FileRecord> {
  if (isInPieces(form)) yield* pieceReaders[form](pieces);
  else if (form === 'CSL-JSON') yield* cslJsonOf(pieces, size);
  else if (form === 'BibTeX') yield* bibtexOf(segmentsOf(pieces, form, size));
  else for (const { text, line } of segmentsOf(pieces, form, size)) yield* moved(readers[form](text), line);
}

const isInPieces = (form: Form): form is keyof typeof pieceReaders => Object.hasOwn(pieceReaders, form);

/** Records with their lines in the whole text. */
function* moved(records: Iterable<FileRecord>, line: number): Generator<FileRecord> {
  for (const record of records) yield { ...record, line: record.line + line - 1 };
}

/**
 * A list that is long is read item by item; another file whole, so that its faults are reported as they
 * are.
 */
function* cslJsonOf(pieces: Iterable<string>, size: number): Generator<FileRecord> {
  const { head, all } = withHead(pieces, size);
  const isLong = head.length >= size && head.trimStart().startsWith('[');
  yield* isLong ? readCslList(all) : readCslJson([...all].join(''));
}

/** Strings that BibTeX defines hold for all that follows. */
function* bibtexOf(segments: Iterable<Segment>): Generator<FileRecord> {
  const strings = new Map<string, Part[]>();
  for (const { text, line } of segments) yield* moved(readBibtex(text, strings), line);
}
