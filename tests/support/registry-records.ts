/*
 * Records in the manner of the API v2 of ClinicalTrials.gov, one for each way in which records differ. Every
 * study, name and number in them is invented.
 */

type Json = Record<string, unknown>;

const groups = (prefix: string, titles: readonly string[]) =>
  titles.map((title, i) => ({ id: `${prefix}00${i}`, title, description: `Those who received ${title}` }));
const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}00${i}`);
export const counts = (prefix: string, values: readonly unknown[]) =>
  ids(prefix, values.length).map((groupId, i) => ({ groupId, value: values[i] }));
const denoms = (values: readonly unknown[], units = 'Participants', prefix = 'OG') => [
  { units, counts: counts(prefix, values) },
];
const plainClass = (values: readonly (string | Json)[]) => ({
  categories: [{ measurements: measured(values) }],
});
const measured = (values: readonly (string | Json)[], prefix = 'OG') =>
  values.map((value, i) => ({
    groupId: `${prefix}00${i}`,
    ...(typeof value === 'string' ? { value } : value),
  }));

const arms = ['Inventumab', 'Chemotherapy'];
const twoArms = {
  armGroups: [
    {
      label: 'Inventumab',
      type: 'EXPERIMENTAL',
      description: 'Given weekly',
      interventionNames: ['Biological: Testumab'],
    },
    { label: 'Chemotherapy', type: 'ACTIVE_COMPARATOR', interventionNames: ['Drug: Invented scheme'] },
  ],
  interventions: [
    { type: 'BIOLOGICAL', name: 'Testumab', otherNames: ['TST-1'] },
    { type: 'DRUG', name: 'Invented scheme' },
  ],
};
const randomised = {
  studyType: 'INTERVENTIONAL',
  phases: ['PHASE3'],
  designInfo: {
    allocation: 'RANDOMIZED',
    interventionModel: 'PARALLEL',
    maskingInfo: { masking: 'NONE' },
    primaryPurpose: 'TREATMENT',
  },
  enrollmentInfo: { count: 120, type: 'ACTUAL' },
};

/** A study with two arms and one posted measure; each part may be replaced. */
const posted = (measure: Json, more: Json = {}): Json => ({
  design: randomised,
  armsInterventions: twoArms,
  results: { outcomeMeasuresModule: { outcomeMeasures: [outcome(measure)] }, ...more },
});
const outcome = (measure: Json): Json => ({
  type: 'PRIMARY',
  title: 'Overall Response',
  timeFrame: 'Up to 24 months',
  paramType: 'NUMBER',
  unitOfMeasure: 'units',
  groups: groups('OG', arms),
  denoms: denoms(['60', '58']),
  classes: [plainClass(['30', '20'])],
  ...measure,
});
const analysed = (analysis: Json, measure: Json = {}): Json =>
  posted({
    title: 'Overall Survival',
    paramType: 'MEDIAN',
    unitOfMeasure: 'Months',
    dispersionType: '95% Confidence Interval',
    classes: [
      plainClass([
        { value: '10.1', lowerLimit: '8.0', upperLimit: '12.9' },
        { value: '7.4', lowerLimit: '5.2', upperLimit: '9.1' },
      ]),
    ],
    analyses: [{ groupIds: ['OG000', 'OG001'], ...analysis }],
    ...measure,
  });
const limits = (value: string, lowerLimit?: string, upperLimit?: string, comment?: string): Json => ({
  value,
  ...(lowerLimit === undefined ? {} : { lowerLimit }),
  ...(upperLimit === undefined ? {} : { upperLimit }),
  ...(comment === undefined ? {} : { comment }),
});
const single = {
  design: {
    studyType: 'INTERVENTIONAL',
    phases: ['PHASE1', 'PHASE2'],
    designInfo: { allocation: 'NA', interventionModel: 'SINGLE_GROUP', maskingInfo: { masking: 'NONE' } },
    enrollmentInfo: { count: 30, type: 'ESTIMATED' },
  },
  armsInterventions: {
    armGroups: [{ label: 'CAR T cells', type: 'EXPERIMENTAL', interventionNames: ['Genetic: CAR T cells'] }],
  },
};
const flow = (periods: unknown[], titles = arms): Json => ({
  participantFlowModule: { groups: groups('FG', titles), periods },
});
const milestone = (type: string, values: readonly string[]) => ({
  type,
  achievements: values.map((numSubjects, i) => ({ groupId: `FG00${i}`, numSubjects })),
});
const events = (module: Json, titles = arms): Json => ({
  adverseEventsModule: {
    frequencyThreshold: '5',
    timeFrame: 'From the first dose to 30 days after the last',
    eventGroups: groups('EG', titles).map((one, i) => ({
      ...one,
      deathsNumAffected: 20 + i,
      deathsNumAtRisk: 59,
      seriousNumAffected: 10 + i,
      seriousNumAtRisk: 59,
      otherNumAffected: 40 + i,
      otherNumAtRisk: 59,
    })),
    ...module,
  },
});
const event = (term: string, stats: Json[], more: Json = {}) => ({
  term,
  organSystem: 'Blood disorders',
  stats,
  ...more,
});
const hostile =
  '<script>alert(1)</script> {process.exit(1)} import x from "y"; `${1}` --- # [a](javascript:x) <Fact id="no" /> \u202E\u0000 \\';

/** What makes each record a kind of its own, by a name for it. */
const variants: Record<string, Json> = {
  'two arms, counts': posted({
    paramType: 'COUNT_OF_PARTICIPANTS',
    unitOfMeasure: 'Participants',
    classes: [plainClass(['47', '18'])],
  }),
  'percentages with limits': posted({
    unitOfMeasure: 'percentage of participants',
    dispersionType: '95% Confidence Interval',
    classes: [plainClass([limits('76.6', '62.0', '87.7'), limits('27.8', '9.7', '53.5')])],
  }),
  'percentages of classes with their own denominators': posted({
    unitOfMeasure: 'Percentage of Participants',
    classes: [
      { title: 'By flow cytometry', ...plainClass(['76.6', '27.8']), denoms: denoms(['47', '18']) },
      { title: 'By sequencing', ...plainClass(['65.0', '25.0']), denoms: denoms(['40', '12']) },
    ],
  }),
  'percentages above a hundred': posted({ unitOfMeasure: '%', classes: [plainClass(['140', '-12'])] }),
  'categories of a count': posted({
    paramType: 'COUNT_OF_PARTICIPANTS',
    unitOfMeasure: 'Participants',
    title: 'Best Response',
    classes: [
      {
        categories: ['Complete remission', 'Partial', 'None'].map((title, i) => ({
          title,
          measurements: measured([String(i), '9']),
        })),
      },
    ],
  }),
  'a survival rate at a time': posted({
    title: 'Overall Survival',
    unitOfMeasure: 'percentage of participants',
    dispersionType: '95% Confidence Interval',
    classes: [
      { title: '12 months', ...plainClass([limits('60.0', '50.0', '70.0'), limits('40.0', '30.0', '50.0')]) },
      { title: 'Month 24', ...plainClass([limits('40.0', '30.0', '51.0'), limits('20.5', '10.0', '32.0')]) },
    ],
  }),
  'a median not reached': posted({
    title: 'Overall Survival (OS)',
    paramType: 'MEDIAN',
    unitOfMeasure: 'Months',
    dispersionType: '95% Confidence Interval',
    classes: [
      plainClass([limits('NA', '9.8', 'NA', 'Not reached: too few events'), limits('7.4', '5.2', '9.1')]),
    ],
  }),
  'a median that nobody could estimate': posted({
    title: 'Duration',
    paramType: 'MEDIAN',
    unitOfMeasure: 'Weeks',
    dispersionType: '95% Confidence Interval',
    classes: [plainClass([limits('NA', 'NA', 'NA', 'Too few participants'), limits('NA')])],
  }),
  'a mean with a standard deviation': posted({
    title: 'Change in Score',
    paramType: 'MEAN',
    unitOfMeasure: 'score on a scale',
    dispersionType: 'Standard Deviation',
    classes: [
      plainClass([
        { value: '-3.10', spread: '1.20' },
        { value: '0.5', spread: '.9' },
      ]),
    ],
  }),
  'a mean with a standard error': posted({
    paramType: 'MEAN',
    dispersionType: 'STANDARD_ERROR',
    title: 'Level',
    classes: [
      plainClass([
        { value: '1,234.5', spread: '10' },
        { value: '99', spread: 'NA' },
      ]),
    ],
  }),
  'a least-squares mean': posted({
    paramType: 'LEAST_SQUARES_MEAN',
    title: 'Level',
    dispersionType: '90% Confidence Interval',
    classes: [plainClass([limits('1.5', '-0.2', '3.2'), limits('0', '-1', '1')])],
  }),
  'a geometric mean with its variation': posted({
    paramType: 'GEOMETRIC_MEAN',
    title: 'Cmax',
    unitOfMeasure: 'ng/mL',
    dispersionType: 'Geometric Coefficient of Variation',
    classes: [
      plainClass([
        { value: '12.3', spread: '45.6' },
        { value: '0.004', spread: '101' },
      ]),
    ],
  }),
  'a median with quartiles': posted({
    paramType: 'MEDIAN',
    title: 'Time to Tmax',
    unitOfMeasure: 'hours',
    dispersionType: 'Inter-Quartile Range',
    classes: [plainClass([limits('4', '2', '9'), limits('5.0', '3.5', '7.25')])],
  }),
  'a median with a range': posted({
    paramType: 'MEDIAN',
    title: 'Duration of Exposure',
    unitOfMeasure: 'days',
    dispersionType: 'Full Range',
    classes: [plainClass([limits('40', '1', '300'), limits('5', '5', '5')])],
  }),
  'a level that is not said': posted({
    paramType: 'MEDIAN',
    title: 'Duration of Exposure',
    unitOfMeasure: 'days',
    dispersionType: 'CONFIDENCE_OTHER',
    classes: [plainClass([limits('40', '1', '300'), limits('5', '4', '6')])],
  }),
  'a level of 97.5': posted({
    paramType: 'MEDIAN',
    title: 'Overall Survival',
    unitOfMeasure: 'Months',
    dispersionType: 'CONFIDENCE_975',
    classes: [plainClass([limits('40', '11', '90'), limits('15', '14', '16')])],
  }),
  'one limit only': posted({
    paramType: 'MEDIAN',
    title: 'Overall Survival',
    unitOfMeasure: 'Months',
    dispersionType: '95% Confidence Interval',
    classes: [plainClass([limits('40', '11'), limits('15', undefined, '16')])],
  }),
  'limits around nothing': posted({
    title: 'Overall Survival',
    paramType: 'MEDIAN',
    unitOfMeasure: 'Months',
    dispersionType: '95% Confidence Interval',
    classes: [plainClass([limits('40', '41', '90'), limits('15', '1', '3')])],
  }),
  'values that are no numbers': posted({ classes: [plainClass(['>24.5', 'below the limit'])] }),
  'values left out': posted({
    classes: [{ categories: [{ measurements: [{ groupId: 'OG000' }, { value: '3' }] }] }],
  }),
  'eyes instead of people': posted({
    paramType: 'COUNT_OF_UNITS',
    unitOfMeasure: 'Eyes',
    typeUnitsAnalyzed: 'Eyes',
    denoms: [...denoms(['30', '31']), ...denoms(['60', '62'], 'Eyes')],
    classes: [plainClass(['12', '0'])],
  }),
  'a rate of doses': posted({
    unitOfMeasure: 'percentage of doses',
    typeUnitsAnalyzed: 'Doses',
    denoms: denoms(['300', '280'], 'Doses'),
    classes: [plainClass(['99.1', '98'])],
  }),
  'nobody analysed': posted({ denoms: denoms(['0', '0']), classes: [] }),
  'not posted yet': posted({ reportingStatus: 'NOT_POSTED', denoms: [], classes: [], groups: [] }),
  'no denominators': posted({
    denoms: [],
    paramType: 'COUNT_OF_PARTICIPANTS',
    unitOfMeasure: 'Participants',
  }),
  'more events than patients': posted({
    paramType: 'COUNT_OF_PARTICIPANTS',
    unitOfMeasure: 'Participants',
    classes: [plainClass(['61', '58'])],
  }),
  'groups that are no arms': posted({
    groups: groups('OG', ['Dose level 1', 'Dose level 2', 'Total']),
    denoms: denoms(['3', '6', '9']),
    paramType: 'COUNT_OF_PARTICIPANTS',
    unitOfMeasure: 'Participants',
    classes: [plainClass(['1', '2', '3'])],
    analyses: [{ groupIds: ['OG000', 'OG001'], pValue: '0.4' }],
  }),
  'the same title twice': {
    ...posted({}),
    results: {
      outcomeMeasuresModule: {
        outcomeMeasures: [
          outcome({}),
          outcome({ type: 'SECONDARY' }),
          outcome({ type: 'OTHER_PRE_SPECIFIED' }),
          outcome({ type: 'POST_HOC' }),
        ],
      },
    },
  },
  'a hazard ratio': analysed({
    paramType: 'Hazard Ratio (HR)',
    paramValue: '0.62',
    ciPctValue: '97.5',
    ciNumSides: 'TWO_SIDED',
    ciLowerLimit: '0.41',
    ciUpperLimit: '0.95',
    pValue: '0.014',
    statisticalMethod: 'Log Rank',
  }),
  'a one-sided interval': analysed({
    paramType: 'Hazard Ratio (HR)',
    paramValue: '0.80',
    ciPctValue: '97.5',
    ciNumSides: 'ONE_SIDED',
    ciUpperLimit: '1.02',
    pValue: '= 0.03',
  }),
  'an upper limit that is NA': analysed({
    paramType: 'Odds Ratio (OR)',
    paramValue: '12.0',
    ciPctValue: '95',
    ciLowerLimit: '1.1',
    ciUpperLimit: 'NA',
    ciUpperLimitComment: 'Not estimable for lack of events',
    pValue: '<.001',
  }),
  'an estimate that is NA': analysed({
    paramType: 'Hazard Ratio (HR)',
    paramValue: 'NA',
    estimateComment: 'Not estimable',
    pValue: 'NA',
  }),
  'non-inferiority': analysed({
    paramType: 'Risk Difference (RD)',
    paramValue: '-2.5',
    ciPctValue: '95',
    ciLowerLimit: '-7.5',
    ciUpperLimit: '2.5',
    testedNonInferiority: true,
    nonInferiorityType: 'NON_INFERIORITY',
    nonInferiorityComment: 'Margin of ten points',
  }),
  'a difference of means': analysed({
    paramType: 'Mean Difference (Final Values)',
    paramValue: '1.25',
    dispersionType: 'STANDARD_ERROR_OF_MEAN',
    dispersionValue: '0.5',
    ciPctValue: '95',
    ciLowerLimit: '0.2',
    ciUpperLimit: '2.3',
    pValue: '0.02',
  }),
  'the logarithm of a ratio': analysed({ paramType: 'Hazard Ratio, log', paramValue: '-0.4', pValue: '0.2' }),
  'a slope': analysed({
    paramType: 'Slope',
    paramValue: '3',
    ciPctValue: '95',
    ciLowerLimit: '1',
    ciUpperLimit: '5',
  }),
  'an interval without a level': analysed({
    paramType: 'Hazard Ratio (HR)',
    paramValue: '1.1',
    ciLowerLimit: '0.9',
    ciUpperLimit: '1.3',
  }),
  'a P value only': analysed({ pValue: '<0.0001', statisticalMethod: 'Chi-squared' }),
  'a P value in words': analysed({ pValue: 'not significant', pValueComment: 'Descriptive' }),
  'a P value above one': analysed({ pValue: '1.2' }),
  'a test of one group': analysed({ groupIds: ['OG000'], pValue: '0.01', statisticalMethod: 'Binomial' }),
  'a test of three groups': analysed({
    groupIds: ['OG000', 'OG001', 'OG002'],
    pValue: '0.3',
    statisticalMethod: 'ANOVA',
  }),
  'a test of no group': analysed({ groupIds: [], pValue: '0.3' }),
  'a ratio below zero': analysed({
    paramType: 'Hazard Ratio (HR)',
    paramValue: '-0.62',
    ciPctValue: '95',
    ciLowerLimit: '-1',
    ciUpperLimit: '0.2',
  }),
  'five analyses of one measure': analysed(
    {},
    {
      analyses: Array.from({ length: 5 }, (_, i) => ({
        groupIds: ['OG000', 'OG001'],
        pValue: `0.0${i + 1}`,
      })),
    },
  ),
  'a flow of two periods': {
    ...posted({}),
    results: flow([
      {
        title: 'Induction',
        milestones: [
          milestone('STARTED', ['60', '58']),
          milestone('COMPLETED', ['50', '40']),
          milestone('NOT COMPLETED', ['10', '18']),
        ],
        dropWithdraws: [
          {
            type: 'Death',
            reasons: [
              { groupId: 'FG000', numSubjects: '10' },
              { groupId: 'FG001', numSubjects: '18', comment: 'One by accident' },
            ],
          },
        ],
      },
      {
        title: 'Maintenance',
        milestones: [milestone('STARTED', ['50', '40']), milestone('Reached day 100', ['48', 'about 30'])],
      },
    ]),
  },
  'adverse events': {
    ...posted({}),
    results: events({
      seriousEvents: [
        event('Cytokine release syndrome', [
          { groupId: 'EG000', numEvents: 9, numAffected: 7, numAtRisk: 59 },
          { groupId: 'EG001', numAffected: 0, numAtRisk: 59 },
        ]),
      ],
      otherEvents: [
        event('Headache', [
          { groupId: 'EG000', numAffected: 12, numAtRisk: 59 },
          { groupId: 'EG001', numEvents: 4 },
        ]),
        event('Headache', [{ groupId: 'EG000', numAffected: 1, numAtRisk: 59 }], { organSystem: 'Other' }),
        { stats: [{ groupId: 'EG000', numAffected: 1, numAtRisk: 59 }] },
      ],
    }),
  },
  'a baseline': {
    ...posted({}),
    results: {
      baselineCharacteristicsModule: {
        groups: groups('BG', [...arms, 'Total']),
        denoms: denoms(['60', '58', '118'], 'Participants', 'BG'),
        measures: [
          {
            title: 'Age, Continuous',
            paramType: 'MEDIAN',
            unitOfMeasure: 'years',
            dispersionType: 'FULL_RANGE',
            classes: [
              {
                categories: [
                  {
                    measurements: measured(
                      [limits('44', '18', '79'), limits('46', '19', '80'), limits('45', '18', '80')],
                      'BG',
                    ),
                  },
                ],
              },
            ],
          },
          {
            title: 'Sex: Female, Male',
            paramType: 'COUNT_OF_PARTICIPANTS',
            unitOfMeasure: 'Participants',
            classes: [
              {
                categories: ['Female', 'Male'].map((title) => ({
                  title,
                  measurements: measured(['30', '29', '59'], 'BG'),
                })),
              },
            ],
          },
        ],
      },
    },
  },
  'planned endpoints': {
    design: randomised,
    armsInterventions: twoArms,
    outcomes: {
      primaryOutcomes: [{ measure: 'Overall Survival (OS)', timeFrame: '2 years' }],
      secondaryOutcomes: [
        { measure: 'Overall response', description: 'Two lines\n\nof \\<5% words', timeFrame: 'Day 28' },
        { measure: 'Overall response', timeFrame: 'Day 56' },
        { measure: 'Something else' },
        { description: 'No name, only words', timeFrame: '1 year' },
      ],
      otherOutcomes: [{ measure: 'Cytokine release syndrome' }],
    },
  },
  withdrawn: {
    ...single,
    status: { overallStatus: 'WITHDRAWN', whyStopped: 'No funds' },
    design: { ...single.design, enrollmentInfo: { count: 0, type: 'ACTUAL' } },
  },
  'a single arm with dose levels': {
    ...single,
    results: {
      outcomeMeasuresModule: {
        outcomeMeasures: [
          outcome({
            groups: groups('OG', ['Dose level 1', 'Dose level 2']),
            paramType: 'COUNT_OF_PARTICIPANTS',
            unitOfMeasure: 'Participants',
            denoms: denoms(['3', '6']),
            classes: [plainClass(['0', '1'])],
          }),
        ],
      },
    },
  },
  'an estimated enrolment': single,
  crossover: {
    design: {
      ...randomised,
      phases: ['PHASE2', 'PHASE3'],
      designInfo: { allocation: 'RANDOMIZED', interventionModel: 'CROSSOVER' },
    },
    armsInterventions: {
      armGroups: [
        { label: 'A then B', type: 'EXPERIMENTAL' },
        { label: 'B then A', type: 'EXPERIMENTAL' },
      ],
    },
  },
  factorial: {
    design: {
      ...randomised,
      designInfo: {
        allocation: 'RANDOMIZED',
        interventionModel: 'FACTORIAL',
        maskingInfo: { masking: 'QUADRUPLE', whoMasked: ['PARTICIPANT', 'INVESTIGATOR'] },
      },
    },
    armsInterventions: {
      armGroups: ['A and B', 'A and no B', 'B and no A', 'Neither'].map((label) => ({
        label,
        type: 'OTHER',
      })),
    },
  },
  'expanded access': {
    status: { overallStatus: 'AVAILABLE' },
    design: { studyType: 'EXPANDED_ACCESS', expandedAccessTypes: { individual: true } },
  },
  'an observed cohort': {
    design: {
      studyType: 'OBSERVATIONAL',
      designInfo: { observationalModel: 'COHORT', timePerspective: 'PROSPECTIVE' },
      enrollmentInfo: { count: 500, type: 'ESTIMATED' },
    },
  },
  'cases and controls': {
    design: {
      studyType: 'OBSERVATIONAL',
      designInfo: { observationalModel: 'CASE_CONTROL', timePerspective: 'RETROSPECTIVE' },
    },
  },
  'nothing but a title': {},
  'letters of many scripts': {
    identification: {
      briefTitle: 'CAR-T ≥ 1×10⁶/kg: Étude (小儿白血病) – Müller‑Łukasik’s 🧬',
      acronym: 'ÉTUDE-Ω',
    },
    armsInterventions: {
      armGroups: [
        { label: '小儿', type: 'EXPERIMENTAL' },
        { label: '对照', type: 'ACTIVE_COMPARATOR' },
      ],
    },
    conditions: { conditions: ['急性白血病', 'Leukämie'] },
  },
  'hostile words': {
    identification: { briefTitle: hostile, acronym: hostile },
    status: { overallStatus: hostile, whyStopped: hostile, startDateStruct: { date: hostile } },
    conditions: { conditions: [hostile] },
    design: {
      studyType: hostile,
      phases: [hostile],
      designInfo: {
        allocation: hostile,
        interventionModel: hostile,
        maskingInfo: { masking: hostile, whoMasked: [hostile] },
      },
    },
    armsInterventions: {
      armGroups: [{ label: hostile, type: hostile, description: hostile, interventionNames: [hostile] }],
      interventions: [{ type: hostile, name: hostile }],
    },
    outcomes: { primaryOutcomes: [{ measure: hostile, description: hostile, timeFrame: hostile }] },
    references: { references: [{ citation: hostile, type: hostile }] },
    results: {
      outcomeMeasuresModule: {
        outcomeMeasures: [
          outcome({
            title: hostile,
            description: hostile,
            populationDescription: hostile,
            unitOfMeasure: hostile,
            classes: [
              {
                title: hostile,
                categories: [
                  { title: hostile, measurements: [{ groupId: 'OG000', value: hostile, comment: hostile }] },
                ],
              },
            ],
            groups: [{ id: 'OG000', title: hostile, description: hostile }],
          }),
        ],
      },
      ...events({ seriousEvents: [event(hostile, [{ groupId: 'EG000', numAffected: 1, numAtRisk: 2 }])] }, [
        hostile,
      ]),
    },
  },
  'references and numbers': {
    identification: {
      orgStudyIdInfo: { id: 'ORG-1' },
      secondaryIdInfos: [
        { id: '2031-123456-12', type: 'EUDRACT_NUMBER' },
        { id: '2031-512345-12-00', type: 'CTIS' },
        { id: 'ISRCTN12345678', type: 'REGISTRY', domain: 'ISRCTN' },
        { id: 'GRANT/1', type: 'NIH' },
      ],
    },
    references: {
      references: [
        { pmid: '99000001', type: 'RESULT', citation: 'Example A. 2034. doi: 10.5555/inv.2034.0001.' },
        { type: 'BACKGROUND', citation: 'Example C. An older trial. 2020.' },
        { type: 'DERIVED' },
      ],
    },
  },
  'dates of every precision': {
    status: {
      overallStatus: 'TERMINATED',
      whyStopped: 'Slow accrual; 40% of what was planned',
      startDateStruct: { date: '2031-04', type: 'ACTUAL' },
      primaryCompletionDateStruct: { date: '2033-02-30' },
      completionDateStruct: { date: '2034-02-28', type: 'ESTIMATED' },
      lastUpdatePostDateStruct: { date: '2034' },
    },
  },
  'children and adults': {
    eligibility: { minimumAge: '1 Year', maximumAge: '25 Years', stdAges: ['CHILD', 'ADULT'] },
  },
  'adults only': { eligibility: { minimumAge: '18 Years', stdAges: ['ADULT', 'OLDER_ADULT'] } },
  'twelve arms': {
    design: randomised,
    armsInterventions: {
      armGroups: Array.from({ length: 12 }, (_, i) => ({ label: `Arm ${i % 2}`, type: 'EXPERIMENTAL' })),
    },
  },
  'wrong types': {
    identification: { briefTitle: 17, acronym: ['A'], secondaryIdInfos: 'none', orgStudyIdInfo: [] },
    status: 'COMPLETED',
    design: { studyType: 4, phases: 'PHASE1', designInfo: [], enrollmentInfo: { count: 'many' } },
    armsInterventions: { armGroups: { label: 'x' }, interventions: [null, 3, 'x'] },
    outcomes: { primaryOutcomes: [null, 7, [], { measure: 3, timeFrame: {} }] },
    results: {
      outcomeMeasuresModule: {
        outcomeMeasures: [null, { classes: 'x', groups: [1], analyses: [null, 'p'] }],
      },
      participantFlowModule: 'x',
      adverseEventsModule: { eventGroups: [null], seriousEvents: [{ term: {} }, 1] },
    },
  },
};

/** Records by the name of what is particular about them. */
export const registryRecords: readonly { name: string; nct: string; study: Json }[] = Object.entries(
  variants,
).map(([name, { results, ...modules }], i) => {
  const nct = `NCT98${String(i + 1).padStart(6, '0')}`;
  const { identification = {}, ...others } = modules as Record<string, Json>;
  const protocolSection = {
    identificationModule: { nctId: nct, briefTitle: `Invented study ${i + 1}: ${name}`, ...identification },
    ...Object.fromEntries(Object.entries(others).map(([module, value]) => [`${module}Module`, value])),
  };
  return {
    name,
    nct,
    study: {
      protocolSection,
      ...(results ? { resultsSection: results } : {}),
      hasResults: results !== undefined,
    },
  };
});
