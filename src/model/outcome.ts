import { z } from 'astro/zod';
import {
  absence,
  count,
  figure,
  grade,
  interval,
  percent,
  pValue,
  timePoint,
  type Figure,
  type Interval,
} from './figure.ts';
import { date, id, text, waiver } from './text.ts';

const measures = [
  'HR',
  'OR',
  'RR',
  'risk-difference',
  'difference-of-medians',
  'difference-of-means',
  'p-only',
] as const;
const associationMeasures = ['HR', 'OR', 'RR', 'correlation', 'p-only', 'statement'] as const;

export const directions = ['positive', 'negative', 'none', 'unstated'] as const;
export const favoured = ['arm', 'comparator', 'neither'] as const;
export const spreadKinds = [
  'standard-error',
  'standard-deviation',
  'coefficient-of-variation',
  'unstated',
] as const;
export const outcomeRoles = ['primary', 'secondary', 'exploratory', 'planned', 'unstated'] as const;

const missing = absence.optional();
const statistic = z.enum(['median', 'mean', 'minimum', 'maximum', 'unstated']).default('median').meta({
  description: 'median (default), mean, minimum, maximum, or unstated where the report does not say which',
});
const at = timePoint.optional().meta({
  description:
    'When: {value: 30, unit: days}; basis: within, after, median-follow-up … where it is not exactly then',
});
const printedInterval = interval
  .optional()
  .meta({ description: 'Only an interval that the report prints; the build computes the others' });
const spread = z
  .strictObject({
    kind: z.enum(spreadKinds).meta({ description: 'unstated where the report prints only ±' }),
    value: figure.meta({ description: 'As printed, without the sign' }),
  })
  .optional()
  .meta({ description: 'What is printed after ±' });
const value = figure
  .optional()
  .meta({ description: 'As printed; for a median that was not reached: missing' });
const unit = text.meta({ description: 'months, days, % …' });
const estimate = figure.optional().meta({ description: 'As printed' });
const p = pValue
  .optional()
  .meta({ description: 'As printed: "<0.001", 0.0203, NS; or {printed: 0.02, sides: 1}' });
const fraction = {
  events: count.optional().meta({ description: 'Patients with the outcome' }),
  total: count.optional().meta({ description: 'The denominator that the report uses' }),
  percent: percent.optional().meta({ description: 'As printed, without the % sign' }),
  interval: printedInterval,
  at,
};

/**
 * What each kind of fact carries. A trial's outcomes add arm and population to it,
 * a review's claims add their subject.
 */
const shapes = {
  proportion: {
    ...fraction,
    assay: text.optional().meta({ description: 'How it was measured, for measurable residual disease' }),
    threshold: figure
      .optional()
      .meta({ description: 'Limit in percent below which the result counts as negative' }),
    missing,
  },
  median: { statistic, value, unit, interval: printedInterval, spread, missing },
  landmark: {
    at: timePoint.meta({ description: 'The time of the estimate: {value: 2, unit: years}' }),
    percent: percent
      .optional()
      .meta({ description: 'Kaplan–Meier or cumulative-incidence estimate as printed, without the % sign' }),
    interval: printedInterval,
    spread,
    missing,
  },
  contrast: {
    measure: z.enum(measures).meta({
      description:
        'HR, OR, RR, risk-difference, difference-of-medians, difference-of-means, or p-only where no estimate is printed',
    }),
    estimate,
    unit: text.optional().meta({ description: 'For differences: months, percentage points' }),
    interval: printedInterval,
    p,
    at,
    favours: z.enum(favoured).optional().meta({
      description:
        'Which side the report says does better; neither where it says that there is no significant difference',
    }),
    missing,
  },
  association: {
    factor: text.meta({ description: 'What the outcome is said to go with, in a few words' }),
    measure: z.enum(associationMeasures).meta({ description: 'statement where the report gives words only' }),
    direction: z.enum(directions).meta({
      description:
        'Whether the factor makes the outcome more likely (positive), less likely (negative) or neither; unstated',
    }),
    estimate,
    interval: printedInterval,
    p,
    at,
    missing,
  },
  'adverse-event': {
    term: text.optional().meta({ description: 'The event as printed, where the endpoint is wider' }),
    grade: grade.meta({ description: 'any, 3, 3-4, ≥3, severe (undefined by grade) or unstated' }),
    scale: z
      .union([z.literal('unstated'), id])
      .meta({ description: 'Grading scale from vocabulary.yaml, or unstated' }),
    ...fraction,
    missing,
  },
  range: {
    low: figure.meta({ description: 'The lower end as printed' }),
    high: figure.meta({ description: 'The upper end as printed' }),
    unit: text.meta({ description: '%, months, cells/kg …' }),
    events: count.optional().meta({ description: 'How many patients the span covers' }),
    grade: grade.optional().meta({ description: 'Of adverse events: any, 3, 3-4, ≥3, severe or unstated' }),
    scale: z
      .union([z.literal('unstated'), id])
      .optional()
      .meta({ description: 'Grading scale from vocabulary.yaml, or unstated' }),
    at,
  },
  count: {
    value,
    unit: text.meta({ description: 'What is counted: patients, cycles, infusions …' }),
    total: count.optional().meta({ description: 'Out of how many' }),
    at,
    missing,
  },
  dose: {
    agent: text.optional().meta({ description: 'The drug, where the arm has several' }),
    value,
    low: figure.optional().meta({ description: 'Where a span is printed: its lower end' }),
    high: figure.optional().meta({ description: 'Its upper end' }),
    unit: text.meta({ description: 'mg/m², µg/m²/day, cells/kg …' }),
    statistic: z
      .enum(['planned', 'median', 'mean', 'starting', 'level', 'maximum', 'target'])
      .default('planned')
      .meta({
        description:
          'planned (default), or what was given: median, mean; a dose level, the starting, maximum or target dose',
      }),
    schedule: text.optional().meta({ description: 'Days, route, cycles' }),
    missing,
  },
  'follow-up': { statistic, value, unit, interval: printedInterval, missing },
} as const;

