import { isDeepStrictEqual } from 'node:util';
import type { Data } from '../yaml-text.ts';
import type { DataMap } from './entry.ts';

/** A place of an entry at which the record says something else than the base, or something new. */
export interface Difference {
  kind: 'added' | 'changed' | 'no longer in the record';
  place: string;
  from?: Data | undefined;
  to?: Data | undefined;
}

const isList = (value: unknown): value is Data[] => Array.isArray(value);
const isMap = (value: unknown): value is DataMap => typeof value === 'object' && value !== null && !isList(value);
const mapsIn = (value: unknown): DataMap[] => (isList(value) ? value.filter(isMap) : []);

/** What a person decides about an item that an import made: it stays whatever the record says. */
const owned: Record<string, readonly string[]> = {
  arms: ['label', 'role', 'therapies', 'regimen', 'study'],
  populations: ['kind', 'label', 'definition', 'of'],
  planned: ['endpoint', 'measure', 'definition', 'population'],
  outcomes: ['endpoint', 'kind', 'arm', 'comparator', 'population', 'versus', 'role', 'grade', 'scale', 'waivers', 'favours'],
  reports: ['kind', 'dataCutoff', 'supersedes', 'note', 'sources'],
  registry: ['registry'],
};
/** How the items of a list are told apart. */
const keys: Record<string, string> = { reports: 'reference' };
/** What of a whole entry only the record says. */
const ofRecord = ['status', 'phase', 'design', 'masking', 'registered'];

/**
 * An entry that an import made earlier, with what its record says now. What a person decides, and whatever else was
 * added, stays.
 *
 * @param report the report that is the record
 */
export function merged(existing: DataMap, made: DataMap, report: string): { data: DataMap; differences: Difference[] } {
  const differences: Difference[] = [];
  const data: DataMap = { ...existing };
  for (const key of ofRecord) {
    if (isDeepStrictEqual(existing[key], made[key])) continue;
    differences.push(...changesIn(key, existing[key], made[key]));
    data[key] = made[key];
  }
  for (const list of Object.keys(owned)) {
    const before = mapsIn(existing[list]);
    const now = mapsIn(made[list]);
    if (before.length + now.length === 0) continue;
    data[list] = mergedList(list, before, now, report, differences);
  }
  return { data, differences };
}

function changesIn(place: string, from: Data | undefined, to: Data | undefined): Difference[] {
  if (!isMap(from) || !isMap(to)) return [{ kind: from === undefined ? 'added' : 'changed', place, from, to }];
  const all = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return all
    .filter((key) => !isDeepStrictEqual(from[key], to[key]))
    .map((key) => ({
      kind: from[key] === undefined ? 'added' : to[key] === undefined ? 'no longer in the record' : 'changed',
      place: `${place}.${key}`,
      from: from[key],
      to: to[key],
    }));
}

function mergedList(list: string, before: DataMap[], now: DataMap[], report: string, differences: Difference[]): DataMap[] {
  const key = keys[list] ?? 'id';
  const own = new Map(now.map((one) => [one[key], one]));
  const kept = before.map((one): DataMap => {
    const other = own.get(one[key]);
    const name = `${list} ${String(one[key])}`;
    const isOfRecord = list !== 'planned' && list !== 'outcomes' ? false : one.report === report;
    if (!other) {
      if (isOfRecord) differences.push({ kind: 'no longer in the record', place: name });
      return one;
    }
    own.delete(one[key]);
    // A figure of another report may have been given the id that the record would have.
    if ((list === 'planned' || list === 'outcomes') && !isOfRecord) return one;
    const next: DataMap = { ...one };
    for (const part of new Set([...Object.keys(one), ...Object.keys(other)])) {
      if (owned[list]?.includes(part) || isDeepStrictEqual(one[part], other[part])) continue;
      // Places follow from the figures.
      if (part !== 'trace') differences.push(...changesIn(`${name}.${part}`, one[part], other[part]));
      next[part] = other[part];
    }
    return next;
  });
  for (const [id, one] of own) {
    differences.push({ kind: 'added', place: `${list} ${String(id)}` });
    kept.push(one);
  }
  return kept;
}

/** A difference in a line. */
export function differenceText({ kind, place, from, to }: Difference): string {
  const shown = (value: Data | undefined) => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 120));
  if (kind === 'changed') return `changed: ${place}, from ${shown(from)} to ${shown(to)}`;
  return to === undefined ? `${kind}: ${place}` : `${kind}: ${place}, ${shown(to)}`;
}
