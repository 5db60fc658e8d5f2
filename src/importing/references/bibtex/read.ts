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

/** Entries that tell programs something and stand for no work. */
const noWorks = new Set(['xdata', 'set', 'control', 'bibtexkey', 'iqueryable', 'settings']);
/** What a part does not have of its parent, beside what it has itself. */
const own = new Set(
  'title subtitle author doi url urldate pages abstract keywords note file eprint crossref key ids shorttitle pmid month day editortype bookpagination'.split(' '),
);

/** The works of a BibTeX or BibLaTeX file, in its order: each entry with a key, without one, or with one that stands twice. */
export function readBibtex(text: string): FileRecord[] {
  const { entries, strings } = scan(text);
  const whole = (entry: Entry): Filled => filled(entry, strings);
  const byKey = new Map<string, Filled>();
  for (const entry of entries) {
    if (isEntry(entry) && entry.key !== '' && !byKey.has(entry.key.toLowerCase())) byKey.set(entry.key.toLowerCase(), whole(entry));
  }
  return entries.flatMap((entry): FileRecord[] => {
    if (!isEntry(entry)) return [entry];
    if (noWorks.has(entry.type)) return [];
    const { line } = entry;
    const found = whole(entry);
    const notes = found.undefinedStrings.map((name) => `the string ${name} is not defined; its name stands in its place`);
    const parents = ['crossref', 'xdata', 'xref'].flatMap((field) => found.fields.get(field)?.split(',') ?? []);
    const inherited = parents.reduce((one, key) => withParent(one, byKey.get(key.trim().toLowerCase())), found);
    const missing = parents.filter((key) => !byKey.has(key.trim().toLowerCase()));
    notes.push(...missing.map((key) => `the entry ${key.trim()}, which it refers to, is not in the file`));
    return [{ line, draft: draftOf(inherited, notes) }];
  });
}

const isEntry = (entry: Scanned): entry is Entry => 'type' in entry;

function filled({ type, key, fields }: Entry, strings: ReadonlyMap<string, Part[]>): Filled {
  const undefinedStrings: string[] = [];
  const value = (parts: readonly Part[], depth = 0): string =>
    parts
      .map((part) => {
        if ('text' in part) return part.text;
        const known = strings.get(part.name.toLowerCase());
        if (known && depth < 20) return value(known, depth + 1);
        if (!months.has(part.name.toLowerCase().slice(0, 3))) undefinedStrings.push(part.name);
        return part.name;
      })
      .join('');
  return { type, key, fields: new Map([...fields].map(([name, parts]) => [name, value(parts)])), undefinedStrings };
}

/** What a part has of the book or issue that holds it: all that it does not say itself, and the title as that of the whole. */
function withParent(part: Filled, parent: Filled | undefined): Filled {
  if (!parent) return part;
  const fields = new Map(part.fields);
  const data = parent.type === 'xdata';
  for (const [name, value] of parent.fields) if (!fields.has(name) && (data || !own.has(name))) fields.set(name, value);
  const title = parent.fields.get('title');
  const holds = part.type === 'article' ? 'journal' : 'booktitle';
  if (!data && title !== undefined && !fields.has(holds)) fields.set(holds, title);
  return { ...part, fields };
}
