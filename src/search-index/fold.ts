import { itemIn } from '../model/need.ts';

/*
 * One way to write a text for all that is searched: index and query go through the same steps, so that two
 * spellings of one word are one word. Nothing here knows a word of the disease.
 */

const greek: Record<string, string> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  σ: 'sigma',
  τ: 'tau',
  ω: 'omega',
};

/** Letters that no decomposition turns into plain ones. */
const plain: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i', æ: 'ae', œ: 'oe' };

/** Full-width forms, accents, dashes, Greek letters and apostrophes made plain; lower case. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/(?<=\p{L})['’ʼ`´](?=\p{L})/gu, '')
    .replace(/[α-ωßøłđıæœ]/g, (letter) => greek[letter] ?? plain[letter] ?? letter);
}

/** A character of Chinese, or a word of any other script. */
export interface Unit {
  /** As words are searched: in one spelling, without its ending. */
  text: string;
  /** As names are compared: with its ending. */
  name: string;
  /** As it was written. */
  raw: string;
  isHan: boolean;
  /** Whether nothing, or a hyphen or the like, parts it from the unit before. */
  joined: boolean;
}

const unit =
  /\p{sc=Han}|\d+(?:\.\d+)+|(?:(?!\p{sc=Han})[\p{L}\p{N}\p{M}])+(?:['’](?!\p{sc=Han})[\p{L}\p{M}]+)*/gu;

const han = /^\p{sc=Han}$/u;
const hyphen = /[-\p{Pd}−/.]/u;

/** A text has few words, each many times. */
const words = new Map<string, Pick<Unit, 'text' | 'name'>>();
const mostWords = 100_000;

function wordOf(raw: string): Pick<Unit, 'text' | 'name'> {
  let word = words.get(raw);
  if (word === undefined) {
    if (words.size >= mostWords) words.clear();
    const name = spelling(fold(raw));
    words.set(raw, (word = { text: stem(name), name }));
  }
  return word;
}

/** The units of a text in order, folded and in one spelling. */
export function unitsOf(text: string): Unit[] {
  const even = text.normalize('NFKC');
  const units: Unit[] = [];
  let end = 0;
  for (const { 0: raw, index } of even.matchAll(unit)) {
    const isHan = han.test(raw);
    const joined =
      units.length > 0 && (index === end || (index === end + 1 && hyphen.test(even.charAt(end))));
    units.push({ ...(isHan ? { text: raw, name: raw } : wordOf(raw)), raw, isHan, joined });
    end = index + raw.length;
  }
  return units;
}

/** Spellings of one word brought to one form: British to American, plural to singular. */
function spelling(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const american = word
    .replace(/ae|oe/g, 'e')
    .replace(/(?<=[a-z]{3})our(?=s$|al|ed$|ing$|able|$)/, 'or')
    .replace(/is(?=e[ds]?$|ing$|ations?$)/, 'iz')
    .replace(/(?<=[a-z]{2})tre(?=s?$)/, 'ter')
    .replace('sulph', 'sulf');
  return american.replace(/ies$/, 'y').replace(/(?<=[a-z]{2}[^sui])s$/, '');
}

/** A word without the ending of a verb: improve, improved and improving are one. */
const stem = (word: string) =>
  /\d/.test(word) ? word : word.replace(/(?<=[a-z]{4}[^aeiou])(?:ed|ing|e)$/, '');

/** A name without what spellings differ in: `AB-C`, `ab c` and `ABC` have one key. */
export function keyOf(name: string): string {
  return unitsOf(name)
    .map(({ name }) => name)
    .join('');
}

/**
 * The words by which a text is found: each word, words joined by a hyphen as one, too, and of each run of
 * Chinese its overlapping pairs (`甲乙丙` as `甲乙 乙丙`), so that any part of a run finds it.
 */
export function tokensOf(text: string): string[] {
  return tokensOfUnits(unitsOf(text));
}

/** What parts a text: words before and after it do not stand side by side. */
const parting = /[^\p{L}\p{N}\p{M}\s'’\p{Pd}−/]+/u;

/**
 * Words that stand side by side, two by two, for phrases in quotes; Chinese has its pairs among the words.
 */
export function neighboursOf(text: string): string[] {
  return text
    .split(parting)
    .flatMap((part) => neighboursOfUnits(unitsOf(part)).filter((pair) => pair !== undefined));
}

/** Two by two; undefined where one of them is Chinese. */
export const neighboursOfUnits = (units: readonly Unit[]): (string | undefined)[] =>
  units.slice(1).map((unit, i) => {
    const before = itemIn(units, i);
    return unit.isHan || before.isHan ? undefined : `"${before.text}_${unit.text}`;
  });

export function tokensOfUnits(units: readonly Unit[]): string[] {
  const tokens: string[] = [];
  units.forEach((unit, i) => {
    const before = unit.joined ? units[i - 1] : undefined;
    if (unit.isHan) {
      if (before?.isHan) tokens.push(before.text + unit.text);
      else if (!(units[i + 1]?.isHan && units[i + 1]?.joined)) tokens.push(unit.text);
      return;
    }
    tokens.push(unit.text);
    if (before && !before.isHan && (before.text + unit.text).length <= 40)
      tokens.push(before.text + unit.text);
  });
  return tokens;
}

/** Whether two texts are one name in any spelling. */
export const isSameName = (a: string, b: string): boolean => keyOf(a) === keyOf(b);
