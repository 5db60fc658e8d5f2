import { baseFiles, collections, type BaseFile, type Collection } from '../../model/collections.ts';
import type { Corpus, SourceFile } from '../../reading/corpus.ts';

/** What a file is: an entry of a collection, its translation, a file of the whole base, or a figure index. */
export type Kind = Collection | BaseFile | 'translation' | 'index';
export const entryKinds: readonly Kind[] = collections;
export const everyKind: readonly Kind[] = [...collections, 'translation', 'index', ...baseFiles];
/** The name under which it is noted that the corpus itself was looked at. */
export const wholeCorpus = 'corpus';

/** A file of a corpus as what it is. */
export interface KindFile {
  kind: Kind;
  source: SourceFile<unknown>;
}

/** Every file of a corpus, each kind in the order of its files. */
export function kindFilesOf({ entries, translations, sources, files }: Corpus): KindFile[] {
  const as = (kind: Kind) => (source: SourceFile<unknown>) => ({ kind, source });
  return [
    ...collections.flatMap((collection) =>
      (entries[collection] as SourceFile<unknown>[]).map(as(collection)),
    ),
    ...translations.map(as('translation')),
    ...sources.map(as('index')),
    ...baseFiles.flatMap((name) => (files[name] ? [files[name]].map(as(name)) : [])),
  ];
}

/**
 * Whether the data of a file, and its body where it has one, could be read. It does not look at what was kept
 * of the file.
 */
export const isRead = (source: SourceFile<unknown>): boolean =>
  source.digest !== undefined ||
  (source.data !== undefined && (!('body' in source) || source.body !== undefined));

/** Whether there is data of a file. */
export const hasData = (source: SourceFile<unknown>): boolean =>
  source.digest !== undefined || source.data !== undefined;

/**
 * What something that checks share takes from each file of some kinds. It follows from that file alone, and
 * is plain data, so that it can be kept with the answers about the file: where every extract is as before, so
 * is everything made from them.
 */
export interface Extractor<S> {
  name: string;
  of: readonly Kind[];
  extract: (file: KindFile, beside: SourceFile<unknown> | undefined) => S;
  /**
   * A file of the whole base that each file is held against: the extract is kept only while that one stays
   * as it is.
   */
  beside?: BaseFile;
  /** Whether it is too plain to be kept. */
  isPlain?: boolean;
  /** Whether it says only that the file is there. */
  isOfNames?: boolean;
}

/** Which files there are. */
export const namesOf = (...of: Kind[]): Extractor<null> => ({
  name: `names of ${of.join()}`,
  of,
  extract: () => null,
  isPlain: true,
  isOfNames: true,
});

/** Everything in a file. */
export const allOf = (...of: Kind[]): Extractor<unknown> => ({
  name: `all of ${of.join()}`,
  of,
  extract: ({ source }) => source.digest ?? source.data ?? null,
  isPlain: true,
});

/** What was extracted from one file. */
export interface Extracted<S> extends KindFile {
  value: S;
}

/** Extracts of an earlier run, as text, where they still hold. */
interface KnownExtracts {
  lineOf: (extractor: Extractor<unknown>, file: KindFile) => string | undefined;
}

/** The extracts of the files of a corpus, each made once, or as it was kept where it still holds. */
export class Extracts {
  readonly files: readonly KindFile[];
  readonly #known: KnownExtracts | undefined;
  readonly #besides: Corpus['files'];
  readonly #values = new Map<string, Map<SourceFile<unknown>, unknown>>();
  readonly #lines = new Map<string, Map<SourceFile<unknown>, string>>();

  constructor(corpus: Corpus, files: readonly KindFile[], known?: KnownExtracts) {
    this.files = files;
    this.#besides = corpus.files;
    this.#known = known;
  }

  /** The extracts of all files, in their order; what was kept is read when it is looked at. */
  all<S>(extractor: Extractor<S>): Extracted<S>[] {
    const value = (file: KindFile) => this.#valueOf(extractor, file);
    return this.files
      .filter(({ kind }) => extractor.of.includes(kind))
      .map((file) => ({
        ...file,
        get value() {
          return value(file);
        },
      }));
  }

  /** The extract of a file, as text. */
  lineOf(extractor: Extractor<unknown>, file: KindFile): string {
    const lines = this.#lines.get(extractor.name) ?? new Map<SourceFile<unknown>, string>();
    this.#lines.set(extractor.name, lines);
    let line = lines.get(file.source);
    if (line === undefined) {
      line = this.#known?.lineOf(extractor, file) ?? JSON.stringify(this.#valueOf(extractor, file));
      lines.set(file.source, line);
    }
    return line;
  }

  #valueOf<S>(extractor: Extractor<S>, file: KindFile): S {
    const values = this.#values.get(extractor.name) ?? new Map<SourceFile<unknown>, unknown>();
    this.#values.set(extractor.name, values);
    if (!values.has(file.source)) {
      const line = this.#known?.lineOf(extractor, file);
      const beside = extractor.beside && this.#besides[extractor.beside];
      values.set(file.source, line === undefined ? extractor.extract(file, beside) : JSON.parse(line));
    }
    return values.get(file.source) as S;
  }
}
