import { interval as shape } from '../../model/figure.ts';
import type { WrittenInterval } from './fact-list.ts';
import type { Dispersion } from './measure-shape.ts';
import { absenceOf, isNA, printedFigure } from './printed.ts';

/** Limits as a record posts them; a note where the model has no place for them. */
interface ReadLimits {
  interval?: WrittenInterval;
  note?: string;
}

/**
 * The limits of a value. One that is not posted, as of a one-sided interval, has no estimate, and the note
 * says so.
 */
export function limitsOf(
  { low, high, comment }: { low?: string; high?: string; comment?: string },
  dispersion: Dispersion,
): ReadLimits {
  if (low === undefined && high === undefined) return {};
  const limits = { low: limitOf(low, comment), high: limitOf(high, comment) };
  const posted = `${low ?? 'no lower limit'} to ${high ?? 'no upper limit'}`;
  if (limits.low === undefined || limits.high === undefined) return { note: `Limits as posted: ${posted}.` };
  const kind = dispersion.kind === 'iqr' || dispersion.kind === 'range' ? { kind: dispersion.kind } : {};
  const level =
    dispersion.kind === 'interval' && dispersion.level !== undefined ? { level: dispersion.level } : {};
  const interval: WrittenInterval = { ...kind, ...level, low: limits.low, high: limits.high };
  if (!shape.safeParse(interval).success)
    return { note: `Limits as posted, of a kind or level not stated: ${posted}.` };
  const missing = low === undefined ? 'lower' : high === undefined ? 'upper' : undefined;
  return { interval, ...(missing ? { note: `No ${missing} limit is posted.` } : {}) };
}

function limitOf(text: string | undefined, comment: string | undefined): string | undefined {
  if (text === undefined) return 'not-estimable';
  if (isNA(text)) return absenceOf(text, comment);
  return printedFigure(text);
}
