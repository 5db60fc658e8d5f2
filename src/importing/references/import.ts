import { isDeepStrictEqual } from 'node:util';
import { references, type Reference } from '../../model/reference.ts';
import { decode, type DecodedText } from '../../reading/decode.ts';
import type { DecodedPieces } from '../../reading/decode-pieces.ts';
import { readYaml } from '../../reading/yaml.ts';
import { Malformed } from './csl.ts';
import { Keys } from './keys.ts';
import { WorkIndex } from './match.ts';
import { merge, type Merge } from './merge.ts';
import { formOf, recordsOf, type Form } from './read.ts';
import { withHead } from '../with-head.ts';
import { workOf, type ReadWork } from './work.ts';
import { LibraryText } from './yaml.ts';

/** What became of a record. `line` is where it begins in its file. */
export type Outcome =
  | { line: number; added: Reference; notes: string[]; wasKey: string | undefined; alike: string[] }
  | { line: number; joined: string; by: string; merge: Merge; notes: string[]; isNew: boolean }
  | { line: number; refused: string };

/** What became of a file, record by record. */
export interface FileImport {
  file: string;
  form: Form;
  encoding: DecodedText['encoding'];
  outcomes: Outcome[];
  /** How many records had an abstract, which is not taken over. */
  abstracts: number;
}

/** That a file is none that can be read; `line` where that is known. */
export class UnreadableFile extends Error {
  readonly line: number | undefined;
  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}

/** A form is recognised within so many characters: a search history may stand before the first record. */
const headLength = 2_000_000;

/** Why an imported work stands alone, until an entry cites it. */
const notCitedYet = 'Imported, and not cited yet';

/** A library that records of files are put into: joined to the work that they are, else added. */
export class ReferenceImport {
  readonly #works: Reference[];
  readonly #place: Map<string, number>;
  readonly #index: WorkIndex;
  readonly #keys: Keys;
  readonly #known: number;
  readonly #changed = new Map<string, Set<string>>();
  readonly #isTaken: (key: string, field: string) => boolean;

