import type { Code } from '../../model/check-table.ts';
import { cacheFolder, versionOfRooms } from '../../reading/cache.ts';
import { KeptFile } from '../../reading/kept-file.ts';
import type { Corpus, SourceFile } from '../../reading/corpus.ts';
import { shown } from '../../reading/shown.ts';
import type { CheckContext } from '../context.ts';
import { partAndKey, type ReadLog } from '../context/noted.ts';
import { parts } from '../context/part.ts';
import { wholeCorpus, type KindFile, type Extractor, type Extracts } from '../context/extracts.ts';
import { publicFiles } from '../links/page.ts';
import { writeColumns, type Columns } from './columns.ts';
import { digestOf, KeptRows, neverSame, extractColumn, type Head, type Source } from './kept-rows.ts';
import { answersIn, columnNames, emptyRow, notesIn, rowOf, type Answers, type Row } from './rows.ts';

/** The rooms that have a part in what checks say. */
export const roomsOfChecks = [
  ...['checks', 'model', 'reading', 'stats', 'evidence'],
  ...['i18n', 'citations', 'wording', 'compare', 'synthesis'],
] as const;

let known: string | undefined;
/** The version of all that has a part in an answer besides the content and where it stands. */
const version = () => (known ??= JSON.stringify([versionOfRooms(roomsOfChecks), publicFiles().sort()]));

/**
 * What checks said of the files of a content folder, kept from run to run: a file that has not changed is not
 * asked about again, unless something else that was read for the answer has.
 *
 * It lies in one file of `cacheFolder()`, beside what was read of the folder.
 */
export class KeptAnswers {
  readonly #file: KeptFile;
  readonly #fewest: number;

  /** @param fewest of how many files at least answers are kept */
  constructor(root: string, folder = cacheFolder(), fewest = 50) {
    this.#file = new KeptFile(root, folder, '.answers');
    this.#fewest = fewest;
  }

