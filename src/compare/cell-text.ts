import { compareWords as words } from '../i18n/compare.ts';
import { briefInterval, computed, computedInterval } from '../wording/computed.ts';
import type { Cell } from './arrange.ts';
import type { DatasetFact } from './dataset.ts';

/** The figures of a cell as text; what was computed is marked. */
interface CellText {
  value: string;
  valueComputed: boolean;
  fraction?: string;
  interval?: string;
  intervalComputed: boolean;
  p?: string;
  /** There is no figure; `value` says why. */
  absent: boolean;
  /** The figure as reported, where it could not be re-based. */
  reported?: string;
}

/** Words a cell: the figure as reported, or on the denominator of the view. */
export function textOf({ fact, rebased, absent }: Cell): CellText {
  const bare = { valueComputed: false, intervalComputed: false, absent: false };
  if (!fact) return { ...bare, value: words.absent[absent ?? 'not recorded'], absent: true };
  if (rebased && 'missing' in rebased)
    return { ...bare, value: words.notRebasedFor(rebased.missing), absent: true, reported: fact.value };
  if (rebased && rebased.total !== fact.counts?.total)
    return {
      value: `${computed(rebased.percent)}%`,
      valueComputed: true,
      fraction: `${rebased.events}/${rebased.total}`,
      interval: computedInterval({ level: 95, low: rebased.low, high: rebased.high }),
      intervalComputed: true,
      absent: false,
      reported: fact.value,
    };
  return {
    value: fact.value,
    valueComputed: fact.valueComputed ?? false,
    ...fractionOf(fact),
    ...(fact.interval ? { interval: fact.interval } : {}),
    intervalComputed: fact.intervalComputed ?? false,
    ...(fact.p && fact.p !== fact.value ? { p: fact.p } : {}),
    absent: fact.missing !== undefined,
  };
}

/**
 * The figure with its interval, as briefly as can be: only the usual interval goes without its level and
 * letters.
 */
export function shortText(cell: Cell): string {
  const { value, interval, absent } = textOf(cell);
  if (cell.rebased && 'missing' in cell.rebased) return words.notRebased;
  return interval && !absent ? words.short(value, briefInterval(interval)) : value;
}

/** Events of patients as printed; or as the printed percentage leaves no other choice. */
function fractionOf({ fraction, value, counts }: DatasetFact): { fraction?: string } {
  if (fraction) return fraction === value ? {} : { fraction };
  return counts?.inferred ? { fraction: words.inferred(`${counts.events}/${counts.total}`) } : {};
}

/** All of a cell in one line: `66.7% (22/33; 95% CI 48.2–82.0, computed)`. */
export function lineOf(cell: Cell): string {
  const { value, valueComputed, fraction, interval, intervalComputed, p, reported } = textOf(cell);
  const inside = [
    fraction,
    interval && (intervalComputed ? words.intervalComputed(interval) : interval),
    p,
    reported && words.reported(reported),
  ].flatMap((part) => part || []);
  return words.line(value, valueComputed, inside);
}
