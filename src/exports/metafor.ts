import type { EndpointNode, Fact, Library } from '../evidence/library.ts';
import { readIn } from '../evidence/read-in.ts';
import { armOf, countedIn, foremost, limitsAround } from '../evidence/standing.ts';
import { daysIn, daysOf } from '../model/figure.ts';
import { partOf, type Outcome } from '../model/outcome.ts';
import { nearby, sharePatients, type Counted } from '../model/patients.ts';
import { populationKinds } from '../model/population.ts';
import { readKinds } from '../model/read-kinds.ts';
import { onceNoted } from '../model/once.ts';
import { designs, reportKinds } from '../model/trial.ts';
import type { Family } from '../model/families.ts';
import { ratioEffect } from '../stats/effect-sizes.ts';
import { zOfLevel } from '../stats/normal.ts';
import { count, flag, key, list, number, oneOf, required, text, within } from './field.ts';
import { keyOf } from './keys.ts';
import { joined, table, type Column, type Context, type Table, type TableOf } from './table.ts';
import { itemIn } from '../model/need.ts';

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
  /** Others of its row that hold patients of the same study, or shared with it. */
  overlaps: Row[];
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
  [
    'term',
    text,
    'The event as printed, where the endpoint is wider',
    ({ fact: { outcome } }) => textOf(outcome, 'term'),
  ],
  [
    'grade',
    text,
    'Grades counted, as printed: any, 3, 3-4, ≥3, severe or unstated',
    ({ fact: { outcome } }) => gradeTextOf(outcome),
  ],
  ['grade_min', within(count, 1, 5), 'Lowest grade counted', ({ fact }) => gradeOf(fact)?.min],
  ['grade_max', within(count, 1, 5), 'Highest grade counted', ({ fact }) => gradeOf(fact)?.max],
  ['grade_scale', text, 'Grading scale, or unstated', ({ fact: { outcome } }) => textOf(outcome, 'scale')],
  [
    'months',
    number,
    'Time of the figure in months of 30.4375 days; empty where none is stated',
    ({ fact }) => monthsOf(fact),
  ],
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
  [
    'setting',
    required(text),
    'Clinical setting: an id of the vocabulary',
    ({ fact }) => fact.trial.data.setting,
  ],
  [
    'age_group',
    required(text),
    'Age group: an id of the vocabulary',
    ({ fact }) => fact.trial.data.population.ageGroup,
  ],
  ['therapies', list, 'Therapies of the arm', ({ fact, arm }) => joined(therapiesOf(fact, arm))],
  ['year', count, 'Year of the primary report, else of the earliest', ({ fact }) => fact.trial.year],
  [
    'report',
    required(text),
    'Who states the figure: reference_id of references.csv',
    ({ fact }) => keyOf(fact.report),
  ],
  ['report_kind', required(oneOf(reportKinds)), 'Kind of that report', ({ fact }) => fact.report.data.kind],
  [
    'read_in',
    oneOf(readKinds),
    'Where the figure was read: read_in of outcomes.csv',
    ({ fact }) => readIn(fact),
  ],
  ['outcome_id', key, 'The fact: outcome_id of outcomes.csv', ({ fact }) => fact.uid],
  [
    'row',
    required(text),
    'Rows of this name can be pooled together: statistic, time, grade and scale as /synthesis/ and /compare/ name them',
    ({ fact }) => fact.standing.row.id,
  ],
  [
    'usual',
    required(flag),
    'Whether /synthesis/ pools it by default; the usual ones of one row give its result there',
    ({ fact }) => String(fact.standing.usual),
  ],
  [
    'overlaps',
    list,
    'Others of the same row with patients of the same study, or of a study that shares patients: their outcome_id',
    ({ overlaps }) => joined(overlaps.map(({ fact }) => fact.uid)),
  ],
];

/** The dictionary of every file of this kind. */
export const metaforColumns = columns.map(([name, field, description]) => ({ name, description, ...field }));

/** Families whose figures describe patients or reports and are not results. */
const descriptive: readonly Family[] = ['participants', 'follow-up', 'context'];

/**
 * A table an endpoint for meta-analysis, where two studies or more have figures for it: of each arm the
 * figure that stands for it in its row (evidence/standing.ts), where it has counts, a ratio with its interval
 * or an estimate with its error. Not those of historical comparators, and not those of a whole study beside
 * those of its arms.
 */
export function metaforTables(library: Library): Table[] {
  return analysesOf(library).map(({ endpoint, rows }) => tableOf(endpoint, rows));
}

const tableOf = (endpoint: EndpointNode, rows: readonly Row[]): TableOf<Row> =>
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
  });

/**
 * The rows that such a table has for an endpoint, be they of one study alone; none where it describes
 * patients or reports.
 */
export function inputCells(endpoint: EndpointNode, context: Context): string[][] {
  if (descriptive.includes(endpoint.data.family)) return [];
  const rows = rowsOf(endpoint);
  return tableOf(endpoint, rows).cellsOf(rows, context);
}

