import type { Derived } from '../model/derived.ts';
import type { Figure } from '../model/figure.ts';
import { partOf, type Claim, type Outcome } from '../model/outcome.ts';
import { clopperPearson, eventsFromPercent, isCut, isRounded } from '../stats/proportion.ts';

/**
 * Derives counts, percentage and interval of a proportion; nothing for other kinds. Where printed counts and
 * a printed percentage contradict each other nobody knows which is right, and there is no interval.
 *
 * @param size patients of the fact's population in its arm: the total of a percentage that is printed without
 * one
 */
export function derive(fact: Outcome | Claim, size?: Figure): Derived {
  const share = deriveShare(fact, size);
  if (!share.counts || partOf(fact, 'interval') !== undefined || contradicts(share.counts, fact))
    return share;
  const { low, high } = clopperPearson(share.counts.events, share.counts.total);
  return { ...share, interval: { low: 100 * low, high: 100 * high, level: 95, method: 'Clopper–Pearson' } };
}

/** The same without the interval, which takes a hundred times as long. */
export function deriveShare(fact: Outcome | Claim, size?: Figure): Pick<Derived, 'counts' | 'percent'> {
  if (fact.kind !== 'proportion' && fact.kind !== 'adverse-event') return {};
  const counts = countsOf(fact.events, fact.total ?? (fact.events ? undefined : size), fact.percent);
  if (!counts) return {};
  return { counts, ...(fact.percent === undefined ? { percent: (100 * counts.events) / counts.total } : {}) };
}

/** Whether counts give a printed percentage neither rounded nor cut off, as the check of percentages asks. */
function contradicts({ events, total }: NonNullable<Derived['counts']>, fact: Outcome | Claim): boolean {
  const percent = partOf(fact, 'percent');
  return (
    percent !== undefined &&
    !percent.bound &&
    !isRounded(events, total, percent) &&
    !isCut(events, total, percent)
  );
}

function countsOf(
  events: Figure | undefined,
  total: Figure | undefined,
  percent: Figure | undefined,
): Derived['counts'] {
  if (!total || total.bound || total.value < 1) return undefined;
  if (events)
    return events.bound || events.value > total.value
      ? undefined
      : { events: events.value, total: total.value, inferred: false };
  if (!percent || percent.bound) return undefined;
  const inferred = eventsFromPercent(percent.value, percent.decimals, total.value);
  return inferred === undefined ? undefined : { events: inferred, total: total.value, inferred: true };
}
