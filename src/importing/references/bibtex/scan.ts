/*
 * A reader of BibTeX of its own: that of citation-js takes a file whole or not at all. One round bracket, one
 * undefined string, one at sign in the words between entries, and nothing of it is read; of two works with
 * one key one is lost.
 */

/** A part of a value: what stands in braces or quotes, or the name of a string. */
export type Part = { text: string } | { name: string };

export interface Entry {
  /** Where it begins, from 1. */
  line: number;
  /** In small letters. */
  type: string;
  /** As it stands; '' where there is none. */
  key: string;
  /** By name in small letters; of a name that stands twice the first that says something. */
  fields: Map<string, Part[]>;
}

export type Scanned = Entry | { line: number; refused: string };

/** Strings that every style defines. */
export const months = new Set('jan feb mar apr may jun jul aug sep oct nov dec'.split(' '));

const entryMark = /@[ \t]*([A-Za-z]+)[ \t\n]*([{(])/y;
/** An entry that begins within a value: a brace before it was not closed. */
const braceOrEntry = /[{}]|\n[ \t]*@[A-Za-z]+[ \t]*[{(][ \t]*[^\s,{}="]*[ \t]*[,\n]/g;
const blanks = /[\s,]*/y;
/** Web of Science has names of several words: `Early Access Date`. */
const fieldName = /\s*([^\s=,{}"#()%][^\n=,{}"#()%]*?)\s*=\s*/y;
const word = /[^\s#,{}()"=]+/y;

const comment = /[ \t]*%/y;

class Broken extends Error {}

/**
 * Every entry of a text in its order; strings that it defines are added to those that are known. Words
 * between entries are comments.
 */
export function scan(text: string, strings: Map<string, Part[]>): Scanned[] {
  const reader = new Reader(text);
  const entries: Scanned[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', reader.at)) {
    reader.at = at + 1;
    if (!begins(text, at, reader.lineStart(at))) continue;
    entryMark.lastIndex = at;
    const [mark, name = '', bracket = ''] = entryMark.exec(text) ?? [];
    if (mark === undefined) continue;
    const type = name.toLowerCase();
    reader.at = at + mark.length;
    try {
      if (type === 'comment' || type === 'preamble')
        reader.at = reader.closing(reader.at, bracket === '{' ? '}' : ')') + 1;
      else if (type === 'string') for (const [own, parts] of reader.fields(bracket)) strings.set(own, parts);
      else entries.push({ line: reader.lineOf(at), type, key: reader.key(), fields: reader.fields(bracket) });
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      if (type !== 'comment')
        entries.push({ line: reader.lineOf(at), refused: `the entry @${name} is broken: ${error.message}` });
      reader.at = at + mark.length;
    }
  }
  return entries;
}

/** Whether an at sign can begin an entry: not in a word, and not in a line that is commented out. */
function begins(text: string, at: number, lineStart: number): boolean {
  if (at > 0 && !/[\s})\]"\uFEFF]/.test(text.charAt(at - 1))) return false;
  comment.lastIndex = lineStart;
  return !comment.test(text);
}

class Reader {
  at = 0;
  readonly #text: string;
  #line = 1;
  /**
   * How many characters may be read in vain, in search of what closes a value: more than any file has that is
   * one.
   */
  #patience: number;
  #counted = 0;

  constructor(text: string) {
    this.#text = text;
    this.#patience = 20 * text.length + 1_000_000;
  }

  /** The line of a place that lies behind all that were asked for. */
  lineOf(place: number): number {
    for (
      let end = this.#text.indexOf('\n', this.#counted);
      end >= 0 && end < place;
      end = this.#text.indexOf('\n', end + 1)
    ) {
      this.#line += 1;
      this.#counted = end + 1;
    }
    return this.#line;
  }

  /** Where the line of such a place begins. */
  lineStart(place: number): number {
    this.lineOf(place);
    return this.#counted;
  }

  key(): string {
    const rest = /\s*([^,{}="\n]*?)\s*(?=[,})\n])/y;
    rest.lastIndex = this.at;
    const [whole, key = ''] = rest.exec(this.#text) ?? [];
    // `@article{title = …`: a field stands where the key should.
    if (whole === undefined) return '';
    this.at += whole.length;
    return key;
  }

  fields(bracket: string): Map<string, Part[]> {
    const end = bracket === '{' ? '}' : ')';
    const fields = new Map<string, Part[]>();
    for (;;) {
      blanks.lastIndex = this.at;
      this.at += blanks.exec(this.#text)?.[0].length ?? 0;
      const next = this.#text.charAt(this.at);
      if (next === '') throw new Broken('it is not closed');
      if (next === end) {
        this.at += 1;
        return fields;
      }
      fieldName.lastIndex = this.at;
      const [whole, name = ''] = fieldName.exec(this.#text) ?? [];
      if (whole === undefined)
        throw new Broken(
          `expected a field or ${end}, found ${JSON.stringify(this.#text.slice(this.at, this.at + 20))}`,
        );
      this.at += whole.length;
      const parts = this.#value();
      const own = name.toLowerCase();
      const known = fields.get(own);
      if (!known || known.every((part) => 'text' in part && part.text.trim() === '')) fields.set(own, parts);
    }
  }

  /** Parts joined by `#`. */
  #value(): Part[] {
    const parts: Part[] = [];
    for (;;) {
      parts.push(this.#part());
      const joint = /\s*#\s*/y;
      joint.lastIndex = this.at;
      const [found] = joint.exec(this.#text) ?? [];
      if (found === undefined) return parts;
      this.at += found.length;
    }
  }

  #part(): Part {
    const opens = this.#text.charAt(this.at);
    if (opens === '{' || opens === '"') {
      const end = this.closing(this.at + 1, opens === '{' ? '}' : '"');
      const text = this.#text.slice(this.at + 1, end);
      this.at = end + 1;
      return { text };
    }
    word.lastIndex = this.at;
    const [found] = word.exec(this.#text) ?? [];
    // A field that says nothing: `volume = ,`.
    if (found === undefined) return { text: '' };
    this.at += found.length;
    return /^\d+$/.test(found) ? { text: found } : { name: found };
  }

  /** Where what was opened before a place is closed, at the depth of braces that it was opened at. */
  closing(from: number, end: string): number {
    const found = this.#closing(from, end, false);
    // TeX's escaped braces count for BibTeX; where that does not work out, they are meant as text.
    const lenient = found < 0 ? this.#closing(from, end, true) : found;
    if (lenient < 0)
      throw new Broken(`a ${end === '}' ? 'brace' : end === '"' ? 'quote' : 'bracket'} of it is not closed`);
    return lenient;
  }

  #closing(from: number, end: string, escaped: boolean): number {
    const text = this.#text;
    const mark =
      end === '}' ? braceOrEntry : new RegExp(`${end === '"' ? '"' : '\\)'}|${braceOrEntry.source}`, 'g');
    let depth = 0;
    mark.lastIndex = from;
    if (this.#patience < 0) return -1;
    for (let found = mark.exec(text); found; found = mark.exec(text)) {
      const [sign] = found;
      if (escaped && text.charAt(found.index - 1) === '\\') continue;
      if (sign === end && depth === 0) return found.index;
      if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
      else if (sign.length > 1) return -1;
      if (depth < 0) return -1;
    }
    this.#patience -= text.length - from;
    return -1;
  }
}
