import { citeWords } from '../i18n/cite.ts';
import { coins } from '../citations/coins.ts';
import type { Citation } from '../citations/format.ts';
import { formatIds, formats, styleIds, styles, type FormatId, type StyleId } from '../citations/styles.ts';
import { baseAsWork, citationPaths, entryOf, worksBehind, type CitedNode } from '../evidence/citable.ts';
import type { ReferenceNode } from '../evidence/library.ts';
import { shortLabel } from './references.ts';
import type { Site } from './site.ts';
import { need } from '../model/need.ts';

/** One thing that a page offers to cite. */
interface CitedWork {
  /** Word for it in buttons and headings: publication, entry. */
  noun: 'publication' | 'entry' | 'base';
  /** What it is: `Smith et al. 2018`, `version 1.0`. */
  label: string;
  citations: Record<StyleId, Citation>;
  files: Record<FormatId, string>;
  /** For an entry, whose citation becomes that of one of its figures: what is replaced. */
  entry?: { key: string; title: string; url: string; name: string };
}

/** What a cite box shows. */
export interface CiteBoxContent {
  works: CitedWork[];
  /** Further publications, each with a record of its own. */
  further: ReferenceNode[];
  /** OpenURL context objects, the page's own subject first. */
  coins: string[];
}

/** Styles and file formats as a box offers them. */
export const offered = {
  styles: styleIds.map((id) => ({ id, ...styles[id] })),
  formats: formatIds.map((id) => ({ id, ...formats[id] })),
};

/** The publication behind an entry where there is one, and the entry. */
export function citeEntry(site: Site, node: CitedNode): CiteBoxContent {
  const { library, citations } = site;
  const works = ['trial', 'review', 'synthesis'].includes(node.kind) ? worksBehind(node, library) : [];
  const [main, ...further] = works;
  const entry = entryOf(node, library.base);
  return {
    works: [
      ...(main ? [publication(site, main)] : []),
      {
        noun: 'entry',
        label: citeWords.entryLabel(
          entry['container-title'] ?? '',
          citeWords.kinds[node.kind] ?? node.kind,
          node.data.version,
        ),
        citations: inStyles((style) => citations.entry(style, node)),
        files: citationPaths(node),
        entry: {
          key: entry.id,
          title: entry.title,
          url: need(entry.URL),
          name: node.kind === 'trial' ? node.name : entry.title,
        },
      },
    ],
    further,
    coins: [contextOf(site, node), ...works.map((work) => contextOf(site, work))],
  };
}

/** The base as a whole. */
export function citeBase(site: Site): CiteBoxContent {
  const { library, version } = site;
  const work = baseAsWork(library, version);
  return {
    works: [
      {
        noun: 'base',
        label: citeWords.baseLabel(library.base.name, version),
        citations: inStyles((style) => site.citations.whole(style, version)),
        files: Object.fromEntries(formatIds.map((format) => [format, `/cite/base.${format}`])) as Record<
          FormatId,
          string
        >,
      },
    ],
    further: [],
    coins: [coins(work)],
  };
}

/** A work of the library. */
export function citeReference(site: Site, reference: ReferenceNode): CiteBoxContent {
  return { works: [publication(site, reference)], further: [], coins: [contextOf(site, reference)] };
}

/** An entry or a work as an OpenURL context object. */
export function contextOf(site: Site, node: CitedNode | ReferenceNode): string {
  return coins(node.kind === 'reference' ? node.data : entryOf(node, site.library.base));
}

function publication(site: Site, reference: ReferenceNode): CitedWork {
  return {
    noun: 'publication',
    label: shortLabel(reference),
    citations: inStyles((style) => site.citations.work(style, reference)),
    files: citationPaths(reference),
  };
}

const inStyles = (citation: (style: StyleId) => Citation) =>
  Object.fromEntries(styleIds.map((style) => [style, citation(style)])) as Record<StyleId, Citation>;
