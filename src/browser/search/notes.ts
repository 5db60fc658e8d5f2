import type { Found } from './client.ts';
import { searchWords as words } from '../../i18n/search-words.ts';

/** What is said of an answer, on the page and by screen readers. */
export function noteOn({ total, missing, omitted }: Found, query: string, filtered: boolean): string {
  if (total === 0) return filtered && missing.length === 0 ? words.noneFiltered : words.noResults(query);
  const notes = [words.count(total)];
  if (missing.length > 0) notes.push(words.missing(missing));
  if (omitted !== undefined) notes.push(words.omitted(omitted));
  return notes.join('. ');
}
