import type { FilterCounts } from './filters.ts';
import { byText } from '../../model/order.ts';

/** The filters in the order of the page; others of the base follow by name. */
const order = ['type', 'target', 'therapy class', 'population', 'setting', 'phase', 'year'];

/** Names of the filters, in the order in which they are shown. */
export function facetNames(all: FilterCounts): string[] {
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.keys(all).sort((a, b) => place(a) - place(b) || byText(a, b));
}

/**
 * Values of a filter in the order in which they are shown: years from the latest, phases in order,
 * others by frequency; what no number stands for comes after those with one.
 */
export function facetValues(name: string, counts: Record<string, number>): string[] {
  const values = Object.keys(counts).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  if (name !== 'year' && name !== 'phase') return values.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const numbered = values.filter((value) => /\d/.test(value));
  const others = values.filter((value) => !/\d/.test(value));
  return [...(name === 'year' ? numbered.reverse() : numbered), ...others];
}
