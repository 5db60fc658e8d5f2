import path from 'node:path';
import type { Root } from 'mdast';
import type { Collection } from '../model/collections.ts';
import type { Reference } from '../model/reference.ts';
import type { SourceIndex } from '../model/source.ts';
import {
  allFiles,
  type Corpus,
  type Entry,
  type SourceFile,
  type TranslatedEntry,
} from '../reading/corpus.ts';
import { once } from '../reading/once.ts';
import type { Path } from '../reading/yaml.ts';
import type { CheckedFact } from './check.ts';
import {
  factsOf,
  outcomesOf,
  pooledOf,
  trialsOf,
  type PlacedFact,
  type PlacedOutcome,
  type PlacedPooled,
  type PlacedTrial,
} from './facts.ts';

/** Something that can be asked about, and where it stands. */
export interface Subject {
  source: SourceFile<unknown>;
  path: Path;
  fact?: CheckedFact;
}

/**
 * What a check is handed, by its scope. Only what could be read is handed on, but for files, entries and the
 * corpus.
 */
export interface Subjects {
  /** An outcome of a trial, a claim of a review, or a pooled result. */
  fact: PlacedFact;
  /** An outcome, with its trial. */
  outcome: PlacedOutcome;
  /** A pooled result, with its synthesis. */
  pooled: PlacedPooled;
  trial: PlacedTrial;
  /** The text of an entry, in each language. */
  body: Subject & { source: Entry | TranslatedEntry; body: Root };
  translation: Subject & { source: TranslatedEntry };
  /** A work of the library. */
  reference: Subject & { work: Reference };
  /** The data of a file, by its collection or name. */
  file: FileSubject;
  entry: Subject & { source: Entry };
  corpus: undefined;
}
export type Scope = keyof Subjects;

type DataOf<F> = F extends SourceFile<infer D> ? D : never;
type Kinds = { [C in Collection]: Entry<C> } & {
  [F in keyof Corpus['files']]-?: NonNullable<Corpus['files'][F]>;
} & {
  index: SourceFile<SourceIndex>;
};
export type FileSubject = {
  [K in keyof Kinds]: Subject & { kind: K; source: Kinds[K]; data: DataOf<Kinds[K]> };
}[keyof Kinds];

const entriesOf = once(({ entries }: Corpus): Entry[] => Object.values(entries).flat());

/** Whatever a scope has in a corpus, in the order of its files, made once. */
export const subjectsOf: { [S in Scope]: (corpus: Corpus) => readonly Subjects[S][] } = {
  fact: factsOf,
  outcome: outcomesOf,
  pooled: pooledOf,
  trial: trialsOf,
  body: once((corpus) =>
    [...entriesOf(corpus), ...corpus.translations].flatMap((source) =>
      source.body ? { source, path: [], body: source.body } : [],
    ),
  ),
  translation: once(({ translations }) => translations.map((source) => ({ source, path: [] }))),
  reference: once(({ files: { references } }) =>
    references?.data ? references.data.map((work, i) => ({ source: references, path: [i], work })) : [],
  ),
  file: once(({ entries, files, sources }) =>
    Object.entries({ ...entries, ...files, index: sources }).flatMap(([kind, found]) =>
      [found ?? []].flat().flatMap((source) => {
        const { data } = source as SourceFile<unknown>;
        return data === undefined ? [] : ({ kind, source, path: [], data } as unknown as FileSubject);
      }),
    ),
  ),
  entry: once((corpus) => entriesOf(corpus).map((source) => ({ source, path: [] }))),
  corpus: () => [undefined],
};

/**
 * What is meant by `trials/ID`, `references.yaml` or, of a fact, `TRIAL/FACT`; nothing where the corpus has
 * no such thing.
 */
export function subjectNamed(corpus: Corpus, name: string): Subject | undefined {
  const source = allFiles(corpus).find(
    ({ entry, file }) => entry === name || path.resolve(file) === path.resolve(name),
  );
  const isNamed = ({ source: { entry }, fact }: PlacedFact) => name === `${entry.split('/')[1]}/${fact.id}`;
  return source ? { source, path: [] } : factsOf(corpus).find(isNamed);
}
