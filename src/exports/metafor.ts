import type { EndpointNode, Fact, Library } from '../evidence/library.ts';
import { readIn } from '../evidence/read-in.ts';
import { daysIn, daysOf, type Figure } from '../model/figure.ts';
import type { Outcome } from '../model/outcome.ts';
import { designs, populationKinds, readKinds, reportKinds, type Population } from '../model/trial.ts';
import type { Family } from '../model/vocabulary.ts';
import { ratioEffect } from '../stats/effect-sizes.ts';
import { zOfLevel } from '../stats/normal.ts';
import { count, key, list, number, oneOf, required, text, within } from './field.ts';
import { keyOf } from './keys.ts';
import { joined, table, type Column, type Table } from './table.ts';

/** A figure that a meta-analysis can take. */
interface Row {
  fact: Fact;
  arm: string | undefined;
  statistic: Statistic;
  counts?: { events: number; total: number; inferred: boolean };
  estimate?: number;
  low?: number;
  high?: number;
  level?: number;
  yi?: number;
  sei?: number;
}

const statistics = ['proportion', 'adverse-event', 'landmark', 'HR', 'OR', 'RR'] as const;
type Statistic = (typeof statistics)[number];

/** Six decimals, in which all processors agree. */
const rounded = (value: number | undefined) => (value === undefined ? undefined : Number(value.toFixed(6)));

const columns: readonly Column<Row>[] = [
  ['study', required(text), 'The study: trial_id of trials.csv', ({ fact }) => fact.trial.id],
  ['arm', text, 'The arm: arm_id of arms.csv; empty for a whole study of several arms', ({ arm }) => arm],
  [
    'comparator',
    text,
    'The other side of a ratio: an arm, or the population it is held against',
    ({ fact }) => joined([fact.comparator?.id, fact.versus?.id]),
  ],
  [
    'statistic',
    required(oneOf(statistics)),
    'What the row holds; rows of different statistics cannot be pooled',
    ({ statistic }) => statistic,
  ],
  ['term', text, 'The event as printed, where the endpoint is wider', ({ fact: { outcome } }) => textOf(outcome, 'term')],
  [
    'grade',
    text,
    'Grades counted, as printed: any, 3, 3-4, ≥3, severe or unstated',
    ({ fact: { outcome } }) => gradeTextOf(outcome),
  ],
  ['grade_min', within(count, 1, 5), 'Lowest grade counted', ({ fact }) => gradeOf(fact)?.min],
  ['grade_max', within(count, 1, 5), 'Highest grade counted', ({ fact }) => gradeOf(fact)?.max],
  ['grade_scale', text, 'Grading scale, or unstated', ({ fact: { outcome } }) => textOf(outcome, 'scale')],
  ['months', number, 'Time of the figure in months of 30.4375 days; empty where none is stated', ({ fact }) => monthsOf(fact)],
  ['xi', count, 'Patients with the event, for escalc(xi = xi, ni = ni)', ({ counts }) => counts?.events],
  ['ni', count, 'Patients counted', ({ counts }) => counts?.total],
  [
    'xi_origin',
    oneOf(['printed', 'inferred']),
    'Whether xi is printed, or the only whole number that the printed percentage can stand for',
    ({ counts }) => counts && (counts.inferred ? 'inferred' : 'printed'),
  ],
  [
    'estimate',
    number,
    'Ratio, or Kaplan–Meier or cumulative-incidence estimate in percent, as printed',
    ({ estimate }) => estimate,
  ],
  ['low', number, 'Lower limit of its confidence interval, as printed', ({ low }) => low],
  ['high', number, 'Upper limit, likewise', ({ high }) => high],
  ['level', number, 'Level of that interval in percent', ({ level }) => level],
  [
    'yi',
    number,
    'Effect on the scale of rma(): natural logarithm of a ratio; a landmark as a proportion; computed, 6 decimals',
    ({ yi }) => rounded(yi),
  ],
  [
    'sei',
    number,
    'Its standard error: printed for a landmark, else from the interval as if symmetric on that scale; computed, 6 decimals',
    ({ sei }) => rounded(sei),
  ],
  [
    'population_kind',
    required(oneOf(populationKinds)),
    'Denominator: of several figures of an arm, the one of the widest population stands here',
    ({ fact }) => fact.population.kind,
  ],
  ['design', required(oneOf(designs)), 'Design of the study', ({ fact }) => fact.trial.data.design],
  ['setting', required(text), 'Clinical setting: an id of the vocabulary', ({ fact }) => fact.trial.data.setting],
  ['age_group', required(text), 'Age group: an id of the vocabulary', ({ fact }) => fact.trial.data.population.ageGroup],
  ['therapies', list, 'Therapies of the arm', ({ fact, arm }) => joined(therapiesOf(fact, arm))],
  ['year', count, 'Year of the primary report, else of the earliest', ({ fact }) => fact.trial.year],
  ['report', required(text), 'Who states the figure: reference_id of references.csv', ({ fact }) => keyOf(fact.report)],
  ['report_kind', required(oneOf(reportKinds)), 'Kind of that report', ({ fact }) => fact.report.data.kind],
  ['read_in', oneOf(readKinds), 'Where the figure was read: read_in of outcomes.csv', ({ fact }) => readIn(fact)],
  ['outcome_id', key, 'The fact: outcome_id of outcomes.csv', ({ fact }) => fact.uid],
];

