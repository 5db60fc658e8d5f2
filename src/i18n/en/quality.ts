/**
 * The words of the page of the checks. Those with markup hold emphasis and links within the site, and nothing
 * of the content.
 */
export const quality = {
  title: 'Quality',
  description: 'All checks, their findings, and where the reports of one study differ.',
  lede: (figures: string, traced: string, differing: string) =>
    `Of ${figures} figures, ${traced} are matched digit by digit to the text they were read in. For ${differing} another ` +
    'source prints something else. What is wrong is shown, never silently corrected.',
  reports: 'Where reports of one study differ',
  reviews: 'Where reviews differ from the reports',
  /** A difference in a sentence, whose parts are markup. */
  described: {
    gives: (source: string, figure: string) => `${source} gives ${figure}`,
    sentence: (study: string, what: string, one: string, other: string, why: string) =>
      `${study}, ${what}: ${one}; ${other}. ${why}`,
    aspect: (endpoint: string, aspect: string) => `${endpoint}, ${aspect}`,
    why: {
      unexplained: 'Neither says why.',
      denominator: 'They are shares of different numbers of patients.',
      definition: 'They define it differently.',
      'one-sided': 'One P value is one-sided.',
      'data cut': 'They were taken at different dates.',
      rounding: 'One is rounded.',
      truncation: 'One has fewer digits.',
    },
  },
  moreInLedger: (count: string) => `${count} more are in the <a href="#ledger">ledger</a>.`,
  numbers: 'In numbers',
  questions: (checks: string, run: string, passed: string, failed: string, waived: string, skipped: string) =>
    `${checks} checks asked ${run} questions of the figures and texts. ${passed} were answered as they should be; ` +
    `${failed} findings are open, ${waived} are explained in their entry, and ${skipped} questions could not be asked.`,
  figures: {
    all: 'figures of trials',
    traced: 'with every figure matched to source text',
    partly: 'with some figures matched to source text',
    untraced: 'not matched to source text by machine',
    secondary: 'read in a secondary source, not in the report itself',
    corroborated: 'corroborated by another report',
    contested: 'for which sources differ',
  },
  about:
    'A finding means that a value could not be reproduced from the printed figures, or that two sources differ; it implies nothing ' +
    'about intent. Figures are kept as printed. These lists are also available as ' +
    '<a href="/data/findings.csv" download>findings.csv</a> and ' +
    '<a href="/data/discrepancies.csv" download>discrepancies.csv</a>.',
  headings: { error: 'Errors', warning: 'Figures and statements that do not fit', note: 'Notes' },
  ledger: 'Ledger: where reports of one study differ',
  ledgerLabel: 'Ledger of differences',
  reasons:
    'Both figures are shown as printed. A reason is named only where the reports show it or the digits prove it: ' +
    '<em>rounding</em> and <em>truncation</em>, one figure is the other with fewer digits; <em>one-sided</em>, one P value is ' +
    'one-sided and the other is not; <em>denominator</em>, they are shares of different numbers of patients; <em>data cut</em> ' +
    'and <em>definition</em>, both are recorded and differ. All else is <em>unexplained</em>.',
  moreIn: (count: number) =>
    `${count} more are in <a href="/data/discrepancies.csv" download>discrepancies.csv</a>.`,
  checks: 'The checks',
  severity: { error: 'error', warning: 'warning', note: 'note' },
  asked: (severity: string, run: string, failed: string, waived: string, skipped: string) =>
    `${severity}; asked ${run} times, ${failed} findings, ${waived} waived, ${skipped} skipped`,
  families: {
    schema: 'schema',
    mdx: 'mdx',
    prose: 'prose',
    translation: 'translation',
    links: 'links',
    identity: 'identity',
    arithmetic: 'arithmetic',
    intervals: 'intervals',
    contrasts: 'contrasts',
    order: 'order',
    scales: 'scales',
    lineage: 'lineage',
    plan: 'plan',
    appraisal: 'appraisal',
    pooled: 'pooled',
    trace: 'trace',
    ledger: 'ledger',
    permanence: 'permanence',
    waivers: 'waivers',
  },
  seeAlso: 'See also:',
  howMade: 'how entries are made',
  theData: 'the data',
} as const;
