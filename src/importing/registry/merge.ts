import { textOf, type Data } from '../yaml-text.ts';
import { untoldArm } from './entry-arms.ts';
import { asRead, isSame } from './same.ts';
import type { DataMap } from './entry.ts';

/** A place of an entry at which the record says something else than the base, or something new. */
export interface Difference {
  kind: 'added' | 'changed' | 'no longer in the record';
  place: string;
  from?: Data | undefined;
  to?: Data | undefined;
}

const isList = (value: unknown): value is Data[] => Array.isArray(value);
const isMap = (value: unknown): value is DataMap =>
  typeof value === 'object' && value !== null && !isList(value);
const mapsIn = (value: unknown): DataMap[] => (isList(value) ? value.filter(isMap) : []);

/** What a person decides about an item that an import made: it stays whatever the record says. */
const owned: Record<string, readonly string[]> = {
  arms: ['label', 'role', 'therapies', 'regimen', 'study'],
  populations: ['kind', 'label', 'definition', 'of'],
  planned: ['endpoint', 'measure', 'definition', 'population'],
  outcomes: [
    'endpoint',
    'kind',
    'arm',
    'comparator',
    'population',
    'versus',
    'role',
    'grade',
    'scale',
    'waivers',
    'favours',
  ],
  reports: ['kind', 'dataCutoff', 'supersedes', 'note', 'sources'],
  registry: ['registry'],
};
/** What distinguishes the items of a list. */
const keys: Record<string, string> = { reports: 'reference' };
/** What of a whole entry only the record says. */
const ofRecord = ['status', 'phase', 'design', 'masking', 'registered'];

/**
 * An entry that an import made earlier, with what its record says now. What a person decides, and whatever
 * else was added, stays.
 *
 * @param report the report that is the record
 * @param isWhole whether the file holds all of the record: what another leaves out is not taken away
 */
export function merged(
  existing: DataMap,
  made: DataMap,
  { report, isWhole }: { report: string; isWhole: boolean },
): { data: DataMap; differences: Difference[] } {
  const differences: Difference[] = [];
  const data: DataMap = { ...existing };
  for (const key of ofRecord) {
    const now = isWhole ? made[key] : withKept(existing[key], made[key]);
    if (isSame(existing[key], now)) continue;
    for (const one of changesIn(key, existing[key], now)) differences.push(one);
    data[key] = now;
  }
  for (const list of Object.keys(owned)) {
    const before = list === 'arms' ? armsKept(existing, made) : mapsIn(existing[list]);
    // A file without arms has all participants in one, which those of the base stand for.
    const now = isWhole || list !== 'arms' || before.length === 0 ? mapsIn(made[list]) : [];
    if (before.length + now.length === 0) continue;
    data[list] = mergedList(list, before, now, { report, isWhole, differences });
  }
  return { data, differences };
}

/**
 * The arms of an entry, without the one that stood for all while none was known, and that no figure names.
 */
function armsKept(existing: DataMap, made: DataMap): DataMap[] {
  const isNamed = mapsIn(existing.outcomes).some(({ arm, comparator }) =>
    [arm, comparator].includes(untoldArm),
  );
  const isUntold = mapsIn(made.arms).some(({ id }) => id === untoldArm);
  return mapsIn(existing.arms).filter(({ id }) => id !== untoldArm || isNamed || isUntold);
}

/** What a part of a record says in place of what the base has; what it is silent about stays. */
function withKept(before: Data | undefined, now: Data | undefined): Data | undefined {
  if (now === undefined || now === 'not-reported') return before;
  if (!isMap(before) || !isMap(now)) return now;
  const all = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return Object.fromEntries(all.map((key) => [key, withKept(before[key], now[key])]));
}

function changesIn(place: string, from: Data | undefined, to: Data | undefined): Difference[] {
  if (!isMap(from) || !isMap(to))
    return [{ kind: from === undefined ? 'added' : 'changed', place, from, to }];
  const all = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return all
    .filter((key) => !isSame(from[key], to[key]))
    .map((key) => ({
      kind: from[key] === undefined ? 'added' : to[key] === undefined ? 'no longer in the record' : 'changed',
      place: `${place}.${key}`,
      from: from[key],
      to: to[key],
    }));
}

function mergedList(
  list: string,
  before: DataMap[],
  now: DataMap[],
  { report, isWhole, differences }: { report: string; isWhole: boolean; differences: Difference[] },
): DataMap[] {
  const key = keys[list] ?? 'id';
  const own = new Map(now.map((one) => [one[key], one]));
  const kept = before.map((one): DataMap => {
    const other = own.get(one[key]);
    const name = `${list} ${textOf(one[key])}`;
    const isOfRecord = list !== 'planned' && list !== 'outcomes' ? false : one.report === report;
    if (!other) {
      if (isOfRecord && isWhole) differences.push({ kind: 'no longer in the record', place: name });
      return one;
    }
    own.delete(one[key]);
    // A figure of another report may have been given the id that the record would have.
    if ((list === 'planned' || list === 'outcomes') && !isOfRecord) return one;
    const next: DataMap = { ...one };
    const known = differences.length;
    for (const part of new Set([...Object.keys(one), ...Object.keys(other)])) {
      if (owned[list]?.includes(part) || isSame(one[part], other[part])) continue;
      if (!isWhole && (other[part] === undefined || part === 'trace')) continue;
      // Places follow from the figures.
      if (part !== 'trace') differences.push(...changesIn(`${name}.${part}`, one[part], other[part]));
      next[part] = other[part];
    }
    // The index is that of the whole record, in which another figure stands.
    if (!isWhole && differences.length > known) next.trace = undefined;
    return next;
  });
  for (const [id, one] of own) {
    differences.push({ kind: 'added', place: `${list} ${textOf(id)}` });
    kept.push(isWhole ? one : { ...one, trace: undefined });
  }
  return kept;
}

/** A difference in a line. */
export function differenceText({ kind, place, from, to }: Difference): string {
  const shown = (value: Data | undefined) =>
    value === undefined ? 'nothing' : JSON.stringify(asRead(value)).slice(0, 120);
  if (kind === 'changed') return `changed: ${place}, from ${shown(from)} to ${shown(to)}`;
  return to === undefined ? `${kind}: ${place}` : `${kind}: ${place}, ${shown(to)}`;
}
