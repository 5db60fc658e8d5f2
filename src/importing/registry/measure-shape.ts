import { timeUnits } from '../../model/figure.ts';
import { oneLine } from './loose.ts';
import { isParticipants } from './results.ts';
import type { Measure } from './record.ts';
import { termOf } from './terms.ts';

/** What the values of a measure are. */
type ValueShape = 'patients' | 'units' | 'percent' | 'average' | 'number';

/** How a measure is reported: its values, what kind of average they are, and what stands beside them. */
export interface MeasureShape {
  values: ValueShape;
  /** median, mean, or unstated where the record has another average, which its note then names. */
  statistic: 'median' | 'mean' | 'unstated';
  unit: string;
  note?: string;
}

const percentOfPeople =
  /^(?:%|per ?cent(?:age)?)(?:\s*(?:of|\()\s*(?:(?:the|all|treated|randomi[sz]ed|evaluable)\s+)*(?:participants?|patients?|subjects?|people)\)?)?$/i;
const averages: Record<string, string> = {
  LEAST_SQUARES_MEAN: 'Least-squares mean.',
  GEOMETRIC_MEAN: 'Geometric mean.',
  GEOMETRIC_LEAST_SQUARES_MEAN: 'Geometric least-squares mean.',
  LOG_MEAN: 'Mean of logarithms.',
};

/** How a measure is reported, by its type of parameter and its unit. */
export function shapeOf({ param, unit = '', unitsAnalysed, rows }: Measure): MeasureShape {
  const type = termOf(param ?? '');
  const plain = unitOf(unit);
  const hasLimits = rows.some(({ values }) =>
    values.some(({ low, high, spread }) => (low ?? high ?? spread) !== undefined),
  );
  if (type === 'COUNT_OF_PARTICIPANTS')
    return { values: 'patients', statistic: 'unstated', unit: 'participants' };
  if (type === 'COUNT_OF_UNITS')
    return { values: 'units', statistic: 'unstated', unit: unitsAnalysed ?? plain };
  if (type === 'MEDIAN') return { values: 'average', statistic: 'median', unit: plain };
  if (type === 'MEAN') return { values: 'average', statistic: 'mean', unit: plain };
  const note = Object.hasOwn(averages, type) ? averages[type] : undefined;
  if (note !== undefined) return { values: 'average', statistic: 'unstated', unit: plain, note };
  if (unitsAnalysed === undefined && percentOfPeople.test(unit.trim()))
    return { values: 'percent', statistic: 'unstated', unit: '%' };
  if (unitsAnalysed === undefined && isParticipants(unit) && !hasLimits)
    return { values: 'patients', statistic: 'unstated', unit: 'participants' };
  return { values: hasLimits ? 'average' : 'number', statistic: 'unstated', unit: plain };
}

/** A unit as it is written; one of time in the word that this base has for it. */
function unitOf(written: string): string {
  const unit = oneLine(written);
  if (unit === '') return 'unit not stated';
  return timeUnits.find((name) => name === unit.toLowerCase().replace(/s?$/, 's')) ?? unit;
}

/** What stands beside a value: an interval of a level, quartiles, a range, or what is printed after ±. */
export type Dispersion =
  | { kind: 'interval'; level: string | undefined }
  | { kind: 'iqr' | 'range' }
  | { kind: 'standard-deviation' | 'standard-error' | 'coefficient-of-variation' }
  | { kind: 'none' };

/** Reads `95% Confidence Interval`, `CONFIDENCE_975`, `Inter-Quartile Range`, `STANDARD_DEVIATION` … */
export function dispersionOf(written: string | undefined): Dispersion {
  const term = termOf(written ?? '');
  if (/INTER_?QUARTILE/.test(term)) return { kind: 'iqr' };
  if (/FULL_RANGE|^RANGE$/.test(term)) return { kind: 'range' };
  if (/COEFFICIENT_OF_VARIATION/.test(term)) return { kind: 'coefficient-of-variation' };
  if (/STANDARD_DEVIATION/.test(term)) return { kind: 'standard-deviation' };
  if (/STANDARD_ERROR/.test(term)) return { kind: 'standard-error' };
  if (!/CONFIDENCE|CREDIBLE/.test(term)) return { kind: 'none' };
  const level = /(\d+(?:\.\d+)?)\s*%/.exec(written ?? '')?.[1] ?? /CONFIDENCE_(\d+)$/.exec(term)?.[1];
  return {
    kind: 'interval',
    level: level && /^9\d\d$/.test(level) ? `${level.slice(0, 2)}.${level.slice(2)}` : level,
  };
}
