import type { SearchFigure } from './entities.ts';

/*
 * The files of an index, one set a language: `search-index/en.json` says where the rest of one build lies,
 * in a folder named by its content, so that no browser mixes two builds. A query reads the names, the parts
 * of the list of terms that its words lie in, and the pages that it shows.
 */

/** `search-index/LANGUAGE.json` */
export interface Start {
  /** Folder of the other files, beneath `search-index/`. */
  at: string;
  pages: number;
  /** Kinds of pages, each with its first: pages go by kind. */
  kinds: [kind: string, first: number][];
  /** First term of each `terms/N.txt`. */
  terms: string[];
  /** How many pages a `pages/N.json` has. */
  block: number;
  /** Endpoints with a file of figures. */
  figures: string[];
}

/** `names.json`: what the field has names for. */
export interface Names {
  /** Id, labels, and number of the page or address of the list that shows it; 0 for none. */
  entities: [id: string, en: string, zh: string, page: number | string][];
  names: [name: string, entity: number, role: number][];
}

/** One page in `pages/N.json`. */
export type PageRow = [url: string, title: string, other: string, line: string];

/** One row of `figures/ENDPOINT.json`. */
export type NumberedFigure = SearchFigure & { page: number };

/** `numbers.json`: year and patients of each page, 0 where it has none. */
export interface Numbers {
  year: number[];
  patients: number[];
}

/**
 * `facets.json`: of each value of a facet its pages, as postings are written, and what it is called where
 * that differs.
 */
export interface Facets {
  pages: Record<string, Record<string, string>>;
  labels: Record<string, Record<string, string>>;
}

/**
 * Marks before terms that are no words: an entity, an entity as structured search means it, a whole name, an
 * identifier.
 */
export const termOf = {
  entity: (number: number) => `#${number}`,
  strict: (number: number) => `!${number}`,
  name: (key: string) => `=${key}`,
  identifier: (key: string) => `@${key}`,
} as const;

/** Where the build writes the index. */
export const indexFolder = 'search-index';
