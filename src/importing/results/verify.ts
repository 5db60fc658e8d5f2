import { locate, scatter } from '../../evidence/locate.ts';
import { traceableFigures, type TraceableFigure } from '../../evidence/trace.ts';
import type { Statement } from '../../model/synthesis.ts';
import { partOf } from '../../model/outcome.ts';
import { placedNumbers, type PlacedNumber } from '../../reading/numbers.ts';
import { printsOpen } from './items.ts';
import { textPassages } from './passages.ts';
import { evened } from './signs.ts';

/** A text in the passages that the task numbers, with the numbers that each prints. */
export interface PassagedText {
  even: string;
  passages: readonly { from: number; to: number; numbers: readonly PlacedNumber[] }[];
}

/** A figure that the text does not print where it is said to. */
export interface Refusal {
  /** Key of the figure, or `locator` where there is no such passage. */
  key: string;
  message: string;
  actual: string;
  expected: string;
}

/** Parts a text once for all figures that are looked up in it. */
export function passagedText(text: string): PassagedText {
  const even = evened(text);
  const numbers = placedNumbers(text);
  let next = 0;
  const passages = textPassages(text).map(({ from, to }) => {
    const own: PlacedNumber[] = [];
    for (let number = numbers[next]; number && number.from < to; number = numbers[(next += 1)])
      if (number.from >= from && number.to <= to) own.push(number);
    return { from, to, numbers: own };
  });
  return { even, passages };
}

/**
 * The numbers of the passages that a locator names, `passage 3`, `passages 3 and 4`; none where it names no
 * passage.
 */
function passagesNamed(locator: string): number[] {
  const list =
    /passages?\s{0,4}(\d[\d\s,–-]{0,60}(?:(?:and|to)\s{0,4}\d[\d\s,–-]{0,60}){0,10})/i.exec(locator)?.[1] ??
    '';
  return [...list.matchAll(/(\d{1,5})(?:\s*(?:[–-]|to)\s*(\d{1,5}))?/g)].flatMap(([, from, to = from]) => {
    const [first, last] = [Number(from), Math.min(Number(to), Number(from) + 100)];
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  });
}

/**
 * The figures of a fact that the passages which its locator names do not print; where it names none, that the
 * text does not print. The two ends of an interval stand side by side, and a figure has the bound that is
 * printed before it.
 */
export function refusalsOf(fact: Statement, text: PassagedText): Refusal[] {
  const openEnds = 'interval' in fact && fact.interval ? [fact.interval.low, fact.interval.high] : [];
  const missing = partOf(fact, 'missing');
  const isOpen =
    missing === 'not-reached' ||
    missing === 'not-estimable' ||
    openEnds.some((end) => typeof end === 'string');
  return lookedUp(traceableFigures(fact), signsOf(fact), fact.locator, text, isOpen);
}

/** The same of figures that are no fact: the numbers of patients of a population. */
export function lookedUp(
  figures: readonly TraceableFigure[],
  signs: ReadonlyMap<string, string>,
  locator: string,
  { even, passages }: PassagedText,
  isOpen = false,
): Refusal[] {
  const named = passagesNamed(locator);
  const absent = named.find((number) => passages[number - 1] === undefined);
  if (absent !== undefined)
    return [
      {
        key: 'locator',
        message: `there is no passage ${absent}`,
        actual: `passage ${absent}`,
        expected: `a passage from 1 to ${passages.length}`,
      },
    ];
  const own = passages.filter((_, i) => named.length === 0 || named.includes(i + 1));
  const where = named.length === 0 ? 'the text' : `passage ${named.join(' and ')}`;
  const numbers = own.flatMap((passage) => passage.numbers);
  const printed = numbers.map(({ text }) => text);
  const { trace } = locate(figures, printed);
  const refusals = figures.flatMap(({ key, digits }): Refusal[] => {
    const place = trace[key];
    if (place === undefined)
      return [
        {
          key,
          message: `${where} does not print ${digits}`,
          actual: digits,
          expected: otherPassage(digits, passages) ?? listOf(printed),
        },
      ];
    const sign = key.startsWith('grade') || key === 'interval.level' ? undefined : signs.get(key);
    const before = signBefore(even, numbers[place - 1]);
    if (sign === undefined || sign === before) return [];
    return [
      {
        key,
        message: `${where} prints ${before}${digits}`,
        actual: `${sign}${digits}`,
        expected: `${before}${digits}`,
      },
    ];
  });
  const scattered = scatter(trace, [{ cites: [], first: 1, last: printed.length }]);
  if (scattered && !refusals.some(({ key }) => key === scattered.key)) {
    const digits = figures.find(({ key }) => key === scattered.key)?.digits ?? scattered.key;
    refusals.push({
      key: scattered.key,
      message: `${where} does not print ${digits} beside the other end of the interval`,
      actual: digits,
      expected: 'two ends that stand side by side',
    });
  }
  if (isOpen && !own.some(({ from, to }) => printsOpen(even.slice(from, to))))
    refusals.push({
      key: 'missing',
      message: `${where} does not say that a figure was not reached or not estimable`,
      actual: 'not reached, or not estimable',
      expected: 'such words, or missing: not-reported',
    });
  return refusals;
}

/** The passage that prints the digits, where another does. */
function otherPassage(digits: string, passages: PassagedText['passages']): string | undefined {
  const at = passages.flatMap(({ numbers }, i) =>
    numbers.some(({ text }) => text === digits) ? [i + 1] : [],
  );
  return at.length > 0 ? `${digits} stands in passage ${at.slice(0, 3).join(', ')}` : undefined;
}

const listOf = (printed: readonly string[]) =>
  printed.length === 0
    ? 'no number stands there'
    : `one of ${printed.slice(0, 12).join(', ')}${printed.length > 12 ? ', …' : ''}`;

/** The bound before a number of the text: `<`, or none. */
function signBefore(even: string, number: PlacedNumber | undefined): string {
  const before = even.slice(Math.max(0, (number?.from ?? 0) - 14), number?.from ?? 0);
  const found = /(?:([<>≤≥])|(less than|below)|(more than|greater than|above))\s?$/i.exec(before);
  return found?.[1] ?? (found?.[2] ? '<' : found?.[3] ? '>' : '');
}

/** The bounds of the figures of a fact, by their keys; an empty one where a figure has none. */
function signsOf(fact: Statement): Map<string, string> {
  const loose = fact as unknown as Record<string, unknown>;
  const signs = new Map<string, string>();
  const add = (key: string, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'printed' in value)
      signs.set(key, /^P?\s*=?\s*([<>≤≥])/i.exec(String(value.printed))?.[1] ?? '');
  };
  for (const key of ['events', 'total', 'percent', 'value', 'estimate', 'low', 'high', 'p'])
    add(key, loose[key]);
  if ('interval' in fact && fact.interval)
    for (const key of ['low', 'high'] as const) add(`interval.${key}`, fact.interval[key]);
  return signs;
}
