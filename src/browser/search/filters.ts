/** Values chosen of each filter: any of one filter's values, under all filters. */
export type Filters = Record<string, string[]>;

/** Pages for each value of each filter. */
export type FilterCounts = Record<string, Record<string, number>>;
