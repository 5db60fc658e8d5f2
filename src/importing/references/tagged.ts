/**
 * Files that have a tag at the beginning of a line: what the formats of RIS, PubMed, EndNote, RefWorks and
 * NoteExpress share.
 */

import type { Draft, FileRecord } from './draft.ts';

/** A value under its tag; `line` counts from 1. */
export interface Field {
  tag: string;
  value: string;
  line: number;
}

/** Lines of a text one after the other, without a second copy of the text. */
export function* linesOf(text: string): Generator<{ text: string; line: number }> {
  let line = 1;
  for (let from = 0; from <= text.length; line += 1) {
    const end = text.indexOf('\n', from);
    const stop = end < 0 ? text.length : end;
    yield { text: text.slice(from, stop), line };
    from = stop + 1;
  }
}

/** The same of a text that comes in pieces. */
export function* linesIn(pieces: Iterable<string>): Generator<{ text: string; line: number }> {
  let [open, line] = ['', 1];
  for (const piece of pieces) {
    const lines = (open + piece).split('\n');
    open = lines.pop() ?? '';
    for (const text of lines) yield { text, line: (line += 1) - 1 };
  }
  yield { text: open, line };
}

/**
 * The fields of a record by tag, in their order; one that holds nothing is none, so that another may stand
 * for it.
 */
export class Fields {
  readonly #byTag = new Map<string, string[]>();
  readonly all: readonly Field[];

  constructor(all: readonly Field[]) {
    this.all = all;
    for (const { tag, value } of all) {
      if (value.trim() === '') continue;
      const own = this.#byTag.get(tag);
      if (own) own.push(value);
      else this.#byTag.set(tag, [value]);
    }
  }

  /** The values of some tags, those of the first tag first. */
  values(...tags: string[]): string[] {
    return tags.flatMap((tag) => this.#byTag.get(tag) ?? []);
  }

  first(...tags: string[]): string | undefined {
    return this.values(...tags)[0];
  }

  /** All values in one text. */
  joined(...tags: string[]): string {
    return this.values(...tags).join(' ');
  }
}

/** A record that begins where its first field stands. */
export const recordOf = (fields: readonly Field[], draftOf: (fields: Fields) => Draft): FileRecord => ({
  line: fields[0]?.line ?? 1,
  draft: draftOf(new Fields(fields)),
});
