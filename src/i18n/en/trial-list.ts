/** The list of studies and what it is filtered by. */
export const trialList = {
  title: 'Trials',
  description:
    'Every trial of the base, by target, therapy class, population, setting, phase, design and year.',
  lede: (studies: number): string =>
    `${studies} studies with what they found. Figures lead to their sources.`,
  sortBy: 'Sort by',
  asListed: 'as listed',
  ascending: (column: string): string => `${column}, ascending`,
  descending: (column: string): string => `${column}, descending`,
  columns: 'Columns',
  table: 'Table of trials',
  column: {
    name: 'Trial',
    therapy: 'Therapies',
    setting: 'Setting',
    population: 'Population',
    phase: 'Phase',
    design: 'Design',
    patients: 'Patients',
    response: 'Response',
    year: 'Year',
  },
  notCatalogued: 'not catalogued here',
  /** After the name of a column of results. */
  drawn: {
    rate: (what: string, from: string, to: string): string =>
      `: ${what}, or what the cell names; drawn from ${from} to ${to}%. `,
    time: (what: string, from: string, to: string): string =>
      `: ${what}, or what the cell names; drawn from ${from} to ${to} months, medians only. `,
  },
  note: 'The arm that is tested, vs the arm that it is held against (square); – where no figure is recorded. Patients, definitions and times differ.',
  noMatch: 'No trial matches.',
  clearFilters: 'Clear all filters',
  filter: {
    title: 'Filter the trials',
    find: 'Find in the list',
    conditions: 'A name, or conditions as in the search:',
    condition: 'therapy:… n>20 year:2011..2018 endpoint:…',
    filters: 'Filters',
    clear: 'Clear all',
  },
  facet: {
    target: 'Target',
    class: 'Therapy class',
    population: 'Population',
    setting: 'Setting',
    phase: 'Phase',
    design: 'Design',
    year: 'Year',
    therapy: 'Therapy',
    endpoint: 'Endpoint',
    status: 'Status',
  },
  notReported: 'Not reported',
} as const;
