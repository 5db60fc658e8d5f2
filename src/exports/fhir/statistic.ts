import type { Fact } from '../../evidence/library.ts';
import { statisticText } from '../../wording/figures.ts';
import { en } from '../../i18n/en/words.ts';
import { figureOfP, type Figure, type Interval, type PValue } from '../../model/figure.ts';
import { partOf, type Outcome } from '../../model/outcome.ts';
import { computedQuantity, concept, quantity, some, type Concept } from './terms.ts';

const computed = 'Computed by the build from the counts; the report prints none.';

/**
 * The figure of a fact as `Evidence.statistic`: what is printed as it is printed, and an interval or
 * percentage that the build computes with a description that says so.
 */
export function statisticOf({ outcome, derived }: Fact) {
  const { figure, unit } = valueOf(outcome);
  const events = partOf(outcome, 'events');
  const total = partOf(outcome, 'total');
  const missing = partOf(outcome, 'missing');
  const percent = derived.percent;
  return {
    description: missing ? en.absence[missing] : percent === undefined ? undefined : computed,
    statisticType: typeOf(outcome),
    quantity: figure
      ? quantity(figure, unit)
      : percent === undefined
        ? undefined
        : computedQuantity(percent, 4, '%'),
    numberAffected: exact(events),
    sampleSize: exact(total) === undefined ? undefined : { numberOfParticipants: exact(total) },
    attributeEstimate: some(estimatesOf(outcome, derived, unit)),
  };
}

const exact = (figure: Figure | undefined) =>
  figure === undefined || figure.bound ? undefined : figure.value;

function valueOf(outcome: Outcome): { figure?: Figure | undefined; unit?: string | undefined } {
  switch (outcome.kind) {
    case 'proportion':
    case 'adverse-event':
    case 'landmark':
      return { figure: outcome.percent, unit: '%' };
    case 'contrast':
      return { figure: outcome.estimate, unit: outcome.unit };
    case 'association':
      return { figure: outcome.estimate };
    case 'range':
      return { unit: outcome.unit };
    default:
      return { figure: outcome.value, unit: outcome.unit };
  }
}

const ratios: Partial<Record<string, string>> = { HR: 'C93150', OR: 'C16932', RR: 'C93152' };
const averages: Record<string, string> = {
  median: 'C28007',
  mean: 'C53319',
  minimum: 'C25570',
  maximum: 'C25564',
};
const differences = {
  'risk-difference': concept('statistic', 'Risk difference', '0000424'),
  'difference-of-medians': concept('statistic', 'Difference of medians', 'absolute-MedianDiff'),
  'difference-of-means': concept('statistic', 'Difference of means', 'descriptive'),
  'p-only': concept('statistic', 'Comparison of which only P is stated', 'descriptive'),
};

function typeOf(outcome: Outcome): Concept {
  switch (outcome.kind) {
    case 'proportion':
    case 'adverse-event':
      return concept('statistic', 'Proportion', 'C44256');
    case 'landmark':
      return concept('statistic', 'Kaplan–Meier or cumulative-incidence estimate', 'descriptive');
    case 'contrast':
      if (outcome.measure in differences) return differences[outcome.measure as keyof typeof differences];
      return concept('statistic', outcome.measure, ratios[outcome.measure] ?? 'descriptive');
    case 'association':
      return concept(
        'statistic',
        `Association: ${outcome.measure}`,
        ratios[outcome.measure] ?? 'descriptive',
      );
    case 'count':
      return concept('statistic', 'Count', 'C25463');
    case 'range':
      return concept('statistic', 'Span of values', 'descriptive');
    default:
      return concept(
        'statistic',
        `${en.kind[outcome.kind]}: ${statisticText(outcome.statistic)}`,
        averages[outcome.statistic] ?? 'descriptive',
      );
  }
}

function estimatesOf(outcome: Outcome, derived: Fact['derived'], unit: string | undefined) {
  const estimates: object[] = [];
  if ('interval' in outcome && outcome.interval) estimates.push(printedInterval(outcome.interval, unit));
  if (outcome.kind === 'range' || outcome.kind === 'dose') {
    const { low, high } = outcome;
    if (low ?? high)
      estimates.push({
        type: kinds.range,
        range: { low: low && simple(low, unit), high: high && simple(high, unit) },
      });
  }
  if (derived.interval) {
    const { low, high, level, method } = derived.interval;
    const range = { low: computedQuantity(low, 4, '%'), high: computedQuantity(high, 4, '%') };
    estimates.push({
      description: `${method}. ${computed}`,
      type: kinds.confidence,
      level: level / 100,
      range,
    });
  }
  if ('spread' in outcome && outcome.spread) {
    const { kind, value } = outcome.spread;
    const code = kind === 'standard-deviation' ? 'C53322' : undefined;
    const words = {
      'standard-error': 'Standard error',
      'standard-deviation': 'Standard deviation',
      'coefficient-of-variation': 'Geometric coefficient of variation',
      unstated: 'Printed after ±',
    };
    estimates.push({
      type: concept('estimate', words[kind], code),
      quantity: quantity(
        value,
        outcome.kind === 'median' && kind !== 'coefficient-of-variation' ? outcome.unit : '%',
      ),
    });
  }
  if ('p' in outcome && outcome.p) estimates.push(pEstimate(outcome.p));
  return estimates;
}

const kinds = {
  confidence: concept('estimate', 'Confidence interval', 'C53324'),
  credible: concept('estimate', 'Credible interval', '0000455'),
  range: concept('estimate', 'Range', 'C38013'),
  iqr: concept('estimate', 'Interquartile range', 'C53245'),
};

/** A limit that is no plain number has no place in a range; the description states it. */
function printedInterval({ kind, level, low, high }: Interval, unit: string | undefined) {
  const limits = [
    ['Lower', low],
    ['Upper', high],
  ] as const;
  const others = limits.flatMap(([side, limit]) => {
    if (typeof limit === 'string') return `${side} limit ${en.absence[limit]}.`;
    return limit.bound ? `${side} limit ${limit.printed}.` : [];
  });
  const side = (limit: Interval['low']) =>
    typeof limit === 'string' || limit.bound ? undefined : simple(limit, unit);
  const range = { low: side(low), high: side(high) };
  return {
    description: others.length > 0 ? others.join(' ') : undefined,
    type: kinds[kind],
    level: level && Number((level.value / 100).toFixed(6)),
    range: range.low || range.high ? range : undefined,
  };
}

const simple = ({ printed }: Figure, unit: string | undefined) => quantity({ printed }, unit);

const bounds: Record<string, Figure['bound']> = { '<': '<', '>': '>', '≤': '≤', '≥': '≥' };

function pEstimate(p: PValue) {
  const { printed, comparator, sides } = p;
  const figure = figureOfP(p);
  const sided = sides === 'unknown' ? undefined : `${sides === 1 ? 'One' : 'Two'}-sided`;
  const bound = bounds[comparator];
  return {
    description: figure ? sided : printed,
    type: concept('estimate', 'P-value', 'C44185'),
    quantity: figure && quantity({ printed: figure.printed, ...(bound ? { bound } : {}) }),
  };
}
