/** What a name is to the thing it names, as readers see it: "X, a brand name of Y". */
export const nameRoles = ['label', 'brand', 'code', 'chinese', 'synonym', 'short'] as const;
export type NameRole = (typeof nameRoles)[number];

/** Labels in English and, where they have one, Chinese. */
export interface Label {
  en: string;
  zh?: string | undefined;
}

/**
 * Something of the field that has names: a therapy, a class, a target, a setting, an endpoint, an
 * abbreviation …
 */
export interface SearchEntity {
  /** Kind and id, such as `therapy:ID`: what structured search asks for. */
  id: string;
  label: Label;
  names: { text: string; role: NameRole }[];
  /** Its page or list. */
  url?: string;
  /** Pages that are about it, with how much: 15 for its own page. */
  about: [url: string, weight: number][];
}

/** What the base knows of a page beside its text. */
export interface SearchEntry {
  url: string;
  title: Label;
  /** Whole names: acronyms, keys, numbers of registries; each alone leads to this page first. */
  names: string[];
  /** Identifiers as `identifierKey` writes them. */
  identifiers: string[];
  /** Authors, journals … with their weight. */
  fields: [text: string, weight: number][];
  year?: number | undefined;
  patients?: number | undefined;
  /** A line for lists of results, where the description of the page is none. */
  line?: Label | undefined;
}

/** A figure of a study as a result of a search. */
export interface SearchFigure {
  url: string;
  /** The page of its study. */
  trial: string;
  study: string;
  endpoint: Label;
  /** The figure in words: `80%`, `61% at 33 months`. */
  value: string;
  interval?: string | undefined;
  computed: boolean;
  /** Arm and population. */
  of: string;
  source: string;
  sourceUrl: string;
}

/** All that the search knows beside the pages. */
export interface SearchContent {
  entities: SearchEntity[];
  entries: SearchEntry[];
  /** Figures that stand for their arms, by the id of their endpoint. */
  figures: Map<string, SearchFigure[]>;
  /** By facet, what a value is called where it is shown otherwise than in addresses. */
  facetLabels: Record<string, Record<string, string>>;
}
