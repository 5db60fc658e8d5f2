import { readDate, statusInDate, finer, yearOf } from './dates.ts';
import { emptyDraft, type Draft, type FileRecord } from './draft.ts';
import { findDoi, findIsbn, findIssn, findPmcid, findPmid } from './identifiers.ts';
import { kindInWords, kindNamed } from './kinds.ts';
import { readNames } from './names.ts';
import { readPages } from './pages.ts';
import { said } from './text.ts';
import { elementsAt, elementsOf, textAt, textOf, titleOf, type XmlElement } from '../xml.ts';

/** The records of an XML file of EndNote. */
export function* readEndnoteXml(pieces: Iterable<string>): Generator<FileRecord> {
  for (const found of elementsOf(pieces, new Set(['record', 'RECORD'])))
    yield 'fault' in found
      ? { line: found.line, refused: `the XML is broken (${found.fault})` }
      : { line: found.line, draft: draftOf(inSmallLetters(found)) };
}

/** EndNote 7 and before wrote all names in capitals. */
function inSmallLetters(element: XmlElement): XmlElement {
  if (element.name === element.name.toLowerCase()) return element;
  const children = element.children.map((child) =>
    typeof child === 'string' ? child : inSmallLetters(child),
  );
  return { ...element, name: element.name.toLowerCase().replaceAll('_', '-'), children };
}

function draftOf(record: XmlElement): Draft {
  const draft = emptyDraft();
  const [type] = elementsAt(record, 'ref-type');
  const kind = kindNamed(type?.attributes.name);
  if (type?.attributes.name !== undefined && kind === undefined)
    draft.notes.push(`the type ${type.attributes.name} is not known`);
  Object.assign(draft, kind);
  const text = (...path: string[]) => textAt(record, ...path);
  const people = (role: string) =>
    readNames(
      elementsAt(record, 'contributors', role, 'author').flatMap(
        (author) => textOf(author)?.split(/[\r\n]+/) ?? [],
      ),
    );
  const authors = people('authors');
  const words = kindInWords(text('work-type'));
  const [year, provider] = [
    readDate(text('dates', 'year')),
    [text('remote-database-provider'), text('remote-database-name')].join(' '),
  ];
  const dated = text('dates', 'pub-dates', 'date');
  const isHouse = draft.type === 'book' || draft.type === 'thesis';
  const journal = said(text('titles', 'secondary-title')) ?? said(text('periodical', 'full-title'));
  const urls = ['related-urls', 'web-urls', 'text-urls'].flatMap((list) =>
    elementsAt(record, 'urls', list, 'url'),
  );
  const addresses = [...urls, ...elementsAt(record, 'urls', 'url')].flatMap((url) => textOf(url) ?? []);
  const [accession, notes] = [text('accession-num'), text('notes')];
  const unread =
    said(text('dates', 'year')) !== undefined && !year && statusInDate(text('dates', 'year')) === undefined;
  if (unread) draft.notes.push(`the year ${JSON.stringify(text('dates', 'year'))} cannot be read`);
  return {
    ...draft,
    genre: words.genre ?? draft.genre,
    status: words.status ?? draft.status ?? statusInDate(text('dates', 'year')),
    key: said(text('label')),
    title: titleOf(elementsAt(record, 'titles', 'title')[0]),
    titleEn: said(text('titles', 'translated-title')),
    authors: authors.names,
    truncated: authors.truncated,
    editors:
      draft.type === 'chapter' || draft.type === 'paper-conference' || draft.type === 'book'
        ? people('secondary-authors').names
        : [],
    container: isHouse ? undefined : journal,
    containerShort: isHouse ? undefined : said(text('periodical', 'abbr-1') ?? text('titles', 'alt-title')),
    publisher: said(text('publisher')),
    place: said(text('pub-location')),
    edition: said(text('edition')),
    volume: said(text('volume')),
    issue: said(text('number')) ?? said(text('issue')),
    page: readPages(text('pages')),
    issued: finer(year, readDate(dated, yearOf(year))),
    accessed: readDate(text('access-date')),
    doiAsWritten: text('electronic-resource-num'),
    doi: [text('electronic-resource-num'), ...addresses, notes].map(findDoi).find(Boolean),
    pmid:
      findPmid(accession, /nlm|pubmed|medline/i.test(provider)) ??
      [notes, ...addresses].map((one) => findPmid(one)).find(Boolean),
    pmcid: [text('custom2'), notes, ...addresses].map((one) => findPmcid(one)).find(Boolean),
    issn: findIssn(text('isbn')),
    isbn: findIsbn(text('isbn')),
    urls: addresses,
    language: text('language'),
    keywords: elementsAt(record, 'keywords', 'keyword').flatMap(
      (word) => textOf(word)?.split(/[\r\n]+/) ?? [],
    ),
    abstract: text('abstract'),
  };
}
