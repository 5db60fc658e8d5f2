/** What the build computes beside what a report prints; every view marks it as computed. */
export interface Derived {
  /**
   * Events over total: as printed, or the only whole number that the printed percentage can stand for, of the
   * printed total or else of the patients of its population.
   */
  counts?: { events: number; total: number; inferred: boolean };
  /** Percentage computed where only counts are printed. */
  percent?: number;
  /** Exact interval in percent, where none is printed and the counts are known. */
  interval?: { low: number; high: number; level: number; method: 'Clopper–Pearson' };
}
