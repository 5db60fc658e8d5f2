import { firstAuthorsOnly } from './csl.ts';
import { isoStart } from './dates.ts';
import { pageOf, type Citable } from './entry.ts';
import { wholeFamily, type Name } from './names.ts';
import { tidy } from './text.ts';
import { plainTitle } from './title.ts';

type Field = [key: string, value: string | undefined];

/**
 * A work as an OpenURL context object (ANSI/NISO Z39.88-2004), for the `title` of a `<span class="Z3988">`:
 * what Zotero and other programs save from a page about several works. Not yet escaped for HTML.
 */
export function coins(item: Citable): string {
  const fields: Field[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_id', item.DOI && `info:doi/${item.DOI}`],
    ['rft_id', item.PMID && `info:pmid/${item.PMID}`],
    ['rft_id', item.URL],
    ...placeFields(item),
    ...authorFields(item.author ?? []),
    ['rft.date', isoStart(item.issued)],
    ['rft.volume', item.volume],
    ['rft.issue', item.issue],
    ['rft.pages', pageOf(item)],
    ['rft.issn', item.ISSN],
    ['rft.isbn', item.ISBN],
    ['rft.edition', item.edition],
    ['rft.place', item['publisher-place']],
    ['rft.language', item.language],
    // No key is made for a version, or for authors who are not listed; Zotero keeps this as the abstract.
    ['rft.description', remark(item)],
  ];
  return fields
    .map(([key, value]) => [key, tidy(value ?? '')] as const)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
}

function remark({ version, custom }: Citable): string | undefined {
  if (version !== undefined) return `Version ${version}`;
  return custom?.['authors-truncated'] ? firstAuthorsOnly : undefined;
}

/** What kind of work it is, its title, and what contains it. */
function placeFields(item: Citable): Field[] {
  const title = plainTitle(item.title);
  const container = item['container-title'];
  const publisher: Field = ['rft.pub', item.publisher];
  const book = (genre: string): Field[] => [
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:book'],
    ['rft.genre', genre],
  ];
  switch (item.type) {
    case 'article-journal':
      return [
        ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:journal'],
        ['rft.genre', 'article'],
        ['rft.atitle', title],
        ['rft.jtitle', container],
        ['rft.stitle', item['container-title-short']],
      ];
    case 'paper-conference':
      return [...book('proceeding'), ['rft.atitle', title], ['rft.btitle', container], publisher];
    case 'chapter':
      return [...book('bookitem'), ['rft.atitle', title], ['rft.btitle', container], publisher];
    case 'book':
    case 'report':
      return [...book(item.type), ['rft.btitle', title], publisher];
    case 'thesis':
      return [
        ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dissertation'],
        ['rft.title', title],
        ['rft.inst', item.publisher],
        ['rft.degree', item.genre],
      ];
    default:
      // Readers know web pages only as Dublin Core.
      return [
        ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
        ['rft.type', item.type === 'article' ? 'preprint' : item.type],
        ['rft.title', title],
        ['rft.source', container],
        ['rft.publisher', item.publisher],
        ['rft.identifier', item.URL],
      ];
  }
}

/**
 * Persons as `Smith, A B`, all alike: Zotero saves initials otherwise where `aulast` and `aufirst` name the
 * first. It puts `aucorp` before all persons, so a group that is not first is `au` too, with a comma that
 * keeps its words together.
 */
function authorFields(authors: readonly Name[]): Field[] {
  return authors.map((name, index): Field => {
    if (!('literal' in name))
      return ['rft.au', [wholeFamily(name), name.given, name.suffix].filter(Boolean).join(', ')];
    if (index === 0) return ['rft.aucorp', name.literal];
    return ['rft.au', /[\s,]/.test(name.literal) ? `${name.literal},` : name.literal];
  });
}
