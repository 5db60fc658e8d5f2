import { distance } from 'fastest-levenshtein';
import type { SearchTerm } from '../../search-index/terms.ts';
import { parts } from '../../search-index/text.ts';

export interface Suggestions {
  /** The query with each unknown word replaced by the nearest known one. */
  query: string | undefined;
  /** Names near to the query, nearest first. */
  terms: SearchTerm[];
}

/**
 * What a query with unknown words may have meant.
 *
 * @param missing the words of it that no page has
 */
export function suggest(query: string, missing: readonly string[], terms: readonly SearchTerm[], most = 3): Suggestions {
  const asked = parts(query).join(' ');
  if (asked === '') return { query: undefined, terms: [] };
  const near = terms
    .map((term) => ({
      term,
      far: Math.min(farness(asked, term.label), ...missing.map((word) => 0.5 + farness(word, term.label))),
    }))
    .filter(({ far }) => far < Infinity)
    .sort((a, b) => a.far - b.far || a.term.label.length - b.term.label.length || (a.term.label < b.term.label ? -1 : 1));
  const pages = new Map<string, SearchTerm>();
  for (const { term } of near) if (!pages.has(term.url)) pages.set(term.url, term);
  return { query: correct(query, missing, terms), terms: [...pages.values()].slice(0, most) };
}

/** How far a label is from what was asked: 0 the same, about 1 for each slip; infinite when it is another word. */
function farness(asked: string, label: string): number {
  const words = parts(label);
  const whole = words.join(' ');
  if (asked.length >= 2 && contains(whole, asked)) return whole === asked ? 0 : 0.5 + words.length / 20;
  if (isHan(whole) && whole.length >= 2 && asked.includes(whole)) return 0.5;
  const toWhole = slips(asked, whole);
  const toWord = words.length > 1 && words.length < 5 ? Math.min(...words.map((word) => slips(asked, word))) + 0.5 : Infinity;
  return Math.min(toWhole, toWord);
}

/** Whether a label has the asked words; Chinese is written without spaces between them. */
function contains(whole: string, asked: string): boolean {
  return isHan(asked) ? whole.includes(asked) : ` ${whole}`.includes(` ${asked}`);
}

/** How many slips a word of its length may hold. */
function allowedIn(word: string): number {
  if (isHan(word)) return word.length > 3 ? 1 : 0;
  if (word.length <= 5) return word.length <= 3 ? 0 : 1;
  return word.length <= 8 ? 2 : 3;
}

/** Edit distance, where it is small beside the length. */
function slips(asked: string, word: string): number {
  const allowed = allowedIn(word);
  if (Math.abs(asked.length - word.length) > allowed) return Infinity;
  const far = distance(asked, word);
  return far <= allowed ? far : Infinity;
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

function correct(query: string, missing: readonly string[], terms: readonly SearchTerm[]): string | undefined {
  if (missing.length === 0) return undefined;
  const known = [...new Set(terms.flatMap(({ label }) => parts(label)))].sort();
  const mended = new Map<string, string>();
  for (const word of missing) {
    const asked = parts(word).join('');
    const best = known
      .map((candidate) => ({ candidate, far: slips(asked, candidate) }))
      .filter(({ far }) => far > 0 && far < Infinity)
      .sort((a, b) => a.far - b.far)[0];
    if (!best) return undefined;
    mended.set(word, best.candidate);
  }
  return query
    .trim()
    .split(/\s+/)
    .map((word) => mended.get(word) ?? word)
    .join(' ');
}
