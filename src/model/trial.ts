import { z } from 'astro/zod';
import { appraisal } from './appraisal.ts';
import { count, type Figure } from './figure.ts';
import { outcome } from './outcome.ts';
import { populationKinds } from './population.ts';
import { ofAnotherWork, readKinds } from './read-kinds.ts';
import { registered } from './registered.ts';
import { armRoles } from './roles.ts';
import { date, edition, id, label, text, webAddress } from './text.ts';
import { need } from './need.ts';

export const statuses = [
  'not-yet-recruiting',
  'recruiting',
  'enrolling-by-invitation',
  'active-not-recruiting',
  'completed',
  'suspended',
  'terminated',
  'withdrawn',
  'unknown',
  'not-reported',
] as const;
export const phases = [
  'early-1',
  '1',
  '1/2',
  '2',
  '2/3',
  '3',
  '4',
  'not-applicable',
  'not-reported',
] as const;
export const designs = [
  'randomised',
  'crossover',
  'non-randomised',
  'single-arm',
  'dose-escalation',
  'prospective-cohort',
  'retrospective-cohort',
  'case-series',
  'pooled-analysis',
  'not-reported',
] as const;
/**
 * A regulatory report is what an agency says of the study: a label, an approval summary, news of a decision.
 */
export const reportKinds = [
  'primary',
  'update',
  'final',
  'abstract',
  'subgroup',
  'ancillary',
  'registry',
  'regulatory',
  'review',
] as const;
export const plannedRoles = ['primary', 'secondary', 'other'] as const;

const registration = z.strictObject({
  registry: text.meta({ description: 'ClinicalTrials.gov, ChiCTR, EudraCT …' }),
  id: z
    .string()
    .regex(/^[A-Z][A-Za-z]*[-\d][\w-]*$|^\d{4}-\d{6}-\d{2}(-\d{2})?$/, {
      error: 'expected a registry number such as NCT01234567',
    })
    .meta({ description: 'Number of the study there, such as NCT01234567' }),
});

const arm = z.strictObject({
  id: id.meta({ description: 'Short and permanent; outcomes name it' }),
  label: text.meta({ description: 'As a table heading' }),
  role: z
    .enum(armRoles)
    .meta({ description: 'single for a study of one arm; historical for patients of another study or time' }),
  therapies: z.array(id).default([]).meta({ description: 'Therapies of this base that the arm receives' }),
  regimen: text.optional().meta({ description: 'What is given, in words; doses are outcomes of kind dose' }),
  study: id.optional().meta({ description: 'For a historical arm: the trial of this base it comes from' }),
});

/** How many patients a population has: one figure for all of them, or one for each arm. */
export type Size = { kind: 'together'; figure: Figure } | { kind: 'by-arm'; figures: Record<string, Figure> };

// An arm may be called `printed`, too.
function sizeOf(n: Figure | Record<string, Figure>): Size {
  const { printed } = n;
  return typeof printed === 'string'
    ? { kind: 'together', figure: n as Figure }
    : { kind: 'by-arm', figures: n as Record<string, Figure> };
}

/** A size as an entry has it. */
export const sizeAsWritten = (size: Size) => (size.kind === 'together' ? size.figure : size.figures);

export const size = z
  .union([count, z.record(id, count)], {
    error: 'expected a number of patients, or one for each arm, such as {drug: 164, placebo: 162}',
  })
  .transform(sizeOf);

const population = z.strictObject({
  id: id.meta({ description: 'Short and permanent; outcomes name it' }),
  kind: z
    .enum(populationKinds)
    .meta({ description: 'How it was chosen; subgroup for a part by what the patients are like' }),
  label: text.meta({ description: 'Who they are, as a reader would say it' }),
  definition: text.optional().meta({ description: "The report's definition, in your own words" }),
  of: id.optional().meta({ description: 'The wider population that this one is part of' }),
  n: size.optional().meta({ description: 'Number of patients: one figure, or one for each arm' }),
  report: id.optional().meta({ description: 'Which report gives n' }),
  locator: text.optional().meta({ description: 'Where in that report' }),
});

/** A page on which figures were read. */
export const source = z
  .strictObject({
    id: id.meta({ description: 'Short; outcomes name it' }),
    url: webAddress.meta({ description: 'Where it was read' }),
    read: z.enum(readKinds).meta({
      description:
        'What was read there: the report itself (full-text for a table in it, too), or what others say about it',
    }),
    in: id.optional().meta({
      description: 'The work that the table, slides, news or summary stand in: its key in references.yaml',
    }),
  })
  .refine((s) => s.in === undefined || ofAnotherWork.includes(s.read), {
    error: `expected in only beside read: ${ofAnotherWork.join(', ')}`,
    path: ['in'],
  });

export const report = z
  .strictObject({
    reference: id.optional().meta({ description: 'Key in references.yaml' }),
    review: id.optional().meta({ description: 'Id of the review, for kind review' }),
    kind: z.enum(reportKinds).meta({
      description:
        'What it is to the study: primary, update, final, abstract of a meeting, subgroup, ancillary, registry, regulatory or review',
    }),
    dataCutoff: date.optional().meta({ description: 'Day to which its data go, where it says so' }),
    supersedes: z
      .array(id)
      .optional()
      .meta({ description: 'Earlier reports of the same patients that this one updates' }),
    sources: z.array(source).default([]).meta({ description: 'The pages on which the figures were read' }),
    note: text.optional().meta({ description: 'What a reader must know of the report, in your own words' }),
  })
  .refine(
    (r) =>
      r.kind === 'review' ? r.review !== undefined && !r.reference : r.reference !== undefined && !r.review,
    {
      error: 'expected reference: KEY; or, for kind review, review: ID',
      path: ['reference'],
    },
  )
  .refine((r) => r.sources.every((s) => s.in === undefined || s.in !== r.reference), {
    error: 'a source in the report itself is read: full-text or abstract; in names another work',
    path: ['sources'],
  })
  .transform((r) => ({ ...r, id: need(r.reference ?? r.review) }));

