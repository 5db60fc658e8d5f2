import { readDate } from './dates.ts';
import { emptyDraft, type Draft, type FileRecord, type Name, type WorkDate } from './draft.ts';
import { findDoi, findIsbn, findIssn, findPmcid, findPmid } from './identifiers.ts';
import { person } from './names.ts';
import { articleNumber } from './nbib.ts';
import { pageSpan, readPages } from './pages.ts';
import { ofPubmed } from './pubmed.ts';
import { plainText, said } from './text.ts';
import { elementsAt, elementsOf, textAt, textOf, titleOf, type XmlElement } from '../xml.ts';

/** The records of PubMed's XML: articles, and books with their parts. */
export function* readPubmedXml(pieces: Iterable<string>): Generator<FileRecord> {
  for (const found of elementsOf(pieces, new Set(['PubmedArticle', 'PubmedBookArticle'])))
    if ('fault' in found) yield { line: found.line, refused: `the XML is broken (${found.fault})` };
    else yield { line: found.line, draft: found.name === 'PubmedArticle' ? articleOf(found) : bookOf(found) };
}

function articleOf(record: XmlElement): Draft {
  const [citation] = elementsAt(record, 'MedlineCitation');
  const [article] = elementsAt(citation, 'Article');
  const [journal] = elementsAt(article, 'Journal');
  const [issue] = elementsAt(journal, 'JournalIssue');
  const ids = elementsAt(record, 'PubmedData', 'ArticleIdList', 'ArticleId');
  const places = elementsAt(article, 'ELocationID').filter(({ attributes }) => attributes.ValidYN !== 'N');
  const numbered = (kind: string) =>
    textOf(ids.find(({ attributes }) => attributes.IdType === kind)) ??
    textOf(places.find(({ attributes }) => attributes.EIdType === kind));
  const notices = elementsAt(citation, 'CommentsCorrectionsList', 'CommentsCorrections');
  const [list] = elementsAt(article, 'AuthorList');
  const page =
    readPages(textAt(article, 'Pagination', 'MedlinePgn')) ??
    pageSpan(textAt(article, 'Pagination', 'StartPage'), textAt(article, 'Pagination', 'EndPage'));
  return {
    ...emptyDraft(),
    ...ofPubmed({
      kinds: elementsAt(article, 'PublicationTypeList', 'PublicationType').flatMap(
        (kind) => textOf(kind)?.trim() ?? [],
      ),
      status: textAt(record, 'PubmedData', 'PublicationStatus') ?? '',
      title: titleOf(elementsAt(article, 'ArticleTitle')[0]),
      ownTitle: titleOf(elementsAt(article, 'VernacularTitle')[0]),
      bookTitle: undefined,
      journal: textAt(journal, 'Title'),
      journalShort: textAt(journal, 'ISOAbbreviation') ?? textAt(citation, 'MedlineJournalInfo', 'MedlineTA'),
      retractedIn: textOf(notices.find(({ attributes }) => attributes.RefType === 'RetractionIn')),
    }),
    authors: namesIn(list),
    truncated: list?.attributes.CompleteYN === 'N',
    volume: said(textAt(issue, 'Volume')),
    issue: said(textAt(issue, 'Issue')),
    page,
    number: page === undefined ? articleNumber(numbered('pii')) : undefined,
    issued: dateIn(elementsAt(issue, 'PubDate')[0]) ?? dateIn(elementsAt(article, 'ArticleDate')[0]),
    doi: findDoi(numbered('doi')),
    doiAsWritten: numbered('doi'),
    pmid: findPmid(textAt(citation, 'PMID'), true),
    pmcid: findPmcid(numbered('pmc')),
    issn: findIssn(
      elementsAt(journal, 'ISSN')
        .map((one) => `${textOf(one)} (${one.attributes.IssnType})`)
        .join(' '),
    ),
    language: textAt(article, 'Language'),
    keywords: [
      ...elementsAt(citation, 'KeywordList', 'Keyword'),
      ...elementsAt(citation, 'MeshHeadingList', 'MeshHeading', 'DescriptorName'),
      ...elementsAt(article, 'DataBankList', 'DataBank', 'AccessionNumberList', 'AccessionNumber'),
    ].flatMap((one) => textOf(one) ?? []),
    abstract: abstractIn(article),
  };
}

function bookOf(record: XmlElement): Draft {
  const [document] = elementsAt(record, 'BookDocument');
  const [book] = elementsAt(document, 'Book');
  const lists = [...elementsAt(document, 'AuthorList'), ...elementsAt(book, 'AuthorList')];
  const own = elementsAt(document, 'AuthorList').filter(({ attributes }) => attributes.Type !== 'editors');
  const editors = lists.filter(({ attributes }) => attributes.Type === 'editors');
  const title = titleOf(elementsAt(document, 'ArticleTitle')[0]);
  const authors =
    own.length > 0 || title !== undefined ? own : lists.filter((list) => !editors.includes(list));
  const ids = elementsAt(record, 'PubmedBookData', 'ArticleIdList', 'ArticleId').concat(
    elementsAt(document, 'ArticleIdList', 'ArticleId'),
  );
  return {
    ...emptyDraft(),
    ...ofPubmed({
      kinds: [],
      status: '',
      title,
      ownTitle: textAt(document, 'VernacularTitle'),
      bookTitle: textAt(book, 'BookTitle'),
      journal: undefined,
      journalShort: undefined,
      retractedIn: undefined,
    }),
    authors: authors.flatMap(namesIn),
    editors: editors.flatMap(namesIn),
    publisher: said(textAt(book, 'Publisher', 'PublisherName')),
    place: said(textAt(book, 'Publisher', 'PublisherLocation')),
    edition: said(textAt(book, 'Edition')),
    volume: said(textAt(book, 'Volume')),
    page: readPages(textAt(document, 'Pagination', 'MedlinePgn')),
    issued: dateIn(elementsAt(book, 'PubDate')[0]),
    doi: findDoi(textOf(ids.find(({ attributes }) => attributes.IdType === 'doi'))),
    pmid: findPmid(textAt(document, 'PMID'), true),
    isbn: findIsbn(textAt(book, 'Isbn')),
    language: textAt(document, 'Language'),
    abstract: abstractIn(document),
  };
}

/**
 * Persons and bodies of a list; a name that PubMed marks as invalid stands there a second time, spelt
 * rightly.
 */
function namesIn(list: XmlElement | undefined): Name[] {
  return elementsAt(list, 'Author').flatMap((author): Name[] => {
    if (author.attributes.ValidYN === 'N') return [];
    const body = said(textAt(author, 'CollectiveName'));
    if (body !== undefined) return [{ literal: body }];
    const family = plainText(textAt(author, 'LastName') ?? '');
    const given = plainText(textAt(author, 'ForeName') ?? textAt(author, 'Initials') ?? '');
    const ending = plainText(textAt(author, 'Suffix') ?? '');
    return family === '' && given === '' ? [] : [person(family, given, ending === '' ? undefined : ending)];
  });
}

function dateIn(date: XmlElement | undefined): WorkDate | undefined {
  if (!date) return undefined;
  const part = (name: string) => textAt(date, name) ?? '';
  return readDate(
    part('MedlineDate') ||
      [part('Year'), part('Month') || part('Season'), part('Day')].filter(Boolean).join(' '),
  );
}

function abstractIn(article: XmlElement | undefined): string | undefined {
  const parts = elementsAt(article, 'Abstract', 'AbstractText').map((part) =>
    [part.attributes.Label, textOf(part)].filter(Boolean).join(': '),
  );
  return parts.join(' ');
}
