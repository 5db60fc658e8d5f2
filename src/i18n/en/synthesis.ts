const count = (n: number, one: string, many: string) => (n === 1 ? `one ${one}` : `${n} ${many}`);
/** What is pooled: a proportion is of an arm, a ratio of what two sides did. */
const pooledOf = (n: number, isRatio: boolean) =>
  isRatio ? count(n, 'comparison', 'comparisons') : count(n, 'study arm', 'study arms');
const studies = (n: number) => count(n, 'study', 'studies');
/** `a, b and c`. */
const listed = (items: readonly string[]) => items.join(', ').replace(/, ([^,]*)$/, ' and $1');
const inSentence = (title: string) => title.replace(/^[A-Z]/, (first) => first.toLowerCase());

/** What a synthesis says in a browser and in its files. */
export const synthesisWords = {
  measure: {
    PLO: 'logit (PLO)',
    PR: 'untransformed (PR)',
    PAS: 'arcsine (PAS)',
    GEN: 'logarithm (GEN)',
  },
  method: {
    REML: 'random, REML',
    ML: 'random, ML',
    DL: 'random, DerSimonian–Laird',
    PM: 'random, Paule–Mandel',
    FE: 'fixed effect',
    GLMM: 'random, binomial–normal (GLMM)',
  },
  model: {
    REML: 'Random effects, τ² by REML',
    ML: 'Random effects, τ² by ML',
    DL: 'Random effects, τ² by DerSimonian–Laird',
    PM: 'Random effects, τ² by Paule–Mandel',
    FE: 'Fixed effect',
    GLMM: 'Random effects, binomial–normal model (GLMM)',
  },
  test: {
    knha: 'Hartung–Knapp',
    adhoc: 'Hartung–Knapp, ad hoc',
    z: 'normal',
  },
  /**
   * How an interval was made; Hartung–Knapp asks for the t quantile alone where the model has no variance by
   * residuals.
   */
  interval: {
    knha: 'Hartung–Knapp',
    adhoc: 'Hartung–Knapp, ad hoc',
    z: 'normal',
    t: 't with k − 1 degrees of freedom',
  },
  partition: {
    setting: 'setting',
    age: 'age group',
    therapy: 'therapy',
    class: 'therapy class',
    target: 'target',
    design: 'design',
  },
  /**
   * The words of GRADE. Balshem H, Helfand M, Schünemann HJ, et al. J Clin Epidemiol 2011;64:401–406, tables
   * 2 and 3.
   */
  grade: {
    high: 'high',
    moderate: 'moderate',
    low: 'low',
    'very-low': 'very low',
  },
  meaning: {
    high: 'We are very confident that the true effect lies close to that of the estimate of the effect.',
    moderate:
      'We are moderately confident in the effect estimate: the true effect is likely to be close to the estimate of the effect, but there is a possibility that it is substantially different.',
    low: 'Our confidence in the effect estimate is limited: the true effect may be substantially different from the estimate of the effect.',
    'very-low':
      'We have very little confidence in the effect estimate: the true effect is likely to be substantially different from the estimate of effect.',
  },
  domain: {
    'risk-of-bias': 'risk of bias',
    inconsistency: 'inconsistency',
    imprecision: 'imprecision',
    indirectness: 'indirectness',
    'publication-bias': 'publication bias',
  },
  parts: (items: readonly string[]) => items.join('; '),
  sentences: (items: readonly string[]) => items.join(' '),
  inSentence,
  titles: (titles: readonly string[]) => titles.map(inSentence).join('; '),
  /** An interval whose lower end is negative. */
  to: ' to ',
  /** A figure with its interval. */
  withInterval: (value: string, interval: string) => `${value} (${interval})`,
  otherLevel: (level: number) => `, ${level}%`,
  title: (endpoint: string, row: string) => `${endpoint}, ${row}`,
  /** What a question is kept to: therapies, classes, targets. */
  asked: {
    or: (values: readonly string[]) => values.join(' or '),
    title: (title: string, asked: readonly string[]) => [title, ...asked].join(', '),
    part: (label: string, arms: number, isRatio: boolean) =>
      `${label} (${arms === 0 ? 'no comparable figure' : pooledOf(arms, isRatio)})`,
    together: (parts: readonly string[]) => `Pooled together: ${parts.join(', ')}.`,
    widen: 'Add their figures and see which rules differ',
    apart: (partition: string) => `Show subgroups by ${partition}`,
    whole: 'Show without subgroups',
    remove: (label: string) => `Remove ${label}`,
    add: 'add another',
  },
  notJudged: 'not judged',
  judgement: {
    usual: ['not serious', 'serious', 'very serious'],
    publication: ['undetected', 'likely', 'very likely'],
    lowered: (word: string, by: string) => `${word} (${by})`,
  },
  candidates: {
    none: 'No figure of this row can be pooled.',
    noneFits: 'No figure passes these filters.',
    caption: (row: string) => `Figures that can be pooled: ${row}`,
    heads: ['Pool', 'Study', 'Figure', 'Patients', 'Time, definition', 'Report'],
    role: {
      experimental: 'experimental arm',
      comparator: 'comparator arm',
      historical: 'historical arm',
    } as Record<string, string>,
    figureOf: (name: string) => `Figure of ${name}`,
    pool: (name: string) => `Pool ${name}`,
    patients: (setting: string, age: string) => `${setting}, ${age.toLowerCase()}`,
    computed: ', computed',
    against: (whom: string) => `against ${whom}`,
    sourcesDiffer: 'sources differ',
    inferred: 'events from the percentage',
    notStated: 'not stated',
    nameBefore: (name: string) => `${name}: `,
    also: (text: string) => `, ${text}`,
    any: 'any',
    row: (label: string, figures: number) =>
      `${label} (${figures === 0 ? 'none to pool' : count(figures, 'figure', 'figures')})`,
    others: (figures: number) => `${count(figures, 'figure', 'figures')} of this row cannot be pooled`,
    heading: (title: string) => `Figures: ${title}`,
    notRecorded: 'not recorded',
    joined: (values: readonly string[]) => values.join(' and '),
  },
  gate: {
    refuses: 'blocked by comparability rules',
    held: (rules: number) => count(rules, 'rule holds', 'rules hold'),
    anyway: 'Pool anyway',
    differs: ' (differs)',
    leaveOut: 'Leave out',
    leaveOutStudy: (name: string) => `Leave out ${name}`,
    region: 'Studies against the rules',
    caption: 'Studies against the comparability rules that do not hold for all of them',
    study: 'Study',
    choice: 'Choice',
    holds: ': holds',
    overridden: 'overridden',
    unstated: 'not stated by every study',
    refused: 'not met',
    refusedForGood: 'not met, and cannot be overridden',
  },
  forest: {
    noEffect: 'No pooled effect',
    notPooled: (why: string) => `not pooled: ${why}`,
    group: (name: string, isOne: boolean) => `${name}, ${isOne ? 'one study' : 'pooled'}`,
    fixed: 'Fixed effect',
    random: 'Random effects',
    prediction: 'Prediction interval',
    refused: 'Not pooled: comparability rules not met:',
    notPooledBecause: (why: string) => `Not pooled: ${why}`,
    against: (titles: readonly string[]) => `Pooled by the reader’s choice against: ${titles.join('; ')}`,
    how: (model: string, interval: string, scale: string) =>
      `${model}; intervals: ${interval}; scale: ${scale}`,
    between: (text: string) => `Differences between subgroups: ${text}`,
    noTest: (why: string) => `no test, ${why}`,
    caption: 'The figures of the forest plot',
    heads: { study: 'Study', events: 'Events/patients', weight: 'Weight' },
    effect: (isRatio: boolean, level: number) => `${isRatio ? 'Ratio' : 'Proportion'} (${level}% CI)`,
    computed: ', computed',
  },
  heterogeneity: {
    tau2: 'variance between studies, on the scale of pooling',
    i2: 'share of the variance that is between studies',
    h2: 'total over sampling variance',
    between: 'Between subgroups',
    by: (partition: string) => `by ${partition}, each with its own τ²`,
  },
  steps: {
    without: 'Without',
    withoutCaption: 'Pooled effect without each study in turn',
    with: 'With',
    withCaption: 'Pooled effect as studies were added, by year',
    pooled: (level: number) => `Pooled (${level}% CI)`,
    noYear: 'year not known',
    added: (year: string, name: string) => `${year}, ${name}`,
  },
  finding: {
    refused: (rules: number, overridable: boolean) =>
      `Not pooled: ${count(rules, 'comparability rule not met', 'comparability rules not met')}.${overridable ? ' Each may be overridden.' : ''}`,
    notPooled: (why: string) => `Not pooled: ${why}.`,
    pooled: (
      value: string,
      {
        level,
        interval,
        prediction,
        arms,
        isRatio,
        against,
      }: {
        level: number;
        interval: string;
        prediction?: string;
        arms: number;
        isRatio: boolean;
        against: number;
      },
    ) =>
      `Pooled: ${value} (${level}% CI ${interval}${prediction === undefined ? '' : `, prediction interval ${prediction}`}), from ${pooledOf(arms, isRatio)}${
        against > 0 ? `, against ${count(against, 'rule', 'rules')}` : ''
      }.`,
  },
  hints: {
    twoStudies: 'Two studies: a pooled effect of so few says little, whatever its interval.',
    oneDegree: (isT: boolean) =>
      `With one degree of freedom ${isT ? 'the t interval' : 'a Hartung–Knapp interval'} is very wide.`,
    tooFew: 'No prediction interval: it needs three studies.',
    fixed: 'No prediction interval: a fixed effect assumes that all studies have the same one.',
    pastLimits: 'On this scale an interval can pass 0% or 100%; the logit and the arcsine keep within.',
    narrow: (noVariance: boolean, normal: string, value: string, safer: string) =>
      `${noVariance ? 'No variance between studies was found (τ² = 0): they' : 'The studies'} agree more closely than chance would have it, and Hartung–Knapp is narrower than the normal interval (${normal}). The ad hoc variant, whose variance is never below the normal one, gives ${value} (${safer}).`,
    unstated: (sentence: string) => `${sentence}. What is stated agrees.`,
    corrected: (names: string) =>
      `Where none or all of the patients had the event (${names}), ½ is added to events and non-events; nowhere else.`,
    inferred: (names: string) =>
      `The number of events in ${names} is computed: it is the only whole number that rounds to the printed percentage.`,
    otherLevel: (names: string, levels: readonly number[]) =>
      `The standard error of ${names} comes from an interval at ${levels.map((level) => `${level}%`).join(', ')}, by its own level.`,
    approximate: (names: string) =>
      `The report of ${names} gives no complete interval; its large-sample interval is drawn.`,
    studies,
  },
  unstated: (titles: string) => `Not stated by every study: ${titles}`,
  elsewhere: (read: readonly string[]) => `Not read in its own report: ${read.join('; ')}`,
  readIn: (name: string, where: string) => `${name}, ${where}`,
  although: (titles: string) => `Pooled although these rules do not hold: ${titles}`,
  stop: (sentence: string) => `${sentence}.`,
  small: {
    tooFew: (needed: number, here: number) =>
      `Egger’s test and a funnel plot need ${needed} studies or more; here are ${studies(here)}.`,
    oneSize: 'Egger’s test has no answer: all studies are of one size.',
    egger: (t: string, df: number, p: string, effect: string) =>
      `Egger’s test of small-study effects: t ${t}, df ${df}, ${p}; the effect of a study without error would be ${effect}.`,
  },
  certainty: {
    word: (grade: string) => `${grade} certainty`,
    own: (computed: string) => `, with the reader’s judgements (as computed: ${computed})`,
    after: '. ',
    caption: 'How the certainty was judged',
    domain: 'Domain',
    judgement: 'Judgement',
    reason: 'Reason',
    yours: 'Your judgement',
    start: 'Start',
    certainty: 'Certainty',
    readers: ', the reader’s',
    computed: (text: string) => `computed: ${text}`,
    yoursOf: (domain: string) => `Your judgement of ${domain}`,
    asComputed: 'as computed',
    importantRatio: 'Smallest important change of the ratio, in percent',
    importantRatioHint: (usual: number) =>
      `for imprecision and inconsistency; GRADE suggests ${usual} as a rough guide`,
    importantShare: 'Largest precise half-width, in percentage points',
    importantShareHint: (usual: number) =>
      `for imprecision and inconsistency; ${usual} is the convention of this page`,
    starts: {
      high: 'Randomised comparisons start at high.',
      low: 'Single arms, cohorts and their proportions are observational evidence, which starts at low.',
    },
    sentence: (grade: string, start: string, lowered: readonly string[]) =>
      `The certainty of this evidence (GRADE) was ${grade}: it started at ${start} and ${
        lowered.length > 0 ? `was rated down for ${listed(lowered)}` : 'was not rated down'
      }.`,
    loweredFor: (domain: string, by: string, lacking?: string) =>
      `${domain} (${by}${lacking ? `, because ${lacking}` : ''})`,
    ownSentence: (steps: readonly string[], computed: string) =>
      `Our own judgement replaced the computed one for ${listed(steps)}; as computed, the certainty was ${computed}.`,
    ownStep: (domain: string, computed: string) => `${domain} (computed: ${computed})`,
    thresholdSentence: (threshold: string) => `The threshold of imprecision was our own: ${threshold}.`,
    line: (grade: string, computed: string | undefined) =>
      `Certainty (GRADE): ${grade}${computed === undefined ? '' : `; as computed: ${computed}`}`,
    startLine: (grade: string, reason: string) => `- start: ${grade}. ${reason}`,
    stepLine: (step: string, reason: string) => `- ${step}. ${reason}`,
    step: (domain: string, by: string, computed: string | undefined) =>
      `${domain} ${by}${computed === undefined ? '' : ` (the reader’s judgement; computed: ${computed})`}`,
    startStep: (grade: string) => `start ${grade}`,
    thresholdStep: (threshold: string) => `threshold of imprecision ${threshold} (the reader’s)`,
    change: (percent: number) => `a change of ${percent}%`,
    halfWidth: (points: number) => `a half-width of ${points} percentage points`,
  },
  domains: {
    mostHigh: 'Most of the weight is at high risk, which is a very serious limitation.',
    sufficient: (share: string) =>
      `At least ${share} of the weight is at high risk, which is a serious limitation.`,
    notMostLow: 'No more than half of the weight is at low risk, which is a serious limitation.',
    mostLow: 'Most of the weight is at low risk.',
    shares: (low: string, concerns: string, high: string, not: string) =>
      `Share of the pooled weight at low risk of bias ${low}, with some concerns ${concerns}, at high risk ${high}, not appraised ${not}.`,
    unclear: 'What is not appraised counts as some concerns.',
    noneAppraised: 'No study is appraised.',
    noneWasAppraised: 'no study was appraised',
    wasNotAppraised: (share: string) => `${share} of the weight was not appraised`,
    oneStudy: 'One study: there is nothing for it to agree with.',
    predicted: (prediction: string, says: string, interval: string, saysToo: string) =>
      `The 95% prediction interval ${prediction} ${says}; the confidence interval ${interval} ${saysToo}.`,
    noPrediction: 'There is no prediction interval, which needs random effects and three studies.',
    inconsistency: (tau2: string, predicted: string, i2: string, isConsiderable: boolean, limit: number) =>
      `τ² ${tau2}. ${predicted} I² is ${i2}%, ${isConsiderable ? 'considerable' : 'below what is considerable'} (${limit}%).`,
    interval: (text: string) => `(${text})`,
    imprecision: (isAdHoc: boolean, interval: string, says: string, threshold: string) =>
      `The 95% confidence interval${isAdHoc ? ' by the ad hoc variant' : ''} ${interval} ${says}. ${threshold}`,
    readers: ' (the reader’s threshold)',
    halfWidth: (points: string) => `has a half-width of ${points} percentage points`,
    shareThreshold: (important: number, whose: string, twice: number) =>
      `Up to ${important}${whose} it is precise, above ${twice} very imprecise.`,
    excludes: 'excludes 1',
    includes: [
      'includes 1 and no important effect',
      'includes 1 and an important effect on one side',
      'includes 1 and important effects on both sides',
    ],
    ratioThreshold: (benefit: number, harm: number, whose: string) =>
      `A ratio of ${benefit} or less, or of ${harm} or more, is taken as important${whose}.`,
    although: (rules: number, titles: string) =>
      `Pooled although ${count(rules, 'rule of comparability does', 'rules of comparability do')} not hold: ${titles}.`,
    unstated: (titles: string) => `Not stated by every study, which warns and does not lower: ${titles}.`,
    allHold: 'All rules of comparability hold.',
    fewStudies: (needed: number, here: number) =>
      `With fewer than ${needed} studies (here ${here}) no test of the funnel plot is informative.`,
    funnel: (here: number) =>
      `The funnel plot and Egger’s test of these ${here} studies are for the reader to judge by.`,
  },
  methods: {
    scales: {
      PLO: 'logit-transformed proportions',
      PR: 'untransformed proportions',
      PAS: 'arcsine-transformed proportions',
      GEN: 'logarithms of the ratios',
    },
    models: {
      REML: 'a random-effects model (τ² by restricted maximum likelihood)',
      ML: 'a random-effects model (τ² by maximum likelihood)',
      DL: 'a random-effects model (τ² by DerSimonian and Laird)',
      PM: 'a random-effects model (τ² by Paule and Mandel)',
      FE: 'a fixed-effect model (inverse variance)',
      GLMM: 'a binomial–normal model (a generalised linear mixed model with a random intercept, by maximum likelihood)',
    },
    intervals: {
      knha: 'by Hartung and Knapp',
      adhoc: 'by Hartung and Knapp with a variance never below the normal one',
      z: 'from the normal distribution',
      t: 'from the t distribution with k − 1 degrees of freedom',
    },
    arms: (arms: number, patients: number, isRatio: boolean) =>
      `${pooledOf(arms, isRatio)}${patients > 0 ? ` with ${patients} patients` : ''}`,
    how: (of: Record<'title' | 'arms' | 'base' | 'scale' | 'model' | 'interval', string>, level: number) =>
      `We pooled ${of.title} from ${of.arms}, with the figures of ${of.base}, as ${of.scale} in ${of.model}, with ${level}% confidence intervals ${of.interval}.`,
    result: (
      isRatio: boolean,
      level: number,
      of: Record<'value' | 'interval' | 'tau2' | 'i2' | 'q', string> & {
        prediction: string | undefined;
        df: number;
      },
    ) =>
      `The pooled ${isRatio ? 'ratio' : 'proportion'} was ${of.value} (${level}% CI ${of.interval}${
        of.prediction === undefined ? '' : `; ${level}% prediction interval ${of.prediction}`
      }); τ² was ${of.tau2}, I² ${of.i2}%, and Q ${of.q} with ${of.df} df.`,
    subgroups: (by: string, q: string, df: number, p: string) =>
      `Subgroups by ${by}, each with a τ² of its own, were compared with Q ${q}, ${df} df, ${p}.`,
    inGroups: (
      isRatio: boolean,
      level: number,
      groups: readonly { name: string; value: string; interval: string; arms: number }[],
    ) =>
      `By subgroup it was ${groups
        .map(
          ({ name, value, interval, arms }) =>
            `${value} (${level}% CI ${interval}) in ${pooledOf(arms, isRatio)} of ${name}`,
        )
        .join('; ')}.`,
    overridden: (titles: string) =>
      `These rules of comparability did not hold, and were overridden: ${titles}.`,
    computed: (base: string, link: string) =>
      `Computed in the browser by ${base}, whose formulas agree with the R package metafor 3.8; the synthesis is at ${link}`,
  },
  summary: {
    caption: (title: string) => `Summary of findings: ${title}`,
    outcome: 'Outcome',
    studies: 'Studies',
    effect: (isRatio: boolean, level: number) =>
      `${isRatio ? 'Relative effect' : 'Proportion'} (${level}% CI)`,
    prediction: (level: number) => `${level}% prediction interval`,
    certainty: 'Certainty (GRADE)',
    arms: (arms: number, patients: number, isRatio: boolean) =>
      `${pooledOf(arms, isRatio)}${patients > 0 ? `, ${patients} patients` : ''}`,
    group: (title: string, name: string) => `${title}: ${name}`,
    notEstimable: (why: string) => `not estimable: ${why}`,
    tooFew: 'not estimable from fewer than three studies',
    how: (model: string, interval: string) => `${model}; interval: ${interval}.`,
    from: (base: string, link: string) => `${base}: ${link}`,
  },
  failure: (message: string) => message,
  anotherEstimator: (message: string) => `${message}; another estimator may find an answer`,
  address: {
    quoted: (text: string) => `“${text}”`,
    cannotBe: (name: string, value: string) => `${name} cannot be ${value}`,
    expected: (name: string, value: string, known: readonly (string | number)[]) =>
      `${name} cannot be ${value}; expected ${known.join(', ')}`,
    cannotHold: (name: string, item: string) => `${name} cannot hold ${item}`,
    important: (value: string) =>
      `important cannot be ${value}; expected percent above 0 and below 100, with one decimal at most`,
    twice: (item: string) => `certainty has one judgement of a domain; ${item} is left out`,
    noRow: (asked: string, shown: string) => `this endpoint has no row ${asked}; shown is ${shown}`,
    noFacet: { therapy: 'therapy', class: 'class', target: 'target' },
    noFigureOf: (facet: string, value: string) => `no figure here has the ${facet} ${value}`,
    oneFigure: (name: string, others: readonly string[]) =>
      `${name} has one figure at a time; ${others.join(', ')} is left out`,
    notPoolable: (uid: string, why: string) => `the figure ${uid} cannot be pooled: ${why}`,
    noFigure: (uid: string) => `there is no figure ${uid} in this row`,
    noEndpoint: (id: string) => `there are no figures of an endpoint “${id}”`,
    leftOut: (fault: string) => `Left out of the link: ${fault}.`,
    notThere: (id: string) => `The figures of “${id}” are not there.`,
    notLoaded: (why: string) => `The figures could not be loaded (${why}). Try again.`,
  },
  export: {
    linkCopied: 'The link is copied.',
    sentencesCopied: 'The sentences are copied.',
    saved: (name: string) => `Saved as ${name}.`,
    failed: (why: string) => `Something went wrong: ${why}`,
    from: (base: string, address: string) => `${base}, ${address}`,
  },
} as const;
