import { z } from 'astro/zod';
import { appraisalTools, type ToolId } from './appraisal-tools.ts';
import { readKinds, type ReadKind } from './read-kinds.ts';
import { date, id, text } from './text.ts';

/** Who judged: the base itself, or a published work. */
export const judges = ['base', 'reference'] as const;

/** Texts that say how a study was done: one of these must have been read before a domain is called low. */
export const describingMethods: readonly ReadKind[] = ['full-text', 'registry', 'regulator'];

const shared = {
  id: id.meta({ description: 'Permanent, unique within this entry; readers and papers link to it' }),
  fact: id
    .optional()
    .meta({ description: 'The result that is judged: id of an outcome; rob-2 judges one result' }),
  endpoint: id
    .optional()
    .meta({ description: 'Or, but for rob-2, all results of this endpoint, from endpoints.yaml' }),
  by: z.enum(judges).meta({ description: 'Who judged: base (this base) or reference (a published work)' }),
  on: date.optional().meta({ description: 'Day of a judgement by this base' }),
  reference: id
    .optional()
    .meta({ description: 'The work that publishes the judgement: its key in references.yaml' }),
  locator: text.optional().meta({ description: 'Where in that work' }),
  basis: z
    .array(z.enum(readKinds))
    .min(1)
    .meta({ description: 'Every kind of text from which it was judged' }),
  note: text
    .optional()
    .meta({ description: 'What a reader must know to read the appraisal, in your own words' }),
};

/** Never empty: without it nobody can tell whether to agree. */
const reason = z
  .string()
  .trim()
  .min(1, { error: 'expected a reason: what the text says, or what it does not say' });

const ofDomain = {
  reason: reason.meta({
    description: 'Why, in a sentence of your own; where a text is silent, what it does not say',
  }),
  report: id.meta({ description: 'Which of the reports above it rests on' }),
  locator: text.optional().meta({ description: 'Where in that report' }),
};

/** An appraisal by one tool: its own domains, and judgements of its own scales. */
function by<const T extends ToolId>(tool: T) {
  const { domains, judgements, overall } = appraisalTools[tool];
  const domain = z.strictObject({
    domain: z
      .enum<(typeof appraisalTools)[T]['domains']>(domains)
      .meta({ description: 'A domain of the tool; its guidance says what it asks' }),
    judgement: z
      .enum<(typeof appraisalTools)[T]['judgements']>(judgements)
      .meta({ description: 'In the words of the tool' }),
    ...ofDomain,
  });
  return z.strictObject({
    ...shared,
    tool: z.literal(tool),
    domains: z.array(domain).meta({ description: 'Every domain of the tool, once' }),
    overall: z
      .enum<(typeof appraisalTools)[T]['overall']>(overall)
      .meta({ description: 'The judgement of the whole, in the words of the tool' }),
  });
}

/** One judgement of the risk of bias in a result of a trial. */
export const appraisal = z
  .discriminatedUnion('tool', [by('rob-2'), by('robins-i'), by('jbi-case-series')])
  .refine((a) => (a.fact === undefined) !== (a.endpoint === undefined), {
    error: 'expected fact: OUTCOME, or endpoint: ENDPOINT (one of the two)',
    path: ['fact'],
  })
  .refine((a) => a.tool !== 'rob-2' || a.endpoint === undefined, {
    error: 'rob-2 judges one result: expected fact: OUTCOME in its place',
    path: ['endpoint'],
  })
  .refine((a) => (a.by === 'base') === (a.on !== undefined), {
    error: 'expected on: DATE beside by: base, and only there',
    path: ['on'],
  })
  .refine(
    ({ by: judge, reference, locator }) =>
      [reference, locator].every((own) => (own === undefined) === (judge === 'base')),
    {
      error: 'expected reference: KEY and locator: PLACE beside by: reference, and only there',
      path: ['reference'],
    },
  );
export type Appraisal = z.infer<typeof appraisal>;