  /**
   * @param works the library
   * @param retired keys that may not be used again
   * @param isTaken whether the value of a file replaces that of a work, by key and field
   */
  constructor(
    works: readonly Reference[],
    retired: Iterable<string>,
    isTaken: (key: string, field: string) => boolean,
  ) {
    this.#works = [...works];
    this.#known = works.length;
    this.#place = new Map(works.map(({ id }, i) => [id, i]));
    this.#index = new WorkIndex(works);
    this.#keys = new Keys([
      ...works.flatMap(({ id, custom }) => [id, ...(custom?.aliases ?? [])]),
      ...retired,
    ]);
    this.#isTaken = isTaken;
  }

  /** Reads a file and puts in every record of it. @throws UnreadableFile */
  read(file: string, bytes: Buffer, progress?: (records: number) => void): FileImport {
    const { text, encoding } = decode(bytes);
    return this.readPieces(file, { pieces: [text.replace(/\r\n?/g, '\n')], encoding }, progress);
  }

  /**
   * The same of a file that comes in pieces, of which some megabytes are kept at a time.
   *
   * @param progress is given the number of records, one after the other
   * @throws UnreadableFile
   */
  readPieces(
    file: string,
    { pieces, encoding }: DecodedPieces,
    progress: (records: number) => void = () => undefined,
  ): FileImport {
    const { head, all } = withHead(pieces, headLength);
    const form = recognised(head);
    const result: FileImport = { file, form, encoding, outcomes: [], abstracts: 0 };
    try {
      for (const record of recordsOf(all, form)) {
        if ('refused' in record) result.outcomes.push(record);
        else {
          const read = workOf(record.draft);
          result.outcomes.push(
            'refused' in read ? { line: record.line, ...read } : this.#put(record.line, read),
          );
          if ('work' in read && read.hasAbstract) result.abstracts += 1;
        }
        progress(result.outcomes.length);
      }
    } catch (error) {
      if (error instanceof Malformed) throw new UnreadableFile(error.message, error.line);
      throw error;
    }
    if (result.outcomes.length === 0)
      throw new UnreadableFile(`this looks like ${form}, but there is no record in it`);
    return result;
  }

  #put(line: number, read: ReadWork): Outcome {
    const { work: record, notes } = read;
    const match = this.#index.find(record);
    if (match && 'unclear' in match)
      return { line, refused: `${match.unclear}; look up which number is right` };
    if (!match) return this.#add(line, read);
    const { id } = match.work;
    const merged = merge(match.work, read, (field) => this.#isTaken(id, field));
    const at = this.#place.get(id) ?? 0;
    if (merged.filled.length + merged.taken.length > 0) {
      this.#works[at] = merged.work;
      this.#index.add(merged.work);
      const changed = this.#changed.get(id) ?? new Set<string>();
      for (const { field } of [...merged.filled, ...merged.taken]) changed.add(field);
      for (const field of merged.removed) changed.add(field);
      this.#changed.set(id, changed);
    }
    return { line, joined: id, by: match.by, merge: merged, notes, isNew: at >= this.#known };
  }

  #add(line: number, { work: record, key, notes }: ReadWork): Outcome {
    const id = this.#keys.make(record, key);
    const alike = this.#index.sameTitle(record).map((work) => work.id);
    const added: Reference = { ...record, id, custom: { ...record.custom, unlinked: notCitedYet } };
    this.#place.set(id, this.#works.length);
    this.#works.push(added);
    this.#index.add(added);
    return { line, added, notes, wasKey: key === id ? undefined : key, alike };
  }

  /**
   * The file of the library with all that was put in; nothing where it stays as it is. Lines that nothing
   * changes stay byte for byte; what comes out is read again and held against what was meant.
   *
   * @returns also the works of which the file does not allow an edit, since they are written in braces
   */
  textOf(text: string): { text: string | undefined; uneditable: string[] } {
    const added = this.#works.slice(this.#known);
    const library = new LibraryText(text);
    const changed = [...this.#changed].filter(([key]) => (this.#place.get(key) ?? 0) < this.#known);
    if (changed.length + added.length === 0) return { text: undefined, uneditable: [] };
    const inLines = library.size === this.#known;
    const uneditable = changed.flatMap(([key, fields]) => {
      const at = this.#place.get(key) ?? 0;
      const work = this.#works[at];
      return inLines && work && library.edit(at, work, [...fields]) ? [] : [key];
    });
    if (uneditable.length > 0) return { text: undefined, uneditable };
    const written = library.text(added);
    const { data, errors } = readYaml(written);
    const found = references.safeParse(data);
    if (errors.length > 0 || !found.success || !isSame(found.data, this.#works))
      throw new Error('the library would not be read back as it was meant; nothing is written');
    return { text: written, uneditable };
  }
}

const isSame = (found: readonly Reference[], meant: readonly Reference[]): boolean =>
  found.length === meant.length && found.every((work, i) => isDeepStrictEqual(work, meant[i]));

function recognised(text: string): Form {
  if (text.trim() === '') throw new UnreadableFile('the file is empty');
  if (/"protocolSection"/.test(text.slice(0, 5_000)))
    throw new UnreadableFile(
      'this is a record of ClinicalTrials.gov, and no reference; see: almanac import ctgov',
    );
  const form = formOf(text);
  if (form) return form;
  const isPage = /^\s*<(?:!doctype html|html)\b/i.test(text);
  throw new UnreadableFile(
    isPage
      ? 'this is a web page, not an export; a database answers so where one is not signed in'
      : 'this is no file of references that is known; expected BibTeX, RIS, PubMed (nbib or XML), EndNote (XML or .enw), NoteExpress, RefWorks, Web of Science, Scopus or Embase (CSV), CSL-JSON or CSL-YAML',
  );
}
