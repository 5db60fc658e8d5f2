import { ledgerOf, type TrialLedger } from '../evidence/ledger.ts';
import { descriptiveEndpoints } from '../evidence/ledger/slot.ts';
import { requiredFiles } from '../model/collections.ts';
import { need } from '../model/need.ts';
import type { Reference } from '../model/reference.ts';
import type { SourceIndex } from '../model/source.ts';
import type { Trial } from '../model/trial.ts';
import type { Endpoint } from '../model/vocabulary.ts';
import type { Corpus, SourceFile } from '../reading/corpus.ts';
import { once } from '../reading/once.ts';
import { dataOf, idOf, idsFrom, type Ids } from './context/ids.ts';
import { everything, ReadLog, partAndKey, type Lookup, type Members } from './context/noted.ts';
import { mapPart, parts, setPart, wholePart, type MadePart, type Part } from './context/part.ts';
import {
  allOf,
  everyKind,
  hasData,
  kindFilesOf,
  namesOf,
  Extracts,
  wholeCorpus,
  type Extractor,
} from './context/extracts.ts';
import type { PlacedTrial } from './facts.ts';

export type { Ids } from './context/ids.ts';

/** The figure indexes of each report. */
export const indexesOf = once(({ sources }: Corpus) =>
  Map.groupBy(
    sources.flatMap(({ data }) => data ?? []),
    (index) => index.of,
  ),
);

const endpointsFile = allOf('endpoints');
const listOfEndpoints = (files: Parameters<typeof dataOf>[0]) => dataOf(files, 'endpoints') ?? [];
const endpoints = mapPart(
  'endpoints',
  [endpointsFile],
  (collect) => new Map(listOfEndpoints(collect(endpointsFile)).map((one) => [one.id, one])),
  (endpoint) => endpoint,
);
const descriptive = setPart('descriptive endpoints', [endpointsFile], (collect) =>
  descriptiveEndpoints(listOfEndpoints(collect(endpointsFile))),
);
const nested = setPart(
  'endpoints within others',
  [endpointsFile],
  (collect) => new Set(listOfEndpoints(collect(endpointsFile)).flatMap(({ divides }) => divides?.into ?? [])),
);
const descriptiveAsWhole = wholePart('all descriptive endpoints', [endpointsFile], (collect) =>
  descriptiveEndpoints(listOfEndpoints(collect(endpointsFile))),
);

const worksFile = allOf('references');
const works = mapPart(
  'works',
  [worksFile],
  (collect) => {
    const list = dataOf(collect(worksFile), 'references') ?? [];
    return new Map(
      list.flatMap((work) => [work.id, ...(work.custom?.aliases ?? [])].map((key) => [key, work] as const)),
    );
  },
  (work) => work,
);

/** Which report a figure index is of, and what it is; null where it could not be read. */
const indexed: Extractor<{ of: string; bytes: unknown } | null> = {
  name: 'indexes',
  of: ['index'],
  extract: ({ source }) => {
    const index = source.data as SourceIndex | undefined;
    return index ? { of: index.of, bytes: source.digest ?? index } : null;
  },
};
const indexes = mapPart(
  'indexes',
  [indexed],
  (collect) => {
    const readable = collect(indexed).flatMap(({ value, source }) =>
      value ? { value, source: source as SourceFile<SourceIndex> } : [],
    );
    return Map.groupBy(readable, ({ value }) => value.of);
  },
  (all) => all.map(({ value }) => value.bytes),
);

const sharedBy: Extractor<string[] | null> = {
  name: 'overlaps',
  of: ['trials'],
  extract: ({ source }) => (source.data as Trial | undefined)?.overlaps.map(({ trial }) => trial) ?? null,
};
const overlaps = mapPart(
  'overlaps',
  [sharedBy],
  (collect) => new Map(collect(sharedBy).map((trial) => [idOf(trial), trial.value && new Set(trial.value)])),
  (others) => others && [...others],
);

