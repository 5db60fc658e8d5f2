import type { FilterCounts, Filters } from './filters.ts';

/** What a reader asks, as the address of the search page holds it: `?q=…&year=2019&year=2020`. */
export interface QueryState {
  query: string;
  filters: Filters;
}

const longest = 200;

/**
 * Reads a query string. Parameters that are no filter of the base, and values that no page has, are left out.
 *
 * @param known values of each filter
 */
export function readState(queryString: string, known: FilterCounts): QueryState {
  const parameters = new URLSearchParams(queryString);
  const filters: Filters = {};
  for (const [name, values] of Object.entries(known)) {
    const chosen = [...new Set(parameters.getAll(name))].filter((value) => Object.hasOwn(values, value));
    if (chosen.length > 0) filters[name] = chosen.sort();
  }
  return { query: (parameters.get('q') ?? '').trim().slice(0, longest), filters };
}

/** Writes a query string, the same for the same question; empty when nothing is asked. */
export function writeState({ query, filters }: QueryState): string {
  const parameters = new URLSearchParams();
  if (query.trim() !== '') parameters.set('q', query.trim());
  for (const name of Object.keys(filters).sort()) {
    for (const value of [...(filters[name] ?? [])].sort()) parameters.append(name, value);
  }
  const written = parameters.toString();
  return written === '' ? '' : `?${written}`;
}
