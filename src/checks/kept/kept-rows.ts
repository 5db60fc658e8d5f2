import path from 'node:path';
import { itemIn } from '../../model/need.ts';
import type { KeptFile } from '../../reading/kept-file.ts';
import type { Corpus, SourceFile } from '../../reading/corpus.ts';
import { kindFilesOf, type Kind, type KindFile, type Extractor, type Extracts } from '../context/extracts.ts';
import { readColumns } from './columns.ts';
import { columnNames, type Row } from './rows.ts';

/** A file of the content; undefined for the corpus as a whole, of which something can be asked, too. */
export type Source = SourceFile<unknown> | undefined;

/** The key of the corpus as a whole. */
const general = '"corpus"';
/** What no file has as its digest. */
export const neverSame = '-';

/** What a file is: its bytes. The corpus as a whole is always the same; what is read of it is noted. */
export const digestOf = (source: Source): string => (source ? (source.digest ?? neverSame) : general);

/** The column of what files say to a part of the context. */
export const extractColumn = ({ name }: Extractor<unknown>): string => `extract: ${name}`;

/** What an earlier run says of itself. */
export interface Head {
  /** Rows with checks that looked at the corpus itself, and are asked each time. */
  loose: [row: number, check: number][];
  /** Checks that could be asked of nothing. */
  unasked: readonly number[];
}

/** The files of a corpus beside the rows that an earlier run kept: one row a file, known by kind and path. */
export class KeptRows {
  readonly files: readonly KindFile[];
  readonly head: Head;
  /** Whether other files are here than were kept, or some are not as they were. */
  readonly areNews: boolean;
  readonly #corpus: Corpus;
  readonly #readColumn: ((name: string) => readonly string[]) | undefined;
  readonly #columns = new Map<string, readonly string[]>();
  /** The keys of the rows that were kept, in their order, and of the files as they are now. */
  readonly #keptKeys: readonly string[];
  readonly #rowOfKey: ReadonlyMap<string, number>;
  readonly #keys = new Map<Source, string>();
  /** The row of each file that is as it was. */
  readonly #same = new Map<Source, number>();

  constructor(corpus: Corpus, file: KeptFile, version: string) {
    this.files = kindFilesOf(corpus);
    this.#corpus = corpus;
    this.#readColumn = readColumns(file, version);
    const isKept = this.#readColumn !== undefined;
    this.head = isKept ? (JSON.parse(itemIn(this.column('head'), 0)) as Head) : { loose: [], unasked: [] };
    this.#keptKeys = this.column('keys');
    this.#rowOfKey = new Map(this.#keptKeys.map((key, row) => [key, row]));
    this.#keys.set(undefined, general);
    const root = path.resolve(corpus.root);
    for (const { kind, source } of this.files)
      this.#keys.set(source, JSON.stringify(`${kind} ${path.relative(root, path.resolve(source.file))}`));
    const digests = this.column('digests');
    for (const [source, key] of this.#keys) {
      const row = this.#rowOfKey.get(key);
      const digest = digestOf(source);
      if (row !== undefined && digest !== neverSame && digests[row] === digest) this.#same.set(source, row);
    }
    this.areNews = !isKept || this.#same.size < this.#keys.size || this.#keys.size < this.#keptKeys.length;
  }

  /** A column as it was kept, a line a row; empty where there is none. */
  column(name: string): readonly string[] {
    let lines = this.#columns.get(name);
    if (!lines) this.#columns.set(name, (lines = this.#readColumn?.(name) ?? []));
    return lines;
  }

  /** The key of each file, the corpus as a whole first. */
  get keys(): ReadonlyMap<Source, string> {
    return this.#keys;
  }

  /** The files that are as they were, each with its row. */
  get same(): ReadonlyMap<Source, number> {
    return this.#same;
  }

  at(row: number): Row {
    return Object.fromEntries(
      columnNames.map((name) => [name, itemIn(this.column(name), row)]),
    ) as unknown as Row;
  }

  /** What a file said, where it still holds. */
  lineOf(extractor: Extractor<unknown>, { source }: KindFile): string | undefined {
    if (extractor.isPlain || !this.#isBesideSame(extractor)) return undefined;
    const row = this.#same.get(source);
    return row === undefined ? undefined : this.column(extractColumn(extractor))[row];
  }

  /** Whether some file says another thing than before, or there are other files. */
  hasChanged(extractor: Extractor<unknown>, extracts: Extracts): boolean {
    const isOfKind = (key: string) => extractor.of.some((kind: Kind) => key.startsWith(`"${kind} `));
    const own = this.files.filter(({ kind }) => extractor.of.includes(kind));
    const before = this.#keptKeys.filter(isOfKind);
    if (own.length !== before.length || own.some(({ source }, i) => this.#keys.get(source) !== before[i]))
      return true;
    if (extractor.isOfNames) return false;
    const others = own.filter(({ source }) => !this.#same.has(source));
    if (extractor.isPlain) return others.length > 0;
    if (!this.#isBesideSame(extractor)) return true;
    const lines = this.column(extractColumn(extractor));
    return others.some((file) => {
      const row = this.#rowOfKey.get(this.#keys.get(file.source) ?? '');
      return row === undefined || lines[row] !== extracts.lineOf(extractor, file);
    });
  }

  /** Whether the file that each is held against is as it was. */
  #isBesideSame({ beside }: Extractor<unknown>): boolean {
    if (!beside) return true;
    const file = this.#corpus.files[beside];
    return file !== undefined && this.#same.has(file);
  }
}
