import { daysOf, gradeRange } from '../../model/figure.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Endpoint } from '../../model/vocabulary.ts';

/** The endpoints that describe patients or treatment and are told apart by their definitions. */
export function descriptiveEndpoints(endpoints: readonly Endpoint[]): Set<string> {
  return new Set(endpoints.filter(({ family }) => family === 'participants' || family === 'treatment').map(({ id }) => id));
}

/** Where a fact belongs but for its time: facts of different reports in one slot answer the same question. */
export function slotOf(fact: Outcome, descriptive: ReadonlySet<string>): string {
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
    'grade' in fact && fact.grade ? gradeRange(fact.grade) : '',
    // What describes patients or treatment is told apart by its definition alone: previously treated, relapsed …
    descriptive.has(fact.endpoint) ? fact.definition : '',
  ].join('|');
}

const timeOf = (fact: Outcome) =>
  'at' in fact && fact.at ? `${fact.at.basis === 'within' ? 'at' : fact.at.basis} ${Math.round(daysOf(fact.at))}` : '';
const isCounted = ({ kind }: Outcome) => kind === 'proportion' || kind === 'adverse-event';

/**
 * Whether two facts of one slot are about one time. A review often leaves out when patients were counted, or adds it: its
 * figure is that of the report which it cites, where that report counts at one time only.
 *
 * @param slot every fact of the slot
 */
export function isOfOneTime(a: Outcome, b: Outcome, slot: readonly Outcome[]): boolean {
  const [s, t] = [timeOf(a), timeOf(b)];
  if (s === t) return true;
  const isCited = (fact: Outcome, by: Outcome) => by.cites?.includes(fact.report) === true && by.cites.length === 1;
  const times = (fact: Outcome) => new Set(slot.filter(({ report }) => report === fact.report).map(timeOf)).size;
  return (
    (s === '' || t === '') && isCounted(a) && isCounted(b) && (isCited(a, b) || isCited(b, a)) && times(a) === 1 && times(b) === 1
  );
}
