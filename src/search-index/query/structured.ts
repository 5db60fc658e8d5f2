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

const condition = /(?<![^\s，,])([\p{L}]+)\s*(?:[:：]\s*("[^"]*"|“[^”]*”|[^\s，,]+)|(>=|<=|≥|≤|>|<|=)\s*(\d+))/gu;

/** The conditions of a query such as `therapy:x n>20 year:2011..2018`, and the words beside them. */
export function conditionsIn(query: string): { conditions: Condition[]; rest: string } {
  const conditions: Condition[] = [];
  const rest = query.replace(condition, (said: string, word: string, value?: string, sign?: string, number?: string) => {
    const key = chinese[word] ?? word.toLowerCase();
    const range = rangeOf(value, sign, number);
    if (isCounted(key) && range) conditions.push({ said, key, value: value ?? '', range });
    else if (isNamed(key) && value !== undefined) conditions.push({ said, key, value: value.replace(/^["“]|["”]$/g, '') });
    else return said;
    return ' ';
  });
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
  return (called.length > 0 ? called : names.beginning(keyOf(value)).filter(isOf)).map(({ entity }) => entity);
}

/** What the end of a query may go on as: a word for a condition, or a name after one. */
export function completions(query: string, names: NameTable, most = 6): string[] {
  const [, before = '', last = ''] = /^(.*?)(\S*)$/su.exec(query) ?? [];
  const [, word, value] = /^([\p{L}]+)[:：]("?[^"]*)$/u.exec(last) ?? [];
  if (word === undefined || value === undefined) {
    if (last.length < 3) return [];
    return [...named, 'year']
      .filter((one) => one.startsWith(last.toLowerCase()) && one !== last)
      .map((one) => `${before}${one}:`);
  }
  const key = chinese[word] ?? word.toLowerCase();
  if (!isNamed(key)) return [];
  const asked = keyOf(value);
  const found = names.entities.flatMap(([id, en, zh]) => {
    if (!id.startsWith(`${key}:`) || id === `${key}:${value}`) return [];
    const fits = [id.slice(key.length + 1), en, zh].some((one) => keyOf(one).startsWith(asked));
    return fits ? [`${before}${word}:${key === 'journal' ? `"${en}"` : id.slice(key.length + 1)} `] : [];
  });
  return found.slice(0, most);
}
