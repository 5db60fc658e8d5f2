import { itemIn } from './need.ts';

/** Compares two texts by code units, alike in every language: below 0 where the first one comes first. */
export const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** What decides an order: the first criterion, and the next where it leaves two equal. Lower comes first. */
export type Rank = readonly (number | string)[];

/** Compares two ranks criterion by criterion, for sorting: below 0 where the first one comes first. */
export function byRank(a: Rank, b: Rank): number {
  const differing = a.findIndex((value, i) => value !== b[i]);
  if (differing < 0) return 0;
  return itemIn(a, differing) < itemIn(b, differing) ? -1 : 1;
}