/**
 * The endpoint with the most study arms to be pooled as proportions, to show how; undefined where none has
 * two.
 */
export function exampleOf(library: Library): string | undefined {
  const sized = analysesOf(library).flatMap(({ endpoint, rows }) => {
    const usual = rows.filter(({ fact }) => fact.standing.row.id === 'proportion' && fact.standing.usual);
    return usual.some(({ overlaps }) => overlaps.some((other) => usual.includes(other)))
      ? []
      : [{ id: endpoint.id, size: usual.length }];
  });
  const [most] = sized.sort((a, b) => b.size - a.size);
  return most && most.size > 1 ? most.id : undefined;
}

const analysesOf = onceNoted(({ endpoints }: Library): { endpoint: EndpointNode; rows: Row[] }[] =>
  endpoints
    .filter(({ data }) => !descriptive.includes(data.family))
    .map((endpoint) => ({ endpoint, rows: rowsOf(endpoint) }))
    .filter(({ rows }) => new Set(rows.map(({ fact }) => fact.trial)).size > 1),
);

function rowsOf({ facts }: EndpointNode): Row[] {
  const best = foremost(
    facts.filter(isOwn).flatMap((fact) => rowOf(fact) ?? []),
    ({ fact }) => fact,
  );
  const rows = best.filter((row) => row.arm !== undefined || !best.some((other) => isOfArmOf(other, row)));
  // Rows of one kind alone could be pooled by mistake.
  for (const alike of Map.groupBy(rows, ({ fact }) => fact.standing.row.id).values()) {
    const counted = alike.map(({ fact }) => countedIn(fact));
    const near = nearby(counted);
    alike.forEach((row, at) => {
      const shared = itemIn(near, at).filter((other) =>
        isShared(itemIn(counted, other), itemIn(counted, at)),
      );
      row.overlaps = shared.map((other) => itemIn(alike, other));
    });
  }
  return rows;
}

const isOwn = ({ outcome, arm, standing }: Fact) =>
  standing.barred === undefined && outcome.role !== 'planned' && arm?.role !== 'historical';

/** Whether two rows could be pooled by mistake. */
const isAlike = (a: Row, b: Row) => a.fact.standing.row.id === b.fact.standing.row.id;

const isShared = (a: Counted, b: Counted) => a.trial === b.trial || sharePatients(a, b);

function rowOf(fact: Fact): Row | undefined {
  const { outcome, derived, standing } = fact;
  const about = { fact, arm: armOf(fact)?.id, overlaps: [] };
  if (outcome.kind === 'landmark') {
    const error = errorOf(outcome);
    if (!outcome.percent || error === undefined) return undefined;
    const estimate = outcome.percent.value;
    const limits = limitsAround(outcome.percent, outcome.interval);
    return { ...about, statistic: 'landmark', estimate, ...limits, yi: estimate / 100, sei: error / 100 };
  }
  if (standing.effect?.kind === 'ratio' && outcome.kind === 'contrast') {
    const { estimate, low, high, level } = standing.effect;
    const { y, v } = ratioEffect(estimate, low, high, level / 100);
    return {
      ...about,
      statistic: outcome.measure as Statistic,
      estimate,
      low,
      high,
      level,
      yi: y,
      sei: Math.sqrt(v),
    };
  }
  if (!derived.counts || (outcome.kind !== 'proportion' && outcome.kind !== 'adverse-event'))
    return undefined;
  return { ...about, statistic: outcome.kind, counts: derived.counts };
}

/**
 * Standard error of a landmark in percentage points: as printed, else from its interval as if that were
 * symmetric.
 */
function errorOf({ percent, spread, interval }: Extract<Outcome, { kind: 'landmark' }>): number | undefined {
  if (!percent || percent.bound) return undefined;
  if (spread?.kind === 'standard-error') return spread.value.value;
  const limits = limitsAround(percent, interval);
  return limits && (limits.high - limits.low) / (2 * zOfLevel(limits.level / 100));
}

function monthsOf({ outcome }: Fact): number | undefined {
  const at = partOf(outcome, 'at');
  return at && rounded(daysOf(at) / daysIn.months);
}

const gradeOf = ({ outcome }: Fact) =>
  outcome.kind !== 'adverse-event'
    ? undefined
    : outcome.grade.printed === 'any'
      ? { min: 1, max: 5 }
      : outcome.grade;

const gradeTextOf = (outcome: Outcome) =>
  outcome.kind === 'adverse-event' ? outcome.grade.printed : undefined;

const textOf = (outcome: Outcome, field: 'term' | 'scale') =>
  outcome.kind === 'adverse-event' ? outcome[field] : undefined;

function therapiesOf({ trial }: Fact, arm: string | undefined): string[] {
  return trial.data.arms
    .filter(({ id }) => arm === undefined || id === arm)
    .flatMap(({ therapies }) => therapies);
}

const isOfArmOf = (other: Row, row: Row) =>
  other.fact.trial === row.fact.trial && other.arm !== undefined && isAlike(other, row);
