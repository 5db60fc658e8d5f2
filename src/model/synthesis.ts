import { z } from 'astro/zod';
import { count, figure, grade, interval, pValue, timePoint } from './figure.ts';
import { stated, type Claim, type Outcome } from './outcome.ts';
import { date, edition, id, label, text } from './text.ts';
import { source } from './trial.ts';

/**
 * What a pooled figure is; a share of one (0.56) and a percentage (56) are kept apart, because each is kept
 * as printed.
 */
export const pooledMeasures = ['percent', 'share', 'HR', 'OR', 'RR', 'difference', 'median', 'mean'] as const;

export const poolingModels = ['random', 'common', 'unstated'] as const;
export const certainties = ['high', 'moderate', 'low', 'very-low'] as const;

/**
 * Where the figures of a synthesis were not read, nothing is assumed of them: all but the measure may be left
 * out.
 */
export const pooled = z
  .strictObject({
    ...stated,
    kind: z.literal('pooled').default('pooled'),
    source: id
      .optional()
      .meta({ description: 'Id of the source that was read; may be left out where there is only one' }),
    group: text.optional().meta({
      description: 'Which of the patients or studies, where it is not all: adults, marrow blasts ≥50%',
    }),
    ageGroup: id
      .optional()
      .meta({ description: 'From vocabulary.yaml, ageGroups, where the group is one of age' }),
    therapies: z
      .array(id)
      .min(1)
      .optional()
      .meta({ description: 'Therapies of this base, where it is not about all of the question' }),
    classes: z.array(id).min(1).optional().meta({ description: 'Classes of therapy, likewise' }),
    targets: z.array(id).min(1).optional().meta({ description: 'What these are aimed at, likewise' }),
    against: text
      .optional()
      .meta({ description: 'With what it is compared; left out for a figure of one group' }),
    term: text.optional().meta({ description: 'The event as printed, where the endpoint is wider' }),
    grade: grade.optional().meta({ description: 'Of an adverse event: any, ≥3, severe …' }),
    scale: z
      .union([z.literal('unstated'), id])
      .optional()
      .meta({ description: 'Grading scale from vocabulary.yaml' }),
    measure: z.enum(pooledMeasures).meta({
      description:
        'percent (56) or share (0.56) as printed; HR, OR, RR; difference; median or mean with its unit',
    }),
    estimate: figure.optional().meta({ description: 'As printed, without the % sign' }),
    unit: text.optional().meta({ description: 'Of a median, mean or difference: months, percentage points' }),
    interval: interval
      .optional()
      .meta({ description: 'As printed; kind: range where only the extremes of the studies are reported' }),
    prediction: interval
      .optional()
      .meta({ description: 'The prediction interval as printed, with its level' }),
    events: count.optional().meta({ description: 'Patients with the outcome in all studies together' }),
    total: count.optional().meta({ description: 'Of how many' }),
    studies: count.optional().meta({ description: 'How many studies were pooled for it' }),
    patients: count.optional().meta({ description: 'How many patients these have' }),
    at: timePoint.optional().meta({ description: 'When: {value: 1, unit: years}' }),
    p: pValue.optional().meta({ description: 'Of the estimate' }),
    i2: figure.optional().meta({ description: 'I² in percent, as printed' }),
    tau2: figure.optional().meta({ description: 'τ², as printed' }),
    heterogeneity: pValue.optional().meta({ description: 'P of the test of heterogeneity' }),
    differs: z
      .strictObject({
        from: id.meta({ description: 'Id of the other result' }),
        p: pValue.meta({ description: 'P of the test' }),
      })
      .optional()
      .meta({ description: 'The test of the difference from the result of another group' }),
    model: z
      .enum(poolingModels)
      .default('unstated')
      .meta({ description: 'Of random effects, or of one common effect' }),
    method: text.optional().meta({ description: 'Estimator and transformation, as far as they are named' }),
    certainty: z
      .strictObject({
        grade: z.enum(certainties).meta({ description: 'As the authors grade it' }),
        locator: text.meta({ description: 'Where in the text' }),
      })
      .optional()
      .meta({ description: 'What the authors judge of it by GRADE' }),
  })
  .refine((o) => o.estimate !== undefined || o.interval?.kind === 'range', {
    error: 'expected an estimate, or an interval of kind range',
    path: ['estimate'],
  });
