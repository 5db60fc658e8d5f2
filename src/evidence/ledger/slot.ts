import { daysOf, gradeRange } from '../../model/figure.ts';
import { type Outcome } from '../../model/outcome.ts';
import type { Endpoint } from '../../model/vocabulary.ts';

/** The endpoints that describe patients or treatment and are told apart by their definitions. */
export function descriptiveEndpoints(endpoints: readonly Endpoint[]): Set<string> {
  return new Set(
    endpoints.filter(({ family }) => family === 'participants' || family === 'treatment').map(({ id }) => id),
  );
}

/**
 * Facts of different reports in one slot answer the same question, as far as the facts of one trial show.
 * Reviews leave out when patients were counted, or add it: where they alone state no time for a share of
 * patients, or alone state one, it is that of the reports. Between two reports it would be another question:
 * the best response, and that at a time.
 */
export function slotsOf(
  facts: readonly Outcome[],
  descriptive: ReadonlySet<string>,
): Map<Outcome, Outcome[]> {
  const slots = new Map<Outcome, Outcome[]>();
  for (const own of Map.groupBy(facts, (fact) => questionOf(fact, descriptive)).values()) {
    const timed = own.filter((fact) => timeOf(fact) !== '');
    const untimed = own.filter((fact) => timeOf(fact) === '');
    const isOneTime = new Set(timed.map(timeOf)).size === 1 && own.every(({ kind }) => kind === 'proportion');
    const isByOneReport = timed.some(({ report }) => untimed.some((fact) => fact.report === report));
    const isOfReviews = [timed, untimed].some((part) =>
      part.every(({ cites }) => cites !== undefined && cites.length > 0),
    );
    const parts = isOneTime && !isByOneReport && isOfReviews ? [own] : Map.groupBy(own, timeOf).values();
    for (const part of parts) for (const fact of part) slots.set(fact, part);
  }
  return slots;
}

/** When a fact holds, in days; follow-up of whatever kind is follow-up. */
function timeOf(fact: Outcome): string {
  if (!('at' in fact) || !fact.at) return '';
  const { from, basis } = fact.at;
  const kind = basis === 'within' ? 'at' : basis.endsWith('follow-up') ? 'follow-up' : basis;
  return `${kind} ${from ? `${from.value}-` : ''}${Math.round(daysOf(fact.at))}`;
}

/** A report that does not say which statistic it gives is held against those that give the usual one. */
function statisticOf(fact: Outcome): string {
  if (!('statistic' in fact)) return '';
  return fact.statistic === 'unstated' ? 'median' : fact.statistic;
}

/** What a fact answers, but for the time. */
function questionOf(fact: Outcome, descriptive: ReadonlySet<string>): string {
  return [
    fact.endpoint,
    fact.kind === 'adverse-event' || fact.kind === 'proportion' || fact.kind === 'landmark'
      ? 'share'
      : fact.kind,
    fact.arm,
    fact.population,
    'comparator' in fact ? `${fact.comparator}|${fact.versus}` : '',
    'measure' in fact ? fact.measure : '',
    statisticOf(fact),
    'unit' in fact ? fact.unit : '',
    'agent' in fact ? fact.agent : '',
    'schedule' in fact ? fact.schedule : '',
    'factor' in fact ? fact.factor : '',
    'term' in fact ? fact.term : '',
    'grade' in fact && fact.grade ? gradeRange(fact.grade) : '',
    // What describes patients or treatment is told apart by its definition alone: previously treated, male …
    descriptive.has(fact.endpoint) ? fact.definition : '',
  ].join('|');
}
