import { neighboursOfUnits, tokensOfUnits, unitsOf } from '../fold.ts';
import { identifiersIn } from '../identifiers.ts';
import { common, type Postings } from '../postings.ts';
import type { IndexReader } from './reader.ts';

const quoted = /"([^"]+)"|“([^“”]+)”|「([^「」]+)」|«([^«»]+)»/gu;

/** What stands in quotes, and the query without it; identifiers in quotes are identifiers. */
export function phrasesIn(query: string): { phrases: string[]; rest: string } {
  const phrases: string[] = [];
  const rest = query.replace(quoted, (whole: string, ...found: (string | undefined)[]) => {
    const phrase = found.slice(0, 4).find((one) => one !== undefined) ?? '';
    if (unitsOf(phrase).length === 0 || identifiersIn(phrase).keys.length > 0) return whole;
    phrases.push(phrase.trim());
    return ' ';
  });
  return { phrases, rest };
}

/** Pages in which the words of a phrase stand side by side, as the index has them two by two. */
export async function pagesOfPhrase(phrase: string, reader: IndexReader): Promise<Postings> {
  const units = unitsOf(phrase);
  const pairs = neighboursOfUnits(units).filter((pair) => pair !== undefined);
  const ofHan = tokensOfUnits(units.filter(({ isHan }) => isHan));
  const terms = units.length === 1 ? tokensOfUnits(units) : [...pairs, ...ofHan];
  const found = await Promise.all([...new Set(terms)].map((term) => reader.pagesOf(term)));
  return common(found.map((pages) => pages ?? new Map<number, number>()));
}
