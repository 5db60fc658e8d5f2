/** Tables of outcomes, the plot of what leads a page, and the card of a figure. */
export const outcomes = {
  against: (one: string, other: string): string => `${one} against ${other}`,
  allArms: 'All arms',
  betweenArms: 'Between the arms',
  controlArm: 'control arm',
  armOf: (trial: string, arm: string): string => `${trial}, ${arm}`,
  listed: (parts: readonly string[]): string => parts.join(', '),
  /** Parts of which some have commas themselves. */
  apart: (parts: readonly string[]): string => parts.join('; '),
  months: ' months',
  unit: (unit: string): string => ` ${unit}`,
  caption: {
    rates: 'Rates',
    times: 'Times',
    timesToEvent: 'Times to event',
    medians: 'Medians',
    comparisons: 'Comparisons',
    associations: 'Associations',
    both: 'Comparisons and associations',
    between: 'Between-arm comparisons and associations',
    others: 'Other figures',
    counts: 'Counts, doses and other figures',
    inUnit: (caption: string, unit: string): string => `${caption} (${unit})`,
  },
  row: {
    factor: (factor: string, direction: string): string => `${factor}: ${direction}`,
    noDifference: 'reported as no significant difference',
    computed: (interval: string): string => `${interval}, computed`,
    computedFrom: (interval: string, events: string, total: string): string =>
      `${interval}, computed from ${events}/${total}`,
    /** How another report differs. */
    differs: (reason: string | undefined): string => `differs${reason === undefined ? '' : `: ${reason}`}`,
    earlier: 'earlier report',
    same: 'same',
    as: (report: string): string => `as ${report}`,
    /** The name of a row where a search finds it. */
    searched: (endpoint: string, whose: string): string => `${endpoint}: ${whose}`,
  },
  leading: {
    label: 'Main results',
    review: (report: string): string => `${report}, a review`,
    statistic: (statistic: string, name: string): string => `${statistic} ${name}`,
    at: (name: string, time: string): string => `${name} ${time}`,
    differ: 'Sources differ',
    against: ' against ',
  },
  sentence: {
    median: 'median',
    computed: 'computed',
    patients: (size: string, isShare: boolean): string =>
      `${isShare ? 'of' : 'in'} ${size === '1' ? '1 patient' : `${size} patients`}`,
    /**
     * What follows a figure: what is said beside it, how many patients it is of, who they are, and what it
     * is.
     */
    rest: (beside: readonly string[], patients: string | undefined, whom: string, what: string): string => {
      const counted = patients === undefined ? '' : `${beside.length > 0 ? ',' : ''} ${patients}`;
      return `${beside.map((part) => `, ${part}`).join('')}${counted} (${whom}): ${what.replace(/\.$/, '')}`;
    },
  },
  card: {
    label: 'Where this figure comes from',
    statedBy: ', stated by ',
    kind: (kind: string): string => ` (${kind})`,
    semicolon: '; ',
    readIn: 'Read in',
    at: ':',
    citing: 'Citing',
    sameIn: 'Same in',
    differs: 'Differs',
    note: 'Note',
    computed: 'Computed',
    bias: 'Risk of bias',
    finding: 'Finding',
    checked: 'Checked',
    cite: 'Cite this figure',
    wrong: 'Report a wrong figure',
    passed: (count: number): string => `${count} ${count === 1 ? 'check' : 'checks'} passed`,
    about: (about: string): string => `: ${about}`,
    copy: (kind: string, copy: string): string => `a copy of the ${kind} (${copy})`,
    computedFrom: (interval: string, events: string, total: string, method: string): string =>
      `${interval}, computed from ${events}/${total} (${method})`,
    judgedFor: {
      figure: 'judged for another figure of the same patients',
      endpoint: 'judged for all results of the endpoint',
    },
    difference: (aspect: string, value: string, reason: string): string => `${aspect} ${value} (${reason})`,
    stands: (message: string, reason: string): string => `${message} (stands: ${reason})`,
    trace: {
      traced: 'matched to the text of the source',
      partly: 'matched to the text of the source in part',
      'not-indexed': 'not matched to any text of the source',
      'no-figure': 'no figure to match',
    },
    /** What the checks of each family ask about. */
    subject: {
      arithmetic: 'arithmetic',
      categories: 'sums',
      contrasts: 'comparisons',
      identity: 'works cited',
      intervals: 'intervals and P values',
      ledger: 'other reports',
      lineage: 'reports of the study',
      links: 'place in the source',
      order: 'other endpoints',
      plan: 'planned endpoints',
      scales: 'grading scales',
      trace: 'source text',
    },
  },
  denominator: {
    noCounts: 'the counts are not reported',
    subgroup: 'a figure of a subgroup',
    unknownEvents: (denominator: string): string =>
      `how many events are among the ${denominator} is not reported`,
    several: (denominator: string): string => `several populations are called ${denominator}`,
    unknownSize: (denominator: string): string => `how many were ${denominator} is not reported`,
    fewer: (denominator: string, n: number, total: number): string =>
      `fewer were ${denominator} (${n}) than the figure counts (${total})`,
    name: { enrolled: 'enrolled', randomised: 'randomised', treated: 'treated', evaluable: 'evaluable' },
  },
  appraised: {
    all: (endpoint: string): string => `${endpoint}, all results`,
    figure: (endpoint: string, value: string): string => `${endpoint}: ${value}`,
  },
  chart: {
    of: (from: string, to: string, studies: number): string =>
      `${from} to ${to} in ${studies === 1 ? '1 study' : `${studies} studies`}, not pooled`,
    and: ' and ',
    study: 'Study',
    patients: 'Patients',
    figure: 'Figure',
    plot: 'Plot',
    notRecorded: 'not recorded',
    row: (name: string, about: string, value: string): string => `${name}, ${about}: ${value}`,
  },
} as const;