  /** What has to be asked of a corpus. */
  planFor(corpus: Corpus, codes: readonly Code[]): Plan {
    return new Plan(corpus, codes, this.#file, JSON.stringify([version(), shown(corpus.root)]));
  }

  /** Keeps what was said where it is news, and worth its file. */
  save(plan: Plan, ...said: Parameters<Plan['save']>): void {
    if (plan.files.length >= this.#fewest) plan.save(...said);
  }
}

/** What is known of the files of a corpus, and what has to be asked. */
export class Plan {
  readonly #corpus: Corpus;
  readonly #codes: readonly Code[];
  readonly #file: KeptFile;
  readonly #version: string;
  readonly #kept: KeptRows;
  readonly #asks = new Map<number, Set<number>>();
  /** What stands behind the notes of earlier runs, by number, where it has not changed. */
  readonly #digests: (string | undefined)[] = [];
  readonly #changes = new Map<string, boolean>();
  #isNews: boolean;

  constructor(corpus: Corpus, codes: readonly Code[], file: KeptFile, version: string) {
    [this.#corpus, this.#codes, this.#file, this.#version] = [corpus, codes, file, version];
    this.#kept = new KeptRows(corpus, file, version);
    this.#isNews = this.#kept.areNews;
  }

  get files(): readonly KindFile[] {
    return this.#kept.files;
  }

  /** What a file said, where it still holds. */
  readonly lineOf = (extractor: Extractor<unknown>, file: KindFile): string | undefined =>
    this.#kept.lineOf(extractor, file);

  /** Finds out which checks have to be asked again of files that are as they were. */
  settle(context: CheckContext, extracts: Extracts, readLog: ReadLog): void {
    readLog.begin(this.#kept.column('names').map((name) => JSON.parse(name) as string));
    const changed = new Set<number>();
    const digests = this.#kept.column('digests of notes');
    readLog.names.forEach((name, number) => {
      const [part] = partAndKey(name);
      const isAsItWas =
        part === wholeCorpus ||
        parts.get(part)?.from.every((extractor) => !this.#hasChanged(extractor, extracts));
      if (isAsItWas || context.digestOf(name) === digests[number]) this.#digests[number] = digests[number];
      else changed.add(number);
    });
    const ask = (row: number, check: number) =>
      this.#asks.set(row, (this.#asks.get(row) ?? new Set()).add(check));
    if (changed.size > 0) {
      this.#isNews = true;
      for (const row of this.#kept.same.values())
        for (const [check, ...notes] of notesIn(this.#kept.at(row)))
          if (notes.some((note) => changed.has(note))) ask(row, check);
    }
    for (const [row, check] of this.#kept.head.loose) ask(row, check);
    // Whether a waiver is needed depends on all other answers about the file.
    for (const own of this.#asks.values()) own.add(this.#codes.length - 1);
  }

  #hasChanged(extractor: Extractor<unknown>, extracts: Extracts): boolean {
    let has = this.#changes.get(extractor.name);
    if (has === undefined)
      this.#changes.set(extractor.name, (has = this.#kept.hasChanged(extractor, extracts)));
    return has;
  }

  /** Whether a check has to be asked of a file, or of the corpus as a whole. */
  mustAsk(check: number, source: Source): boolean {
    const row = this.#kept.same.get(source);
    return (
      row === undefined || this.#kept.head.unasked.includes(check) || this.#asks.get(row)?.has(check) === true
    );
  }

  /** The corpus with no more files than those of which something has to be asked. */
  get corpus(): Corpus {
    const { entries, translations, sources, files } = this.#corpus;
    if (this.#kept.head.unasked.length > 0) return this.#corpus;
    const isAsked = (source: Source) => {
      const row = this.#kept.same.get(source);
      return source !== undefined && (row === undefined || this.#asks.has(row));
    };
    return {
      ...this.#corpus,
      entries: Object.fromEntries(
        Object.entries(entries).map(([name, list]) => [
          name,
          (list as SourceFile<unknown>[]).filter(isAsked),
        ]),
      ) as unknown as Corpus['entries'],
      translations: translations.filter(isAsked),
      sources: sources.filter(isAsked),
      files: Object.fromEntries(
        Object.entries(files).map(([name, source]) => [name, isAsked(source) ? source : undefined]),
      ) as unknown as Corpus['files'],
    };
  }

  /** The rows of the files that are as they were, for the answers that were not asked again. */
  *rows(): Generator<[source: Source, row: Row]> {
    for (const [source, row] of this.#kept.same) yield [source, this.#kept.at(row)];
  }

  /** All answers about a file: those that were kept and those that were given now. */
  answersAbout(source: Source, given: Answers | undefined): Answers {
    const row = this.#kept.same.get(source);
    if (row === undefined) return new Map(given);
    return new Map([...answersIn(this.#kept.at(row), source, this.#codes), ...(given ?? [])]);
  }

  /**
   * Keeps what was said.
   *
   * @param unasked the checks that could be asked of nothing
   */
  save(
    given: ReadonlyMap<Source, Answers>,
    unasked: readonly number[],
    { context, extracts, readLog }: { context: CheckContext; extracts: Extracts; readLog: ReadLog },
  ): void {
    const isSame = !this.#isNews && JSON.stringify(unasked) === JSON.stringify(this.#kept.head.unasked);
    if (isSame) return;
    const ofCorpus = new Set(
      readLog.names.flatMap((name, i) => (partAndKey(name)[0] === wholeCorpus ? [i] : [])),
    );
    const loose: Head['loose'] = [];
    const rows = [...this.#kept.keys.keys()].map((source, number): { digest: string; row: Row } => {
      const [kept, own] = [this.#kept.same.get(source), given.get(source)];
      if (kept !== undefined && !own) return { digest: digestOf(source), row: this.#kept.at(kept) };
      const answers = this.answersAbout(source, own);
      for (const [check, { notes, findings, asked }] of answers) {
        // What was found somewhere in the corpus stands in files that may change.
        const isAway = !source && (findings.length > 0 || asked.size > 0);
        if (!isAway && !notes.some((note) => ofCorpus.has(note))) continue;
        loose.push([number, check]);
        answers.delete(check);
      }
      const row = rowOf(answers, source);
      return row ? { digest: digestOf(source), row } : { digest: neverSame, row: emptyRow };
    });
    const digests = readLog.names.map(
      (name, number) => this.#digests[number] ?? context.digestOf(name) ?? neverSame,
    );
    const extractors = [
      ...new Map(
        [...parts.values()].flatMap(({ from }) => from).map((extractor) => [extractor.name, extractor]),
      ).values(),
    ];
    const columns: Columns = new Map<string, readonly string[]>([
      ['head', [JSON.stringify({ loose, unasked } satisfies Head)]],
      ['keys', [...this.#kept.keys.values()]],
      ['digests', rows.map(({ digest }) => digest)],
      ['names', readLog.names.map((name) => JSON.stringify(name))],
      ['digests of notes', digests],
      ...columnNames.map((name) => [name, rows.map(({ row }) => row[name])] as const),
      ...extractors
        .filter(({ isPlain }) => !isPlain)
        .map((extractor) => {
          const lines = this.files.map((file) =>
            extractor.of.includes(file.kind) ? extracts.lineOf(extractor, file) : '',
          );
          return [extractColumn(extractor), ['', ...lines]] as const;
        }),
    ]);
    writeColumns(this.#file, this.#version, columns);
  }
}
