import { emptyDraft, type Draft } from './draft.ts';

type Kind = Pick<Draft, 'type' | 'genre' | 'status'>;

const journal: Kind = { type: 'article-journal' };
const preprint: Kind = { type: 'article', genre: 'Preprint' };
const conference: Kind = { type: 'paper-conference' };
const abstract: Kind = { type: 'paper-conference', genre: 'Meeting abstract' };

/** What files call kinds of works, in small letters without signs → what they are here. */
const kinds: Record<string, Kind> = {
  ...{
    jour: journal,
    jfull: journal,
    ejour: journal,
    abst: journal,
    inpr: { ...journal, status: 'in press' },
  },
  ...{
    mgzn: journal,
    news: journal,
    journalarticle: journal,
    electronicarticle: journal,
    articlejournal: journal,
  },
  ...{
    magazinearticle: journal,
    newspaperarticle: journal,
    articlemagazine: journal,
    articlenewspaper: journal,
  },
  ...{ article: journal, review: journal, letter: journal, editorial: journal, journal },
  ...{
    book: { type: 'book' },
    ebook: { type: 'book' },
    edbook: { type: 'book' },
    editedbook: { type: 'book' },
  },
  ...{
    electronicbook: { type: 'book' },
    wholebook: { type: 'book' },
    bookwhole: { type: 'book' },
    monograph: { type: 'book' },
  },
  ...{
    chap: { type: 'chapter' },
    echap: { type: 'chapter' },
    encyc: { type: 'chapter' },
    dict: { type: 'chapter' },
  },
  ...{
    booksection: { type: 'chapter' },
    bookchapter: { type: 'chapter' },
    electronicbooksection: { type: 'chapter' },
  },
  ...{
    encyclopedia: { type: 'chapter' },
    entryencyclopedia: { type: 'chapter' },
    entrydictionary: { type: 'chapter' },
  },
  ...{ entry: { type: 'chapter' }, chapter: { type: 'chapter' } },
  ...{
    conf: conference,
    cpaper: conference,
    conferencepaper: conference,
    conferenceproceedings: conference,
    slide: conference,
  },
  ...{
    conferenceproceeding: conference,
    paperconference: conference,
    speech: conference,
    presentation: conference,
  },
  ...{ meetingabstract: abstract, conferenceabstract: abstract, poster: { ...conference, genre: 'Poster' } },
  ...{
    thes: { type: 'thesis' },
    thesis: { type: 'thesis' },
    dissertation: { type: 'thesis' },
    dissertationthesis: { type: 'thesis' },
  },
  ...{
    mastersthesis: { type: 'thesis', genre: "Master's thesis" },
    phdthesis: { type: 'thesis', genre: 'Doctoral thesis' },
  },
  ...{
    rprt: { type: 'report' },
    report: { type: 'report' },
    govdoc: { type: 'report' },
    governmentdocument: { type: 'report' },
  },
  ...{ stand: { type: 'report', genre: 'Standard' }, standard: { type: 'report', genre: 'Standard' } },
  ...{ pat: { type: 'report', genre: 'Patent' }, patent: { type: 'report', genre: 'Patent' } },
  ...{ stat: { type: 'report', genre: 'Statute' }, legislation: { type: 'report', genre: 'Statute' } },
  ...{
    elec: { type: 'webpage' },
    icomm: { type: 'webpage' },
    blog: { type: 'webpage' },
    webpage: { type: 'webpage' },
  },
  ...{
    web: { type: 'webpage' },
    website: { type: 'webpage' },
    postweblog: { type: 'webpage' },
    post: { type: 'webpage' },
  },
  ...{ onlinemultimedia: { type: 'webpage' }, webpages: { type: 'webpage' }, internet: { type: 'webpage' } },
  ...{
    data: { type: 'dataset' },
    dataset: { type: 'dataset' },
    aggr: { type: 'dataset' },
    dbase: { type: 'dataset' },
  },
  ...{ onlinedatabase: { type: 'dataset' }, aggregateddatabase: { type: 'dataset' } },
  ...{ comp: { type: 'article', genre: 'Software' }, software: { type: 'article', genre: 'Software' } },
  ...{ computerprogram: { type: 'article', genre: 'Software' } },
  ...{
    unpb: { type: 'article' },
    manscpt: { type: 'article', genre: 'Manuscript' },
    unpublishedwork: { type: 'article' },
  },
  ...{
    unpublished: { type: 'article' },
    manuscript: { type: 'article', genre: 'Manuscript' },
    preprint,
    eprint: preprint,
  },
  ...{ gen: {}, generic: {}, document: {}, misc: {}, pamp: { type: 'article', genre: 'Pamphlet' } },
  ...{
    期刊: journal,
    期刊文章: journal,
    会议: conference,
    会议论文: conference,
    图书: { type: 'book' },
    学位论文: { type: 'thesis' },
  },
  ...{
    博士: { type: 'thesis', genre: 'Doctoral thesis' },
    硕士: { type: 'thesis', genre: "Master's thesis" },
  },
};

const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** What a kind of works that a file names is here; nothing where the name is not known. */
export function kindNamed(name: string | undefined): Kind | undefined {
  const key = plain(name ?? '');
  return Object.hasOwn(kinds, key) ? kinds[key] : undefined;
}

/** A draft of the kind that a file names; it notes a name that is not known. */
export function draftOfKind(name: string | undefined): Draft {
  const [draft, kind] = [emptyDraft(), kindNamed(name)];
  if (name !== undefined && kind === undefined) draft.notes.push(`the type ${name} is not known`);
  return Object.assign(draft, kind);
}

/**
 * What words beside the type say more: `Conference Abstract`, `Article in Press`, `硕士`, `PhD thesis`,
 * `Preprint`.
 */
export function kindInWords(words: string | undefined): Pick<Kind, 'genre' | 'status'> {
  const text = words ?? '';
  if (/in.?press|early.?access/i.test(text)) return { status: 'in press' };
  if (/ahead.?of.?print|网络首发/i.test(text)) return { status: 'ahead of print' };
  if (/(?:conference|meeting|congress).?abstract/i.test(text)) return { genre: 'Meeting abstract' };
  if (/preprint/i.test(text)) return { genre: 'Preprint' };
  if (/硕士|master|mathesis|m\.?sc\b/i.test(text)) return { genre: "Master's thesis" };
  if (/博士|ph\.?\s?d|doctor|dissertation/i.test(text)) return { genre: 'Doctoral thesis' };
  return {};
}

/** The kind of a work of which the file names none: by what holds it. */
export function guessedType(draft: Draft): NonNullable<Draft['type']> {
  const { container, isbn, urls, publisher, doi, pmid, volume, page } = draft;
  const isPlaced = (doi ?? pmid ?? volume ?? page) !== undefined;
  if (container !== undefined && (isPlaced || urls.length === 0)) return 'article-journal';
  if (isbn !== undefined) return 'book';
  if (urls.length > 0) return 'webpage';
  return publisher === undefined ? 'article' : 'report';
}
