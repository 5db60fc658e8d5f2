import { shortLabel } from '../citations/label.ts';
import { plainTitle } from '../citations/title.ts';
import { byAddress, leadsTo, pageOfEntry } from '../evidence/addresses.ts';
import type { PermanentUrl } from '../model/permanent.ts';
import type { Reference } from '../model/reference.ts';
import { factChange, movedPlaces, type FactChange } from './facts.ts';
import type { EntryState, State, Unread } from './state.ts';
import { differences, type Difference } from './values.ts';
import { byText } from '../model/order.ts';

/** What became of an entry. */
export interface EntryChange {
  /** `trials/trial-one` */
  entry: string;
  name: string;
  change: 'new' | 'changed' | 'renamed' | 'withdrawn' | 'gone';
  /** The entry that it was, where it was renamed. */
  was?: string;
  /** Why it was withdrawn, for readers. */
  reason?: string;
  /** Its versions before and after. */
  version: { before?: string; after?: string };
  facts: FactChange[];
  /** Facts that have another place in the index of their source, and nothing else. */
  places: number;
  other: Difference[];
  /** Sections of its text that changed; undefined where a release does not record them. */
  prose: string[] | undefined;
}

/** What became of a work of the library. */
export interface WorkChange {
  key: string;
  change: 'new' | 'changed' | 'renamed' | 'gone';
  /** Its key before, where it was renamed. */
  was?: string;
  /** `Smith et al. 2024: A trial` */
  name: string;
  differences: Difference[];
}

/** What became of a file that is neither an entry nor the library. */
export interface FileChange {
  file: string;
  change: 'new' | 'changed' | 'gone';
  /** None where the whole file is new or gone. */
  differences: Difference[];
}

/** What differs between two states of a base. */
export interface Changes {
  entries: EntryChange[];
  works: WorkChange[];
  files: FileChange[];
  /** Published addresses that are no longer listed, which must never be. */
  unlisted: string[];
  /** What could not be read, and is not compared. */
  unread: (Unread & { when: 'before' | 'now' })[];
}

/** Compares two states; what one of them does not record, or cannot be read, is passed over. */
export function compare(before: State, after: State): Changes {
  const fates = byAddress(after.permanent);
  const renamed = new Map(
    [...before.entries.keys()].flatMap((entry) => {
      const now = after.entries.has(entry) ? undefined : entryAt(leadsTo(pageOfEntry(entry), fates));
      return now !== undefined && !before.entries.has(now) && after.entries.has(now)
        ? [[now, entry] as const]
        : [];
    }),
  );
  const stillThere = [...after.entries.values()].flatMap((now) => {
    const was = renamed.get(now.entry);
    const old = before.entries.get(was ?? now.entry);
    if (!old) return isRecorded(before, now.entry) ? addedEntry(now) : [];
    return changedEntry(old, now, fates) ?? [];
  });
  const moved = new Set(renamed.values());
  const gone = [...before.entries.values()]
    .filter(({ entry }) => !after.entries.has(entry) && !moved.has(entry) && isRecorded(after, entry))
    .map((old) => goneEntry(old, fates));
  return {
    entries: [...stillThere, ...gone].sort((a, b) => byText(a.entry, b.entry)),
    works: workChanges(before.works, after.works),
    files: fileChanges(before, after),
    unlisted: unlisted(before, after),
    unread: [...unreadOf(before, 'before'), ...unreadOf(after, 'now')],
  };
}

/** Whether a state would record an entry if it had it. */
const isRecorded = ({ records, unread }: State, entry: string) =>
  records.has(entry.replace(/\/.*/, '')) && !unread.has(entry);

