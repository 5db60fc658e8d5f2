import type { Library } from '../evidence/library.ts';
import type { Figure } from '../model/figure.ts';
import type { Release, ReleasedEntry } from '../model/release.ts';
import type { Statement } from '../model/synthesis.ts';
import { byText } from '../model/order.ts';

/**
 * What the entries of a base say, to be held against a later state: their editions, and the figures of their
 * facts.
 */
export function releaseOf(
  { trials, therapies, reviews, syntheses, topics }: Library,
  version: string,
): Release {
  const facts = (outcomes: readonly Statement[]) =>
    Object.fromEntries(
      outcomes.map((fact) => [fact.id, printedFigures(fact)] as const).sort(([a], [b]) => byText(a, b)),
    );
  const nodes = [
    ...reviews.map((review) => ({ ...review, said: facts(review.data.claims) })),
    ...syntheses.map((synthesis) => ({ ...synthesis, said: facts(synthesis.data.pooled) })),
    ...therapies.map((therapy) => ({ ...therapy, said: {} })),
    ...topics.map((topic) => ({ ...topic, said: {} })),
    ...trials.map((trial) => ({ ...trial, said: facts(trial.data.outcomes) })),
  ];
  const entries = nodes.map(({ path, data, said }): [string, ReleasedEntry] => [
    path,
    { version: data.version, updated: data.updated, facts: said },
  ]);
  return { version, entries: Object.fromEntries(entries.sort(([a], [b]) => byText(a, b))) };
}

/** The file of a release: a line for each fact, so that two releases can be compared as text. */
export function releaseJson({ version, entries }: Release): string {
  const blocks = Object.entries(entries).map(([path, { facts, ...edition }]) => {
    const lines = Object.entries(facts).map(
      ([id, figures]) => `  ${JSON.stringify(id)}: ${JSON.stringify(figures)}`,
    );
    const head = JSON.stringify({ ...edition, facts: {} }).slice(0, -'{}}'.length);
    return `${JSON.stringify(path)}: ${head}{${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''}}}`;
  });
  return `{\n"version": ${JSON.stringify(version)},\n"entries": {\n${blocks.join(',\n')}\n}\n}\n`;
}

/**
 * The printed figures of a fact by part (`percent`, `interval.low`), with its unit and the reason for an
 * absence.
 */
export function printedFigures(fact: Statement): Record<string, string> {
  const parts: [string, string][] = [];
  const walk = (value: unknown, name: string) => {
    if (typeof value !== 'object' || value === null) return;
    if ('printed' in value) {
      parts.push([name, (value as Figure).printed]);
      return;
    }
    for (const [key, part] of Object.entries(value)) {
      const inner = name === '' ? key : `${name}.${key}`;
      if (typeof part === 'object') walk(part, inner);
      else if (said.has(inner)) parts.push([inner, String(part)]);
    }
  };
  walk(fact, '');
  return Object.fromEntries(parts);
}

/** What belongs to a figure and is a word. */
const said = new Set([
  'unit',
  'missing',
  'date',
  'direction',
  'favours',
  'at.unit',
  'interval.low',
  'interval.high',
]);

/** Part of a figure → before and after; undefined where it was not or is no more. */
export type Parts = Record<string, [before: string | undefined, after: string | undefined]>;

/** What became of one fact from one state to the next. */
export interface FactChange {
  id: string;
  parts: Parts;
}

export interface EntryChange {
  path: string;
  entry: ReleasedEntry;
  /** New in this state, and not a change of what was there. */
  isNew: boolean;
  facts: FactChange[];
}

/** The entries that are new or have changed from one state to the next, in the order of the later one. */
export function changesOf(before: Release | undefined, after: Release): EntryChange[] {
  return Object.entries(after.entries).flatMap(([path, entry]) => {
    const old = before?.entries[path];
    if (!old) return { path, entry, isNew: true, facts: [] };
    const facts = factChanges(old.facts, entry.facts);
    const same = facts.length === 0 && old.version === entry.version && old.updated === entry.updated;
    return same ? [] : { path, entry, isNew: false, facts };
  });
}

function factChanges(before: ReleasedEntry['facts'], after: ReleasedEntry['facts']): FactChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((id) => {
    const parts = partChanges(before[id], after[id]);
    return Object.keys(parts).length === 0 ? [] : { id, parts };
  });
}

/** The printed figures of a fact that are not as they were. */
export function partChanges(before: Record<string, string> = {}, after: Record<string, string> = {}): Parts {
  const parts = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((part) => before[part] !== after[part])
    .map((part) => [part, [before[part], after[part]]] as const);
  return Object.fromEntries(parts) as Parts;
}

/** `percent 80.7 → 81.0, interval.low nothing → 72.1` */
export const partsText = (parts: Parts): string =>
  Object.entries(parts)
    .map(([part, [before = 'nothing', after = 'nothing']]) => `${part} ${before} → ${after}`)
    .join(', ');
