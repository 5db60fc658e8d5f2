/** One record of a JSON file, as text, and where it begins (from 1). */
interface JsonItem {
  kind: 'item';
  text: string;
  line: number;
  column: number;
}

/** What a page of a search says beside its records. */
interface PageNote {
  kind: 'page';
  key: 'nextPageToken' | 'totalCount';
  value: string;
}

/** What cannot be read: the rest of the file is lost. */
interface JsonFault {
  kind: 'fault';
  message: string;
  line: number;
  column: number;
}

type Found = JsonItem | PageNote | JsonFault;

/**
 * The records of a JSON text: one study, several one after another, an array of them, or the list `studies`
 * of a page. The text comes in pieces, and no more of it is kept than one record, so that a file of any size
 * can be read.
 *
 * A record is given as the characters between its braces: whether it is JSON, its reader sees.
 */
export function* jsonItems(pieces: Iterable<string>): Generator<Found> {
  const reader = new Reader();
  for (const piece of pieces) yield* reader.read(piece);
  yield* reader.end();
}

/** What the reader is in, from the outermost: a list of records, a page of a search, or a record. */
type Frame = 'list' | 'page' | 'inner';

/** A sign that means something, or a run of characters that mean nothing. */
const parts = /[^"\\{}[\],:\n]+|[\s\S]/g;

class Reader {
  #frames: Frame[] = [];
  #found: Found[] = [];
  #kept = '';
  #start = { line: 1, column: 1 };
  #line = 1;
  #column = 0;
  #inString = false;
  #isEscaped = false;
  /** A text or number right within a page or a list; in a page it is a key where a colon follows. */
  #word = '';
  #key = '';
  #isLost = false;
  /** Whether the records of a page were in a list of it. */
  #isSpread = false;

  read(piece: string): Found[] {
    for (const [part] of piece.matchAll(parts)) {
      if (this.#isLost) break;
      if (part === '\n') [this.#line, this.#column] = [this.#line + 1, 0];
      else this.#column += part.length;
      this.#take(part);
    }
    return this.#found.splice(0);
  }

  end(): Found[] {
    const isOpen = this.#frames.length > 0 || this.#inString;
    if (isOpen && !this.#isLost) {
      const { line, column } = this.#start;
      this.#fault(`the file ends within the record or list that begins at line ${line}, column ${column}`);
    }
    return this.#found.splice(0);
  }

  #take(part: string): void {
    if (this.#inString) {
      this.#keep(part);
      if (this.#isEscaped) this.#isEscaped = false;
      else if (part === '\\') this.#isEscaped = true;
      else if (part === '"') this.#inString = false;
      return;
    }
    switch (part) {
      case '"':
        if (this.#frames.length === 0) return this.#fault('a text outside a record');
        this.#inString = true;
        return this.#keep(part);
      case '{':
      case '[':
        return this.#open(part);
      case '}':
      case ']':
        return this.#close(part);
      case ':':
        if (this.#frames.length !== 1 || this.#frames[0] !== 'page') return this.#keep(part);
        [this.#key, this.#word] = [bare(this.#word.trim()), ''];
        this.#kept += part;
        return;
      case ',':
        if (this.#frames.at(-1) === 'inner') return this.#keep(part);
        this.#endWord();
        if (this.#frames.at(-1) === 'page') this.#kept += part;
        return;
      default:
        if (this.#frames.length === 0 && part.trim() !== '')
          return this.#fault(`"${part.trim().slice(0, 20)}" outside a record`);
        this.#keep(part);
    }
  }

  #keep(part: string): void {
    const frame = this.#frames.at(-1);
    if (frame !== 'list') this.#kept += part;
    if (frame === 'inner' || (!this.#inString && part.trim() === '')) return;
    if (this.#word === '' && frame === 'list') this.#start = { line: this.#line, column: this.#column };
    this.#word += part;
  }

  #open(sign: '{' | '['): void {
    const outer = this.#frames.at(-1);
    if (outer === undefined && sign === '[') {
      this.#frames.push('list');
      return;
    }
    // The list of a page holds records of their own; what the page said before is no part of them.
    if (sign === '[' && outer === 'page' && this.#key === 'studies') {
      this.#frames.push('list');
      this.#isSpread = true;
      this.#kept = '';
      return;
    }
    if (outer === undefined) {
      this.#frames.push('page');
      [this.#key, this.#word, this.#isSpread] = ['', '', false];
      this.#begin(sign);
      return;
    }
    if (outer === 'list') this.#begin(sign);
    else this.#kept += sign;
    this.#frames.push('inner');
  }

  #begin(sign: string): void {
    this.#kept = sign;
    this.#start = { line: this.#line, column: this.#column };
  }

  #close(sign: '}' | ']'): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return this.#fault(`${sign} closes nothing`);
    if ((frame === 'list' && sign === '}') || (frame === 'page' && sign === ']'))
      return this.#fault(`${sign} closes a ${frame === 'list' ? 'list' : 'record'}`);
    if (frame !== 'inner') this.#endWord();
    this.#frames.pop();
    if (frame === 'list') {
      this.#key = '';
      return;
    }
    this.#kept += sign;
    const isWhole = frame === 'page' ? !this.#isSpread : this.#frames.at(-1) === 'list';
    if (!isWhole) return;
    this.#found.push({ kind: 'item', text: this.#kept, ...this.#start });
    this.#kept = '';
  }

  /** What stood right within a page or a list is over. */
  #endWord(): void {
    const [key, word] = [this.#key, this.#word.trim()];
    [this.#key, this.#word] = ['', ''];
    if (word === '') return;
    if (this.#frames.at(-1) === 'list') this.#found.push({ kind: 'item', text: word, ...this.#start });
    else if ((key === 'nextPageToken' || key === 'totalCount') && word !== 'null')
      this.#found.push({ kind: 'page', key, value: bare(word) });
  }

  #fault(message: string): void {
    this.#isLost = true;
    this.#found.push({ kind: 'fault', message, line: this.#line, column: this.#column });
  }
}

const bare = (word: string) => word.replace(/^"|"$/g, '');