export const planned = z.strictObject({
  id: id.meta({ description: 'Permanent, unique within this entry' }),
  role: z.enum(plannedRoles).meta({ description: 'As registered' }),
  endpoint: id.meta({ description: 'From endpoints.yaml' }),
  measure: text.meta({ description: 'What is measured, in your own words' }),
  timeFrame: text.meta({ description: 'As registered, such as "28 days after infusion"' }),
  definition: text.optional().meta({ description: 'The definition in the plan, in your own words' }),
  population: text.optional().meta({ description: 'Where only some of the participants count' }),
  report: id.meta({ description: 'Which of the reports above states the plan' }),
  locator: text.meta({ description: 'Where in that report' }),
});

/** Frontmatter of content/trials/ID.mdx: one study, with every report of it. */
export const trial = z.strictObject({
  ...edition,
  title: label.meta({ description: 'A descriptive title of your own, without results' }),
  acronym: text.optional().meta({ description: 'As the study calls itself; its name in tables' }),
  shortName: text
    .optional()
    .meta({ description: 'Name for tables where there is no acronym, such as "Smith 2019, lower dose"' }),
  registry: z.array(registration).default([]).meta({ description: 'Only numbers that you verified' }),
  status: z.enum(statuses).meta({ description: 'As the registry gives it; not-reported where nobody says' }),
  phase: z.enum(phases).meta({ description: 'In quotes: "1/2"' }),
  design: z.enum(designs).meta({ description: 'How patients came to their arms' }),
  masking: z
    .enum(['open-label', 'single-blind', 'double-blind', 'not-reported'])
    .default('not-reported')
    .meta({ description: 'Who did not know the arms' }),
  setting: id.meta({ description: 'From vocabulary.yaml, settings' }),
  population: z
    .strictObject({
      condition: text.meta({ description: 'Disease and stage, in words' }),
      ageGroup: id.meta({ description: 'From vocabulary.yaml, ageGroups' }),
      ages: text.optional().meta({ description: 'As reported, such as "18 to 59 years"' }),
      attributes: z
        .record(id, z.array(id).min(1))
        .default({})
        .meta({ description: 'Facets of vocabulary.yaml, attributes' }),
    })
    .meta({ description: 'Whom the study takes' }),
  arms: z
    .array(arm)
    .min(1)
    .meta({ description: 'What was given to whom; a study without a comparison has one' }),
  populations: z
    .array(population)
    .min(1)
    .meta({ description: 'The patients that figures are of: randomised, treated, evaluable, a subgroup' }),
  reports: z.array(report).min(1).meta({ description: 'Every work that states figures of the study' }),
  planned: z
    .array(planned)
    .default([])
    .meta({ description: 'Endpoints as they were registered, to be held against what was reported' }),
  outcomes: z
    .array(outcome)
    .default([])
    .meta({ description: 'The facts: one figure of one arm, or one comparison, as one report states it' }),
  overlaps: z
    .array(
      z.strictObject({
        trial: id.meta({ description: 'Id of the other study' }),
        arms: z
          .array(id)
          .min(1)
          .optional()
          .meta({ description: 'The arms of this study whose patients they are; any where left out' }),
        note: text.meta({ description: 'Which patients, and who says so' }),
      }),
    )
    .default([])
    .meta({ description: 'Studies of this base that share patients' }),
  registered: registered
    .optional()
    .meta({ description: 'What the record of a registry says beside its figures' }),
  unsettled: z
    .array(text)
    .default([])
    .meta({ description: 'What an import could not determine; a person settles each and removes its line' }),
  appraisals: z
    .array(appraisal)
    .default([])
    .meta({ description: 'Judgements of the risk of bias, each with one tool' }),
});
export type Trial = z.infer<typeof trial>;
/** What tables call a study: its acronym, else its short name, else its title. */
export const nameOfTrial = ({ acronym, shortName, title }: Trial): string => acronym ?? shortName ?? title.en;

export type Arm = z.infer<typeof arm>;
export type Population = z.infer<typeof population>;
export type Report = z.infer<typeof report>;
export type Planned = z.infer<typeof planned>;

/**
 * The patients of one arm where they are reported arm by arm; arms may have the names of what every object
 * has.
 */
export function sizeOfArm(n: Size, arm: string): Figure | undefined {
  return n.kind === 'by-arm' && Object.hasOwn(n.figures, arm) ? n.figures[arm] : undefined;
}

/** All patients of a population: the one figure, or the sum of those of the arms that are reported. */
export function sumOfSize(n: Size): number {
  return n.kind === 'together'
    ? n.figure.value
    : Object.values(n.figures).reduce((sum, { value }) => sum + value, 0);
}

/**
 * The number of patients of a population in the arm of a fact; none where it is reported for other arms,
 * or of all together.
 */
export function sizeFor(arm: string | undefined, n: Size, { arms }: Trial): Figure | undefined {
  if (n.kind === 'by-arm') return arm === undefined ? undefined : sizeOfArm(n, arm);
  return arm !== undefined && arms.length > 1 ? undefined : n.figure;
}
