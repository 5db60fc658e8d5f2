import type { Derived } from '../model/derived.ts';
import {
  absences,
  bounds,
  figureOfP,
  timeBases,
  timeUnits,
  type Figure,
  type Grade,
  type Interval,
} from '../model/figure.ts';
import { directions, favoured, partOf, spreadKinds, type Claim, type Outcome } from '../model/outcome.ts';
import { count, figure, limit, oneOf, saying, text, within, withOriginIn } from './field.ts';
import { whole, type Column } from './table.ts';

/** A fact of a trial or a claim of a review, with what the build computes beside it. */
export interface Figured {
  fact: Outcome | Claim;
  derived: Derived;
}

const origins = ['printed', 'computed', 'range', 'iqr'] as const;
const methods = ['clopper-pearson', 'credible'] as const;

/**
 * The columns that outcomes and claims share: the figures, as printed, and the computed interval marked as
 * such.
 */
export const figureColumns: readonly Column<Figured>[] = [
  [
    'at_from',
    figure,
    'Where the time is a window such as days 29 to 90: its beginning, in at_unit',
    ({ fact }) => withoutSign(atOf(fact)?.from),
  ],
  [
    'at_value',
    figure,
    'Time of the figure as printed; see at_basis',
    ({ fact }) => withoutSign(atOf(fact)?.value),
  ],
  [
    'at_basis',
    oneOf(timeBases),
    'Whether at, within or after that time, or at that follow-up',
    ({ fact }) => atOf(fact)?.basis,
  ],
  ['at_unit', oneOf(timeUnits), 'Unit of at_value', ({ fact }) => atOf(fact)?.unit],
  [
    'events',
    saying(count),
    'Patients with the outcome, as printed; for a range, the patients it covers',
    ({ fact }) => (isBoundOfCount(fact) ? withoutSign(eventsOf(fact)) : whole(eventsOf(fact))),
  ],
  [
    'total',
    saying(count),
    'Denominator as printed; empty where only an inequality is printed',
    ({ fact }) => whole(partOf(fact, 'total')),
  ],
  [
    'value',
    saying(figure),
    'The percentage, median, estimate, number, dose or date as printed, without its inequality sign; never computed',
    ({ fact }) => (fact.kind === 'date' ? fact.date : withoutSign(valueOf(fact))),
  ],
  ['unit', text, 'Unit of value, ci_low and ci_high; empty for ratios', ({ fact }) => unitOf(fact)],
  [
    'bound',
    saying(oneOf(bounds)),
    'Inequality sign printed before value, or before events where there is no value',
    ({ fact }) => (isBoundOfCount(fact) ? eventsOf(fact) : valueOf(fact))?.bound,
  ],
  [
    'measure',
    text,
    'Of a contrast or association: HR, OR, RR, risk-difference …; of a median, follow-up or dose: median, mean, planned …',
    ({ fact }) => measureOf(fact),
  ],
  [
    'statistic',
    text,
    'Of a median, follow-up or dose alone: median, mean, planned …; unstated where the report does not say which',
    ({ fact }) => partOf(fact, 'statistic'),
  ],
  [
    'favours',
    saying(oneOf(favoured)),
    'Side of a contrast that the report says does better',
    ({ fact }) => of(fact, 'favours'),
  ],
  [
    'factor',
    text,
    'Of an association: what the outcome is said to go with',
    ({ fact }) => of(fact, 'factor'),
  ],
  [
    'direction',
    saying(oneOf(directions)),
    'Of an association: with more or with less of it',
    ({ fact }) => of(fact, 'direction'),
  ],
  ['agent', text, 'Of a dose: the drug, where the arm has several', ({ fact }) => of(fact, 'agent')],
  ['schedule', text, 'Of a dose: days, route, cycles', ({ fact }) => of(fact, 'schedule')],
  [
    'spread',
    saying(figure),
    'What is printed after ±, in the unit of value',
    ({ fact }) => spreadOf(fact)?.value.printed,
  ],
  [
    'spread_kind',
    oneOf(spreadKinds),
    'What that is; unstated where only ± is printed',
    ({ fact }) => spreadOf(fact)?.kind,
  ],
  [
    'ci_level',
    saying(withOriginIn('ci_origin', figure)),
    'Level in percent of a confidence or credible interval: 95, 97.5 …',
    (row) => limitsOf(row)?.level,
  ],
  [
    'ci_low',
    saying(withOriginIn('ci_origin', limit)),
    'Lower limit as printed (inequality sign and the words not-reached, not-estimable included), or computed; see ci_origin',
    (row) => limitsOf(row)?.low,
  ],
  [
    'ci_high',
    saying(withOriginIn('ci_origin', limit)),
    'Upper limit, likewise',
    (row) => limitsOf(row)?.high,
  ],
  [
    'ci_origin',
    saying(oneOf(origins)),
    'What ci_low and ci_high are: printed (an interval in the report), computed (by the build from the counts), or no confidence interval but a range (smallest to largest, or a printed span) or iqr (quartiles)',
    (row) => limitsOf(row)?.origin,
  ],
  [
    'ci_method',
    saying(oneOf(methods)),
    'clopper-pearson where computed (level 95, 4 decimals); credible where the printed interval is a credible one',
    (row) => limitsOf(row)?.method,
  ],
  [
    'p_comparator',
    saying(oneOf(['=', '<', '>', '≤', '≥', 'ns'])),
    'Sign printed before the P value; ns where only "not significant" is stated',
    ({ fact }) => pOf(fact)?.comparator,
  ],
  [
    'p_value',
    saying(within(figure, 0, 1)),
    'P value as printed, without its sign',
    ({ fact }) => pFigure(fact)?.printed,
  ],
  [
    'p_sides',
    saying(oneOf(['1', '2', 'unknown'])),
    '1 or 2 where the report says so, else unknown',
    ({ fact }) => pOf(fact)?.sides,
  ],
  [
    'grade_min',
    within(count, 1, 5),
    'Lowest grade counted; any grade is 1 to 5; empty where the report says severe or nothing',
    ({ fact }) => gradesOf(fact)?.min,
  ],
  [
    'grade_max',
    within(count, 1, 5),
    'Highest grade counted; 5 for "≥3" and for any grade',
    ({ fact }) => gradesOf(fact)?.max,
  ],
  [
    'grade_scale',
    text,
    'Grading scale: an id of the vocabulary, or unstated; rows of different scales cannot be joined',
    ({ fact }) => partOf(fact, 'scale'),
  ],
  [
    'grade',
    text,
    'Grades counted, as printed: any, 3, 3-4, ≥3, severe or unstated',
    ({ fact }) => gradeOf(fact)?.printed,
  ],
  ['term', text, 'Of an event: as printed, where the endpoint is wider', ({ fact }) => of(fact, 'term')],
  [
    'definition',
    text,
    "The report's own definition, where it differs from the endpoint's, or what tells the figure from others",
    ({ fact }) => fact.definition,
  ],
  ['assay', text, 'How residual disease was measured', ({ fact }) => of(fact, 'assay')],
  [
    'threshold',
    figure,
    'Limit in percent below which the result counts as negative',
    ({ fact }) => withoutSign(partOf(fact, 'threshold')),
  ],
  ['missing', saying(oneOf(absences)), 'Why there is no figure', ({ fact }) => partOf(fact, 'missing')],
];

