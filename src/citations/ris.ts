import { firstAuthorsOnly, pubmedId } from './csl.ts';
import { dateParts, isoDate, isoStart, isSpan, seasonName } from './dates.ts';
import { pageOf, type Citable } from './entry.ts';
import { wholeFamily, type Name } from './names.ts';
import { tidy } from './text.ts';
import { plainTitle } from './title.ts';

type Line = [tag: string, value: string | undefined];

const types: Record<Citable['type'], string> = {
  'article-journal': 'JOUR',
  article: 'UNPB',
  book: 'BOOK',
  chapter: 'CHAP',
  dataset: 'DATA',
  'paper-conference': 'CONF',
  report: 'RPRT',
  thesis: 'THES',
  webpage: 'ELEC',
};

/**
 * Works in RIS (the tags of 2011, as Zotero, EndNote and citation-js read them), UTF-8, LF, a blank line
 * between records; no items give an empty text. Each value is one line of plain text: no markup, and never
 * wrapped, for readers take a broken line for a new one.
 */
export function toRis(items: Citable[]): string {
  return items.map((item) => record(item)).join('\n');
}

function record(item: Citable): string {
  const lines = linesOf(item).flatMap(([tag, value]) => {
    const text = tidy(value ?? '');
    return text === '' ? [] : [`${tag}  - ${text}`];
  });
  return `${[...lines, 'ER  - '].join('\n')}\n`;
}

/** The lines of a record, in order; those without a value are left out. */
function linesOf(item: Citable): Line[] {
  const journal = item.type === 'article-journal';
  const { year, month, day } = dateParts(item.issued);
  const [first, last] = pageRange(item);
  return [
    ['TY', types[item.type]],
    ['ID', item.id],
    ...(item.author ?? []).map((name): Line => ['AU', nameText(name)]),
    ...(item.editor ?? []).map((name): Line => ['ED', nameText(name)]),
    ['TI', plainTitle(item.title)],
    ['T2', item['container-title']],
    // Of a conference T2 is the name, and this the volume.
    ['C3', item.type === 'paper-conference' ? item['container-title'] : undefined],
    ['JF', journal ? item['container-title'] : undefined],
    ['JO', journal ? item['container-title-short'] : undefined],
    ['J2', journal ? item['container-title-short'] : undefined],
    ['PY', year === undefined ? undefined : String(year).padStart(4, '0')],
    // Year, month, day and season.
    [
      'DA',
      year === undefined
        ? undefined
        : [String(year).padStart(4, '0'), two(month), two(day), seasonName(item.issued) ?? ''].join('/'),
    ],
    ['VL', item.volume],
    ['IS', item.issue],
    ['SP', first],
    ['EP', last],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ['ET', item.version ?? item.edition],
    ['SN', item.ISSN ?? item.ISBN],
    ['AN', item.PMID],
    ['C2', item.PMCID],
    ['DO', item.DOI],
    ['UR', item.URL],
    ['Y2', isoStart(item.accessed).replaceAll('-', '/')],
    ['LA', item.language],
    ...(item.keyword?.split('; ') ?? []).map((word): Line => ['KW', word]),
    // The kind of work is not in M3, which Zotero takes for a DOI, nor the English title in TT, which others
    // take for the title.
    ...notes(item).map((note): Line => ['N1', note]),
  ];
}

const two = (part: number | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'));

/** `van der Berg, Anna, Jr.`: a comma parts the parts of a name, so a name has none of its own. */
function nameText(name: Name): string {
  if ('literal' in name) return name.literal;
  const family = wholeFamily(name);
  const given = name.suffix === undefined ? name.given : (name.given ?? '');
  return [family, given, name.suffix].filter((part) => part !== undefined).join(', ');
}

/**
 * `740-753` → 740 and 753; `e560–e568` → e560 and e568; an article number or a list of pages stands whole.
 */
function pageRange(item: Citable): [first: string | undefined, last: string | undefined] {
  const { page } = item;
  if (page === undefined) return [pageOf(item), undefined];
  const range = /^([^\s,;‐–—-]+)\s*[-‐–—]+\s*([^\s,;‐–—-]+)$/.exec(tidy(page));
  return range ? [range[1], range[2]] : [page, undefined];
}

function notes(item: Citable): string[] {
  const { genre, status, custom } = item;
  const translated = custom?.['title-en'];
  return [
    genre,
    status,
    isSpan(item.issued) ? `Published ${isoDate(item.issued)}` : undefined,
    translated && `English title: ${plainTitle(translated)}`,
    custom?.['authors-truncated'] ? firstAuthorsOnly : undefined,
    // Where Zotero finds them; EndNote has them in AN and C2.
    [pubmedId('PMID', item), pubmedId('PMCID', item)].filter(Boolean).join('; '),
  ].filter((note) => note !== undefined);
}
