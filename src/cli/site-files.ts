import fs from 'node:fs';
import type { LinkAudit } from '../checks/built-links.ts';
import type { BinaryFile, ExportFile } from '../exports/index.ts';
import { itemIn } from '../model/need.ts';
import { readApart, withReads } from '../model/reads.ts';
import { named } from '../model/watched.ts';
import type { SearchIndex } from '../search-index/build.ts';
import { withoutIndexMarks } from '../search-index/marks.ts';
import type { PagePath } from '../site/made-pages.ts';
import { noteContent } from '../site/load.ts';
import type { Site } from '../site/store.ts';
import type { Draft } from './draft.ts';
import { secondPlace } from './folders.ts';
import { stampOf } from './build-record.ts';
import { digestOf, type Values } from './digests.ts';
import type { LastFile, LyingFile, Takeable } from './last-build.ts';
import { ThisBuild } from './this-build.ts';

/** As many digits of the content hash are shown at least, and stand nowhere else. */
const shown = 12;

interface Parts {
  site: Site;
  place: Draft;
  /** What may be taken over, the first that has a file. */
  last: Takeable[];
  values: Values;
  links: LinkAudit;
  search: SearchIndex;
}

/**
 * The files of a site that are made of some entries: each is made, or taken over from the last build where it
 * would be the same. The hash of the content, which changes with every edit and stands on every page, is put
 * in anew.
 */
export class SiteFiles {
  /** What the next build may take over. */
  readonly now: ThisBuild;
  readonly #parts: Parts;
  readonly #hash: Buffer;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.now = new ThisBuild(parts.values);
    this.#hash = Buffer.from(parts.site.contentHash);
  }

  /** Names more that files may be taken over from. */
  alsoTakes(from: readonly Takeable[]): void {
    this.#parts.last.push(...from);
  }

  /** A page, and what is searched and linked of it; or a file that is made as pages are. */
  async page(
    { file, props: given }: PagePath,
    make: () => Promise<{ content: string; isHtml: boolean }>,
  ): Promise<void> {
    const { place, links, search } = this.#parts;
    const props = digestOf(named(given));
    const kept = this.#find(file, props);
    if (kept && this.#isTaken(file, kept)) {
      if (kept.page) links.again(file, kept.page);
      this.now.again(file, kept, props);
      return;
    }
    const { made, reads } = await withReads(make);
    const { content, isHtml } = made;
    const bytes = Buffer.from(isHtml ? withoutIndexMarks(content) : content);
    place.write(file, bytes);
    if (isHtml) links.add(file, content);
    const searched = isHtml ? search.add(file, content) : undefined;
    // The few pages that are searched for the hash are made each time.
    if (searched?.includes(this.#hash.toString('latin1', 0, shown))) return;
    const page = isHtml ? { ...links.of(file), isSearched: searched !== undefined } : undefined;
    this.now.add(file, { reads, hashes: this.#placesIn(bytes), page, props });
  }

  /**
   * A file for download; one that is about the whole base is taken over from a build of the same
   * content.
   */
  async file(file: ExportFile | BinaryFile): Promise<void> {
    const kept = this.#find(file.path);
    if (kept && this.#isTaken(file.path, kept)) this.now.again(file.path, kept);
    else await this.#make(file);
    if ('alsoAt' in file) this.#placeAgain(file.path, file.alsoAt);
  }

  async #make(file: ExportFile | BinaryFile): Promise<void> {
    const isOfEntry = 'isOfEntry' in file;
    const { made, reads } = isOfEntry
      ? await withReads(() => file.content)
      : { made: await file.content, reads: readApart(noteContent).reads };
    const bytes =
      typeof made === 'string'
        ? Buffer.from(made)
        : Buffer.from(made.buffer, made.byteOffset, made.byteLength);
    this.#parts.place.write(file.path, bytes);
    this.now.add(file.path, { reads, hashes: isOfEntry ? this.#placesIn(bytes) : [] });
  }

  /** Gives a file its second address as well, as the same file: nobody alters one of them alone. */
  #placeAgain(file: string, again: string | undefined): void {
    const { place } = this.#parts;
    if (again !== undefined) secondPlace(place.placeOf(file), place.placeOf(again), true);
  }

  #find(file: string, props?: string): LastFile | undefined {
    for (const one of this.#parts.last) {
      const found = one.find(file, props);
      if (found) return found;
    }
    return undefined;
  }

  /**
   * Puts a file of the last build into its place, with what is searched of it; false where it is not as the
   * build left it.
   */
  #isTaken(file: string, kept: LastFile): boolean {
    const { place, search, site } = this.#parts;
    const [to, laid] = [place.placeOf(file), kept.page?.searched];
    try {
      for (const one of laid ? [kept, laid] : [kept]) refuseAltered(one);
      if (laid) secondPlace(laid.from, search.placeOf(file), true);
      if (kept.hashes.length > 0 && kept.contentHash !== site.contentHash)
        fs.writeFileSync(to, this.#renewed(kept));
      else secondPlace(kept.from, to, kept.isReplaced);
      return true;
    } catch {
      // What was linked must go before anything is written in its place.
      fs.rmSync(to, { force: true });
      if (laid) fs.rmSync(search.placeOf(file), { force: true });
      return false;
    }
  }

  /** The bytes of a file with the hash of this content in the place of the former. */
  #renewed({ from, hashes, contentHash }: LastFile): Buffer {
    const bytes = fs.readFileSync(from);
    for (let i = 0; i < hashes.length; i += 2) {
      const [at, length] = [itemIn(hashes, i), itemIn(hashes, i + 1)];
      if (bytes.toString('latin1', at, at + length) !== contentHash.slice(0, length))
        throw new Error(`${from} was altered`);
      this.#hash.copy(bytes, at, 0, length);
    }
    return bytes;
  }

  /** Where the hash of the content stands, whole or in its first digits. */
  #placesIn(bytes: Buffer): number[] {
    const places: number[] = [];
    const short = this.#hash.subarray(0, shown);
    if (short.length === 0) return places;
    for (let at = bytes.indexOf(short); at >= 0; at = bytes.indexOf(short, at + shown)) {
      const isWhole = bytes.subarray(at, at + this.#hash.length).equals(this.#hash);
      places.push(at, isWhole ? this.#hash.length : shown);
    }
    return places;
  }
}

function refuseAltered({ from, size, time }: LyingFile): void {
  const found = stampOf(from);
  if (found.size !== size || (time !== undefined && found.time !== time))
    throw new Error(`${from} was altered`);
}