const of = (fact: Figured['fact'], key: string) =>
  (fact as unknown as Record<string, string | undefined>)[key];
const spreadOf = (fact: Figured['fact']) => partOf(fact, 'spread');
const gradeOf = (fact: Figured['fact']) => partOf(fact, 'grade');
const atOf = (fact: Figured['fact']) => partOf(fact, 'at');
const eventsOf = (fact: Figured['fact']) => partOf(fact, 'events');
/** Whether an inequality of the count is the only figure: `<11` patients. */
const isBoundOfCount = (fact: Figured['fact']) =>
  eventsOf(fact)?.bound !== undefined && valueOf(fact) === undefined;
const pOf = (fact: Figured['fact']) => partOf(fact, 'p');
const pFigure = (fact: Figured['fact']) => {
  const p = pOf(fact);
  return p && figureOfP(p);
};
const withoutSign = (figure: Figure | undefined) => figure?.printed.replace(/^[<>≤≥]\s*/, '');

function valueOf(fact: Figured['fact']): Figure | undefined {
  if ('percent' in fact) return fact.percent;
  if ('estimate' in fact) return fact.estimate;
  return partOf(fact, 'value');
}

function unitOf(fact: Figured['fact']): string | undefined {
  if (fact.kind === 'proportion' || fact.kind === 'adverse-event' || fact.kind === 'landmark') return '%';
  return partOf(fact, 'unit');
}

function measureOf(fact: Figured['fact']): string | undefined {
  if ('measure' in fact) return fact.measure;
  return partOf(fact, 'statistic');
}

interface Limits {
  level?: string | undefined;
  low: string | undefined;
  high: string | undefined;
  origin: (typeof origins)[number];
  method?: (typeof methods)[number];
}

function limitsOf({ fact, derived }: Figured): Limits | undefined {
  if (fact.kind === 'range' || (fact.kind === 'dose' && (fact.low ?? fact.high)))
    return { low: fact.low?.printed, high: fact.high?.printed, origin: 'range' };
  if ('interval' in fact && fact.interval) return printedLimits(fact.interval);
  if (!derived.interval) return undefined;
  const { low, high, level, method } = derived.interval;
  return {
    level: String(level),
    low: low.toFixed(4),
    high: high.toFixed(4),
    origin: 'computed',
    method: ({ 'Clopper–Pearson': 'clopper-pearson' } as const)[method],
  };
}

function printedLimits({ kind, level, low, high }: Interval): Limits {
  const limit = (value: Interval['low']) => (typeof value === 'string' ? value : value.printed);
  return {
    level: level?.printed,
    low: limit(low),
    high: limit(high),
    origin: kind === 'range' || kind === 'iqr' ? kind : 'printed',
    ...(kind === 'credible' ? { method: 'credible' } : {}),
  };
}

function gradesOf(fact: Figured['fact']): Pick<Grade, 'min' | 'max'> | undefined {
  const grade = gradeOf(fact);
  return grade?.printed === 'any' ? { min: 1, max: 5 } : grade;
}
