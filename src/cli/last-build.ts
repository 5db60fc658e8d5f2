import path from 'node:path';
import type { PageLinks } from '../checks/built-links.ts';
import { itemIn, need } from '../model/need.ts';
import {
  readRecord,
  type BuildRecord,
  type Kept,
  type ReadSpans,
  type Span,
  type Stamp,
} from './build-record.ts';
import { stateOf, type Values } from './digests.ts';
import { isFolder } from './folders.ts';
import type { Shard } from './shards.ts';

/** What there is to be taken over. */
export interface Takeable {
  /** The file, where all that it was made from is as it was. */
  find(file: string, props?: string): LastFile | undefined;
}

interface Place {
  /** Where a build left its record and what is searched of its pages. */
  folder: string;
  code: string;
  /** Where this build goes. */
  out: string;
  contentHash: string;
  values: Values;
  /** Where the files lie now; where the build put them where left out. */
  lies?: string;
}

/** What of a site was made by another build of this content and is as it would be made now. */
export class LastBuild implements Takeable {
  readonly #record: BuildRecord | undefined;
  readonly #files: ReadonlyMap<string, Kept>;
  readonly #values: Values;
  readonly #folder: string;
  readonly #out: string;
  readonly #lies: string | undefined;
  /** Whether the content is the same to the letter. */
  readonly #isSame: boolean;
  /** What is known of names and answers: whether each has changed. */
  readonly #ofNames: Uint8Array;
  readonly #ofAnswers: Uint8Array;

  constructor({ folder, code, out, contentHash, values, lies }: Place) {
    this.#folder = folder;
    this.#values = values;
    this.#out = out;
    this.#lies = lies;
    this.#record = readRecord(folder, code);
    this.#isSame = this.#record?.contentHash === contentHash;
    this.#files = new Map(this.#record?.files);
    this.#ofNames = new Uint8Array(this.#record?.names.length ?? 0);
    this.#ofAnswers = new Uint8Array(this.#record?.answers.length ?? 0);
  }

  /** Whether nothing can be taken over. */
  get isEmpty(): boolean {
    return this.#files.size === 0;
  }

  /** Which shard of this very content and code it is; undefined where it is none. */
  get shard(): Shard | undefined {
    return this.#isSame ? this.#record?.shard : undefined;
  }

  /** Whether it is the whole site of this very content and code at this place, and nobody has touched it. */
  get stillLies(): boolean {
    const record = this.#isSame && this.#lies === undefined ? this.#record : undefined;
    if (record?.whole === undefined || record.out !== this.#out || !isFolder(this.#out)) return false;
    return record.whole.state === stateOf(this.#out);
  }

  /** How many pages were searched. */
  get searched(): number {
    return this.#record?.whole?.searched ?? 0;
  }

  find(file: string, props = ''): LastFile | undefined {
    const kept = this.#files.get(file);
    if (!this.#record || kept?.props !== props || this.#hasChanged(kept.reads)) return undefined;
    const { texts, lists, contentHash } = this.#record;
    const out = this.#lies ?? this.#record.out;
    const textsOf = (span: Span) => Array.from(lists.of(span), (place) => itemIn(texts, place));
    const { searched } = kept.page ?? {};
    return {
      from: path.join(out, file),
      ...this.#stamp(kept),
      isReplaced: out === this.#out,
      hashes: kept.hashes,
      contentHash,
      reads: kept.reads,
      origin: this.#record,
      page: kept.page && {
        links: textsOf(kept.page.links),
        anchors: textsOf(kept.page.anchors),
        searched: searched && { from: path.join(this.#folder, 'search', file), ...this.#stamp(searched) },
      },
    };
  }

  /** A folder that was carried elsewhere has files of another time. */
  #stamp({ size, time }: Stamp): Stamp {
    return { size, time: this.#lies === undefined ? time : undefined };
  }

  /** Whether something that was read has another value now. */
  #hasChanged({ names, answers }: ReadSpans): boolean {
    if (this.#isSame) return false;
    const { lists } = need(this.#record);
    return (
      isAny(lists.of(names), this.#ofNames, (place) => this.#isAnother(place)) ||
      isAny(lists.of(answers), this.#ofAnswers, (place) =>
        this.#hasChanged(itemIn(need(this.#record).answers, place)),
      )
    );
  }

  /**
   * An answer that is known by its value is worked out again only where something changed that was read for
   * it.
   */
  #isAnother(place: number): boolean {
    const { names, values, compared } = need(this.#record);
    const reads = compared.get(place);
    if (reads && !this.#hasChanged(reads)) return false;
    return this.#values.of(itemIn(names, place)) !== values[place];
  }
}

const [unknown, same, changed] = [0, 1, 2];

/** Whether one of some places has changed; each is looked at once. */
function isAny(places: Int32Array, marks: Uint8Array, hasChanged: (place: number) => boolean): boolean {
  for (const place of places) {
    if (marks[place] === unknown) marks[place] = hasChanged(place) ? changed : same;
    if (marks[place] === changed) return true;
  }
  return false;
}

/** A file that can be taken over, unless somebody has touched it. */
export interface LastFile extends LyingFile {
  hashes: readonly number[];
  /** Whether the build that takes it over takes the place of the one that made it. */
  isReplaced: boolean;
  /** That of the content that it was made from. */
  contentHash: string;
  reads: ReadSpans;
  /** The record in which these have their places. */
  origin: BuildRecord;
  page: (PageLinks & { searched: LyingFile | undefined }) | undefined;
}

/** A file as it was left. */
export interface LyingFile extends Stamp {
  from: string;
}
