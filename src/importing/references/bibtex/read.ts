import type { FileRecord } from '../draft.ts';
import { draftOf } from './work.ts';
import { months, scan, type Entry, type Part, type Scanned } from './scan.ts';

/** An entry with its strings put in. */
export interface Filled {
  type: string;
  key: string;
  /** Values as TeX. */
  fields: Map<string, string>;
  /** Strings that the file does not define. */
  undefinedStrings: string[];
}

/** Entries that instruct programs and stand for no work. */
const noWorks = new Set(['xdata', 'set', 'control', 'bibtexkey', 'iqueryable', 'settings']);
/** What a part does not have of its parent, beside what it has itself. */
const own = new Set(
  'title subtitle author doi url urldate pages abstract keywords note file eprint crossref key ids shorttitle pmid month day editortype bookpagination'.split(
    ' ',
  ),
);

/**
 * The works of a BibTeX or BibLaTeX file, in its order: each entry with a key, without one, or with one that
 * stands twice.
 *
 * @param strings those that stand in parts of the file before this one; it adds its own
 */
export function* readBibtex(text: string, strings = new Map<string, Part[]>()): Generator<FileRecord> {
  const entries = scan(text, strings);
  const byKey = parentsIn(entries, strings);
  for (const entry of entries) {
    if (!isEntry(entry)) yield entry;
    else if (!noWorks.has(entry.type)) {
      const found = filled(entry, strings);
      const notes = found.undefinedStrings.map(
        (name) => `the string ${name} is not defined; its name stands in its place`,
      );
      const parents = parentKeys(entry, strings);
      const missing = parents.filter((key) => !byKey.has(key.toLowerCase()));
      notes.push(...missing.map((key) => `the entry ${key}, which it refers to, is not in the file`));
      const whole = parents.reduce((one, key) => withParent(one, byKey.get(key.toLowerCase())), found);
      yield { line: entry.line, draft: draftOf(whole, notes) };
    }
  }
}

/** The entries that others refer to, by key in small letters; a parent may come later than its part. */
function parentsIn(entries: readonly Scanned[], strings: ReadonlyMap<string, Part[]>): Map<string, Filled> {
  const wanted = new Set(
    entries.filter(isEntry).flatMap((entry) => parentKeys(entry, strings).map((key) => key.toLowerCase())),
  );
  const found = new Map<string, Filled>();
  for (const entry of entries) {
    const key = 'key' in entry ? entry.key.toLowerCase() : '';
    if (isEntry(entry) && wanted.has(key) && !found.has(key)) found.set(key, filled(entry, strings));
  }
  return found;
}

const links = ['crossref', 'xdata', 'xref'];

function parentKeys(entry: Entry, strings: ReadonlyMap<string, Part[]>): string[] {
  if (!links.some((field) => entry.fields.has(field))) return [];
  const { fields } = filled(entry, strings);
  return links.flatMap((field) => fields.get(field)?.split(',') ?? []).map((key) => key.trim());
}

const isEntry = (entry: Scanned): entry is Entry => 'type' in entry;

function filled({ type, key, fields }: Entry, strings: ReadonlyMap<string, Part[]>): Filled {
  const undefinedStrings: string[] = [];
  const value = (parts: readonly Part[], depth = 0): string =>
    parts
      .map((part) => {
        if ('text' in part) return part.text;
        const known = strings.get(part.name.toLowerCase());
        if (known && depth < 6) return value(known, depth + 1);
        if (!months.has(part.name.toLowerCase().slice(0, 3))) undefinedStrings.push(part.name);
        return part.name;
      })
      .join('');
  return {
    type,
    key,
    fields: new Map([...fields].map(([name, parts]) => [name, value(parts)])),
    undefinedStrings,
  };
}

/**
 * What a part has of the book or issue that holds it: all that it does not say itself, and the title as that
 * of the whole.
 */
function withParent(part: Filled, parent: Filled | undefined): Filled {
  if (!parent) return part;
  const fields = new Map(part.fields);
  const data = parent.type === 'xdata';
  for (const [name, value] of parent.fields)
    if (!fields.has(name) && (data || !own.has(name))) fields.set(name, value);
  const title = parent.fields.get('title');
  const holds = part.type === 'article' ? 'journal' : 'booktitle';
  if (!data && title !== undefined && !fields.has(holds)) fields.set(holds, title);
  return { ...part, fields };
}
