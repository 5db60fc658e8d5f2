/** A name that readers search for, and the page that answers to it. */
export interface SearchTerm {
  /** Label, synonym, brand, code or Chinese name, as a reader would type it. */
  label: string;
  url: string;
  /** What the page is, as shown beside the label: Trial, Therapy, Endpoint … */
  kind: string;
}

/** Where the build writes the names, for near misses. */
export const termsFile = 'search-terms.json';

/** One row a name: the file is read by browsers, so the keys are not repeated. */
export type TermRow = [label: string, url: string, kind: string];

/** Rows sorted and free of repeats, so that one base gives one file. */
export function termRows(terms: readonly SearchTerm[]): TermRow[] {
  const rows = new Map(terms.map(({ label, url, kind }) => [`${label}\n${url}`, [label, url, kind] as TermRow]));
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
