import { sitePath } from '../../i18n/locale.ts';
import { formats, type FormatId } from '../../citations/styles.ts';
import { joined, recordsOf } from '../../citations/records.ts';
import { save } from '../save.ts';
import { need } from '../../model/need.ts';

/** From so many works on the whole library is one small download, and many files are many. */
const many = 10;

/**
 * Works of the library as one citation file, for a page that shows a selection: each key once, in the order
 * given. Former keys stand for the work that bears them.
 *
 * @throws Error with the name of the file that could not be had
 */
export async function referencesAs(keys: readonly string[], format: FormatId): Promise<string> {
  const wanted = [...new Set(keys)];
  if (wanted.length >= many) {
    const library = recordsOf(await text(`/cite/library.${format}`), format);
    // A former key is not in the library, but has a file.
    const records = await Promise.all(wanted.map(async (key) => library.get(key) ?? one(key, format)));
    return joined([...new Set(records)], format);
  }
  const records = await Promise.all(wanted.map((key) => one(key, format)));
  return joined([...new Set(records)], format);
}

/** The same of entries (`trial-smith-2026`) and works together. */
export async function citationsAs(keys: readonly string[], format: FormatId): Promise<string> {
  const files = await Promise.all(['entries', 'library'].map((name) => text(`/cite/${name}.${format}`)));
  const all = new Map(files.flatMap((file) => [...recordsOf(file, format)]));
  return joined(
    [...new Set(keys)].flatMap((key) => all.get(key) ?? []),
    format,
  );
}

/** Lets the reader keep a citation file. */
export function saveAs(name: string, content: string, format: FormatId): void {
  save(`${name}.${format}`, content, formats[format].type);
}

async function one(key: string, format: FormatId): Promise<string> {
  const [record] = recordsOf(await text(`/references/${key}.${format}`), format).values();
  return need(record, `the record of ${key}`);
}

async function text(file: string): Promise<string> {
  const response = await fetch(sitePath(file));
  if (!response.ok) throw new Error(`${file} could not be read (${response.status})`);
  return response.text();
}