/** The dictionary of every file of this kind. */
export const metaforColumns = columns.map(([name, field, description]) => ({ name, description, ...field }));

/** Families whose figures describe patients or reports and are not results. */
const descriptive: readonly Family[] = ['participants', 'follow-up', 'context'];

/**
 * A table an endpoint for meta-analysis, where two studies or more have figures for it: one row for each statistic of a
 * study arm. Only results of a study's own reports, no later report of the same patients being there; not those of
 * historical comparators, and not those of a whole study beside those of its arms. Of several figures of an arm the one
 * of the widest population stands, then the one without a time or at the earliest, then that of the report listed first.
 */
export function metaforTables(library: Library): Table[] {
  return analysesOf(library).map(({ endpoint, rows }) =>
    table<Row>({
      name: `metafor-${endpoint.id}`,
      file: `data/metafor/${endpoint.id}.csv`,
      description: `${endpoint.data.label.en}, for meta-analysis: one row for each statistic of a study arm`,
      columns,
      primaryKey: ['outcome_id'],
      foreignKeys: [
        { fields: 'study', table: 'trials', reference: 'trial_id' },
        { fields: 'outcome_id', table: 'outcomes', reference: 'outcome_id' },
      ],
      rows: () => rows,
    }),
  );
}

/** The endpoint with the most study arms to be pooled as proportions, to show how; undefined where none has two. */
export function exampleOf(library: Library): string | undefined {
  const sized = analysesOf(library).map(({ endpoint, rows }) => ({
    id: endpoint.id,
    size: rows.filter(({ statistic }) => statistic === 'proportion').length,
  }));
  const [most] = sized.sort((a, b) => b.size - a.size);
  return most && most.size > 1 ? most.id : undefined;
}

function analysesOf({ endpoints }: Library): { endpoint: EndpointNode; rows: Row[] }[] {
  return endpoints
    .filter(({ data }) => !descriptive.includes(data.family))
    .map((endpoint) => ({ endpoint, rows: rowsOf(endpoint) }))
    .filter(({ rows }) => new Set(rows.map(({ fact }) => fact.trial)).size > 1);
}

function rowsOf({ facts }: EndpointNode): Row[] {
  const rows = facts.filter(isOwn).flatMap((fact) => rowOf(fact) ?? []);
  const best = [...Map.groupBy(rows, slotOf).values()].map(
    (slot) => slot.filter((row) => !isSuperseded(row, slot)).sort(byRank)[0]!,
  );
  return best.filter((row) => row.arm !== undefined || !best.some((other) => isOfArmOf(other, row)));
}

const isOwn = ({ report, outcome, arm }: Fact) => !report.review && outcome.role !== 'planned' && arm?.role !== 'historical';

