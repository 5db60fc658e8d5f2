import { daysOf, gradeRange } from '../../model/figure.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Endpoint } from '../../model/vocabulary.ts';

/** The endpoints that describe patients or treatment and are told apart by their definitions. */
export function descriptiveEndpoints(endpoints: readonly Endpoint[]): Set<string> {
  return new Set(endpoints.filter(({ family }) => family === 'participants' || family === 'treatment').map(({ id }) => id));
}

/** Where a fact belongs: facts of different reports in one slot answer the same question. */
export function slotOf(fact: Outcome, descriptive: ReadonlySet<string>): string {
  const at = 'at' in fact && fact.at ? `${fact.at.basis === 'within' ? 'at' : fact.at.basis} ${Math.round(daysOf(fact.at))}` : '';
  return [
    fact.endpoint,
    fact.kind === 'adverse-event' || fact.kind === 'proportion' || fact.kind === 'landmark' ? 'share' : fact.kind,
    fact.arm,
    fact.population,
    'comparator' in fact ? `${fact.comparator}|${fact.versus}` : '',
    'measure' in fact ? fact.measure : '',
    'statistic' in fact ? fact.statistic : '',
    'unit' in fact ? fact.unit : '',
    'agent' in fact ? fact.agent : '',
    'schedule' in fact ? fact.schedule : '',
    'factor' in fact ? fact.factor : '',
    'term' in fact ? fact.term : '',
    at,
    'grade' in fact && fact.grade ? gradeRange(fact.grade) : '',
    // What describes patients or treatment is told apart by its definition alone: previously treated, relapsed …
    descriptive.has(fact.endpoint) ? fact.definition : '',
  ].join('|');
}
