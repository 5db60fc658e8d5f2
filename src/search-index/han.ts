import { itemIn } from '../model/need.ts';

/*
 * Chinese is written without spaces, and Pagefind cuts it one way in an index and another in a query
 * (Pagefind/pagefind#1237): it finds the beginning of a run, never its inside. Index and query therefore both have each
 * run as its overlapping pairs, `白血病` as `白血 血病`.
 */

const run = /\p{sc=Han}+/gu;

function pairsOfRun(found: string): string[] {
  const characters = [...found];
  return characters.length < 2 ? characters : characters.slice(1).map((character, i) => itemIn(characters, i) + character);
}

/** The text with each Chinese run in pairs, parted from what stands beside it. */
export function inPairs(text: string): string {
  return text.replace(run, (found) => ` ${pairsOfRun(found).join(' ')} `).trim();
}

/** Every pair that a text has, once, in the order of their characters. */
export function pairsOf(text: string): string[] {
  return [...new Set((text.match(run) ?? []).flatMap(pairsOfRun))].sort();
}
