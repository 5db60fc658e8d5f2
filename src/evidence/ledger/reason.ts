import {
  daysIn,
  exact,
  figureOfP,
  halfUnit,
  timeUnits,
  type Interval,
  type PValue,
} from '../../model/figure.ts';
import { partOf, type Outcome } from '../../model/outcome.ts';
import type { Report, Trial } from '../../model/trial.ts';
import type { Span } from '../../stats/ratio.ts';
import { sidesOf, spanOfP } from '../ratio.ts';
import { isOneShare, lossOfDigits } from './digits.ts';
import { areOfOtherPatients, denominatorOf } from './patients.ts';
import type { PrintedNumber } from './printed-number.ts';
import { withId } from '../../model/need.ts';

/**
 * Why two reports may print different figures for the same patients: what the digits, the counts or the
 * reports themselves show, and nothing else.
 *
 * - rounding, truncation: one figure is the other with fewer digits, or both are of the same counts
 * - one-sided: one P value is one-sided and the other is not
 * - denominator: the figures are shares of different numbers of patients
 * - definition: both name a definition, scale, assay or threshold, and not the same
 * - data cut: both reports have a recorded data cut-off or follow-up, and not the same
 */
export const reasons = [
  'rounding',
  'truncation',
  'one-sided',
  'denominator',
  'data cut',
  'definition',
  'unexplained',
] as const;
export type Reason = (typeof reasons)[number];

/**
 * Whether a reason leaves both figures right as they stand: they are one number, printed with other digits.
 */
export const isOfDigits = (reason: Reason): boolean => reason === 'rounding' || reason === 'truncation';

export type Pair = readonly [Outcome, Outcome];

/** Why two numbers of one slot differ. */
export function reasonOfFigures(trial: Trial, pair: Pair, x: PrintedNumber, y: PrintedNumber): Reason {
  if (x.bound === y.bound) {
    const loss = lossOfDigits(x, y);
    if (loss) return loss;
  }
  return areOneShare(trial, pair, x, y) ? 'truncation' : reasonOfReports(trial, pair);
}

function areOneShare(trial: Trial, [a, b]: Pair, x: PrintedNumber, y: PrintedNumber): boolean {
  if (x.measure !== 'percent' || y.measure !== 'percent' || x.bound || y.bound || x.computed || y.computed)
    return false;
  const [m, n] = [denominatorOf(trial, a), denominatorOf(trial, b)];
  const size = [m, n].find((patients) => patients && patients.least === patients.most)?.least;
  if (!m || !n || !size || [m, n].some(({ least, most }) => size < least || size > most)) return false;
  const events = [a, b].flatMap((fact) => ('events' in fact ? (exact(fact.events)?.value ?? []) : []));
  return new Set(events).size < 2 && isOneShare(x, y, size, events[0]);
}

/** Why two intervals of one level differ, where their limits were only cut: 0.45–0.98 for 0.45–0.988. */
export function reasonOfIntervals(trial: Trial, pair: Pair, i: Interval, j: Interval): Reason {
  const areOfDigits = (['low', 'high'] as const).every((end) => {
    const [x, y] = [i[end], j[end]];
    if (typeof x === 'string' || typeof y === 'string') return x === y;
    return x.bound === y.bound && (x.value === y.value || lossOfDigits(x, y) !== undefined);
  });
  return areOfDigits ? 'truncation' : reasonOfReports(trial, pair);
}

/** Why two P values cannot be the same. */
export function reasonOfPs(
  trial: Trial,
  [a, b]: Pair,
  p: PValue,
  q: PValue,
  isOfOtherFigures: boolean,
): Reason {
  const [x, y] = [figureOfP(p), figureOfP(q)];
  if (x && y && p.comparator === '=' && q.comparator === '=' && lossOfDigits(x, y) === 'truncation')
    return 'truncation';
  const [s, t] = [sidesOf(a), sidesOf(b)];
  if (s !== t && (s === 1 || t === 1)) {
    const [one, other] = s === 1 ? [p, q] : [q, p];
    const twice = spanOfP(one);
    // Beside another estimate the P value differs for two reasons; that the sides differ is proved where both
    // are known.
    if ((isOfOtherFigures && s && t) || meets({ low: 2 * twice.low, high: 2 * twice.high }, spanOfP(other)))
      return 'one-sided';
  }
  return reasonOfReports(trial, [a, b]);
}

const meets = (a: Span, b: Span) => a.low <= b.high + 1e-9 && b.low <= a.high + 1e-9;

/** What the facts and their reports show. */
export function reasonOfReports(trial: Trial, [a, b]: Pair): Reason {
  if (areOfOtherPatients(trial, a, b)) return 'denominator';
  if (a.definition !== undefined && b.definition !== undefined && a.definition !== b.definition)
    return 'definition';
  if (isMeasuredOtherwise(a, b)) return 'definition';
  return isOfAnotherCut(trial, a, b) ? 'data cut' : 'unexplained';
}

/** Whether both reports name a scale, an assay or a threshold, and not the same. */
function isMeasuredOtherwise(a: Outcome, b: Outcome): boolean {
  const named = (fact: Outcome) => [
    'scale' in fact && fact.scale !== 'unstated' ? fact.scale : undefined,
    partOf(fact, 'assay'),
    'threshold' in fact ? fact.threshold?.value : undefined,
  ];
  const other = named(b);
  return named(a).some((name, i) => name !== undefined && other[i] !== undefined && name !== other[i]);
}

/**
 * Whether two reports of the study have recorded cut-offs that differ, or else follow-ups none of which
 * agree.
 */
function isOfAnotherCut(trial: Trial, a: Outcome, b: Outcome): boolean {
  const reportOf = (fact: Outcome): Report => withId(trial.reports, fact.report);
  const [r, s] = [reportOf(a), reportOf(b)];
  // A review has no data of its own.
  if (r === s || r.kind === 'review' || s.kind === 'review') return false;
  if (r.dataCutoff && s.dataCutoff) return r.dataCutoff !== s.dataCutoff;
  const pairs = followUps(trial, a).flatMap((own) =>
    followUps(trial, b).map((other) => [own, other] as const),
  );
  const comparable = pairs.filter(
    ([f, g]) => f.statistic === g.statistic && (f.arm ?? g.arm) === (g.arm ?? f.arm),
  );
  return (
    comparable.length > 0 && comparable.every(([f, g]) => Math.abs(f.days - g.days) > f.within + g.within)
  );
}

/** The follow-ups that the report of a fact prints for its arm, in days. */
function followUps(trial: Trial, { report, arm }: Outcome) {
  return trial.outcomes.flatMap((fact) => {
    const value = fact.kind === 'follow-up' ? exact(fact.value) : undefined;
    if (
      fact.kind !== 'follow-up' ||
      fact.report !== report ||
      !value ||
      (arm && fact.arm && fact.arm !== arm)
    )
      return [];
    const unit = timeUnits.find((name) => name === fact.unit);
    if (!unit) return [];
    return [{ ...fact, days: value.value * daysIn[unit], within: halfUnit(value) * daysIn[unit] }];
  });
}
