import { exact, halfUnit, type Figure } from '../../model/figure.ts';
import type { Outcome } from '../../model/outcome.ts';
import { sizeFor, type Trial } from '../../model/trial.ts';

/** From the smallest to the largest number of patients that a share can be of. */
export interface Patients {
  least: number;
  most: number;
}

/**
 * The patients that a share is of: the printed total; else what events and percentage leave; else the recorded size of
 * the population. Undefined where none of them is known, or the fact is no share.
 */
export function denominatorOf(trial: Trial, fact: Outcome): Patients | undefined {
  if (fact.kind !== 'proportion' && fact.kind !== 'adverse-event' && fact.kind !== 'count') return undefined;
  const [total, events] = [exact(fact.total), 'events' in fact ? exact(fact.events) : undefined];
  const n = trial.populations.find(({ id }) => id === fact.population)?.n;
  const only = ({ value }: Figure): Patients => ({ least: value, most: value });
  if (total) return only(total);
  if (fact.kind === 'count') return undefined;
  const percent = exact(fact.percent);
  if (events && percent && events.value > 0 && percent.value > 0) {
    // Half a unit more where it was rounded, up to a unit more where it was cut.
    const [low, high] = [percent.value - halfUnit(percent), percent.value + 2 * halfUnit(percent)];
    return { least: Math.ceil((100 * events.value) / high), most: Math.floor((100 * events.value) / Math.max(low, 1e-9)) };
  }
  const size = n && exact(sizeFor(fact.arm, n, trial));
  return size && only(size);
}
