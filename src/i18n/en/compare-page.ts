import type { Anchor } from '../anchor.ts';

/** The words of the page of comparisons that stand there before anything is asked. */
export const comparePage = {
  title: 'Compare',
  description:
    'Arms of trials side by side: every endpoint with figures, denominators, intervals, definitions and sources.',
  lede: 'Which results do treatments have, in which patients? Choose a therapy class, a target, a therapy or single trials. Differences between studies are not treatment effects unless the arms were randomised against each other: patients, definitions and follow-up differ.',
  noScript: (a: Anchor) =>
    `Choosing and drawing a comparison needs JavaScript. Without it, see the complete tables and plots of ${a('/trials/', 'each trial')}, ${a('/therapies/', 'each therapy')} and ${a('/endpoints/', 'each endpoint')}, or download ${a('/data/', 'the data')}.`,
  someQuestions: 'The trials of some questions:',
  question: (label: string) => `${label}: `,
  add: 'Add a therapy class, target, therapy, trial or arm',
  canBeAdded: 'What can be added',
  addButton: 'Add',
  clear: 'Clear',
  compared: 'What is compared',
  setting: 'Setting',
  age: 'Age group',
  controls: ' with the control arms of the same trials (',
  controlsEnd: ')',
  noneChosen: 'No arm is chosen yet.',
  leftOut: 'What was left out',
  start: 'Start from a question',
  found: (arms: number, studies: number) =>
    `${arms} arms of ${studies} ${studies === 1 ? 'study' : 'studies'}`,
  orPress: (a: Anchor) =>
    `Or press <em>Compare</em> on any ${a('/trials/', 'trial')} or ${a('/therapies/', 'therapy')}: your selection is kept while you browse.`,
  plots: 'Side by side',
  marks:
    'Filled marks: experimental and single arms, by the side of the question; hollow squares: comparators, historical ones included. Solid intervals are as printed, at 95% where nothing else is said; dashed ones are computed from the counts; those without caps are no confidence intervals but credible intervals or ranges. Nothing is pooled in these plots.',
  table: 'Table',
  tableNote:
    'Figures are shown as printed; values marked <i class="computed">computed</i> were calculated here. ° marks a figure that has not been matched to its source text by machine. <em>Not recorded</em>: not given in any source read for this base. When the denominator is changed, patients who were not evaluated count as not having the event; the figure is left out if a count is missing.',
  options: {
    form: 'What is shown',
    denominator: 'Denominator',
    asReported: 'as reported',
    denominators: {
      enrolled: 'enrolled',
      randomised: 'randomised',
      treated: 'treated',
      evaluable: 'evaluable',
    },
    rows: 'Rows',
    withFigure: 'with a figure',
    shared: 'with figures of two or more arms',
    every: 'every chosen endpoint',
    order: 'Order of arms',
    descending: ' descending',
    transposed: ' arms as rows',
    marked: ' mark differences',
    endpoints: 'Endpoints',
    usual: 'Default endpoints',
  },
  export: {
    region: 'Export',
    link: 'Copy link',
    copyTable: 'Copy the table',
    copy: 'Copy',
    saveTable: 'Save the table and its references',
    save: 'Save',
    print: 'Print',
  },
  /** Buttons and the selection on other pages. */
  button: 'Compare',
  buttonFor: (name: string) => `Compare ${name}`,
  buttonName: (name: string) => ` ${name}`,
  selection: { region: 'Comparison', compare: 'Compare', clear: 'Clear' },
} as const;
