import { counted } from './counted.ts';

/** The map of the evidence, and its views by time and by benefit and harm. */
export const mapWords = {
  views: 'Views of the map',
  marks: 'Marks',
  therapy: 'Therapy',
  known: {
    title: 'Evidence map',
    view: 'What is known of each therapy',
    description: 'Therapies by endpoints: where there is a study, a result, an interval, or enough to pool.',
    lede: 'What has been reported for each therapy, and where nothing has. Each mark shows its figures and leads to them.',
    note: 'Columns show endpoints that at least two studies report or plan. Several studies with counts are not in themselves a reason to pool: populations, settings and definitions may differ.',
    sizes: 'Larger marks: more patients. An empty cell: no study.',
    table: 'Table of therapies by endpoints',
    caption: 'Therapies by endpoints',
    /** What is known of a therapy under an endpoint. */
    gap: {
      none: 'no study',
      registered: 'registered, no result',
      reported: 'reported without interval',
      'with-interval': 'reported, interval printed or computed',
      poolable: 'counts from two or more studies',
    },
    cell: (trials: number, patients: number | undefined, gap: string): string =>
      `${counted(trials, 'trial')}${patients ? `, ${patients} patients` : ''}: ${gap}`,
  },
  time: {
    title: 'Reports over time',
    description:
      'The reports of every trial by therapy and year of publication, by kind of report and size of the study.',
    lede: 'When each therapy was reported on, by what kind of report, and in how many patients. Each mark leads to the report.',
    note: 'A study of several therapies appears in the row of each; a review appears once per row, however many studies it covers. An empty year means that this base has no entry, not that nothing was published.',
    sizes: 'Larger marks: more patients enrolled in the study. Reviews have one size.',
    table: 'Table of reports by therapy and year',
    caption: 'Reports by therapy and year of publication',
    others: 'Other treatment',
    otherStudies: 'Studies of other treatments',
    none: 'none',
    noDate: 'No date',
    more: (count: number): string => `${count} more, in the list of all reports`,
    list: {
      show: 'Show as a list',
      table: 'List of reports by year',
      heads: ['Year', 'Report', 'Kind', 'Study', 'Therapies', 'Patients enrolled'],
      noDate: 'no date',
      notCatalogued: 'not catalogued here',
      ofStudies: 'those of its studies',
    },
    /** Kinds of reports that share a mark, by the first of them. */
    mark: {
      registry: 'Registry record',
      abstract: 'Meeting abstract',
      primary: 'Primary report',
      update: 'Update or final report',
      subgroup: 'Subgroup or ancillary report',
      regulatory: 'Document of a regulator',
      review: 'Review that states its figures',
    },
    /** What a mark of a review stands for: the name of its only study, else how many it has. */
    review: (work: string, study: string, studies: number): string =>
      `${work}: review, states figures of ${studies === 1 ? study : `${studies} studies`}`,
    report: (study: string, work: string, kind: string, patients: number | undefined): string =>
      `${study}, ${work}: ${kind.toLowerCase()}, ${patients === undefined ? 'patients not reported' : counted(patients, 'patient')}`,
  },
  balance: {
    title: 'Response against severe toxicity',
    description:
      'Study arms that report both a response and a severe adverse event, with their intervals and grading scales.',
    lede: 'Each mark is a study arm whose reports say both how many responded and how many were harmed.',
    empty: 'No study arm of this base reports both.',
    warning:
      'This plot does not compare treatments. The arms come from different studies and differ in age, disease, previous treatment, follow-up, definitions and grading; patients were not randomised between them. The position of a mark shows what was reported, not why.',
    gradedOn: 'Graded on:',
    notGraded: 'not graded',
    note: (filled: string, hollow: readonly string[]): string =>
      `Shape: the grading scale; the same grade can mean different things on different scales. Filled: the response is ${filled}${hollow.length > 0 ? `; hollow: ${hollow.join(' or ')}` : ''}. Lines are 95% intervals unless the table says otherwise: solid if printed, dashed if computed (Clopper–Pearson) from the counts; marks without lines have neither. In crowded plots, some names appear only in the table.`,
    figures: 'The same in figures',
    figuresNote:
      'Each arm has one mark per harm: a rate of response and a rate of harm, from one report and of the same patients where any report gives such a pair, and from the latest report that does. Figures for subgroups and figures reported only in a review are left out.',
    table: 'Table of responses and harms',
    heads: ['Study arm', 'Response', 'Harm', 'Grading'],
    arm: (study: string, arm: string): string => `${study}, ${arm}`,
    severe: (harm: string): string => `${harm}, severe`,
    severeInShort: (harm: string): string => `Severe ${harm}`,
    /** Beside a figure: its counts and its interval. */
    rest: (fraction: string | undefined, interval: string): string =>
      [fraction, interval].filter(Boolean).join(', '),
    computed: (interval: string): string => `${interval}, computed`,
    noInterval: 'no interval',
    who: (population: string, work: string): string => `${population}; ${work}`,
    plot: (harm: string, arms: number): string => `${harm} against response, ${arms} study arms`,
    across: (harm: string): string => `${harm}, % of patients`,
    upward: 'Response, % of patients',
    graded: (harm: string, grade: string, scale: string): string => `${harm} (${grade}, ${scale})`,
    point: (arm: string, figures: readonly string[], read: readonly string[]): string =>
      [`${arm}: ${figures.join(', ')}`, ...read].join('; '),
  },
} as const;