/** `/trials/trial-one/` → `trials/trial-one` */
const entryAt = (address: string | undefined) =>
  address === undefined ? undefined : address.replace(/^\/|\/(?:#.*)?$/g, '');

function unreadOf({ unread }: State, when: 'before' | 'now') {
  return [...unread.values()].map((one) => ({ ...one, when }));
}

function addedEntry(now: EntryState): EntryChange {
  const facts = [...now.facts].flatMap(([id, fact]) => factChange(id, undefined, fact) ?? []);
  return { ...ofEntry(now), change: 'new', version: { after: now.version }, facts };
}

type Fates = ReadonlyMap<string, PermanentUrl>;

function goneEntry(old: EntryState, fates: Fates): EntryChange {
  const fate = fates.get(pageOfEntry(old.entry));
  const reason = typeof fate === 'object' && 'withdrawn' in fate ? fate.withdrawn : undefined;
  const facts = [...old.facts].flatMap(([id, fact]) => factChange(id, fact, undefined) ?? []);
  return {
    ...ofEntry(old),
    ...(reason === undefined ? { change: 'gone' } : { change: 'withdrawn', reason }),
    version: { before: old.version },
    facts,
  };
}

const ofEntry = ({ entry, name = entry }: EntryState) => ({ entry, name, places: 0, other: [], prose: [] });

function changedEntry(old: EntryState, now: EntryState, fates: Fates): EntryChange | undefined {
  const facts = changedFacts(old, now, fates);
  const moved = old.rest && movedPlaces(old.facts, now.facts);
  const changed: EntryChange = {
    ...ofEntry(now),
    ...(old.entry === now.entry ? { change: 'changed' } : { change: 'renamed', was: old.entry }),
    version: { before: old.version, after: now.version },
    facts,
    places: moved ?? 0,
    other: old.rest && now.rest ? differences(old.rest, now.rest) : [],
    prose: old.prose && now.prose && changedSections(old.prose, now.prose),
  };
  const isSame =
    changed.change === 'changed' &&
    facts.length + changed.places + changed.other.length + (changed.prose?.length ?? 0) === 0 &&
    old.version === now.version &&
    old.updated === now.updated;
  return isSame ? undefined : changed;
}

/** The facts of both, in the order of the entry, with what is gone at the end. */
function changedFacts(old: EntryState, now: EntryState, fates: Fates): FactChange[] {
  const place = (id: string) => `${pageOfEntry(old.entry)}#${id}`;
  const here = `${pageOfEntry(now.entry)}#`;
  const gone = [...old.facts.keys()].filter((id) => !now.facts.has(id));
  const was = new Map(
    gone.flatMap((id) => {
      const address = leadsTo(place(id), fates);
      const name = address?.startsWith(here) ? address.slice(here.length) : undefined;
      return name !== undefined && now.facts.has(name) && !old.facts.has(name) ? [[name, id] as const] : [];
    }),
  );
  const renamed = new Set(was.values());
  const there = [...now.facts].flatMap(([id, fact]): FactChange[] => {
    const former = was.get(id);
    const one = factChange(id, old.facts.get(former ?? id), fact);
    if (former === undefined) return one ? [one] : [];
    return [{ ...(one ?? { id, change: 'changed', about: fact.about, text: '', parts: {} }), was: former }];
  });
  const left = gone.flatMap((id) => {
    const one = renamed.has(id) ? undefined : factChange(id, old.facts.get(id), undefined);
    return one ? [{ ...one, ...fateOf(place(id), fates) }] : [];
  });
  return [...there, ...left];
}

/** What the list of addresses says of a figure that is gone. */
function fateOf(address: string, fates: Fates): { fate?: string } {
  const fate = fates.get(address);
  if (typeof fate !== 'object') return {};
  return { fate: 'now' in fate ? `now ${fate.now}` : `withdrawn: ${fate.withdrawn}` };
}

function changedSections(old: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  return [...new Set([...now.keys(), ...old.keys()])].filter(
    (heading) => old.get(heading) !== now.get(heading),
  );
}

type Works = State['works'];

function workChanges(before: Works, after: Works): WorkChange[] {
  if (!before || !after) return [];
  const former = new Map(
    [...after].flatMap(([key, { custom }]) => (custom?.aliases ?? []).map((alias) => [alias, key] as const)),
  );
  const was = new Map(
    [...former]
      .filter(([alias, key]) => before.has(alias) && !before.has(key))
      .map(([alias, key]) => [key, alias]),
  );
  const there = [...after].flatMap(([key, work]): WorkChange[] => {
    const alias = was.get(key);
    const old = before.get(alias ?? key);
    const name = `${shortLabel(work)}: ${plainTitle(work.title)}`;
    if (!old) return [{ key, change: 'new', name, differences: [] }];
    const found = differences(fieldsOf({ ...old, id: key }), fieldsOf(work));
    if (alias !== undefined) return [{ key, change: 'renamed', was: alias, name, differences: found }];
    return found.length === 0 ? [] : [{ key, change: 'changed', name, differences: found }];
  });
  const gone = [...before].flatMap(([key, work]): WorkChange[] =>
    after.has(former.get(key) ?? key)
      ? []
      : [{ key, change: 'gone', name: `${shortLabel(work)}: ${plainTitle(work.title)}`, differences: [] }],
  );
  return [...there, ...gone].sort((a, b) => byText(a.key, b.key));
}

/** What a work says; its former keys are reported separately. */
const fieldsOf = (work: Reference) => ({ ...work, custom: { ...work.custom, aliases: [] } });

function fileChanges(before: State, after: State): FileChange[] {
  if (!before.files || !after.files) return [];
  const [old, now] = [before.files, after.files];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((file) => !before.unread.has(file) && !after.unread.has(file))
    .sort()
    .flatMap((file): FileChange[] => {
      if (!old.has(file)) return [{ file, change: 'new', differences: [] }];
      if (!now.has(file)) return [{ file, change: 'gone', differences: [] }];
      const found = differences(old.get(file), now.get(file));
      return found.length === 0 ? [] : [{ file, change: 'changed', differences: found }];
    });
}

/** Addresses that the list had and has no longer. */
function unlisted(before: State, after: State): string[] {
  if (after.unread.has('permanent-urls.yaml')) return [];
  const listed = byAddress(after.permanent);
  return [...byAddress(before.permanent).keys()].filter((address) => !listed.has(address)).sort();
}
