/**
 * What a tool judges: a result that compares arms which chance made, arms of any kind, or patients of one
 * arm.
 */
type Judged = 'randomised comparison' | 'comparison' | 'series';

interface Tool {
  judges: Judged;
  domains: readonly [string, ...string[]];
  /** The judgements of a domain, the best first. */
  judgements: readonly [string, ...string[]];
  /** The judgements of the whole, the best first. */
  overall: readonly [string, ...string[]];
  /**
   * Whether the tool itself says that the whole is no better than its worst domain. Its two scales are then
   * one.
   */
  worstCounts: boolean;
}

const robins = ['low', 'moderate', 'no-information', 'serious', 'critical'] as const;
const rob2 = ['low', 'some-concerns', 'high'] as const;

/** The tools by which the risk of bias is judged, with their domains in the order in which they are asked. */
export const appraisalTools = {
  // Sterne JAC, Savović J, Page MJ, et al. RoB 2: a revised tool for assessing risk of bias in randomised
  // trials. BMJ 2019;366:l4898. doi 10.1136/bmj.l4898. It judges one result. "Overall" is low only where
  // every domain is, and high where any domain is.
  'rob-2': {
    judges: 'randomised comparison',
    domains: ['randomisation', 'deviations', 'missing-data', 'measurement', 'selective-reporting'],
    judgements: rob2,
    overall: rob2,
    worstCounts: true,
  },
  // Sterne JAC, Hernán MA, Reeves BC, et al. ROBINS-I: a tool for assessing risk of bias in non-randomised
  // studies of interventions. BMJ 2016;355:i4919. doi 10.1136/bmj.i4919. The study is at a risk at least as
  // severe as that of any domain. Without information on a domain the whole is neither low nor moderate, but
  // a serious or critical domain decides it all the same: hence the place of "no information" in the order.
  'robins-i': {
    judges: 'comparison',
    domains: [
      'confounding',
      'selection',
      'classification',
      'deviations',
      'missing-data',
      'measurement',
      'selective-reporting',
    ],
    judgements: robins,
    overall: robins,
    worstCounts: true,
  },
  // Munn Z, Barker TH, Moola S, et al. Methodological quality of case series studies: an introduction to the
  // JBI critical appraisal tool. JBI Evid Synth 2020;18(10):2127-2133. doi 10.11124/JBISRIR-D-19-00099. Ten
  // questions; the reviewers decide on the whole, by no rule of the tool.
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
type BiasDomain = Tools['domains'][number];
type DomainJudgement = Tools['judgements'][number];
type OverallJudgement = Tools['overall'][number];
export type Judgement = DomainJudgement | OverallJudgement;

const distinct = <T>(lists: readonly (readonly T[])[]): readonly T[] => [...new Set(lists.flat())];
const tools: readonly Tools[] = Object.values(appraisalTools);
export const biasDomains = distinct<BiasDomain>(tools.map(({ domains }) => domains));
export const domainJudgements = distinct<DomainJudgement>(tools.map(({ judgements }) => judgements));
export const overallJudgements = distinct<OverallJudgement>(tools.map(({ overall }) => overall));

/** How far a judgement puts a result in doubt. */
export type Doubt = 'none' | 'some' | 'grave' | 'unknown';
export const doubtOf: Readonly<Record<Judgement, Doubt>> = {
  low: 'none',
  yes: 'none',
  include: 'none',
  'some-concerns': 'some',
  moderate: 'some',
  high: 'grave',
  serious: 'grave',
  critical: 'grave',
  no: 'grave',
  exclude: 'grave',
  unclear: 'unknown',
  'no-information': 'unknown',
  'seek-further-information': 'unknown',
  'not-applicable': 'unknown',
};

/** The risk of bias that stands for a figure: the whole judgement of one appraisal. */
export interface RiskOfBias {
  tool: ToolId;
  overall: OverallJudgement;
}