export type OutcomeKind = keyof typeof shapes;
export const outcomeKinds = Object.keys(shapes) as OutcomeKind[];

/** Whether a fact has the figure its kind stands for, or says why not: never both, never neither. */
function hasFigure(o: Record<string, unknown>): boolean {
  const given = ['events', 'percent', 'value', 'low', 'high', 'estimate', 'p', 'favours', 'date'].some(
    (key) => o[key] !== undefined,
  );
  const stated = o.kind === 'association' || o.kind === 'statement';
  return stated || given !== (o.missing !== undefined);
}
const figureRule =
  'expected a figure, or missing: not-reported | not-reached | not-estimable | not-extracted (one of the two)';

/** What every statement of a source carries, whatever it states. */
export const stated = {
  id: id.meta({ description: 'Permanent, unique within this entry; readers and papers link to it' }),
  endpoint: id.meta({ description: 'From endpoints.yaml' }),
  locator: text.meta({ description: 'Where in the report: abstract, table 2, §2.1.1' }),
  trace: z.record(z.string(), z.number().int().positive()).optional().meta({
    description:
      'Where each figure stands among the numbers of its section in content/sources/; almanac trace writes it',
  }),
  definition: text
    .optional()
    .meta({ description: "The report's own definition, where it differs from the endpoint's" }),
  note: text
    .optional()
    .meta({ description: 'What a reader must know to read the figure, in your own words' }),
  waivers: z
    .array(waiver)
    .optional()
    .meta({ description: 'Checks that find a fault which the source itself prints, each with the reason' }),
};

/** How the text of a review names the work that it cites. */
const citedAs = z
  .strictObject({
    author: text
      .optional()
      .meta({ description: 'The name that the review prints, usually that of the first author' }),
    agents: z.array(id).min(1).optional().meta({
      description: 'The agents that the review names: ids of therapies, or of agents in vocabulary.yaml',
    }),
  })
  .refine((c) => c.author !== undefined || c.agents !== undefined, {
    error: 'expected author or agents',
    path: ['author'],
  })
  .optional()
  .meta({
    description: 'What the text of the review calls the work cited; one fact for each work is enough',
  });

const ofTrial = {
  ...stated,
  report: id.meta({ description: 'Which of the reports above states this figure' }),
  source: id.optional().meta({
    description: "Id of the report's source that was read; may be left out where there is only one",
  }),
  cites: z.array(id).optional().meta({ description: 'References that a review gives for the figure' }),
  citedAs,
  role: z.enum(outcomeRoles).default('unstated').meta({ description: 'Role of the endpoint in the report' }),
  arm: id.optional().meta({ description: 'Arm that the figure belongs to; leave out for the whole study' }),
  population: id.meta({ description: 'Analysis population that the figure belongs to' }),
};

const sides = {
  comparator: id.optional().meta({ description: 'The arm on the other side' }),
  versus: id
    .optional()
    .meta({ description: 'The population on the other side, where subgroups are compared' }),
};

const ofReview = {
  ...stated,
  subject: text.meta({ description: 'What the statement is about, in a few words' }),
  cites: z.array(id).default([]).meta({ description: 'References that the review gives for it' }),
  citedAs,
};

