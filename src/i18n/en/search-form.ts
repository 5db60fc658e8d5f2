/** The field that leads to the page of the search. */
export const searchForm = {
  label: 'Search trials, therapies and figures',
  search: 'Search',
  examples: 'Try',
} as const;