const required = namesOf(...requiredFiles);
const couldBeRead: Extractor<boolean> = {
  name: 'could be read',
  of: everyKind,
  extract: ({ source }) => hasData(source),
  isPlain: true,
};
const whole = wholePart(
  'whether all could be read',
  [required, couldBeRead],
  (collect) =>
    collect(required).length === requiredFiles.length && collect(couldBeRead).every(({ value }) => value),
);

/**
 * What checks need besides their subject, each part made when the first of them asks. What is read of it is
 * noted, so that nobody lists what a check depends on. For this to hold, what a check keeps for its next
 * subject is a part, too.
 */
export class CheckContext {
  readonly #corpus: Corpus;
  readonly #extracts: Extracts;
  readonly #readLog: ReadLog;
  readonly #made = new Map<string, MadePart<() => unknown>>();
  readonly #noteCorpus: (key: string) => void;
  readonly ids: Ids;
  /** What the reports of a trial print of the same figures. */
  readonly ledgerOf: (placed: PlacedTrial) => TrialLedger;

  constructor(corpus: Corpus, extracts = new Extracts(corpus, kindFilesOf(corpus)), readLog = new ReadLog()) {
    this.#corpus = corpus;
    this.#extracts = extracts;
    this.#readLog = readLog;
    this.#noteCorpus = readLog.noterOf(wholeCorpus);
    this.ids = idsFrom(this.of);
    const ledger = once(({ id, trial }: PlacedTrial) => ledgerOf(id, trial, this.of(descriptiveAsWhole)));
    this.ledgerOf = (placed) => {
      // Noted of every check that asks, also where the first has made it.
      this.of(descriptiveAsWhole);
      return ledger(placed);
    };
  }

  /** Everything. A check that looks at it is asked each time, so that it should rather be given a part. */
  get corpus(): Corpus {
    this.#noteCorpus(everything);
    return this.#corpus;
  }

  readonly of = <V>(part: Part<() => V>): V => this.#partOf(part).value();

  #partOf<V>(part: Part<() => V>): MadePart<() => V> {
    let made = this.#made.get(part.name);
    if (!made)
      this.#made.set(part.name, (made = part.make(this.#extracts, this.#readLog.noterOf(part.name))));
    return made as MadePart<() => V>;
  }

  /** What stands behind a note now, as short text; undefined where that is unknown. */
  digestOf(note: string): string | undefined {
    const [name, key] = partAndKey(note);
    const part = parts.get(name);
    return part && this.#partOf(part).digest(key);
  }

  get endpoints(): Lookup<Endpoint> {
    return need(this.of(endpoints));
  }
  /** Endpoints that describe patients and treatment. */
  get descriptive(): Members {
    return need(this.of(descriptive));
  }
  /** Endpoints that are categories of another one. */
  get nested(): Members {
    return need(this.of(nested));
  }
  /** The works of the library by their keys, former ones included. */
  get works(): Lookup<Reference> {
    return need(this.of(works));
  }
  /** The figure indexes of each report. */
  get indexes(): Indexes {
    return opened(need(this.of(indexes)), (all) => all.flatMap(({ source }) => source.data ?? []));
  }
  /**
   * The studies with which each study declares to share patients; `undefined` for an entry that could not be
   * read.
   */
  get overlaps(): Lookup<ReadonlySet<string> | null> {
    return need(this.of(overlaps));
  }
  /** Whether every file is there and could be read. */
  get isWhole(): boolean {
    return this.of(whole);
  }
}

/** Figure indexes by the report that they are of. */
export type Indexes = Pick<Lookup<readonly SourceIndex[]>, 'get'>;

/** Takes values from a noted map and opens them. */
const opened = <A, B>(map: Lookup<A>, open: (value: A) => B): Pick<Lookup<B>, 'get'> => ({
  get(key) {
    const found = map.get(key);
    return found === undefined ? undefined : open(found);
  },
});
