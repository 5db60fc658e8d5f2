import { dateFields, dateParts, isoDate, isSpan, seasonName } from './dates.ts';
import { pageOf, type Citable } from './entry.ts';
import { langid, languageName } from './languages.ts';
import { authorsToTex, namesToTex } from './names.ts';
import { toTex, verbatim, webAddress, type TexOptions } from './tex.ts';
import { titleToTex } from './title.ts';
import { capitalised } from '../model/need.ts';

type Field = [name: string, value: string];

/**
 * The entry type and the fields of one item, in order, values as TeX; fields without a value are left out.
 */
export function entryFields(item: Citable, options: TexOptions): { type: string; fields: Field[] } {
  const tex = (text: string | undefined): string => (text === undefined ? '' : toTex(text, options));
  const author = authorsToTex(item, options);
  const type = entryType(item);
  const translated = item.custom?.['title-en'];

  const fields: Field[] = [
    ['author', author],
    ['editor', namesToTex(item.editor, options)],
    // What styles sort and label by where nobody is named. Some print it, so it must read as a name.
    ['key', author === '' ? tex(item.publisher ?? item['container-title'] ?? item.genre ?? 'Anonymous') : ''],
    ['title', titleToTex(item.title, options)],
    ['titleaddon', translated === undefined ? '' : `[${titleToTex(translated, options)}]`],
    ...placeFields(item, type, tex),
    ...dateFields(item.issued),
    // Classic styles know a span of time by its beginning alone.
    ['date', isSpan(item.issued) ? isoDate(item.issued) : ''],
    ['note', notes(item, type).map(tex).join('. ')],
    ['doi', verbatim(item.DOI ?? '')],
    // BibLaTeX, Zotero and pandoc know a PMID in these two; `pmid` is a field that biber refuses.
    ['eprint', item.PMID ?? ''],
    ['eprinttype', item.PMID === undefined ? '' : 'pubmed'],
    ['isbn', type === 'article' ? '' : (item.ISBN ?? '')],
    ['issn', type === 'article' ? (item.ISSN ?? '') : ''],
    ['url', webAddress(item.URL ?? '')],
    ['urldate', item.URL === undefined ? '' : isoDate(item.accessed)],
    ['keywords', tex(item.keyword?.replaceAll(',', '').replaceAll('; ', ', '))],
    ['langid', langid(item.language)],
    ['language', item.language.startsWith('en') ? '' : languageName(item.language)],
  ];
  return { type, fields: fields.filter(([, value]) => value !== '') };
}

/**
 * An entry type that classic BibTeX and biber share and whose fields hold where the work appeared: a meeting
 * abstract without a known author is `@article`, for `@misc` has no journal, volume and pages. Both clients
 * then say that the author or year is missing, which is true. Web pages and data sets are `@misc`: classic
 * styles know no `@online`.
 */
function entryType(item: Citable): string {
  const contained = item['container-title'] !== undefined;
  const published = item.publisher !== undefined;
  switch (item.type) {
    case 'article-journal':
      return contained ? 'article' : 'misc';
    case 'paper-conference':
      return contained ? 'inproceedings' : 'misc';
    case 'chapter':
      return contained && published ? 'incollection' : 'misc';
    case 'book':
      return published ? 'book' : 'misc';
    case 'report':
      return published ? 'techreport' : 'misc';
    case 'thesis':
      if (!published) return 'misc';
      return /master/i.test(item.genre ?? '') ? 'mastersthesis' : 'phdthesis';
    default:
      return 'misc';
  }
}

/** Where the work appeared, in the fields that its type has in both clients. */
function placeFields(item: Citable, type: string, tex: (text: string | undefined) => string): Field[] {
  const volume: Field = ['volume', tex(item.volume)];
  // A page range, or the article number that stands in its place: every style prints `pages`, few print
  // `eid`.
  const house: Field[] = [
    ['publisher', tex(item.publisher)],
    ['address', tex(item['publisher-place'])],
    ['edition', tex(item.edition)],
  ];
  const pages: Field = [
    'pages',
    item.page === undefined ? tex(pageOf(item)) : tex(pageRange(item.page)).replaceAll('–', '--'),
  ];
  switch (type) {
    case 'article':
      return [
        ['journal', tex(item['container-title'])],
        volume,
        // Classic styles complain of a number without a volume; BibLaTeX prints `issue` then.
        [item.volume === undefined ? 'issue' : 'number', tex(item.issue)],
        pages,
        ['eid', item.page === undefined ? '' : tex(item.number)],
      ];
    case 'inproceedings':
    case 'incollection':
      // In braces, or pandoc takes its capitals as it does those of a title.
      return [['booktitle', `{${tex(item['container-title'])}}`], volume, pages, ...house];
    case 'book':
      return [volume, ...house];
    case 'techreport':
      return [
        ['type', tex(item.genre)],
        ['number', tex(item.number)],
        ['institution', tex(item.publisher)],
      ];
    case 'mastersthesis':
    case 'phdthesis':
      return [
        ['type', tex(item.genre)],
        ['school', tex(item.publisher)],
      ];
    default:
      return [['howpublished', tex(whole(item))]];
  }
}

/** `Blood 12(3):1--9`, `ClinicalTrials.gov, NCT00000000`: all that `@misc` has no fields for, in one line. */
function whole(item: Citable): string | undefined {
  const issue = item.issue === undefined ? '' : `(${item.issue})`;
  const place = [`${item.volume ?? ''}${issue}`, item.page ?? item.number].filter(Boolean).join(':');
  const container = [item['container-title'], place].filter(Boolean).join(' ');
  const said = [
    item['container-title'],
    ...(item.author ?? []).map((name) => ('literal' in name ? name.literal : '')),
  ];
  const publisher = said.includes(item.publisher) ? undefined : item.publisher;
  return [container, publisher].filter(Boolean).join(', ') || undefined;
}

function notes(item: Citable, type: string): string[] {
  const typed = /report|thesis/.test(type);
  const placed = type === 'article' || type === 'misc';
  return [
    typed ? undefined : item.genre,
    item.status,
    item.version === undefined ? undefined : `Version ${item.version}`,
    // As a month it would be one that biber refuses.
    seasonName(item.issued) && `Published ${seasonName(item.issued)} ${dateParts(item.issued).year}`,
    item.issued === undefined && item.accessed !== undefined
      ? `Undated; read ${isoDate(item.accessed)}`
      : undefined,
    placed || item.issue === undefined ? undefined : `Issue ${item.issue}`,
    item.PMCID === undefined ? undefined : `PMCID: ${item.PMCID}`,
  ].flatMap((note) => (note === undefined ? [] : [capitalised(note)]));
}

/** `740-753` → `740–753`; a hyphen without digits on both sides is no range. */
function pageRange(pages: string): string {
  return pages.replace(/(\d\w*)\s*[-‐–—]+\s*(?=\w*\d)/g, '$1–');
}