export type Pooled = z.infer<typeof pooled>;

/** Frontmatter of content/syntheses/ID.mdx: a published systematic review that pools, with what it pooled. */
export const synthesis = z.strictObject({
  ...edition,
  title: label.meta({ description: 'A descriptive title of your own, without results' }),
  reference: id.meta({ description: 'Key of the work in references.yaml' }),
  design: z.enum(['single-arm', 'comparison', 'network', 'mixed']).meta({
    description:
      'Whether it pools figures of one arm, comparisons, a network of comparisons, or several of these',
  }),
  question: z
    .strictObject({
      population: text.meta({ description: 'In whom, in your own words' }),
      setting: id.optional().meta({ description: 'From vocabulary.yaml, settings' }),
      ageGroup: id.optional().meta({ description: 'From vocabulary.yaml, ageGroups' }),
      therapies: z.array(id).default([]).meta({ description: 'Therapies of this base that it asks about' }),
      classes: z.array(id).default([]).meta({
        description: 'Classes of therapy that it asks about as a whole, from vocabulary.yaml, therapyClasses',
      }),
      targets: z.array(id).default([]).meta({
        description: 'What these are aimed at, where the question says so: from vocabulary.yaml, targets',
      }),
      against: text.optional().meta({ description: 'The comparison, where there is one' }),
    })
    .meta({ description: 'What it asks' }),
  search: z
    .strictObject({
      databases: z.array(text).default([]).meta({ description: 'Where it searched' }),
      from: date.optional().meta({ description: 'First day of the search, where it is reported' }),
      until: date.optional().meta({ description: 'Last day of the search' }),
      registration: text.optional().meta({ description: 'PROSPERO number, or that there is none' }),
    })
    .default({ databases: [] })
    .meta({ description: 'As far as the text that was read reports it' }),
  size: z
    .strictObject({
      studies: count.optional().meta({ description: 'As printed' }),
      patients: count.optional().meta({ description: 'As printed' }),
      locator: text.meta({ description: 'Where in the text' }),
      trace: stated.trace,
      note: text.optional().meta({ description: 'What a reader must know to read them, in your own words' }),
    })
    .optional()
    .meta({ description: 'How many studies and patients the whole has' }),
  included: z
    .array(
      z.strictObject({
        trial: id.meta({ description: 'Id of the study' }),
        as: text.meta({ description: 'How the text names the study' }),
        locator: text.meta({ description: 'Where in the text' }),
      }),
    )
    .default([])
    .meta({ description: 'Studies of this base that it includes: only those that the text read names' }),
  sources: z.array(source).min(1).meta({ description: 'The pages on which the figures were read' }),
  pooled: z.array(pooled).min(1).meta({ description: 'What it pooled, a result each' }),
  note: text.optional().meta({ description: 'What a reader must know of the whole, in your own words' }),
});
export type Synthesis = z.infer<typeof synthesis>;

/** Whether a pooled figure is a share of patients, whichever way it is printed. */
export const isShare = ({ measure }: Pick<Pooled, 'measure'>): boolean =>
  measure === 'percent' || measure === 'share';
/** Whether it is a ratio of two sides. */
export const isRatioOfSides = ({ measure }: Pick<Pooled, 'measure'>): boolean => /^(HR|OR|RR)$/.test(measure);
/** What a whole is as printed: 100 for a percentage, 1 for a share of one. */
export const wholeOf = ({ measure }: Pick<Pooled, 'measure'>): number => (measure === 'share' ? 1 : 100);

/** Whatever a source states: a fact of a trial, a claim of a review, a pooled result. */
export type Statement = Outcome | Claim | Pooled;
