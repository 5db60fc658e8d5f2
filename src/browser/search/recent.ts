import { sitePath } from '../../i18n/locale.ts';

/**
 * The searches that a reader made last, kept on the device and nowhere else; sites of one host have a place
 * each.
 */
const place = `recent-searches${sitePath('')}`;
const most = 6;

export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

export function rememberSearch(query: string): void {
  const asked = query.trim().slice(0, 200);
  if (asked.length < 2) return;
  write([asked, ...recentSearches().filter((one) => one !== asked)].slice(0, most));
}

export const forgetSearches = (): void => write([]);

function write(searches: readonly string[]): void {
  try {
    if (searches.length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(searches));
  } catch {
    // Where nothing can be kept, nothing is.
  }
}