function rowOf(fact: Fact): Row | undefined {
  const { outcome, derived, arm, trial } = fact;
  const about = { fact, arm: arm?.id ?? (trial.data.arms.length === 1 ? trial.data.arms[0]!.id : undefined) };
  if (outcome.kind === 'proportion' || outcome.kind === 'adverse-event')
    return derived.counts && { ...about, statistic: outcome.kind, counts: derived.counts };
  if (outcome.kind !== 'landmark' && outcome.kind !== 'contrast') return undefined;
  const figure = outcome.kind === 'landmark' ? outcome.percent : outcome.estimate;
  if (!figure || figure.bound) return undefined;
  const estimate = figure.value;
  const interval = limitsOf(outcome, estimate);
  if (outcome.kind === 'landmark') {
    const { spread } = outcome;
    const error =
      spread?.kind === 'standard-error'
        ? spread.value.value
        : interval && (interval.high - interval.low) / (2 * zOfLevel(interval.level / 100));
    if (error === undefined) return undefined;
    return { ...about, statistic: 'landmark', estimate, ...interval, yi: estimate / 100, sei: error / 100 };
  }
  const { measure } = outcome;
  if (!interval || (measure !== 'HR' && measure !== 'OR' && measure !== 'RR') || estimate <= 0 || interval.low <= 0)
    return undefined;
  const { y, v } = ratioEffect(estimate, interval.low, interval.high, interval.level / 100);
  return { ...about, statistic: measure, estimate, ...interval, yi: y, sei: Math.sqrt(v) };
}

/** A printed confidence interval with both limits, and the estimate between them. */
function limitsOf({ interval }: Extract<Outcome, { kind: 'landmark' | 'contrast' }>, estimate: number) {
  if (interval?.kind !== 'confidence' || !interval.level) return undefined;
  const exact = (value: typeof interval.low): value is Figure => typeof value !== 'string' && !value.bound;
  const { low, high, level } = interval;
  if (!exact(low) || !exact(high) || low.value >= high.value) return undefined;
  if (estimate < low.value || estimate > high.value) return undefined;
  return { low: low.value, high: high.value, level: level.value };
}

function monthsOf({ outcome }: Fact): number | undefined {
  const at = 'at' in outcome ? outcome.at : undefined;
  return at && rounded(daysOf(at) / daysIn.months);
}

const gradeOf = ({ outcome }: Fact) =>
  outcome.kind !== 'adverse-event' ? undefined : outcome.grade.printed === 'any' ? { min: 1, max: 5 } : outcome.grade;

const gradeTextOf = (outcome: Outcome) => (outcome.kind === 'adverse-event' ? outcome.grade.printed : undefined);

const textOf = (outcome: Outcome, field: 'term' | 'scale') => (outcome.kind === 'adverse-event' ? outcome[field] : undefined);

function therapiesOf({ trial }: Fact, arm: string | undefined): string[] {
  return trial.data.arms.filter(({ id }) => arm === undefined || id === arm).flatMap(({ therapies }) => therapies);
}

/** What can be pooled with what, within one study arm. */
function slotOf({ fact, arm, statistic }: Row): string {
  const { outcome, trial, comparator, versus } = fact;
  const event = outcome.kind === 'adverse-event' ? [outcome.grade.printed, outcome.scale, outcome.term] : [];
  const time = statistic === 'landmark' ? monthsOf(fact) : '';
  return [trial.id, arm, comparator?.id, versus?.id, statistic, time, ...event].join('|');
}

function isSuperseded({ fact }: Row, slot: readonly Row[]): boolean {
  return slot.some((other) => other.fact.report.data.supersedes?.includes(fact.report.id));
}

const width: Record<Population['kind'], number> = {
  enrolled: 0,
  randomised: 0,
  treated: 1,
  safety: 1,
  evaluable: 2,
  responders: 3,
  subgroup: 4,
  screened: 5,
};

function byRank(a: Row, b: Row): number {
  const rank = ({ fact }: Row) => [width[fact.population.kind], monthsOf(fact) ?? -1, fact.trial.reports.indexOf(fact.report)];
  const [first, second] = [rank(a), rank(b)];
  const at = first.findIndex((value, i) => value !== second[i]);
  return at === -1 ? 0 : first[at]! - second[at]!;
}

const isOfArmOf = (other: Row, { fact, statistic }: Row) =>
  other.fact.trial === fact.trial && other.arm !== undefined && other.statistic === statistic;
