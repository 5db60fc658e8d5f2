import type { Derived } from '../evidence/derive.ts';
import type { Library, ReviewNode, TrialNode } from '../evidence/library.ts';
import type { Context } from './table.ts';

/**
 * The whole base as one JSON object: `version, base, vocabulary, endpoints, therapies, trials, reviews, topics, references`.
 *
 * Entries are as authored, with `url` in front; bodies are left out. Figures keep their printed form beside the number.
 * What the build computes stands apart under `derived`. References are CSL-JSON. Lists are sorted by id, but for the
 * vocabulary, the endpoints and what is listed within an entry: their order is the author's. Each list has a line an item.
 */
export function evidenceJson(library: Library, version: string, { address }: Context): string {
  const entry = <T extends { id: string; path: string; data: object }>({ id, path, data }: T) => ({
    id,
    url: address(path),
    ...data,
  });
  return byLine({
    version,
    base: library.base,
    vocabulary: library.vocabulary,
    endpoints: library.endpoints.map(entry),
    therapies: sorted(library.therapies).map(entry),
    trials: sorted(library.trials).map((trial) => ({ ...entry(trial), ...ofTrial(trial, address) })),
    reviews: sorted(library.reviews).map((review) => ({ ...entry(review), claims: claimsOf(review, address) })),
    topics: sorted(library.topics).map(entry),
    references: sorted(library.references).map(({ data }) => data),
  });
}

function ofTrial({ planned, facts, year, enrolled, targets }: TrialNode, address: Context['address']) {
  return {
    planned: planned.map(({ uid, path, data }) => ({ uid, url: address(path), ...data })),
    outcomes: facts.map(({ uid, path, outcome, derived }) => ({
      uid,
      url: address(path),
      ...outcome,
      derived: rounded(derived),
    })),
    derived: { year, enrolled, targets: targets.map(({ id }) => id) },
  };
}

function claimsOf({ claims }: ReviewNode, address: Context['address']) {
  return claims.map(({ uid, path, claim, derived }) => ({ uid, url: address(path), ...claim, derived: rounded(derived) }));
}

/** Six decimals: more than any use of a percentage, fewer than those in which processors may differ. */
function rounded({ counts, percent, interval }: Derived): Derived {
  const round = (value: number) => Number(value.toFixed(6));
  return {
    ...(counts ? { counts } : {}),
    ...(percent === undefined ? {} : { percent: round(percent) }),
    ...(interval ? { interval: { ...interval, low: round(interval.low), high: round(interval.high) } } : {}),
  };
}

const sorted = <T extends { id: string }>(nodes: readonly T[]) => nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** JSON of moderate size that a person can still search and compare line by line. */
function byLine(parts: Record<string, unknown>): string {
  const text = (value: unknown) => (Array.isArray(value) ? itemLines(value) : JSON.stringify(value));
  return `{\n${Object.entries(parts)
    .map(([key, value]) => `${JSON.stringify(key)}: ${text(value)}`)
    .join(',\n')}\n}\n`;
}

function itemLines(items: unknown[]): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
}
