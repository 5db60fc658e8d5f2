import { hiddenCharacter } from './hidden.ts';

/** Where a value and its key begin in the text, as offsets; -1 where there is none. */
export interface Place {
  key: number;
  value: number;
  parts?: Map<string, Place>;
}

export const emptyPlace = (): Place => ({ key: -1, value: -1 });

/** The place of a part, added to that of the whole where places are asked for. */
export function partOf<P extends Place | undefined>(place: P, name: string | number, key: number): P;
export function partOf(place: Place | undefined, name: string | number, key: number): Place | undefined {
  if (!place) return undefined;
  const part: Place = { key, value: -1 };
  (place.parts ??= new Map<string, Place>()).set(String(name), part);
  return part;
}

/** What this reader leaves to the other: it stands in nearly no file. */
const elsewhere = /[\t\r]|^(?:---|\.\.\.)/m;
const deepest = 40;

/**
 * Reads the plain part of YAML 1.2, in which nearly every file is written: maps and lists by indentation or
 * in brackets, words, and quotes that end on their line. It takes a tenth of the time of a whole parser.
 *
 * @param place filled with the places of all values, where it is given
 * @returns nothing where anything else stands in the text, right or wrong: a tag, an anchor, an escape, a
 * folded text, a key twice, a value that is not written. Only the whole parser knows what that means.
 */
