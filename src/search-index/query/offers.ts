import { keyOf } from '../fold.ts';
import type { NameTable } from './names.ts';
import type { IndexReader } from './reader.ts';
import type { Found } from './search.ts';

const han = /\p{sc=Han}/u;
/**
 * From this likeness on, of 1 for the same word, a name or a word is worth offering: Chinese names have few
 * characters.
 */
const alikeEnough = { name: 0.36, han: 0.25, word: 0.58 };
const [mostOfOne, most] = [3, 6];

/**
 * Names of the field and words of titles and headings that are written most like what was not found. None of
 * them answers the query: they are offered, not shown as found.
 */
export async function nearTerms(
  { understood, alone }: Found,
  reader: IndexReader,
  names: NameTable,
): Promise<string[]> {
  const lost = [
    ...understood.missing,
    ...alone.filter(({ taken }) => taken === 'beginning').map(({ said }) => said),
  ].map((said) => said.replace(/^\p{L}+[:：]/u, ''));
  const keys = [...new Set(lost.map(keyOf))].filter((key) => [...key].length > 1);
  if (keys.length === 0) return [];
  const words = keys.every((key) => han.test(key)) ? [] : await reader.words();
  const found = keys.flatMap((key) => [
    ...mostAlike(key, names.spelt(), han.test(key) ? alikeEnough.han : alikeEnough.name),
    ...mostAlike(
      key,
      words.map((word) => [word, word]),
      alikeEnough.word,
    ),
  ]);
  return found
    .filter((one, i) => found.findIndex((other) => keyOf(other) === keyOf(one)) === i)
    .slice(0, most);
}

function mostAlike(
  key: string,
  terms: readonly (readonly [key: string, name: string])[],
  least: number,
): string[] {
  const asked = piecesOf(key);
  const isHan = han.test(key);
  return terms
    .filter(
      ([other]) =>
        han.test(other) === isHan && (isHan || (other.length > 3 && 2 * other.length >= key.length)),
    )
    .map(([other, name]) => ({ name, likeness: likeness(asked, piecesOf(other)) }))
    .filter((one) => one.likeness >= least)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, mostOfOne)
    .map(({ name }) => name);
}

/** Letters two by two, the first with the beginning; of Chinese, each character, too. */
function piecesOf(key: string): Set<string> {
  const letters = ['', ...key];
  const pairs = letters.slice(1).map((letter, i) => (letters[i] ?? '') + letter);
  return new Set(han.test(key) ? [...pairs, ...key] : pairs);
}

/** What two sets share of all that they have (Dice 1945). */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return (2 * one.intersection(other).size) / (one.size + other.size);
}
