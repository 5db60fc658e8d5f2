import type { Citable } from './entry.ts';
import { tidy } from './text.ts';

/**
 * An item in CSL-JSON as other programs read it. Texts are on one line and in Unicode's composed form; an article number
 * stands where styles look for it, in `page`; that a list of authors is cut short, which CSL has no field for, stands in a
 * note and under `custom`.
 */
export function toCsl(item: Citable): Record<string, unknown> {
  const { custom = {}, ...rest } = item;
  const { 'authors-truncated': truncated, 'title-en': translated } = custom;
  const kept = { ...(truncated ? { 'authors-truncated': true } : {}), ...(translated ? { 'title-en': translated } : {}) };
  return mapText({
    ...rest,
    ...(item.type === 'article-journal' && item.page === undefined && item.number !== undefined ? { page: item.number } : {}),
    ...(truncated ? { note: firstAuthorsOnly } : {}),
    ...(Object.keys(kept).length > 0 ? { custom: kept } : {}),
  });
}

/** Items as a file of CSL-JSON: an array, indented, one newline at the end. */
export function toCslJson(items: Citable[]): string {
  return `${JSON.stringify(items.map(toCsl), null, 2)}\n`;
}

/** Said of a list of authors that goes on, where a format has no "et al." */
export const firstAuthorsOnly = 'Only the first authors are listed.';

function mapText<T>(value: T): T {
  if (typeof value === 'string') return tidy(value) as T;
  if (Array.isArray(value)) return value.map(mapText) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapText<unknown>(one)])) as T;
}
