/** What a row of a list is found by. */
export interface Listed {
  /** Its values of each facet. */
  facets: Readonly<Record<string, readonly string[]>>;
  words: string;
}

interface Fitting<Row> {
  rows: Set<Row>;
  /**
   * How many rows would fit with a value beside those that are chosen of its facet: by facet, then by value.
   */
  counts: Map<string, Map<string, number>>;
}

/**
 * The rows that have all words and, of each facet of which values are chosen, one of these. Each row is
 * looked at once, however many values there are.
 */
export function fitting<Row extends Listed>(
  rows: readonly Row[],
  words: readonly string[],
  chosen: ReadonlyMap<string, ReadonlySet<string>>,
): Fitting<Row> {
  const found: Fitting<Row> = { rows: new Set(), counts: new Map() };
  for (const row of rows) {
    if (!words.every((word) => row.words.includes(word))) continue;
    const missed = [...chosen].filter(
      ([facet, values]) => !row.facets[facet]?.some((value) => values.has(value)),
    );
    if (missed.length === 0) found.rows.add(row);
    // A row that misses one facet would fit with a further value of that one alone.
    if (missed.length > 1) continue;
    for (const facet of missed.length === 0 ? Object.keys(row.facets) : missed.map(([facet]) => facet)) {
      const counts = found.counts.get(facet) ?? new Map<string, number>();
      found.counts.set(facet, counts);
      for (const value of new Set(row.facets[facet])) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return found;
}
