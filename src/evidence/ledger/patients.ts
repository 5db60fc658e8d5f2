import { exact, halfUnit, type Figure } from '../../model/figure.ts';
import type { Outcome } from '../../model/outcome.ts';
import { sizeFor, type Trial } from '../../model/trial.ts';
import { isCut, isRounded } from '../../stats/proportion.ts';

/** From the smallest to the largest number of patients that a share can be of. */
export interface Patients {
  least: number;
  most: number;
  /** Whether the report prints it. */
  isPrinted: boolean;
}

type Share = Extract<Outcome, { kind: 'proportion' | 'adverse-event' }>;
const isShare = (fact: Outcome): fact is Share => fact.kind === 'proportion' || fact.kind === 'adverse-event';
const only = ({ value }: Figure, isPrinted: boolean): Patients => ({ least: value, most: value, isPrinted });

/**
 * The patients that a share is of: the printed total; else what events and percentage leave; else the
 * recorded size of the population. Undefined where none of them is known, or the fact is no share.
 */
export function denominatorOf(trial: Trial, fact: Outcome): Patients | undefined {
  const total = 'total' in fact ? exact(fact.total) : undefined;
  if (total) return only(total, true);
  if (!isShare(fact)) return undefined;
  const [events, percent] = [exact(fact.events), exact(fact.percent)];
  if (events && percent && events.value > 0 && percent.value > 0) {
    // Half a unit more where it was rounded, up to a unit more where it was cut.
    const [low, high] = [percent.value - halfUnit(percent), percent.value + 2 * halfUnit(percent)];
    const most = Math.floor((100 * events.value) / Math.max(low, 1e-9));
    return { least: Math.ceil((100 * events.value) / high), most, isPrinted: false };
  }
  const n = trial.populations.find(({ id }) => id === fact.population)?.n;
  const size = n && exact(sizeFor(fact.arm, n, trial));
  return size && only(size, false);
}

/**
 * Whether two shares differ by what they are shares of: both denominators are printed and differ; or one
 * number of patients gives both figures, of denominators that are known from the counts or the population.
 */
export function areOfOtherPatients(trial: Trial, a: Outcome, b: Outcome): boolean {
  const [m, n] = [denominatorOf(trial, a), denominatorOf(trial, b)];
  if (!m || !n || (m.most >= n.least && n.most >= m.least)) return false;
  if (m.isPrinted && n.isPrinted) return true;
  const events = eventsOf(a, m);
  return [...eventsOf(b, n)].some((x) => events.has(x));
}

/** The numbers of patients that the figure of a share can stand for. */
function eventsOf(fact: Outcome, { least, most }: Patients): Set<number> {
  const events = 'events' in fact ? exact(fact.events) : undefined;
  if (events) return new Set([events.value]);
  const percent = isShare(fact) ? exact(fact.percent) : undefined;
  const found = new Set<number>();
  for (let n = least; percent && n <= most; n += 1) {
    const near = Math.floor((percent.value * n) / 100);
    for (const x of [near - 1, near, near + 1])
      if (isRounded(x, n, percent) || isCut(x, n, percent)) found.add(x);
  }
  return found;
}
