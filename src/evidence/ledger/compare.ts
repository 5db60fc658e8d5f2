import { figureOfP, halfUnit, type Figure, type PValue } from '../../model/figure.ts';
import type { Trial } from '../../model/trial.ts';
import { spanOfP } from '../ratio.ts';
import { intervalText, pText } from '../../wording/figures.ts';
import {
  reasonOfFigures,
  reasonOfIntervals,
  reasonOfPs,
  reasonOfReports,
  type Pair,
  type Reason,
} from './reason.ts';
import { need } from '../../model/need.ts';
import type { Outcome } from '../../model/outcome.ts';
import { canBothHold, intervalOf, numberOf, pOf } from './printed-number.ts';

export const aspects = ['figure', 'interval', 'level', 'P value', 'sidedness'] as const;
export type Aspect = (typeof aspects)[number];

/** What differs in one aspect of two facts. */
export interface Difference {
  aspect: Aspect;
  /** In English, for reports of checks. */
  values: readonly [string, string];
  /** Size of the difference between two numbers. */
  difference: number | undefined;
  reason: Reason;
}

/** What two facts were held against each other for, and what differs there. */
export interface Answer {
  asked: 'figure' | 'interval' | 'P value';
  difference: Difference | undefined;
}

/** Holds two facts of one slot against each other, in each aspect in which both say something. */
export function compare(trial: Trial, pair: Pair): Answer[] {
  const figure = ofFigures(trial, pair);
  const interval = ofIntervals(trial, pair);
  const p = ofPs(trial, pair, [...figure, ...interval].some(Boolean));
  const answers = (asked: Answer['asked'], found: Found) =>
    found.map((difference) => ({ asked, difference }));
  return [...answers('figure', figure), ...answers('interval', interval), ...answers('P value', p)];
}

/** Empty where there is nothing to compare; else the difference, or none. */
type Found = [] | [Difference | undefined];

function ofFigures(trial: Trial, pair: Pair): Found {
  const [x, y] = [numberOf(pair[0]), numberOf(pair[1])];
  if (!x || !y || x.measure !== y.measure) return [];
  if (canBothHold(x, y)) return [undefined];
  const reason = reasonOfFigures(trial, pair, x, y);
  // What is computed from counts may always be rounded.
  if (reason === 'rounding' && (x.computed ?? y.computed)) return [undefined];
  return [
    { aspect: 'figure', values: valuesOf(pair, 'figure'), difference: Math.abs(x.value - y.value), reason },
  ];
}

function ofIntervals(trial: Trial, pair: Pair): Found {
  const [i, j] = [intervalOf(pair[0]), intervalOf(pair[1])];
  if (!i || !j || i.kind !== j.kind) return [];
  const values = valuesOf(pair, 'interval');
  if (i.level?.value !== j.level?.value)
    return [{ aspect: 'level', values, difference: undefined, reason: reasonOfReports(trial, pair) }];
  if (!differs(i.low, j.low) && !differs(i.high, j.high)) return [undefined];
  return [
    { aspect: 'interval', values, difference: undefined, reason: reasonOfIntervals(trial, pair, i, j) },
  ];
}

function ofPs(trial: Trial, pair: Pair, isOfOtherFigures: boolean): Found {
  const [p, q] = [pOf(pair[0]), pOf(pair[1])];
  if (!p || !q) return [];
  const differing = (aspect: Aspect, reason: Reason): Found => [
    { aspect, values: valuesOf(pair, aspect), difference: undefined, reason },
  ];
  if (!areCompatible(p, q)) return differing('P value', reasonOfPs(trial, pair, p, q, isOfOtherFigures));
  const isDropped =
    (p.sides === 1 && q.sides !== 1 && !holdsTwoSided(p, q)) ||
    (q.sides === 1 && p.sides !== 1 && !holdsTwoSided(q, p));
  return isDropped ? differing('sidedness', 'unexplained') : [undefined];
}

const valuesOf = ([a, b]: Pair, aspect: Aspect) =>
  [disputedText(a, aspect), disputedText(b, aspect)] as const;

/**
 * What a fact says in an aspect in which another differs from it; as `values` of the difference, in the
 * language that is spoken.
 */
export function disputedText(fact: Outcome, aspect: Aspect): string {
  if (aspect === 'figure') return need(numberOf(fact)).text;
  if (aspect === 'interval' || aspect === 'level') return intervalText(need(intervalOf(fact)));
  return pText(need(pOf(fact)));
}

/**
 * Whether a bound on a one-sided P is so low that its double, the two-sided P, still fits the bound of the
 * other.
 */
const holdsTwoSided = (oneSided: PValue, other: PValue): boolean =>
  [oneSided, other].every(({ comparator }) => comparator === '<' || comparator === '≤') &&
  2 * spanOfP(oneSided).high <= spanOfP(other).high;

/** Whether two limits differ beyond the digits that the less exact one prints. */
function differs(a: Figure | string, b: Figure | string): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a !== b;
  return (
    Math.abs(a.value - b.value) >
    (a.decimals === b.decimals ? 0 : 0.5 * 10 ** -Math.min(a.decimals, b.decimals)) + 1e-9
  );
}

/** Whether two printed P values can be the same: 0.04 fits <0.05, and 0.038 fits 0.04. */
function areCompatible(a: PValue, b: PValue): boolean {
  if (a.value === undefined || b.value === undefined) {
    const known = a.value === undefined ? b : a;
    const silent = a.value === undefined ? a : b;
    return (
      known.value === undefined ||
      silent.comparator !== 'ns' ||
      known.comparator === '>' ||
      known.value > 0.05
    );
  }
  const [x, y] = [figureOfP(a), figureOfP(b)];
  if (a.comparator === '=' && b.comparator === '=' && x && y)
    return Math.abs(x.value - y.value) <= halfUnit({ decimals: Math.min(x.decimals, y.decimals) });
  const span = (p: PValue) => (p.comparator === '=' ? { low: p.value, high: p.value } : spanOfP(p));
  const [s, t] = [span(a), span(b)];
  return s.low <= t.high && t.low <= s.high;
}
