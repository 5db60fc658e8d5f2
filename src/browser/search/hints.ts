import type { Found } from './client.ts';
import type { Suggestions } from './suggest.ts';
import { termsFile, type SearchTerm, type TermRow } from '../../search-index/terms.ts';

/** What a query that found nothing, or not all of its words, may have meant. Loads what that takes only then. */
export async function hintsFor(query: string, { total, missing }: Found): Promise<Suggestions> {
  if (query === '' || (total > 0 && missing.length === 0)) return { query: undefined, terms: [] };
  const [{ suggest }, terms] = await Promise.all([import('./suggest.ts'), loadTerms()]);
  return suggest(query, missing, terms);
}

let loading: Promise<SearchTerm[]> | undefined;

/** The names of the base, loaded once; none where the file is missing. */
function loadTerms(): Promise<SearchTerm[]> {
  loading ??= fetch(`/${termsFile}`)
    .then(async (response) => {
      if (!response.ok) return [];
      return ((await response.json()) as TermRow[]).map(([label, url, kind]) => ({ label, url, kind }));
    })
    .catch(() => []);
  return loading;
}
