import type { Anchor } from '../anchor.ts';

/** The words of the page of syntheses that stand there before anything is asked. */
export const synthesisPage = {
  title: 'Synthesis',
  description: 'Meta-analysis in the browser: which figures can be pooled, and the pooled result.',
  lede: 'Meta-analysis of one endpoint across studies. Comparability rules show, one by one, what stands against pooling.',
  noScript: (a: Anchor) =>
    `Pooling needs JavaScript. Without it, the ${a('/map/', 'evidence map')} shows which endpoints have several studies, each ${a('/endpoints/', 'endpoint')} lists its trials, and <a href="/data/outcomes.csv" download>outcomes.csv</a> (described under ${a('/data/', 'Data')}) contains every figure with its counts.`,
  choose:
    'Choose an endpoint, or one of the questions below. Each study arm contributes one figure, from the study’s own reports and not superseded by a later one; the primary report takes precedence. The largest set of figures that meets all comparability rules is selected; select others to see which rule stands in the way. Comparator arms are listed but not selected.',
  pool: 'Questions that pool',
  nonePools: 'No two studies of this base can be pooled yet.',
  poolTable: 'Table of the questions that pool',
  published: (a: Anchor) =>
    `Published: results of systematic reviews on the same endpoint, class of treatment and target, as printed; ${a('/syntheses/', 'all published syntheses')}.`,
  nearly: 'Questions that nearly do',
  nearlyNote: 'Two or more studies, and one comparability rule that refuses. You may override it by name.',
  nearlyTable: 'Table of the questions that nearly pool',
  result: 'Result',
  legend:
    'Squares: studies, with areas proportional to their weights. Dashed intervals are computed from the counts; solid intervals are as printed. Diamonds: pooled estimates, hollow for subgroups. Bar: prediction interval.',
  asTable: 'The plot as a table',
  tableRegion: 'The figures of the forest plot',
  influence: 'Influence of each study, and of small ones',
  without: 'Pooled effect without each study',
  growing: 'Pooled effect as studies were added',
  figures: 'Figures',
  figuresRegion: 'Table of figures that can be pooled',
  certainty: 'Certainty (GRADE)',
  gate: 'May these be pooled?',
  options: 'How to pool',
  question: {
    form: 'What to pool',
    endpoint: 'Endpoint',
    choose: 'Choose an endpoint',
    arms: (label: string, arms: number) => `${label} (${arms} arms)`,
    nothing: 'Nothing to pool yet',
    why: (label: string, why: string | undefined) => `${label}: ${why}`,
    figures: 'Figures',
    kept: 'Pooled together',
  },
  export: {
    heading: 'Export',
    link: 'Link',
    copy: 'Copy',
    plot: 'Plot',
    data: 'Data',
    references: 'References',
    summary: 'Summary of findings',
    script: 'Script',
    sentences: 'Sentences for a paper',
    unpooled:
      'The summary of findings, the R script and the sentences are available once figures are pooled.',
  },
  how: {
    heading: 'How it is pooled',
    paragraphs: [
      'By inverse variance, with the formulas of the R package metafor 3.8, which the tests of this site hold the results against. A random-effects model with τ² by REML and the interval of Hartung and Knapp stand first: with few studies its coverage is nearer to the level than that of the normal interval (IntHout J, Ioannidis JPA, Borm GF. BMC Med Res Methodol 2014;14:25). Where studies agree closely it can be the narrower one; then the ad hoc variant is shown beside it, and the questions above take the normal interval (Röver C, Knapp G, Friede T. BMC Med Res Methodol 2015;15:99).',
      'The prediction interval has k − 1 degrees of freedom under Hartung–Knapp, and is the normal one under the normal interval, as in metafor. Half a patient is added to events and non-events where one of them is zero, and in no other study. Subgroups have a τ² of their own; the test between them is the Q of their pooled effects. Intervals of single studies are as printed, else exact at 95% (Clopper–Pearson).',
      'Figures of reviews, figures that a later report replaced, subgroups, and percentages without counts are not pooled. No patient is counted twice where the base knows of it: trials that share patients say so in their entries.',
    ],
    certainty: (a: Anchor) =>
      `The certainty is judged by GRADE: randomised comparisons start at high, observational evidence at low (Guyatt GH, Oxman AD, Vist GE, et al. BMJ 2008;336:924–926; Balshem H, Helfand M, Schünemann HJ, et al. J Clin Epidemiol 2011;64:401–406), and five domains lower it. The thresholds are explained ${a('/guide/pool/#certainty', 'in the guide')}; each judgement can be replaced by your own.`,
  },
} as const;
