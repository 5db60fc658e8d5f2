import type { AxisKind } from '../charts/axis.ts';
import type { Mark } from '../charts/marks.ts';
import type { Fact } from '../evidence/library.ts';
import { timeUnits, type Figure, type Interval } from '../model/figure.ts';
import { isRatioOfSides, isShare, wholeOf, type Pooled } from '../model/synthesis.ts';

/** The axis on which a fact can be drawn. */
export function axisKindOf({ outcome }: Fact): AxisKind | 'none' {
  switch (outcome.kind) {
    case 'proportion':
    case 'landmark':
    case 'adverse-event':
      return 'percent';
    case 'contrast':
    case 'association':
      return 'ratio';
    case 'median':
      return isTimeUnit(outcome.unit) ? 'time' : 'none';
    default:
      return 'none';
  }
}

const isTimeUnit = (unit: string | undefined) => timeUnits.some((known) => known === unit);

/** The axis on which a pooled result can be drawn. */
export function axisKindOfPooled(pooled: Pooled): AxisKind | 'none' {
  if (isShare(pooled)) return 'percent';
  if (isRatioOfSides(pooled)) return 'ratio';
  return isTimeUnit(pooled.unit) && pooled.measure !== 'difference' ? 'time' : 'none';
}

/** The mark of a pooled result on its axis; `undefined` where it has no place there. */
export function markOfPooled(pooled: Pooled): Mark | undefined {
  const { estimate, interval } = pooled;
  const scale = isShare(pooled) ? 100 / wholeOf(pooled) : 1;
  const own: Mark = { point: estimate?.value, ...ends(interval), computed: false };
  const placed = [own.point, own.low, own.high]
    .filter((value) => value !== undefined)
    .map((value) => value * scale);
  if (isShare(pooled) && placed.some((value) => value < 0 || value > 100)) return undefined;
  const by = (value: number | undefined) => (value === undefined ? undefined : value * scale);
  return { ...own, point: by(own.point), low: by(own.low), high: by(own.high) };
}

/** The mark of a fact; `undefined` where there is nothing to draw. */
export function markOf({ outcome, derived }: Fact): Mark | undefined {
  switch (outcome.kind) {
    case 'proportion':
    case 'landmark':
    case 'adverse-event': {
      const point = outcome.percent?.value ?? derived.percent;
      if (point === undefined) return undefined;
      return { point, ...ends(outcome.interval, derived.interval), computed: derived.interval !== undefined };
    }
    case 'contrast':
    case 'association':
      if (!outcome.estimate || !/^(HR|OR|RR)$/.test(outcome.measure)) return undefined;
      return { point: outcome.estimate.value, ...ends(outcome.interval), computed: false };
    case 'median':
      return outcome.value && { point: outcome.value.value, ...ends(outcome.interval), computed: false };
    default:
      return undefined;
  }
}

function ends(
  printed: Interval | undefined,
  computed?: { low: number; high: number },
): Pick<Mark, 'low' | 'high' | 'kind'> {
  if (!printed) return { low: computed?.low, high: computed?.high };
  const limit = (end: Figure | string) => (typeof end === 'string' ? undefined : end.value);
  const { kind } = printed;
  return { low: limit(printed.low), high: limit(printed.high), ...(kind === 'confidence' ? {} : { kind }) };
}
