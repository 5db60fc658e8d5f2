/** The words of the guide around its chapters: their titles, what its examples are called and say. */
export const guide = {
  /** Title, and what the chapter answers in one sentence. */
  chapters: {
    guide: ['Guide', 'How to read, compare, pool, cite and add to what stands here.'],
    figure: [
      'Reading a figure',
      'What stands beside a figure: who reports it, in whom, with what uncertainty, and what was computed here.',
    ],
    compare: [
      'Comparing studies',
      'What a comparison across studies can and cannot show, and how denominators are brought into line.',
    ],
    pool: [
      'Pooling results',
      'When figures may be pooled, which model does what, and how to read heterogeneity and a prediction interval.',
    ],
    checks: [
      'Checks and findings',
      'What each build recomputes, how to read a finding, and what is done where a source is wrong or two sources differ.',
    ],
    cite: [
      'Citing',
      'How to cite a figure, an entry, a selection or the whole base, and what the addresses promise.',
    ],
    dictionary: ['Data dictionary', 'Every column of every file, its type and what it holds.'],
    contribute: [
      'Adding a trial',
      'How a study gets into the base, step by step, and the rules that no program can check.',
    ],
    about: [
      'How the base is made',
      'Which sources this base rests on, how its entries are made, and its limits.',
    ],
  },
  chaptersOf: 'Chapters of the guide',
  turn: 'Previous and next chapter',
  previous: 'Previous',
  next: 'Next',
  families: {
    label: 'Families of checks',
    family: 'Family',
    asks: 'What it asks',
    questions: 'Questions',
    findings: 'Findings',
    more: (count: number) => `and ${count} more`,
    waived: (count: string) => `${count} waived`,
  },
  /** What a citation of the example is of, around the name of its study. */
  citing: { of: 'A figure of', as: 'as a reference, and as BibTeX:', bibtex: 'BibTeX of a figure' },
  differences: 'Differences, one for each reason',
  whereFrom: 'Where this figure comes from',
  gate: {
    row: (endpoint: string, row: string) => `${endpoint}, ${row}`,
    named: (endpoint: string) => `${endpoint}.`,
    says: (studies: number, holds: number, rules: number, refused: number, unstated: number) =>
      `The figures that stand for the arms of ${studies} studies, as the base has them today: ${holds} of ${rules} rules hold, ${[
        refused === 0 ? 'none refuses' : `${refused} do not`,
        ...(unstated > 0 ? [`and ${unstated} cannot be answered for every study`] : []),
      ].join(', ')}.`,
    see: 'See them in the synthesis',
    unstated: '(not stated by every study)',
    hard: '(never overridden)',
    soft: '(can be overridden)',
  },
  worked: {
    share: 'Share',
    interval: '95% interval',
    plot: 'Plot',
    intervalOnly: 'interval only',
    study: (letter: string) => `Study ${letter}`,
    common: 'Common effect',
    random: 'Random effects',
    prediction: 'Prediction interval',
    asReported: (population: string) => `As reported: ${population}`,
    computed: {
      enrolled: 'Computed: all enrolled',
      randomised: 'Computed: all randomised',
      treated: 'Computed: all treated',
      evaluable: 'Computed: all evaluable',
    },
  },
  /** What is said of the base on the page about it. */
  checked: {
    title: 'What this build checked',
    says: (checks: number, run: number, errors: number, warnings: number) =>
      `${checks} checks, ${run} assertions in all: ${errors} errors, ${warnings} warnings.`,
  },
  /** Columns of a file. */
  dictionary: {
    /** With the name of the file as code. */
    columns: (file: string, count: number) => `<code>${file}</code>, ${count} columns`,
    columnsOf: (file: string) => `Columns of ${file}`,
    column: 'Column',
    type: 'Type',
    holds: 'Holds',
    key: 'key',
    neverEmpty: 'never empty',
    oneOf: (words: string) => `One of: ${words}`,
    range: (least: number, most: number) => `${least} to ${most}`,
  },
  /** Anchors that were published and are gone. */
  former: {
    title: 'Former addresses on this page',
    isNow: 'is now',
    withdrawn: (on: string, why: string) => `was withdrawn on ${on}. ${why}`,
  },
} as const;
