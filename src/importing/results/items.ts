import { estimatesIn, type Estimate } from './ratios.ts';
import { gradesIn, type PrintedGrade } from './grades.ts';
import { findAll } from './lexical.ts';
import { opaqueIn } from './opaque.ts';
import { pValuesIn, type PrintedP } from './p-values.ts';
import type { OpenEnd } from './result.ts';
import {
  countsIn,
  fractionsIn,
  percentsIn,
  percentSpansIn,
  type Count,
  type Fraction,
  type Percent,
  type PercentSpan,
} from './shares.ts';
import { spansIn, unnamedSpansIn, type Label, type Span } from './spans.ts';
import { durationsIn, type Duration } from './times.ts';

/** Words that stand in the place of a figure: not reached, not estimable. */
export interface Open {
  type: 'open';
  from: number;
  to: number;
  missing: OpenEnd;
}
interface Opaque {
  type: 'opaque';
  from: number;
  to: number;
}

/** What a sentence prints, from left to right; no two share a character. */
export type Item =
  | Span
  | Label
  | PrintedP
  | Estimate
  | PrintedGrade
  | Fraction
  | Percent
  | PercentSpan
  | Count
  | Duration
  | Open
  | Opaque;

const open =
  /(?<![A-Za-z])(?:(?:not|never) (?:yet )?(?:been )?(?:reached|attained)|(?<estimable>not (?:yet )?(?:been )?(?:estimable|estimated)|NE(?![A-Za-z]))|NR(?![A-Za-z]))|(?:尚)?未达到?(?!\s*\p{L})|(?<zh>不可估计|无法估计)/dgu;

/** Whether a text says that something was not reached or cannot be estimated. */
export const printsOpen = (text: string): boolean => opensIn(text).length > 0;

const opensIn = (text: string): Open[] =>
  findAll(open, text).map((found) => ({
    type: 'open',
    from: found.from,
    to: found.to,
    missing: found.group('estimable') || found.group('zh') ? 'not-estimable' : 'not-reached',
  }));

/** The surest first: what one has taken no other takes. */
const readers: readonly ((text: string) => Item[])[] = [
  spansIn,
  pValuesIn,
  estimatesIn,
  unnamedSpansIn,
  gradesIn,
  opaqueIn,
  fractionsIn,
  durationsIn,
  percentSpansIn,
  percentsIn,
  opensIn,
  countsIn,
];

export function itemsIn(text: string): Item[] {
  const taken = new Uint8Array(text.length);
  const items: Item[] = [];
  for (const read of readers) {
    for (const item of read(text)) {
      if (taken.subarray(item.from, item.to).includes(1)) continue;
      taken.fill(1, item.from, item.to);
      items.push(item);
    }
  }
  return items.toSorted((a, b) => a.from - b.from);
}

export const isTime = (item: Item): item is Duration => item.type === 'duration' && item.isTime;
export const isGrade = (item: Item): item is PrintedGrade => item.type === 'grade';
