import { readBibtex } from './bibtex/read.ts';
import { readCslJson, readCslYaml } from './csl.ts';
import type { FileRecord } from './draft.ts';
import { readEndnoteXml } from './endnote-xml.ts';
import { readIsi } from './isi.ts';
import { readNbib } from './nbib.ts';
import { readCnki, readNoteExpress } from './noteexpress.ts';
import { readPubmedXml } from './pubmed-xml.ts';
import { readRefer } from './refer.ts';
import { readRefworks } from './refworks.ts';
import { readRis } from './ris.ts';

/** Every form of file that is read, by the name that it is told by. */
const readers = {
  BibTeX: readBibtex,
  RIS: readRis,
  'PubMed (nbib)': readNbib,
  'PubMed XML': readPubmedXml,
  'EndNote XML': readEndnoteXml,
  'EndNote (.enw)': readRefer,
  NoteExpress: readNoteExpress,
  CNKI: readCnki,
  RefWorks: readRefworks,
  'Web of Science': readIsi,
  'CSL-JSON': readCslJson,
  'CSL-YAML': readCslYaml,
} as const satisfies Record<string, (text: string) => Iterable<FileRecord>>;
export type Form = keyof typeof readers;
export const forms = Object.keys(readers) as Form[];

/** What tells a form by a line of its own. */
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
    if (/<(?:PubmedArticleSet|PubmedBookArticleSet|PubmedArticle|PubmedBookArticle)\b/.test(head)) return 'PubMed XML';
    return /<xml>\s*<records>|<records>\s*<record>|<RECORDS>/i.test(head) ? 'EndNote XML' : undefined;
  }
  if (/^[[{]\s*(?:["{[\]}]|$)/.test(start)) return 'CSL-JSON';
  const found = signs.flatMap(([form, sign]) => {
    const at = text.search(sign);
    return at < 0 ? [] : [{ form, at }];
  });
  // The sign that comes first: an abstract may hold a line that looks like another form.
  return found.reduce<(typeof found)[number] | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined)?.form;
}

/** The records of a text in their order. @throws Malformed where it is no JSON or YAML */
export const recordsOf = (text: string, form: Form): Iterable<FileRecord> => readers[form](text);
