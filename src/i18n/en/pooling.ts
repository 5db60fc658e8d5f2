/**
 * The words around what is pooled here and what others pooled: tables of questions, of published results, and
 * the gate.
 */
export const pooling = {
  facets: { therapy: 'Therapy', class: 'Therapy class', target: 'Target' },
  oneArm: 'one arm only',
  noFigure: 'no figure',
  options: {
    scale: 'Scale',
    model: 'Model',
    interval: 'Interval',
    level: 'Level',
    subgroups: 'Subgroups',
    none: 'none',
    by: (partition: string) => `by ${partition}`,
  },
  captions: { percent: 'Shares of patients', ratio: 'Comparisons', time: 'Times', none: 'Other figures' },
  unit: (unit: string) => ` ${unit}`,
  questions: {
    endpoint: 'Endpoint',
    treatment: 'Treatment',
    setting: 'Setting',
    age: 'Age group',
    studies: 'Studies',
    patients: 'Patients',
    differs: 'What differs',
    pooled: 'Pooled (95% CI)',
    prediction: 'Prediction interval',
    certainty: 'Certainty',
    published: 'Published',
    list: (values: readonly string[]) => values.join('; '),
    notStated: 'not stated',
    row: (endpoint: string, row: string) => `${endpoint}, ${row}`,
    notEstimable: 'not estimable',
    needsThree: 'needs three studies',
    notJudged: 'not judged',
    noneEntered: 'none entered',
    more: (count: number) => `${count} more`,
  },
  results: {
    region: (about: string, caption: string) => `${about}: ${caption}`,
    synthesis: 'Synthesis',
    endpoint: 'Endpoint',
    pooled: 'Pooled',
    plot: 'Plot',
    studies: 'Studies',
    pooledHere: 'Pooled here',
    noNumber: 'number not stated',
    none: 'none',
    notEstimable: 'not estimable',
    title: (endpoint: string, group: string | undefined) =>
      [`${endpoint}, pooled`, group].filter(Boolean).join(': '),
    who: (group: string | undefined, against: string | undefined) =>
      [group, against && `against ${against.charAt(0).toLowerCase()}${against.slice(1)}`]
        .filter(Boolean)
        .join(', '),
    own: (studies: number, within: readonly string[]) =>
      `${studies} studies${within.map((one) => `; ${one}`).join('')}`,
  },
  gate: {
    heading: 'What may be pooled',
    none: 'No figure can be pooled: this needs counts, or a ratio with its interval, from a report of the study itself that no later report has superseded.',
    some: (figures: number, trials: number) =>
      `${figures === 1 ? 'One figure' : `${figures} figures of ${trials} ${trials === 1 ? 'trial' : 'trials'}`} can be pooled (counts, or a ratio with its interval, from a report of the study itself that no later report has superseded). By type:`,
    kind: (label: string, figures: number) => `${label} (${figures})`,
    otherKinds: (kinds: number) => `${kinds} other kinds`,
    kinds: (kinds: readonly string[]) => ` ${kinds.join(', ')}.`,
    needsTwo: 'Pooling needs at least two.',
    allMet: 'Together they meet all comparability rules.',
    nothingDiffers: 'Nothing that is stated differs.',
    notMet: (rules: number) =>
      `Together they do not meet ${rules === 1 ? 'this comparability rule' : 'these comparability rules'}:`,
    hard: '(cannot be overridden)',
    soft: '(can be overridden; the result then says so)',
    unstated: (rules: number) =>
      `Not every study states what ${rules === 1 ? 'this rule asks, which is' : 'these rules ask, which is'} no obstacle:`,
    who: 'Who differs in what',
    choose: 'Choose figures and pool them',
  },
} as const;
