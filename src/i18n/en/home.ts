const study = (count: number): string => `${count} ${count === 1 ? 'study' : 'studies'}`;
const arms = (count: number): string => `${count} ${count === 1 ? 'study arm' : 'study arms'}`;

/** The first page: what stands at its head, the chart by therapy, questions answered, what is new. */
export const home = {
  title: (subject: string): string => `What trials of ${subject} have found`,
  size: (studies: string, results: string): string =>
    `${studies} studies, ${results} results. Every figure is checked and leads back to the report that states it.`,
  answers: 'Questions answered',
  news: 'What is new',
  newsNote: 'By the date of the report or decision.',
  feed: 'Changes of entries (feed)',
  ways: 'Find your way',
  cite: 'Cite and download',
  citeNote:
    'Cite the trial for its result and the entry for the structured figure: every page has both, ready to copy.',
  bibtex: 'BibTeX of all works',
  data: 'All data',
  printed: 'Figures stand as printed, with their source. What is calculated here is marked as computed.',
  about: 'How entries are made',
  item: {
    report: (kind: string, work: string): string => `${kind}, ${work}`,
    approved: (agency: string, indication: string): string => `Approved by ${agency}: ${indication}`,
  },
  chart: {
    title: (setting: string): string => `Results by therapy, ${setting}`,
    show: 'Show',
    tabs: {
      response: 'Response',
      events: 'Clinical events',
      survival: 'Survival',
      toxicity: 'Severe toxicity',
    },
    by: 'Therapy',
    note: (arms: number, patients: number): string =>
      `Not a ranking: patients, definitions and times differ. Of each therapy the ${arms} largest arms, of ${patients} patients or more. A dashed line and italics: interval computed here from counts; no line: none was found.`,
    compare: 'Compare arms',
    map: 'Map of what is known and what is missing',
    data: 'Data',
    alone: (names: readonly string[]): string => `${names.join(' or ')} alone`,
    median: (name: string): string => `Median ${name}`,
    severe: (name: string): string => `${name}, severe or of grade 3 or higher`,
    scaled: 'graded on a named scale',
    more: (count: number): string => `and ${count} more`,
  },
  answer: {
    pooledHere: 'Pooled here',
    and: (names: readonly string[]): string => names.join(' and '),
    ofClass: (name: string): string => `a treatment of the class ${name}`,
    row: (row: string, label: string): string => `the ${row} for ${label}`,
    improves: (what: string, label: string): string => `Does ${what} improve ${label}?`,
    prevents: (what: string, label: string): string => `Does ${what} prevent ${label}?`,
    howOften: (label: string, what: string): string => `How often is there ${label} with ${what}?`,
    howSevere: (label: string, what: string): string => `How often is ${label} severe with ${what}?`,
    pooled: (
      studies: number,
      patients: string,
      who: string,
      what: string,
      value: string,
      interval: string,
    ): string =>
      `In ${study(studies)} of ${patients} patients (${who}), ${what} was ${value} when pooled (95% CI ${interval}).`,
    certainty: (grade: string): string => `Certainty of the evidence (GRADE): ${grade}.`,
    randomised: (
      trial: string,
      patients: number,
      who: string,
      comparator: string,
      value: string,
      interval: string,
    ): string =>
      `${trial} randomised ${patients} patients (${who}). Against ${comparator}: ${value} (${interval}).`,
    drawn: (label: string): string => `Drawn: ${label}.`,
    span: (low: string, high: string, count: number): string =>
      `In ${low} to ${high} of patients in ${arms(count)}.`,
    graded: (ways: number): string =>
      `${ways > 1 ? `It was graded in ${ways} ways, so it is not pooled. ` : ''}Drawn: lowest, middle and highest.`,
  },
} as const;