export function readPlainYaml(source: string, place?: Place): { data: unknown } | undefined {
  if (elsewhere.test(source) || hiddenCharacter(source)) return undefined;
  try {
    return { data: new PlainReader(source).whole(place) };
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

const notPlain = new Error('not plain YAML');

const blankLines = /(?: *(?:#.*)?\n)*/y;
const restOfLine = /(?: +#.*| *)(?:\n|$)/y;
const key = /(?:[\w][^\s:#,[\]{}'"&*!|>%@`]*|'[^'\n]*'|"[^"\\\n]*"):(?=[ \n]|$)/y;
const quoted = /'((?:[^'\n]|'')*)'|"((?:[^"\\\n]|\\["\\])*)"/y;
/** Of what begins so, the whole parser knows what it is. */
const wordInBrackets =
  /[^\s,[\]{}#:&*!|>'"%@`?-](?:[^,[\]{}\n:#]|:(?=[^\s,[\]{}])|(?<! )#)*|-(?=[^\s,[\]{}:#])(?:[^,[\]{}\n:#]|:(?=[^\s,[\]{}])|(?<! )#)*/y;
const word =
  /[^\s,[\]{}#:&*!|>'"%@`?-](?:[^\n:#]|:(?=[^\s])|(?<! )#)*|-(?=[^\s:#])(?:[^\n:#]|:(?=[^\s])|(?<! )#)*/y;
const special = /^(?:~|null|true|false)$/i;
/** What a word of either begins with; nearly none does. */
const specialStart = /^[~ntf]/i;
const numberStart = /^[-+.\d]/;
const number = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$|^0[ox]|^[-+]?\.(?:inf|nan)$/i;

/** A map or a list that stands on lines of its own. */
interface Block {
  column: number;
  isMap: boolean;
  /** Whether it begins on the line of the dash before it. */
  isBehindDash: boolean;
}

const [lineEnd, space, comment, hyphen] = [10, 32, 35, 45];

class PlainReader {
  private at = 0;
  private depth = 0;
  private brackets = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  whole(place: Place | undefined): unknown {
    this.skipBlankLines();
    if (this.column() !== 0) throw notPlain;
    const data = this.block(0, place);
    if (this.at < this.source.length) throw notPlain;
    return data;
  }

  private block(column: number, place: Place | undefined, isBehindDash = false): unknown {
    if ((this.depth += 1) > deepest) throw notPlain;
    if (place) place.value = this.at;
    const block = { column, isMap: !this.seesDash(), isBehindDash };
    const value = block.isMap ? this.map(block, place) : this.list(block, place);
    this.depth -= 1;
    return value;
  }

  private list(block: Block, place: Place | undefined): unknown[] {
    const list: unknown[] = [];
    do {
      const part = partOf(place, list.length, -1);
      this.at += 1;
      const start = this.at;
      this.skipSpaces();
      const within = block.column + 1 + this.at - start;
      list.push(this.seesDash() || this.sees(key) ? this.block(within, part, true) : this.value(block, part));
    } while (this.continues(block.column) && this.seesDash());
    return list;
  }

  private map(block: Block, place: Place | undefined): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    do {
      const start = this.at;
      const name = this.name();
      if (Object.hasOwn(map, name)) throw notPlain;
      map[name] = this.value(block, partOf(place, name, start));
    } while (this.continues(block.column) && !this.seesDash());
    return map;
  }

  /**
   * Whether the next line that says something begins at a column; one that begins farther right belongs to
   * nothing.
   */
  private continues(column: number): boolean {
    const next = this.column();
    if (next > column) throw notPlain;
    return next === column && this.at < this.source.length;
  }

  /** A value behind a key or a dash, or on the lines below; leads on to the next line that says something. */
  private value(block: Block, place: Place | undefined): unknown {
    this.skipSpaces();
    if (this.endLine()) {
      this.skipBlankLines();
      const next = this.column();
      const isList = this.seesDash();
      if (next < block.column + (block.isMap && isList ? 0 : 1) || this.at >= this.source.length)
        throw notPlain;
      if (isList || this.sees(key)) return this.block(next, place);
    }
    if (place) place.value = this.at;
    const value = this.inline(block, place, word);
    if (!this.endLine()) throw notPlain;
    this.skipBlankLines();
    return value;
  }

  /** A value in quotes or brackets, or a word. */
  private inline(block: Block, place: Place | undefined, plain: RegExp): unknown {
    const first = this.source[this.at];
    if (first === '[' || first === '{') {
      if (this.depth + (this.brackets += 1) > deepest) throw notPlain;
      this.at += 1;
      const value = first === '[' ? this.listInBrackets(block, place) : this.mapInBrackets(block, place);
      this.brackets -= 1;
      return value;
    }
    if (first === "'" || first === '"') {
      const [, single, double = ''] = this.match(quoted);
      return single?.replaceAll("''", "'") ?? double.replace(/\\(.)/g, '$1');
    }
    return scalar(this.text(plain).trimEnd());
  }

  private listInBrackets(block: Block, place: Place | undefined): unknown[] {
    const list: unknown[] = [];
    if (this.closes(block, ']')) return list;
    do {
      const part = partOf(place, list.length, -1);
      if (part) part.value = this.at;
      list.push(this.inline(block, part, wordInBrackets));
    } while (this.goesOn(block, ']'));
    return list;
  }

  private mapInBrackets(block: Block, place: Place | undefined): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    if (this.closes(block, '}')) return map;
    do {
      const start = this.at;
      const name = this.name();
      if (Object.hasOwn(map, name)) throw notPlain;
      const part = partOf(place, name, start);
      this.gap(block);
      if (part) part.value = this.at;
      map[name] = this.inline(block, part, wordInBrackets);
    } while (this.goesOn(block, '}'));
    return map;
  }

  private closes(block: Block, bracket: string): boolean {
    this.gap(block);
    if (this.source[this.at] !== bracket) return false;
    this.at += 1;
    return true;
  }

  /** After a part in brackets: whether another follows, or the end, before which a comma may stand. */
  private goesOn(block: Block, bracket: string): boolean {
    if (this.closes(block, bracket)) return false;
    if (this.source[this.at] !== ',') throw notPlain;
    this.at += 1;
    return !this.closes(block, bracket);
  }

  /**
   * Spaces and line ends in brackets. Lines must stand farther right than what the brackets belong to; where
   * that is a map that begins behind a dash, the last of all brackets may stand below its key.
   */
  private gap(block: Block): void {
    let isOneLine = true;
    for (let code = this.code(); code === space || code === lineEnd; code = this.code()) {
      isOneLine &&= code === space;
      this.at += 1;
    }
    // Never looked for before the gap: a list of a line of its own would be read again for each of its parts.
    if (isOneLine) return;
    const isLast = this.brackets === 1 && /[\]}]/.test(this.source[this.at] ?? '');
    if (this.column() < block.column + (isLast && block.isMap && block.isBehindDash ? 0 : 1)) throw notPlain;
  }

  private name(): string {
    const written = this.text(key).slice(0, -1);
    const isQuoted = written.startsWith("'") || written.startsWith('"');
    const name = isQuoted ? written.slice(1, -1) : written;
    if (name === '__proto__' || (!isQuoted && isOther(name))) throw notPlain;
    return name;
  }

  /** The column of what comes next on the line. */
  private column(): number {
    this.skipSpaces();
    let start = this.at;
    while (start > 0 && this.source.charCodeAt(start - 1) !== lineEnd) start -= 1;
    return this.at - start;
  }

  private code(): number {
    return this.source.charCodeAt(this.at);
  }

  private skipSpaces(): void {
    while (this.code() === space) this.at += 1;
  }

  /** Lines that say nothing; most often there is none, and the indentation of the next is left. */
  private skipBlankLines(): void {
    let next = this.at;
    while (this.source.charCodeAt(next) === space) next += 1;
    const code = this.source.charCodeAt(next);
    if (code === lineEnd || code === comment) this.take(blankLines);
  }

  /** Whether nothing more is said on a line, which is then passed. */
  private endLine(): boolean {
    if (this.code() !== lineEnd) return this.take(restOfLine);
    this.at += 1;
    return true;
  }

  private seesDash(): boolean {
    if (this.code() !== hyphen) return false;
    const next = this.source.charCodeAt(this.at + 1);
    return next === space || next === lineEnd || Number.isNaN(next);
  }

  private sees(form: RegExp): boolean {
    form.lastIndex = this.at;
    return form.test(this.source);
  }

  private take(form: RegExp): boolean {
    const found = this.sees(form);
    if (found) this.at = form.lastIndex;
    return found;
  }

  /** What has a form. */
  private text(form: RegExp): string {
    const start = this.at;
    if (!this.take(form)) throw notPlain;
    return this.source.slice(start, this.at);
  }

  private match(form: RegExp): RegExpExecArray {
    form.lastIndex = this.at;
    const found = form.exec(this.source);
    if (!found) throw notPlain;
    this.at = form.lastIndex;
    return found;
  }
}

const isSpecial = (text: string) => specialStart.test(text) && special.test(text);
const isNumber = (text: string) => numberStart.test(text) && number.test(text);
/** Whether a key would be a value of another form than it is written in. */
const isOther = (name: string) => isSpecial(name) || (isNumber(name) && String(Number(name)) !== name);

/** A word by the core schema of YAML 1.2; a number whose printed form would be lost stays as printed. */
function scalar(text: string): unknown {
  if (isSpecial(text)) {
    if (/^(?:~|null|Null|NULL)$/.test(text)) return null;
    if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(text)) return /^t/i.test(text);
  }
  return isNumber(text) && String(Number(text)) === text ? Number(text) : text;
}
