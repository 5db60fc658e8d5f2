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
 * What each file of some kinds has to say to something that checks share. It follows from that file alone,
 * and is plain data, so that it can be kept with the answers about the file: where no file says anything else
 * than before, nothing that is made of it is other than before.
 */
export interface Saying<S> {
  name: string;
  of: readonly Kind[];
  say: (file: KindFile, beside: SourceFile<unknown> | undefined) => S;
  /**
   * A file of the whole base that each file is held against: what was said is kept only while that one stays
   * as it is.
   */
  beside?: BaseFile;
  /** Whether it is too plain to be kept. */
  isPlain?: boolean;
  /** Whether it says only that the file is there. */
  isOfNames?: boolean;
}

/** Which files there are. */
export const namesOf = (...of: Kind[]): Saying<null> => ({
  name: `names of ${of.join()}`,
  of,
  say: () => null,
  isPlain: true,
  isOfNames: true,
});

/** Everything in a file. */
export const allOf = (...of: Kind[]): Saying<unknown> => ({
  name: `all of ${of.join()}`,
  of,
  say: ({ source }) => source.digest ?? source.data ?? null,
  isPlain: true,
});

/** What one file said. */
export interface Said<S> extends KindFile {
  said: S;
}

/** What is known of a saying before anything is asked: the text of what a file said, as it still holds. */
interface KnownSayings {
  lineOf: (saying: Saying<unknown>, file: KindFile) => string | undefined;
}

/** What the files of a corpus say, each asked once, and as it was kept where it still holds. */
export class Sayings {
  readonly files: readonly KindFile[];
  readonly #known: KnownSayings | undefined;
  readonly #besides: Corpus['files'];
  readonly #values = new Map<string, Map<SourceFile<unknown>, unknown>>();
  readonly #lines = new Map<string, Map<SourceFile<unknown>, string>>();

  constructor(corpus: Corpus, files: readonly KindFile[], known?: KnownSayings) {
    this.files = files;
    this.#besides = corpus.files;
    this.#known = known;
  }

  /** What all files say, in their order; what was kept is read when it is looked at. */
  all<S>(saying: Saying<S>): Said<S>[] {
    const said = (file: KindFile) => this.#valueOf(saying, file);
    return this.files
      .filter(({ kind }) => saying.of.includes(kind))
      .map((file) => ({
        ...file,
        get said() {
          return said(file);
        },
      }));
  }

  /** What a file says, as text. */
  lineOf(saying: Saying<unknown>, file: KindFile): string {
    const lines = this.#lines.get(saying.name) ?? new Map<SourceFile<unknown>, string>();
    this.#lines.set(saying.name, lines);
    let line = lines.get(file.source);
    if (line === undefined) {
      line = this.#known?.lineOf(saying, file) ?? JSON.stringify(this.#valueOf(saying, file));
      lines.set(file.source, line);
    }
    return line;
  }

  #valueOf<S>(saying: Saying<S>, file: KindFile): S {
    const values = this.#values.get(saying.name) ?? new Map<SourceFile<unknown>, unknown>();
    this.#values.set(saying.name, values);
    if (!values.has(file.source)) {
      const line = this.#known?.lineOf(saying, file);
      const beside = saying.beside && this.#besides[saying.beside];
      values.set(file.source, line === undefined ? saying.say(file, beside) : JSON.parse(line));
    }
    return values.get(file.source) as S;
  }
}
