import { z } from 'astro/zod';
import { readKinds, type ReadKind } from './read-kinds.ts';
import { date, id, text } from './text.ts';

/** What a tool judges: a result that compares arms which chance made, arms of any kind, or patients of one arm. */
type Judged = 'randomised comparison' | 'comparison' | 'series';

interface Tool {
  judges: Judged;
  domains: readonly [string, ...string[]];
  /** The judgements of a domain, the best first. */
  judgements: readonly [string, ...string[]];
  /** The judgements of the whole, the best first. */
  overall: readonly [string, ...string[]];
  /** Whether the tool itself says that the whole is no better than its worst domain. Its two scales are then one. */
  worstCounts: boolean;
}

const robins = ['low', 'moderate', 'no-information', 'serious', 'critical'] as const;
const rob2 = ['low', 'some-concerns', 'high'] as const;

/** The tools by which the risk of bias is judged, with their domains in the order in which they are asked. */
export const appraisalTools = {
  // Sterne JAC, Savović J, Page MJ, et al. RoB 2: a revised tool for assessing risk of bias in randomised trials. BMJ
  // 2019;366:l4898. doi 10.1136/bmj.l4898. It judges one result. "Overall" is low only where every domain is, and high
  // where any domain is.
  'rob-2': {
    judges: 'randomised comparison',
    domains: ['randomisation', 'deviations', 'missing-data', 'measurement', 'selective-reporting'],
    judgements: rob2,
    overall: rob2,
    worstCounts: true,
  },
  // Sterne JAC, Hernán MA, Reeves BC, et al. ROBINS-I: a tool for assessing risk of bias in non-randomised studies of
  // interventions. BMJ 2016;355:i4919. doi 10.1136/bmj.i4919. The study is at a risk at least as severe as that of any
  // domain. Without information on a domain the whole is neither low nor moderate, but a serious or critical domain
  // decides it all the same: hence the place of "no information" in the order.
  'robins-i': {
    judges: 'comparison',
    domains: ['confounding', 'selection', 'classification', 'deviations', 'missing-data', 'measurement', 'selective-reporting'],
    judgements: robins,
    overall: robins,
    worstCounts: true,
  },
  // Munn Z, Barker TH, Moola S, et al. Methodological quality of case series studies: an introduction to the JBI critical
  // appraisal tool. JBI Evid Synth 2020;18(10):2127-2133. doi 10.11124/JBISRIR-D-19-00099. Ten questions; the reviewers
  // decide on the whole, by no rule of the tool.
  'jbi-case-series': {
    judges: 'series',
    domains: [
      'inclusion-criteria',
      'condition-measured',
      'condition-identified',
      'consecutive-inclusion',
      'complete-inclusion',
      'demographics',
      'clinical-information',
      'outcomes-reported',
      'sites-described',
      'statistical-analysis',
    ],
    judgements: ['yes', 'not-applicable', 'unclear', 'no'],
    overall: ['include', 'seek-further-information', 'exclude'],
    worstCounts: false,
  },
} as const satisfies Record<string, Tool>;

export type ToolId = keyof typeof appraisalTools;
export const toolIds = Object.keys(appraisalTools) as ToolId[];
type Tools = (typeof appraisalTools)[ToolId];
export type BiasDomain = Tools['domains'][number];
export type DomainJudgement = Tools['judgements'][number];
export type OverallJudgement = Tools['overall'][number];
export type Judgement = DomainJudgement | OverallJudgement;

const distinct = <T>(lists: readonly (readonly T[])[]): readonly T[] => [...new Set(lists.flat())];
const tools: readonly Tools[] = Object.values(appraisalTools);
export const biasDomains = distinct<BiasDomain>(tools.map(({ domains }) => domains));
export const domainJudgements = distinct<DomainJudgement>(tools.map(({ judgements }) => judgements));
export const overallJudgements = distinct<OverallJudgement>(tools.map(({ overall }) => overall));

/** The risk of bias that stands for a figure: the whole judgement of one appraisal. */
export interface RiskOfBias {
  tool: ToolId;
  overall: OverallJudgement;
}

/** Who judged: the base itself, or a published work. */
export const judges = ['base', 'reference'] as const;

/** What tells how a study was done: one of these must have been read before a domain is called low. */
export const tellsOfMethods: readonly ReadKind[] = ['full-text', 'registry', 'regulator'];

const shared = {
  id: id.meta({ description: 'Permanent, unique within this entry; readers and papers link to it' }),
  fact: id.optional().meta({ description: 'The result that is judged: id of an outcome; rob-2 judges one result' }),
  endpoint: id.optional().meta({ description: 'Or, but for rob-2, all results of this endpoint, from endpoints.yaml' }),
  by: z.enum(judges).meta({ description: 'Who judged: base (this base) or reference (a published work)' }),
  on: date.optional().meta({ description: 'Day of a judgement by this base' }),
  reference: id.optional().meta({ description: 'The work that publishes the judgement: its key in references.yaml' }),
  locator: text.optional().meta({ description: 'Where in that work' }),
  basis: z.array(z.enum(readKinds)).min(1).meta({ description: 'Every kind of text from which it was judged' }),
  note: text.optional().meta({ description: 'What a reader must know to read the appraisal, in your own words' }),
};

/** Never empty: without it nobody can tell whether to agree. */
const reason = z.string().trim().min(1, { error: 'expected a reason: what the text says, or what it does not say' });

const ofDomain = {
  reason: reason.meta({ description: 'Why, in a sentence of your own; where a text is silent, what it does not say' }),
  report: id.meta({ description: 'Which of the reports above it rests on' }),
  locator: text.optional().meta({ description: 'Where in that report' }),
};

/** An appraisal by one tool: its own domains, and judgements of its own scales. */
function by<const T extends ToolId>(tool: T) {
  const { domains, judgements, overall } = appraisalTools[tool];
  const domain = z.strictObject({
    domain: z.enum<(typeof appraisalTools)[T]['domains']>(domains),
    judgement: z.enum<(typeof appraisalTools)[T]['judgements']>(judgements),
    ...ofDomain,
  });
  return z.strictObject({
    ...shared,
    tool: z.literal(tool),
    domains: z.array(domain).meta({ description: 'Every domain of the tool, once' }),
    overall: z.enum<(typeof appraisalTools)[T]['overall']>(overall),
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
    ({ by: judge, reference, locator }) => [reference, locator].every((own) => (own === undefined) === (judge === 'base')),
    {
      error: 'expected reference: KEY and locator: PLACE beside by: reference, and only there',
      path: ['reference'],
    },
  );
export type Appraisal = z.infer<typeof appraisal>;