const figured = <T extends z.ZodType<Record<string, unknown>>>(schema: T) =>
  schema
    .refine(hasFigure, { error: figureRule, path: ['missing'] })
    .refine((o) => o.citedAs === undefined || (o.cites as string[] | undefined)?.length, {
      error: 'citedAs names a work: expected its key under cites',
      path: ['cites'],
    })
    .refine(
      (o) =>
        !isRatio(o.measure) || ![o.estimate, ...ends(o.interval as Interval | undefined)].some(isNegative),
      {
        error: 'expected a ratio and limits of 0 or more; a difference has another measure',
        path: ['estimate'],
      },
    );

const isRatio = (measure: unknown) => ['HR', 'OR', 'RR'].includes(measure as string);
const ends = (interval: Interval | undefined) => (interval ? [interval.low, interval.high] : []);
const isNegative = (figure: unknown) => typeof figure === 'object' && (figure as Figure).value < 0;

const trialKinds = {
  proportion: z.strictObject({ ...ofTrial, kind: z.literal('proportion'), ...shapes.proportion }),
  median: z.strictObject({ ...ofTrial, kind: z.literal('median'), ...shapes.median }),
  landmark: z.strictObject({ ...ofTrial, kind: z.literal('landmark'), ...shapes.landmark }),
  contrast: z.strictObject({ ...ofTrial, ...sides, kind: z.literal('contrast'), ...shapes.contrast }),
  association: z.strictObject({ ...ofTrial, kind: z.literal('association'), ...shapes.association }),
  adverseEvent: z.strictObject({ ...ofTrial, kind: z.literal('adverse-event'), ...shapes['adverse-event'] }),
  range: z.strictObject({ ...ofTrial, kind: z.literal('range'), ...shapes.range }),
  count: z.strictObject({ ...ofTrial, kind: z.literal('count'), ...shapes.count }),
  dose: z.strictObject({ ...ofTrial, kind: z.literal('dose'), ...shapes.dose }),
  followUp: z.strictObject({ ...ofTrial, kind: z.literal('follow-up'), ...shapes['follow-up'] }),
};

/** One fact of a trial, as one report states it. */
export const outcome = figured(
  z.discriminatedUnion('kind', [
    trialKinds.proportion,
    trialKinds.median,
    trialKinds.landmark,
    trialKinds.contrast,
    trialKinds.association,
    trialKinds.adverseEvent,
    trialKinds.range,
    trialKinds.count,
    trialKinds.dose,
    trialKinds.followUp,
  ]),
).refine(
  (o) =>
    o.kind !== 'contrast' || (o.comparator ?? o.arm) !== o.arm || (o.versus ?? o.population) !== o.population,
  {
    error: 'a contrast needs two different sides: a comparator arm, or a versus population',
    path: ['comparator'],
  },
);
export type Outcome = z.infer<typeof outcome>;

/** A statement of a review that belongs to no single study. */
export const claim = figured(
  z.discriminatedUnion('kind', [
    z.strictObject({ ...ofReview, kind: z.literal('proportion'), ...shapes.proportion }),
    z.strictObject({ ...ofReview, kind: z.literal('median'), ...shapes.median }),
    z.strictObject({ ...ofReview, kind: z.literal('landmark'), ...shapes.landmark }),
    z.strictObject({ ...ofReview, kind: z.literal('association'), ...shapes.association }),
    z.strictObject({ ...ofReview, kind: z.literal('adverse-event'), ...shapes['adverse-event'] }),
    z.strictObject({ ...ofReview, kind: z.literal('range'), ...shapes.range }),
    z.strictObject({ ...ofReview, kind: z.literal('count'), ...shapes.count }),
    z.strictObject({ ...ofReview, kind: z.literal('dose'), ...shapes.dose }),
    z.strictObject({ ...ofReview, kind: z.literal('follow-up'), ...shapes['follow-up'] }),
    z.strictObject({
      ...ofReview,
      kind: z.literal('date'),
      date: date.meta({ description: 'As the source states it: 2022, 2022-03 or 2022-03-31' }),
    }),
    z.strictObject({ ...ofReview, kind: z.literal('statement') }),
  ]),
);
export type Claim = z.infer<typeof claim>;
export const claimKinds = claim.options.map(({ shape }) => shape.kind.value);

type KeyOf<T> = T extends unknown ? keyof T : never;
type Part<T, K extends PropertyKey> = T extends unknown ? (K extends keyof T ? T[K] : undefined) : never;

/**
 * A part of a fact of whatever kind, such as its `events`; undefined where its kind has none, or where it is
 * not stated.
 */
export const partOf = <T extends { kind: string }, K extends KeyOf<T>>(fact: T, key: K): Part<T, K> =>
  (fact as Record<PropertyKey, unknown>)[key] as Part<T, K>;
