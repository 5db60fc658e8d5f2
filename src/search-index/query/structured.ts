import { keyOf } from '../fold.ts';
import { termOf } from '../files.ts';
import { addHeavier, type Postings } from '../postings.ts';
import type { NameTable } from './names.ts';
import type { IndexReader } from './reader.ts';

/** What structured search asks of: a name of the field, or a number. */
export const named = ['therapy', 'target', 'class', 'setting', 'age', 'endpoint', 'journal'] as const;
export const counted = ['n', 'year'] as const;

/** The same words in Chinese. */
const chinese: Readonly<Record<string, string>> = {
  疗法: 'therapy',
  药物: 'therapy',
  靶点: 'target',
  类别: 'class',
  阶段: 'setting',
  年龄: 'age',
  人群: 'age',
  终点: 'endpoint',
  期刊: 'journal',
  例数: 'n',
  年份: 'year',
};

export interface Condition {
  said: string;
  key: string;
  value: string;
  /** Bounds of a number, both included. */
  range?: [low: number, high: number];
}

const condition =
  /(?<![^\s，,])([\p{L}]+)\s*(?:[:：]\s*("[^"]*"|“[^”]*”|[^\s，,]+)|(>=|<=|≥|≤|>|<|=)\s*(\d+))/gu;

/** The conditions of a query such as `therapy:x n>20 year:2011..2018`, and the words beside them. */
export function conditionsIn(query: string): { conditions: Condition[]; rest: string } {
  const conditions: Condition[] = [];
  const rest = query.replace(
    condition,
    (said: string, word: string, value?: string, sign?: string, number?: string) => {
      const key = chinese[word] ?? word.toLowerCase();
      const range = rangeOf(value, sign, number);
      if (isCounted(key) && range) conditions.push({ said, key, value: value ?? '', range });
      else if (isNamed(key) && value !== undefined)
        conditions.push({ said, key, value: value.replace(/^["“]|["”]$/g, '') });
      else return said;
      return ' ';
    },
  );
  return { conditions, rest: rest.trim() };
}

const isNamed = (key: string) => named.some((one) => one === key);
const isCounted = (key: string) => counted.some((one) => one === key);

function rangeOf(value?: string, sign?: string, number?: string): [number, number] | undefined {
  if (sign !== undefined) {
    const bound = Number(number);
    if (sign === '=') return [bound, bound];
    if (sign === '>') return [bound + 1, Infinity];
    if (sign === '<') return [1, bound - 1];
    return /[>≥]/.test(sign) ? [bound, Infinity] : [1, bound];
  }
  const [, low, dots, high] = /^(\d*)(\.\.|-|–)?(\d*)$/.exec(value ?? '') ?? [];
  if (low === undefined || (low === '' && !high)) return undefined;
  return [low === '' ? 1 : Number(low), high ? Number(high) : dots ? Infinity : Number(low)];
}

/** The pages that meet a condition; undefined where nothing is called so. */
export async function pagesThatMeet(
  { key, value, range }: Condition,
  reader: IndexReader,
  names: NameTable,
): Promise<Postings | undefined> {
  const pages: Postings = new Map();
  if (range) {
    const numbers = await reader.numbers();
    (key === 'n' ? numbers.patients : numbers.year).forEach((number, page) => {
      if (number >= range[0] && number <= range[1]) pages.set(page, 1);
    });
    return pages;
  }
  const own = entitiesFor(key, value, names);
  if (own.length === 0) return undefined;
  for (const entity of own) addHeavier(pages, (await reader.pagesOf(termOf.strict(entity))) ?? []);
  return pages;
}

/** By id or by any name; where nothing is called so, by the beginning of a name. */
function entitiesFor(key: string, value: string, names: NameTable): number[] {
  const byId = names.entities.findIndex(([id]) => id === `${key}:${value.toLowerCase()}`);
  if (byId !== -1) return [byId];
  const isOf = ({ entity }: { entity: number }) => names.idOf(entity).startsWith(`${key}:`);
  const called = names.called(keyOf(value)).filter(isOf);
  return (called.length > 0 ? called : names.beginning(keyOf(value)).filter(isOf)).map(
    ({ entity }) => entity,
  );
}

const han = /\p{sc=Han}/u;
const lastWord = /^(.*?)(\S*)$/su;
const begunValue = /^([\p{L}]+)[:：]("?[^"]*)$/u;

/** The words for conditions that begin so: of Chinese ones, one character says enough. */
const keysBeginning = (word: string): string[] => {
  const isChinese = han.test(word);
  if (word.length < (isChinese ? 1 : 3)) return [];
  const keys = isChinese
    ? Object.keys(chinese).filter((key) => isNamed(chinese[key] ?? ''))
    : [...named, 'year'];
  return keys.filter((key) => key.startsWith(word.toLowerCase()) && key !== word);
};

/** Whether a word is a condition that lacks its end: `therapy:`, `n>`. */
export function isBegun(word: string): boolean {
  const [, name = ''] = /^(\p{L}+)(?:[:：]|[<>=≥≤]+$)/u.exec(word) ?? [];
  const key = chinese[name] ?? name.toLowerCase();
  return isNamed(key) || isCounted(key);
}

/** What the end of a query may go on as: a word for a condition; with names, a name after one, too. */
export function completions(query: string, names?: NameTable, most = 6): string[] {
  const [, before = '', last = ''] = lastWord.exec(query) ?? [];
  const [, word, value] = begunValue.exec(last) ?? [];
  if (word === undefined || value === undefined) return keysBeginning(last).map((one) => `${before}${one}:`);
  const key = chinese[word] ?? word.toLowerCase();
  if (!names || !isNamed(key)) return [];
  const asked = keyOf(value);
  const found = names.entities.flatMap(([id, en, zh]) => {
    const own = id.slice(key.length + 1);
    if (!id.startsWith(`${key}:`) || own === value || zh === value) return [];
    const fits = [own, en, zh].some((one) => keyOf(one).startsWith(asked));
    // A condition in Chinese goes on in Chinese, where the name has no spaces.
    const isChinese = han.test(word) && zh !== '' && !/[\s，,]/.test(zh) && (value === '' || han.test(value));
    const written = isChinese ? zh : key === 'journal' ? `"${en}"` : own;
    return fits ? [`${before}${word}:${written} `] : [];
  });
  return found.slice(0, most);
}
