import { endsOf, exact, figureOfP, type PValue } from '../model/figure.ts';
import type { Claim, Outcome } from '../model/outcome.ts';
import type { Pooled, Statement } from '../model/synthesis.ts';
import { zOfTwoSidedP } from '../stats/normal.ts';
import { impliedZ, spanOf, type PrintedRatio, type Span } from '../stats/ratio.ts';
import { need } from '../model/need.ts';

type Comparison = Extract<Outcome | Claim, { kind: 'contrast' | 'association' }> | Pooled;
export const isComparison = (fact: Statement): fact is Comparison =>
  fact.kind === 'contrast' || fact.kind === 'association' || fact.kind === 'pooled';

/** A ratio with its interval where both are printed as plain numbers. */
export function ratioOf(fact: Statement): PrintedRatio | undefined {
  if (!isComparison(fact) || !/^(HR|OR|RR)$/.test(fact.measure)) return undefined;
  const estimate = exact(fact.estimate);
  const ends = endsOf(fact.interval);
  const level = fact.interval?.level?.value;
  // A credible interval need be neither even nor related to a P.
  if (!estimate || !ends || !level || fact.interval?.kind !== 'confidence' || ends.low.value <= 0)
    return undefined;
  return {
    estimate: spanOf(estimate.value, estimate.decimals),
    low: spanOf(ends.low.value, ends.low.decimals),
    high: spanOf(ends.high.value, ends.high.decimals),
    level: level / 100,
  };
}

/**
 * P values of reports come from log-rank, stratified or score tests more often than from the interval beside
 * them. A difference of this much in z is such a difference of method, not a misprint.
 */
const tolerance = 0.1;

/** The values that a printed P may stand for. */
export function spanOfP({ comparator, value = 1, printed }: PValue): Span {
  if (comparator === '<' || comparator === '≤') return { low: 0, high: value };
  if (comparator === '>' || comparator === '≥') return { low: value, high: 1 };
  return spanOf(value, need(figureOfP({ printed, value })).decimals);
}

/** Whether the z that a printed P stands for meets the z that an interval implies. */
export function fits(p: PValue, implied: Span, sides: 1 | 2): boolean {
  if (p.value === undefined) return true;
  const span = spanOfP(p);
  const z = (tail: number) =>
    tail <= 0 ? Number.POSITIVE_INFINITY : tail >= 2 ? Number.NEGATIVE_INFINITY : zOfTwoSidedP(tail);
  const [low, high] = [implied.low - tolerance, implied.high + tolerance];
  if (sides === 2) return z(Math.min(1, span.high)) <= high && z(span.low) >= low;
  const [from, to] = [z(2 * span.high), z(2 * span.low)];
  // A P said to be one-sided may belong to the other direction than the effect: it is then above one half.
  return (from <= high && to >= low) || (p.sides === 1 && from <= -low && to >= -high);
}

/**
 * The sides of the P value of a fact: as printed; else those with which alone it follows from the interval
 * beside it.
 */
export function sidesOf(fact: Outcome): 1 | 2 | undefined {
  const p = isComparison(fact) ? fact.p : undefined;
  if (!p) return undefined;
  if (p.sides !== 'unknown') return p.sides;
  const ratio = ratioOf(fact);
  if (!ratio || p.comparator !== '=') return undefined;
  const [one, two] = ([1, 2] as const).map((sides) => fits(p, impliedZ(ratio), sides));
  return one === two ? undefined : one ? 1 : 2;
}
